import type { Collection } from '../storage/catalog.ts';
import type { RowId } from '../storage/connection.ts';

/**
 * Which rows were written while transactions are open, so that each of them notices what it would overwrite; and what each open
 * transaction has claimed for itself, so that of two that write the same the second fails at once.
 */
export class WriteLog {
  private clock = 0;
  private openTransactions = 0;
  private readonly writes = new Map<number, Map<RowId, number>>();
  private readonly claims = new Map<string, object>();
  private readonly claimed = new Map<object, string[]>();

  /** A transaction begins; returns its place in the order of writes. */
  open(): number {
    this.openTransactions++;
    return this.clock;
  }

  /** A transaction ends, and what it has claimed is free. */
  close(owner: object): void {
    for (const what of this.claimed.get(owner) ?? []) this.claims.delete(what);
    this.claimed.delete(owner);
    if (--this.openTransactions === 0) this.writes.clear();
  }

  /** Claims a row, a key of a unique index or a name; false when another open transaction has. */
  claim(owner: object, what: string): boolean {
    const by = this.claims.get(what);
    if (by) return by === owner;
    this.claims.set(what, owner);
    const claimed = this.claimed.get(owner);
    if (claimed) claimed.push(what);
    else this.claimed.set(owner, [what]);
    return true;
  }

  note(collection: Collection, rid: RowId): void {
    if (this.openTransactions === 0) return;
    let rows = this.writes.get(collection.id);
    if (!rows) {
      rows = new Map();
      this.writes.set(collection.id, rows);
    }
    rows.set(rid, ++this.clock);
  }

  /** When a row was last written, as compared with `open`; 0 when nobody has. */
  lastWrite(collection: Collection, rid: RowId): number {
    return this.writes.get(collection.id)?.get(rid) ?? 0;
  }
}
