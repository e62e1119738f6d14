import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Outgoing } from '../mapping/mapping.ts';
import { eachOf, inBatches } from './batches.ts';

const outgoing = (code: string): Outgoing => ({ origin: null, row: { code } });

async function batchesOf(codes: string[], limits: { rows: number; bytes: number }) {
  const batches: string[][] = [];
  for await (const batch of inBatches(codes.map(outgoing), limits)) batches.push(batch.map(({ row }) => `${row.code}`));
  return batches;
}

test('batches hold every row once and in order, within both limits unless a row alone is larger', async () => {
  const limits = { rows: 4, bytes: 120 };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ maxLength: 150 })), async (codes) => {
      const batches = await batchesOf(codes, limits);
      expect(batches.flat()).toEqual(codes);
      for (const batch of batches) {
        const bytes = batch.reduce((sum, code) => sum + Buffer.byteLength(JSON.stringify({ code })) + 1, 0);
        expect(batch.length).toBeLessThanOrEqual(limits.rows);
        if (batch.length > 1) expect(bytes).toBeLessThanOrEqual(limits.bytes);
      }
    }),
    { seed: Number(process.env.TEST_SEED ?? 1) },
  );
});

async function* numbers(count: number) {
  for (let n = 0; n < count; n += 1) yield n;
}

test('no more calls are under way than wanted, and each item is worked on once', async () => {
  let under = 0;
  let most = 0;
  const done: number[] = [];
  await eachOf(numbers(20), 3, async (n) => {
    under += 1;
    most = Math.max(most, under);
    await new Promise((resolve) => setTimeout(resolve, 1));
    under -= 1;
    done.push(n);
  });
  expect(most).toBe(3);
  expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
});

test('the first failure ends it once the others under way are done', async () => {
  const finished: number[] = [];
  const work = eachOf(numbers(100), 2, async (n) => {
    if (n === 1) throw new Error('refused');
    await new Promise((resolve) => setTimeout(resolve, 5));
    finished.push(n);
  });
  await expect(work).rejects.toThrow('refused');
  expect(finished).toEqual([0]);
});
