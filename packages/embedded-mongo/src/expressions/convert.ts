import { Decimal } from '../bson/decimal.ts';
import { fitInt64, isDouble, isInt32, isNumeric, type Numeric, toDecimal, toNumber } from '../bson/numbers.ts';
import {
  Binary,
  DateTime,
  double,
  isNullish,
  ObjectId,
  SymbolValue,
  Timestamp,
  TYPE_NUMBERS,
  type TypeName,
  typeName,
  type Value,
} from '../bson/values.ts';
import { fail, MongoError } from '../errors.ts';
import { namedOperands, nullable } from './arguments.ts';
import type { Expr } from './compile.ts';
import { parseDate } from './date-parse.ts';
import { type Build, register } from './registry.ts';
import { UTC } from './zones.ts';

const FAILED = 241;

function failed(why: string): never {
  return fail(FAILED, `${why} in $convert with no onError value`);
}

/** A number as `$toString` writes it. */
export function numberText(v: Numeric): string {
  if (v instanceof Decimal) return v.toString();
  if (typeof v === 'bigint') return v.toString();
  const n = toNumber(v);
  return Object.is(n, -0) ? '-0' : String(n);
}

function toDouble(v: Value): Value {
  if (typeof v === 'boolean') return double(v ? 1 : 0);
  if (v instanceof DateTime) return double(v.ms);
  if (typeof v === 'string') return double(parseNumber(v));
  if (!isNumeric(v)) return unsupported(v, 'double');
  const n = toNumber(v);
  if (v instanceof Decimal && v.form === 'finite' && !Number.isFinite(n))
    failed(`Conversion would overflow target type: ${v}`);
  return double(n);
}

function parseNumber(text: string): number {
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return Number(text);
  if (/^[+-]?(inf|infinity)$/i.test(text))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^[+-]?nan$/i.test(text)) return Number.NaN;
  return failed(`Failed to parse number '${text}'`);
}

function toWhole(v: Value, target: 'int' | 'long'): bigint {
  if (typeof v === 'boolean') return v ? 1n : 0n;
  if (typeof v === 'string') {
    if (!/^[+-]?\d+$/.test(v)) failed(`Failed to parse number '${v}'`);
    return BigInt(v.replace('+', ''));
  }
  if (v instanceof DateTime && target === 'long') return BigInt(v.ms);
  if (!isNumeric(v)) return unsupported(v, target);
  if (typeof v === 'bigint') return v;
  if (v instanceof Decimal) {
    if (v.form !== 'finite') failed(`Attempt to convert ${v} to integer`);
    return v.adjusted > 30 ? 10n ** 30n : v.toBigInt();
  }
  const n = toNumber(v);
  if (!Number.isFinite(n)) failed(`Attempt to convert ${n} to integer`);
  return BigInt(Math.trunc(n));
}

function toInt(v: Value): Value {
  if (isInt32(v)) return v;
  const n = toWhole(v, 'int');
  if (n < -2147483648n || n > 2147483647n) failed('Conversion would overflow target type');
  return Number(n);
}

function toLong(v: Value): Value {
  return fitInt64(toWhole(v, 'long')) ?? failed('Conversion would overflow target type');
}

function toDecimalValue(v: Value): Value {
  if (typeof v === 'boolean') return Decimal.fromBigInt(v ? 1n : 0n);
  if (v instanceof DateTime) return Decimal.fromBigInt(BigInt(v.ms));
  if (typeof v === 'string') return Decimal.parse(v) ?? failed(`Failed to parse number '${v}'`);
  return isNumeric(v) ? toDecimal(v) : unsupported(v, 'decimal');
}

function toBool(v: Value): Value {
  if (typeof v === 'boolean') return v;
  return isNumeric(v) ? toNumber(v) !== 0 : true;
}

function toDate(v: Value): Value {
  if (v instanceof DateTime) return v;
  if (typeof v === 'string') return new DateTime(parseDate(v, UTC, false));
  if (v instanceof ObjectId) return new DateTime(Buffer.from(v.bytes, 'latin1').readUInt32BE(0) * 1000);
  if (v instanceof Timestamp) return new DateTime(v.seconds * 1000);
  if (typeof v === 'bigint' || isDouble(v) || v instanceof Decimal) {
    const ms = Math.trunc(toNumber(v));
    if (!Number.isFinite(ms) || Math.abs(ms) > Number.MAX_SAFE_INTEGER) failed('Conversion would overflow target type');
    return new DateTime(ms);
  }
  return unsupported(v, 'date');
}

function toObjectId(v: Value): Value {
  if (v instanceof ObjectId) return v;
  if (typeof v !== 'string') return unsupported(v, 'objectId');
  if (!/^[0-9a-f]{24}$/i.test(v)) failed(`Failed to parse objectId '${v}'`);
  return ObjectId.fromHex(v);
}

function toText(v: Value, format?: string): Value {
  if (typeof v === 'string') return v;
  if (typeof v === 'boolean') return String(v);
  if (isNumeric(v)) return numberText(v);
  if (v instanceof DateTime) return dateText(v);
  if (v instanceof ObjectId) return v.toHex();
  if (v instanceof SymbolValue) return v.text;
  if (v instanceof Binary) return binaryText(v, format ?? (v.subType === 4 ? 'uuid' : 'base64'));
  return unsupported(v, 'string');
}

function dateText(v: DateTime): string {
  if (Math.abs(v.ms) > 8.64e15) failed('date out of range');
  return new Date(v.ms).toISOString();
}

function binaryText(v: Binary, format: string): string {
  const bytes = Buffer.from(v.bytes);
  if (format === 'uuid' || (format === 'auto' && v.subType === 4)) {
    if (v.subType !== 4 || bytes.length !== 16) failed('Can only convert to UUID a BinData of subtype 4');
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
  return bytes.toString(encodingOf(format === 'auto' ? 'base64' : format));
}

function encodingOf(format: string): BufferEncoding {
  const encoding = ({ base64: 'base64', base64url: 'base64url', hex: 'hex', utf8: 'utf8' } as const)[format];
  return encoding ?? fail(4341125, `$convert: invalid format '${format}'`);
}

function toBinary(v: Value, subType: number, format?: string): Value {
  if (v instanceof Binary) {
    if (v.subType !== subType) failed(`Conversions between different binData subtypes are not supported`);
    return v;
  }
  if (typeof v !== 'string') return unsupported(v, 'binData');
  if (format === undefined) return fail(4341115, 'Missing a required format argument to convert to binData');
  if (format === 'uuid') {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(v)) failed(`Input is not a valid UUID: '${v}'`);
    return new Binary(4, Buffer.from(v.replaceAll('-', ''), 'hex'));
  }
  return new Binary(subType, Buffer.from(v, encodingOf(format)));
}

function unsupported(v: Value, target: string): never {
  return failed(`Unsupported conversion from ${typeName(v)} to ${target}`);
}

const CONVERSIONS: Partial<Record<TypeName, (v: Value) => Value>> = {
  double: toDouble,
  int: toInt,
  long: toLong,
  decimal: toDecimalValue,
  bool: toBool,
  date: toDate,
  objectId: toObjectId,
};

interface Target {
  type: TypeName;
  subType: number;
}

function targetOf(to: Value): Target {
  if (to instanceof Map) {
    const sub = to.get('subtype');
    return { ...targetOf(to.get('type')), subType: isNumeric(sub) ? toNumber(sub) : 0 };
  }
  if (typeof to === 'string') {
    if (!(to in TYPE_NUMBERS)) fail(2, `Unknown type name: ${to}`);
    return { type: to as TypeName, subType: 0 };
  }
  if (!isNumeric(to)) fail(9, "$convert's 'to' argument must be a string or number");
  const found = Object.entries(TYPE_NUMBERS).find(([, n]) => n === toNumber(to));
  return {
    type: (found?.[0] ??
      fail(9, `In $convert, numeric value for 'to' does not correspond to a BSON type: ${toNumber(to)}`)) as TypeName,
    subType: 0,
  };
}

function convertTo(v: Value, { type, subType }: Target, format: Value): Value {
  const text = typeof format === 'string' ? format : undefined;
  if (type === 'string') return toText(v, text);
  if (type === 'binData') return toBinary(v, subType, text);
  const apply = CONVERSIONS[type];
  if (!apply) return typeName(v) === type ? v : unsupported(v, type);
  return apply(v);
}

const convert: Build = (operand, scope) => {
  const { input, to, onError, onNull, format } = namedOperands(
    '$convert',
    operand,
    scope,
    ['input', 'to'],
    ['onError', 'onNull', 'format', 'base', 'byteOrder'],
  );
  return (root) => {
    const value = (input as Expr)(root);
    if (isNullish(value)) return onNull ? onNull(root) : null;
    const target = (to as Expr)(root);
    if (isNullish(target)) return null;
    const resolved = targetOf(target);
    try {
      return convertTo(value, resolved, format?.(root));
    } catch (error) {
      if (onError && error instanceof MongoError && error.code === FAILED) return onError(root);
      throw error;
    }
  };
};

register({
  $convert: convert,
  $toDouble: nullable('$toDouble', toDouble),
  $toInt: nullable('$toInt', toInt),
  $toLong: nullable('$toLong', toLong),
  $toDecimal: nullable('$toDecimal', toDecimalValue),
  $toBool: nullable('$toBool', toBool),
  $toDate: nullable('$toDate', toDate),
  $toObjectId: nullable('$toObjectId', toObjectId),
  $toString: nullable('$toString', (v) => toText(v)),
  $toUUID: nullable('$toUUID', (v) => toBinary(v, 4, 'uuid')),
});
