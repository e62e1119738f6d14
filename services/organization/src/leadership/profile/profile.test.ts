import { describe, expect, test } from '@jest/globals';
import { addDays, covers, type Interval } from '@salesgraph/calendar';
import fc from 'fast-check';
import { daysUntil, tenureDays } from './profile.ts';

const DAY = '2026-03-16';

test.each<[Interval, number]>([
  [{ from: '2026-03-16', to: null }, 1],
  [{ from: '2026-03-15', to: '2026-03-16' }, 1],
  [{ from: '2026-03-15', to: '2026-03-17' }, 2],
  [{ from: '2026-03-17', to: null }, 0],
  [{ from: '2024-02-28', to: '2024-03-01' }, 2],
])('of %j so many days have passed: %i', (interval, days) => {
  expect(daysUntil(interval, DAY)).toBe(days);
});

describe('tenure', () => {
  test('counts days on which several units are led once', () => {
    const terms = [
      { from: '2026-01-01', to: '2026-02-01' },
      { from: '2026-01-15', to: '2026-03-01' },
      { from: '2026-03-10', to: null },
      { from: '2026-05-01', to: null },
    ];
    expect(tenureDays(terms, DAY)).toBe(31 + 28 + 7);
  });

  test('is the number of days that lie in any term', () => {
    const term = fc
      .record({ begins: fc.integer({ min: -60, max: 20 }), lasts: fc.option(fc.integer({ min: 1, max: 50 })) })
      .map(
        ({ begins, lasts }): Interval => ({
          from: addDays(DAY, begins),
          to: lasts === null ? null : addDays(DAY, begins + lasts),
        }),
      );
    fc.assert(
      fc.property(fc.array(term, { maxLength: 6 }), (terms) => {
        const ordered = terms.toSorted((a, b) => (a.from < b.from ? -1 : 1));
        const led = Array.from({ length: 61 }, (_, back) => addDays(DAY, -back)).filter((day) =>
          ordered.some((one) => covers(one, day)),
        );
        expect(tenureDays(ordered, DAY)).toBe(led.length);
      }),
    );
  });
});
