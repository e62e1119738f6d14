import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { backUp, restore } from '../src/backup.ts';
import { startEmbeddedMongo } from '../src/index.ts';
import { startChild } from './child-server.ts';
import { ownServer, temporaryFolder } from './own-server.ts';

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'it started',
    (error: Error) => error.message,
  );

describe('an instance', () => {
  test('finds everything again after it was closed', async () => {
    const dir = await temporaryFolder();
    const first = await startEmbeddedMongo({ dataDir: dir, port: 0 });
    const client = await MongoClient.connect(first.uri);
    await client
      .db('kept')
      .collection('things')
      .insertMany([{ n: 1 }, { n: 2, tags: ['x'] }]);
    await client.db('kept').collection('things').createIndex({ tags: 1 }, { sparse: true });
    await client.close();
    await first.close();

    const second = await ownServer({ dataDir: dir });
    const things = second.client.db('kept').collection('things');
    expect(await things.countDocuments()).toBe(2);
    expect((await things.indexes()).map(({ name }) => name)).toEqual(['_id_', 'tags_1']);
    await things.insertOne({ n: 3 });
    expect((await things.find({}).toArray()).map(({ n }) => n)).toEqual([1, 2, 3]);
    await second.stop();
  });

  test('runs in a thread of its own when asked, several beside one another', async () => {
    const servers = await Promise.all([ownServer({ thread: true }), ownServer({ thread: true })]);
    for (const [i, { client }] of servers.entries()) await client.db('d').collection('c').insertOne({ i });
    for (const [i, { client }] of servers.entries())
      expect(await client.db('d').collection('c').findOne()).toMatchObject({ i });
    for (const server of servers) await server.stop();
  });

  test('refuses a folder that another one uses, and a port that is taken, with one line', async () => {
    const own = await ownServer();
    expect(await refusal(startEmbeddedMongo({ dataDir: own.dir, port: 0 }))).toBe(
      `data directory ${own.dir} is in use by another embedded-mongo`,
    );
    expect(await refusal(startChild(own.dir))).toContain('in use by another embedded-mongo');
    const dir = await temporaryFolder();
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    expect(await refusal(startEmbeddedMongo({ dataDir: dir, port }))).toBe(`port ${port} is in use`);
    expect(await refusal(startEmbeddedMongo({ dataDir: dir, port, thread: true }))).toBe(`port ${port} is in use`);
    taken.close();
    await own.stop();
    await rm(dir, { recursive: true, force: true });
  });

  test('refuses production unless told otherwise', async () => {
    const dir = await temporaryFolder();
    expect(await refusal(startChild(dir, [], { NODE_ENV: 'production' }))).toMatch(
      /^embedded-mongo: .* not for production/,
    );
    const meant = await startChild(dir, [], { NODE_ENV: 'production', EMBEDDED_MONGO_IN_PRODUCTION: 'yes' });
    await meant.end('SIGTERM');
    await rm(dir, { recursive: true, force: true });
  });

  test('refuses a folder of a later version', async () => {
    const own = await ownServer();
    await own.client.close();
    await own.server.close();
    const { DatabaseSync } = await import('node:sqlite');
    const file = new DatabaseSync(join(own.dir, 'data.sqlite'));
    file.exec("UPDATE meta SET value = 99 WHERE name = 'format'");
    file.close();
    expect(await refusal(startEmbeddedMongo({ dataDir: own.dir, port: 0 }))).toMatch(/format is version 99/);
    await rm(own.dir, { recursive: true, force: true });
  });
});

describe('a backup', () => {
  test('holds what was there while the server ran on, and becomes a folder again', async () => {
    const own = await ownServer();
    const things = own.client.db('d').collection('things');
    await things.insertMany([{ n: 1 }, { n: 2 }]);
    await things.createIndex({ n: 1 }, { unique: true });
    const folder = await temporaryFolder();
    backUp(own.dir, join(folder, 'saved'));
    await things.insertOne({ n: 3 });
    restore(join(folder, 'saved'), join(folder, 'data'));
    expect(() => restore(join(folder, 'saved'), join(folder, 'data'))).toThrow('holds data already');
    const again = await ownServer({ dataDir: join(folder, 'data') });
    const back = again.client.db('d').collection('things');
    expect((await back.find({}).toArray()).map(({ n }) => n)).toEqual([1, 2]);
    await expect(back.insertOne({ n: 2 })).rejects.toMatchObject({ code: 11000 });
    await again.stop();
    await own.stop();
    await rm(folder, { recursive: true, force: true });
  });
});

describe('fail points', () => {
  test('are known only where tests are meant', async () => {
    const own = await ownServer();
    const off = own.client.db('admin').command({ configureFailPoint: 'failCommand', mode: 'off' });
    await expect(off).rejects.toMatchObject({ code: 59 });
    await own.stop();
  });

  test('a write that is cut off or told to try again is done exactly once', async () => {
    const own = await ownServer({ testCommands: true });
    const things = own.client.db('d').collection('things');
    for (const data of [{ closeConnection: true }, { errorCode: 91 }]) {
      await own.client.db('admin').command({
        configureFailPoint: 'failCommand',
        mode: { times: 1 },
        data: { failCommands: ['insert'], ...data },
      });
      await things.insertOne({ data });
    }
    expect(await things.countDocuments()).toBe(2);
    await own.client.db('admin').command({
      configureFailPoint: 'failCommand',
      mode: { times: 2 },
      data: { failCommands: ['commitTransaction'], errorCode: 251 },
    });
    await own.client.withSession((session) =>
      session.withTransaction(async () => {
        await things.insertOne({ last: true }, { session });
      }),
    );
    expect(await things.countDocuments({ last: true })).toBe(1);
    await own.stop();
  });
});

describe('the fail point of retryable writes', () => {
  const name = 'onPrimaryTransactionalWrite';
  const requests = [
    { insertOne: { document: { _id: 2, x: 22 } } },
    { updateOne: { filter: { _id: 2 }, update: { $inc: { x: 1 } } } },
    { deleteOne: { filter: { _id: 1 } } },
  ];

  test.each([
    ['each reply is lost once', { times: 3 }, {}, true, [{ _id: 2, x: 23 }]],
    ['a write fails once', { times: 1 }, { failBeforeCommitExceptionCode: 1 }, true, [{ _id: 2, x: 23 }]],
    ['the first write never succeeds', { times: 2 }, { failBeforeCommitExceptionCode: 1 }, false, [{ _id: 1, x: 11 }]],
    [
      'the second write never succeeds',
      { skip: 1 },
      { failBeforeCommitExceptionCode: 1 },
      false,
      [
        { _id: 1, x: 11 },
        { _id: 2, x: 22 },
      ],
    ],
  ])('%s', async (_, mode, data, succeeds, left) => {
    const own = await ownServer({ testCommands: true });
    const things = own.client.db('d').collection<{ _id: number; x: number }>('things');
    await things.insertOne({ _id: 1, x: 11 });
    await own.client.db('admin').command({ configureFailPoint: name, mode, data });
    const outcome = await things.bulkWrite(requests).then(
      ({ insertedCount, modifiedCount, deletedCount }) => [insertedCount, modifiedCount, deletedCount],
      () => 'failed',
    );
    expect(outcome).toEqual(succeeds ? [1, 1, 1] : 'failed');
    await own.client.db('admin').command({ configureFailPoint: name, mode: 'off' });
    expect(await things.find({}).toArray()).toEqual(left);
    await own.stop();
  });
});

describe('documents with a time to live', () => {
  test('are removed when it is over, others stay', async () => {
    const own = await ownServer({ ttlSeconds: 0.2 });
    const notes = own.client.db('d').collection('notes');
    await notes.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    await notes.insertMany([
      { n: 1, at: new Date(Date.now() - 120_000) },
      { n: 2, at: new Date() },
      { n: 3, at: 'no date' },
      { n: 4 },
      { n: 5, at: [new Date(), new Date(0)] },
    ]);
    for (let i = 0; i < 50 && (await notes.countDocuments()) > 3; i++) await wait(100);
    expect((await notes.find({}).sort({ n: 1 }).toArray()).map(({ n }) => n)).toEqual([2, 3, 4]);
    await own.client.db('d').command({ collMod: 'notes', index: { keyPattern: { at: 1 }, expireAfterSeconds: 0 } });
    for (let i = 0; i < 50 && (await notes.countDocuments()) > 2; i++) await wait(100);
    expect((await notes.find({}).sort({ n: 1 }).toArray()).map(({ n }) => n)).toEqual([3, 4]);
    await own.stop();
  });
});
