/**
 * The import, the relay of customers and the workers of performance are killed with kill -9 in the middle of their work,
 * at seeded points; the end state must equal that of a run that nobody disturbed.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Graph, startGraph } from '@salesgraph/testing';
import { readCrm } from '../stories/crm/recalculation.ts';
import { importFolder, repositoryRoot, sharedFolder, startImport } from '../stories/story.ts';
import { canonicalDump } from './dump.ts';

const full = Number(process.env.TEST_FACTOR ?? 0.1) >= 1;
const shared = join(sharedFolder, 'data/crm');
const folder = full && existsSync(shared) ? shared : join(repositoryRoot, 'test/fixtures/crm-small');
/** How many kills each victim gets. */
const kills = full ? 5 : 2;
const seed = Number(process.env.TEST_SEED ?? 1);

/** A small seeded generator (mulberry32): the points are printed and can be run again. */
function random(from: number) {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Rising fractions of the work, one in each of `count` equal stretches. */
function points(count: number, victim: string): number[] {
  const next = random(seed + victim.length * 7919);
  const list = Array.from({ length: count }, (_, i) => (i + 0.2 + 0.6 * next()) / (count + 0.5));
  process.stderr.write(
    `killing ${victim} at ${list.map((point) => `${Math.round(point * 100)} %`).join(', ')} (seed ${seed})\n`,
  );
  return list;
}

describe('killed with kill -9 in mid-work', () => {
  const crm = readCrm(folder);
  const months = [...new Set([...crm.targets.keys()].map((key) => key.split('|')[2]!))].sort();
  let undisturbed: string[];
  let graph: Graph | undefined;

  const count = async (field: string): Promise<number> => {
    const answer = await graph!.as('administrator').query(`{ list: ${field}(first: 1) { totalCount } }`);
    return (answer.data as { list: { totalCount: number } } | null)?.list.totalCount ?? 0;
  };

  /** How many events of customers the performance service has taken in. */
  const consumed = async (): Promise<number> => {
    const answer = await graph!.as('administrator').query('{ performanceEvents { consumed { type count } } }');
    const flows = (answer.data as { performanceEvents: { consumed: { type: string; count: number }[] } })
      .performanceEvents.consumed;
    return flows.find(({ type }) => type === 'customers.opportunity.changed')?.count ?? 0;
  };

  const start = (period: string) =>
    graph!
      .as('administrator')
      .query('mutation($period: Month!) { scorePeriod(period: $period) { id shards { total done } } }', { period });

  const run = async (id: string) => {
    const answer = await graph!
      .as('administrator')
      .query('query($id: ID!) { scoreRun(id: $id) { state shards { total done failed } } }', { id });
    return (answer.data as { scoreRun: { state: string; shards: { total: number; done: number; failed: number } } })
      .scoreRun;
  };

  async function scoreAll() {
    for (const period of months) {
      const answer = await start(period);
      expect(answer.errors).toBeUndefined();
      const { id } = (answer.data as { scorePeriod: { id: string } }).scorePeriod;
      await graph!.waitUntil(async () => ['PUBLISHED', 'SUPERSEDED'].includes((await run(id)).state), 90_000);
    }
  }

  async function endState() {
    await graph!.waitUntil(async () => (await consumed()) === crm.rows, 180_000);
    await scoreAll();
    return canonicalDump(graph!, months);
  }

  beforeAll(async () => {
    graph = await startGraph({ demo: false, split: true });
    const { exitCode } = await importFolder(graph, folder, 'crm');
    expect(exitCode).toBe(0);
    undisturbed = await endState();
    await graph.stop();
  }, 400_000);

  afterEach(async () => {
    await graph?.stop();
  }, 60_000);

  test('the import: started again it completes to the same state', async () => {
    graph = await startGraph({ demo: false, split: true });
    let proven = 0;
    for (const point of points(kills, 'the import')) {
      const running = await startImport(graph, folder, 'crm');
      await graph.waitUntil(
        async () => (await count('opportunities')) >= point * crm.rows || running.process.exitCode !== null,
        180_000,
      );
      running.process.kill('SIGKILL');
      await running.done;
      const done = await count('opportunities');
      if (done > 0 && done < crm.rows) proven++;
    }
    expect(proven).toBeGreaterThanOrEqual(Math.min(kills, 1));
    const { exitCode } = await importFolder(graph, folder, 'crm');
    expect(exitCode).toBe(0);
    expect(await endState()).toEqual(undisturbed);
  }, 600_000);

  test.each([
    ['the relay of customers', 'customers'],
    ['the consumers of performance', 'performance'],
  ])(
    '%s: the figures end the same',
    async (victim, service) => {
      graph = await startGraph({ demo: false, split: true });
      const running = await startImport(graph, folder, 'crm');
      let proven = 0;
      for (const point of points(kills, victim)) {
        await graph.waitUntil(async () => (await consumed()) >= point * crm.rows, 180_000);
        await graph.kill(service, 'worker', 'SIGKILL');
        const done = await consumed();
        if (done > 0 && done < crm.rows) proven++;
      }
      expect(proven).toBeGreaterThanOrEqual(Math.min(kills, 1));
      expect((await running.done).exitCode).toBe(0);
      expect(await endState()).toEqual(undisturbed);
    },
    600_000,
  );

  test('the scoring workers: every run is finished and publishes the same results', async () => {
    graph = await startGraph({ demo: false, split: true });
    expect((await importFolder(graph, folder, 'crm')).exitCode).toBe(0);
    let proven = 0;
    for (let attempt = 0; attempt < 12 * kills && proven < kills; attempt++) {
      const started = await start(months[attempt % months.length]!);
      const { id } = (started.data as { scorePeriod: { id: string } }).scorePeriod;
      const next = random(seed + attempt);
      await new Promise((resolve) => setTimeout(resolve, 5 + 60 * next()));
      await graph.kill('performance', 'worker', 'SIGKILL');
      const { shards, state } = await run(id);
      if (shards.done > 0 && shards.done < shards.total && state === 'RUNNING') proven++;
      await graph.waitUntil(async () => ['PUBLISHED', 'SUPERSEDED'].includes((await run(id)).state), 120_000);
    }
    process.stderr.write(`${proven} of the kills hit a run with some of its shards done\n`);
    expect(proven).toBeGreaterThanOrEqual(1);
    expect(await endState()).toEqual(undisturbed);
  }, 900_000);
});
