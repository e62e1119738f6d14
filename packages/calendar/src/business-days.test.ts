import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addBusinessDays, addDays, type Day, isBusinessDay } from './index.ts';

/** 2026-10-01 to 07 are holidays in China, and Saturday, 2026-10-10 is worked. */
const CHINA = {
  holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  workdays: new Set(['2026-10-10']),
};

test.each([
  ['2026-03-16', true],
  ['2026-03-20', true],
  ['2026-03-21', false],
  ['2026-03-22', false],
  ['2026-10-01', false],
  ['2026-10-10', true],
  ['2026-10-11', false],
])('%s is a business day: %s', (day, expected) => {
  expect(isBusinessDay(day, CHINA)).toBe(expected);
});

describe('business days later', () => {
  test.each<[Day, number, Day]>([
    ['2026-03-16', 1, '2026-03-17'],
    ['2026-03-20', 1, '2026-03-23'],
    ['2026-03-21', 1, '2026-03-23'],
    ['2026-03-20', 5, '2026-03-27'],
    ['2026-03-23', -1, '2026-03-20'],
    ['2026-03-22', -1, '2026-03-20'],
    ['2026-03-20', 0, '2026-03-20'],
    ['2026-03-21', 0, '2026-03-23'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-10-09', 1, '2026-10-10'],
  ])('from %s, %i: %s', (day, count, expected) => {
    expect(addBusinessDays(day, count, CHINA)).toBe(expected);
  });

  test('are as many as lie between, whichever way one goes', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2020-01-01', count));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const later = addBusinessDays(day, count);
        let between = 0;
        for (let at = addDays(day, 1); at <= later; at = addDays(at, 1)) between += Number(isBusinessDay(at));
        expect(between).toBe(count);
        expect(isBusinessDay(later)).toBe(true);
        if (isBusinessDay(day)) expect(addBusinessDays(later, -count)).toBe(day);
      }),
    );
  });

  test('come in whole numbers', () => {
    expect(() => addBusinessDays('2026-03-16', 1.5)).toThrow(RangeError);
  });
});
