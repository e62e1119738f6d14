/** What a command asks of the state it reads, and of where its writes are kept. */
import { isNumeric, toNumber } from '../bson/numbers.ts';
import { type Doc, Timestamp, typeName } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { CommandSpec } from './registry.ts';

const LEVELS = ['local', 'available', 'majority', 'linearizable', 'snapshot'];

/** Go on with what was opened before, whatever state that reads. */
const CONTINUING = ['getMore', 'killCursors', 'endSessions'];

/**
 * Which snapshot a command outside of a transaction reads: the newest, or that of a time; undefined for what is stored. On one
 * node every other level is met by that, as every write is on disk before anybody sees it. Code 72 where a level cannot be.
 */
export function checkReadConcern(spec: CommandSpec, command: Doc): Timestamp | 'newest' | undefined {
  const concern = command.get('readConcern');
  if (concern === undefined) return undefined;
  if (!(concern instanceof Map)) fail(14, `readConcern must be a document, not ${typeName(concern)}`);
  const level = concern.get('level');
  if (level !== undefined && !LEVELS.includes(level as string)) fail(9, `unknown readConcern level '${level}'`);
  const time = concern.get('atClusterTime');
  if (time !== undefined) {
    if (level !== 'snapshot') fail(72, "readConcern.atClusterTime is allowed only with the level 'snapshot'");
    if (!(time instanceof Timestamp)) fail(14, `readConcern.atClusterTime must be a timestamp, not ${typeName(time)}`);
    if (time.seconds === 0) fail(72, 'readConcern.atClusterTime cannot be a null timestamp');
    if (command.has('autocommit')) fail(115, "a transaction reads the newest snapshot, not one 'atClusterTime'");
  }
  if (level !== 'snapshot' || command.has('autocommit') || CONTINUING.includes(spec.name)) return undefined;
  if (!spec.readsSnapshots) {
    fail(72, `Command ${spec.name} does not support { level: "snapshot" } :: caused by :: read concern not supported`);
  }
  return time ?? 'newest';
}

/** Every write is durable before it is acknowledged, so each of these is kept; those of more nodes are refused. */
export function checkWriteConcern(command: Doc): void {
  const write = command.get('writeConcern');
  if (write === undefined) return;
  if (!(write instanceof Map)) fail(14, `writeConcern must be a document, not ${typeName(write)}`);
  for (const key of write.keys()) {
    if (!['w', 'j', 'wtimeout', 'fsync', 'provenance'].includes(key)) fail(9, `unknown writeConcern option ${key}`);
  }
  const w = write.get('w');
  if (typeof w === 'string' && w !== 'majority')
    fail(79, `No write concern mode named '${w}' found in replica set configuration`);
  if (isNumeric(w) && toNumber(w) > 1) fail(100, 'Not enough data-bearing nodes');
}
