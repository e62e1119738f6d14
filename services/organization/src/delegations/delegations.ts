/** The rules of standing in for somebody: pure functions over plain data. */
import { covers, type Day, daysBetween, type Interval, overlaps } from '@salesgraph/calendar';
import { idFromCode } from '@salesgraph/service-kit';
import { badValue, contradiction, type Fault, intervalFaults, unknown } from '../faults.ts';
import type { Delegation, Person } from '../people/assignments.ts';
import { coverAll, inOrder } from '../units/units.ts';

/** How long somebody may be represented at a stretch: a year, a leap year's day included. */
export const MAX_DAYS = 366;
/** How often a person may stand in for others over time. */
export const MAX_DELEGATIONS = 200;
const MAX_REASON = 1_000;

/** An absence as it is asked for. */
export type Absence = Pick<Delegation, 'from' | 'to' | 'reason' | 'by'>;

type Employed = Pick<Person, 'code' | 'hiredOn' | 'leftOn' | 'assignments'>;

const period = ({ from, to }: Interval) => `from ${from} to ${to}`;

/** Whether somebody belongs to the company, with an assignment, on every day of a time. */
const isEmployed = ({ hiredOn, leftOn, assignments }: Employed, time: Absence): boolean =>
  (hiredOn === null || hiredOn <= time.from) && (leftOn === null || time.to <= leftOn) && coverAll(assignments, time);

function absenceFaults(absence: Absence, today: Day): Fault[] {
  const faults = intervalFaults('to', absence);
  if (absence.from < today) faults.push(badValue('from', `lies before today, ${today}`));
  if (daysBetween(absence.from, absence.to) > MAX_DAYS) faults.push(badValue('to', 'is more than a year after from'));
  if ((absence.reason?.length ?? 0) > MAX_REASON) {
    faults.push(badValue('reason', `has more than ${MAX_REASON} characters`));
  }
  return faults;
}

/**
 * A person who stands in for another one from now on or later, for a year at most.
 * @param today no absence begins before: what was done until now was done as oneself
 */
export function standingIn(standIn: Person, absent: Person, absence: Absence, today: Day): Person | Fault[] {
  const faults = absenceFaults(absence, today);
  if (standIn.id === absent.id) faults.push(badValue('toId', 'is who is absent'));
  if (faults.length > 0) return faults;
  if (!isEmployed(absent, absence)) {
    faults.push(
      contradiction('fromId', `names ${absent.code}, who holds no role for the whole time ${period(absence)}`),
    );
  }
  if (!isEmployed(standIn, absence)) {
    faults.push(
      contradiction('toId', `names ${standIn.code}, who holds no role for the whole time ${period(absence)}`),
    );
  }
  const already = standIn.delegations.find(({ fromId, ...time }) => fromId === absent.id && overlaps(time, absence));
  if (already) {
    faults.push(contradiction('from', `overlaps: ${standIn.code} stands in for ${absent.code} ${period(already)}`));
  }
  if (faults.length > 0) return faults;
  const id = idFromCode('dlg', JSON.stringify([standIn.id, absent.id, absence.from]));
  return { ...standIn, delegations: inOrder([...standIn.delegations, { id, fromId: absent.id, ...absence }]) };
}

/** A person who stands in no longer than until a day; when that is not after its beginning, it never begins. */
export function stoodDown(standIn: Person, delegationId: string, to: Day, today: Day): Person | Fault {
  const present = standIn.delegations.find(({ id }) => id === delegationId);
  if (!present) return unknown('delegationId', 'names nothing on record');
  if (to < today) return badValue('to', `lies before today, ${today}: what was done until now stays so`);
  if (to >= present.to) return badValue('to', `must be before ${present.to}, when it ends already`);
  const delegations =
    to <= present.from
      ? standIn.delegations.filter((one) => one !== present)
      : standIn.delegations.map((one) => (one === present ? { ...one, to } : one));
  return { ...standIn, delegations };
}

/**
 * The days within an absence on which the roles of somebody may be others than the day before, the first day included:
 * what is true of the roles on all of them is true throughout.
 */
export const daysOfChange = ({ assignments }: Pick<Person, 'assignments'>, absence: Absence): Day[] => [
  ...new Set([absence.from, ...assignments.map(({ from }) => from).filter((day) => covers(absence, day))]),
];
