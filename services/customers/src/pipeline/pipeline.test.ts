import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstProcess } from '../process/process.ts';
import { pipelineOf, roundHalfEven } from './pipeline.ts';

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
});
