import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Criterion, criteriaFaults, defaultCriteria } from '../openings/criteria.ts';
import { type Marked, placesOf, resultOf, totalOf } from './results.ts';

const criteria = (...weights: number[]): Criterion[] =>
  weights.map((weightBp, place) => ({ key: `C${place}`, name: `C${place}`, weightBp }));
const by = (assessorId: string, ...marks: number[]): Marked => ({
  assessorId,
  marks: marks.map((mark, place) => ({ criterion: `C${place}`, mark })),
});

describe('a result', () => {
  test.each<[string, number[], number[][], number | null, number | null]>([
    [
      'of equal marks is that mark',
      [5000, 5000],
      [
        [80, 80],
        [80, 80],
      ],
      8000,
      0,
    ],
    [
      'weighs the criteria',
      [7500, 2500],
      [
        [100, 0],
        [100, 0],
      ],
      7500,
      0,
    ],
    ['is the mean over the assessors', [10_000], [[60], [61]], 6050, 100],
    ['is rounded half up: 2/3 of a point', [10_000], [[0], [1], [1]], 67, 100],
    [
      'is rounded half up: 0.005 points',
      [5000, 5000],
      [
        [0, 0],
        [0, 0],
        [0, 1],
      ],
      17,
      50,
    ],
    [
      'is exact where means of rounded totals are not',
      [3333, 6667],
      [
        [1, 2],
        [2, 1],
      ],
      150,
      33,
    ],
    ['is null while an assessor is missing', [10_000], [[60]], null, null],
  ])('%s', (_, weights, marks, hundredths, spread) => {
    const given = marks.map((some, place) => by(`a${place}`, ...some));
    expect(resultOf(criteria(...weights), 2, given)).toMatchObject({ hundredths, spread, assessors: marks.length });
  });

  test('tells what each criterion comes to', () => {
    const given = [by('a', 60, 0), by('b', 61, 50), by('c', 61, 100)];
    expect(resultOf(criteria(5000, 5000), 3, given).criteria).toMatchObject([
      { criterion: { key: 'C0' }, mean: 6067, lowest: 6000, highest: 6100 },
      { criterion: { key: 'C1' }, mean: 5000, lowest: 0, highest: 10_000 },
    ]);
  });

  const panel = fc.integer({ min: 1, max: 6 }).chain((size) =>
    fc.record({
      weights: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: size, maxLength: size }).map((parts) => {
        const sum = parts.reduce((total, part) => total + part, 0);
        const weights = parts.map((part) => Math.max(1, Math.floor((part * 10_000) / sum)));
        weights[0]! += 10_000 - weights.reduce((total, weight) => total + weight, 0);
        return weights;
      }),
      marks: fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: size, maxLength: size }), {
        minLength: 1,
        maxLength: 6,
      }),
    }),
  );
  const given = (marks: number[][]) => marks.map((some, place) => by(`a${place}`, ...some));

  test('is the exact quotient, rounded half up once', () => {
    fc.assert(
      fc.property(panel, ({ weights, marks }) => {
        const numerator = marks.reduce(
          (sum, some) => sum + some.reduce((total, mark, place) => total + BigInt(weights[place]! * mark), 0n),
          0n,
        );
        // result = numerator / (10,000 x A) points; x 100 for hundredths, + 1/2, rounded down.
        const denominator = 10_000n * BigInt(marks.length);
        const expected = (2n * 100n * numerator + denominator) / (2n * denominator);
        expect(resultOf(criteria(...weights), 1, given(marks)).hundredths).toBe(Number(expected));
      }),
    );
  });

  test('lies between the assessors, does not depend on their order, and never falls when a mark rises', () => {
    fc.assert(
      fc.property(panel, ({ weights, marks }) => {
        const all = criteria(...weights);
        const result = resultOf(all, 1, given(marks));
        const totals = given(marks).map((one) => totalOf(all, one));
        expect(result.hundredths).toBeGreaterThanOrEqual(Math.min(...totals) - 1);
        expect(result.hundredths).toBeLessThanOrEqual(Math.max(...totals) + 1);
        expect(resultOf(all, 1, given(marks.toReversed())).hundredths).toBe(result.hundredths);
        const raised = marks.map((some, place) => (place === 0 ? some.map((mark) => Math.min(100, mark + 1)) : some));
        expect(resultOf(all, 1, given(raised)).hundredths).toBeGreaterThanOrEqual(result.hundredths!);
      }),
    );
  });
});

describe('places', () => {
  test('are those of a competition', () => {
    const results = new Map([...Object.entries({ a: 70, b: 90, c: 80, d: 80, e: null, f: 10 })]);
    expect(Object.fromEntries(placesOf(results))).toEqual({ b: 1, c: 2, d: 2, a: 4, f: 5 });
  });
});

describe('criteria', () => {
  test.each(['SALES_DIRECTOR', 'DEPUTY_DIRECTOR', 'REGIONAL_MANAGER', 'TEAM_LEADER', 'LIAISON', 'EMPLOYEE'] as const)(
    'of a %s sum to the whole',
    (role) => {
      expect(criteriaFaults(defaultCriteria(role))).toEqual([]);
    },
  );

  test.each<[string, Criterion[], string[]]>([
    ['none', [], ['criteria']],
    ['a sum below the whole', criteria(5000, 4999), ['criteria']],
    ['a weight of 0', criteria(10_000, 0), ['criteria.1.weightBp']],
    ['a key twice', [...criteria(5000), ...criteria(5000)], ['criteria']],
    ['a key in small letters', [{ key: 'a', name: 'A', weightBp: 10_000 }], ['criteria.0.key']],
    ['a blank name', [{ key: 'A', name: ' ', weightBp: 10_000 }], ['criteria.0.name']],
    ['too many', criteria(...Array.from({ length: 21 }, () => 1)), ['criteria']],
  ])('with %s are refused', (_, given, fields) => {
    expect(criteriaFaults(given).map(({ field }) => field)).toEqual(fields);
  });
});
