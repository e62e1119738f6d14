/** What several assessors' marks come to. All arithmetic is on whole numbers; what is shown is rounded once, half up. */
import type { Criterion } from '../openings/criteria.ts';

/** The mark of one criterion, 0 to 100 whole points. */
export interface Mark {
  criterion: string;
  mark: number;
  comment: string;
}

/** The marks that one assessor gave to one candidate: one of every criterion. */
export interface Marked {
  assessorId: string;
  marks: readonly Pick<Mark, 'criterion' | 'mark'>[];
}

/** Everything in hundredths of a point. */
export interface Result {
  /** Null while assessors are missing. */
  hundredths: number | null;
  /** How far the assessors are apart: the highest minus the lowest of their totals. Null while assessors are missing. */
  spread: number | null;
  assessors: number;
  /** In the order of the criteria; empty while assessors are missing. */
  criteria: { criterion: Criterion; mean: number; lowest: number; highest: number }[];
}

const WHOLE_BP = 10_000;
const HUNDRED = 100;

/** numerator / denominator, halves upwards; both whole, the numerator not below 0 and far below 2^53. */
const halfUp = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator));

const markOf = ({ marks }: Marked, key: string): number => marks.find(({ criterion }) => criterion === key)?.mark ?? 0;

/** sum of weight x mark over the criteria, in points x basis points: exact. */
const weightedSum = (criteria: readonly Criterion[], marked: Marked): number =>
  criteria.reduce((sum, { key, weightBp }) => sum + weightBp * markOf(marked, key), 0);

/** One assessor's weighted mean, in hundredths, half up. */
export const totalOf = (criteria: readonly Criterion[], marked: Marked): number =>
  halfUp(weightedSum(criteria, marked) * HUNDRED, WHOLE_BP);

/**
 * A candidate's result: the weighted mean over the criteria of the mean over the assessors,
 *
 *     result = sum over c of w_c x (sum over a of m_ac / A) / sum over c of w_c
 *
 * with the weights w in basis points (together 10,000), the marks m in points and A assessors, as an integer in hundredths,
 * half up. It is the form of the company's score of performance: a weighted mean over indicators kept in hundredths. Since
 * everybody marks every criterion, it is also the mean of the assessors' totals before those are rounded.
 * @param required how many assessors there must be; below that there is no result
 */
export function resultOf(criteria: readonly Criterion[], required: number, given: readonly Marked[]): Result {
  const assessors = given.length;
  if (assessors < required || assessors === 0) return { hundredths: null, spread: null, assessors, criteria: [] };
  const sums = given.map((marked) => weightedSum(criteria, marked));
  return {
    hundredths: halfUp(sums.reduce((sum, one) => sum + one, 0) * HUNDRED, assessors * WHOLE_BP),
    spread: halfUp((Math.max(...sums) - Math.min(...sums)) * HUNDRED, WHOLE_BP),
    assessors,
    criteria: criteria.map((criterion) => {
      const marks = given.map((marked) => markOf(marked, criterion.key));
      const sum = marks.reduce((total, mark) => total + mark, 0);
      const [lowest, highest] = [Math.min(...marks) * HUNDRED, Math.max(...marks) * HUNDRED];
      return { criterion, mean: halfUp(sum * HUNDRED, assessors), lowest, highest };
    }),
  };
}

/**
 * Places by results, the highest first: equals share one, and the next counts them all (1, 2, 2, 4).
 * @param results by candidate; who has none has no place
 */
export function placesOf(results: ReadonlyMap<string, number | null>): Map<string, number> {
  const known = [...results].flatMap(([id, value]) => (value === null ? [] : [{ id, value }]));
  return new Map(known.map(({ id, value }) => [id, 1 + known.filter((other) => other.value > value).length]));
}
