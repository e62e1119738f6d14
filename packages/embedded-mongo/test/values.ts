import { Binary, BSONRegExp, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'mongodb';

/** A value of canonical Extended JSON. */
export type Json = null | boolean | string | number | Json[] | { [key: string]: Json };

type Reader = (operand: never) => unknown;

const READERS: Record<string, Reader> = {
  $oid: (hex: string) => new ObjectId(hex),
  $numberInt: (text: string) => new Int32(Number(text)),
  $numberLong: (text: string) => Long.fromString(text),
  $numberDouble: (text: string) => new Double(Number(text)),
  $numberDecimal: (text: string) => Decimal128.fromString(text),
  $binary: ({ base64, subType }: { base64: string; subType: string }) =>
    new Binary(Buffer.from(base64, 'base64'), Number.parseInt(subType, 16)),
  $date: ({ $numberLong }: { $numberLong: string }) => new Date(Number($numberLong)),
  $regularExpression: ({ pattern, options }: { pattern: string; options: string }) => new BSONRegExp(pattern, options),
  $timestamp: (fields: { t: number; i: number }) => new Timestamp(fields),
  $minKey: () => new MinKey(),
  $maxKey: () => new MaxKey(),
};

/**
 * Reads canonical Extended JSON. Only the exact one-key wrappers are types, so `{"$regex": ...}` stays a query operator.
 * A bare number is an int32, for cases written by hand.
 */
export function fromJson(v: Json): unknown {
  if (typeof v === 'number') return new Int32(v);
  if (v === null || typeof v !== 'object') return v;
  if (Array.isArray(v)) return v.map(fromJson);
  const keys = Object.keys(v);
  const reader = keys.length === 1 ? READERS[keys[0]] : undefined;
  if (reader) return reader(v[keys[0]] as never);
  return Object.fromEntries(keys.map((key) => [key, fromJson(v[key])]));
}

interface Bson {
  _bsontype?: string;
}

/** Writes what the driver answered (with `promoteValues: false`) as canonical Extended JSON. */
export function toJson(v: unknown): Json {
  if (v === null || v === undefined) return null;
  if (typeof v === 'boolean' || typeof v === 'string') return v;
  if (typeof v === 'number') {
    const isInt = Number.isInteger(v) && !Object.is(v, -0) && Math.abs(v) <= 2_147_483_647;
    return isInt ? { $numberInt: String(v) } : doubleJson(v);
  }
  if (typeof v === 'bigint') return { $numberLong: String(v) };
  if (Array.isArray(v)) return v.map(toJson);
  if (v instanceof Date) return { $date: { $numberLong: String(v.getTime()) } };
  return bsonJson(v) ?? Object.fromEntries(Object.entries(v).map(([key, value]) => [key, toJson(value)]));
}

function doubleJson(n: number): Json {
  return { $numberDouble: Object.is(n, -0) ? '-0.0' : String(n) };
}

function bsonJson(v: object): Json | undefined {
  switch ((v as Bson)._bsontype) {
    case 'ObjectId':
      return { $oid: (v as ObjectId).toHexString() };
    case 'Int32':
      return { $numberInt: String((v as Int32).value) };
    case 'Long':
      return { $numberLong: (v as Long).toString() };
    case 'Double':
      return doubleJson((v as Double).value);
    case 'Decimal128':
      return { $numberDecimal: (v as Decimal128).toString() };
    case 'Binary': {
      const binary = v as Binary;
      return { $binary: { base64: binary.toString('base64'), subType: binary.sub_type.toString(16).padStart(2, '0') } };
    }
    case 'BSONRegExp': {
      const { pattern, options } = v as BSONRegExp;
      return { $regularExpression: { pattern, options: [...options].sort().join('') } };
    }
    case 'Timestamp': {
      const timestamp = v as Timestamp;
      return { $timestamp: { t: timestamp.getHighBitsUnsigned(), i: timestamp.getLowBitsUnsigned() } };
    }
    case 'MinKey':
      return { $minKey: 1 };
    case 'MaxKey':
      return { $maxKey: 1 };
    default:
      return undefined;
  }
}

const WRAPPED: Record<string, string> = {
  $date: 'date',
  $oid: 'objectId',
  $timestamp: 'timestamp',
  $numberInt: 'int',
  $numberLong: 'long',
  $numberDouble: 'double',
  $numberDecimal: 'decimal',
};

function typeOf(v: Json): string {
  if (v === null) return 'null';
  if (Array.isArray(v)) return 'array';
  if (typeof v !== 'object') return typeof v === 'boolean' ? 'bool' : 'string';
  return WRAPPED[Object.keys(v)[0]] ?? 'object';
}

/** Equal with types, digits and the order of keys; `{"$anyType": t}` stands for any value of a type, a bare number for an int32. */
export function sameJson(expected: Json, got: Json | undefined): boolean {
  if (typeof expected === 'number' && typeof got === 'number') return expected === got;
  if (typeof expected === 'number') return sameJson({ $numberInt: String(expected) }, got);
  if (got === undefined) return false;
  if (expected === null || typeof expected !== 'object') return expected === got;
  if (!Array.isArray(expected) && typeof expected.$anyType === 'string') return typeOf(got) === expected.$anyType;
  if (got === null || typeof got !== 'object') return false;
  if (Array.isArray(expected) || Array.isArray(got)) {
    if (!Array.isArray(expected) || !Array.isArray(got) || expected.length !== got.length) return false;
    return expected.every((item, i) => sameJson(item, got[i]));
  }
  const keys = Object.keys(expected);
  const others = Object.keys(got);
  if (keys.length !== others.length) return false;
  if (keys.length === 1 && keys[0] === '$numberDouble' && others[0] === '$numberDouble') {
    return doubleText(expected.$numberDouble) === doubleText(got.$numberDouble);
  }
  return keys.every((key, i) => others[i] === key && sameJson(expected[key], got[key]));
}

/** Doubles compare by value; -0 differs from 0. */
function doubleText(v: Json): string {
  return v === '-0.0' || v === '-0' ? '-0' : String(Number(v));
}

export function sameSet(expected: Json[], got: Json[]): boolean {
  if (expected.length !== got.length) return false;
  const rest = [...got];
  return expected.every((item) => {
    const place = rest.findIndex((other) => sameJson(item, other));
    if (place < 0) return false;
    rest.splice(place, 1);
    return true;
  });
}
