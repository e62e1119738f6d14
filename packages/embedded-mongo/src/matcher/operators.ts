import type { Collation } from '../bson/collation.ts';
import { compare, equal, RANK, rank } from '../bson/compare.ts';
import { Decimal } from '../bson/decimal.ts';
import { hashKey } from '../bson/keys.ts';
import { isNumeric, toNumber } from '../bson/numbers.ts';
import {
  Binary,
  isNullish,
  MaxKey,
  MinKey,
  Regex,
  SymbolValue,
  TYPE_NUMBERS,
  typeName,
  type Value,
} from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Test } from './paths.ts';
import { compile } from './regex.ts';

/** Equality as a query sees it: null also matches missing. */
export function equalTo(value: Value, collation?: Collation): Test {
  if (isNullish(value)) return isNullish;
  if (collation) return (v) => v !== undefined && compare(v, value, collation.compare) === 0;
  if (typeof value === 'string') return (v) => v === value || (v instanceof SymbolValue && v.text === value);
  if (typeof value === 'number') return (v) => v === value || (v !== undefined && equal(v, value));
  return (v) => v !== undefined && equal(v, value);
}

/** `$gt`, `$gte`, `$lt`, `$lte`: only values of the same kind are comparable. */
export function ordered(op: '$gt' | '$gte' | '$lt' | '$lte', value: Value, collation?: Collation): Test {
  const orEqual = op === '$gte' || op === '$lte';
  if (isNullish(value)) return orEqual ? isNullish : () => false;
  const holds = (c: number) => (c === 0 ? orEqual : op[1] === 'g' ? c > 0 : c < 0);
  if (value instanceof MinKey || value instanceof MaxKey) return (v) => v !== undefined && holds(compare(v, value));
  const isNaNValue = isNumeric(value) && Number.isNaN(toNumber(value));
  if (isNaNValue) return (v) => orEqual && isNumeric(v) && Number.isNaN(toNumber(v));
  const kind = rank(value);
  return (v) => {
    if (rank(v) !== kind) return false;
    if (kind === RANK.number && isNumeric(v) && Number.isNaN(toNumber(v))) return false;
    return holds(compare(v, value, collation?.compare));
  };
}

/** `$in`: equality with any of the values, or a match of any of the regular expressions. */
export function oneOf(values: Value[], collation?: Collation): Test {
  const fold = collation?.key;
  const keys = new Set<string>();
  const patterns: Test[] = [];
  let nullish = false;
  for (const value of values) {
    if (isNullish(value)) nullish = true;
    else {
      if (value instanceof Regex) patterns.push(matches(value));
      keys.add(hashKey(value, fold));
    }
  }
  return (v) => {
    if (isNullish(v)) return nullish;
    return keys.has(hashKey(v, fold)) || patterns.some((test) => test(v));
  };
}

/** A regular expression matches strings, and a regular expression equal to itself. */
export function matches(regex: Regex): Test {
  const compiled = compile(regex);
  return (v) => {
    if (typeof v === 'string') return compiled.test(v);
    if (v instanceof SymbolValue) return compiled.test(v.text);
    return v instanceof Regex && equal(v, regex);
  };
}

/** `$mod: [divisor, remainder]` on the number truncated to an integer. */
export function modulo(operand: Value): Test {
  if (!Array.isArray(operand)) fail(2, 'malformed mod, needs to be an array');
  if (operand.length < 2) fail(2, 'malformed mod, not enough elements');
  if (operand.length > 2) fail(2, 'malformed mod, too many elements');
  const divisor = whole(operand[0], 'malformed mod, divisor value is invalid');
  const expected = whole(operand[1], 'malformed mod, remainder value is invalid');
  if (divisor === 0n) fail(2, 'divisor cannot be 0');
  return (v) => {
    const n = truncated(v);
    return n !== undefined && n % divisor === expected;
  };
}

function whole(v: Value, message: string): bigint {
  return truncated(v) ?? fail(2, message);
}

function truncated(v: Value): bigint | undefined {
  if (typeof v === 'bigint') return v;
  if (v instanceof Decimal) return v.form === 'finite' ? v.toBigInt() : undefined;
  if (!isNumeric(v)) return undefined;
  const n = toNumber(v);
  return Number.isFinite(n) ? BigInt(Math.trunc(n)) : undefined;
}

/** `$size` of the array itself. */
export function hasSize(operand: Value): Test {
  if (!isNumeric(operand)) fail(9, 'Failed to parse $size. Expected a number');
  const size = toNumber(operand);
  if (!Number.isInteger(size)) fail(9, 'Failed to parse $size. Expected an integer');
  if (size < 0) fail(9, 'Failed to parse $size. Expected a non-negative number');
  return (v) => Array.isArray(v) && v.length === size;
}

/** `$type` by alias or number, or a list of them. */
export function hasType(operand: Value): Test {
  const wanted = new Set<string>();
  const list = Array.isArray(operand) ? operand : [operand];
  if (list.length === 0) fail(9, '$type must match at least one type');
  for (const item of list) {
    if (item === 'number') for (const name of ['int', 'long', 'double', 'decimal']) wanted.add(name);
    else if (typeof item === 'string') {
      if (!(item in TYPE_NUMBERS)) fail(2, `Unknown type name alias: ${item}`);
      wanted.add(item);
    } else if (isNumeric(item)) {
      const name = Object.entries(TYPE_NUMBERS).find(([, n]) => n === toNumber(item))?.[0];
      wanted.add(name ?? fail(2, `Invalid numerical type code: ${toNumber(item)}`));
    } else fail(14, 'type must be represented as a number or a string');
  }
  return (v) => v !== undefined && wanted.has(typeName(v));
}

/** `$bitsAllSet` and its three relatives; the mask is a number, binary data or a list of positions. */
export function bits(op: string, operand: Value): Test {
  const positions = bitPositions(operand, op);
  return (v) => {
    const isSet = bitReader(v);
    if (!isSet) return false;
    if (op === '$bitsAllSet') return positions.every(isSet);
    if (op === '$bitsAnySet') return positions.some(isSet);
    if (op === '$bitsAllClear') return !positions.some(isSet);
    return !positions.every(isSet);
  };
}

function bitPositions(operand: Value, op: string): number[] {
  if (Array.isArray(operand)) {
    return operand.map((item) => {
      const n = isNumeric(item) ? toNumber(item) : Number.NaN;
      if (!Number.isInteger(n) || n < 0) fail(2, `bit positions must be an integer >= 0 in ${op}`);
      return n;
    });
  }
  const isSet = operand instanceof Binary || isWholeNumber(operand) ? bitReader(operand) : undefined;
  if (!isSet || (isNumeric(operand) && toNumber(operand) < 0)) {
    fail(2, `${op} takes an Array, a number, or a BinData but received: ${typeName(operand)}`);
  }
  const length = operand instanceof Binary ? operand.bytes.length * 8 : 64;
  return Array.from({ length }, (_, i) => i).filter(isSet);
}

function isWholeNumber(v: Value): boolean {
  return isNumeric(v) && (typeof v === 'bigint' || Number.isInteger(toNumber(v)));
}

function bitReader(v: Value): ((position: number) => boolean) | undefined {
  if (v instanceof Binary) return (p) => ((v.bytes[p >> 3] ?? 0) & (1 << (p & 7))) !== 0;
  if (!isWholeNumber(v)) return undefined;
  const n = truncated(v) as bigint;
  if (BigInt.asIntN(64, n) !== n) return undefined;
  // Numbers are sign-extended beyond their 64 bits.
  return (p) => ((n >> BigInt(Math.min(p, 63))) & 1n) === 1n;
}
