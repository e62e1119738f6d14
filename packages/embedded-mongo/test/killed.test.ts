/** kill -9 in the middle of concurrent writes and transactions: nothing acknowledged is lost, nothing is torn. */

import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { type ChildServer, startChild } from './child-server.ts';
import { temporaryFolder } from './own-server.ts';

const ROUNDS = Math.max(4, Math.round(50 * Number(process.env.TEST_FACTOR ?? 0.1)));
const WRITERS = 20;

interface Entry {
  _id: string;
  /** Never twice: a unique index says so. */
  key: string;
  /** The two entries of a transaction share it. */
  pair?: string;
  writer: number;
  text: string;
}

let dir: string;
beforeAll(async () => {
  dir = await temporaryFolder();
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const entries = (client: MongoClient) => client.db('killed').collection<Entry>('entries');
const entry = (id: string, writer: number, pair?: string): Entry => ({
  _id: id,
  key: `key of ${id}`,
  ...(pair ? { pair } : {}),
  writer,
  text: 'x'.repeat(200),
});

/** Writes until the server is gone; every third write is a transaction of two. */
async function write(client: MongoClient, round: number, writer: number, acknowledged: Set<string>): Promise<void> {
  const collection = entries(client);
  for (let i = 0; ; i++) {
    const id = `${round}-${writer}-${i}`;
    try {
      if (i % 3 < 2) {
        await collection.insertOne(entry(id, writer));
        acknowledged.add(id);
        continue;
      }
      await client.withSession((session) =>
        session.withTransaction(
          async () => {
            await collection.insertOne(entry(`${id}a`, writer, id), { session });
            await collection.insertOne(entry(`${id}b`, writer, id), { session });
          },
          { timeoutMS: 500 },
        ),
      );
      acknowledged.add(`${id}a`).add(`${id}b`);
    } catch {
      return;
    }
  }
}

async function check(server: ChildServer, acknowledged: Set<string>): Promise<void> {
  const client = await MongoClient.connect(server.uri);
  const present = await entries(client).find({}).toArray();
  const ids = new Set(present.map(({ _id }) => _id));
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
  const halves = Map.groupBy(
    present.filter(({ pair }) => pair),
    ({ pair }) => pair,
  );
  expect([...halves].filter(([, both]) => both.length !== 2)).toEqual([]);
  expect(present.filter(({ _id, key, text }) => key !== `key of ${_id}` || text.length !== 200)).toEqual([]);
  const validation = await client.db('killed').command({ validate: 'entries' });
  expect(validation.errors).toEqual([]);
  expect(validation.keysPerIndex).toMatchObject({ _id_: present.length, key_1: present.length });
  await client.close();
}

test(
  `${ROUNDS} rounds of kill -9`,
  async () => {
    const acknowledged = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      const server = await startChild(dir);
      const client = await MongoClient.connect(server.uri, {
        maxPoolSize: WRITERS,
        retryWrites: false,
        serverSelectionTimeoutMS: 300,
      });
      if (round === 0) {
        await entries(client).createIndex({ key: 1 }, { unique: true });
        await entries(client).createIndex({ writer: 1, pair: 1 });
      }
      const before = acknowledged.size;
      const writers = Array.from({ length: WRITERS }, (_, writer) => write(client, round, writer, acknowledged));
      await wait(250 + ((round * 37) % 200));
      await server.end('SIGKILL');
      await Promise.all(writers);
      await client.close(true);
      expect(acknowledged.size).toBeGreaterThan(before);
      const again = await startChild(dir);
      await check(again, acknowledged);
      await again.end('SIGTERM');
    }
  },
  // A round is a second on a quiet machine; on a busy one two processes are started and a growing collection is checked.
  15_000 * Math.max(8, ROUNDS),
);
