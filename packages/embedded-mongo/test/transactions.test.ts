import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Collection, MongoClient, type MongoServerError } from 'mongodb';
import { RawClient } from './raw-client.ts';

interface Account {
  _id: string;
  n: number;
}

let client: MongoClient;
let accounts: Collection<Account>;
const database = `transactions_${randomBytes(6).toString('hex')}`;

beforeAll(async () => {
  client = await MongoClient.connect(process.env.TEST_MONGODB_URI ?? '');
  accounts = client.db(database).collection<Account>('accounts');
});
afterAll(async () => {
  await client.db(database).dropDatabase();
  await client.close();
});
beforeEach(async () => {
  await accounts.deleteMany({});
  await accounts.insertMany([
    { _id: 'a', n: 0 },
    { _id: 'b', n: 0 },
  ]);
});

async function failure(promise: Promise<unknown>): Promise<MongoServerError> {
  try {
    await promise;
  } catch (error) {
    return error as MongoServerError;
  }
  throw new Error('it should have failed');
}

describe('a transaction', () => {
  test('ten concurrent increments end at exactly ten', async () => {
    await Promise.all(
      Array.from({ length: 10 }, () =>
        client.withSession((session) =>
          session.withTransaction(async () => {
            const account = await accounts.findOne({ _id: 'a' }, { session });
            await accounts.updateOne({ _id: 'a' }, { $set: { n: (account?.n ?? 0) + 1 } }, { session });
          }),
        ),
      ),
    );
    expect((await accounts.findOne({ _id: 'a' }))?.n).toBe(10);
  });

  test('is seen by nobody before it commits, and sees its own writes in every kind of read', async () => {
    await accounts.createIndex({ n: 1 });
    const session = client.startSession();
    session.startTransaction();
    await accounts.insertOne({ _id: 'c', n: 5 }, { session });
    await accounts.updateOne({ _id: 'a' }, { $set: { n: 7 } }, { session });
    await accounts.deleteOne({ _id: 'b' }, { session });
    const inside = await accounts
      .find({ n: { $gt: 1 } }, { session })
      .sort({ n: -1 })
      .toArray();
    expect(inside.map(({ _id }) => _id)).toEqual(['a', 'c']);
    expect(await accounts.countDocuments({}, { session })).toBe(2);
    expect(await accounts.distinct('n', {}, { session })).toEqual(expect.arrayContaining([5, 7]));
    expect((await accounts.find({}).toArray()).map(({ _id, n }) => [_id, n])).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
    await session.commitTransaction();
    await session.endSession();
    expect((await accounts.find({}).sort({ _id: 1 }).toArray()).map(({ _id, n }) => [_id, n])).toEqual([
      ['a', 7],
      ['c', 5],
    ]);
  });

  test('reads the state at its beginning', async () => {
    const session = client.startSession();
    session.startTransaction({ readConcern: { level: 'snapshot' } });
    expect((await accounts.findOne({ _id: 'a' }, { session }))?.n).toBe(0);
    await accounts.updateOne({ _id: 'a' }, { $set: { n: 3 } });
    expect((await accounts.findOne({ _id: 'a' }, { session }))?.n).toBe(0);
    await session.commitTransaction();
    await session.endSession();
  });

  test('that meets the write of another fails with 112 and may be tried again', async () => {
    const session = client.startSession();
    session.startTransaction();
    await accounts.findOne({ _id: 'a' }, { session });
    await accounts.updateOne({ _id: 'a' }, { $inc: { n: 1 } });
    const error = await failure(accounts.updateOne({ _id: 'a' }, { $inc: { n: 10 } }, { session }));
    expect(error.code).toBe(112);
    expect(error.hasErrorLabel('TransientTransactionError')).toBe(true);
    await session.abortTransaction();
    await session.endSession();
    expect((await accounts.findOne({ _id: 'a' }))?.n).toBe(1);
  });

  test('that is aborted leaves nothing behind, a new collection neither', async () => {
    const session = client.startSession();
    session.startTransaction();
    await accounts.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
    await client.db(database).collection('fresh').insertOne({ x: 1 }, { session });
    await session.abortTransaction();
    await session.endSession();
    expect((await accounts.findOne({ _id: 'a' }))?.n).toBe(0);
    expect(await client.db(database).listCollections({ name: 'fresh' }).toArray()).toEqual([]);
  });

  test('may bring a collection into being', async () => {
    const fresh = client.db(database).collection('made');
    await client.withSession((session) =>
      session.withTransaction(async () => {
        await fresh.insertMany([{ x: 1 }, { x: 2 }], { session });
        expect(await fresh.countDocuments({ x: { $gt: 0 } }, { session })).toBe(2);
      }),
    );
    expect(await fresh.countDocuments()).toBe(2);
    await fresh.drop();
  });

  test('keeps unique indexes, also against its own rows', async () => {
    const session = client.startSession();
    session.startTransaction();
    await accounts.insertOne({ _id: 'c', n: 1 }, { session });
    expect((await failure(accounts.insertOne({ _id: 'c', n: 2 }, { session }))).code).toBe(11000);
    // The error has ended the transaction.
    expect((await failure(accounts.insertOne({ _id: 'd', n: 2 }, { session }))).code).toBe(251);
    await session.abortTransaction();
    await session.endSession();
    expect(await accounts.countDocuments()).toBe(2);
  });

  test('blocks nobody while it is open', async () => {
    const session = client.startSession();
    session.startTransaction();
    await accounts.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
    await accounts.updateOne({ _id: 'b' }, { $inc: { n: 1 } }, { session });
    expect((await accounts.updateOne({ _id: 'b' }, { $inc: { n: 5 } })).modifiedCount).toBe(1);
    const error = await failure(session.commitTransaction());
    expect(error.hasErrorLabel('TransientTransactionError')).toBe(true);
    await session.endSession();
    expect((await accounts.find({}).sort({ _id: 1 }).toArray()).map(({ n }) => n)).toEqual([0, 5]);
  });

  test('hands a cursor on from batch to batch', async () => {
    await accounts.insertMany(Array.from({ length: 250 }, (_, i) => ({ _id: `x${i}`, n: i })));
    const session = client.startSession();
    session.startTransaction();
    const cursor = accounts.find({}, { session, batchSize: 40 });
    const seen = new Set<string>();
    for await (const { _id } of cursor) {
      seen.add(_id);
      if (seen.size === 50) await accounts.deleteMany({ n: { $gt: 200 } });
    }
    expect(seen.size).toBe(252);
    await session.commitTransaction();
    await session.endSession();
  });

  test('reads its state by the indexes of that time', async () => {
    const session = client.startSession();
    session.startTransaction({ readConcern: { level: 'snapshot' } });
    expect(await accounts.countDocuments({}, { session })).toBe(2);
    await accounts.createIndex({ n: 1, _id: 1 });
    await accounts.deleteOne({ _id: 'a' });
    expect(await accounts.find({ n: 0, _id: 'a' }, { session }).toArray()).toHaveLength(1);
    await session.commitTransaction();
    await session.endSession();
  });

  test('that writes what another open one has written fails at once, and the other commits', async () => {
    const [first, second] = [client.startSession(), client.startSession()];
    first.startTransaction();
    second.startTransaction();
    await accounts.insertOne({ _id: 'c', n: 1 }, { session: first });
    const error = await failure(accounts.insertOne({ _id: 'c', n: 2 }, { session: second }));
    expect([error.codeName, error.errorLabels]).toEqual(['WriteConflict', ['TransientTransactionError']]);
    await first.commitTransaction();
    const late = await failure(second.commitTransaction());
    expect([late.codeName, late.errorLabels]).toEqual(['NoSuchTransaction', ['TransientTransactionError']]);
    second.startTransaction();
    await accounts.updateOne({ _id: 'c' }, { $inc: { n: 1 } }, { session: second });
    await second.commitTransaction();
    expect((await accounts.findOne({ _id: 'c' }))?.n).toBe(2);
    await Promise.all([first.endSession(), second.endSession()]);
  });

  test('may build indexes on what it brings into being, and on nothing else', async () => {
    const fresh = client.db(database).collection('indexed');
    await client.withSession((session) =>
      session.withTransaction(async () => {
        await fresh.createIndex({ x: 1 }, { session, unique: true });
        await fresh.insertMany([{ x: 1 }, { x: 2 }], { session });
        expect(await fresh.find({ x: 2 }, { session }).toArray()).toHaveLength(1);
        expect(await client.db(database).listCollections({ name: 'indexed' }).toArray()).toEqual([]);
      }),
    );
    expect((await fresh.indexes()).map(({ name }) => name)).toEqual(['_id_', 'x_1']);
    expect((await failure(fresh.insertOne({ x: 2 }))).code).toBe(11000);
    await fresh.drop();
    const session = client.startSession();
    session.startTransaction();
    expect((await failure(accounts.createIndex({ other: 1 }, { session }))).code).toBe(263);
    await session.abortTransaction();
    await session.endSession();
  });

  test.each([
    ['a write concern', { writeConcern: { w: 1 } }],
    ['a read concern after its first command', { readConcern: { level: 'local' } }],
  ])('refuses %s', async (_, options) => {
    const session = client.startSession();
    session.startTransaction();
    await accounts.findOne({}, { session });
    const command = { insert: 'accounts', documents: [{ _id: 'z' }], ...options };
    expect((await failure(client.db(database).command(command, { session }))).code).toBe(72);
    await session.abortTransaction();
    await session.endSession();
  });

  test('refuses what cannot be part of one', async () => {
    const session = client.startSession();
    session.startTransaction();
    await accounts.findOne({}, { session });
    expect((await failure(accounts.drop({ session }))).code).toBe(263);
    await session.abortTransaction();
    await session.endSession();
  });
});

describe('a retryable write', () => {
  test('is done once, however often it is sent', async () => {
    const raw = await RawClient.connect(process.env.TEST_MONGODB_URI ?? '');
    const lsid = RawClient.session();
    const send = (command: Record<string, unknown>, number: number) => raw.runNumbered(database, command, lsid, number);
    const update = { update: 'accounts', updates: [{ q: { _id: 'a' }, u: { $inc: { n: 1 } } }] };
    const replies = [await send(update, 1), await send(update, 1)];
    expect(replies.map(({ nModified }) => nModified)).toEqual([1, 1]);
    expect(replies[1].retriedStmtIds).toEqual([0]);
    expect((await accounts.findOne({ _id: 'a' }))?.n).toBe(1);

    const modify = { findAndModify: 'accounts', query: { _id: 'b' }, update: { $inc: { n: 1 } }, new: true };
    expect([(await send(modify, 2)).value.n, (await send(modify, 2)).value.n]).toEqual([1, 1]);

    const insert = { insert: 'accounts', documents: [{ _id: 'q', n: 1 }] };
    await send(insert, 3);
    const repeated = await send(insert, 3);
    expect([repeated.n, repeated.writeErrors]).toEqual([1, undefined]);

    const remove = { delete: 'accounts', deletes: [{ q: { n: 1 }, limit: 1 }] };
    await send(remove, 4);
    expect((await send(remove, 4)).n).toBe(1);
    expect(await accounts.countDocuments({ n: 1 })).toBe(2);

    expect((await send(update, 3)).code).toBe(225);
    raw.close();
  });

  test('takes up where it was when only some of its statements were done', async () => {
    const raw = await RawClient.connect(process.env.TEST_MONGODB_URI ?? '');
    const lsid = RawClient.session();
    const documents = [
      { _id: 'q', n: 1 },
      { _id: 'r', n: 1 },
    ];
    const first = { insert: 'accounts', documents: documents.slice(0, 1), stmtIds: [0] };
    await raw.runNumbered(database, first, lsid, 1);
    const whole = await raw.runNumbered(database, { insert: 'accounts', documents, stmtIds: [0, 1] }, lsid, 1);
    expect([whole.n, whole.writeErrors]).toEqual([2, undefined]);
    raw.close();
  });
});
