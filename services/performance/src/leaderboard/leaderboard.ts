/** The order of a leaderboard: everybody with the role, best first, those without data last. */
import Fraction from 'fraction.js';
import { lowerIsBetter } from '../metrics/metrics.ts';
import type { Standing } from '../scoring/cards.ts';
import { ranked } from '../scoring/ranking.ts';

/** A person's place. */
export interface LeaderboardRow {
  employeeId: string;
  code: string;
  rank: number | null;
  /** What is ranked by when it is a metric: exact, as text. */
  actual: string | null;
  /** In hundredths. */
  score: number | null;
}

/** Ranks standings by score, or by the actual value of a metric. */
export function leaderboardOf(board: readonly Standing[], metric: string | null): LeaderboardRow[] {
  const rows = board.map((standing) => {
    const actual = standing.figures.find((figure) => figure.metric === metric)?.value ?? null;
    const { code, score, subjectId: employeeId } = standing;
    const value = metric === null ? score : actual;
    return { code, score, employeeId, actual, value: value === null ? null : new Fraction(value) };
  });
  const sign = metric !== null && lowerIsBetter(metric) ? 1 : -1;
  return ranked(rows, (a: Fraction, b: Fraction) => sign * a.compare(b)).map(
    ({ employeeId, code, rank, actual, score }) => ({ employeeId, code, rank, actual, score }),
  );
}
