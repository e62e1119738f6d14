/** What is done to people. Each command takes the turn, reads, judges person, units and leaders, and writes. */
import type { Day } from '@salesgraph/calendar';
import { conflict, idFromCode, notFound, requestOf } from '@salesgraph/service-kit';
import { type Begun, hasAnswered, remembering, unwritten } from '../audit.ts';
import { type Fault, reasonFaults, reasonOf, refusal } from '../faults.ts';
import { judge } from '../judging.ts';
import type { Stores } from '../stores.ts';
import { type Assignment, arranged, assigned, ended, identified, type Person, samePerson } from './assignments.ts';
import type { StoredPerson } from './people.store.ts';

export type AssignmentInput = Omit<Assignment, 'id' | 'to' | 'reason' | 'by'> & { to?: Day | null };

export interface Change {
  reason?: string | null;
  expectedVersion: number;
  idempotencyKey?: string | null;
}

interface NewPerson {
  code: string;
  name: string;
  reason?: string | null;
  idempotencyKey?: string | null;
}

export interface CreateEmployee extends NewPerson {
  hiredOn?: Day | null;
  assignments?: AssignmentInput[] | null;
}

/** What a rule is given beside the person and the input. */
export interface Given extends Begun {
  today: Day;
  stores: Stores;
}

/** A person as they would be, and others who change together with them; or what is wrong. */
export type Outcome = Person | Fault | { person: Person; others: StoredPerson[] };

const stated = (personCode: string, given: AssignmentInput, begun?: Begun): Assignment =>
  identified(personCode, { ...given, to: given.to ?? null, ...begun });

const byInput = (field: string) => field.replace(/\.unit$/, '.unitId');

/** A single assignment's faults are of the fields of the input itself. */
export const bySingleInput = (field: string) =>
  byInput(field)
    .replace(/^assignments\.\d+\./, '')
    .replace(/^assignments$/, 'from');

/** Takes a person on record, as a rule makes them of one who has nothing yet. */
export function takeOn<Input extends NewPerson>(
  name: string,
  next: (person: Person, input: Input, begun: Begun) => Person,
  { action, fieldOf }: { action: string; fieldOf: (field: string) => string },
) {
  return (input: Input, actor: string, stores: Stores): Promise<StoredPerson> => {
    const request = requestOf(name, actor, input);
    return stores.turns.inTurn(async (turn) => {
      const answered = request && (await stores.people.byRequest(request.key));
      if (answered && hasAnswered(answered, request)) return answered;
      const code = input.code.trim();
      const reason = reasonOf(input.reason);
      const blank: Person = {
        ...{ id: idFromCode('emp', code), code, name: input.name.trim(), hiredOn: null, leftOn: null },
        ...{ assignments: [], titles: [], delegations: [] },
      };
      const person = next(blank, input, { reason, by: actor });
      if ((await stores.people.byIds([person.id])).length > 0) {
        throw conflict('The code is taken.', [{ field: 'code', message: 'is taken' }]);
      }
      const found = await judge({ people: [person] }, await stores.units.all(), stores);
      const faults = [...reasonFaults(input.reason, { required: false }), ...found.map(({ fault }) => fault)];
      if (faults.length > 0) throw refusal(faults, fieldOf);
      const assignments = arranged(person.assignments);
      const memory = { ...unwritten, ...remembering(unwritten, { action, reason }, request) };
      const stored = { ...person, assignments, ...memory };
      await turn.extend({ units: false });
      await stores.people.insert(stored, actor);
      return { ...stored, version: 1 };
    });
  };
}

/** Takes a person on record. @throws BAD_USER_INPUT naming the field, CONFLICT when the code is taken */
export const createEmployee = takeOn<CreateEmployee>(
  'createEmployee',
  (person, { hiredOn, assignments }, begun) => ({
    ...person,
    hiredOn: hiredOn ?? null,
    assignments: (assignments ?? []).map((given) => stated(person.code, given, begun)),
  }),
  { action: 'employee.create', fieldOf: byInput },
);

interface ChangeOptions<Input> {
  action: string;
  fieldOf?: (field: string) => string;
  /** The reason, where the input has it in another form. */
  reason?: (input: Input) => string | null;
  /** Whether a reason must be given. */
  explained?: true;
  /** Whether what had been recorded wrongly is replaced; the correction is kept with its reason. */
  corrects?: true;
}

/** A change of one person: the new state by a rule, judged, written at its version. */
export function change<Input extends Change>(
  name: string,
  idOf: (input: Input) => string,
  next: (person: Person, input: Input, given: Given) => Outcome | Promise<Outcome>,
  { action, fieldOf, reason: why = ({ reason }) => reasonOf(reason), explained, corrects }: ChangeOptions<Input>,
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
      const unsaid = reasonFaults(input.reason, { required: explained ?? false });
      if (unsaid.length > 0) throw refusal(unsaid);
      const reason = why(input);
      const outcome = await next(present, input, { reason, by: actor, today: stores.today(), stores });
      if ('field' in outcome) throw refusal([outcome]);
      const { person, others } = 'person' in outcome ? outcome : { person: outcome, others: [] };
      if (samePerson(person, present) && others.length === 0) return present;

      const found = await judge({ people: [person, ...others] }, await stores.units.all(), stores);
      if (found.length > 0) {
        const told = found.map(({ id, code, fault }) =>
          id === person.id
            ? { ...fault, field: fieldOf?.(fault.field) ?? fault.field }
            : { ...fault, field: 'successorId', message: `names ${code}: ${fault.field} ${fault.message}` },
        );
        throw refusal(told);
      }
      const correction =
        corrects && reason ? { version: present.version + 1, at: stores.clock.now(), actor, reason } : undefined;
      const assignments = arranged(person.assignments);
      const memory = remembering(present, { action, reason }, request, correction);
      const stored = { ...present, ...person, assignments, ...memory };
      if (others.length === 0) {
        await turn.extend({ units: false });
        await stores.people.save(stored, actor);
      } else {
        const all = [stored, ...others.map((one) => ({ ...one, ...remembering(one, { action, reason }) }))];
        await stores.atomically(turn, (session) => stores.people.saveAll(all, actor, session));
      }
      return { ...stored, version: present.version + 1 };
    });
  };
}

/** Assigns a person to a unit. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const assignEmployee = change<Change & AssignmentInput & { employeeId: string }>(
  'assignEmployee',
  ({ employeeId }) => employeeId,
  (person, input, { reason, by }) => assigned(person, stated(person.code, input, { reason, by })),
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
  leftOn?: Day | null;
  assignments?: AssignmentInput[] | null;
}

/** Replaces what was recorded of a person and keeps why. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const correctEmployee = change<Correct>(
  'correctEmployee',
  ({ id }) => id,
  (person, { name, hiredOn, leftOn, assignments }, { reason, by }) => {
    const known = new Map(person.assignments.map((one) => [one.id, one]));
    const right = assignments?.map((given) => {
      const corrected = stated(person.code, given, { reason, by });
      // What was right keeps who made it and why.
      const before = known.get(corrected.id);
      return before ? { ...corrected, reason: before.reason, by: before.by } : corrected;
    });
    return {
      ...person,
      name: name?.trim() ?? person.name,
      hiredOn: hiredOn === undefined ? person.hiredOn : hiredOn,
      leftOn: leftOn === undefined ? person.leftOn : leftOn,
      assignments: right ?? person.assignments,
    };
  },
  { action: 'employee.correct', explained: true, corrects: true, fieldOf: byInput },
);
