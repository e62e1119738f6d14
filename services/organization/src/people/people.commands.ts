/** What is done to people. Each command takes the turn, reads, judges person, units and leaders, and writes one document. */
import type { Day } from '@salesgraph/calendar';
import { badInput, badInputs, conflict, idFromCode, notFound, requestOf } from '@salesgraph/service-kit';
import { hasAnswered, remembering, unwritten } from '../audit.ts';
import type { Fault } from '../faults.ts';
import type { Stores } from '../stores.ts';
import {
  type Assignment,
  arranged,
  assigned,
  ended,
  identified,
  leaderFaults,
  type Person,
  personFaults,
  placementFaults,
  samePerson,
  unitsLed,
} from './assignments.ts';
import type { StoredPerson } from './people.store.ts';

type AssignmentInput = Omit<Assignment, 'id' | 'to' | 'reason' | 'by'> & { to?: Day | null };

export interface Change {
  expectedVersion: number;
  idempotencyKey?: string | null;
}

export interface CreateEmployee {
  code: string;
  name: string;
  hiredOn?: Day | null;
  assignments?: AssignmentInput[] | null;
  idempotencyKey?: string | null;
}

const stated = (personCode: string, given: AssignmentInput): Assignment =>
  identified(personCode, { ...given, to: given.to ?? null });

/** The faults of a person as they would be, against the units and everybody who leads one of theirs. */
async function faultsOf(person: Person, stores: Stores): Promise<Fault[]> {
  const alone = personFaults(person);
  if (alone.length > 0) return alone;
  const led = unitsLed(person);
  const [units, leaders] = await Promise.all([stores.units.all(), led.length > 0 ? stores.people.leadersOf(led) : []]);
  return [...placementFaults(person, units), ...(leaderFaults([person], leaders).get(person.id) ?? [])];
}

/** Refuses a change; `fieldOf` says which field of its input a fault belongs to. */
function refuse(faults: Fault[], fieldOf: (field: string) => string = (field) => field): void {
  if (faults.length > 0) throw badInputs(faults.map(({ field, message }) => ({ field: fieldOf(field), message })));
}

const byInput = (field: string) => field.replace(/\.unit$/, '.unitId');
/** A single assignment's faults are of the fields of the input itself. */
const bySingleInput = (field: string) =>
  byInput(field)
    .replace(/^assignments\.\d+\./, '')
    .replace(/^assignments$/, 'from');

/**
 * Takes a person on record.
 * @throws BAD_USER_INPUT naming the field, CONFLICT when the code is taken
 */
export function createEmployee(input: CreateEmployee, actor: string, stores: Stores): Promise<StoredPerson> {
  const request = requestOf('createEmployee', actor, input);
  return stores.turns.inTurn(async (turn) => {
    const answered = request && (await stores.people.byRequest(request.key));
    if (answered && hasAnswered(answered, request)) return answered;
    const code = input.code.trim();
    const person: Person = {
      id: idFromCode('emp', code),
      code,
      name: input.name.trim(),
      hiredOn: input.hiredOn ?? null,
      leftOn: null,
      titles: [],
      delegations: [],
      assignments: (input.assignments ?? []).map((given) => stated(code, given)),
    };
    if ((await stores.people.byIds([person.id])).length > 0) {
      throw conflict('The code is taken.', [{ field: 'code', message: 'is taken' }]);
    }
    refuse(await faultsOf(person, stores), byInput);
    const assignments = arranged(person.assignments);
    const stored = {
      ...person,
      assignments,
      ...unwritten,
      ...remembering(unwritten, { action: 'employee.create', reason: null }, request),
    };
    await turn.extend();
    await stores.people.insert(stored, actor);
    return { ...stored, version: 1 };
  });
}

/** A change of one person: the new state by a rule, judged, written at its version. */
export function change<Input extends Change>(
  name: string,
  idOf: (input: Input) => string,
  next: (person: Person, input: Input) => Person | Fault,
  options: {
    action: string;
    fieldOf?: (field: string) => string;
    reason?: (input: Input) => string | null;
    /** Whether what had been recorded wrongly is replaced; the correction is kept with its reason. */
    corrects?: true;
  },
) {
  return (input: Input, actor: string, stores: Stores): Promise<StoredPerson> => {
    const request = requestOf(name, actor, input);
    return stores.turns.inTurn(async (turn) => {
      const [present] = await stores.people.byIds([idOf(input)]);
      if (!present) throw notFound('employee');
      if (hasAnswered(present, request)) return present;
      if (present.version !== input.expectedVersion) {
        const message = `is not the current version, ${present.version}`;
        throw conflict('The person has changed since it was read.', [{ field: 'expectedVersion', message }]);
      }
      const person = next(present, input);
      if ('field' in person) throw badInput(person.field, person.message);
      if (samePerson(person, present)) return present;
      refuse(await faultsOf(person, stores), options.fieldOf);
      const reason = options.reason?.(input) ?? null;
      const correction =
        options.corrects && reason
          ? { version: present.version + 1, at: stores.clock.now(), actor, reason }
          : undefined;
      const assignments = arranged(person.assignments);
      const stored = {
        ...present,
        ...person,
        assignments,
        ...remembering(present, { action: options.action, reason }, request, correction),
      };
      await turn.extend();
      await stores.people.save(stored, actor);
      return { ...stored, version: present.version + 1 };
    });
  };
}

/** Assigns a person to a unit. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const assignEmployee = change<Change & AssignmentInput & { employeeId: string }>(
  'assignEmployee',
  ({ employeeId }) => employeeId,
  (person, input) => assigned(person, stated(person.code, input)),
  { action: 'employee.assign', fieldOf: bySingleInput },
);

/** Ends an assignment. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const endAssignment = change<Change & { employeeId: string; assignmentId: string; to: Day }>(
  'endAssignment',
  ({ employeeId }) => employeeId,
  (person, { assignmentId, to }) => ended(person, assignmentId, to),
  { action: 'assignment.end' },
);

interface Correct extends Change {
  id: string;
  name?: string | null;
  hiredOn?: Day | null;
  assignments?: AssignmentInput[] | null;
  reason: string;
}

/** Replaces what was recorded of a person and keeps why. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const correctEmployee = change<Correct>(
  'correctEmployee',
  ({ id }) => id,
  (person, { name, hiredOn, assignments, reason }) => {
    if (reason.trim() === '' || reason.length > 1_000) {
      return { field: 'reason', message: 'must have 1 to 1,000 characters', code: 'BAD_VALUE' };
    }
    return {
      ...person,
      name: name?.trim() ?? person.name,
      hiredOn: hiredOn === undefined ? person.hiredOn : hiredOn,
      assignments: assignments ? assignments.map((given) => stated(person.code, given)) : person.assignments,
    };
  },
  { action: 'employee.correct', corrects: true, reason: ({ reason }) => reason.trim(), fieldOf: byInput },
);
