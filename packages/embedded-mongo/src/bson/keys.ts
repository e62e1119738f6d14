import { compareStrings, RANK, rank } from './compare.ts';
import { Decimal, pow10 } from './decimal.ts';
import {
  Binary,
  Code,
  DateTime,
  DbPointer,
  Double,
  ObjectId,
  Regex,
  SymbolValue,
  Timestamp,
  type Value,
} from './values.ts';

/*
 * Two encodings of values.
 * `indexKey` is memcomparable: its bytes sort as the values do, so an index is a plain ordered table of bytes.
 * `hashKey` is a string that is equal exactly when the values are equal; cheaper, for grouping and sets.
 */

let buf = Buffer.allocUnsafe(4096);
let pos = 0;

function ensure(bytes: number): void {
  if (pos + bytes <= buf.length) return;
  const bigger = Buffer.allocUnsafe(Math.max(buf.length * 2, pos + bytes));
  buf.copy(bigger, 0, 0, pos);
  buf = bigger;
}

/** The key of an index entry; fields with direction -1 have their bytes inverted. Missing is stored as null. */
export function indexKey(values: Value[], directions: number[]): Uint8Array {
  pos = 0;
  for (let i = 0; i < values.length; i++) {
    const start = pos;
    write(values[i] === undefined ? null : values[i]);
    if (directions[i] < 0) for (let j = start; j < pos; j++) buf[j] ^= 0xff;
  }
  return Uint8Array.prototype.slice.call(buf, 0, pos);
}

/** The bytes of one value as `indexKey` writes them. */
export function valueKey(value: Value, direction = 1): Uint8Array {
  return indexKey([value], [direction]);
}

function write(v: Value): void {
  ensure(16);
  const valueRank = rank(v);
  buf[pos++] = valueRank;
  switch (valueRank) {
    case RANK.number:
      writeNumber(v);
      return;
    case RANK.string:
      writeText(typeof v === 'string' ? v : (v as SymbolValue).text);
      return;
    case RANK.object:
      for (const [key, value] of v as Map<string, Value>) {
        ensure(1);
        buf[pos++] = rank(value);
        writeText(key);
        write(value);
      }
      ensure(1);
      buf[pos++] = 0;
      return;
    case RANK.array:
      for (const item of v as Value[]) write(item);
      ensure(1);
      buf[pos++] = 0;
      return;
    case RANK.bool:
      buf[pos++] = v ? 1 : 0;
      return;
    default:
      writeSpecial(v);
  }
}

function writeText(text: string): void {
  ensure(text.length * 3 + 2);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0 || code > 127) {
      writeRest(text.slice(i));
      return;
    }
    buf[pos++] = code;
  }
  buf[pos++] = 0;
  buf[pos++] = 0;
}

/** Text ends with 00 00; a null byte inside it is written 00 FF. */
function writeRest(text: string): void {
  for (const byte of Buffer.from(text, 'utf8')) {
    ensure(4);
    buf[pos++] = byte;
    if (byte === 0) buf[pos++] = 0xff;
  }
  buf[pos++] = 0;
  buf[pos++] = 0;
}

function writeInt64(n: number): void {
  // Flipping the sign bit of the upper half makes two's complement sort unsigned.
  const high = Math.floor(n / 4294967296);
  buf.writeUInt32BE((high ^ 0x80000000) >>> 0, pos);
  buf.writeUInt32BE((n - high * 4294967296) >>> 0, pos + 4);
  pos += 8;
}

function writeSpecial(v: Value): void {
  if (v instanceof ObjectId) {
    pos += buf.latin1Write(v.bytes, pos, 12);
  } else if (v instanceof DateTime) {
    writeInt64(v.ms);
  } else if (v instanceof Timestamp) {
    buf.writeUInt32BE(v.seconds, pos);
    buf.writeUInt32BE(v.increment, pos + 4);
    pos += 8;
  } else if (v instanceof Binary) {
    ensure(v.bytes.length + 5);
    buf.writeUInt32BE(v.bytes.length, pos);
    buf[pos + 4] = v.subType;
    buf.set(v.bytes, pos + 5);
    pos += 5 + v.bytes.length;
  } else if (v instanceof Regex) {
    writeText(v.pattern);
    writeText(v.options);
  } else if (v instanceof Code) {
    writeText(v.code);
    if (v.scope) write(v.scope);
  } else if (v instanceof DbPointer) {
    writeText(v.namespace);
    pos += buf.latin1Write(v.id, pos, 12);
  }
}

const EXACT = 0;

/** A number is the largest double not above it, then what is left over as a decimal: equal values, equal bytes. */
function writeNumber(v: Value): void {
  if (v instanceof Decimal) writeDecimal(v);
  else if (typeof v === 'bigint') writeBigInt(v);
  else writeDouble(v instanceof Double ? v.value : (v as number));
}

function writeBigInt(v: bigint): void {
  const near = Number(v);
  if (BigInt(near) === v) writeDouble(near);
  else writeInexact(Decimal.fromBigInt(v), near);
}

function writeDecimal(v: Decimal): void {
  const near = v.toNumber();
  const exact = v.form !== 'finite' || v.isZero || (Number.isFinite(near) && Decimal.exact(near).compare(v) === 0);
  if (exact) writeDouble(near);
  else writeInexact(v, near);
}

function writeDouble(n: number): void {
  writeDoubleBytes(n);
  buf[pos++] = EXACT;
}

function writeDoubleBytes(n: number): void {
  ensure(16);
  if (Number.isNaN(n)) {
    buf.fill(0, pos, pos + 8);
  } else {
    buf.writeDoubleBE(n === 0 ? 0 : n, pos);
    if (buf[pos] & 0x80) for (let i = 0; i < 8; i++) buf[pos + i] ^= 0xff;
    else buf[pos] |= 0x80;
  }
  pos += 8;
}

function writeInexact(value: Decimal, near: number): void {
  const below = near === Number.NEGATIVE_INFINITY || Decimal.exact(near).compare(value) < 0;
  const floor = below ? near : nextBelow(near);
  writeDoubleBytes(floor);
  // Below the range of doubles the rest is counted from a number that is below every decimal.
  const base = Number.isFinite(floor) ? Decimal.exact(floor) : { signed: -1n, exponent: 6200 };
  const exponent = Math.min(value.exponent, base.exponent);
  const rest = value.signed * pow10(value.exponent - exponent) - base.signed * pow10(base.exponent - exponent);
  const digits = rest.toString().replace(/0+$/, '');
  buf[pos++] = 1;
  buf.writeUInt16BE(exponent + rest.toString().length + 32768, pos);
  pos += 2;
  writeText(digits);
}

function nextBelow(n: number): number {
  if (n === Number.POSITIVE_INFINITY) return Number.MAX_VALUE;
  if (n === 0) return -Number.MIN_VALUE;
  const bits = new BigInt64Array(new Float64Array([n]).buffer);
  bits[0] += n > 0 ? -1n : 1n;
  return new Float64Array(bits.buffer)[0];
}

/** A string that two values share exactly when they are equal in BSON's order; `fold` makes equal strings one. */
export function hashKey(v: Value, fold?: (text: string) => string): string {
  switch (typeof v) {
    case 'string': {
      const text = fold ? fold(v) : v;
      return `s${text.length}:${text}`;
    }
    case 'number':
      return `n${v}`;
    case 'boolean':
      return v ? 'T' : 'F';
    case 'undefined':
      return 'u';
    case 'bigint': {
      const near = Number(v);
      return BigInt(near) === v ? `n${near}` : `N${v};`;
    }
  }
  if (v === null) return '0';
  if (v instanceof Map) {
    let key = '{';
    for (const [name, value] of v) key += `${name.length}:${name}${hashKey(value, fold)},`;
    return `${key}}`;
  }
  if (Array.isArray(v)) return `[${v.map((item) => hashKey(item, fold)).join(',')}]`;
  if (v instanceof Double) return `n${v.value === 0 ? 0 : v.value}`;
  if (v instanceof ObjectId) return `o${v.bytes}`;
  if (v instanceof DateTime) return `d${v.ms}`;
  if (v instanceof Decimal) return decimalHashKey(v);
  if (v instanceof SymbolValue) return hashKey(v.text, fold);
  pos = 0;
  write(v);
  return `x${buf.latin1Slice(0, pos)}`;
}

function decimalHashKey(v: Decimal): string {
  const near = v.toNumber();
  if (v.form !== 'finite' || Decimal.exact(near).compare(v) === 0) return `n${near === 0 ? 0 : near}`;
  const digits = v.signed.toString();
  const trimmed = digits.replace(/0+$/, '');
  const exponent = v.exponent + digits.length - trimmed.length;
  return exponent >= 0 ? `N${BigInt(trimmed) * pow10(exponent)};` : `N${trimmed}e${exponent};`;
}

/** Orders field names as update operators add them: numeric names by number, others by their bytes. */
export function compareFieldNames(a: string, b: string): number {
  const numericA = /^(0|[1-9]\d*)$/.test(a);
  const numericB = /^(0|[1-9]\d*)$/.test(b);
  if (numericA && numericB) return Number(a) - Number(b);
  if (numericA !== numericB) return numericA ? -1 : 1;
  return compareStrings(a, b);
}
