/** What the schedule does with months: closes what is due, scores it, and sees to what comes late. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { lockPeriod, lookAfterPeriods } from '../src/periods/periods.commands.ts';
import { startRun } from '../src/scoring/scoring.commands.ts';
import type { Stores } from '../src/stores.ts';
import { type Bare, openStores } from './bare.ts';

const GRACE = 3;
const EVERYTHING = { kind: 'COMPANY' } as const;

let bare: Bare;
let stores: Stores;
beforeEach(async () => {
  bare = await openStores('2026-03-04T04:00:00Z');
  stores = bare.stores;
});
afterEach(() => bare?.close());

/** One tick of the schedule, with what it starts brought to its end. @returns the months that were scored, in order */
async function tick(): Promise<string[]> {
  const { started } = await lookAfterPeriods(stores, GRACE);
  for (const { id } of started) await bare.goOn(id);
  return started.map(({ month }) => month);
}
const stateOf = async (month: string) => (await stores.periods.byMonth(month))?.state ?? 'OPEN';
const deal = (id: string, closedOn: string, amountMinor = 1000) => ({ id, ownerId: 'e1', amountMinor, closedOn });
const scoreOf = async (month: string, subjectId: string) => {
  const { currentRunId } = (await stores.periods.byMonth(month))!;
  return (await stores.cards.ofRun(currentRunId!)).find((card) => card.subjectId === subjectId)?.score;
};

describe('months that are due', () => {
  test('are closed and scored oldest first, however many ticks were missed, empty ones with targets too', async () => {
    await bare.deals([deal('d1', '2025-12-31'), deal('d2', '2026-02-10'), deal('d3', '2026-03-01')]);
    await bare.targets('2026-01', ['e1'], '10');
    expect(await tick()).toEqual(['2025-12', '2026-01', '2026-02']);
    expect(await Promise.all(['2025-12', '2026-01', '2026-02', '2026-03'].map(stateOf))).toEqual([
      ...['CLOSED', 'CLOSED', 'CLOSED', 'OPEN'],
    ]);
    expect(await scoreOf('2026-01', 'e1')).toBe(0);
    expect(await tick()).toEqual([]);
  });

  test('are left alone before the days of grace are over, and then closed', async () => {
    await bare.deals([deal('d1', '2026-02-10')]);
    bare.clock.set('2026-03-03T15:59:59Z');
    expect(await tick()).toEqual([]);
    bare.clock.set('2026-03-03T16:00:00Z');
    expect(await tick()).toEqual(['2026-02']);
  });

  test('are left alone while an import is open, also one whose end was never told until it is silent', async () => {
    await bare.deals([deal('d1', '2026-02-10')]);
    const session = await stores.imports.open('crm', 'importer', null);
    expect(await tick()).toEqual([]);
    await stores.imports.close(session.id);
    expect(await tick()).toEqual(['2026-02']);
    await bare.deals([deal('d2', '2026-01-10')]);
    await stores.imports.open('crm', 'importer', null);
    expect(await tick()).toEqual([]);
    bare.clock.advance(61_000);
    expect(await tick()).toEqual(['2026-01']);
  });

  test('are scored although the process died between closing and scoring', async () => {
    await bare.deals([deal('d1', '2026-02-10')]);
    await bare.targets('2026-02', ['e1'], '10');
    const early = await startRun('2026-02', 'Wang', stores);
    await bare.goOn(early.id);
    bare.clock.advance(1000);
    const period = (await stores.periods.byMonth('2026-02'))!;
    await stores.periods.save({ ...period, state: 'CLOSED', closedAt: bare.clock.now() }, 'schedule');
    bare.clock.advance(1000);
    expect(await tick()).toEqual(['2026-02']);
    expect(await tick()).toEqual([]);
  });

  test('are not scored again and again when that fails', async () => {
    await bare.deals([deal('d1', '2026-02-10')]);
    const [run] = (await lookAfterPeriods(stores, GRACE)).started;
    await stores.runs.fail(run!.id, 'test', bare.clock.now());
    expect(await tick()).toEqual([]);
    bare.clock.advance(3_600_000);
    expect(await tick()).toEqual(['2026-02']);
  });
});

describe('a month that is due', () => {
  const MINUTE_MS = 60_000;

  test('stays open, with why, until everything told has been heard; each look asks for it', async () => {
    await bare.deals([deal('d1', '2026-01-10'), deal('d2', '2026-02-10'), deal('d3', '2026-03-01')]);
    bare.hearing.reasons = ['facts: dead letters that wait for somebody: 1'];
    for (const asked of [1, 2]) {
      const care = await lookAfterPeriods(stores, GRACE);
      const reasons = bare.hearing.reasons;
      expect(care).toEqual({ started: [], heldBack: ['2026-01', '2026-02'], reasons });
      expect(bare.hearing.asked).toBe(asked);
    }
    expect(await stateOf('2026-02')).toBe('OPEN');
    bare.hearing.reasons = [];
    expect(await tick()).toEqual(['2026-01', '2026-02']);
    expect(bare.hearing.asked).toBe(2);
  });

  test('does not ask when none is due, and closed ones are scored anew whatever was heard', async () => {
    await bare.deals([deal('d1', '2026-02-10')]);
    expect(await tick()).toEqual(['2026-02']);
    bare.hearing.reasons = ['facts: customers has not said lately that everything has been heard'];
    await bare.deals([deal('d2', '2026-02-11')]);
    expect(await tick()).toEqual(['2026-02']);
    expect(bare.hearing.asked).toBe(0);
  });

  test('wants it heard within ten minutes, since the day began and since the last import ended', async () => {
    await bare.deals([deal('d1', '2026-02-10')]);
    bare.hearing.reasons = ['not yet'];
    const wanted = async () => {
      await tick();
      return bare.hearing.withinMs / MINUTE_MS;
    };
    expect(await wanted()).toBe(10);
    const session = await stores.imports.open('crm', 'importer', null);
    await stores.imports.close(session.id);
    bare.clock.advance(3 * MINUTE_MS);
    expect(await wanted()).toBe(3);
    bare.clock.set('2026-03-04T16:02:00Z');
    expect(await wanted()).toBe(2);
  });
});

describe('a fact that comes late', () => {
  beforeEach(async () => {
    await bare.deals([deal('d1', '2026-02-10', 500), deal('d2', '2026-03-01', 500)]);
    for (const month of ['2026-02', '2026-03']) await bare.targets(month, ['e1', 'e2'], '10');
    await tick();
  });

  test('makes a new revision of a closed month, with what it changed', async () => {
    expect(await scoreOf('2026-02', 'e1')).toBe(5000);
    await bare.deals([{ ...deal('late', '2026-02-27', 700), ownerId: 'e2' }]);
    expect(await tick()).toEqual(['2026-02']);
    const { currentRunId } = (await stores.periods.byMonth('2026-02'))!;
    const [run] = await stores.runs.byIds([currentRunId!]);
    expect(run).toMatchObject({ revision: 2, state: 'PUBLISHED', requestedBy: 'schedule' });
    const changes = await stores.cards.changesPage(run!.id, EVERYTHING, { limit: 50, after: null });
    expect(changes.map(({ code, before, after }) => [code, before, after])).toEqual(
      [
        ['company', { score: 2500, rank: 1 }, { score: 6000, rank: 1 }],
        ['t3', { score: 0, rank: 2 }, { score: 7000, rank: 1 }],
        ['t2', { score: 5000, rank: 1 }, { score: 5000, rank: 2 }],
        ['e1', { score: 5000, rank: 1 }, { score: 5000, rank: 2 }],
        ['e2', { score: 0, rank: 2 }, { score: 7000, rank: 1 }],
      ].sort(([a], [b]) => (byPlace(a as string) < byPlace(b as string) ? -1 : 1)),
    );
    expect(await tick()).toEqual([]);
  });

  test('makes one of an open month only when that has scores', async () => {
    await bare.deals([deal('d3', '2026-03-02', 100)]);
    expect(await tick()).toEqual([]);
    await bare.goOn((await startRun('2026-03', 'Wang', stores)).id);
    await bare.deals([deal('d4', '2026-03-02', 100)]);
    expect(await tick()).toEqual(['2026-03']);
    expect(await stateOf('2026-03')).toBe('OPEN');
  });

  test('may leave a month without any deal: it is scored anew all the same', async () => {
    await bare.deals([deal('d0', '2026-01-10', 500)]);
    expect(await tick()).toEqual(['2026-01']);
    await bare.deals([{ ...deal('d0', '2026-03-01', 500), seq: 2 }]);
    expect(await tick()).toEqual(['2026-01']);
    expect(await tick()).toEqual([]);
  });

  test('leaves a locked month as it is and is carried into the current one, once', async () => {
    await lockPeriod('2026-02', 'Wang', stores);
    const before = await stores.periods.byMonth('2026-02');
    await bare.deals([deal('late', '2026-02-27', 700), { ...deal('d1', '2026-02-10', 450), seq: 2 }]);
    expect(await tick()).toEqual([]);
    await tick();
    expect(await stores.periods.byMonth('2026-02')).toEqual(before);
    expect(await scoreOf('2026-02', 'e1')).toBe(5000);
    const carried = async () =>
      ((await stores.adjustments.carriedInto(['2026-03', '2026-04'], EVERYTHING)).get('2026-03') ?? [])
        .map(({ opportunityId, employeeId, amountMinor, lockedMonth }) => [
          ...[lockedMonth, opportunityId, employeeId, amountMinor],
        ])
        .sort();
    expect(await carried()).toEqual([
      ['2026-02', 'd1', 'e1', -50],
      ['2026-02', 'late', 'e1', 700],
    ]);
    await bare.deals([{ ...deal('late', '2026-02-27', 800), seq: 2 }]);
    await tick();
    expect(await carried()).toEqual([
      ['2026-02', 'd1', 'e1', -50],
      ['2026-02', 'late', 'e1', 100],
      ['2026-02', 'late', 'e1', 700],
    ]);
  });
});

describe('a lock', () => {
  test('is refused for a month that does not exist, has not ended, has no scores or is being scored', async () => {
    await bare.deals([deal('d1', '2026-02-10'), deal('d2', '2026-03-01')]);
    const refusal = (month: string) => lockPeriod(month, 'Wang', stores).catch(({ code }) => code);
    expect(await refusal('2019-01')).toBe('NOT_FOUND');
    expect(await refusal('2026-03')).toBe('PERIOD_NOT_DUE');
    expect(await refusal('2026-02')).toBe('CONFLICT');
    const run = await startRun('2026-02', 'Wang', stores);
    expect(await refusal('2026-02')).toBe('CONFLICT');
    await bare.goOn(run.id);
    expect(await refusal('2026-02')).toMatchObject({ state: 'LOCKED', currentRunId: run.id });
    expect(await refusal('2026-02')).toMatchObject({ state: 'LOCKED' });
    await expect(startRun('2026-02', 'Wang', stores)).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
  });

  test('that comes while a run is publishing wins: the run fails and what was published stays', async () => {
    await bare.deals([deal('d1', '2026-02-10')]);
    const first = await startRun('2026-02', 'Wang', stores);
    await bare.goOn(first.id);
    const second = await startRun('2026-02', 'Wang', stores);
    const period = (await stores.periods.byMonth('2026-02'))!;
    await stores.periods.save({ ...period, state: 'LOCKED' }, 'Wang');
    await bare.goOn(second.id);
    expect(await stores.runs.byId(second.id)).toMatchObject({ state: 'FAILED' });
    expect(await stores.runs.byId(first.id)).toMatchObject({ state: 'PUBLISHED' });
    expect((await stores.periods.byMonth('2026-02'))?.currentRunId).toBe(first.id);
  });
});

/** Units come before people, both by code. */
const byPlace = (code: string): string => `${code.startsWith('e') ? 2 : 1} ${code}`;
