/** The driver's ordinary use, against whichever MongoDB the run is given. */

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Collection, type Db, Decimal128, Long, MongoClient, ObjectId } from 'mongodb';

let client: MongoClient;
let db: Db;
let things: Collection;

beforeAll(async () => {
  client = await MongoClient.connect(process.env.TEST_MONGODB_URI ?? '');
  db = client.db(`driver_${randomBytes(6).toString('hex')}`);
  things = db.collection('things');
});
afterAll(async () => {
  await db.dropDatabase();
  await client.close();
});
beforeEach(() => db.dropDatabase());

const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ n, even: n % 2 === 0 }));

describe('the driver', () => {
  test('gets every type back as it was', async () => {
    const document = {
      _id: new ObjectId(),
      int: 1,
      long: Long.fromString('9007199254740993'),
      decimal: Decimal128.fromString('1.10'),
      date: new Date(123),
      bytes: Buffer.from([1, 2, 3]),
      nested: { list: [1, 'x', null, { deep: true }] },
    };
    await things.insertOne(document);
    const back = await things.findOne({}, { promoteLongs: false, promoteBuffers: true });
    expect(back?.long.toString()).toBe('9007199254740993');
    expect(back?.decimal.toString()).toBe('1.10');
    expect(back?.bytes).toEqual(document.bytes);
    expect(back).toMatchObject({ _id: document._id, int: 1, date: new Date(123), nested: document.nested });
  });

  test('reads in batches, and a killed cursor is gone', async () => {
    await things.insertMany(rows(1000));
    const cursor = things.find({}, { batchSize: 100 }).sort({ n: 1 });
    const seen: number[] = [];
    for await (const { n } of cursor) seen.push(n);
    expect(seen).toEqual(rows(1000).map(({ n }) => n));
    const reply = await db.command({ find: 'things', batchSize: 2 });
    const id = reply.cursor.id;
    expect((await db.command({ killCursors: 'things', cursors: [Long.fromValue(id)] })).cursorsKilled).toHaveLength(1);
    await expect(db.command({ getMore: Long.fromValue(id), collection: 'things' })).rejects.toMatchObject({ code: 43 });
  });

  test('counts, names the different values, and pages', async () => {
    await things.insertMany(rows(50));
    expect(await things.countDocuments({ even: true })).toBe(25);
    expect(await things.estimatedDocumentCount()).toBe(50);
    expect(await things.distinct('even')).toEqual(expect.arrayContaining([true, false]));
    const page = await things
      .find({}, { projection: { _id: 0, n: 1 } })
      .sort({ n: -1 })
      .skip(5)
      .limit(2)
      .toArray();
    expect(page).toEqual([{ n: 44 }, { n: 43 }]);
  });

  test('reads in the direction that a $natural hint names', async () => {
    await things.insertMany(rows(3));
    const read = async (direction: number) =>
      (await things.find().hint({ $natural: direction }).toArray()).map(({ n }) => n);
    expect([await read(1), await read(-1)]).toEqual([
      [0, 1, 2],
      [2, 1, 0],
    ]);
  });

  test('hides an index, and shows it as it was before', async () => {
    await things.createIndex({ n: 1 });
    const before = await things.indexes();
    const hide = (hidden: boolean) => db.command({ collMod: 'things', index: { name: 'n_1', hidden } });
    expect(await hide(true)).toMatchObject({ hidden_old: false, hidden_new: true });
    expect(await things.indexes()).toMatchObject([{ name: '_id_' }, { name: 'n_1', hidden: true }]);
    expect(await hide(false)).toMatchObject({ hidden_old: true, hidden_new: false });
    expect(await things.indexes()).toEqual(before);
  });

  test('describes databases, collections and indexes', async () => {
    await things.insertOne({ a: 1 });
    await things.createIndexes([
      { key: { a: 1 }, name: 'by_a' },
      { key: { b: -1, a: 1 }, unique: true, partialFilterExpression: { b: { $exists: true } } },
    ]);
    expect((await db.listCollections().toArray()).map(({ name }) => name)).toEqual(['things']);
    expect((await db.admin().listDatabases()).databases.map(({ name }) => name)).toContain(db.databaseName);
    expect((await things.indexes()).map(({ name }) => name)).toEqual(['_id_', 'by_a', 'b_-1_a_1']);
    await expect(things.createIndex({ a: -1 }, { name: 'by_a' })).rejects.toMatchObject({ code: 86 });
    await expect(things.createIndex({ a: 1 }, { name: 'other' })).rejects.toMatchObject({ code: 85 });
    await things.dropIndex('by_a');
    await expect(things.dropIndex('by_a')).rejects.toMatchObject({ code: 27 });
    expect(await things.indexes()).toHaveLength(2);
    await things.rename('renamed');
    expect((await db.listCollections().toArray()).map(({ name }) => name)).toEqual(['renamed']);
    expect(await db.collection('renamed').countDocuments({ a: 1 })).toBe(1);
  });

  test('builds a unique index on what is there, or not at all', async () => {
    await things.insertMany([{ a: 1 }, { a: 2 }, { a: 2 }]);
    await expect(things.createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect(await things.indexes()).toHaveLength(1);
    await things.deleteOne({ a: 2 });
    await things.createIndex({ a: 1 }, { unique: true });
    await expect(things.insertOne({ a: 2 })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { a: 1 },
      keyValue: { a: 2 },
    });
  });

  test('reports which statements of a bulk failed', async () => {
    await things.insertOne({ _id: 1 as never });
    const failed = await things
      .insertMany([{ _id: 2 }, { _id: 1 }, { _id: 3 }] as never[], { ordered: false })
      .catch((error) => error);
    expect(failed.writeErrors.map(({ index, code }: { index: number; code: number }) => [index, code])).toEqual([
      [1, 11000],
    ]);
    expect(await things.countDocuments()).toBe(3);
  });

  test('tells which key a $merge has met that may only insert', async () => {
    await things.insertOne({ _id: 1 as never });
    const merged = things.aggregate([{ $merge: { into: 'things', whenMatched: 'fail' } }]).toArray();
    await expect(merged).rejects.toMatchObject({ code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 1 } });
  });

  test('holds a collection to its validator', async () => {
    await db.createCollection('checked', { validator: { n: { $gte: 0 } } });
    const checked = db.collection('checked');
    await checked.insertOne({ n: 1 });
    await expect(checked.insertOne({ n: -1 })).rejects.toMatchObject({ code: 121 });
    await expect(checked.updateOne({ n: 1 }, { $set: { n: -1 } })).rejects.toMatchObject({ code: 121 });
    await checked.insertOne({ n: -2 }, { bypassDocumentValidation: true });
    await expect(db.createCollection('checked')).rejects.toMatchObject({ code: 48 });
  });

  test('is told when the time for a command is over', async () => {
    await things.insertMany(rows(20_000));
    const slow = things.find({ $expr: { $gt: [{ $pow: ['$n', 2] }, -1] } }, { maxTimeMS: 1 }).sort({ even: 1, n: -1 });
    await expect(slow.toArray()).rejects.toMatchObject({ code: 50 });
  });

  test('shows what runs, and ends it on demand', async () => {
    await things.insertMany(rows(20_000));
    const slow = things.find({ $expr: { $gt: [{ $pow: ['$n', 2] }, -1] } }).sort({ even: 1, n: -1 });
    const ended = slow.toArray().catch((error) => error);
    const admin = db.admin();
    const { inprog } = await admin.command({ currentOp: 1 });
    const running = inprog.find(({ command }: { command: Record<string, unknown> }) => command.find === 'things');
    await admin.command({ killOp: 1, op: running.opid });
    expect(await ended).toMatchObject({ code: 11601 });
  });

  test.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{ usersInfo: 1 }, { users: [] }],
    [{ rolesInfo: 1 }, { roles: [] }],
    [{ profile: -1 }, { was: 0 }],
    [{ fsync: 1 }, { numFiles: 1 }],
    [{ planCacheClear: 'things' }, { ok: 1 }],
    [{ getDefaultRWConcern: 1 }, { defaultReadConcern: { level: 'local' } }],
    [{ replSetGetConfig: 1 }, { config: { _id: 'embedded', version: 1 } }],
  ])('answers a shell that asks %j', async (command, answer) => {
    expect(await db.admin().command(command)).toMatchObject(answer);
  });

  test('serves many connections at once', async () => {
    const clients = await Promise.all(
      Array.from({ length: 60 }, () => MongoClient.connect(process.env.TEST_MONGODB_URI ?? '', { maxPoolSize: 3 })),
    );
    await Promise.all(clients.map((each, i) => each.db(db.databaseName).collection('many').insertOne({ i })));
    expect(await db.collection('many').countDocuments()).toBe(60);
    await Promise.all(clients.map((each) => each.close()));
  });
});

describe('explain', () => {
  interface Stage {
    stage: string;
    indexName?: string;
    inputStage?: Stage;
    inputStages?: Stage[];
  }
  const stages = (stage: Stage): string[] => [
    stage.indexName ? `${stage.stage} ${stage.indexName}` : stage.stage,
    ...[stage.inputStage ?? [], stage.inputStages ?? []].flat().flatMap(stages),
  ];

  test('says which index is used and how much is examined', async () => {
    await things.insertMany(rows(200));
    await things.createIndex({ n: 1 });
    await things.createIndex({ even: 1, n: 1 });
    const explained = await things.find({ n: { $gte: 10, $lt: 15 } }).explain('executionStats');
    expect(stages(explained.queryPlanner.winningPlan)).toContain('IXSCAN n_1');
    expect(explained.executionStats).toMatchObject({ nReturned: 5, totalDocsExamined: 5, totalKeysExamined: 5 });
    const sorted = await things.find({ even: true }).sort({ n: -1 }).explain('executionStats');
    expect(stages(sorted.queryPlanner.winningPlan)).toContain('IXSCAN even_1_n_1');
    expect(stages(sorted.queryPlanner.winningPlan)).not.toContain('SORT');
    const scanned = await things.find({ other: 1 }).explain('executionStats');
    expect(stages(scanned.queryPlanner.winningPlan)).toContain('COLLSCAN');
    expect(scanned.executionStats.totalDocsExamined).toBe(200);
    const either = await things.find({ $or: [{ n: 1 }, { even: true, n: 4 }] }).explain('executionStats');
    expect(either.executionStats).toMatchObject({ nReturned: 2, totalDocsExamined: 2 });
    const aggregated = await things.aggregate([{ $match: { n: 7 } }, { $count: 'c' }]).explain('executionStats');
    expect(JSON.stringify(aggregated)).toContain('IXSCAN');
  });
});
