import { Decimal } from './decimal.ts';
import {
  Binary,
  Code,
  DateTime,
  DbPointer,
  Double,
  ObjectId,
  Regex,
  type SymbolValue,
  Timestamp,
  type Value,
} from './values.ts';

/** Places in BSON's comparison order; values of different rank are ordered by it, numbers share one. */
export const RANK = {
  minKey: 1,
  missing: 2,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  dbPointer: 55,
  javascript: 60,
  javascriptWithScope: 65,
  maxKey: 127,
} as const;

const SPECIAL_RANK: Record<string, number> = {
  double: RANK.number,
  decimal: RANK.number,
  date: RANK.date,
  objectId: RANK.objectId,
  binData: RANK.binData,
  regex: RANK.regex,
  timestamp: RANK.timestamp,
  minKey: RANK.minKey,
  maxKey: RANK.maxKey,
  undefined: RANK.missing,
  symbol: RANK.string,
  dbPointer: RANK.dbPointer,
  javascript: RANK.javascript,
  javascriptWithScope: RANK.javascriptWithScope,
};

/** The rank of a value's type in BSON's comparison order. */
export function rank(v: Value): number {
  switch (typeof v) {
    case 'string':
      return RANK.string;
    case 'number':
    case 'bigint':
      return RANK.number;
    case 'boolean':
      return RANK.bool;
    case 'undefined':
      return RANK.missing;
    default:
      if (v === null) return RANK.null;
      if (v instanceof Map) return RANK.object;
      if (Array.isArray(v)) return RANK.array;
      return SPECIAL_RANK[v.kind];
  }
}

/** How two strings compare. */
export type CompareText = (a: string, b: string) => number;

/** Compares two values by BSON order: negative, 0 or positive. Missing comes before null. */
export function compare(a: Value, b: Value, compareText: CompareText = compareStrings): number {
  if (typeof a === 'number' && typeof b === 'number') return compareDoubles(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  const rankA = rank(a);
  const rankB = rank(b);
  if (rankA !== rankB) return rankA - rankB;
  switch (rankA) {
    case RANK.number:
      return compareNumbers(a, b);
    case RANK.string:
      return compareText(textOf(a), textOf(b));
    case RANK.object:
      return compareDocs(a as Map<string, Value>, b as Map<string, Value>, compareText);
    case RANK.array:
      return compareArrays(a as Value[], b as Value[], compareText);
    case RANK.bool:
      return Number(a) - Number(b);
    default:
      return compareSpecial(a, b);
  }
}

/** Equality by value: 1 equals 1.0 and Decimal 1.00; keys of documents in order. */
export function equal(a: Value, b: Value): boolean {
  if (a === b) return true;
  return compare(a, b) === 0;
}

function textOf(v: Value): string {
  return typeof v === 'string' ? v : (v as SymbolValue).text;
}

function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(!Number.isNaN(a)) - Number(!Number.isNaN(b));
}

function compareNumbers(a: Value, b: Value): number {
  const x = a instanceof Double ? a.value : a;
  const y = b instanceof Double ? b.value : b;
  if (typeof x === 'number' && typeof y === 'number') return compareDoubles(x, y);
  if (x instanceof Decimal || y instanceof Decimal) return toExactDecimal(x).compare(toExactDecimal(y));
  if (Number.isNaN(x as number)) return -1;
  if (Number.isNaN(y as number)) return 1;
  return (x as number) < (y as bigint) ? -1 : (x as number) > (y as bigint) ? 1 : 0;
}

function toExactDecimal(v: Value): Decimal {
  if (v instanceof Decimal) return v;
  return typeof v === 'bigint' ? Decimal.fromBigInt(v) : Decimal.exact(v as number);
}

/** Orders strings by their UTF-8 bytes, which differs from UTF-16 order where surrogates meet U+E000 to U+FFFF. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    if (x >= 0xd800 && y >= 0xd800) {
      const surrogateX = x < 0xe000;
      if (surrogateX !== y < 0xe000) return surrogateX ? 1 : -1;
    }
    return x < y ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}

function compareDocs(a: Map<string, Value>, b: Map<string, Value>, compareText: CompareText): number {
  const left = a.entries();
  const right = b.entries();
  for (;;) {
    const x = left.next();
    const y = right.next();
    if (x.done || y.done) return Number(!x.done) - Number(!y.done);
    const [keyX, valueX] = x.value;
    const [keyY, valueY] = y.value;
    const byType = rank(valueX) - rank(valueY);
    if (byType !== 0) return byType;
    const byName = compareStrings(keyX, keyY);
    if (byName !== 0) return byName;
    const byValue = compare(valueX, valueY, compareText);
    if (byValue !== 0) return byValue;
  }
}

function compareArrays(a: Value[], b: Value[], compareText: CompareText): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const c = compare(a[i], b[i], compareText);
    if (c !== 0) return c;
  }
  return a.length - b.length;
}

function compareSpecial(a: Value, b: Value): number {
  if (a instanceof DateTime) return a.ms - (b as DateTime).ms;
  if (a instanceof ObjectId) {
    const other = (b as ObjectId).bytes;
    return a.bytes < other ? -1 : a.bytes > other ? 1 : 0;
  }
  if (a instanceof Binary) {
    const other = b as Binary;
    return a.bytes.length - other.bytes.length || a.subType - other.subType || Buffer.compare(a.bytes, other.bytes);
  }
  if (a instanceof Timestamp) {
    const other = b as Timestamp;
    return a.seconds - other.seconds || a.increment - other.increment;
  }
  if (a instanceof Regex) {
    const other = b as Regex;
    return compareStrings(a.pattern, other.pattern) || compareStrings(a.options, other.options);
  }
  if (a instanceof Code) {
    const other = b as Code;
    const byCode = compareStrings(a.code, other.code);
    return byCode || compareDocs(a.scope ?? new Map(), other.scope ?? new Map(), compareStrings);
  }
  if (!(a instanceof DbPointer)) return 0;
  const other = b as DbPointer;
  return compareStrings(a.namespace, other.namespace) || (a.id < other.id ? -1 : a.id > other.id ? 1 : 0);
}

/** Sameness to the bit, as decides whether an update changes anything: 1 is not 1.0, and -0 is not 0. */
export function identical(a: Value, b: Value): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Map) {
    if (!(b instanceof Map) || a.size !== b.size) return false;
    const others = b.entries();
    for (const [key, value] of a) {
      const [otherKey, otherValue] = others.next().value as [string, Value];
      if (key !== otherKey || !identical(value, otherValue)) return false;
    }
    return true;
  }
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => identical(item, b[i]));
  if (b instanceof Map || Array.isArray(b) || a.kind !== b.kind) return false;
  if (a instanceof Double) return Object.is(a.value, (b as Double).value);
  if (a instanceof Decimal) return a.toString() === b.toString() && a.exponent === (b as Decimal).exponent;
  return compareSpecial(a, b) === 0;
}
