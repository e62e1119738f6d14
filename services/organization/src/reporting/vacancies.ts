/** Units that nobody leads, or soon will. Pure functions over plain data. */
import { covers, type Day, daysBetween } from '@salesgraph/calendar';
import { recordOn, type Unit } from '../units/units.ts';
import type { Term } from './leadership-terms.ts';

export interface Vacancy<U> {
  unit: U;
  kind: 'VACANT' | 'SOON_VACANT';
  /** The first day without a leader. */
  since: Day;
  lastLeaderId: string | null;
  next: Term | null;
}

/** The first day of the time, without a gap, for which a unit has existed on a day. */
function beginningOf({ records }: Unit, day: Day): Day {
  let from = day;
  for (const record of records.toReversed()) {
    if (record.from <= from && (record.to === null || record.to >= from)) from = record.from;
  }
  return from;
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** The vacancy of a unit that exists on a day. @param terms who leads it when, oldest first; never two at a time */
export function vacancyOf<U extends Unit>(
  unit: U,
  terms: readonly Term[],
  day: Day,
  withinDays: number,
): Vacancy<U> | null {
  const present = terms.find((term) => covers(term, day));
  if (!present) {
    const last = terms.findLast(({ to }) => to !== null && to <= day);
    const beginning = beginningOf(unit, day);
    return {
      ...{ unit, kind: 'VACANT' },
      since: last ? later(last.to!, beginning) : beginning,
      lastLeaderId: last?.personId ?? null,
      next: terms.find(({ from }) => from > day) ?? null,
    };
  }
  // Where somebody follows at once there is no vacancy between.
  let ends = present;
  for (const term of terms) if (term.from === ends.to) ends = term;
  if (ends.to === null || daysBetween(day, ends.to) > withinDays || !recordOn(unit, ends.to)) return null;
  return {
    ...{ unit, kind: 'SOON_VACANT', since: ends.to },
    lastLeaderId: ends.personId,
    next: terms.find(({ from }) => from > ends.to!) ?? null,
  };
}

/** Vacancies in order: those that began first first, equal ones in the order of the units' codes. */
export const vacanciesInOrder = <U extends Unit>(vacancies: (Vacancy<U> | null)[]): Vacancy<U>[] =>
  vacancies
    .filter((one) => one !== null)
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.unit.code < b.unit.code ? -1 : 1));
