import type { Collection } from '../storage/catalog.ts';
import type { RowId } from '../storage/connection.ts';

/** Which rows were written while transactions are open, so that each of them notices what it would overwrite. */
export class WriteLog {
  private clock = 0;
  private openTransactions = 0;
  private readonly writes = new Map<number, Map<RowId, number>>();

  /** A transaction begins; returns its place in the order of writes. */
  open(): number {
    this.openTransactions++;
    return this.clock;
  }

  close(): void {
    if (--this.openTransactions === 0) this.writes.clear();
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
