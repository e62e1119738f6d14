/** What a month's scores are computed from, in short: by it is noticed what comes late. */
import type { Month } from '@salesgraph/calendar';
import { NO_FACTS } from '../facts/facts.store.ts';
import type { Stores } from '../stores.ts';

/**
 * The watermarks of all months, or of one: equal ones mean the same facts and the same adjustments, of which there are only
 * ever more. Two calls, however many months.
 */
export async function watermarksOf(
  stores: Pick<Stores, 'facts' | 'adjustments'>,
  month?: Month,
): Promise<(month: Month) => string> {
  const [facts, adjustments] = await Promise.all([stores.facts.watermarks(month), stores.adjustments.counts(month)]);
  return (of) => {
    const count = adjustments.get(of) ?? 0;
    return `${facts.get(of) ?? NO_FACTS}${count === 0 ? '' : `+${count}`}`;
  };
}

/** The watermark of one month. */
export const watermarkOf = async (month: Month, stores: Pick<Stores, 'facts' | 'adjustments'>): Promise<string> =>
  (await watermarksOf(stores, month))(month);
