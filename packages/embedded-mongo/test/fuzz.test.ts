/** Frames that nobody should send: the server answers or closes the connection, and goes on. */

import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Document, serialize } from 'bson';
import { MongoClient } from 'mongodb';
import { type ChildServer, startChild } from './child-server.ts';
import { temporaryFolder } from './own-server.ts';
import { messageFrame, RawClient } from './raw-client.ts';

const FRAMES = Math.round(20_000 * Number(process.env.TEST_FACTOR ?? 0.1));
const LANES = 16;
const seed = Number(process.env.TEST_SEED ?? 1);

let dir: string;
let server: ChildServer;

beforeAll(async () => {
  dir = await temporaryFolder();
  server = await startChild(dir);
});
afterAll(async () => {
  await server.end('SIGTERM');
  await rm(dir, { recursive: true, force: true });
});

/** A small seeded generator (xorshift), so that a failing run can be run again. */
function generator(from: number) {
  let state = from | 1;
  return (below: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
const random = generator(seed);
const pick = <T>(list: readonly T[]): T => list[random(list.length)];

const VALUES: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  Number.NaN,
  2 ** 40,
  '',
  '$a',
  '$$NOW',
  'a.b',
  [],
  [1, [2]],
  {},
  { a: 1 },
  { $gt: 1 },
  { $set: { a: 1 } },
  { $inc: 1 },
  new Date(0),
  /x/,
  [{ $match: {} }],
  { $or: [] },
  { $expr: { $add: ['$a', 1] } },
  Buffer.from([1]),
  undefined,
];
const COMMANDS: Document[] = [
  { insert: 'c', documents: [{ a: 1 }, { a: [1, 2], b: { c: 'x' } }] },
  { update: 'c', updates: [{ q: { a: 1 }, u: { $inc: { a: 1 } }, upsert: true }] },
  { delete: 'c', deletes: [{ q: { a: { $gt: 5 } }, limit: 1 }] },
  { find: 'c', filter: { a: { $in: [1, 2] } }, sort: { a: 1 }, projection: { a: 1 }, limit: 3 },
  { aggregate: 'c', pipeline: [{ $match: { a: 1 } }, { $group: { _id: '$a', n: { $sum: 1 } } }], cursor: {} },
  { findAndModify: 'c', query: { a: 1 }, update: { $set: { b: 2 } }, new: true },
  { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a_1' }] },
  { count: 'c', query: { a: 1 } },
  { distinct: 'c', key: 'a', query: {} },
  { getMore: 1, collection: 'c' },
  { explain: { find: 'c', filter: { a: 1 } }, verbosity: 'executionStats' },
  { listCollections: 1 },
  { hello: 1 },
  { create: 'd' },
  { drop: 'd' },
  { commitTransaction: 1, txnNumber: 1, autocommit: false },
];

/** The same command with something in it that does not belong there. */
function mutated(value: unknown, depth = 0): unknown {
  if (random(6) === 0) return pick(VALUES);
  if (Array.isArray(value)) return value.map((item) => mutated(item, depth + 1));
  if (value === null || typeof value !== 'object' || value.constructor !== Object) return value;
  const result: Document = {};
  for (const [key, item] of Object.entries(value)) {
    if (depth > 0 && random(12) === 0) continue;
    result[depth > 0 && random(12) === 0 ? pick(['$x', '', 'a.b', '_id', '$set']) : key] = mutated(item, depth + 1);
  }
  return result;
}

function commandBody(): Buffer {
  const command = { ...pick(COMMANDS) };
  const [name] = Object.keys(command);
  const changed = random(3) === 0 ? command : (mutated(command, 0) as Document);
  const body = typeof changed === 'object' && changed !== null && !Array.isArray(changed) ? changed : command;
  return Buffer.from(serialize({ [name]: command[name], ...body, $db: 'fuzz' }));
}

/** Valid frames around mutated commands and bytes, and frames that are broken themselves. */
function frame(i: number): Buffer {
  if (i % 2 === 0) {
    const body = commandBody();
    if (random(2) === 0) for (let n = 1 + random(4); n > 0; n--) body[4 + random(body.length - 4)] = random(256);
    return messageFrame(body, i);
  }
  const whole = messageFrame(commandBody(), i, pick([0, 0, 1, 2, 4, 0x10000]));
  for (let n = random(6); n > 0; n--) whole[random(Math.min(40, whole.length))] = random(256);
  if (random(8) === 0) whole.writeInt32LE(pick([0, -1, 15, 16, 2 ** 31 - 1, 48_000_001]), 0);
  return whole.subarray(0, random(5) === 0 ? random(whole.length) : whole.length);
}

test(`${FRAMES} frames do no harm (seed ${seed})`, async () => {
  const driver = await MongoClient.connect(server.uri);
  const memory = async () => (await driver.db('admin').command({ serverStatus: 1 })).mem.resident as number;
  let before = 0;
  let answered = 0;
  let next = 0;
  const hung: number[] = [];
  async function lane(): Promise<void> {
    let client = await RawClient.connect(server.uri);
    for (let i = next++; i < FRAMES; i = next++) {
      if (client.closed) client = await RawClient.connect(server.uri);
      client.socket.write(frame(i));
      // A broken frame may promise more than it brings; it is not waited for.
      const whole = i % 2 === 0;
      if (await client.nextFrame(whole ? 20_000 : 5)) answered++;
      else if (!client.closed) {
        if (whole) hung.push(i);
        client.close();
      }
      if (i === Math.floor(FRAMES / 2)) before = await memory();
    }
    client.close();
  }
  await Promise.all(Array.from({ length: LANES }, lane));
  expect(hung).toEqual([]);
  expect(answered).toBeGreaterThan(FRAMES / 4);
  expect(server.process.exitCode).toBeNull();
  // Whatever is sent, it is the sender's fault and answered as such.
  expect(server.errors()).toBe('');
  expect((await memory()) - before).toBeLessThan(150);
  const things = driver.db('fine').collection('things');
  await things.insertOne({ a: 1 });
  expect(await things.countDocuments()).toBe(1);
  for (const { name } of await driver.db('fuzz').listCollections().toArray()) {
    expect(await driver.db('fuzz').command({ validate: name })).toMatchObject({ valid: true });
  }
  await driver.close();
}, 600_000);
