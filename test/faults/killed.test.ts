/**
 * The import, the relay of customers, the consumers and the scoring workers of performance are killed with kill -9 in the
 * middle of their work, at seeded points; the end state must equal that of a run that nobody disturbed.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Graph, startGraph } from '@salesgraph/testing';
import { readCrm } from '../stories/crm/recalculation.ts';
import { importFolder, repositoryRoot, sharedFolder, startImport } from '../stories/story.ts';
import { canonicalDump, differences } from './dump.ts';
import { enlarged } from './enlarged.ts';
import { SEED, strikes } from './seeded.ts';

const isFull = Number(process.env.TEST_FACTOR ?? 0.1) >= 1;
const shared = join(sharedFolder, 'data/crm');
const source = isFull && existsSync(shared) ? shared : join(repositoryRoot, 'test/fixtures/crm-small');
/** Work of thousands of deals in small calls is long enough to be struck in the middle. */
const folder = source === shared ? shared : enlarged(source, 6);
const CALLS = ['--batch-rows', '5'];
/** How many times each victim is killed. */
const TIMES = isFull ? 5 : 1;
const FINISHED = ['PUBLISHED', 'SUPERSEDED'];
const MOST_MISSES = 200;

interface Run {
  id: string;
  state: string;
  shards: { total: number; done: number };
}

const crm = readCrm(folder);
const months = [...new Set([...crm.targets.keys()].map((key) => key.split('|')[2]!))].sort();

async function ask<T>(graph: Graph, document: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await graph.as('administrator').query<T>(document, variables);
  if (errors || !data) throw new Error(JSON.stringify(errors));
  return data;
}

/** How many opportunities are written, told by the relay, and taken over by performance. */
async function progress(graph: Graph): Promise<{ written: number; told: number; taken: number }> {
  interface Flow {
    type: string;
    count: number;
  }
  const document = `{ opportunities(first: 1) { totalCount }
    customersEvents { produced { type count } } performanceEvents { consumed { type count } } }`;
  const { opportunities, customersEvents, performanceEvents } = await ask<{
    opportunities: { totalCount: number };
    customersEvents: { produced: Flow[] };
    performanceEvents: { consumed: Flow[] };
  }>(graph, document);
  const of = (flows: Flow[]) => flows.find(({ type }) => type === 'customers.opportunity.changed')?.count ?? 0;
  return {
    written: opportunities.totalCount,
    told: of(customersEvents.produced),
    taken: of(performanceEvents.consumed),
  };
}

const start = async (graph: Graph, period: string): Promise<Run> =>
  (
    await ask<{ scorePeriod: Run }>(
      graph,
      'mutation($period: Month!) { scorePeriod(period: $period) { id state shards { total done } } }',
      { period },
    )
  ).scorePeriod;

const runOf = async (graph: Graph, id: string): Promise<Run> =>
  (
    await ask<{ scoreRun: Run }>(graph, 'query($id: ID!) { scoreRun(id: $id) { id state shards { total done } } }', {
      id,
    })
  ).scoreRun;

const finished = (graph: Graph, id: string) =>
  graph.waitUntil(async () => {
    const { state } = await runOf(graph, id);
    expect(state).not.toBe('FAILED');
    return FINISHED.includes(state);
  }, 120_000);

/** Scores every month, and tells everything that is known then. */
async function endState(graph: Graph): Promise<string[]> {
  for (const month of months) await finished(graph, (await start(graph, month)).id);
  return canonicalDump(graph, months);
}

const isMidWork = (done: number, total: number): boolean => done > 0 && done < total;

const SEEN = { import: 'written', relay: 'told', consumers: 'taken' } as const;
const WORKER_OF = { relay: 'customers', consumers: 'performance' } as const;

/** Imports while the import itself, the relay and the consumers are killed in turn. @returns what each strike met */
async function importUnderFire(graph: Graph): Promise<{ victim: string; done: number; total: number }[]> {
  const met: { victim: string; done: number; total: number }[] = [];
  let running = await startImport(graph, folder, 'crm', CALLS);
  for (const { victim, at } of strikes(['import', 'relay', 'consumers'] as const, TIMES)) {
    const key = SEEN[victim];
    await graph.waitUntil(async () => (await progress(graph))[key] >= Math.max(1, at * crm.rows), 180_000);
    // The import stands still from here on: what the strike meets cannot be over before it falls.
    running.process.kill('SIGSTOP');
    if (victim === 'import') {
      running.process.kill('SIGKILL');
      await running.done;
    } else {
      await graph.kill(WORKER_OF[victim], 'worker', 'SIGKILL');
    }
    const state = await graph.waitUntil(() => progress(graph));
    met.push({ victim, done: state[key], total: crm.rows });
    if (victim === 'import') running = await startImport(graph, folder, 'crm', CALLS);
    else {
      await graph.waitUntil(async () => {
        const { written, told, taken } = await progress(graph);
        return told === written && taken === written;
      }, 180_000);
      running.process.kill('SIGCONT');
    }
  }
  expect((await running.done).exitCode).toBe(0);
  return met;
}

/**
 * Kills the scoring worker while some shards of a run are done and others are not. It is stopped first, so that what it met
 * is certain. @returns what each kill met
 */
async function scoreUnderFire(graph: Graph): Promise<{ done: number; total: number }[]> {
  const met: { done: number; total: number }[] = [];
  const shardsOf = (id: string) =>
    graph.withDatabase('performance', async (database) => {
      const shards = database.collection<{ runId: string; state: string }>('score_shards');
      const run = () => database.collection<{ _id: string; state: string }>('score_runs').findOne({ _id: id });
      const counts = async () => {
        const states = (await shards.find({ runId: id }, { projection: { state: 1 } }).toArray()).map(
          ({ state }) => state,
        );
        return { total: states.length, done: states.filter((state) => state === 'DONE').length };
      };
      // Asked for in the database: through the graph the answer would come too late.
      for (;;) {
        const now = await counts();
        if (now.done > 0 || [...FINISHED, 'PUBLISHING'].includes((await run())?.state ?? '')) return now;
        await wait(1);
      }
    });
  for (let attempt = 0; met.length < TIMES && attempt < MOST_MISSES; attempt += 1) {
    const worker = graph.pids().find(({ name, role }) => name === 'performance' && role === 'worker')!.pid;
    const { id } = await start(graph, months[(SEED + attempt) % months.length]!);
    await shardsOf(id);
    process.kill(worker, 'SIGSTOP');
    const { state, shards } = await runOf(graph, id);
    if (state === 'RUNNING' && isMidWork(shards.done, shards.total)) {
      met.push(shards);
      await graph.kill('performance', 'worker', 'SIGKILL');
    } else process.kill(worker, 'SIGCONT');
    await finished(graph, id);
  }
  return met;
}

describe('killed with kill -9 in mid-work', () => {
  let undisturbed: string[];
  let graph: Graph;

  beforeAll(async () => {
    process.stderr.write(`faults on ${crm.rows} deals of ${source}, ${TIMES} kills of each victim, seed ${SEED}\n`);
    graph = await startGraph({ split: true });
  }, 180_000);

  afterAll(async () => {
    await graph?.stop();
    if (folder !== shared) rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test('an import that nobody disturbs, run again, ends in the same state', async () => {
    const calm = await startGraph();
    try {
      expect((await importFolder(calm, folder, 'crm')).exitCode).toBe(0);
      undisturbed = await endState(calm);
      expect(undisturbed.length).toBeGreaterThan(crm.rows);
      expect((await importFolder(calm, folder, 'crm')).exitCode).toBe(0);
      expect(differences(undisturbed, await canonicalDump(calm, months))).toEqual([]);
    } finally {
      await calm.stop();
    }
  }, 400_000);

  test('import, relay and consumers, in turn: everything arrives all the same', async () => {
    const met = await importUnderFire(graph);
    process.stderr.write(`${met.map(({ victim, done, total }) => `${victim} at ${done} of ${total}`).join(', ')}\n`);
    expect(met).toHaveLength(3 * TIMES);
    for (const { done, total } of met) expect([done, total, isMidWork(done, total)]).toEqual([done, total, true]);
  }, 600_000);

  test('scoring workers: every run is finished', async () => {
    const met = await scoreUnderFire(graph);
    process.stderr.write(`scoring at ${met.map(({ done, total }) => `${done} of ${total} shards`).join(', ')}\n`);
    expect(met).toHaveLength(TIMES);
  }, 600_000);

  test('the end state is the one of the undisturbed run', async () => {
    expect(differences(undisturbed, await endState(graph))).toEqual([]);
  }, 300_000);
});
