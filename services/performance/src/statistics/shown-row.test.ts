import { expect, test } from '@jest/globals';
import { shownRow } from './sales-statistics.ts';

const nothing = { amountMinor: 0, won: 0, lost: 0, ownedWon: 0, ownedLost: 0, days: 0, dayDeals: 0 };

test('a row shows exact figures, each rounded once', () => {
  const sums = { amountMinor: 1_000_001, won: 3, lost: 5, ownedWon: 1, ownedLost: 127, days: 100, dayDeals: 3 };
  expect(shownRow({ key: ['2017-03', 'emp-1'], ...sums }, ['MONTH', 'EMPLOYEE'], 'USD')).toEqual({
    month: '2017-03',
    quarter: null,
    year: null,
    unit: null,
    region: null,
    employee: { id: 'emp-1' },
    product: null,
    outlet: null,
    source: null,
    wonAmount: { amount: '10000.01', currency: 'USD' },
    wonCount: 3,
    lostCount: 5,
    // 1/128 is 0.0078125: the tie goes to the even digit.
    winRate: '0.007812',
    averageDealAmount: { amount: '3333.34', currency: 'USD' },
    averageDaysToClose: '33.33333333333333333333',
  });
});

test('a row of nothing has no ratios', () => {
  const row = shownRow({ key: ['2017', null], ...nothing }, ['YEAR', 'UNIT'], 'JPY');
  expect(row).toMatchObject({ year: 2017, unit: null, wonAmount: { amount: '0', currency: 'JPY' } });
  expect([row.winRate, row.averageDealAmount, row.averageDaysToClose]).toEqual([null, null, null]);
});

test.each([
  [90, 2, '45'],
  [91, 2, '45.5'],
  [0, 4, '0'],
  [1000, 1, '1000'],
])('%i days over %i deals are %s', (days, dayDeals, shown) => {
  expect(shownRow({ key: [], ...nothing, days, dayDeals }, [], 'USD').averageDaysToClose).toBe(shown);
});
