import type { Decimal } from './decimal.ts';

/**
 * The server's own picture of a BSON value.
 *
 * A JavaScript number that is a 32-bit integer is an int32, any other number a double; a double that happens to be a
 * 32-bit integer (or -0) is wrapped in `Double`, so the type survives. A bigint is an int64. A document is a `Map`, which
 * keeps the order of keys such as "1" and knows no `__proto__`. `undefined` is a missing field and is never stored.
 */
export type Value = undefined | null | boolean | number | bigint | string | Doc | Value[] | Special;
export type Doc = Map<string, Value>;
export type Special =
  | Double
  | Decimal
  | DateTime
  | ObjectId
  | Binary
  | Regex
  | Timestamp
  | MinKey
  | MaxKey
  | Code
  | SymbolValue
  | DbPointer
  | Undefined;

/** A double whose value is a 32-bit integer or -0. Build doubles with `double()` only. */
export class Double {
  readonly kind = 'double' as const;
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** The canonical form of a double. */
export function double(n: number): number | Double {
  return (n | 0) === n ? new Double(n) : n;
}

/** An int32 where it fits, else an int64; for counts and other integers of our own making. */
export function integer(n: number): number | bigint {
  return (n | 0) === n ? n | 0 : BigInt(n);
}

export class DateTime {
  readonly kind = 'date' as const;
  /** Milliseconds since the epoch. */
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
}

export class ObjectId {
  readonly kind = 'objectId' as const;
  /** Twelve bytes as a latin1 string, so comparison is plain string comparison. */
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
  toHex(): string {
    return Buffer.from(this.bytes, 'latin1').toString('hex');
  }
  static fromHex(hex: string): ObjectId {
    return new ObjectId(Buffer.from(hex, 'hex').toString('latin1'));
  }
  static next(): ObjectId {
    counter = (counter + 1) & 0xffffff;
    const id = Buffer.alloc(12);
    id.writeUInt32BE(Math.floor(Date.now() / 1000) >>> 0, 0);
    processPart.copy(id, 4);
    id.writeUIntBE(counter, 9, 3);
    return new ObjectId(id.latin1Slice());
  }
}
const processPart = Buffer.from(crypto.getRandomValues(new Uint8Array(5)));
let counter = Math.floor(Math.random() * 0xffffff);

export class Binary {
  readonly kind = 'binData' as const;
  readonly subType: number;
  readonly bytes: Uint8Array;
  constructor(subType: number, bytes: Uint8Array) {
    this.subType = subType;
    this.bytes = bytes;
  }
}

export class Regex {
  readonly kind = 'regex' as const;
  readonly pattern: string;
  readonly options: string;
  constructor(pattern: string, options: string) {
    this.pattern = pattern;
    this.options = options;
  }
}

export class Timestamp {
  readonly kind = 'timestamp' as const;
  readonly seconds: number;
  readonly increment: number;
  constructor(seconds: number, increment: number) {
    this.seconds = seconds >>> 0;
    this.increment = increment >>> 0;
  }
  /** A timestamp that no earlier call has returned. */
  static next(): Timestamp {
    const seconds = Math.floor(Date.now() / 1000);
    if (seconds > lastSeconds) {
      lastSeconds = seconds;
      lastIncrement = 0;
    }
    return new Timestamp(lastSeconds, ++lastIncrement);
  }
}
let lastSeconds = 0;
let lastIncrement = 0;

export class MinKey {
  readonly kind = 'minKey' as const;
}
export class MaxKey {
  readonly kind = 'maxKey' as const;
}
/** The deprecated BSON type 6. */
export class Undefined {
  readonly kind = 'undefined' as const;
}
export class Code {
  readonly kind: 'javascript' | 'javascriptWithScope';
  readonly code: string;
  readonly scope: Doc | undefined;
  constructor(code: string, scope?: Doc) {
    this.kind = scope ? 'javascriptWithScope' : 'javascript';
    this.code = code;
    this.scope = scope;
  }
}
export class SymbolValue {
  readonly kind = 'symbol' as const;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export class DbPointer {
  readonly kind = 'dbPointer' as const;
  readonly namespace: string;
  readonly id: string;
  constructor(namespace: string, id: string) {
    this.namespace = namespace;
    this.id = id;
  }
}
export const MIN_KEY = new MinKey();
export const MAX_KEY = new MaxKey();
export const UNDEFINED = new Undefined();

export type TypeName =
  | 'missing'
  | 'double'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'undefined'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'null'
  | 'regex'
  | 'dbPointer'
  | 'javascript'
  | 'symbol'
  | 'javascriptWithScope'
  | 'int'
  | 'timestamp'
  | 'long'
  | 'decimal'
  | 'minKey'
  | 'maxKey';

/** The alias that `$type` uses for a value. */
export function typeName(v: Value): TypeName {
  switch (typeof v) {
    case 'string':
      return 'string';
    case 'number':
      return (v | 0) === v ? 'int' : 'double';
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'long';
    case 'undefined':
      return 'missing';
    default:
      if (v === null) return 'null';
      if (v instanceof Map) return 'object';
      if (Array.isArray(v)) return 'array';
      return v.kind;
  }
}

/** Type numbers of the BSON specification, for `$type` and the encoder. */
export const TYPE_NUMBERS: Record<Exclude<TypeName, 'missing'>, number> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};

export function isDoc(v: Value): v is Doc {
  return v instanceof Map;
}

export function isNullish(v: Value): boolean {
  return v === null || v === undefined || v instanceof Undefined;
}

/** A deep copy where containers are copied; leaves are immutable and shared. */
export function cloneValue<T extends Value>(v: T): T {
  if (Array.isArray(v)) return v.map(cloneValue) as T;
  if (v instanceof Map) {
    const copy: Doc = new Map();
    for (const [key, value] of v as Doc) copy.set(key, cloneValue(value));
    return copy as T;
  }
  return v;
}

/** A document from a plain object, for replies: numbers are as in `Value`, nested plain objects are converted. */
export function doc(fields: Record<string, unknown>): Doc {
  const result: Doc = new Map();
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) result.set(key, plain(value));
  return result;
}

function plain(v: unknown): Value {
  if (Array.isArray(v)) return v.map(plain);
  if (v !== null && typeof v === 'object' && Object.getPrototypeOf(v) === Object.prototype) {
    return doc(v as Record<string, unknown>);
  }
  return v as Value;
}
