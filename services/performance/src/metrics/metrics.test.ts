import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ClosedDeal } from '../facts/facts.ts';
import { measured, metricOf } from './metrics.ts';
import { type Participation, type Placement, shareOut } from './participations.ts';

/** COMPANY > EAST > E1: a, b; WEST: c; d nowhere. On 2017-03-16 b goes to WEST. */
const placement: Placement = {
  unitsAbove(employeeId, day) {
    if (employeeId === 'a' || (employeeId === 'b' && day < '2017-03-16')) return ['E1', 'EAST', 'COMPANY'];
    return ['b', 'c'].includes(employeeId) ? ['WEST', 'COMPANY'] : [];
  },
};

const deal = (id: string, fields: Partial<ClosedDeal> = {}): ClosedDeal => ({
  id,
  code: id,
  status: 'WON',
  ownerId: 'a',
  splits: [],
  amountMinor: 10_000,
  currency: 'USD',
  engagedOn: '2017-03-01',
  closedOn: '2017-03-10',
  month: '2017-03',
  productCode: null,
  customerId: null,
  outletId: null,
  source: null,
  seq: 1,
  ...fields,
});
const half = (...people: string[]) => people.map((employeeId) => ({ employeeId, shareBp: 5000 }));
const ground = { currency: 'USD', hasTargets: false };
const value = (metric: string, parts: readonly Participation[], hasTargets = false) =>
  measured(metric, parts, { ...ground, hasTargets }).actual?.toFraction() ?? null;

describe('deals', () => {
  const facts = [
    deal('1'),
    deal('2', { status: 'LOST', amountMinor: 999 }),
    deal('3', { ownerId: 'b', splits: half('a', 'b'), amountMinor: 101, engagedOn: null }),
    deal('4', { ownerId: 'b', closedOn: '2017-03-20' }),
    deal('5', { ownerId: 'c', splits: half('a', 'b'), closedOn: '2017-03-15' }),
    deal('6', { ownerId: 'd' }),
  ];
  const parts = shareOut(facts, placement);

  test('count to a person by share', () => {
    expect(value('SALES_AMOUNT', parts.ofEmployee('a'))).toBe('15051/100');
    expect(value('DEALS_WON', parts.ofEmployee('a'))).toBe('3');
    expect(value('SALES_AMOUNT', parts.ofEmployee('c'))).toBe('0');
  });

  test('count to their owner alone where they are counted and not summed', () => {
    expect(value('WIN_RATE', parts.ofEmployee('a'))).toBe('1/2');
    expect(value('CYCLE_DAYS', parts.ofEmployee('a'))).toBe('9');
    expect(value('CYCLE_DAYS', parts.ofEmployee('b'))).toBe('19');
    expect(value('CYCLE_DAYS', parts.ofEmployee('c'))).toBe('14');
    expect(measured('WIN_RATE', parts.ofEmployee('b'), ground).credits.map(({ fact }) => fact.id)).toEqual(['3', '4']);
  });

  test('count to every unit above the person on the day, and once to each', () => {
    expect(parts.ofUnit('E1').map(({ fact }) => fact.id)).toEqual(['1', '2', '3', '5']);
    expect(value('SALES_AMOUNT', parts.ofUnit('E1'))).toBe('20101/100');
    expect(value('SALES_AMOUNT', parts.ofUnit('EAST'))).toBe('20101/100');
    expect(value('SALES_AMOUNT', parts.ofUnit('WEST'))).toBe('100');
    expect(value('SALES_AMOUNT', parts.ofUnit('COMPANY'))).toBe('30101/100');
    expect(value('DEALS_WON', parts.ofUnit('COMPANY'))).toBe('4');
    expect(value('WIN_RATE', parts.ofUnit('E1'))).toBe('2/3');
    expect(value('WIN_RATE', parts.ofUnit('WEST'))).toBe('1');
    expect(parts.ofUnit('COMPANY').find(({ fact }) => fact.id === '3')).toMatchObject({ shareBp: 10_000, owns: true });
  });

  test('of a person in no unit count to the person alone', () => {
    expect(value('SALES_AMOUNT', parts.ofEmployee('d'))).toBe('100');
    expect(parts.ofUnit('COMPANY').some(({ fact }) => fact.id === '6')).toBe(false);
  });
});

describe('nothing', () => {
  test('is a sum of 0 for whom there are targets, and unknown for others', () => {
    expect(['SALES_AMOUNT', 'DEALS_WON', 'WIN_RATE', 'CYCLE_DAYS'].map((metric) => value(metric, [], true))).toEqual([
      '0',
      '0',
      null,
      null,
    ]);
    expect(value('SALES_AMOUNT', [])).toBeNull();
  });

  test('is known of metrics without facts, and of custom ones', () => {
    const parts = shareOut([deal('1')], placement).ofEmployee('a');
    for (const metric of ['CSAT', 'NPS', 'UNITS_DELIVERED', 'LEAD_RESPONSE', 'MARKET_SHARE', 'TRAINING', 'KUDOS']) {
      expect(measured(metric, parts, { ...ground, hasTargets: true })).toEqual({ actual: null, credits: [] });
    }
    expect(metricOf('KUDOS')).toBeNull();
  });
});

test('whatever the deals, people sum to units and units to the company', () => {
  const people = fc.constantFrom('a', 'b', 'c');
  const deals = fc.array(
    fc
      .record({
        ownerId: people,
        mates: fc.uniqueArray(people, { minLength: 2, maxLength: 2 }),
        shared: fc.boolean(),
        amountMinor: fc.nat(),
        day: fc.integer({ min: 10, max: 28 }),
        won: fc.boolean(),
      })
      .map(({ ownerId, mates, shared, amountMinor, day, won }) => ({
        ...{ ownerId, amountMinor, closedOn: `2017-03-${day}`, splits: shared ? half(...mates) : [] },
        status: won ? ('WON' as const) : ('LOST' as const),
      })),
  );
  fc.assert(
    fc.property(deals, (rows) => {
      const facts = rows.map((fields, n) => deal(String(n), fields));
      const parts = shareOut(facts, placement);
      const sum = (lists: (readonly Participation[])[]) =>
        lists.flat().reduce((total, part) => total + (part.fact.status === 'WON' ? part.amountMinor : 0), 0);
      const total = facts.reduce((all, fact) => all + (fact.status === 'WON' ? fact.amountMinor : 0), 0);
      expect(sum(['a', 'b', 'c'].map(parts.ofEmployee))).toBe(total);
      expect(sum(['EAST', 'WEST'].map(parts.ofUnit))).toBe(total);
      expect(sum([parts.ofUnit('COMPANY')])).toBe(total);
      const owned = ['a', 'b', 'c'].flatMap((id) => parts.ofEmployee(id).filter(({ owns }) => owns));
      expect(owned).toHaveLength(facts.length);
      expect(parts.ofUnit('COMPANY').filter(({ owns }) => owns)).toHaveLength(facts.length);
    }),
  );
});
