import { Decimal } from '../src/bson/decimal.ts';
import { isDouble, toNumber } from '../src/bson/numbers.ts';
import { type Code, DateTime, doc, isDoc, ObjectId, Regex, type Value } from '../src/bson/values.ts';
import { MongoError } from '../src/errors.ts';

/** A value in one line, in which types and the order of keys show: `{a: 1, b: 1.0, c: 1L, d: 1m, e: "x"}`. */
export function text(v: Value): string {
  if (v === undefined) return 'missing';
  if (v === null || typeof v === 'boolean') return String(v);
  if (typeof v === 'string') return JSON.stringify(v);
  if (typeof v === 'bigint') return `${v}L`;
  if (isDouble(v)) {
    const n = toNumber(v);
    return Number.isInteger(n) && Math.abs(n) < 1e21 ? `${Object.is(n, -0) ? '-0' : n}.0` : String(n);
  }
  if (typeof v === 'number') return String(v);
  if (Array.isArray(v)) return `[${v.map(text).join(', ')}]`;
  if (isDoc(v)) return `{${[...v].map(([key, value]) => `${key}: ${text(value)}`).join(', ')}}`;
  if (v instanceof Decimal) return `${v}m`;
  if (v instanceof DateTime) return new Date(v.ms).toISOString();
  if (v instanceof ObjectId) return `oid ${v.toHex()}`;
  if (v instanceof Regex) return `/${v.pattern}/${v.options}`;
  return (v as Code).kind;
}

/** What a computation gives, in that notation; an error of MongoDB's is `code <number>`. */
export function outcome(compute: () => Value): string {
  try {
    return text(compute());
  } catch (error) {
    if (error instanceof MongoError) return `code ${error.code}`;
    throw error;
  }
}

/** A value from plain JavaScript, where dates become BSON dates. */
export function value(v: unknown): Value {
  return doc({ v: dated(v) }).get('v');
}

function dated(v: unknown): unknown {
  if (v instanceof Date) return new DateTime(v.getTime());
  if (Array.isArray(v)) return v.map(dated);
  if (v !== null && typeof v === 'object' && Object.getPrototypeOf(v) === Object.prototype) {
    return Object.fromEntries(Object.entries(v).map(([key, item]) => [key, dated(item)]));
  }
  return v;
}

export function document(fields: Record<string, unknown>): Map<string, Value> {
  return value(fields) as Map<string, Value>;
}

export function decimal(digits: string): Decimal {
  return Decimal.parse(digits) as Decimal;
}
