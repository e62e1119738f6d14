/** Reads of a snapshot outside of a transaction: what snapshot sessions of the driver do. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type ClientSession, type Collection, type CommandStartedEvent, MongoClient, Timestamp } from 'mongodb';
import { ownServer } from './own-server.ts';

interface Item {
  _id: number;
  x: number;
}

let client: MongoClient;
let items: Collection<Item>;
let started: CommandStartedEvent[] = [];
const database = `snapshots_${randomBytes(6).toString('hex')}`;

beforeAll(async () => {
  client = await MongoClient.connect(process.env.TEST_MONGODB_URI ?? '', { monitorCommands: true });
  client.on('commandStarted', (event) => started.push(event));
  items = client.db(database).collection<Item>('items');
});
afterAll(async () => {
  await client.db(database).dropDatabase();
  await client.close();
});
beforeEach(async () => {
  await items.drop();
  await items.insertMany(
    [
      { _id: 1, x: 11 },
      { _id: 2, x: 11 },
    ],
    { writeConcern: { w: 'majority' } },
  );
  started = [];
});

async function withSnapshot<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
  const session = client.startSession({ snapshot: true });
  try {
    return await work(session);
  } finally {
    await session.endSession();
  }
}

const increment = (_id: number) =>
  items.findOneAndUpdate({ _id }, { $inc: { x: 1 } }, { returnDocument: 'after', writeConcern: { w: 'majority' } });

/** Ways to read the `x` of everything, smallest first. */
const reads: Record<string, (session?: ClientSession) => Promise<number[]>> = {
  find: async (session) => (await items.find({}, { session }).sort({ x: 1 }).toArray()).map(({ x }) => x),
  'find by index': async (session) =>
    (await items.find({ _id: { $gte: 1 } }, { session, sort: { x: 1 } }).toArray()).map(({ x }) => x),
  aggregate: async (session) =>
    (await items.aggregate<Item>([{ $match: {} }, { $sort: { x: 1 } }], { session }).toArray()).map(({ x }) => x),
  'distinct, of one value each': async (session) => (await items.distinct('x', {}, { session })).sort(),
};

test.each(Object.entries(reads))('each session keeps what it saw first: %s', async (_, read) => {
  await increment(1);
  await withSnapshot((first) =>
    withSnapshot(async (second) => {
      expect(await read(first)).toEqual([11, 12]);
      await increment(2);
      await increment(2);
      expect(await read(second)).toEqual([12, 13]);
      await items.insertOne({ _id: 3, x: 14 });
      expect(await read()).toEqual([12, 13, 14]);
      expect(await read(first)).toEqual([11, 12]);
      expect(await read(second)).toEqual([12, 13]);
    }),
  );
});

test('one session reads one state, whatever the kinds of reading', async () => {
  await withSnapshot(async (session) => {
    expect(await items.findOne({ _id: 1 }, { session })).toEqual({ _id: 1, x: 11 });
    await increment(1);
    expect(await items.findOne({ _id: 1 })).toEqual({ _id: 1, x: 12 });
    expect(await items.aggregate([{ $match: { _id: 1 } }], { session }).toArray()).toEqual([{ _id: 1, x: 11 }]);
    expect(await items.distinct('x', {}, { session })).toEqual([11]);
    expect(await items.countDocuments({ x: 11 }, { session })).toBe(2);
  });
  const times = started
    .map(({ command }) => command.readConcern)
    .filter((concern) => concern?.level === 'snapshot')
    .map(({ atClusterTime }) => atClusterTime);
  expect(times[0]).toBeUndefined();
  expect(new Set(times.slice(1).map(String)).size).toBe(1);
  expect(times[1]).toBeInstanceOf(Timestamp);
});

test('a cursor stays in the state it was opened in', async () => {
  await items.insertMany(Array.from({ length: 50 }, (_, i) => ({ _id: 10 + i, x: i })));
  await withSnapshot(async (session) => {
    const cursor = items.find({}, { session, batchSize: 5 });
    await cursor.next();
    await items.deleteMany({});
    expect(await cursor.toArray()).toHaveLength(51);
    expect(await items.find({}, { session }).toArray()).toHaveLength(52);
  });
});

test('the time of a reply is a state that can be read while nothing is written', async () => {
  const db = client.db(database);
  const { operationTime } = await db.command({ insert: 'items', documents: [{ _id: 3, x: 1 }] });
  const readConcern = { level: 'snapshot' as const, atClusterTime: operationTime };
  const { cursor } = await db.command({ find: 'items', filter: { _id: 3 }, readConcern });
  expect(cursor.firstBatch).toEqual([{ _id: 3, x: 1 }]);
  expect(cursor.atClusterTime).toEqual(operationTime);
});

const refused: [string, (session: ClientSession) => Promise<unknown>][] = [
  ['insert', (session) => items.insertOne({ _id: 22, x: 22 }, { session })],
  ['insertMany', (session) => items.insertMany([{ _id: 22, x: 22 }], { session })],
  ['delete', (session) => items.deleteOne({}, { session })],
  ['update', (session) => items.updateOne({ _id: 1 }, { $inc: { x: 1 } }, { session })],
  ['findAndModify', (session) => items.findOneAndUpdate({ _id: 1 }, { $inc: { x: 1 } }, { session })],
  ['listDatabases', (session) => client.db(database).admin().listDatabases({ session })],
  ['listCollections', (session) => client.db(database).listCollections({}, { session }).toArray()],
  ['listIndexes', (session) => items.listIndexes({ session }).toArray()],
  ['$out', (session) => items.aggregate([{ $out: 'other' }], { session }).toArray()],
];

test.each(refused)('%s is refused in a snapshot session', async (_, run) => {
  await withSnapshot(async (session) => {
    await expect(run(session)).rejects.toMatchObject({ code: 72 });
    expect(await items.find({}, { session }).toArray()).toHaveLength(2);
  });
  expect((await items.find({}).toArray()).map(({ x }) => x)).toEqual([11, 11]);
});

test('a state is kept through new indexes and the end of its collection, but not for ever', async () => {
  const own = await ownServer();
  try {
    const there = own.client.db('bank').collection<Item>('items');
    await there.insertMany(Array.from({ length: 400 }, (_, _id) => ({ _id, x: 1 })));
    const session = own.client.startSession({ snapshot: true });
    const seen = () => there.find({ x: { $gte: 1 } }, { session }).toArray();
    expect(await seen()).toHaveLength(400);
    await there.createIndex({ x: 1 });
    await there.deleteMany({});
    expect(await seen()).toHaveLength(400);
    await there.drop();
    expect(await seen()).toHaveLength(400);
    const cursor = there.find({}, { session, batchSize: 1 });
    await cursor.next();
    for (let i = 0; i < 40; i++) {
      await there.insertOne({ _id: i, x: i });
      const other = own.client.startSession({ snapshot: true });
      expect(await there.find({}, { session: other }).toArray()).toHaveLength(i + 1);
      await other.endSession();
    }
    await expect(seen()).rejects.toMatchObject({ code: 239, codeName: 'SnapshotTooOld' });
    await expect(cursor.toArray()).rejects.toMatchObject({ code: 239 });
    await session.endSession();
  } finally {
    await own.stop();
  }
});
