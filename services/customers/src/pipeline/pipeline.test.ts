import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstProcess } from '../process/process.ts';
import { type OpenGroup, pipelineOf, roundHalfEven } from './pipeline.ts';

describe('the weighted pipeline', () => {
  test('sums amount x probability and counts what has no amount', () => {
    const sums = pipelineOf(
      [
        { ownerId: 'a', stage: 'PROSPECTING', count: 2, amountMinor: 10_000, withoutAmount: 1 },
        { ownerId: 'b', stage: 'ENGAGING', count: 1, amountMinor: 20_000, withoutAmount: 0 },
      ],
      firstProcess,
    );
    expect(sums).toEqual({ openCount: 3, openMinor: 30_000, weightedMinor: 7_000, withoutAmount: 1 });
  });

  test('rounds the sum once, halves to the even minor unit', () => {
    const weighted = (amountMinor: number) =>
      pipelineOf([{ ownerId: 'a', stage: 'PROSPECTING', count: 1, amountMinor, withoutAmount: 0 }], firstProcess)
        .weightedMinor;
    expect([5, 15, 25, 26].map(weighted)).toEqual([0, 2, 2, 3]);
  });

  test('rounding is within half of the exact quotient', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 9n), (numerator, denominator) => {
        const distance = roundHalfEven(numerator, denominator) * denominator - numerator;
        return 2n * (distance < 0n ? -distance : distance) <= denominator;
      }),
    );
  });

  const groups = fc.array(
    fc.record({
      ownerId: fc.constantFrom('a', 'b', 'c'),
      stage: fc.constantFrom('PROSPECTING', 'ENGAGING', 'OF_AN_EARLIER_VERSION'),
      count: fc.integer({ min: 1, max: 1000 }),
      amountMinor: fc.integer({ min: 0, max: 10 ** 12 }),
      withoutAmount: fc.integer({ min: 0, max: 1000 }),
    }),
    { maxLength: 30 },
  );
  const parts = (sums: OpenGroup[]) => pipelineOf(sums, firstProcess);

  test('does not depend on the order of what is summed, and an amount more never makes it less', () => {
    fc.assert(
      fc.property(groups, (given) => {
        expect(parts(given.toReversed())).toEqual(parts(given));
        const { weightedMinor, openMinor } = parts(given);
        expect(weightedMinor).toBeGreaterThanOrEqual(0);
        expect(weightedMinor).toBeLessThanOrEqual(openMinor);
        const more = parts([
          ...given,
          { ...{ ownerId: 'a', stage: 'ENGAGING' }, count: 1, amountMinor: 7, withoutAmount: 0 },
        ]);
        expect(more.weightedMinor).toBeGreaterThanOrEqual(weightedMinor);
      }),
    );
  });

  test('of parts adds up to that of the whole: exactly, but for what rounding each part may shift', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const whole = parts(given);
        const byOwner = [...Map.groupBy(given, ({ ownerId }) => ownerId).values()].map(parts);
        const sum = (key: keyof typeof whole) => byOwner.reduce((total, one) => total + one[key], 0);
        for (const key of ['openCount', 'openMinor', 'withoutAmount'] as const) expect(sum(key)).toBe(whole[key]);
        expect(Math.abs(sum('weightedMinor') - whole.weightedMinor) * 2).toBeLessThanOrEqual(byOwner.length + 1);
      }),
    );
  });
});
