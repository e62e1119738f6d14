import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Placement } from '../metrics/participations.ts';
import {
  type Cut,
  cutDeals,
  type Dimension,
  type Ground,
  inOrder,
  quarterOf,
  type SharedDeal,
  type SoloDeals,
  type StatisticsRow,
} from './statistics.ts';

/** COMPANY > EAST > E1: a, and b until 2017-03-15; COMPANY > WEST: c, and b afterwards; d nowhere. */
const placement: Placement = {
  unitsAbove(employeeId, day) {
    if (employeeId === 'a' || (employeeId === 'b' && day < '2017-03-16')) return ['E1', 'EAST', 'COMPANY'];
    return ['b', 'c'].includes(employeeId) ? ['WEST', 'COMPANY'] : [];
  },
};
const kinds = { E1: 'TEAM', EAST: 'REGION', WEST: 'REGION', COMPANY: 'COMPANY' } as const;
const ground: Ground = { placement, kindOf: (id) => kinds[id as keyof typeof kinds] ?? null };
const everything: Cut = {
  by: [],
  unitLevel: null,
  unitIds: null,
  employeeIds: null,
  scope: { kind: 'COMPANY' },
};

const common = fc.record({
  day: fc.integer({ min: 10, max: 28 }).map((day) => `2017-03-${day}`),
  month: fc.constantFrom('2017-03', '2017-04', '2018-01'),
  product: fc.constantFrom('GTX', null),
  outlet: fc.constant(null),
  source: fc.constantFrom('WEB', 'FAIR'),
});
const person = fc.constantFrom('a', 'b', 'c', 'd');
const solo: fc.Arbitrary<SoloDeals[]> = fc.array(
  fc
    .tuple(
      common,
      fc.record({ employeeId: person, won: fc.nat(5), lost: fc.nat(5), amountMinor: fc.nat(), days: fc.nat(99) }),
    )
    .map(([shared, sums]) => ({ ...shared, ...sums, dayDeals: sums.won })),
);
const shared: fc.Arbitrary<SharedDeal[]> = fc.array(
  fc
    .tuple(
      common,
      fc.record({
        ownerId: person,
        won: fc.boolean(),
        days: fc.option(fc.nat(99)),
        credits: fc.uniqueArray(fc.record({ employeeId: person, amountMinor: fc.nat() }), {
          minLength: 1,
          selector: ({ employeeId }) => employeeId,
        }),
      }),
    )
    .map(([some, deal]) => ({ ...some, ...deal })),
);
const dimensions = fc.uniqueArray(
  fc.constantFrom<Dimension>('MONTH', 'QUARTER', 'YEAR', 'UNIT', 'REGION', 'EMPLOYEE', 'PRODUCT', 'SOURCE'),
);
const sum = (rows: StatisticsRow[], field: Exclude<keyof StatisticsRow, 'key'>) =>
  rows.reduce((total, row) => total + row[field], 0);

describe('the rows of any cut', () => {
  test('sum to the total', () => {
    fc.assert(
      fc.property(solo, shared, dimensions, fc.constantFrom(null, 'REGION', 'TEAM'), (own, split, by, unitLevel) => {
        const [total] = cutDeals(own, split, everything, ground);
        const rows = cutDeals(own, split, { ...everything, by, unitLevel } as Cut, ground);
        for (const field of ['amountMinor', 'ownedWon', 'ownedLost', 'days', 'dayDeals'] as const) {
          expect(sum(rows, field)).toBe(total![field]);
        }
        // A shared deal is in several rows, once in each.
        expect(sum(rows, 'won')).toBeGreaterThanOrEqual(total!.won);
        if (!by.some((one) => ['UNIT', 'REGION', 'EMPLOYEE'].includes(one))) expect(sum(rows, 'won')).toBe(total!.won);
        expect(new Set(rows.map(({ key }) => JSON.stringify(key))).size).toBe(rows.length);
      }),
    );
  });

  test('of a person are those of a cut by person', () => {
    fc.assert(
      fc.property(solo, shared, person, (own, split, id) => {
        const of = cutDeals(own, split, { ...everything, by: ['EMPLOYEE'] }, ground).find(({ key }) => key[0] === id);
        const [alone] = cutDeals(own, split, { ...everything, employeeIds: new Set([id]) }, ground);
        expect({ ...alone, key: [] }).toEqual({ ...(of ?? alone), key: [] });
        if (!of) expect(alone).toMatchObject({ amountMinor: 0, won: 0, lost: 0 });
      }),
    );
  });

  test('of a unit in reach are the same for its leader as for the director', () => {
    fc.assert(
      fc.property(solo, shared, (own, split) => {
        const cut: Cut = { ...everything, unitIds: new Set(['EAST']) };
        const leader: Cut = { ...cut, scope: { kind: 'LIMITED', employeeIds: ['a'], unitIds: ['EAST', 'E1'] } };
        expect(cutDeals(own, split, leader, ground)).toEqual(cutDeals(own, split, cut, ground));
      }),
    );
  });
});

describe('a shared deal', () => {
  const deal: SharedDeal = {
    day: '2017-03-10',
    ownerId: 'a',
    won: true,
    days: 7,
    credits: [
      { employeeId: 'b', amountMinor: 60 },
      { employeeId: 'c', amountMinor: 40 },
    ],
  };
  const rows = (by: Dimension[], more: Partial<Cut> = {}) =>
    inOrder(cutDeals([], [deal], { ...everything, by, ...more }, ground), by, (_, place) => place).map(
      ({ key, amountMinor, won, ownedWon, days }) => [...key, amountMinor, won, ownedWon, days],
    );

  test('counts once in each row, by share where it is summed and for the owner where it is counted', () => {
    expect(rows([])).toEqual([[100, 1, 1, 7]]);
    expect(rows(['EMPLOYEE'])).toEqual([
      ['a', 0, 1, 1, 7],
      ['b', 60, 1, 0, 0],
      ['c', 40, 1, 0, 0],
    ]);
    expect(rows(['UNIT'])).toEqual([
      ['E1', 60, 1, 1, 7],
      ['WEST', 40, 1, 0, 0],
    ]);
    expect(rows(['UNIT'], { unitLevel: 'COMPANY' })).toEqual([['COMPANY', 100, 1, 1, 7]]);
  });

  test('shows a caller the parts in reach', () => {
    const own = { scope: { kind: 'LIMITED' as const, employeeIds: ['c'], unitIds: [] } };
    expect(rows([], own)).toEqual([[40, 1, 0, 0]]);
    expect(rows(['EMPLOYEE'], own)).toEqual([['c', 40, 1, 0, 0]]);
    expect(rows([], { scope: { kind: 'NONE' } })).toEqual([[0, 0, 0, 0]]);
  });
});

describe('people in no unit', () => {
  const deals: SoloDeals[] = ['d', 'a'].map((employeeId) => ({
    ...{ employeeId, day: '2017-03-10', won: 1, lost: 0, amountMinor: 5, days: 0, dayDeals: 0 },
  }));

  test('are in a row without a unit, which comes last', () => {
    const by: Dimension[] = ['UNIT'];
    const rows = inOrder(cutDeals(deals, [], { ...everything, by }, ground), by, (_, place) => place);
    expect(rows.map(({ key }) => key)).toEqual([['E1'], [null]]);
  });
});

test.each([
  ['2017-01', '2017-Q1'],
  ['2017-03', '2017-Q1'],
  ['2017-04', '2017-Q2'],
  ['2017-12', '2017-Q4'],
])('%s lies in %s', (month, quarter) => {
  expect(quarterOf(month)).toBe(quarter);
});
