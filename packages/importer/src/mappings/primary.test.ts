import { expect, test } from '@jest/globals';
import { addDays, type Day } from '@salesgraph/calendar';
import fc from 'fast-check';
import { onePrimaryAtATime } from './primary.ts';

const at = (n: number): Day => addDays('2020-01-01', n);
const placed = (...stretches: [number, number | null][]) =>
  onePrimaryAtATime(stretches.map(([from, to]) => ({ from: at(from), to: to === null ? null : at(to) }))).map(
    ({ from, to, primary }) => [from, to, primary],
  );

test.each<[string, [number, number | null][], ReturnType<typeof placed>]>([
  [
    'one after the other',
    [
      [0, 5],
      [5, null],
    ],
    [
      [at(0), at(5), true],
      [at(5), null, true],
    ],
  ],
  [
    'with a gap, in any order',
    [
      [7, null],
      [0, 5],
    ],
    [
      [at(0), at(5), true],
      [at(7), null, true],
    ],
  ],
  [
    'one within another',
    [
      [0, null],
      [3, 5],
    ],
    [
      [at(0), null, true],
      [at(3), at(5), false],
    ],
  ],
  [
    'one that outlasts another',
    [
      [0, 5],
      [3, 9],
    ],
    [
      [at(0), at(5), true],
      [at(3), at(5), false],
      [at(5), at(9), true],
    ],
  ],
  [
    'two that begin together',
    [
      [0, 5],
      [0, null],
    ],
    [
      [at(0), at(5), true],
      [at(0), at(5), false],
      [at(5), null, true],
    ],
  ],
])('assignments %s', (_, stretches, expected) => {
  expect(placed(...stretches)).toEqual(expected);
});

test('every day that is covered has exactly one primary assignment, and every stretch keeps its days', () => {
  const stretches = fc.array(fc.record({ from: fc.nat(20), length: fc.option(fc.integer({ min: 1, max: 10 })) }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(stretches, (drawn) => {
      const given = drawn.map(({ from, length }) => ({
        from: at(from),
        to: length === null ? null : at(from + length),
      }));
      const parts = onePrimaryAtATime(given);
      const on = (day: Day) => (one: { from: Day; to: Day | null }) =>
        one.from <= day && (one.to === null || day < one.to);
      for (let n = 0; n < 40; n += 1) {
        const held = on(at(n));
        expect(parts.filter((part) => part.primary && held(part))).toHaveLength(given.some(held) ? 1 : 0);
        for (const stretch of given) {
          expect(parts.filter((part) => part.of === stretch && held(part))).toHaveLength(held(stretch) ? 1 : 0);
        }
      }
      for (const { from, to } of parts) expect(to === null || from < to).toBe(true);
    }),
    { numRuns: 300, seed: Number(process.env.TEST_SEED ?? 1) },
  );
});
