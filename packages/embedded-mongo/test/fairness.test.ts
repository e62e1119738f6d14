/** Long work lets others in, and a result that is read in batches does not fill the memory. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type OwnServer, ownServer } from './own-server.ts';

const DOCUMENTS = Math.round(100_000 * Math.max(0.2, Number(process.env.TEST_FACTOR ?? 0.1)));
let own: OwnServer;

beforeAll(async () => {
  own = await ownServer({ thread: true });
  const rows = own.client.db('fair').collection('rows');
  for (let from = 0; from < DOCUMENTS; from += 5000) {
    await rows.insertMany(
      Array.from({ length: 5000 }, (_, i) => ({ n: from + i, group: (from + i) % 97, text: 'x'.repeat(80) })),
    );
  }
}, 120_000);
afterAll(() => own.stop());

/** How long others wait, in milliseconds, while something long runs. */
async function waitsDuring(work: Promise<unknown>): Promise<number[]> {
  const waits: number[] = [];
  let over = false;
  const done = work.finally(() => {
    over = true;
  });
  while (!over) {
    const from = performance.now();
    await own.client.db('fair').command({ ping: 1 });
    waits.push(performance.now() - from);
  }
  await done;
  return waits.sort((a, b) => a - b);
}

const rows = () => own.client.db('fair').collection('rows');

test.each([
  ['a scan', () => rows().countDocuments({ text: 'nothing' })],
  [
    'a grouping',
    () =>
      rows()
        .aggregate([{ $group: { _id: '$group', n: { $sum: '$n' } } }, { $sort: { n: -1 } }])
        .toArray(),
  ],
  ['an update of everything', () => rows().updateMany({}, { $inc: { n: 1 } })],
  ['the building of an index', () => rows().createIndex({ group: 1, n: 1 })],
])('others are answered during %s', async (_, start) => {
  const waits = await waitsDuring(start());
  expect(waits.length).toBeGreaterThan(5);
  // The bound is wide for machines that do other things too; what it excludes is waiting until the work is over.
  expect(waits[Math.floor(waits.length * 0.9)]).toBeLessThan(250);
});

test('a cursor reads no further than it is asked to', async () => {
  const cursor = rows().find({}, { batchSize: 10 });
  for (let i = 0; i < 5; i++) await cursor.next();
  const status = await own.client.db('admin').command({ serverStatus: 1 });
  expect(status.metrics.cursor.open.total).toBe(1);
  await cursor.close();
  expect((await own.client.db('admin').command({ serverStatus: 1 })).metrics.cursor.open.total).toBe(0);
});
