/** Which of a person's assignments is the primary one, where a source states several at a time and does not say. */
import type { Day } from '@salesgraph/calendar';

interface Stretch {
  from: Day;
  to: Day | null;
}

/** A part of a stretch that is primary, or not, from beginning to end. */
export interface Placed<T extends Stretch> extends Stretch {
  of: T;
  primary: boolean;
}

/**
 * At most one primary assignment at a time, and no day is lost: in order of their first days what begins earlier stands,
 * and a later stretch is a second, non-primary assignment while an earlier one is primary, and the primary one from there on.
 * @returns in order of time; a stretch that outlasts the one it overlaps comes out in two parts
 */
export function onePrimaryAtATime<T extends Stretch>(stretches: readonly T[]): Placed<T>[] {
  const placed: Placed<T>[] = [];
  /** Until when there is a primary assignment; null for good. */
  let until: Day | null = '';
  for (const of of [...stretches].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const { from, to }: Stretch = of;
    if (until !== null && from >= until) {
      placed.push({ of, from, to, primary: true });
      until = to;
    } else if (until === null || (to !== null && to <= until)) {
      placed.push({ of, from, to, primary: false });
    } else {
      placed.push({ of, from, to: until, primary: false }, { of, from: until, to, primary: true });
      until = to;
    }
  }
  return placed;
}

/** What a mapping says of a row that overlaps an earlier one. */
export const SECOND_AT_A_TIME =
  'overlaps an earlier one of the person: for that time a second assignment, not the primary one';
