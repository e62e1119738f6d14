/** Head count over time. Pure functions over plain data. */
import { addDays, addMonths, type Day, firstDay, monthOf } from '@salesgraph/calendar';
import type { Coverage } from './coverage.ts';
import type { Stretch } from './seats.store.ts';

export type ReportStep = 'DAY' | 'MONTH' | 'QUARTER' | 'YEAR';

/** A step: days from `from` up to but not including `to`. */
export interface Step {
  from: Day;
  to: Day;
}

/** How many steps a head count has at most. */
export const MOST_STEPS = 400;

const MONTHS = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const;

/** What days of the same step have in common. */
function periodOf(day: Day, by: ReportStep): string {
  if (by === 'DAY') return day;
  if (by === 'MONTH') return day.slice(0, 7);
  return by === 'YEAR' ? day.slice(0, 4) : `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The first day of the step after the one in which a day lies. */
function nextStep(day: Day, by: ReportStep): Day {
  if (by === 'DAY') return addDays(day, 1);
  const months = MONTHS[by];
  const begun = (Number(day.slice(5, 7)) - 1) % months;
  return firstDay(addMonths(monthOf(day), months - begun));
}

/**
 * The steps of an interval, oldest first: whole ones of the calendar, the first and the last cut where the interval begins and
 * ends. @returns null when there are more than `MOST_STEPS`
 */
export function stepsOf({ from, to }: Step, by: ReportStep): Step[] | null {
  if (to <= from) return [];
  const lastDay = addDays(to, -1);
  const steps: Step[] = [];
  for (let begins = from; begins < to; ) {
    if (steps.length === MOST_STEPS) return null;
    const ends: Day = periodOf(begins, by) === periodOf(lastDay, by) ? to : nextStep(begins, by);
    steps.push({ from: begins, to: ends });
    begins = ends;
  }
  return steps;
}

/** The place of the first day that is not before another one, in days in order. */
function firstFrom(days: readonly Day[], day: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How many people there are on each of some days in the units that a report covers on that day.
 * @param days in order
 * @param stretches primary assignments, alike ones counted together; those outside of the report do not count
 */
export function countsOn(
  days: readonly Day[],
  stretches: readonly Stretch[],
  coverage: Pick<Coverage, 'on'>,
): number[] {
  // Days on which the report covers the same units, together.
  const runs: { from: number; to: number; covered: readonly string[]; units: Set<string> }[] = [];
  for (const [place, day] of days.entries()) {
    const covered = coverage.on(day);
    const last = runs.at(-1);
    if (last?.covered === covered) last.to = place + 1;
    else runs.push({ from: place, to: place + 1, covered, units: new Set(covered) });
  }
  const changes = new Array<number>(days.length + 1).fill(0);
  for (const { unitId, from, to, count } of stretches) {
    const [begins, ends] = [firstFrom(days, from), to === null ? days.length : firstFrom(days, to)];
    for (const run of runs) {
      const [first, end] = [Math.max(begins, run.from), Math.min(ends, run.to)];
      if (first >= end || !run.units.has(unitId)) continue;
      changes[first]! += count;
      changes[end]! -= count;
    }
  }
  let sum = 0;
  return days.map((_, place) => {
    sum += changes[place]!;
    return sum;
  });
}
