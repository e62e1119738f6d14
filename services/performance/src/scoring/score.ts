/**
 * The score of one subject in one month (the formulas of the field's rules, "performance"). Everything is an exact fraction
 * until it is rounded once, at the end.
 */
import Fraction from 'fraction.js';
import type { FormulaIndicator, MissingPolicy } from '../formulas/formulas.ts';

/** An indicator with what was measured. */
export interface Measured extends FormulaIndicator {
  /** Null where there is no data. */
  actual: Fraction | null;
  /** Null where none was set. */
  target: Fraction | null;
}

/** An indicator with what it adds to the score. */
export interface ScoredIndicator extends Measured {
  /** Null where it cannot be said: no data, no target, or a target of 0. */
  attainment: Fraction | null;
  /** The part of the score that comes from here, in hundredths of a point, half up: for display. Null when it is left out. */
  points: number | null;
}

export interface Score {
  /** In hundredths of a point, half up; null when no indicator counts. */
  score: number | null;
  indicators: ScoredIndicator[];
}

const ZERO = new Fraction(0);
const BP = 10_000;

/**
 * actual / target, or target / actual where lower is better; null where there is no target, or one of 0, or no data. An
 * actual of 0 where lower is better cannot be bettered: it attains the cap.
 */
export function attainmentOf({ actual, target, lowerIsBetter, capBp }: Measured): Fraction | null {
  if (!actual || !target || target.equals(0)) return null;
  if (!lowerIsBetter) return actual.div(target);
  return actual.equals(0) ? new Fraction(capBp, BP) : target.div(actual);
}

/** A fraction within 0 and the cap. */
export function counted(attainment: Fraction, capBp: number): Fraction {
  const cap = new Fraction(capBp, BP);
  if (attainment.lt(0)) return ZERO;
  return attainment.gt(cap) ? cap : attainment;
}

/** Rounds half up to an integer; what is rounded here is never below 0. */
const halfUp = (value: Fraction): number => Number(value.add(1, 2).floor().n);

/** score = 100 x sum(weight x clamp(attainment, 0, cap)) / sum(weight), over the indicators that count. */
export function scoreOf(measured: readonly Measured[], missing: MissingPolicy): Score {
  const attained = measured.map((one) => ({ ...one, attainment: attainmentOf(one) }));
  const counts = attained.map(({ attainment, capBp }) => {
    if (attainment) return counted(attainment, capBp);
    return missing === 'ZERO' ? ZERO : null;
  });
  const weights = attained.reduce((sum, { weightBp }, place) => sum + (counts[place] ? weightBp : 0), 0);
  /** In hundredths of a point. */
  const parts = attained.map(({ weightBp }, place) =>
    counts[place] && weights > 0 ? counts[place].mul(weightBp).mul(BP).div(weights) : null,
  );
  const indicators = attained.map((one, place): ScoredIndicator => {
    const part = parts[place] ?? null;
    return { ...one, points: part && halfUp(part) };
  });
  if (weights === 0) return { score: null, indicators };
  const sum = parts.reduce((total: Fraction, part) => (part ? total.add(part) : total), ZERO);
  return { score: halfUp(sum), indicators };
}
