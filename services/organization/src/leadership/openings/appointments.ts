/** The rules of appointments: what becomes of an opening and of the person who fills it. Pure functions over plain data. */
import type { Day } from '@salesgraph/calendar';
import { contradiction, type Fault } from '../../faults.ts';
import { assigned, identified, type Person, primaryOn } from '../../people/assignments.ts';
import type { Unit } from '../../units/units.ts';
import { isFault, led, type Opening, type Stamp } from './openings.ts';

/** Both sides of an appointment: they are written together or not at all. */
export interface Appointed<P extends Person> {
  opening: Opening;
  person: P;
}

/** The earliest of some ends that come after a day; null when none does. */
const endAfter = (from: Day, ...ends: (Day | null)[]): Day | null =>
  ends.filter((end) => end !== null && end > from).sort()[0] ?? null;

/**
 * Appoints who has been decided for: an assignment as leader of the unit from a day on. A primary one ends the primary
 * assignment that holds on that day, as every transfer does. Whether somebody else leads the unit then, is judged with
 * the unit's other leaders. It lasts as long as both are there: until the unit ends or the person leaves, as far as that is
 * known.
 */
export function appointed<P extends Person>(
  opening: Opening,
  person: P,
  unit: Pick<Unit, 'records'>,
  { from, primary }: { from: Day; primary: boolean },
  { by, at }: Stamp,
): Appointed<P> | Fault {
  const { unitId, role, code } = opening;
  if (person.leftOn !== null && person.leftOn <= from) {
    return contradiction('from', `is no day on which ${person.code} still belongs to the company`);
  }
  const to = endAfter(from, unit.records.at(-1)?.to ?? null, person.leftOn);
  const given = { unitId, role, primary, leader: true, from, to };
  const assignment = identified(person.code, { ...given, reason: `Appointed by the opening ${code}`, by });
  const before = primary ? primaryOn(person, from) : null;
  const ended = before && { assignmentId: before.id, to: before.to };
  const appointment = { employeeId: person.id, assignmentId: assignment.id, from, to, by, at, ended };
  const next = led(opening, 'appointLeader', { appointment });
  return isFault(next) ? next : { opening: next, person: { ...person, ...assigned(person, assignment) } };
}

/**
 * Undoes an appointment that has not begun: its assignment is taken away, and the one that was to end for it goes on as
 * before, unless that has been changed since.
 */
export function revoked<P extends Person>(opening: Opening, person: P, today: Day): Appointed<P> | Fault {
  const { appointment } = opening;
  const next = led(opening, 'revokeAppointment', { appointment: null });
  if (isFault(next) || !appointment) return isFault(next) ? next : contradiction('state', 'is that of no appointment');
  if (appointment.from <= today) return contradiction('appointment', `has begun on ${appointment.from}`);
  const present = person.assignments.find(({ id }) => id === appointment.assignmentId);
  // Taken back as a planned change already: nothing is left to undo of the person.
  if (!present) return { opening: next, person };
  if (present.to !== appointment.to) {
    return contradiction('appointment', `has been changed since: see the assignments of ${person.code}`);
  }
  const { ended } = appointment;
  const assignments = person.assignments.flatMap((one) => {
    if (one === present) return [];
    return [one.id === ended?.assignmentId && one.to === appointment.from ? { ...one, to: ended.to } : one];
  });
  return { opening: next, person: { ...person, assignments } };
}
