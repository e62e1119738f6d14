import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { DEFAULT_FORMULAS } from '../formulas/formulas.ts';
import { ranked } from './ranking.ts';
import { attainmentOf, type Measured, scoreOf } from './score.ts';

const [ENGINEER, UNIT] = DEFAULT_FORMULAS as [(typeof DEFAULT_FORMULAS)[number], (typeof DEFAULT_FORMULAS)[number]];

type Given = Record<string, [actual: string | null, target: string | null]>;

/** The indicators of a formula with what was measured. */
const measured = (formula: typeof ENGINEER, given: Given): Measured[] =>
  formula.indicators.map((indicator) => {
    const [actual, target] = given[indicator.metric] ?? [null, null];
    return {
      ...indicator,
      actual: actual === null ? null : new Fraction(actual),
      target: target === null ? null : new Fraction(target),
    };
  });

describe('the score', () => {
  test.each<[string, typeof ENGINEER, Given, number | null, (number | null)[]]>([
    [
      'everything met exactly is 100',
      ENGINEER,
      { SALES_AMOUNT: ['100', '100'], WIN_RATE: ['1/2', '0.5'], CYCLE_DAYS: ['50', '50'], CSAT: ['90', '90'] },
      10_000,
      [5000, 2000, 1000, 2000],
    ],
    [
      'without CSAT its weight is left out: (5000 x 0.8 + 2000 x 1.2 + 1000 x 1.25) / 8000',
      ENGINEER,
      { SALES_AMOUNT: ['80', '100'], WIN_RATE: ['0.6', '0.5'], CYCLE_DAYS: ['40', '50'] },
      9563,
      [5000, 3000, 1563, null],
    ],
    [
      'nobody goes beyond the cap: all at 150 %',
      UNIT,
      { SALES_AMOUNT: ['1000', '1'], WIN_RATE: ['1', '0.1'] },
      15_000,
      [9000, 6000],
    ],
    [
      'a third over a unit formula: 100 x (6000 x 1/3 + 4000 x 2/3) / 10000 = 46.666...',
      UNIT,
      { SALES_AMOUNT: ['1', '3'], WIN_RATE: ['2/3', '1'] },
      4667,
      [2000, 2667],
    ],
    [
      'a sum over nothing is 0 and a rate over nothing is left out',
      UNIT,
      { SALES_AMOUNT: ['0', '100'], WIN_RATE: [null, '0.5'] },
      0,
      [0, null],
    ],
    [
      'a target of 0 or none says nothing',
      UNIT,
      { SALES_AMOUNT: ['5', '0'], WIN_RATE: ['1', null] },
      null,
      [null, null],
    ],
    ['no data at all is no score', ENGINEER, {}, null, [null, null, null, null]],
    ['half a hundredth is rounded up', UNIT, { SALES_AMOUNT: ['12345', '100000'] }, 1235, [1235, null]],
  ])('%s', (_, formula, given, score, points) => {
    const result = scoreOf(measured(formula, given), 'EXCLUDE');
    expect(result.score).toBe(score);
    expect(result.indicators.map((one) => one.points)).toEqual(points);
  });

  test('with the policy ZERO what is missing counts as nothing attained', () => {
    const { score, indicators } = scoreOf(measured(UNIT, { SALES_AMOUNT: ['100', '100'] }), 'ZERO');
    expect(score).toBe(6000);
    expect(indicators.map(({ points, attainment }) => [points, attainment])).toEqual([
      [6000, new Fraction(1)],
      [0, null],
    ]);
  });

  test('where lower is better, attainment is target / actual, and 0 attains the cap', () => {
    const days = (actual: string, target: string) =>
      attainmentOf(measured(ENGINEER, { CYCLE_DAYS: [actual, target] })[2]!)?.toFraction();
    expect(days('40', '50')).toBe('5/4');
    expect(days('60', '50')).toBe('5/6');
    expect(days('0', '50')).toBe('3/2');
    expect(days('40', '0')).toBeUndefined();
  });

  const value = fc.option(fc.integer({ min: 0, max: 10_000_000 }).map((cents) => new Fraction(cents, 100)));
  const indicators = fc.array(
    fc.record({
      metric: fc.string(),
      weightBp: fc.integer({ min: 1, max: 10_000 }),
      capBp: fc.integer({ min: 1, max: 30_000 }),
      lowerIsBetter: fc.boolean(),
      actual: value,
      target: value,
    }),
    { maxLength: 8 },
  );

  test('is within 0 and 100 times the largest cap, whatever is measured', () => {
    fc.assert(
      fc.property(indicators, fc.constantFrom('EXCLUDE' as const, 'ZERO' as const), (given, missing) => {
        const { score } = scoreOf(given, missing);
        if (given.length === 0) return score === null;
        const largest = Math.max(...given.map(({ capBp }) => capBp));
        return score === null ? missing === 'EXCLUDE' : score >= 0 && score <= largest;
      }),
    );
  });

  test('does not depend on the order of the indicators', () => {
    fc.assert(
      fc.property(indicators, fc.infiniteStream(fc.nat()), (given, stream) => {
        const shuffled = given.map((one) => ({ one, at: stream.next().value })).sort((a, b) => a.at - b.at);
        return (
          scoreOf(
            shuffled.map(({ one }) => one),
            'EXCLUDE',
          ).score === scoreOf(given, 'EXCLUDE').score
        );
      }),
    );
  });

  test('never falls when more is sold', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }), (sold, more, target) => {
        const at = (amount: number) =>
          scoreOf(
            measured(UNIT, { SALES_AMOUNT: [String(amount), String(target)], WIN_RATE: ['0.4', '0.5'] }),
            'EXCLUDE',
          ).score!;
        return at(sold + more) >= at(sold);
      }),
    );
  });
});

describe('ranks', () => {
  const higher = (a: number, b: number) => b - a;

  test('equals share a rank and the next one counts them: 1, 2, 2, 4; without a score one is last', () => {
    const rows = [
      { code: 'd', value: 70 },
      { code: 'none', value: null },
      { code: 'c', value: 80 },
      { code: 'a', value: 90 },
      { code: 'b', value: 80 },
    ];
    expect(ranked(rows, higher).map(({ code, rank }) => [code, rank])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['d', 4],
      ['none', null],
    ]);
  });

  test('a rank is one more than the number of those who are better', () => {
    const some = fc.array(fc.option(fc.nat(6)), { maxLength: 30 });
    fc.assert(
      fc.property(some, (values) => {
        const placed = ranked(
          values.map((value, place) => ({ code: String(place).padStart(2, '0'), value })),
          higher,
        );
        return placed.every(
          ({ value, rank }) =>
            rank === (value === null ? null : 1 + values.filter((other) => other !== null && other > value).length),
        );
      }),
    );
  });
});
