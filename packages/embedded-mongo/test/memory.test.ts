/** What does not fit into memory goes to disk, or is refused with MongoDB's code. */
import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Document } from 'mongodb';
import { type OwnServer, ownServer } from './own-server.ts';

/** More than twice what a stage may hold here. */
const DOCUMENTS = 1_110;
interface Row extends Document {
  _id: number;
}

let own: OwnServer;

beforeAll(async () => {
  own = await ownServer({ thread: true, memoryLimit: 2_000_000 });
  const rows = own.client.db('large').collection<Row>('rows');
  for (let from = 0; from < DOCUMENTS; from += 555) {
    await rows.insertMany(
      Array.from({ length: 555 }, (_, i) => {
        const _id = from + i;
        return { _id, n: (_id * 7919) % DOCUMENTS, few: _id % 5, same: 1, text: String(_id % 10).repeat(5000) };
      }),
    );
  }
}, 120_000);
afterAll(() => own.stop());

const rows = () => own.client.db('large').collection<Row>('rows');

async function drain(
  cursor: AsyncIterable<Document>,
  see: (document: Document, place: number) => void,
): Promise<number> {
  let place = 0;
  for await (const document of cursor) see(document, place++);
  return place;
}

test.each<[string, () => AsyncIterable<Document>]>([
  ['find', () => rows().find({}).sort({ n: 1 })],
  ['$sort', () => rows().aggregate([{ $sort: { n: 1 } }])],
  ['$sort with a large $limit', () => rows().aggregate([{ $sort: { n: 1 } }, { $limit: 1_000_000 }])],
])('%s sorts more than memory may hold', async (_, start) => {
  const seen = await drain(start(), ({ n, text }, place) => {
    if (n !== place || text.length !== 5000) throw new Error(`${n} stands at ${place}`);
  });
  expect(seen).toBe(DOCUMENTS);
  expect(existsSync(own.dir) && readdirSync(own.dir).filter((name) => name.startsWith('spill'))).toEqual([]);
});

test('rows that compare equal keep their order', async () => {
  let last = -1;
  await drain(rows().find({}).sort({ same: 1 }), ({ _id }) => {
    if (_id < last) throw new Error(`${_id} comes after ${last}`);
    last = _id;
  });
  expect(last).toBe(DOCUMENTS - 1);
});

test('a sort that keeps few documents needs no disk', async () => {
  const first = await rows().find({}).sort({ n: 1 }).limit(3).allowDiskUse(false).toArray();
  expect(first.map(({ n }) => n)).toEqual([0, 1, 2]);
});

test.each<[string, number, () => Promise<unknown>]>([
  ['find', 292, () => rows().find({}).sort({ n: 1 }).allowDiskUse(false).toArray()],
  [
    '$sort',
    292,
    () =>
      rows()
        .aggregate([{ $sort: { n: 1 } }], { allowDiskUse: false })
        .toArray(),
  ],
  [
    '$group',
    292,
    () =>
      rows()
        .aggregate([{ $group: { _id: '$_id', t: { $first: '$text' }, p: { $push: '$text' } } }], {
          allowDiskUse: false,
        })
        .toArray(),
  ],
  [
    '$push',
    146,
    () =>
      rows()
        .aggregate([{ $group: { _id: null, all: { $push: '$text' } } }])
        .toArray(),
  ],
  [
    '$facet',
    4031700,
    () =>
      rows()
        .aggregate([{ $facet: { all: [] } }])
        .toArray(),
  ],
  [
    'distinct',
    17217,
    async () => {
      const wide = own.client.db('large').collection('wide');
      await wide.insertMany(Array.from({ length: 18 }, (_, i) => ({ text: String(i).padEnd(1_000_000) })));
      return wide.distinct('text');
    },
  ],
  [
    '$setWindowFields',
    5643011,
    () =>
      rows()
        .aggregate([{ $setWindowFields: { sortBy: { n: 1 }, output: { r: { $documentNumber: {} } } } }])
        .toArray(),
  ],
])('%s is refused with %i where it may not go on', async (_, code, run) => {
  await expect(run()).rejects.toMatchObject({ code });
});

test('$group makes more groups than memory may hold', async () => {
  const groups = rows().aggregate([{ $group: { _id: '$n', texts: { $push: '$text' }, n: { $sum: 1 } } }]);
  const seen = new Set<number>();
  await drain(groups, ({ _id, n }) => {
    if (n !== 1) throw new Error(`${_id} is there ${n} times`);
    seen.add(_id);
  });
  expect(seen.size).toBe(DOCUMENTS);
});

test('$bucketAuto, $facet, $sample and partitions of $setWindowFields read more than memory may hold', async () => {
  const buckets = await rows()
    .aggregate([{ $bucketAuto: { groupBy: '$n', buckets: 3 } }])
    .toArray();
  expect(buckets.map(({ count }) => count)).toEqual([370, 370, 370]);
  const [facet] = await rows()
    .aggregate([{ $facet: { count: [{ $count: 'n' }], sums: [{ $group: { _id: '$few', n: { $sum: 1 } } }] } }])
    .toArray();
  expect(facet.count).toEqual([{ n: DOCUMENTS }]);
  expect(facet.sums).toHaveLength(5);
  const sample = await rows()
    .aggregate([{ $sample: { size: DOCUMENTS } }, { $group: { _id: '$_id' } }])
    .toArray();
  expect(sample).toHaveLength(DOCUMENTS);
  const output = { place: { $documentNumber: {} } };
  const numbered = await rows()
    .aggregate([
      { $setWindowFields: { partitionBy: '$few', sortBy: { n: -1 }, output } },
      { $group: { _id: '$few', most: { $max: '$place' } } },
    ])
    .toArray();
  expect(numbered.map(({ most }) => most)).toEqual([222, 222, 222, 222, 222]);
});
