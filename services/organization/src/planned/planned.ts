/** What will take effect by itself on days to come: read off the intervals of units and people, never kept beside them. */
import type { Day } from '@salesgraph/calendar';
import type { Assignment, Person } from '../people/assignments.ts';
import { employmentsOf } from '../people/employment.ts';
import type { Unit } from '../units/units.ts';

export type PlannedKind =
  | 'UNIT_BEGINS'
  | 'UNIT_RENAMED'
  | 'UNIT_MOVED'
  | 'UNIT_ENDS'
  | 'EMPLOYMENT_BEGINS'
  | 'EMPLOYMENT_ENDS'
  | 'ASSIGNMENT_BEGINS'
  | 'ASSIGNMENT_ENDS';

/** Something that happens on a day to come. */
export interface Planned<U extends Unit = Unit, P extends Person = Person> {
  on: Day;
  kind: PlannedKind;
  unit?: U;
  person?: P;
  assignment?: Assignment;
  reason: string | null;
  by: string | null;
}

const UNSAID = { reason: null, by: null };

/** What is planned of a unit after today. */
export function plannedOfUnit<U extends Unit>(unit: U, today: Day): Planned<U, never>[] {
  return unit.records.flatMap((record, place) => {
    const found: Planned<U, never>[] = [];
    const [before, after] = [unit.records[place - 1], unit.records[place + 1]];
    const { reason = null, by = null } = record;
    const begins = (kind: PlannedKind) => found.push({ on: record.from, kind, unit, reason, by });
    if (record.from > today) {
      if (before?.to !== record.from) begins('UNIT_BEGINS');
      else {
        if (before.name !== record.name) begins('UNIT_RENAMED');
        if (before.parentId !== record.parentId) begins('UNIT_MOVED');
      }
    }
    if (record.to !== null && record.to > today && after?.from !== record.to)
      found.push({ on: record.to, kind: 'UNIT_ENDS', unit, ...UNSAID });
    return found;
  });
}

/** What is planned of a person after today. */
export function plannedOfPerson<P extends Person>(person: P, today: Day): Planned<never, P>[] {
  const found: Planned<never, P>[] = [];
  for (const { hiredOn, leftOn } of employmentsOf(person)) {
    if (hiredOn !== null && hiredOn > today) found.push({ on: hiredOn, kind: 'EMPLOYMENT_BEGINS', person, ...UNSAID });
    if (leftOn !== null && leftOn > today) found.push({ on: leftOn, kind: 'EMPLOYMENT_ENDS', person, ...UNSAID });
  }
  for (const assignment of person.assignments) {
    const { from, to, reason, by } = assignment;
    if (to !== null && to > today) found.push({ on: to, kind: 'ASSIGNMENT_ENDS', person, assignment, ...UNSAID });
    if (from > today) found.push({ on: from, kind: 'ASSIGNMENT_BEGINS', person, assignment, reason, by });
  }
  return found;
}

/** What tells planned changes apart and puts them in order: the day, the unit or person, and what happens to it. */
export const placeOf = ({ on, kind, unit, person, assignment }: Planned): string[] => [
  on,
  person ? '2' : '1',
  (person ?? unit)!.code,
  kind,
  assignment?.id ?? '',
];

/** In the order of days; on one day units before people, each in code order. */
export function inOrderOfDays<Entry extends Planned>(entries: readonly Entry[]): Entry[] {
  const placed = entries.map((entry) => ({ entry, place: placeOf(entry) }));
  const before = (a: string[], b: string[]) => {
    const place = a.findIndex((part, n) => part !== b[n]);
    return place < 0 ? 0 : a[place]! < b[place]! ? -1 : 1;
  };
  return placed.sort((a, b) => before(a.place, b.place)).map(({ entry }) => entry);
}
