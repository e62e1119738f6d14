import { compareDays, type Day, daysBetween } from './day.ts';
import { dayAfterMonth, firstDay, type Month } from './month.ts';

/** Days from `from` up to but not including `to`; `to: null` has no end yet. Empty where `to` is not after `from`. */
export interface Interval {
  readonly from: Day;
  readonly to: Day | null;
}

/** Whether a day lies in an interval. */
export const covers = ({ from, to }: Interval, day: Day): boolean => from <= day && (to === null || day < to);

/** Whether two intervals have a day in common; an empty one has none. */
export function overlaps(a: Interval, b: Interval): boolean {
  const from = compareDays(a.from, b.from) > 0 ? a.from : b.from;
  return covers(a, from) && covers(b, from);
}

/** How many days of a month lie in an interval: 0 to 31. @throws RangeError for what is no day or month */
export function activeDays({ from, to }: Interval, month: Month): number {
  const first = firstDay(month);
  const after = dayAfterMonth(month);
  const start = from > first ? from : first;
  const end = to !== null && to < after ? to : after;
  return start < end ? daysBetween(start, end) : 0;
}
