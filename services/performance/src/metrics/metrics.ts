/** What each metric is and how its actual value follows from facts: exact rationals, no rounding. */
import { currencyPlaces } from '@salesgraph/service-kit';
import Fraction from 'fraction.js';
import type { Participation } from './participations.ts';

/** What a metric's values are measured in. */
export type MetricUnit = 'MONEY' | 'COUNT' | 'RATIO' | 'DAYS' | 'POINTS';

export interface MetricDefinition {
  code: string;
  unit: MetricUnit;
  lowerIsBetter: boolean;
  /** Of units only: a person has no such figure. */
  unitsOnly: boolean;
  /** Whether what is carried from locked months counts. */
  countsAdjustments: boolean;
  /** What a deal's participations say; null for a metric of which there are no facts here yet. */
  measure: ((deals: readonly Participation[], ground: Ground) => Measured) | null;
}

/** What a value is reckoned on beside the deals. */
export interface Ground {
  /** What the company reports in. */
  currency: string;
  /** Whether the subject has any target in the month: then a sum over nothing is 0 and not unknown. */
  hasTargets: boolean;
}

/** A metric's actual value: money in major units, ratios 0 to 1, days and counts as such. */
export interface Measured {
  /** Exact; null where there is nothing to measure. */
  actual: Fraction | null;
  /** The participations that the value rests on, in the order of the facts' ids. */
  credits: readonly Participation[];
}

const NOTHING: Measured = { actual: null, credits: [] };

const isWon = ({ fact }: Participation): boolean => fact.status === 'WON';

/** Sums and counts over nothing are 0 for a subject that has targets or anything closed, else unknown. */
const counted = (deals: readonly Participation[], { hasTargets }: Ground): boolean => hasTargets || deals.length > 0;

/** The sum of the credits of deals won. */
function salesAmount(deals: readonly Participation[], ground: Ground): Measured {
  if (!counted(deals, ground)) return NOTHING;
  const credits = deals.filter((deal) => isWon(deal) && deal.shareBp > 0);
  const minor = credits.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
  return { actual: new Fraction(minor, 10n ** BigInt(currencyPlaces(ground.currency))), credits };
}

/** How many deals were won in which the subject has a part. */
function dealsWon(deals: readonly Participation[], ground: Ground): Measured {
  if (!counted(deals, ground)) return NOTHING;
  const credits = deals.filter(isWon);
  return { actual: new Fraction(credits.length), credits };
}

/** won / (won + lost), of the deals the subject owns. */
function winRate(deals: readonly Participation[]): Measured {
  const credits = deals.filter(({ owns }) => owns);
  if (credits.length === 0) return NOTHING;
  return { actual: new Fraction(credits.filter(isWon).length, credits.length), credits };
}

/** The mean of whole days from engaged to won, of the deals the subject owns. */
function cycleDays(deals: readonly Participation[]): Measured {
  const credits = deals.filter((deal) => isWon(deal) && deal.owns && deal.days !== null);
  if (credits.length === 0) return NOTHING;
  const days = credits.reduce((sum, deal) => sum + (deal.days ?? 0), 0);
  return { actual: new Fraction(days, credits.length), credits };
}

const define = (
  code: string,
  unit: MetricUnit,
  measure: MetricDefinition['measure'] = null,
  { lowerIsBetter = false, unitsOnly = false, countsAdjustments = false } = {},
): MetricDefinition => ({ code, unit, lowerIsBetter, unitsOnly, countsAdjustments, measure });

/** The metrics of the field. Others are data: targets of them are kept, facts of them are not known. */
const DEFINITIONS = [
  define('SALES_AMOUNT', 'MONEY', salesAmount, { countsAdjustments: true }),
  define('DEALS_WON', 'COUNT', dealsWon),
  define('WIN_RATE', 'RATIO', winRate),
  define('CYCLE_DAYS', 'DAYS', cycleDays, { lowerIsBetter: true }),
  define('UNITS_DELIVERED', 'COUNT'),
  define('CSAT', 'POINTS'),
  define('NPS', 'POINTS'),
  define('LEAD_RESPONSE', 'RATIO'),
  define('MARKET_SHARE', 'RATIO', null, { unitsOnly: true }),
  define('TRAINING', 'RATIO'),
];

const METRICS: ReadonlyMap<string, MetricDefinition> = new Map(DEFINITIONS.map((one) => [one.code, one]));

/** A metric of the field; null for a custom one. */
export const metricOf = (code: string): MetricDefinition | null => METRICS.get(code) ?? null;

/** Whether a smaller value is the better one, so that attainment is target / actual. */
export const lowerIsBetter = (code: string): boolean => METRICS.get(code)?.lowerIsBetter ?? false;

/** A code as metrics have it, custom ones too. */
export const isMetricCode = (text: string): boolean => /^[A-Z][A-Z0-9_]{0,49}$/.test(text);

/**
 * The actual value of a metric for one subject and month.
 * @param parts the subject's participations in the deals closed in the month, and in what is carried into it
 */
export function measured(metric: string, parts: readonly Participation[], ground: Ground): Measured {
  const definition = METRICS.get(metric);
  if (!definition?.measure) return NOTHING;
  const counting = definition.countsAdjustments ? parts : parts.filter(({ adjusts }) => adjusts === undefined);
  return definition.measure(counting, ground);
}
