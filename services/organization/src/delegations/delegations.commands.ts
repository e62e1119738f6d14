/** Arranging who stands in for whom. Each command takes the turn, reads both people, judges and writes the stand-in's record. */
import { handedBeyond, reachesPerson } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { badInputs, conflict, fail, notFound, requestOf } from '@salesgraph/service-kit';
import { hasAnswered, remembering } from '../audit.ts';
import type { OrganizationContext } from '../directory.ts';
import { badValue, type Fault } from '../faults.ts';
import type { Person } from '../people/assignments.ts';
import type { StoredPerson } from '../people/people.store.ts';
import type { Stores } from '../stores.ts';
import { type Absence, daysOfChange, MAX_DELEGATIONS, standingIn, stoodDown } from './delegations.ts';

interface Change {
  /** Who stands in. */
  toId: string;
  reason?: string | null;
  expectedVersion: number;
  idempotencyKey?: string | null;
}

export interface DelegateDuties extends Change {
  /** Who is absent. */
  fromId: string;
  from: Day;
  to: Day;
}

export interface EndDelegation extends Change {
  delegationId: string;
  to: Day;
}

type Caller = OrganizationContext;

/** Refuses to hand on, for somebody else, what who arranges it may not do alike; administrators give roles anyway. */
async function beyondOwn(absent: Person, absence: Absence, { viewer, loaders }: Caller, today: Day): Promise<Fault[]> {
  const arranger = await viewer.employee();
  if (arranger?.id === absent.id || (await viewer.scope('organization.write')).kind === 'COMPANY') return [];
  if (!arranger) return [];
  for (const day of daysOfChange(absent, absence)) {
    const tree = await loaders.tree(day);
    const [beyond] = handedBeyond({ person: arranger, day: today }, { person: absent, day }, tree.upwards);
    if (beyond) {
      return [badValue('fromId', `names ${absent.code}, who may do more than you on ${day}: ${beyond}`)];
    }
  }
  return [];
}

/** A change of what stands on the record of the one who stands in. */
async function change(
  name: string,
  action: string,
  input: Change,
  caller: Caller,
  stores: Stores,
  next: (standIn: StoredPerson) => Promise<Person | Fault[]>,
): Promise<StoredPerson> {
  const actor = caller.viewer.subject;
  const request = requestOf(name, actor, input);
  const reason = input.reason?.trim() || null;
  return stores.turns.inTurn(async (turn) => {
    const [present] = await stores.people.byIds([input.toId]);
    if (!present) throw notFound('employee');
    if (hasAnswered(present, request)) return present;
    const person = await next(present);
    if (present.version !== input.expectedVersion) {
      const message = `is not the current version, ${present.version}`;
      throw conflict('The person has changed since it was read.', [{ field: 'expectedVersion', message }]);
    }
    if (Array.isArray(person)) throw badInputs(person);
    if (person.delegations.length > MAX_DELEGATIONS) {
      throw fail('TOO_MANY', `A person stands in for others ${MAX_DELEGATIONS} times at most.`);
    }
    const stored = { ...present, ...person, ...remembering(present, { action, reason }, request) };
    await turn.extend();
    await stores.people.save(stored, actor);
    return { ...stored, version: present.version + 1 };
  });
}

/** Somebody whose absence the caller may arrange. @throws NOT_FOUND, when absent and when out of reach alike */
async function absentPerson(id: string, { viewer }: Caller, stores: Stores): Promise<StoredPerson> {
  const [scope, found] = await Promise.all([viewer.require('delegation.write'), stores.people.byIds([id])]);
  if (!found[0] || !reachesPerson(scope, id)) throw notFound('employee');
  return found[0];
}

/**
 * Has somebody stand in for a person who is absent. The record that changes is that of who stands in.
 * @throws BAD_USER_INPUT naming the field, NOT_FOUND, CONFLICT, TOO_MANY
 */
export const delegateDuties = (input: DelegateDuties, caller: Caller, stores: Stores): Promise<StoredPerson> =>
  change('delegateDuties', 'delegation.begin', input, caller, stores, async (standIn) => {
    const absent = await absentPerson(input.fromId, caller, stores);
    const today = stores.today();
    const { from, to, reason } = input;
    const absence = { from, to, reason: reason?.trim() || null, by: caller.viewer.subject };
    const person = standingIn(standIn, absent, absence, today);
    if (Array.isArray(person)) return person;
    const beyond = await beyondOwn(absent, absence, caller, today);
    return beyond.length > 0 ? beyond : person;
  });

/**
 * Ends it before its end: who stands in may do so, and whoever may arrange it for the absent person.
 * @throws BAD_USER_INPUT naming the field, NOT_FOUND, CONFLICT
 */
export const endDelegation = (input: EndDelegation, caller: Caller, stores: Stores): Promise<StoredPerson> =>
  change('endDelegation', 'delegation.end', input, caller, stores, async (standIn) => {
    const scope = await caller.viewer.require('delegation.write');
    const fromId = standIn.delegations.find(({ id }) => id === input.delegationId)?.fromId;
    const mine = (await caller.viewer.employee())?.id === standIn.id;
    if (!fromId || !(mine || reachesPerson(scope, fromId))) throw notFound('delegation');
    const person = stoodDown(standIn, input.delegationId, input.to, stores.today());
    return 'field' in person ? [person] : person;
  });
