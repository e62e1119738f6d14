/**
 * What is done to proposed moves. Proposing and refusing write the proposal alone; approving plans the transfer in the same
 * transaction, as the holder of the turn, so that both are there or neither.
 */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@salesgraph/access';
import { covers } from '@salesgraph/calendar';
import { badInput, conflict, fail, idFromCode, notFound, requestOf } from '@salesgraph/service-kit';
import { hasAnswered, remembering, unwritten } from '../../audit.ts';
import { contradiction, type Fault, reasonFaults, reasonOf, refusal } from '../../faults.ts';
import { judge } from '../../judging.ts';
import { arranged, type Person, primaryOn } from '../../people/assignments.ts';
import { transferred } from '../../people/moves.ts';
import type { StoredUnit } from '../../units/units.store.ts';
import { type Change, changed, checkVersion, isFault } from '../changing.ts';
import { isDuplicate } from '../documents.store.ts';
import type { TeamStores } from '../stores.ts';
import type { StoredMove } from './moves.store.ts';
import {
  changedSince,
  type Decision,
  gainsOf,
  hasAsMuch,
  type Move,
  mayPropose,
  proposed,
  rejected,
  stepped,
  type Wanted,
  whyNotDecide,
} from './moves.ts';

type Units = ReadonlyMap<string, StoredUnit>;

const codeIn = (units: Units) => (id: string) => units.get(id)?.code ?? id;

/** The person as transferred by a move, or all that is wrong with that; what they lead and leave becomes vacant. */
async function carriedOut(
  move: Move,
  person: Person,
  by: string,
  units: Units,
  stores: TeamStores,
): Promise<{ person: Person } | { faults: Fault[] }> {
  const { toUnitId: unitId, toRole: role, on: from, reason } = move;
  if (!units.has(unitId))
    return { faults: [{ field: 'toUnitId', message: 'names no unit that exists', code: 'UNKNOWN_REFERENCE' }] };
  const leads = person.assignments.some((one) => one.leader && one.unitId === move.fromUnitId && covers(one, from));
  const leaves = leads && unitId !== move.fromUnitId ? 'END' : null;
  const placement = { unitId, role, leader: false, from };
  const next = transferred(person, placement, leaves, codeIn(units), { reason, by }, stores.today());
  const faults = isFault(next) ? [next] : (await judge({ people: [next] }, units, stores)).map(({ fault }) => fault);
  if (faults.length > 0 || isFault(next)) return { faults: faults.map(ofMove) };
  return { person: next };
}

/** A fault of a person's change, said of the field of the proposal that it comes from. */
const ofMove = (fault: Fault): Fault => ({
  ...fault,
  field: /unit$/.test(fault.field) ? 'toUnitId' : 'on',
});

export interface ProposeMove extends Wanted {
  employeeId: string;
  idempotencyKey?: string | null;
}

/** Proposes a move. @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT, CONFLICT */
export async function proposeMove(input: ProposeMove, viewer: Viewer, stores: TeamStores): Promise<StoredMove> {
  const request = requestOf('proposeMove', viewer.subject, input);
  const [scope, [person], units, answered] = await Promise.all([
    viewer.require('move.propose'),
    stores.people.byIds([input.employeeId]),
    stores.units.all(),
    request && stores.moves.byRequest(request.key),
  ]);
  if (answered && hasAnswered(answered, request)) return answered;
  if (!person) throw notFound('employee');
  const given = {
    ...{ id: idFromCode('mov', randomUUID()), by: viewer.subject },
    ...{ at: stores.clock.now().toISOString(), today: stores.today() },
  };
  const present = primaryOn(person, input.on) ?? primaryOn(person, given.today);
  if (!mayPropose(scope, { fromUnitId: present?.unitId ?? '', toUnitId: input.toUnitId })) {
    throw fail('FORBIDDEN', 'This is for somebody who answers for the present unit or the wanted one.');
  }
  const move = proposed(person, input, given);
  if (isFault(move)) throw refusal([move]);
  const outcome = await carriedOut(move, person, viewer.subject, units, stores);
  if ('faults' in outcome) throw refusal(outcome.faults);
  const change = { action: 'move.propose', reason: move.reason };
  try {
    return await stores.moves.insert(
      { ...move, ...unwritten, ...remembering(unwritten, change, request) },
      viewer.subject,
    );
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const same = request && (await stores.moves.byRequest(request.key));
    if (same && hasAnswered(same, request)) return same;
    throw conflict('A move of the person is proposed already.', [
      { field: 'employeeId', message: 'has an open proposal' },
    ]);
  }
}

export interface Decide extends Change {
  id: string;
  reason?: string | null;
}

/** The proposal, if the caller reaches it. @throws NOT_FOUND */
async function reached(id: string, viewer: Viewer, stores: TeamStores): Promise<StoredMove> {
  const move = await stores.moves.byId(id, await viewer.require('move.propose'));
  if (!move) throw notFound('proposed move');
  return move;
}

const decisionOf = (input: Decide, viewer: Viewer, stores: TeamStores): Decision => ({
  ...{ by: viewer.subject, at: stores.clock.now().toISOString(), reason: reasonOf(input.reason) },
});

/** Why the caller may not turn a move down; null when they may. */
async function whyNotReject(move: Move, viewer: Viewer): Promise<string | null> {
  const employeeId = (await viewer.employee())?.id ?? null;
  return whyNotDecide(move, { subject: viewer.subject, employeeId, scope: await viewer.scope('move.approve') });
}

/** Why the caller may not approve a move; null when they may: it must not give more than the caller has or could give. */
export async function whyNotApprove(move: Move, viewer: Viewer): Promise<string | null> {
  const why = await whyNotReject(move, viewer);
  if (why !== null || (await viewer.scope('organization.write')).kind === 'COMPANY') return why;
  for (const gain of gainsOf(move)) {
    if (!hasAsMuch(gain, await viewer.scope(gain.action), move.toUnitId)) {
      return `The person could do more there than you may yourself: ${gain.action}.`;
    }
  }
  return null;
}

const allow = (why: string | null): void => {
  if (why !== null) throw fail('FORBIDDEN', why);
};

/**
 * Approves a move and plans the transfer for its day, both or neither.
 * @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT, CONFLICT naming what has changed since the proposal
 */
export async function approveMove(input: Decide, viewer: Viewer, stores: TeamStores): Promise<StoredMove> {
  const request = requestOf('approveMove', viewer.subject, input);
  const [fault] = reasonFaults(input.reason, { required: false });
  allow(await whyNotApprove(await reached(input.id, viewer, stores), viewer));
  if (fault) throw badInput(fault.field, fault.message);
  return stores.turns.inTurn(async (turn) => {
    const move = await reached(input.id, viewer, stores);
    if (hasAnswered(move, request)) return move;
    checkVersion(move, input.expectedVersion, 'proposed move');
    const [[person], units] = await Promise.all([stores.people.byIds([move.employeeId]), stores.units.all()]);
    if (!person) throw conflict('employee is no longer on record.');
    const decision = decisionOf(input, viewer, stores);
    const approved = stepped(move, 'APPROVED', decision);
    if (isFault(approved)) throw refusal([approved]);
    const overtaken = changedSince(move, person, stores.today(), codeIn(units));
    if (overtaken.length > 0) throw refusal(overtaken);
    const outcome = await carriedOut(move, person, viewer.subject, units, stores);
    // What could be done when it was proposed and cannot now contradicts what is on record by now.
    if ('faults' in outcome) {
      throw refusal(outcome.faults.map(({ field, message }) => contradiction(field, message)));
    }
    const assignments = arranged(outcome.person.assignments);
    const assignmentId = primaryOn(outcome.person, move.on)?.id ?? null;
    const transfer = { action: 'employee.transfer', reason: move.reason };
    const transferredPerson = { ...person, ...outcome.person, assignments, ...remembering(person, transfer) };
    const memory = remembering(move, { action: 'move.approve', reason: decision.reason }, request);
    return stores.atomically(turn, async (session) => {
      await stores.people.saveAll([transferredPerson], viewer.subject, session);
      return stores.moves.save({ ...approved, assignmentId, ...memory }, viewer.subject, session);
    });
  });
}

/** Turns a proposed move down. @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT, CONFLICT */
export async function rejectMove(input: Decide, viewer: Viewer, stores: TeamStores): Promise<StoredMove> {
  const request = requestOf('rejectMove', viewer.subject, input);
  const move = await reached(input.id, viewer, stores);
  allow(await whyNotReject(move, viewer));
  const decision = decisionOf(input, viewer, stores);
  return changed(move, {
    ...{ what: 'proposed move', request, expectedVersion: input.expectedVersion },
    change: { action: 'move.reject', reason: decision.reason },
    next: (present) => rejected(present, decision),
    save: (document) => stores.moves.save(document, viewer.subject),
  });
}

/** Takes the own proposal back. @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT, CONFLICT */
export async function withdrawMove(input: Decide, viewer: Viewer, stores: TeamStores): Promise<StoredMove> {
  const request = requestOf('withdrawMove', viewer.subject, input);
  const move = await reached(input.id, viewer, stores);
  if (move.proposedBy !== viewer.subject) throw fail('FORBIDDEN', 'Only who proposed a move takes it back.');
  const [fault] = reasonFaults(input.reason, { required: false });
  if (fault) throw badInput(fault.field, fault.message);
  const decision = decisionOf(input, viewer, stores);
  return changed(move, {
    ...{ what: 'proposed move', request, expectedVersion: input.expectedVersion },
    change: { action: 'move.withdraw', reason: decision.reason },
    next: (present) => stepped(present, 'WITHDRAWN', decision),
    save: (document) => stores.moves.save(document, viewer.subject),
  });
}
