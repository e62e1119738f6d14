/** The rules of succession: who could follow in a leading position. Pure functions over plain data. */
import type { Role } from '@salesgraph/access';
import { covers, type Day } from '@salesgraph/calendar';
import { badValue, contradiction, type Fault, textFaults, unknown } from '../../faults.ts';
import type { Assignment, Person } from '../../people/assignments.ts';
import { isFounded, type Unit } from '../../units/units.ts';
import { LEADING_ROLES } from '../openings/criteria.ts';

/** From the soonest on. */
export const READINESS = ['READY_NOW', 'IN_ONE_YEAR', 'IN_TWO_YEARS'] as const;
export type Readiness = (typeof READINESS)[number];

export interface Successor {
  employeeId: string;
  readiness: Readiness;
  /** What the person still needs. */
  note: string | null;
  reviewedOn: Day;
}

/** A unit and the role in which it is led. */
export interface Position {
  unitId: string;
  role: Role;
}

export interface SuccessionPlan extends Position {
  id: string;
  /** The first choice first. */
  successors: Successor[];
}

/** Whether a successor can follow: not who has left, nor who leads the unit already. */
export type Standing = 'AVAILABLE' | 'LEADS_ALREADY' | 'HAS_LEFT';

export const MAX_SUCCESSORS = 20;
const MAX_NOTE = 2_000;

export const positionKey = ({ unitId, role }: Position): string => `${unitId} ${role}`;

/** @param unit that the caller reaches, @param known who is on record, @param today no review is in the future */
export function planFaults(
  { role, successors }: SuccessionPlan,
  unit: Unit | undefined,
  known: ReadonlyMap<string, Pick<Person, 'leftOn'>>,
  today: Day,
): Fault[] {
  if (!unit || !isFounded(unit)) return [unknown('unitId', 'names no unit that exists')];
  const faults: Fault[] = [];
  if (!LEADING_ROLES[unit.kind].includes(role)) {
    faults.push(
      badValue('role', `leads no ${unit.kind}; such a unit is led by ${LEADING_ROLES[unit.kind].join(', ')}`),
    );
  }
  for (const [place, { employeeId, note, reviewedOn }] of successors.entries()) {
    const field = (name: string) => `successors.${place}.${name}`;
    const person = known.get(employeeId);
    if (!person) faults.push(unknown(field('employeeId'), 'names nobody on record'));
    else if (hasLeft(person, today)) faults.push(contradiction(field('employeeId'), 'names somebody who has left'));
    if (successors.findIndex((one) => one.employeeId === employeeId) !== place) {
      faults.push(badValue(field('employeeId'), 'is named already'));
    }
    if (note !== null) faults.push(...textFaults(field('note'), note, MAX_NOTE));
    if (reviewedOn > today) faults.push(badValue(field('reviewedOn'), 'is in the future'));
  }
  return faults;
}

export const hasLeft = ({ leftOn }: Pick<Person, 'leftOn'>, day: Day): boolean => leftOn !== null && leftOn <= day;

/** How somebody stands to a position on a day. */
export function standingOf(person: Pick<Person, 'leftOn' | 'assignments'>, unitId: string, day: Day): Standing {
  if (hasLeft(person, day)) return 'HAS_LEFT';
  const leads = person.assignments.some((one) => one.leader && one.unitId === unitId && covers(one, day));
  return leads ? 'LEADS_ALREADY' : 'AVAILABLE';
}

/** The last of some assignments to have begun by a day. */
const latest = (terms: readonly Assignment[], day: Day): Assignment | null =>
  terms.reduce<Assignment | null>(
    (last, term) => (term.from <= day && (last === null || term.from > last.from) ? term : last),
    null,
  );

/**
 * The leading position of a unit on a day: its role is that in which it is led, or was led last, or the usual one.
 * @param terms the assignments of everybody who leads, led or will lead it
 */
export function positionOf(unit: Pick<Unit, 'id' | 'kind'>, terms: readonly Assignment[], day: Day): Position {
  const present = terms.find((term) => covers(term, day)) ?? latest(terms, day);
  return { unitId: unit.id, role: present?.role ?? LEADING_ROLES[unit.kind][0]! };
}

/** Whether a position has somebody who can follow at once, or within the time asked for. */
export const isCovered = (
  plan: Pick<SuccessionPlan, 'successors'> | null,
  standingOfSuccessor: (employeeId: string) => Standing,
  within: Readiness,
): boolean =>
  (plan?.successors ?? []).some(
    ({ employeeId, readiness }) =>
      READINESS.indexOf(readiness) <= READINESS.indexOf(within) && standingOfSuccessor(employeeId) === 'AVAILABLE',
  );
