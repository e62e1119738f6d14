import { fail } from '../errors.ts';
import { Decimal } from './decimal.ts';
import {
  Binary,
  Code,
  DateTime,
  DbPointer,
  type Doc,
  double,
  MAX_KEY,
  MIN_KEY,
  ObjectId,
  Regex,
  SymbolValue,
  Timestamp,
  UNDEFINED,
  type Value,
} from './values.ts';

/** MongoDB refuses documents nested deeper than this many levels. */
export const MAX_DEPTH = 180;

// Field names repeat from document to document: a small table by hash saves decoding and makes Map look-ups cheap.
const NAME_SLOTS = 4096;
const names: string[] = new Array(NAME_SLOTS).fill('');

let buf: Buffer = Buffer.alloc(0);
let view: DataView = new DataView(new ArrayBuffer(0));
let pos = 0;

/** Decodes one document that begins at `start`. Throws code 22 on anything malformed. */
export function decode(bytes: Uint8Array, start = 0): Doc {
  buf = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view = new DataView(buf.buffer, buf.byteOffset, buf.byteLength);
  pos = start;
  return readDocument(buf.length, 0);
}

function broken(what: string): never {
  return fail(22, `invalid BSON: ${what}`);
}

function need(bytes: number, end: number): void {
  if (pos + bytes > end) broken('element runs past the end');
}

function readDocument(limit: number, depth: number): Doc {
  const end = openContainer(limit, depth);
  const result: Doc = new Map();
  for (;;) {
    const type = buf[pos++];
    if (type === 0) break;
    result.set(readName(end), readValue(type, end, depth + 1));
  }
  if (pos !== end) broken('bad document length');
  return result;
}

function readArray(limit: number, depth: number): Value[] {
  const end = openContainer(limit, depth);
  const result: Value[] = [];
  for (;;) {
    const type = buf[pos++];
    if (type === 0) break;
    while (pos < end && buf[pos] !== 0) pos++;
    pos++;
    result.push(readValue(type, end, depth + 1));
  }
  if (pos !== end) broken('bad array length');
  return result;
}

function openContainer(limit: number, depth: number): number {
  if (depth > MAX_DEPTH) fail(15, `BSONObj exceeds maximum nested object depth: ${MAX_DEPTH}`);
  need(5, limit);
  const size = view.getInt32(pos, true);
  const end = pos + size;
  if (size < 5 || end > limit || buf[end - 1] !== 0) broken('bad document length');
  pos += 4;
  return end;
}

function readName(limit: number): string {
  const start = pos;
  let hash = 0;
  let byte = buf[pos];
  while (byte !== 0) {
    hash = (hash * 31 + byte) | 0;
    byte = buf[++pos];
    if (pos >= limit) broken('unterminated name');
  }
  const length = pos - start;
  pos++;
  const slot = (hash ^ length) & (NAME_SLOTS - 1);
  const cached = names[slot];
  if (cached.length === length) {
    let i = 0;
    while (i < length && cached.charCodeAt(i) === buf[start + i]) i++;
    if (i === length) return cached;
  }
  const name = buf.utf8Slice(start, start + length);
  // A name with bytes above 127 never equals its bytes above, so caching it does no harm.
  if (length < 64) names[slot] = name;
  return name;
}

function readString(limit: number): string {
  need(5, limit);
  const size = view.getInt32(pos, true);
  pos += 4;
  if (size < 1 || pos + size > limit || buf[pos + size - 1] !== 0) broken('bad string length');
  const text = buf.utf8Slice(pos, pos + size - 1);
  pos += size;
  return text;
}

function readCString(limit: number): string {
  const end = buf.indexOf(0, pos);
  if (end < 0 || end >= limit) broken('unterminated string');
  const text = buf.utf8Slice(pos, end);
  pos = end + 1;
  return text;
}

function readValue(type: number, limit: number, depth: number): Value {
  switch (type) {
    case 0x01: {
      need(8, limit);
      const n = view.getFloat64(pos, true);
      pos += 8;
      return double(n);
    }
    case 0x02:
      return readString(limit);
    case 0x03:
      return readDocument(limit, depth);
    case 0x04:
      return readArray(limit, depth);
    case 0x05: {
      need(5, limit);
      const size = view.getInt32(pos, true);
      const subType = buf[pos + 4];
      pos += 5;
      if (size < 0 || pos + size > limit) broken('bad binary length');
      const bytes = Uint8Array.prototype.slice.call(buf, pos, pos + size);
      pos += size;
      return new Binary(subType, bytes);
    }
    case 0x06:
      return UNDEFINED;
    case 0x07: {
      need(12, limit);
      pos += 12;
      return new ObjectId(buf.latin1Slice(pos - 12, pos));
    }
    case 0x08: {
      need(1, limit);
      const byte = buf[pos++];
      if (byte > 1) broken('bad boolean');
      return byte === 1;
    }
    case 0x09: {
      need(8, limit);
      const ms = view.getUint32(pos, true) + view.getInt32(pos + 4, true) * 4294967296;
      pos += 8;
      return new DateTime(ms);
    }
    case 0x0a:
      return null;
    case 0x0b: {
      const pattern = readCString(limit);
      return new Regex(pattern, [...readCString(limit)].sort().join(''));
    }
    case 0x0c: {
      const namespace = readString(limit);
      need(12, limit);
      pos += 12;
      return new DbPointer(namespace, buf.latin1Slice(pos - 12, pos));
    }
    case 0x0d:
      return new Code(readString(limit));
    case 0x0e:
      return new SymbolValue(readString(limit));
    case 0x0f: {
      need(4, limit);
      const end = pos + view.getInt32(pos, true);
      if (end > limit) broken('bad code length');
      pos += 4;
      const code = readString(end);
      const scope = readDocument(end, depth);
      if (pos !== end) broken('bad code length');
      return new Code(code, scope);
    }
    case 0x10: {
      need(4, limit);
      pos += 4;
      return view.getInt32(pos - 4, true);
    }
    case 0x11: {
      need(8, limit);
      pos += 8;
      return new Timestamp(view.getUint32(pos - 4, true), view.getUint32(pos - 8, true));
    }
    case 0x12: {
      need(8, limit);
      pos += 8;
      return view.getBigInt64(pos - 8, true);
    }
    case 0x13: {
      need(16, limit);
      pos += 16;
      return Decimal.fromBits(view.getBigUint64(pos - 16, true), view.getBigUint64(pos - 8, true));
    }
    case 0xff:
      return MIN_KEY;
    case 0x7f:
      return MAX_KEY;
    default:
      return broken(`unknown type 0x${type.toString(16)}`);
  }
}
