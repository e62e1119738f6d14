import { fail } from '../errors.ts';
import { Decimal } from './decimal.ts';
import {
  Binary,
  Code,
  DateTime,
  DbPointer,
  type Doc,
  Double,
  MaxKey,
  MinKey,
  ObjectId,
  Regex,
  SymbolValue,
  Timestamp,
  Undefined,
  type Value,
} from './values.ts';

/** The largest document that may be stored. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

let buf = Buffer.allocUnsafe(1 << 16);
let view = new DataView(buf.buffer, buf.byteOffset, buf.byteLength);
let pos = 0;

/** A document that is already encoded; only to be put into replies. */
export class EncodedDoc extends Map<string, Value> {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    super();
    this.bytes = bytes;
  }
}

/** Encodes a document into bytes of its own. Fields whose value is missing are left out. */
export function encode(document: Doc): Buffer {
  pos = 0;
  writeDocument(document);
  const result = Buffer.allocUnsafe(pos);
  buf.copy(result, 0, 0, pos);
  return result;
}

function ensure(bytes: number): void {
  if (pos + bytes <= buf.length) return;
  const bigger = Buffer.allocUnsafe(Math.max(buf.length * 2, pos + bytes));
  buf.copy(bigger, 0, 0, pos);
  buf = bigger;
  view = new DataView(buf.buffer, buf.byteOffset, buf.byteLength);
}

function writeDocument(document: Doc): void {
  if (document instanceof EncodedDoc) {
    ensure(document.bytes.length);
    buf.set(document.bytes, pos);
    pos += document.bytes.length;
    return;
  }
  const start = pos;
  ensure(5);
  pos += 4;
  for (const [key, value] of document) if (value !== undefined) writeElement(key, value as Exclude<Value, undefined>);
  ensure(1);
  buf[pos++] = 0;
  view.setInt32(start, pos - start, true);
}

function writeArray(items: Value[]): void {
  const start = pos;
  ensure(5);
  pos += 4;
  for (let i = 0; i < items.length; i++) writeElement(String(i), items[i] ?? null);
  ensure(1);
  buf[pos++] = 0;
  view.setInt32(start, pos - start, true);
}

function writeName(name: string): void {
  const length = name.length;
  ensure(length * 3 + 12);
  const start = pos;
  for (let i = 0; i < length; i++) {
    const code = name.charCodeAt(i);
    if (code > 127 || code === 0) {
      if (name.includes('\0')) fail(2, 'a field name must not contain a null byte');
      pos = start + buf.utf8Write(name, start);
      buf[pos++] = 0;
      return;
    }
    buf[pos++] = code;
  }
  buf[pos++] = 0;
}

function writeString(text: string): void {
  ensure(text.length * 3 + 5);
  const start = pos;
  pos += 4;
  if (text.length < 24) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) {
        pos = start + 4;
        pos += buf.utf8Write(text, pos);
        break;
      }
      buf[pos++] = code;
    }
  } else {
    pos += buf.utf8Write(text, pos);
  }
  buf[pos++] = 0;
  view.setInt32(start, pos - start - 4, true);
}

function writeElement(name: string, v: Exclude<Value, undefined>): void {
  const at = pos;
  ensure(1);
  pos++;
  writeName(name);
  // The type byte is set after the value: writing the value may move the buffer.
  const type = writeValue(v);
  buf[at] = type;
}

function writeInt64(n: bigint): void {
  ensure(8);
  view.setBigInt64(pos, n, true);
  pos += 8;
}

function writeValue(v: Exclude<Value, undefined>): number {
  switch (typeof v) {
    case 'string':
      writeString(v);
      return 0x02;
    case 'number':
      ensure(8);
      if ((v | 0) === v) {
        view.setInt32(pos, v, true);
        pos += 4;
        return 0x10;
      }
      view.setFloat64(pos, v, true);
      pos += 8;
      return 0x01;
    case 'boolean':
      ensure(1);
      buf[pos++] = v ? 1 : 0;
      return 0x08;
    case 'bigint':
      writeInt64(v);
      return 0x12;
  }
  if (v === null) return 0x0a;
  if (v instanceof Map) {
    writeDocument(v);
    return 0x03;
  }
  if (Array.isArray(v)) {
    writeArray(v);
    return 0x04;
  }
  if (v instanceof ObjectId) {
    ensure(12);
    pos += buf.latin1Write(v.bytes, pos, 12);
    return 0x07;
  }
  if (v instanceof DateTime) {
    writeInt64(BigInt(v.ms));
    return 0x09;
  }
  if (v instanceof Double) {
    ensure(8);
    view.setFloat64(pos, v.value, true);
    pos += 8;
    return 0x01;
  }
  return writeRare(v);
}

function writeRare(v: Value): number {
  if (v instanceof Decimal) {
    const [low, high] = v.toBits();
    ensure(16);
    view.setBigUint64(pos, low, true);
    view.setBigUint64(pos + 8, high, true);
    pos += 16;
    return 0x13;
  }
  if (v instanceof Binary) {
    ensure(v.bytes.length + 5);
    view.setInt32(pos, v.bytes.length, true);
    buf[pos + 4] = v.subType;
    buf.set(v.bytes, pos + 5);
    pos += 5 + v.bytes.length;
    return 0x05;
  }
  if (v instanceof Regex) {
    writeName(v.pattern);
    writeName(v.options);
    return 0x0b;
  }
  if (v instanceof Timestamp) {
    ensure(8);
    view.setUint32(pos, v.increment, true);
    view.setUint32(pos + 4, v.seconds, true);
    pos += 8;
    return 0x11;
  }
  if (v instanceof MinKey) return 0xff;
  if (v instanceof MaxKey) return 0x7f;
  if (v instanceof Undefined) return 0x06;
  if (v instanceof SymbolValue) {
    writeString(v.text);
    return 0x0e;
  }
  if (v instanceof DbPointer) {
    writeString(v.namespace);
    ensure(12);
    pos += buf.latin1Write(v.id, pos, 12);
    return 0x0c;
  }
  if (v instanceof Code) {
    if (!v.scope) {
      writeString(v.code);
      return 0x0d;
    }
    const start = pos;
    ensure(4);
    pos += 4;
    writeString(v.code);
    writeDocument(v.scope);
    view.setInt32(start, pos - start, true);
    return 0x0f;
  }
  return fail(1, 'a value of an unknown type cannot be stored');
}
