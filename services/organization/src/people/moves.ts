/**
 * How people move through the company: hired, transferred, promoted, seconded, gone and back. Pure functions over plain data;
 * each begins or ends intervals and overwrites none. Whether the whole is sound is judged afterwards.
 */
import type { Role } from '@salesgraph/access';
import { covers, type Day } from '@salesgraph/calendar';
import type { Begun } from '../audit.ts';
import { badValue, contradiction, type Fault, unknown } from '../faults.ts';
import { type Assignment, arranged, identified, type Person, primaryOn, samePerson } from './assignments.ts';
import { type Employment, employmentsOf } from './employment.ts';

/** Where somebody goes. */
export interface Placement {
  unitId: string;
  role: Role;
  leader: boolean;
  from: Day;
  to?: Day | null;
}

/** What becomes of the unit that somebody leads and leaves: it is vacant, still led by them, or led by a successor. */
export type LeadershipLeft = 'END' | 'KEEP' | 'HAND_OVER';

const since = (from: Day) => `on ${from}`;
/** Whether an assignment is the primary one until a day. */
const endsInto = (day: Day) => (one: Assignment) => one.primary && one.to === day;
const noPrimary = (from: Day) =>
  contradiction('from', `is no day on which the person has a primary assignment: ${from}`);

/** Intervals that end on a day at the latest; those that would begin later are gone. */
const endedBy = <T extends { from: Day; to: Day | null }>(intervals: readonly T[], day: Day): T[] =>
  intervals
    .filter(({ from }) => from < day)
    .map((one) => (one.to === null || one.to > day ? { ...one, to: day } : one));

const primary = (
  person: Pick<Person, 'code'>,
  { unitId, role, leader, from, to }: Placement,
  begun: Begun,
): Assignment => identified(person.code, { unitId, role, leader, from, to: to ?? null, primary: true, ...begun });

/** A person as hired: with the first primary assignment from that day on. */
export const hired = (person: Person, placement: Placement, begun: Begun): Person => ({
  ...person,
  hiredOn: placement.from,
  assignments: [primary(person, placement, begun)],
});

/** What a primary assignment says. */
const STATED = ['unitId', 'role', 'leader'] as const;

/**
 * Whether another primary assignment may stand in place of one that begins on the same day: as long as the day is to come, or
 * where it changes nothing that the present one changed against the one before.
 */
function mayReplace(present: Assignment, next: Assignment, before: Assignment | null, today: Day): boolean {
  if (present.from > today) return true;
  const changed = STATED.filter((key) => present[key] !== next[key]);
  return before !== null && changed.length > 0 && changed.every((key) => present[key] === before[key]);
}

/**
 * A person with another primary assignment from a day on, until the present one would have ended. One that begins on that day
 * is replaced where `mayReplace` lets it.
 * @param leadership what becomes of the old unit, if the person leads it and leaves it
 * @param codeOf the code of a unit, to name it by
 */
export function transferred(
  person: Person,
  placement: Placement,
  leadership: LeadershipLeft | null,
  codeOf: (unitId: string) => string,
  begun: Begun,
  today: Day,
): Person | Fault {
  const { from, unitId } = placement;
  const present = primaryOn(person, from);
  if (!present) return noPrimary(from);
  const next = primary(person, { ...placement, to: placement.to ?? present.to }, begun);
  const replaces = present.from === from;
  const before = replaces && person.hiredOn !== from ? (person.assignments.find(endsInto(from)) ?? null) : null;
  if (replaces && !mayReplace(present, next, before, today))
    return badValue('from', 'is the first day of the present assignment: what that says can only be corrected');
  const leaves = present.unitId !== unitId;
  const led = person.assignments.filter((one) => one.leader && one.unitId === present.unitId && covers(one, from));
  // Whoever was only to lead the unit from that day on leaves nothing behind, and need say nothing.
  const ledBefore = person.assignments.some(
    (one) => one.leader && one.unitId === present.unitId && one.from < from && (one.to === null || one.to >= from),
  );
  if (leaves && led.length > 0 && ledBefore && leadership === null)
    return contradiction(
      'leadership',
      `must say what becomes of ${codeOf(present.unitId)}, which ${person.code} leads`,
    );
  if (leadership !== null && !(leaves && led.length > 0))
    return badValue('leadership', 'is for somebody who leaves a unit that they lead');

  const kept = person.assignments.flatMap((one) => {
    const ends = { ...one, to: from };
    if (one === present) {
      const stays = replaces ? [] : [ends];
      if (!one.leader || leadership !== 'KEEP') return stays;
      const { role, to } = one;
      const goesOn = { unitId: one.unitId, role, primary: false, leader: true, from, to, ...begun };
      return [...stays, identified(person.code, goesOn)];
    }
    if (leadership === null || leadership === 'KEEP' || !led.includes(one)) return [one];
    return one.from < from ? [ends] : [];
  });
  if (before === null || STATED.some((key) => before[key] !== next[key]))
    return { ...person, assignments: arranged([...kept, next]) };
  // Nothing changes on the day any more.
  return { ...person, assignments: kept.map((one) => (one === before ? { ...before, to: next.to } : one)) };
}

/** A person in another role from a day on, in the same unit or another one. */
export function promoted(
  person: Person,
  {
    unitId,
    leader,
    ...rest
  }: Omit<Placement, 'unitId' | 'leader'> & { unitId?: string | null; leader?: boolean | null },
  leadership: LeadershipLeft | null,
  codeOf: (unitId: string) => string,
  begun: Begun,
  today: Day,
): Person | Fault {
  const present = primaryOn(person, rest.from);
  if (!present) return noPrimary(rest.from);
  if (present.role === rest.role) return badValue('role', 'is that of the present assignment');
  const to = unitId ?? present.unitId;
  const leads = leader ?? (to === present.unitId && present.leader);
  return transferred(person, { ...rest, unitId: to, leader: leads }, leadership, codeOf, begun, today);
}

/** A person who also works in another unit for a time. */
export function seconded(person: Person, placement: Placement & { to: Day }, begun: Begun): Person | Fault {
  const present = primaryOn(person, placement.from);
  if (!present) return noPrimary(placement.from);
  if (present.unitId === placement.unitId) return badValue('unitId', 'is the unit of the primary assignment');
  const { unitId, role, leader, from, to } = placement;
  const second = identified(person.code, { unitId, role, leader, from, to, primary: false, ...begun });
  return { ...person, assignments: arranged([...person.assignments, second]) };
}

/** A person who leads a unit from a day on, as what they are there. */
export function leadingFrom(person: Person, unitId: string, from: Day, begun: Begun): Person | Fault {
  const there = person.assignments.filter((one) => one.unitId === unitId && covers(one, from));
  const present = there.find(({ leader }) => leader) ?? there.find((one) => one.primary) ?? there[0];
  if (!present) return unknown('successorId', `names nobody who is in the unit ${since(from)}`);
  if (present.leader) return person;
  const leads = identified(person.code, { ...present, leader: true, from, ...begun });
  const assignments = person.assignments.flatMap((one) => {
    if (one !== present) return [one];
    return one.from < from ? [{ ...one, to: from }, leads] : [leads];
  });
  return { ...person, assignments: arranged(assignments) };
}

/** A person who leaves the company: every assignment ends, and with it what they lead; what would begin later does not. */
export function left(person: Person, on: Day, today: Day): Person | Fault {
  const { hiredOn, leftOn, assignments } = person;
  if (leftOn !== null && leftOn <= on) return contradiction('on', `must be before ${leftOn}, when the person leaves`);
  if (hiredOn !== null && on <= hiredOn) return badValue('on', `must be after the day of hiring, ${hiredOn}`);
  const begun = assignments.find(({ from }) => from >= on && from <= today);
  if (begun) return contradiction('on', `must be after ${begun.from}, when an assignment began`);
  return {
    ...person,
    leftOn: on,
    assignments: endedBy(assignments, on),
    titles: endedBy(person.titles, on),
    delegations: person.delegations
      .filter(({ from }) => from < on)
      .map((one) => (one.to > on ? { ...one, to: on } : one)),
  };
}

/** A person who had left and comes back. */
export function rehired(person: Person, placement: Placement, begun: Begun): Person | Fault {
  const { leftOn, hiredOn, earlierEmployments = [] } = person;
  if (leftOn === null) return contradiction('employeeId', 'names somebody who has not left');
  if (placement.from < leftOn) return contradiction('from', `must not be before ${leftOn}, when the person leaves`);
  return {
    ...person,
    hiredOn: placement.from,
    leftOn: null,
    earlierEmployments: [...earlierEmployments, { hiredOn, leftOn }],
    assignments: arranged([...person.assignments, primary(person, placement, begun)]),
  };
}

/**
 * A person without what is planned for one day to come. Assignments that would begin then do not, and the primary one before
 * goes on instead; so it does without an end, or without leaving, that was planned: until the next one, and no longer than the
 * person stays. What leaving had cut short beside it, such as a secondment, stays so. Of leaving and coming back on one day it
 * is coming back that is taken back, and leaving the next time.
 */
export function withoutPlan(person: Person, on: Day, today: Day): Person | Fault {
  if (on <= today) return badValue('on', `must be after today, ${today}: what has begun can only be corrected`);
  const begins = person.assignments.filter(({ from }) => from === on);
  const employments = employmentsOf(person);
  const leaves = employments.some(({ leftOn }) => leftOn === on) && !employments.some(({ hiredOn }) => hiredOn === on);
  const restored = employmentsWithout(employments, on);
  const stays = restored.findLast(({ hiredOn }) => hiredOn === null || hiredOn < on)?.leftOn ?? null;
  const nextPrimary = person.assignments.find((one) => one.primary && one.from > on)?.from ?? null;
  const nextTitle = person.titles.find(({ from }) => from >= on)?.from ?? null;

  /** Until when an assignment that was to end on the day goes on. */
  const reopened = (one: Assignment): Day | null => {
    const follower = begins.find((next) =>
      one.primary ? next.primary : !next.primary && next.unitId === one.unitId && next.role === one.role,
    );
    if (follower) return earlier(follower.to, stays);
    if (one.primary) return earlier(nextPrimary, stays);
    return leaves && one.leader ? stays : on;
  };
  const assignments = person.assignments
    .filter(({ from }) => from !== on)
    .map((one) => (one.to === on ? { ...one, to: reopened(one) } : one));
  const titles = person.titles.map((one) =>
    leaves && one.to === on ? { ...one, to: earlier(nextTitle, stays) } : one,
  );
  const next = { ...person, ...employedAs(restored), assignments, titles };
  return samePerson(next, person) ? badValue('on', 'is no day for which anything is planned of the person') : next;
}

/** The earlier of two days, where null is the end of time. */
const earlier = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b < a) ? b : a);

/** When a person belongs to the company if neither coming nor, else, leaving on a day takes place. */
function employmentsWithout(employments: readonly Employment[], on: Day): Employment[] {
  const coming = employments.findLastIndex(({ hiredOn }) => hiredOn === on);
  if (coming > 0) return employments.filter((_, place) => place !== coming);
  return employments.flatMap((one, place) => {
    if (coming === place) return [{ ...one, hiredOn: null }];
    if (coming < 0 && one.leftOn === on) return [{ ...one, leftOn: employments[place + 1]?.leftOn ?? null }];
    // Who does not leave does not come back either.
    return coming < 0 && place > 0 && employments[place - 1]!.leftOn === on ? [] : [one];
  });
}

/** Employments as a person has them: the last one, and those before it. */
function employedAs(employments: readonly Employment[]): Pick<Person, 'hiredOn' | 'leftOn' | 'earlierEmployments'> {
  const ended = ({ hiredOn, leftOn }: Employment) => (leftOn === null ? [] : [{ hiredOn, leftOn }]);
  return { ...employments.at(-1)!, earlierEmployments: employments.slice(0, -1).flatMap(ended) };
}
