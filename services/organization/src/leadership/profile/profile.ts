/** What a leader has led, and for how long. Pure functions over plain data. */
import { addDays, type Day, daysBetween, type Interval } from '@salesgraph/calendar';
import type { Assignment } from '../../people/assignments.ts';

/** The assignments in which somebody leads, led or will lead, oldest first. */
export const positionsOf = (assignments: readonly Assignment[]): Assignment[] =>
  assignments.filter(({ leader }) => leader).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** How many of an interval's days have passed by the end of a day: 0 for one to come. */
export function daysUntil({ from, to }: Interval, day: Day): number {
  const end = to !== null && to <= day ? to : addDays(day, 1);
  return from < end ? daysBetween(from, end) : 0;
}

/**
 * On how many days up to and with a day at least one unit was led: days on which several were led count once.
 * @param terms in order of time
 */
export function tenureDays(terms: readonly Interval[], day: Day): number {
  let days = 0;
  let counted: Day | null = null;
  for (const term of terms) {
    const from: Day = counted !== null && counted > term.from ? counted : term.from;
    days += daysUntil({ from, to: term.to }, day);
    const end = term.to !== null && term.to <= day ? term.to : addDays(day, 1);
    if (counted === null || end > counted) counted = end;
  }
  return days;
}
