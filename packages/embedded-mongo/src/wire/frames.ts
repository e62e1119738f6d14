import { decode } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import type { Doc, Value } from '../bson/values.ts';
import { MongoError } from '../errors.ts';
import { crc32c } from './crc32c.ts';

export const MAX_MESSAGE_BYTES = 48_000_000;
export const OP_REPLY = 1;
export const OP_QUERY = 2004;
export const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;

/** A request: the command document with its document sequences folded in. */
export interface Request {
  id: number;
  opCode: number;
  command: Doc;
  /** The client wants no reply. */
  silent: boolean;
}

/** A frame that cannot be understood; the connection is closed after it. */
export class ProtocolError extends Error {}

/** Reads one whole frame, header included. Malformed BSON in a sound frame is a `MongoError`, else `ProtocolError`. */
export function readRequest(frame: Buffer): Request {
  const id = frame.readInt32LE(4);
  const opCode = frame.readInt32LE(12);
  if (opCode === OP_MSG) return readMessage(frame, id);
  if (opCode === OP_QUERY) return readQuery(frame, id);
  throw new ProtocolError(`unsupported op code ${opCode}`);
}

function readMessage(frame: Buffer, id: number): Request {
  if (frame.length < 26) throw new ProtocolError('short OP_MSG');
  const flags = frame.readUInt32LE(16);
  // Unknown bits among the lower sixteen are required ones.
  if ((flags & 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0) throw new ProtocolError('unknown flag bits');
  let end = frame.length;
  if (flags & CHECKSUM_PRESENT) {
    end -= 4;
    if (crc32c(frame.subarray(0, end)) !== frame.readUInt32LE(end)) throw new ProtocolError('checksum does not match');
  }
  let command: Doc | undefined;
  const sequences: [string, Value[]][] = [];
  let pos = 20;
  while (pos < end) {
    const kind = frame[pos++];
    if (pos + 4 > end) throw new ProtocolError('short section');
    const size = frame.readInt32LE(pos);
    if (size < 5 || pos + size > end) throw new ProtocolError('bad section length');
    if (kind === 0) {
      if (command) throw new ProtocolError('more than one body section');
      command = decode(frame.subarray(pos, pos + size));
    } else if (kind === 1) sequences.push(readSequence(frame.subarray(pos + 4, pos + size)));
    else throw new ProtocolError(`unknown section kind ${kind}`);
    pos += size;
  }
  if (!command) throw new ProtocolError('OP_MSG without a body');
  for (const [name, documents] of sequences) {
    if (command.has(name)) throw new MongoError(40413, `field '${name}' is both in the body and a document sequence`);
    command.set(name, documents);
  }
  return { id, opCode: OP_MSG, command, silent: (flags & MORE_TO_COME) !== 0 };
}

function readSequence(section: Buffer): [string, Value[]] {
  const nameEnd = section.indexOf(0);
  if (nameEnd < 0) throw new ProtocolError('bad document sequence');
  const documents: Value[] = [];
  let pos = nameEnd + 1;
  while (pos < section.length) {
    if (pos + 5 > section.length) throw new ProtocolError('bad document sequence');
    const size = section.readInt32LE(pos);
    if (size < 5 || pos + size > section.length) throw new ProtocolError('bad document sequence');
    documents.push(decode(section.subarray(pos, pos + size)));
    pos += size;
  }
  return [section.utf8Slice(0, nameEnd), documents];
}

/** The legacy handshake: a query on `<db>.$cmd`. */
function readQuery(frame: Buffer, id: number): Request {
  const nameEnd = frame.indexOf(0, 20);
  if (nameEnd < 0 || nameEnd + 9 > frame.length) throw new ProtocolError('bad OP_QUERY');
  const namespace = frame.utf8Slice(20, nameEnd);
  if (!namespace.endsWith('.$cmd')) throw new ProtocolError('OP_QUERY is for the handshake only');
  let command = decode(frame, nameEnd + 9);
  const inner = command.get('$query');
  if (inner instanceof Map) command = inner;
  command.set('$db', namespace.slice(0, -5));
  return { id, opCode: OP_QUERY, command, silent: false };
}

let nextReplyId = 1;

/** The frame that answers a request, in the form the request came in. */
export function writeReply(request: { id: number; opCode: number }, reply: Doc): Buffer {
  const body = encode(reply);
  const legacy = request.opCode === OP_QUERY;
  const head = Buffer.alloc(legacy ? 36 : 21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(nextReplyId++ & 0x7fffffff, 4);
  head.writeInt32LE(request.id, 8);
  head.writeInt32LE(legacy ? OP_REPLY : OP_MSG, 12);
  if (legacy) {
    head.writeInt32LE(8, 16);
    head.writeInt32LE(1, 32);
  }
  return Buffer.concat([head, body]);
}
