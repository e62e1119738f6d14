import type { Doc } from '../bson/values.ts';
import type { Collection, Index } from '../storage/catalog.ts';
import type { IndexedRow, Range, Row, RowId } from '../storage/connection.ts';
import type { Snapshot } from '../storage/snapshot.ts';
import { duplicateKey, encodeDocument, type View, type WrittenRow } from '../storage/view.ts';

/** The writes of a transaction in one collection. */
export interface OverlayCollection {
  collection: Collection;
  /** The indexes at the time of the first write. */
  indexes: Index[];
  rows: Map<RowId, WrittenRow>;
}

/** Told before each write; throws when somebody else writes the same. */
export interface WriteGuard {
  row(collection: Collection, rid: RowId): void;
  uniqueKey(index: Index, key: Uint8Array): void;
}

/** A snapshot with the writes of one transaction laid over it. */
export class OverlayView implements View {
  private readonly base: Snapshot;
  private readonly collections = new Map<Collection, OverlayCollection>();
  private readonly keys = new WeakMap<Doc, Map<number, Uint8Array[]>>();
  private readonly guard: WriteGuard | undefined;

  /** @param guard none for a snapshot that is only read */
  constructor(base: Snapshot, guard?: WriteGuard) {
    this.base = base;
    this.guard = guard;
  }

  changes(): Iterable<OverlayCollection> {
    return this.collections.values();
  }

  scan(collection: Collection, after: RowId | undefined, limit: number, reverse: boolean): Row[] {
    const rows = this.collections.get(collection)?.rows;
    const stored = collection.id < 0 ? [] : this.base.stored.scan(collection.id, after, limit, reverse);
    if (!rows || rows.size === 0) return stored;
    const start = after ?? (reverse ? Number.MAX_SAFE_INTEGER : 0);
    // Past the last stored row of a full page the next page will see what is laid over it.
    const end = stored.length === limit ? stored[limit - 1].rid : undefined;
    const inPage = (rid: RowId) =>
      reverse ? rid < start && (end === undefined || rid >= end) : rid > start && (end === undefined || rid <= end);
    const result = stored.filter(({ rid }) => !rows.has(rid));
    for (const [rid, { raw }] of rows) if (raw && inPage(rid)) result.push({ rid, raw });
    result.sort((a, b) => (reverse ? b.rid - a.rid : a.rid - b.rid));
    return this.fill(result, stored, limit, (last) => this.scan(collection, last.rid, limit, reverse));
  }

  scanIndex(
    collection: Collection,
    index: Index,
    range: Range,
    after: { key: Uint8Array; rid: RowId } | undefined,
    limit: number,
    reverse: boolean,
  ): IndexedRow[] {
    const rows = this.collections.get(collection)?.rows;
    const stored =
      collection.id < 0 ? [] : this.base.stored.scanIndex(collection.id, index.id, range, after, limit, reverse);
    if (!rows || rows.size === 0) return stored;
    const order = (a: { key: Uint8Array; rid: RowId }, b: { key: Uint8Array; rid: RowId }) =>
      (Buffer.compare(a.key, b.key) || a.rid - b.rid) * (reverse ? -1 : 1);
    const end = stored.length === limit ? stored[limit - 1] : undefined;
    const result = stored.filter(({ rid }) => !rows.has(rid));
    for (const [rid, { raw, after: document }] of rows) {
      if (!raw || !document) continue;
      for (const key of this.keysOf(index, document)) {
        if (Buffer.compare(key, range.low) < 0 || Buffer.compare(key, range.high) >= 0) continue;
        const entry = { key, rid, raw };
        if ((!after || order(entry, after) > 0) && (!end || order(entry, end) <= 0)) result.push(entry);
      }
    }
    result.sort(order);
    return this.fill(result, stored, limit, (last) => this.scanIndex(collection, index, range, last, limit, reverse));
  }

  /** A page shorter than asked for means the end, so one that lost rows is filled up. */
  private fill<R>(result: R[], stored: R[], limit: number, next: (last: R) => R[]): R[] {
    if (stored.length < limit || result.length >= limit) return stored.length < limit ? result : result.slice(0);
    return [...result, ...next(stored[limit - 1])];
  }

  get(collection: Collection, rid: RowId): Uint8Array | undefined {
    const row = this.collections.get(collection)?.rows.get(rid);
    if (row) return row.raw;
    return collection.id < 0 ? undefined : this.base.stored.get(collection.id, rid);
  }

  insert(collection: Collection, document: Doc): void {
    const raw = encodeDocument(document);
    this.checkUnique(collection, document, undefined);
    this.overlay(collection).rows.set(collection.rowIds.next++, { before: undefined, raw, after: document });
  }

  update(collection: Collection, row: Row, before: Doc, after: Doc): boolean {
    const raw = encodeDocument(after);
    if (Buffer.compare(raw, row.raw) === 0) return false;
    this.guard?.row(collection, row.rid);
    this.checkUnique(collection, after, row.rid);
    const { rows } = this.overlay(collection);
    const known = rows.get(row.rid);
    rows.set(row.rid, { before: known ? known.before : { ...row, document: before }, raw, after });
    return true;
  }

  remove(collection: Collection, row: Row, before: Doc): void {
    this.guard?.row(collection, row.rid);
    const { rows } = this.overlay(collection);
    const known = rows.get(row.rid);
    if (known && !known.before) rows.delete(row.rid);
    else {
      const original = known?.before ?? { ...row, document: before };
      rows.set(row.rid, { before: original, raw: undefined, after: undefined });
    }
  }

  private overlay(collection: Collection): OverlayCollection {
    let overlay = this.collections.get(collection);
    if (!overlay) {
      overlay = { collection, indexes: collection.indexes, rows: new Map() };
      this.collections.set(collection, overlay);
    }
    return overlay;
  }

  private checkUnique(collection: Collection, document: Doc, own: RowId | undefined): void {
    const rows = this.collections.get(collection)?.rows;
    for (const index of collection.indexes) {
      // Taken for every index: a document that cannot be indexed is refused here and not halfway through the commit.
      const keys = this.keysOf(index, document);
      if (!index.unique) continue;
      for (const key of keys) {
        const stored = collection.id < 0 ? [] : this.base.stored.rowsAt(index.id, key);
        if (stored.some((rid) => rid !== own && !rows?.has(rid))) throw duplicateKey(collection, index, document);
      }
      if (rows && rows.size > 0) this.checkOwnRows(collection, index, document, own, rows);
      for (const key of keys) this.guard?.uniqueKey(index, key);
    }
  }

  private checkOwnRows(
    collection: Collection,
    index: Index,
    document: Doc,
    own: RowId | undefined,
    rows: Map<RowId, WrittenRow>,
  ): void {
    const keys = this.keysOf(index, document);
    for (const [rid, row] of rows) {
      if (rid === own || !row.after) continue;
      for (const key of this.keysOf(index, row.after)) {
        if (keys.some((mine) => Buffer.compare(mine, key) === 0)) throw duplicateKey(collection, index, document);
      }
    }
  }

  /** The keys of a document of the overlay, which is looked through again and again. */
  private keysOf(index: Index, document: Doc): Uint8Array[] {
    let byIndex = this.keys.get(document);
    if (!byIndex) {
      byIndex = new Map();
      this.keys.set(document, byIndex);
    }
    let keys = byIndex.get(index.id);
    if (!keys) {
      keys = index.keysFor(document);
      byIndex.set(index.id, keys);
    }
    return keys;
  }
}
