/** What is carried from locked months into later ones: locked scores stay, and nothing is lost or counted twice. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addMonths } from '@salesgraph/calendar';
import fc from 'fast-check';
import { lockPeriod, lookAfterPeriods } from '../src/periods/periods.commands.ts';
import { participationsOf } from '../src/scoring/cards.ts';
import { startRun } from '../src/scoring/scoring.commands.ts';
import type { Stores } from '../src/stores.ts';
import { type Bare, openStores } from './bare.ts';

const GRACE = 3;
const NOW = '2026-03-10T04:00:00Z';

let bare: Bare;
let stores: Stores;
beforeEach(async () => {
  bare = await openStores(NOW);
  stores = bare.stores;
});
afterEach(() => bare?.close());

/** One look of the schedule, with what it starts brought to its end. @returns the months that were scored */
async function tick(): Promise<string[]> {
  const { started } = await lookAfterPeriods(stores, GRACE);
  for (const { id } of started) await bare.goOn(id);
  return started.map(({ month }) => month);
}
const score = async (month: string) => bare.goOn((await startRun(month, 'Wang', stores)).id);
const deal = (id: string, closedOn: string, amountMinor: number, ownerId = 'e1') => ({
  ...{ id, ownerId, amountMinor, closedOn },
});
const currentRun = async (month: string) => {
  const { currentRunId } = (await stores.periods.byMonth(month))!;
  return (await stores.runs.byId(currentRunId!))!;
};
const figure = async (month: string, subjectId: string, metric: string) => {
  const cards = await stores.cards.ofRun((await currentRun(month)).id);
  return cards.find((card) => card.subjectId === subjectId)!.figures.find((one) => one.metric === metric)!.value;
};

describe('what is carried into a month', () => {
  beforeEach(async () => {
    await bare.deals([deal('d1', '2026-02-10', 500), deal('d2', '2026-03-01', 300)]);
    for (const month of ['2026-02', '2026-03']) await bare.targets(month, ['e1', 'e2'], '10');
    await tick();
    await lockPeriod('2026-02', 'Wang', stores);
    await score('2026-03');
  });

  test('counts to the sales of the person and the units above, and to nothing else', async () => {
    const first = await currentRun('2026-03');
    await bare.deals([deal('late', '2026-02-27', 700), { ...deal('d1', '2026-02-10', 450), seq: 2 }]);
    expect(await tick()).toEqual([]);
    expect(await tick()).toEqual(['2026-03']);
    expect(await tick()).toEqual([]);
    for (const subject of ['e1', 't2', 'company']) {
      expect(await figure('2026-03', subject, 'SALES_AMOUNT')).toBe('19/2');
      expect(await figure('2026-03', subject, 'DEALS_WON')).toBe('1');
      expect(await figure('2026-03', subject, 'WIN_RATE')).toBe('1');
    }
    expect(await figure('2026-03', 't1', 'SALES_AMOUNT')).toBeNull();
    const run = await currentRun('2026-03');
    expect(run).toMatchObject({ revision: 2, previousRunId: first.id });
    expect(run.inputsHash).not.toBe(first.inputsHash);
    const parts = participationsOf(await stores.frozen.all(run.frozenId!)).ofUnit('t2');
    expect(
      parts.map(({ adjusts, amountMinor, fact }) => [adjusts ?? fact.id, amountMinor, fact.closedOn]).sort(),
    ).toEqual([
      ['d1', -50, '2026-03-10'],
      ['d2', 300, '2026-03-01'],
      ['late', 700, '2026-03-10'],
    ]);
  });

  test('may make sales fall below 0: then the score is 0', async () => {
    await bare.deals([{ ...deal('d1', '2026-02-10', 500), status: 'LOST', seq: 2 }]);
    await bare.deals([{ ...deal('d2', '2026-03-01', 300), status: 'LOST', seq: 2 }]);
    await tick();
    await tick();
    expect(await figure('2026-03', 'e1', 'SALES_AMOUNT')).toBe('-5');
    const cards = await stores.cards.ofRun((await currentRun('2026-03')).id);
    expect(cards.find(({ subjectId }) => subjectId === 'e1')).toMatchObject({ score: 0 });
  });

  test('is scored in a month that holds nothing else', async () => {
    bare.clock.set('2026-05-10T04:00:00Z');
    await tick();
    await bare.deals([deal('late', '2026-02-27', 700)]);
    await tick();
    bare.clock.set('2026-06-10T04:00:00Z');
    expect(await tick()).toEqual(['2026-05']);
    expect(await figure('2026-05', 'company', 'SALES_AMOUNT')).toBe('7');
  });

  test('and is not counted there before that is locked as well is carried on', async () => {
    await bare.deals([deal('late', '2026-02-27', 700)]);
    await tick();
    bare.clock.set('2026-04-01T04:00:00Z');
    await lockPeriod('2026-03', 'Wang', stores);
    await tick();
    await tick();
    await score('2026-04');
    expect(await figure('2026-03', 'company', 'SALES_AMOUNT')).toBe('3');
    expect(await figure('2026-04', 'company', 'SALES_AMOUNT')).toBe('7');
    expect(await stores.adjustments.counts()).toEqual(new Map(Object.entries({ '2026-03': 1, '2026-04': 1 })));
  });
});

const FIRST = '2026-01';
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('deal' as const),
      id: fc.integer({ min: 0, max: 5 }),
      month: fc.integer({ min: 0, max: 3 }),
      owner: fc.integer({ min: 0, max: 3 }),
      amountMinor: fc.integer({ min: 1, max: 100_000 }),
      status: fc.constantFrom('WON', 'WON', 'LOST'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lock' as const), month: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('look' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('month' as const) }) },
);

test('whatever comes late: locked scores never change, and all months together are what the facts say', async () => {
  const history = fc.array(step, { minLength: 8, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      await bare.close();
      bare = await openStores(NOW);
      stores = bare.stores;
      const locked = new Map<string, unknown>();
      const cardsOf = async (month: string) => stores.cards.ofRun((await currentRun(month)).id);
      let seq = 0;
      let now = '2026-03';
      for (const one of steps) {
        if (one.kind === 'look') await tick();
        else if (one.kind === 'month') {
          now = addMonths(now, 1);
          bare.clock.set(`${now}-10T04:00:00Z`);
        } else {
          const month = addMonths(FIRST, one.month);
          if (one.kind === 'deal') {
            seq += 1;
            const { owner, amountMinor, status } = one;
            await bare.deals([{ ...deal(`d${one.id}`, `${month}-05`, amountMinor, `e${owner}`), status, seq }]);
          } else {
            const period = await lockPeriod(month, 'Wang', stores).catch(() => null);
            if (period && !locked.has(month)) locked.set(month, await cardsOf(month));
          }
        }
      }
      // Until nothing is left to be done: the current month is then scored as it stands.
      const periods = async () => (await stores.periods.published()).map(({ month }) => month);
      for (let round = 0; round < 3; round += 1) await tick();
      bare.clock.set(`${addMonths(now, 3)}-10T04:00:00Z`);
      for (let round = 0; round < 3; round += 1) await tick();
      const last = addMonths(now, 3);
      if ((await stores.adjustments.counts(last)).size > 0) await score(last);

      for (const [month, cards] of locked) expect(await cardsOf(month)).toEqual(cards);
      let scored = 0;
      for (const month of await periods()) {
        scored += Math.round(100 * evaluated(await figure(month, 'company', 'SALES_AMOUNT')));
      }
      const facts = await stores.facts.model.find({ status: 'WON' }).lean();
      expect(scored).toBe(facts.reduce((sum, { amountMinor }) => sum + amountMinor, 0));
    }),
    { numRuns: 12 },
  );
}, 60_000);

/** A fraction as text, as a number: small enough here to be exact in hundredths. */
function evaluated(text: string | null): number {
  const [over = '0', under = '1'] = (text ?? '0').split('/');
  return Number(over) / Number(under);
}
