/**
 * The process dies at any call to the database, before or after it took effect: what is left is taken up again and ends in
 * the same state as if nothing had happened.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { computeShard, freezeRun, startRun } from '../src/scoring/scoring.commands.ts';
import type { Stores } from '../src/stores.ts';
import { type Bare, openStores, PEOPLE } from './bare.ts';

const MONTH = '2026-02';

/** At full size the process dies at every call, else at one of three, beginning where the seed says. */
const STEP = Number(process.env.TEST_FACTOR ?? 0.1) >= 1 ? 1 : 3;
const FIRST = 1 + (Number(process.env.TEST_SEED ?? 0) % STEP);
const PATIENCE_MS = 120_000;

class Killed extends Error {}

/** Stores of a process that dies at its n-th call to the database. */
function dying(stores: Stores, at: number, when: 'before' | 'after') {
  let calls = 0;
  const wrapped = (store: object) =>
    new Proxy(store, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) => {
          calls += 1;
          if (calls > at || (calls === at && when === 'before')) return Promise.reject(new Killed());
          const result: unknown = member.apply(target, given);
          return calls === at ? Promise.resolve(result).then(() => Promise.reject(new Killed())) : result;
        };
      },
    });
  const names = ['facts', 'targets', 'formulas', 'periods', 'runs', 'frozen', 'cards'] as const;
  const mortal = Object.fromEntries(names.map((name) => [name, wrapped(stores[name])]));
  return { stores: { ...stores, ...mortal } as Stores, calls: () => calls };
}

let bare: Bare;
let stores: Stores;

/** What is left of a run, without its id, revision and times. */
async function endState(runId: string) {
  const run = (await stores.runs.byId(runId))!;
  const period = await stores.periods.byMonth(MONTH);
  const cards = await stores.cards.ofRun(runId);
  const standings = await stores.cards.standingsOf(runId);
  return {
    ...{ state: run.state, failure: run.failure, inputsHash: run.inputsHash, outputsHash: run.outputsHash },
    isCurrent: period?.currentRunId === runId,
    cards: cards.map(({ subjectId, hash }) => `${subjectId} ${hash}`),
    standings: standings.map(({ subjectId, rank, peers }) => `${subjectId} ${rank} ${peers}`).sort(),
    shards: await stores.runs.shards.countDocuments({ runId }),
    done: await stores.runs.shards.countDocuments({ runId, state: 'DONE', frozenId: run.frozenId }),
    facts: await stores.frozen.model.countDocuments({ runId }),
    active: await stores.runs.runs.countDocuments({ active: true }),
    published: await stores.runs.runs.countDocuments({ state: 'PUBLISHED' }),
  };
}

beforeAll(async () => {
  bare = await openStores();
  stores = bare.stores;
  await bare.deals(
    Array.from({ length: 60 }, (_, n) => ({
      ...{ id: `opp-${n}`, ownerId: PEOPLE[n % 7]!, status: n % 3 === 0 ? 'LOST' : 'WON' },
      ...{ amountMinor: 1000 + 17 * n, closedOn: '2026-02-11' },
    })),
  );
  await bare.targets(MONTH, PEOPLE, '80');
});
afterAll(() => bare?.close());

async function undisturbed() {
  const run = await startRun(MONTH, 'test', stores);
  await bare.goOn(run.id);
  return endState(run.id);
}

describe('a process that dies', () => {
  test.each(['before', 'after'] as const)(
    '%s any call took effect costs nothing',
    async (when) => {
      const expected = await undisturbed();
      expect(expected).toMatchObject({
        state: 'PUBLISHED',
        isCurrent: true,
        shards: 4,
        done: 4,
        facts: 60,
        active: 0,
        published: 1,
      });
      expect(expected.cards).toHaveLength(13);
      let deaths = 0;
      for (let at = FIRST; ; at += STEP) {
        const run = await startRun(MONTH, 'test', stores);
        const mortal = dying(stores, at, when);
        const died = await bare.goOn(run.id, mortal.stores).then(
          () => false,
          (error) => {
            if (!(error instanceof Killed)) throw error;
            return true;
          },
        );
        await bare.goOn(run.id);
        expect({ at, ...(await endState(run.id)) }).toEqual({ at, ...expected });
        if (!died) break;
        deaths += 1;
      }
      expect(deaths * STEP).toBeGreaterThan(20);
    },
    PATIENCE_MS,
  );

  test(
    'again and again costs nothing either',
    async () => {
      const expected = await undisturbed();
      const run = await startRun(MONTH, 'test', stores);
      for (let at = FIRST; at < 60; at += STEP)
        await bare.goOn(run.id, dying(stores, at, 'after').stores).catch(() => undefined);
      await bare.goOn(run.id);
      expect(await endState(run.id)).toEqual(expected);
    },
    PATIENCE_MS,
  );
});

describe('workers that do the same at the same time', () => {
  test('end in the state of one', async () => {
    const expected = await undisturbed();
    const run = await startRun(MONTH, 'test', stores);
    const results = await Promise.allSettled(Array.from({ length: 4 }, () => bare.goOn(run.id)));
    await bare.goOn(run.id);
    expect(await endState(run.id)).toEqual(expected);
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
  });

  test('start one run', async () => {
    const runs = await Promise.all(Array.from({ length: 8 }, () => startRun(MONTH, 'test', stores)));
    expect(new Set(runs.map(({ id }) => id)).size).toBe(1);
    await bare.goOn(runs[0]!.id);
  });
});

describe('what contradicts itself is not published', () => {
  test('a card that was kept and now comes out differently', async () => {
    const before = await stores.periods.byMonth(MONTH);
    const run = await startRun(MONTH, 'test', stores);
    await freezeRun(run.id, stores);
    const { frozenId } = (await stores.runs.byId(run.id))!;
    const [first] = await stores.runs.unfinishedShards(run.id, frozenId!);
    await computeShard(first!, stores);
    await stores.cards.cards.updateOne({ runId: run.id }, { $set: { score: 1 } });
    await stores.runs.shards.updateOne({ _id: first }, { $set: { state: 'PENDING' } });
    await expect(computeShard(first!, stores)).rejects.toThrow('came out differently');
    await stores.runs.fail(run.id, 'test', new Date());
    expect((await stores.periods.byMonth(MONTH))?.currentRunId).toBe(before?.currentRunId);
  });

  test('inputs that are not what was frozen', async () => {
    const run = await startRun(MONTH, 'test', stores);
    await freezeRun(run.id, stores);
    const { frozenId } = (await stores.runs.byId(run.id))!;
    await stores.frozen.model.deleteOne({ frozenId: frozenId! });
    const shards = await stores.runs.unfinishedShards(run.id, frozenId!);
    const results = await Promise.allSettled(shards.map((id) => computeShard(id, stores)));
    expect(results.map(({ status }) => status)).toContain('rejected');
    await stores.runs.fail(run.id, 'test', new Date());
  });
});
