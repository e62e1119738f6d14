/** How people are hired, moved and let go. What a leader leaves behind is said with the change, not found out afterwards. */
import type { Role } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { badValue, unknown } from '../faults.ts';
import { type Person, primaryOn } from './assignments.ts';
import {
  hired,
  type LeadershipLeft,
  leadingFrom,
  left,
  type Placement,
  promoted,
  rehired,
  seconded,
  transferred,
  withoutPlan,
} from './moves.ts';
import { bySingleInput, type Change, change, type Given, type Outcome, takeOn } from './people.commands.ts';

interface Whose extends Change {
  employeeId: string;
}

/** What is said of the unit that somebody leads and leaves. */
interface Leaving {
  leadership?: LeadershipLeft | null;
  successorId?: string | null;
}

const whose = ({ employeeId }: Whose) => employeeId;

interface Hire extends Placement {
  code: string;
  name: string;
  reason?: string | null;
  idempotencyKey?: string | null;
}

/** Takes a person on record with the first primary assignment. @throws BAD_USER_INPUT, CONFLICT */
export const hireEmployee = takeOn<Hire>('hireEmployee', hired, { action: 'employee.hire', fieldOf: bySingleInput });

/** A change that may leave a unit without its leader, and hand it over. */
async function handingOver<Input extends Whose & Leaving & { from: Day }>(
  person: Person,
  input: Input,
  given: Given,
  next: (leadership: LeadershipLeft | null, codeOf: (unitId: string) => string) => Outcome,
): Promise<Outcome> {
  const { leadership = null, successorId = null, from } = input;
  if ((leadership === 'HAND_OVER') !== (successorId !== null))
    return badValue('successorId', 'is required to hand a unit over, and for nothing else');
  if (successorId === person.id) return badValue('successorId', 'names the person who leaves the unit');
  const units = await given.stores.units.all();
  const outcome = next(leadership, (id) => units.get(id)?.code ?? id);
  const unitId = primaryOn(person, from)?.unitId;
  if (successorId === null || unitId === undefined || 'field' in outcome || 'person' in outcome) return outcome;
  const [successor] = await given.stores.people.byIds([successorId]);
  if (!successor) return unknown('successorId', 'names nobody on record');
  const { reason, by } = given;
  const leader = leadingFrom(successor, unitId, from, { reason, by });
  if ('field' in leader) return leader;
  return { person: outcome, others: [{ ...successor, ...leader }] };
}

/** Gives a person another primary assignment. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const transferEmployee = change<Whose & Leaving & Omit<Placement, 'role'> & { role?: Role | null }>(
  'transferEmployee',
  whose,
  (person, input, given) =>
    handingOver(person, input, given, (leadership, codeOf) => {
      const role = input.role ?? primaryOn(person, input.from)?.role ?? 'EMPLOYEE';
      return transferred(
        person,
        { ...input, role },
        leadership,
        codeOf,
        { reason: given.reason, by: given.by },
        given.today,
      );
    }),
  { action: 'employee.transfer', fieldOf: bySingleInput },
);

interface Promotion extends Whose, Leaving {
  role: Role;
  unitId?: string | null;
  leader?: boolean | null;
  from: Day;
  to?: Day | null;
}

/** Gives a person another role, in the same unit or another one. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const promoteEmployee = change<Promotion>(
  'promoteEmployee',
  whose,
  (person, input, given) =>
    handingOver(person, input, given, (leadership, codeOf) =>
      promoted(person, input, leadership, codeOf, { reason: given.reason, by: given.by }, given.today),
    ),
  { action: 'employee.promote', fieldOf: bySingleInput },
);

/** Has a person work in another unit as well for a time. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const secondEmployee = change<Whose & Placement & { to: Day }>(
  'secondEmployee',
  whose,
  (person, input, { reason, by }) => seconded(person, input, { reason, by }),
  { action: 'employee.second', fieldOf: bySingleInput },
);

/** Lets a person go: everything ends. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const endEmployment = change<Whose & { on: Day }>(
  'endEmployment',
  whose,
  (person, { on }, { today }) => left(person, on, today),
  { action: 'employee.leave', explained: true, fieldOf: bySingleInput },
);

/** Takes back a person who had left. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const rehireEmployee = change<Whose & Placement>(
  'rehireEmployee',
  whose,
  (person, input, { reason, by }) => rehired(person, input, { reason, by }),
  { action: 'employee.rehire', fieldOf: bySingleInput },
);

/** Takes back what is planned of a person for a day to come. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const cancelPlannedEmployeeChange = change<Whose & { on: Day }>(
  'cancelPlannedEmployeeChange',
  whose,
  (person, { on }, { today }) => withoutPlan(person, on, today),
  { action: 'employee.cancel', fieldOf: (field) => field.replace(/^assignments.*$/, 'on') },
);
