import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { creditsOf, type DealFact, factOf, hashOfFacts, UnsoundEvent } from './facts.ts';

const won: DealFact = {
  id: 'opp-1',
  code: 'D1',
  status: 'WON',
  ownerId: 'a',
  splits: [],
  amountMinor: 105_400,
  currency: 'USD',
  engagedOn: '2016-10-20',
  closedOn: '2017-03-01',
  month: '2017-03',
  productCode: 'GTX',
  customerId: null,
  outletId: null,
  source: null,
  seq: 1,
};

/** Shares of up to eight people that sum to the whole. */
const splits = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { minLength: 1 })
  .chain((people) =>
    fc
      .array(fc.integer({ min: 0, max: 10_000 }), { minLength: people.length - 1, maxLength: people.length - 1 })
      .map((cuts) => {
        const edges = [0, ...cuts.toSorted((x, y) => x - y), 10_000];
        return people.map((employeeId, place) => ({ employeeId, shareBp: edges[place + 1]! - edges[place]! }));
      }),
  );
const amounts = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -500, max: 500 }));

describe('credits', () => {
  test('sum to the amount, each within one unit of its share, the same in any order of the shares', () => {
    fc.assert(
      fc.property(splits, amounts, (shares, amountMinor) => {
        const credits = creditsOf({ ownerId: 'a', splits: shares, amountMinor });
        expect(credits.reduce((sum, credit) => sum + BigInt(credit.amountMinor), 0n)).toBe(BigInt(amountMinor));
        for (const { amountMinor: part, shareBp } of credits) {
          const distance = BigInt(part) * 10_000n - BigInt(amountMinor) * BigInt(shareBp);
          expect((distance < 0n ? -distance : distance) < 10_000n).toBe(true);
        }
        expect(creditsOf({ ownerId: 'a', splits: shares.toReversed(), amountMinor })).toEqual(credits);
      }),
    );
  });

  test("are the owner's alone when nobody shares", () => {
    expect(creditsOf(won)).toEqual([{ employeeId: 'a', shareBp: 10_000, amountMinor: 105_400 }]);
  });

  test('give what is left over to the largest remainders, ties by id', () => {
    const third = (employeeId: string, shareBp: number) => ({ employeeId, shareBp });
    const shares = [third('c', 3333), third('b', 3333), third('a', 3334)];
    expect(creditsOf({ ownerId: 'a', splits: shares, amountMinor: 100 }).map(({ amountMinor }) => amountMinor)).toEqual(
      [34, 33, 33],
    );
    const halves = [third('b', 5000), third('a', 5000)];
    expect(creditsOf({ ownerId: 'b', splits: halves, amountMinor: 5 })).toEqual([
      { employeeId: 'a', shareBp: 5000, amountMinor: 3 },
      { employeeId: 'b', shareBp: 5000, amountMinor: 2 },
    ]);
  });
});

describe('the fact of an event', () => {
  const { month: _, seq: __, ...state } = won;
  const data = { ...state, stage: 'WON', expectedCloseOn: null, lostReason: null };

  test('carries what counts, with the month of its day', () => {
    expect(factOf(data, 1)).toEqual(won);
  });

  test('of an open deal counts nowhere, whatever day it had', () => {
    expect(factOf({ ...data, status: 'OPEN', amountMinor: null }, 2)).toMatchObject({
      status: 'OPEN',
      closedOn: null,
      month: null,
      amountMinor: 0,
      seq: 2,
    });
  });

  test('is refused when it contradicts itself', () => {
    expect(() => factOf({ ...data, closedOn: null }, 1)).toThrow(UnsoundEvent);
    expect(() => factOf({ ...data, splits: [{ employeeId: 'a', shareBp: 9_999 }] }, 1)).toThrow(UnsoundEvent);
  });
});

describe('the hash of facts', () => {
  const other = { ...won, id: 'opp-2', amountMinor: 1 };

  test('does not depend on their order nor on how shares are written', () => {
    expect(hashOfFacts([other, won])).toBe(hashOfFacts([won, other]));
    const alone = [{ employeeId: 'a', shareBp: 10_000 }];
    expect(hashOfFacts([{ ...won, splits: alone }])).toBe(hashOfFacts([won]));
  });

  test('changes with everything that counts', () => {
    const changes: Partial<DealFact>[] = [
      { status: 'LOST' },
      { ownerId: 'b' },
      { amountMinor: 1 },
      { closedOn: '2017-03-02' },
      { engagedOn: null },
      { productCode: null },
      { outletId: 'out' },
    ];
    const hashes = [won, ...changes.map((change) => ({ ...won, ...change }))].map((fact) => hashOfFacts([fact]));
    expect(new Set(hashes).size).toBe(changes.length + 1);
  });
});
