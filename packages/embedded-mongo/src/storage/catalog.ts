import { decode } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { isNumeric, toNumber } from '../bson/numbers.ts';
import type { Doc, Value } from '../bson/values.ts';
import { Scope } from '../expressions/scope.ts';
import type { Filter } from '../matcher/ast.ts';
import { parseFilter } from '../matcher/parse.ts';
import { splitPath } from '../matcher/paths.ts';
import { type Entries, entriesOf } from './index-keys.ts';

/** An index: its specification as the client gave it, and what is derived from it. */
export class Index {
  readonly id: number;
  readonly spec: Doc;
  readonly name: string;
  readonly fields: string[];
  readonly directions: number[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly hidden: boolean;
  readonly partial: Filter | undefined;
  /** Seconds after which a document expires. */
  readonly expireAfter: number | undefined;
  multikey: boolean;
  /** False while it is filled from what is there already. */
  ready = true;
  private readonly paths: string[][];

  constructor(id: number, spec: Doc, multikey: boolean) {
    this.id = id;
    this.spec = spec;
    this.name = spec.get('name') as string;
    const key = spec.get('key') as Doc;
    this.fields = [...key.keys()];
    this.directions = [...key.values()].map((v) => (isNumeric(v) && toNumber(v) < 0 ? -1 : 1));
    this.unique = spec.get('unique') === true || this.isId;
    this.sparse = spec.get('sparse') === true;
    this.hidden = spec.get('hidden') === true;
    const partial = spec.get('partialFilterExpression');
    this.partial = partial instanceof Map ? parseFilter(partial, Scope.root()) : undefined;
    const seconds = spec.get('expireAfterSeconds');
    this.expireAfter = isNumeric(seconds) ? toNumber(seconds) : undefined;
    this.multikey = multikey;
    this.paths = this.fields.map(splitPath);
  }

  get isId(): boolean {
    return this.fields.length === 1 && this.fields[0] === '_id';
  }

  get key(): Doc {
    return this.spec.get('key') as Doc;
  }

  /** The keys under which a document stands in this index. */
  keysFor(document: Doc): Uint8Array[] {
    if (this.partial && !this.partial.test(document)) return [];
    const entries: Entries = entriesOf(document, this.paths, this.directions);
    if (this.sparse && entries.absent) return [];
    if (entries.multikey) this.multikey = true;
    return entries.keys;
  }
}

/** A collection: its tables by id, its options and its indexes; `_id` comes first. */
export class Collection {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  options: Doc;
  readonly uuid: Uint8Array;
  indexes: Index[] = [];
  /** Where the number of the next row comes from, also for those that see an older state of the collection. */
  rowIds = { next: 1 };
  dropped = false;

  constructor(id: number, db: string, name: string, options: Doc, uuid: Uint8Array) {
    this.id = id;
    this.db = db;
    this.name = name;
    this.options = options;
    this.uuid = uuid;
  }

  get namespace(): string {
    return `${this.db}.${this.name}`;
  }

  /** As it is now, whatever becomes of it: for those who read a snapshot. */
  frozen(): Collection {
    const copy = new Collection(this.id, this.db, this.name, this.options, this.uuid);
    copy.indexes = this.indexes;
    copy.rowIds = this.rowIds;
    return copy;
  }
}

/** Bytes for the catalog tables. */
export function pack(document: Doc): Uint8Array {
  return encode(document);
}

export function unpack(bytes: Uint8Array): Doc {
  return decode(bytes);
}

/** The default name of an index: `a_1_b_-1`. */
export function indexName(key: Doc): string {
  return [...key].map(([field, direction]) => `${field}_${text(direction)}`).join('_');
}

function text(v: Value): string {
  return isNumeric(v) ? String(toNumber(v)) : String(v);
}
