import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

export type RowId = number;
/** A stored document: its row and its BSON bytes. */
export interface Row {
  rid: RowId;
  raw: Uint8Array;
}
/** An index entry with the document it leads to. */
export interface IndexedRow extends Row {
  key: Uint8Array;
}

/** The part of an ordered index to read, as bytes: `low` inclusive, `high` exclusive. */
export interface Range {
  low: Uint8Array;
  high: Uint8Array;
}

/** Statements that are run for every row, with the number of their table left open. */
const ROW_STATEMENTS = {
  get: 'SELECT doc FROM c_? WHERE rid = ?',
  insert: 'INSERT INTO c_? VALUES (?, ?)',
  update: 'UPDATE c_? SET doc = ? WHERE rid = ?',
  remove: 'DELETE FROM c_? WHERE rid = ?',
  insertEntry: 'INSERT INTO i_? VALUES (?, ?)',
  fillEntry: 'INSERT OR IGNORE INTO i_? VALUES (?, ?)',
  removeEntry: 'DELETE FROM i_? WHERE k = ? AND rid = ?',
  rowsAt: 'SELECT rid FROM i_? WHERE k = ?',
} as const;
type RowStatement = keyof typeof ROW_STATEMENTS;

/** One SQLite connection with its prepared statements: the writer, or a snapshot for a transaction. */
export class Connection {
  readonly db: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  /** By kind and number of the table: found much faster than by text. */
  private readonly rowStatements = new Map<RowStatement, Map<number, StatementSync>>();

  constructor(file: string, readOnly = false) {
    this.db = new DatabaseSync(file, { readOnly, timeout: 2000 });
    if (!readOnly) {
      this.db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=8000');
    }
    this.db.exec('PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=1073741824');
  }

  prepare(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  /** A statement for the rows of one table: of a collection or of an index. */
  row(kind: RowStatement, table: number): StatementSync {
    let byTable = this.rowStatements.get(kind);
    if (!byTable) {
      byTable = new Map();
      this.rowStatements.set(kind, byTable);
    }
    let statement = byTable.get(table);
    if (!statement) {
      statement = this.db.prepare(ROW_STATEMENTS[kind].replace('?', String(table)));
      byTable.set(table, statement);
    }
    return statement;
  }

  /** Forgets prepared statements; needed before a table is dropped. */
  forget(): void {
    this.statements.clear();
    this.rowStatements.clear();
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.prepare(sql).run(...values);
  }

  get(table: number, rid: RowId): Uint8Array | undefined {
    const row = this.row('get', table).get(rid) as { doc: Uint8Array } | undefined;
    return row?.doc;
  }

  /** Documents in insertion order (or backwards) that come after a row. */
  scan(table: number, after: RowId | undefined, limit: number, reverse: boolean): Row[] {
    const sql = reverse
      ? `SELECT rid, doc AS raw FROM c_${table} WHERE rid < ? ORDER BY rid DESC LIMIT ?`
      : `SELECT rid, doc AS raw FROM c_${table} WHERE rid > ? ORDER BY rid LIMIT ?`;
    const start = after ?? (reverse ? Number.MAX_SAFE_INTEGER : 0);
    return this.prepare(sql).all(start, limit) as unknown as Row[];
  }

  /** Index entries within a range, with their documents, that come after an entry. */
  scanIndex(
    table: number,
    index: number,
    range: Range,
    after: { key: Uint8Array; rid: RowId } | undefined,
    limit: number,
    reverse: boolean,
  ): IndexedRow[] {
    const select = `SELECT i.k AS key, i.rid AS rid, c.doc AS raw FROM i_${index} i CROSS JOIN c_${table} c ON c.rid = i.rid`;
    const order = reverse ? 'ORDER BY i.k DESC, i.rid DESC LIMIT ?' : 'ORDER BY i.k, i.rid LIMIT ?';
    if (!after) {
      return this.prepare(`${select} WHERE i.k >= ? AND i.k < ? ${order}`).all(
        range.low,
        range.high,
        limit,
      ) as unknown as IndexedRow[];
    }
    const sql = reverse
      ? `${select} WHERE i.k >= ? AND (i.k, i.rid) < (?, ?) ${order}`
      : `${select} WHERE (i.k, i.rid) > (?, ?) AND i.k < ? ${order}`;
    const values = reverse ? [range.low, after.key, after.rid] : [after.key, after.rid, range.high];
    return this.prepare(sql).all(...(values as SQLInputValue[]), limit) as unknown as IndexedRow[];
  }

  /** How many documents a collection holds; counted without reading them. */
  count(table: number): number {
    const { count } = this.prepare(`SELECT count(*) AS count FROM c_${table}`).get() as { count: number };
    return count;
  }

  /** How many documents a collection holds, and their bytes. */
  size(table: number): { count: number; bytes: number } {
    const sql = `SELECT count(*) AS count, coalesce(sum(length(doc)), 0) AS bytes FROM c_${table}`;
    return this.prepare(sql).get() as { count: number; bytes: number };
  }

  /** How many entries an index holds, and their bytes. */
  indexSize(index: number): { count: number; bytes: number } {
    const sql = `SELECT count(*) AS count, coalesce(sum(length(k) + 8), 0) AS bytes FROM i_${index}`;
    return this.prepare(sql).get() as { count: number; bytes: number };
  }

  /** The rows that an index holds under exactly this key. */
  rowsAt(index: number, key: Uint8Array): RowId[] {
    const rows = this.row('rowsAt', index).all(key) as { rid: number }[];
    return rows.map((row) => row.rid);
  }

  close(): void {
    this.forget();
    this.db.close();
  }
}
