/** Exact values as the graph shows them. */
import { currencyPlaces, formatRatio } from '@salesgraph/service-kit';
import Fraction from 'fraction.js';
import { metricOf } from '../metrics/metrics.ts';

const RATIO_PLACES = 6;

const rounded = (exact: string, places: number): string => {
  const { s, n, d } = new Fraction(exact);
  return formatRatio(s * n, d, places);
};

/** Hundredths as a decimal: 8765 is `87.65`. */
export const shownHundredths = (hundredths: number | null): string | null =>
  hundredths === null ? null : formatRatio(BigInt(hundredths), 100n, 2);

/** Basis points as a ratio: 2,500 is `0.250000`. */
export const shownBasisPoints = (bp: number): string => formatRatio(BigInt(bp), 10_000n, RATIO_PLACES);

/** An exact ratio such as `1/3` with 6 places, half even. */
export const shownRatio = (exact: string | null): string | null =>
  exact === null ? null : rounded(exact, RATIO_PLACES);

/** A value of a metric: money with the places of its currency, counts whole, everything else with 6 places, half even. */
export function shownValue(metric: string, exact: string | null, currency: string): string | null {
  if (exact === null) return null;
  const unit = metricOf(metric)?.unit;
  if (unit === 'MONEY') return rounded(exact, currencyPlaces(currency));
  return rounded(exact, unit === 'COUNT' ? 0 : RATIO_PLACES);
}
