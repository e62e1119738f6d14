import { encode, MAX_DOCUMENT_BYTES } from '../bson/encode.ts';
import type { Doc, Value } from '../bson/values.ts';
import { MongoError } from '../errors.ts';
import type { Collection, Index } from './catalog.ts';
import type { IndexedRow, Range, Row, RowId } from './connection.ts';
import type { Store } from './store.ts';

/** How commands read and write documents: straight through, or inside a transaction. */
export interface View {
  scan(collection: Collection, after: RowId | undefined, limit: number, reverse: boolean): Row[];
  scanIndex(
    collection: Collection,
    index: Index,
    range: Range,
    after: { key: Uint8Array; rid: RowId } | undefined,
    limit: number,
    reverse: boolean,
  ): IndexedRow[];
  get(collection: Collection, rid: RowId): Uint8Array | undefined;
  /** Stores a new document. Throws 11000 when a unique index refuses it; nothing is written then. */
  insert(collection: Collection, document: Doc): void;
  update(collection: Collection, row: Row, before: Doc, after: Doc): boolean;
  remove(collection: Collection, row: Row, before: Doc): void;
}

/** A row as a transaction has left it. */
export interface WrittenRow {
  /** As the snapshot has it; undefined for a row of the transaction's own. */
  before: (Row & { document: Doc }) | undefined;
  /** Undefined when it was deleted. */
  raw: Uint8Array | undefined;
  after: Doc | undefined;
}

/** Writes at once into the batch of the store. */
export class DirectView implements View {
  private readonly store: Store;
  /** Told of every row written, so that open transactions notice conflicts. */
  private readonly onWrite: (collection: Collection, rid: RowId) => void;

  constructor(store: Store, onWrite: (collection: Collection, rid: RowId) => void) {
    this.store = store;
    this.onWrite = onWrite;
  }

  scan(collection: Collection, after: RowId | undefined, limit: number, reverse: boolean): Row[] {
    return this.store.main.scan(collection.id, after, limit, reverse);
  }

  scanIndex(
    collection: Collection,
    index: Index,
    range: Range,
    after: { key: Uint8Array; rid: RowId } | undefined,
    limit: number,
    reverse: boolean,
  ): IndexedRow[] {
    return this.store.main.scanIndex(collection.id, index.id, range, after, limit, reverse);
  }

  get(collection: Collection, rid: RowId): Uint8Array | undefined {
    return this.store.main.get(collection.id, rid);
  }

  insert(collection: Collection, document: Doc): void {
    const raw = encodeDocument(document);
    const entries = collection.indexes.map((index): [Index, Uint8Array[]] => [index, index.keysFor(document)]);
    for (const [index, keys] of entries) this.checkUnique(collection, index, keys, document, undefined);
    this.insertRow(collection, collection.rowIds.next++, raw, entries);
  }

  /** Writes a document and its entries under a given row. */
  insertRow(collection: Collection, rid: RowId, raw: Uint8Array, entries: [Index, Uint8Array[]][]): void {
    this.store.begin();
    const { main } = this.store;
    main.row('insert', collection.id).run(rid, raw);
    for (const [index, keys] of entries) {
      const insert = main.row('insertEntry', index.id);
      for (const key of keys) insert.run(key, rid);
    }
    this.onWrite(collection, rid);
  }

  update(collection: Collection, row: Row, before: Doc, after: Doc): boolean {
    const raw = encodeDocument(after);
    if (Buffer.compare(raw, row.raw) === 0) return false;
    const changes = indexChanges(collection, before, after);
    for (const { index, added } of changes) this.checkUnique(collection, index, added, after, row.rid);
    this.updateRow(collection, row, raw, changes);
    return true;
  }

  private updateRow(collection: Collection, row: Row, raw: Uint8Array, changes: IndexChange[]): void {
    this.store.begin();
    const { main } = this.store;
    main.row('update', collection.id).run(raw, row.rid);
    for (const { index, added, removed } of changes) {
      for (const key of removed) main.row('removeEntry', index.id).run(key, row.rid);
      for (const key of added) main.row('insertEntry', index.id).run(key, row.rid);
    }
    this.onWrite(collection, row.rid);
  }

  /** Writes what a transaction has done to rows; uniqueness was checked before. */
  writeRows(collection: Collection, rows: Map<RowId, WrittenRow>): void {
    for (const [rid, { before, raw, after }] of rows) {
      if (!raw || !after) {
        if (before) this.remove(collection, before, before.document);
      } else if (before) this.updateRow(collection, before, raw, indexChanges(collection, before.document, after));
      else {
        const entries = collection.indexes.map((index): [Index, Uint8Array[]] => [index, index.keysFor(after)]);
        this.insertRow(collection, rid, raw, entries);
        collection.rowIds.next = Math.max(collection.rowIds.next, rid + 1);
      }
    }
  }

  remove(collection: Collection, row: Row, before: Doc): void {
    this.store.begin();
    const { main } = this.store;
    main.row('remove', collection.id).run(row.rid);
    for (const index of collection.indexes) {
      const remove = main.row('removeEntry', index.id);
      for (const key of index.keysFor(before)) remove.run(key, row.rid);
    }
    this.onWrite(collection, row.rid);
  }

  private checkUnique(
    collection: Collection,
    index: Index,
    keys: Uint8Array[],
    document: Doc,
    own: RowId | undefined,
  ): void {
    if (!index.unique) return;
    for (const key of keys) {
      for (const rid of this.store.main.rowsAt(index.id, key)) {
        if (rid !== own) throw duplicateKey(collection, index, document);
      }
    }
  }
}

/** The bytes of a document to store; code 10334 above 16 MB. */
export function encodeDocument(document: Doc): Uint8Array {
  const raw = encode(document);
  if (raw.length > MAX_DOCUMENT_BYTES) {
    throw new MongoError(
      10334,
      `BSONObj size: ${raw.length} is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES}`,
    );
  }
  return raw;
}

interface IndexChange {
  index: Index;
  added: Uint8Array[];
  removed: Uint8Array[];
}

/** What an update changes in each index; indexes it does not touch are left out. */
function indexChanges(collection: Collection, before: Doc, after: Doc): IndexChange[] {
  const changes: IndexChange[] = [];
  for (const index of collection.indexes) {
    const old = new Map(index.keysFor(before).map((key) => [latin1(key), key]));
    const added: Uint8Array[] = [];
    for (const key of index.keysFor(after)) if (!old.delete(latin1(key))) added.push(key);
    if (added.length > 0 || old.size > 0) changes.push({ index, added, removed: [...old.values()] });
  }
  return changes;
}

export function latin1(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.length).latin1Slice();
}

export function duplicateKey(collection: Collection, index: Index, document: Doc): MongoError {
  const keyValue: Doc = new Map();
  for (const field of index.fields) keyValue.set(field, fieldValue(document, field) ?? null);
  const text = [...keyValue].map(([field, value]) => `${field}: ${describe(value)}`).join(', ');
  return new MongoError(
    11000,
    `E11000 duplicate key error collection: ${collection.namespace} index: ${index.name} dup key: { ${text} }`,
    { extra: { keyPattern: index.key, keyValue } },
  );
}

function fieldValue(document: Doc, path: string): Value {
  let v: Value = document;
  for (const part of path.split('.'))
    v = v instanceof Map ? v.get(part) : Array.isArray(v) ? fieldOfArray(v, part) : undefined;
  return v;
}

function fieldOfArray(items: Value[], part: string): Value {
  for (const item of items) if (item instanceof Map && item.has(part)) return item.get(part);
  return undefined;
}

function describe(v: Value): string {
  if (typeof v === 'string') return JSON.stringify(v);
  if (v === null || typeof v !== 'object') return String(v);
  if ('toHex' in v) return `ObjectId('${v.toHex()}')`;
  if (Array.isArray(v)) return `[ ${v.map(describe).join(', ')} ]`;
  if (v instanceof Map) return `{ ${[...v].map(([key, value]) => `${key}: ${describe(value)}`).join(', ')} }`;
  if ('value' in v) return String(v.value);
  if ('ms' in v) return `new Date(${v.ms})`;
  return 'toString' in v ? String(v) : v;
}
