import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Doc, doc, Timestamp } from '../bson/values.ts';
import { MongoError } from '../errors.ts';
import { Collection, Index, pack, unpack } from './catalog.ts';
import { Connection } from './connection.ts';

/** The layout of a data directory; raised when an older server could no longer read it. */
export const FORMAT_VERSION = 1;

const LONGEST_BATCH_MS = 100;

/** Writes that become durable together. */
interface Batch {
  promise: Promise<void>;
  resolve: () => void;
  reject: (error: unknown) => void;
  /** Somebody waits for it: it ends with this turn. */
  wanted: boolean;
}

/** The names of collections that `$out` fills before they take the place of their target begin with this. */
export const UNFINISHED_PREFIX = 'tmp.agg_out.';

/**
 * The storage of one instance: SQLite tables, one for the documents of a collection and one for each index.
 *
 * Writes of all commands share one SQLite transaction until somebody wants them on disk: `durable()` ends it with the turn
 * of the event loop and resolves once it is there. That is the group commit: nothing is acknowledged before.
 */
export class Store {
  readonly dir: string;
  readonly file: string;
  readonly main: Connection;
  readonly collections = new Map<string, Collection>();
  /** How many batches were given up. A command during whose life it grows has lost writes. */
  aborts = 0;
  /** When something was last written, in the time that replies tell. */
  writtenAt = Timestamp.next();
  private readonly lock: DatabaseSync;
  private batch: Batch | undefined;
  private closed = false;
  private snapshots: Connection[] = [];
  private multikeys = new Map<number, boolean>();

  private constructor(dir: string, lock: DatabaseSync) {
    this.dir = dir;
    this.lock = lock;
    this.file = join(dir, 'data.sqlite');
    this.main = new Connection(this.file);
    this.createTables();
    this.load();
    this.dropUnfinished();
  }

  /** Opens a data directory, creating it if need be. Throws a one-line error when it is in use or broken. */
  static open(dir: string): Store {
    let lock: DatabaseSync | undefined;
    try {
      mkdirSync(dir, { recursive: true });
      lock = new DatabaseSync(join(dir, 'lock.sqlite'), { timeout: 0 });
      // The lock is the operating system's: it ends with the process, however that ends.
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      lock?.close();
      const reason = (error as Error).message;
      if (/locked/.test(reason)) throw new Error(`data directory ${dir} is in use by another embedded-mongo`);
      throw new Error(`cannot use data directory ${dir}: ${reason}`);
    }
    try {
      return new Store(dir, lock);
    } catch (error) {
      lock.close();
      throw new Error(`cannot open data directory ${dir}: ${(error as Error).message}`);
    }
  }

  private createTables(): void {
    this.main.db.exec(`
      CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS collections (
        id INTEGER PRIMARY KEY AUTOINCREMENT, db TEXT NOT NULL, name TEXT NOT NULL, options BLOB NOT NULL, uuid BLOB NOT NULL,
        UNIQUE (db, name));
      CREATE TABLE IF NOT EXISTS indexes (
        id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, spec BLOB NOT NULL, multikey INTEGER NOT NULL,
        ready INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS retries (
        session BLOB NOT NULL, txn INTEGER NOT NULL, statement INTEGER NOT NULL, run INTEGER NOT NULL,
        at INTEGER NOT NULL, reply BLOB NOT NULL,
        PRIMARY KEY (session, txn, statement)) WITHOUT ROWID;
    `);
    const row = this.main.prepare("SELECT value FROM meta WHERE name = 'format'").get() as
      | { value: number }
      | undefined;
    if (!row) this.main.run("INSERT INTO meta VALUES ('format', ?)", FORMAT_VERSION);
    else if (row.value !== FORMAT_VERSION) {
      throw new Error(`its format is version ${row.value}, this server reads version ${FORMAT_VERSION}`);
    }
  }

  private load(): void {
    this.collections.clear();
    for (const row of this.main.prepare('SELECT * FROM collections').all() as Record<string, unknown>[]) {
      const collection = new Collection(
        row.id as number,
        row.db as string,
        row.name as string,
        unpack(row.options as Uint8Array),
        row.uuid as Uint8Array,
      );
      const indexes = this.main.prepare('SELECT * FROM indexes WHERE collection = ? ORDER BY id').all(collection.id);
      for (const row of indexes as Record<string, unknown>[]) {
        const index = new Index(row.id as number, unpack(row.spec as Uint8Array), row.multikey === 1);
        index.ready = row.ready === 1;
        collection.indexes.push(index);
      }
      const last = this.main.prepare(`SELECT max(rid) AS rid FROM c_${collection.id}`).get() as { rid: number | null };
      collection.rowIds.next = (last.rid ?? 0) + 1;
      this.collections.set(collection.namespace, collection);
    }
    this.multikeys.clear();
    for (const collection of this.collections.values()) this.noteMultikeys(collection);
  }

  private noteMultikeys(collection: Collection): void {
    for (const index of collection.indexes) this.multikeys.set(index.id, index.multikey);
  }

  /** Joins the open batch, beginning one if there is none. Call before every write. */
  begin(): void {
    if (this.batch) return;
    if (this.closed) throw new MongoError(91, 'the server is shutting down');
    this.main.db.exec('BEGIN IMMEDIATE');
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    promise.catch(() => {});
    const batch: Batch = { promise, resolve, reject, wanted: false };
    this.batch = batch;
    // What a long command writes is not kept back longer than this, even if nobody waits for it.
    setTimeout(() => this.commit(batch), LONGEST_BATCH_MS).unref();
  }

  /** There are writes that are not on disk yet. */
  get writing(): boolean {
    return this.batch !== undefined;
  }

  /** Resolves when everything written so far is on disk. */
  durable(): Promise<void> | undefined {
    const { batch } = this;
    if (batch && !batch.wanted) {
      batch.wanted = true;
      setImmediate(() => this.commit(batch));
    }
    return batch?.promise;
  }

  /** Commits the open batch now. */
  commit(batch = this.batch): void {
    if (!batch || batch !== this.batch) return;
    try {
      this.persistMultikeys();
      this.main.db.exec('COMMIT');
      this.writtenAt = Timestamp.next();
      this.batch = undefined;
      batch.resolve();
    } catch (error) {
      this.abort(error);
    }
  }

  /** Gives up the batch: everything in it is undone and every command waiting for it fails. */
  abort(error: unknown): void {
    const batch = this.batch;
    this.batch = undefined;
    this.aborts++;
    try {
      this.main.db.exec('ROLLBACK');
    } catch {
      // SQLite has already rolled back on its own.
    }
    this.main.forget();
    this.load();
    batch?.reject(new MongoError(1, `storage failed: ${(error as Error).message}`));
  }

  private persistMultikeys(): void {
    for (const collection of this.collections.values()) {
      for (const index of collection.indexes) {
        if (index.multikey && !this.multikeys.get(index.id)) {
          this.main.run('UPDATE indexes SET multikey = 1 WHERE id = ?', index.id);
          this.multikeys.set(index.id, true);
        }
      }
    }
  }

  find(db: string, name: string): Collection | undefined {
    return this.collections.get(`${db}.${name}`);
  }

  /** Creates a collection with its `_id` index. */
  create(db: string, name: string, options: Doc = new Map()): Collection {
    checkNamespace(db, name);
    this.begin();
    const uuid = new Uint8Array(16);
    crypto.getRandomValues(uuid);
    uuid[6] = (uuid[6] & 0x0f) | 0x40;
    uuid[8] = (uuid[8] & 0x3f) | 0x80;
    const { lastInsertRowid } = this.main
      .prepare('INSERT INTO collections (db, name, options, uuid) VALUES (?, ?, ?, ?)')
      .run(db, name, pack(options), uuid);
    const collection = new Collection(Number(lastInsertRowid), db, name, options, uuid);
    this.main.db.exec(`CREATE TABLE c_${collection.id} (rid INTEGER PRIMARY KEY, doc BLOB NOT NULL)`);
    this.collections.set(collection.namespace, collection);
    this.addIndex(collection, doc({ v: 2, key: { _id: 1 }, name: '_id_' }));
    return collection;
  }

  findOrCreate(db: string, name: string): Collection {
    return this.find(db, name) ?? this.create(db, name);
  }

  /** Adds an empty index. One that is not ready is kept up to date by writes, but not read, until it is filled. */
  addIndex(collection: Collection, spec: Doc, ready = true): Index {
    this.begin();
    const { lastInsertRowid } = this.main
      .prepare('INSERT INTO indexes (collection, spec, multikey, ready) VALUES (?, ?, 0, ?)')
      .run(collection.id, pack(spec), ready ? 1 : 0);
    const index = new Index(Number(lastInsertRowid), spec, false);
    index.ready = ready;
    this.main.db.exec(
      `CREATE TABLE i_${index.id} (k BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (k, rid)) WITHOUT ROWID`,
    );
    collection.indexes = [...collection.indexes, index];
    this.multikeys.set(index.id, false);
    return index;
  }

  /** Puts the keys of a document that was there before the index into it. */
  fillIndex(index: Index, keys: Uint8Array[], rid: number): void {
    this.begin();
    const insert = this.main.row('fillEntry', index.id);
    for (const key of keys) insert.run(key, rid);
  }

  finishIndex(index: Index): void {
    this.begin();
    this.main.run('UPDATE indexes SET ready = 1 WHERE id = ?', index.id);
    index.ready = true;
  }

  /** Drops indexes and results of `$out` whose filling was cut short when the server ended. */
  private dropUnfinished(): void {
    for (const collection of [...this.collections.values()]) {
      if (collection.name.startsWith(UNFINISHED_PREFIX)) {
        this.drop(collection);
        continue;
      }
      for (const index of collection.indexes) if (!index.ready) this.dropIndex(collection, index);
    }
    this.commit();
  }

  /** Replaces the specification of an index (`collMod`). */
  changeIndex(collection: Collection, index: Index, spec: Doc): void {
    this.begin();
    this.main.run('UPDATE indexes SET spec = ? WHERE id = ?', pack(spec), index.id);
    const changed = new Index(index.id, spec, index.multikey);
    changed.ready = index.ready;
    collection.indexes = collection.indexes.map((other) => (other === index ? changed : other));
  }

  dropIndex(collection: Collection, index: Index): void {
    this.begin();
    this.main.forget();
    this.main.db.exec(`DROP TABLE i_${index.id}`);
    this.main.run('DELETE FROM indexes WHERE id = ?', index.id);
    collection.indexes = collection.indexes.filter((other) => other !== index);
  }

  drop(collection: Collection): void {
    this.begin();
    this.main.forget();
    for (const index of collection.indexes) this.main.db.exec(`DROP TABLE i_${index.id}`);
    this.main.db.exec(`DROP TABLE c_${collection.id}`);
    this.main.run('DELETE FROM indexes WHERE collection = ?', collection.id);
    this.main.run('DELETE FROM collections WHERE id = ?', collection.id);
    collection.dropped = true;
    this.collections.delete(collection.namespace);
  }

  rename(collection: Collection, db: string, name: string): void {
    checkNamespace(db, name);
    this.begin();
    this.main.run('UPDATE collections SET db = ?, name = ? WHERE id = ?', db, name, collection.id);
    this.collections.delete(collection.namespace);
    const moved = new Collection(collection.id, db, name, collection.options, collection.uuid);
    moved.indexes = collection.indexes;
    moved.rowIds = collection.rowIds;
    collection.dropped = true;
    this.collections.set(moved.namespace, moved);
  }

  setOptions(collection: Collection, options: Doc): void {
    this.begin();
    this.main.run('UPDATE collections SET options = ? WHERE id = ?', pack(options), collection.id);
    collection.options = options;
  }

  /** A read-only view of everything committed so far, unaffected by later writes. */
  snapshot(): Connection {
    this.commit();
    const connection = this.snapshots.pop() ?? new Connection(this.file, true);
    connection.db.exec('BEGIN');
    // A read transaction begins with its first read.
    connection.prepare('SELECT count(*) FROM meta').get();
    return connection;
  }

  release(snapshot: Connection): void {
    snapshot.db.exec('ROLLBACK');
    if (this.snapshots.length < 8 && !this.closed) this.snapshots.push(snapshot);
    else snapshot.close();
  }

  /** Commits, writes the log back into the database and closes. */
  close(): void {
    if (this.closed) return;
    this.commit();
    this.closed = true;
    for (const connection of this.snapshots) connection.close();
    this.main.forget();
    try {
      this.main.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // An open snapshot keeps the log; the next start writes it back.
    }
    this.main.close();
    this.lock.exec('ROLLBACK');
    this.lock.close();
  }
}

/** Throws 73 for names that MongoDB does not allow. */
export function checkNamespace(db: string, name: string): void {
  const bad = name === '' || name.startsWith('.') || name.endsWith('.') || name.includes('$') || name.includes('\0');
  if (bad || db === '' || /[/\\. "$\0]/.test(db))
    throw new MongoError(73, `Invalid namespace specified '${db}.${name}'`);
  if (Buffer.byteLength(`${db}.${name}`) > 255) throw new MongoError(73, 'namespace is longer than 255 bytes');
}
