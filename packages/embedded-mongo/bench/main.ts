/**
 * `npm run bench:mongo [-- --documents 1000000]`: what the server does, beside what SQLite alone does with the same bytes
 * in the same run. The server runs in a process of its own. The last column is the ratio that is aimed at.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Document, deserialize } from 'bson';
import { type Collection, MongoClient } from 'mongodb';
import { startChild } from '../test/child-server.ts';
import { ROWS, rawRates } from './raw.ts';
import { sampleDocument } from './sample.ts';

const { values } = parseArgs({ options: { documents: { type: 'string', default: '1000000' } } });
const DOCUMENTS = Number(values.documents);
const SCANNED = Math.min(100_000, DOCUMENTS);
const BATCH = 5000;

const dir = await mkdtemp(join(tmpdir(), 'embedded-mongo-bench-'));
const say = (line: string) => process.stdout.write(`${line}\n`);
const row = (what: string, measured: string, aim = '') => say(`${what.padEnd(58)}${measured.padStart(16)}   ${aim}`);
const perSecond = (n: number) => `${Math.round(n).toLocaleString('en')}/s`;
const ms = (n: number) => `${n.toFixed(n < 10 ? 2 : 0)} ms`;

async function took(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Runs `work` in so many lanes for about a second; operations a second. */
async function rate(lanes: number, work: (i: number) => Promise<unknown>): Promise<number> {
  let done = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (performance.now() - from < 1500) await work(done++);
    }),
  );
  return (done / (performance.now() - from)) * 1000;
}

/** The middle of several measurements. */
async function median(times: number, work: (i: number) => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push(await took(() => work(i)));
  return all.sort((a, b) => a - b)[Math.floor(times / 2)];
}

async function load(collection: Collection, count: number): Promise<number> {
  return took(async () => {
    for (let from = 0; from < count; from += BATCH) {
      await collection.insertMany(
        Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => sampleDocument(from + i)),
        { ordered: false },
      );
    }
  });
}

const raw = await rawRates(dir);
row('SQLite alone: a document with two index rows', perSecond(raw.inserts));
row('SQLite alone: gets by key', perSecond(raw.gets));
row('SQLite alone: durable commits of one row', perSecond(raw.commits));

const server = await startChild(join(dir, 'data'));
const client = await MongoClient.connect(server.uri, { maxPoolSize: 60 });
try {
  const db = client.db('bench');
  await inserts(db.collection('inserts'));
  await reads(db.collection('reads'));
  await aggregations(db.collection('scanned'));
  await transactions(db.collection('accounts'));
} finally {
  await client.close();
  await server.end('SIGTERM');
  await rm(dir, { recursive: true, force: true });
}

async function inserts(collection: Collection): Promise<void> {
  await collection.createIndex({ group: 1 });
  const many = ROWS / ((await load(collection, ROWS)) / 1000);
  row('insertMany, one index beside _id', perSecond(many), `${(many / raw.inserts).toFixed(2)} of raw, aim 0.5`);
  row('insertOne, one after the other', perSecond(await rate(1, (i) => collection.insertOne(sampleDocument(i)))));
  const parallel = await rate(50, (i) => collection.insertOne(sampleDocument(i)));
  row(
    'insertOne, 50 in parallel',
    perSecond(parallel),
    `${(parallel / raw.commits).toFixed(2)} of raw commits, aim 0.33`,
  );
}

async function reads(collection: Collection): Promise<void> {
  const total = await load(collection, DOCUMENTS);
  row(`insertMany of ${DOCUMENTS.toLocaleString('en')}`, perSecond(DOCUMENTS / (total / 1000)));
  row(`an index on them, built afterwards`, ms(await took(() => collection.createIndex({ group: 1, amount: 1 }))));
  await collection.createIndex({ code: 1 }, { unique: true });
  const ids = (await collection.find({}, { projection: { _id: 1 }, limit: 10_000 }).toArray()).map(({ _id }) => _id);
  const byId = (i: number) => collection.findOne({ _id: ids[(i * 31) % ids.length] });
  row('find by _id, one after the other', perSecond(await rate(1, byId)));
  row('find by _id, 20 in parallel', perSecond(await rate(20, byId)), 'aim 4,000/s');
  const equality = await median(30, (i) => collection.find({ group: (i * 7) % 10_000 }).toArray());
  row(
    `indexed equality, ${Math.round(DOCUMENTS / 10_000)} of ${DOCUMENTS.toLocaleString('en')}`,
    ms(equality),
    'aim 5 ms',
  );
  const codeOf = (n: number) => `OPP-${String(n).padStart(8, '0')}`;
  const range = await median(30, (i) =>
    collection.find({ code: { $gte: codeOf(i * 1000), $lt: codeOf(i * 1000 + 1000) } }).toArray(),
  );
  row('indexed range of 1,000', ms(range));
}

async function aggregations(collection: Collection): Promise<void> {
  await load(collection, SCANNED);
  const { DatabaseSync } = await import('node:sqlite');
  const file = new DatabaseSync(join(dir, 'data', 'data.sqlite'), { readOnly: true });
  const id = file.prepare("SELECT id FROM collections WHERE name = 'scanned'").get() as { id: number };
  const decoding = await median(3, async () => {
    for (const each of file.prepare(`SELECT doc FROM c_${id.id}`).iterate() as Iterable<{ doc: Uint8Array }>)
      decode(each.doc);
  });
  file.close();
  row(`reading and decoding ${SCANNED.toLocaleString('en')} without the server`, ms(decoding));
  row(
    'counting them by a condition without an index',
    ms(await median(3, () => collection.countDocuments({ note: 'x' }))),
  );
  const grouping = await median(3, () =>
    collection
      .aggregate([
        { $match: { status: 'WON' } },
        { $group: { _id: '$agent', won: { $sum: '$amount' }, n: { $sum: 1 } } },
        { $sort: { won: -1 } },
      ])
      .toArray(),
  );
  row('$match, $group and $sort of them', ms(grouping), `${(grouping / decoding).toFixed(2)} of decoding, aim 2`);
}

function decode(bytes: Uint8Array): Document {
  return deserialize(bytes, { useBigInt64: false });
}

async function transactions(collection: Collection): Promise<void> {
  await collection.insertMany(Array.from({ length: 1000 }, (_, n) => ({ _id: n as never, n: 0 })));
  const move = (i: number) =>
    client.withSession((session) =>
      session.withTransaction(async () => {
        await collection.updateOne({ _id: ((i * 2) % 1000) as never }, { $inc: { n: -1 } }, { session });
        await collection.updateOne({ _id: ((i * 2 + 1) % 1000) as never }, { $inc: { n: 1 } }, { session });
      }),
    );
  row('transactions of two updates, one after the other', perSecond(await rate(1, move)));
  row('transactions of two updates, 20 in parallel', perSecond(await rate(20, move)));
}
