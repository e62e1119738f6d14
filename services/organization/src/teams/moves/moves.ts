/**
 * Moves that are proposed: by whom, decided by whom, and what becomes of them. Pure rules over plain data; the transfer itself
 * is a change of the person by the rules of people.
 */
import { ACTIONS, type Action, type Reach, type Role, reachesUnit, reachOf, type Scope } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { badValue, contradiction, type Fault, reasonFaults, reasonOf } from '../../faults.ts';
import { type Person, primaryOn } from '../../people/assignments.ts';

export const MOVE_STATES = [
  ...(['PROPOSED', 'APPROVED', 'DONE', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'OVERTAKEN'] as const),
];
export type MoveState = (typeof MOVE_STATES)[number];

/** Every step there is, and what takes it; `docs/teams.md` is drawn from this table. */
export const MOVE_STEPS: readonly { from: MoveState; to: MoveState; by: string }[] = [
  { from: 'PROPOSED', to: 'APPROVED', by: 'approveMove, by who reaches both units; the transfer is planned' },
  { from: 'PROPOSED', to: 'REJECTED', by: 'rejectMove, by who reaches both units, with a reason' },
  { from: 'PROPOSED', to: 'WITHDRAWN', by: 'withdrawMove, by who proposed it' },
  { from: 'PROPOSED', to: 'EXPIRED', by: 'the schedule, once its day has passed' },
  { from: 'APPROVED', to: 'DONE', by: 'the schedule, on its day' },
  { from: 'APPROVED', to: 'OVERTAKEN', by: 'the schedule on its day, when the transfer no longer stands' },
];

export interface Decision {
  /** The code of a person, an account, or the schedule. */
  by: string;
  /** An instant of ISO 8601. */
  at: string;
  reason: string | null;
}

export interface Move {
  id: string;
  employeeId: string;
  /** Unit and role as they were for that day when the move was proposed. */
  fromUnitId: string;
  fromRole: Role;
  toUnitId: string;
  toRole: Role;
  /** The first day in the wanted unit. */
  on: Day;
  reason: string;
  state: MoveState;
  proposedBy: string;
  /** An instant of ISO 8601. */
  proposedAt: string;
  decision: Decision | null;
  /** The assignment that was planned on approval. */
  assignmentId: string | null;
}

/** What somebody wants. */
export interface Wanted {
  toUnitId: string;
  toRole?: Role | null;
  on: Day;
  reason: string;
}

/** A new proposal. @param person as recorded */
export function proposed(
  person: Pick<Person, 'id' | 'assignments' | 'leftOn'>,
  { toUnitId, toRole, on, reason }: Wanted,
  given: { id: string; by: string; at: string; today: Day },
): Move | Fault {
  const [fault] = reasonFaults(reason, { required: true });
  if (fault) return fault;
  if (on < given.today) return badValue('on', `is before today, ${given.today}`);
  const present = primaryOn(person, on);
  if (!present) return badValue('on', 'is no day on which the person has a main assignment');
  const role = toRole ?? present.role;
  if (present.unitId === toUnitId && present.role === role) {
    return contradiction('toUnitId', 'is where the person is already, in the same role');
  }
  return {
    ...{ id: given.id, employeeId: person.id, fromUnitId: present.unitId, fromRole: present.role },
    ...{ toUnitId, toRole: role, on, reason: reasonOf(reason) ?? '' },
    ...{ state: 'PROPOSED', proposedBy: given.by, proposedAt: given.at, decision: null, assignmentId: null },
  };
}

/** Whether the table has a step. */
export const mayStep = (from: MoveState, to: MoveState): boolean =>
  MOVE_STEPS.some((step) => step.from === from && step.to === to);

/** The proposal one step further. */
export function stepped<M extends Move>(
  move: M,
  to: MoveState,
  decision: Decision,
  assignmentId: string | null = move.assignmentId,
): M | Fault {
  if (!mayStep(move.state, to)) {
    return contradiction(
      'id',
      `names a proposal that is ${move.state.toLowerCase()}, not one that can be ${to.toLowerCase()}`,
    );
  }
  return { ...move, state: to, decision, assignmentId };
}

/** A proposal that is turned down: not without a reason. */
export function rejected<M extends Move>(move: M, decision: Decision): M | Fault {
  const [fault] = reasonFaults(decision.reason, { required: true });
  return fault ?? stepped(move, 'REJECTED', decision);
}

/**
 * What has changed since a move was proposed, so that it is no longer what was proposed; nothing when it still holds.
 * @param person as recorded now
 * @param codeOf the code of a unit, to name it by
 */
export function changedSince(
  { on, fromUnitId, fromRole }: Pick<Move, 'on' | 'fromUnitId' | 'fromRole'>,
  person: Pick<Person, 'assignments' | 'leftOn'>,
  today: Day,
  codeOf: (unitId: string) => string,
): Fault[] {
  const faults: Fault[] = [];
  if (on < today) faults.push(contradiction('on', `has passed: ${on}`));
  if (person.leftOn !== null && person.leftOn <= on) {
    return [...faults, contradiction('employee', `leaves on ${person.leftOn}`)];
  }
  const present = primaryOn(person, on);
  if (!present) return [...faults, contradiction('employee', `has no main assignment on ${on}`)];
  if (present.unitId !== fromUnitId) {
    faults.push(contradiction('fromUnit', `is ${codeOf(present.unitId)} by now, not ${codeOf(fromUnitId)}`));
  }
  if (present.role !== fromRole) faults.push(contradiction('fromRole', `is ${present.role} by now, not ${fromRole}`));
  return faults;
}

/** What becomes of an approved move on its day: it is done if the planned assignment holds, else something else came first. */
export function outcomeOn(
  { on, assignmentId }: Pick<Move, 'on' | 'assignmentId'>,
  person: Pick<Person, 'assignments'> | undefined,
): 'DONE' | 'OVERTAKEN' {
  return person && assignmentId !== null && primaryOn(person, on)?.id === assignmentId ? 'DONE' : 'OVERTAKEN';
}

type Units = Pick<Move, 'fromUnitId' | 'toUnitId'>;

/** Whether somebody may propose a move: who leads the unit the person is in, or the one it goes to, or stands above it. */
export const mayPropose = (scope: Scope, { fromUnitId, toUnitId }: Units): boolean =>
  reachesUnit(scope, fromUnitId) || reachesUnit(scope, toUnitId);

/** Why somebody may not decide on a move; null when they may: it takes both units, and a move of others by others. */
export function whyNotDecide(
  { fromUnitId, toUnitId, proposedBy, employeeId }: Units & Pick<Move, 'proposedBy' | 'employeeId'>,
  who: { subject: string; employeeId: string | null; scope: Scope },
): string | null {
  if (proposedBy === who.subject) return 'Nobody decides on the own proposal.';
  if (employeeId === who.employeeId) return 'Nobody decides on the own move.';
  if (!reachesUnit(who.scope, fromUnitId) || !reachesUnit(who.scope, toUnitId)) {
    return 'This is for somebody who answers for both units.';
  }
  return null;
}

/** An action that a role brings, and how far. */
export interface Gain {
  action: Action;
  reach: Exclude<Reach, 'OWN'>;
}

/**
 * What somebody gains by another role in another unit, beyond their own records: everything that reaches the unit, and what
 * reaches the whole company unless the present role does so too.
 */
export const gainsOf = ({ fromRole, toRole }: Pick<Move, 'fromRole' | 'toRole'>): Gain[] =>
  ACTIONS.flatMap((action) => {
    const reach = reachOf(action, toRole);
    if (reach === null || reach === 'OWN') return [];
    return reach === 'COMPANY' && reachOf(action, fromRole) === 'COMPANY' ? [] : [{ action, reach }];
  });

/** Whether somebody may do as much as a move would let another one do: nobody hands on more than they have. */
export const hasAsMuch = ({ reach }: Gain, scope: Scope, toUnitId: string): boolean =>
  scope.kind === 'COMPANY' || (reach === 'UNIT' && reachesUnit(scope, toUnitId));
