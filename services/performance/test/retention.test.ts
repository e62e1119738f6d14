/** How long the inputs of runs are kept. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { lockPeriod } from '../src/periods/periods.commands.ts';
import { dropOldInputs } from '../src/scoring/retention.jobs.ts';
import { freezeRun, startRun } from '../src/scoring/scoring.commands.ts';
import type { Stores } from '../src/stores.ts';
import { type Bare, openStores } from './bare.ts';

const KEPT_DAYS = 400;
const DAY_MS = 86_400_000;

let bare: Bare;
let stores: Stores;
beforeEach(async () => {
  bare = await openStores('2026-03-10T04:00:00Z');
  stores = bare.stores;
  await bare.deals([
    { id: 'd1', ownerId: 'e1', amountMinor: 500, closedOn: '2026-01-10' },
    { id: 'd2', ownerId: 'e1', amountMinor: 500, closedOn: '2026-02-10' },
  ]);
});
afterEach(() => bare?.close());

async function score(month: string): Promise<string> {
  const { id } = await startRun(month, 'Wang', stores);
  await bare.goOn(id);
  return id;
}

/** A run that fails after its inputs were frozen. */
async function failing(month: string): Promise<string> {
  const { id } = await startRun(month, 'Wang', stores);
  await freezeRun(id, stores);
  await stores.runs.fail(id, 'test', bare.clock.now());
  return id;
}

/** What is left of a run's inputs, and what it says of itself. */
async function kept(id: string) {
  const run = (await stores.runs.byId(id))!;
  const shards = await stores.runs.shards.find({ runId: id }).lean();
  return {
    facts: (await stores.frozen.all(run.frozenId!)).length,
    subjects: shards.reduce((sum, { subjects }) => sum + subjects.length, 0),
    shards: (await stores.runs.shardCounts([run])).get(id),
    hashes: [run.inputsHash, run.outputsHash, ...shards.map(({ inputHash, outputHash }) => [inputHash, outputHash])],
    cards: await stores.cards.ofRun(id),
  };
}
const all = async (ids: readonly string[]) => Promise.all(ids.map(kept));

test('inputs of old runs that no longer count are dropped; scores, hashes and what was current in a locked month stay', async () => {
  const [superseded, failed] = [await score('2026-01'), await failing('2026-01')];
  const current = await score('2026-01');
  const [lockedEarlier, lockedFailed] = [await score('2026-02'), await failing('2026-02')];
  const lockedCurrent = await score('2026-02');
  await lockPeriod('2026-02', 'Wang', stores);
  const goes = [superseded, failed, lockedFailed];
  const stays = [current, lockedEarlier, lockedCurrent];
  const [wentBefore, stayedBefore] = [await all(goes), await all(stays)];
  expect(wentBefore.every(({ facts, subjects }) => facts > 0 && subjects > 0)).toBe(true);

  bare.clock.advance(KEPT_DAYS * DAY_MS);
  expect(await dropOldInputs(stores, KEPT_DAYS)).toBe(0);
  bare.clock.advance(1);
  expect(await dropOldInputs(stores, KEPT_DAYS)).toBe(3);
  expect(await all(goes)).toEqual(wentBefore.map((before) => ({ ...before, facts: 0, subjects: 0 })));
  expect(await all(stays)).toEqual(stayedBefore);
  expect(await dropOldInputs(stores, KEPT_DAYS)).toBe(0);
});

test('a process that dies half way leaves nothing that the next one does not finish', async () => {
  const old = await score('2026-01');
  await score('2026-01');
  bare.clock.advance((KEPT_DAYS + 1) * DAY_MS);
  const dies = { ...stores, runs: { ...stores.runs, emptyShards: () => Promise.reject(new Error('killed')) } };
  await expect(dropOldInputs(dies, KEPT_DAYS)).rejects.toThrow('killed');
  expect(await kept(old)).not.toMatchObject({ subjects: 0 });
  expect(await dropOldInputs(stores, KEPT_DAYS)).toBe(1);
  expect(await kept(old)).toMatchObject({ facts: 0, subjects: 0 });
});
