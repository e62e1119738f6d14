/** Score runs worked off by real jobs over Redis. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createJobs, type Jobs } from '@salesgraph/jobs';
import { createLogger } from '@salesgraph/service-kit';
import { computeShard, freezeRun, startRun } from '../src/scoring/scoring.commands.ts';
import { type ScoringJobs, scoringJobs } from '../src/scoring/scoring.jobs.ts';
import { type Bare, openStores, PEOPLE } from './bare.ts';

const MONTHS = Array.from({ length: 10 }, (_, n) => `2025-${String(n + 1).padStart(2, '0')}`);
const PATIENCE_MS = 30_000;

let bare: Bare;
let workers: Jobs[];
let scoring: ScoringJobs;
beforeAll(async () => {
  bare = await openStores();
  const prefix = `jobs-${randomBytes(6).toString('hex')}`;
  const log = createLogger('performance', { level: 'silent' });
  // Two processes, as far as the queue can tell.
  workers = await Promise.all(
    Array.from({ length: 2 }, () => createJobs({ redisUrl: process.env.TEST_REDIS_URL!, prefix, log })),
  );
  scoring = scoringJobs(bare.stores, () => workers[0]!);
  for (const jobs of workers) await jobs.startWorkers(scoringJobs(bare.stores, () => jobs).definitions);
  await bare.deals(
    MONTHS.flatMap((month, m) =>
      PEOPLE.map((ownerId, n) => ({ id: `d-${m}-${n}`, ownerId, amountMinor: 100 * n + m, closedOn: `${month}-05` })),
    ),
  );
  for (const month of MONTHS) await bare.targets(month, PEOPLE, '5');
});
afterAll(async () => {
  await Promise.all((workers ?? []).map((jobs) => jobs.close(2000)));
  await bare?.close();
});

async function ended(runId: string) {
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(20)) {
    const run = (await bare.stores.runs.byId(runId))!;
    if (run.finishedAt) return run;
    if (Date.now() > deadline) throw new Error(`The run has not ended: ${JSON.stringify(run)}`);
  }
}

test('ten months are scored at once, each published once', async () => {
  const runs = await Promise.all(MONTHS.map((month) => startRun(month, 'Wang', bare.stores)));
  await Promise.all(runs.map(({ id }) => scoring.begin(id)));
  const done = await Promise.all(runs.map(({ id }) => ended(id)));
  expect(done.map(({ state, month }) => `${month} ${state}`)).toEqual(MONTHS.map((month) => `${month} PUBLISHED`));
  const counts = await bare.stores.runs.shardCounts(done);
  expect([...counts.values()]).toEqual(MONTHS.map(() => ({ total: 4, done: 4, failed: 0 })));
});

test('a run that nobody began is taken up by the sweep, at every stage', async () => {
  const [fresh, halfWay, computed] = await Promise.all(
    ['2025-01', '2025-02', '2025-03'].map((month) => startRun(month, 'Wang', bare.stores)),
  );

  for (const run of [halfWay!, computed!]) await freezeRun(run.id, bare.stores);
  for (const [run, count] of [
    [halfWay!, 1],
    [computed!, 9],
  ] as const) {
    const { frozenId } = (await bare.stores.runs.byId(run.id))!;
    const shards = await bare.stores.runs.unfinishedShards(run.id, frozenId!);
    for (const id of shards.slice(0, count)) await computeShard(id, bare.stores);
  }
  for (const run of [fresh!, halfWay!, computed!]) expect(await ended(run.id)).toMatchObject({ state: 'PUBLISHED' });
});

test('a shard that contradicts itself ends the run, and what was published stays', async () => {
  const before = await bare.stores.periods.byMonth('2025-05');
  const run = await startRun('2025-05', 'Wang', bare.stores);

  await freezeRun(run.id, bare.stores);
  const { frozenId } = (await bare.stores.runs.byId(run.id))!;
  await bare.stores.frozen.model.updateOne({ frozenId: frozenId! }, { $set: { 'fact.amountMinor': 1 } });
  await scoring.begin(run.id);
  const { state, failure } = await ended(run.id);
  expect(state).toBe('FAILED');
  expect(failure).toContain('are not what was frozen');
  expect((await bare.stores.periods.byMonth('2025-05'))?.currentRunId).toBe(before?.currentRunId);
  const again = await startRun('2025-05', 'Wang', bare.stores);
  await scoring.begin(again.id);
  expect(await ended(again.id)).toMatchObject({ state: 'PUBLISHED', revision: run.revision + 1 });
});
