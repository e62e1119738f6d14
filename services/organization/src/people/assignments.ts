/** The rules of people and their assignments: pure functions over plain data. */
import type { Role } from '@salesgraph/access';
import { covers, type Day, type Interval, overlaps } from '@salesgraph/calendar';
import { idFromCode } from '@salesgraph/service-kit';
import { badValue, contradiction, type Fault, intervalFaults, textFaults, unknown } from '../faults.ts';
import { titleFaults } from '../titles/titles.ts';
import { coverAll, inOrder, isFounded, type Unit } from '../units/units.ts';
import { type Employment, employmentFaults } from './employment.ts';

/** A person in a unit with a role, from a day to a day (the last day excluded). */
export interface Assignment extends Interval {
  id: string;
  unitId: string;
  role: Role;
  primary: boolean;
  leader: boolean;
  /** Why it began, and who made the change that began it; null where nobody said. */
  reason: string | null;
  by: string | null;
}

/** What a person is called, from a day to a day: a record of its own that does not split assignments. */
export interface Title extends Interval {
  title: string;
}

/** The time in which the person stands in for another one. */
export interface Delegation {
  id: string;
  /** Who is absent. */
  fromId: string;
  from: Day;
  to: Day;
  reason: string | null;
  by: string | null;
}

export interface Person {
  id: string;
  code: string;
  name: string;
  hiredOn: Day | null;
  /** The first day on which the person no longer belongs to the company. */
  leftOn: Day | null;
  /** The times in which the person belonged to the company before, oldest first; none for most. */
  earlierEmployments?: (Employment & { leftOn: Day })[];
  /** In order of time. */
  assignments: Assignment[];
  /** In order of time, without overlap. */
  titles: Title[];
  /** For whom the person stands in, in order of time. */
  delegations: Delegation[];
}

/** How many assignments a person may have over time. */
export const MAX_ASSIGNMENTS = 200;
const MAX_CODE = 100;
const MAX_NAME = 200;

/** An assignment with the id that follows from what it says, so that repeated imports agree on it. */
export function identified(
  personCode: string,
  given: Omit<Assignment, 'id' | 'reason' | 'by'> & Partial<Pick<Assignment, 'reason' | 'by'>>,
): Assignment {
  const { unitId, role, primary, leader, from, to, reason = null, by = null } = given;
  const id = idFromCode('asg', JSON.stringify([personCode, unitId, role, primary, leader, from]));
  return { id, unitId, role, primary, leader, from, to, reason, by };
}

/** Assignments in order of time; those that begin on the same day the primary one first. */
export const arranged = (assignments: readonly Assignment[]): Assignment[] =>
  inOrder([...assignments].sort((a, b) => Number(b.primary) - Number(a.primary) || (a.id < b.id ? -1 : 1)));

const period = ({ from, to }: Interval) => `from ${from} to ${to ?? 'an unknown day'}`;

/** The assignments that hold on a day. */
export const assignmentsOn = (person: Pick<Person, 'assignments'>, day: Day): Assignment[] =>
  person.assignments.filter((assignment) => covers(assignment, day));

/** The primary assignment that holds on a day. */
export const primaryOn = (person: Pick<Person, 'assignments'>, day: Day): Assignment | null =>
  person.assignments.find((assignment) => assignment.primary && covers(assignment, day)) ?? null;

/** The first pair of intervals, of those that belong together, with a day in common. */
function firstOverlap(assignments: readonly Assignment[]): Assignment | null {
  const ordered = inOrder(assignments);
  let longest: Assignment | undefined;
  for (const assignment of ordered) {
    if (longest && overlaps(longest, assignment)) return assignment;
    if (!longest || assignment.to === null || (longest.to !== null && assignment.to > longest.to)) longest = assignment;
  }
  return null;
}

/** What is wrong with a person taken alone. */
export function personFaults(person: Person): Fault[] {
  const { code, name, assignments, titles } = person;
  const faults = [...textFaults('code', code, MAX_CODE), ...textFaults('name', name, MAX_NAME), ...titleFaults(titles)];
  if (assignments.length > MAX_ASSIGNMENTS) faults.push(badValue('assignments', `has more than ${MAX_ASSIGNMENTS}`));
  for (const [place, assignment] of assignments.entries()) {
    faults.push(...intervalFaults(`assignments.${place}.to`, assignment));
  }
  if (faults.length > 0) return faults;
  const second = firstOverlap(assignments.filter(({ primary }) => primary));
  if (second)
    faults.push(badValue('assignments', `hold a second primary assignment at the same time, ${period(second)}`));
  const alike = Map.groupBy(
    assignments,
    ({ unitId, role, primary, leader }) => `${unitId} ${role} ${primary} ${leader}`,
  );
  for (const some of alike.values()) {
    const again = firstOverlap(some);
    if (again && !again.primary) faults.push(badValue('assignments', `state the same twice, again ${period(again)}`));
  }
  return [...faults, ...employmentFaults(person)];
}

/** What is wrong with the units of a person's assignments: each must exist for as long as the assignment holds. */
export function placementFaults({ assignments }: Person, units: ReadonlyMap<string, Unit>): Fault[] {
  return assignments.flatMap((assignment, place) => {
    const unit = units.get(assignment.unitId);
    if (!unit || !isFounded(unit)) return [unknown(`assignments.${place}.unit`, 'names no unit that exists')];
    if (coverAll(unit.records, assignment)) return [];
    return [
      contradiction(
        `assignments.${place}.unit`,
        `names ${unit.code}, which does not exist for the whole time ${period(assignment)}`,
      ),
    ];
  });
}

/** What is unusual but allowed: somebody led or worked before the day of hiring. */
export const warningsOf = ({ hiredOn, assignments }: Person): Fault[] =>
  assignments.flatMap(({ from }, place) =>
    hiredOn !== null && from < hiredOn
      ? [
          {
            field: `assignments.${place}.from`,
            message: `is before the day of hiring, ${hiredOn}`,
            code: 'BEFORE_HIRE' as const,
          },
        ]
      : [],
  );

/** The units that a person leads at some time. */
export const unitsLed = (person: Pick<Person, 'assignments'>): string[] => [
  ...new Set(person.assignments.filter(({ leader }) => leader).map(({ unitId }) => unitId)),
];

/**
 * Who would lead a unit while somebody else does: one leader a unit at a time.
 * @param changed people as they would be
 * @param others people as recorded; those who are among the changed are left out
 * @returns faults by the id of the changed person to blame; of two changed people it is the later in the list
 */
export function leaderFaults(changed: readonly Person[], others: readonly Person[]): Map<string, Fault[]> {
  const faults = new Map<string, Fault[]>();
  const own = new Set(changed.map(({ id }) => id));
  const led = new Map<string, { code: string; assignment: Assignment }[]>();
  const enter = ({ code, assignments }: Person) => {
    for (const assignment of assignments.filter(({ leader }) => leader)) {
      led.set(assignment.unitId, [...(led.get(assignment.unitId) ?? []), { code, assignment }]);
    }
  };
  for (const person of others) if (!own.has(person.id)) enter(person);
  for (const person of changed) {
    const found = person.assignments.flatMap((assignment, place) => {
      if (!assignment.leader) return [];
      const rival = led.get(assignment.unitId)?.find((one) => overlaps(one.assignment, assignment));
      const message = rival && `is taken: ${rival.code} leads the unit ${period(rival.assignment)}`;
      return message ? [contradiction(`assignments.${place}.leader`, message)] : [];
    });
    const twice = firstLedTwice(person);
    if (twice) found.push(badValue('assignments', `lead the same unit twice, again ${period(twice)}`));
    if (found.length > 0) faults.set(person.id, found);
    else enter(person);
  }
  return faults;
}

function firstLedTwice(person: Person): Assignment | null {
  const units = Map.groupBy(
    person.assignments.filter(({ leader }) => leader),
    ({ unitId }) => unitId,
  );
  for (const some of units.values()) {
    const again = firstOverlap(some);
    if (again) return again;
  }
  return null;
}

/** A person with one more assignment; a new primary one ends the primary one that holds on its first day. */
export function assigned(person: Person, assignment: Assignment): Person {
  const assignments = person.assignments.map((one) =>
    assignment.primary && one.primary && one.from < assignment.from && covers(one, assignment.from)
      ? { ...one, to: assignment.from }
      : one,
  );
  return { ...person, assignments: arranged([...assignments, assignment]) };
}

/** A person one of whose assignments ends on a day before its end. */
export function ended(person: Person, assignmentId: string, to: Day): Person | Fault {
  const present = person.assignments.find(({ id }) => id === assignmentId);
  if (!present) return unknown('assignmentId', 'names no assignment of the person');
  if (to <= present.from) return badValue('to', `must be after ${present.from}, when the assignment begins`);
  if (present.to !== null && to >= present.to)
    return badValue('to', `must be before ${present.to}, when it ends already`);
  return { ...person, assignments: person.assignments.map((one) => (one === present ? { ...one, to } : one)) };
}

/** Whether two states of a person say the same; why and by whom an interval began is no part of that. */
export const samePerson = (a: Person, b: Person): boolean => {
  const said = ({ code, name, hiredOn, leftOn, assignments, titles, delegations }: Person) =>
    JSON.stringify([
      ...[code, name, hiredOn, leftOn],
      arranged(assignments).map(({ id, to }) => [id, to]),
      inOrder(titles).map(({ title, from, to }) => [title, from, to]),
      delegations.map(({ id, from, to }) => [id, from, to]),
    ]);
  return said(a) === said(b);
};

/**
 * The manager: who leads the nearest unit, from the own one upwards, that has a leader other than the person.
 * @param leaders who leads each of the units upwards, nearest first; null while vacant
 */
export const managerAmong = <P extends { id: string }>(personId: string, leaders: readonly (P | null)[]): P | null =>
  leaders.find((leader) => leader !== null && leader.id !== personId) ?? null;
