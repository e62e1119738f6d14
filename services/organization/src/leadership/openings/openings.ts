/** The rules of openings: pure functions over plain data. An opening is a leading position that is to be filled from a day on. */
import type { Role } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { badValue, contradiction, type Fault, textFaults, unknown } from '../../faults.ts';
import { isFounded, recordNear, type Unit } from '../../units/units.ts';
import { type Criterion, criteriaFaults, LEADING_ROLES } from './criteria.ts';
import { type CandidateState, candidateMove, type OpeningState, openingMove } from './states.ts';

export type OpeningReason = 'VACANT' | 'SOON_VACANT' | 'NEW';

export interface Candidate {
  employeeId: string;
  state: CandidateState;
  /** The last nomination: by whom (an employee's code or an account's name), when and why. */
  nominatedBy: string;
  nominatedAt: Date;
  why: string;
  /** Why rejected or withdrawn; null of others. */
  reason: string | null;
}

export interface Decision {
  employeeId: string;
  reason: string;
  by: string;
  at: Date;
}

/** The assignment that fills the position. */
export interface Appointment {
  employeeId: string;
  assignmentId: string;
  from: Day;
  /** The day on which the unit ends or the person leaves, as known then: the end that the assignment was given. */
  to: Day | null;
  by: string;
  at: Date;
  /** The primary assignment that ends for it, with the end that it had before: what undoing the appointment gives back. */
  ended: { assignmentId: string; to: Day | null } | null;
}

export interface Opening {
  id: string;
  code: string;
  unitId: string;
  role: Role;
  /** The first day on which somebody is to lead. */
  neededFrom: Day;
  reason: OpeningReason;
  headline: string;
  criteria: Criterion[];
  /** How many must have assessed a candidate before there is a result. */
  requiredAssessors: number;
  state: OpeningState;
  /** In order of their first nomination. */
  candidates: Candidate[];
  decision: Decision | null;
  appointment: Appointment | null;
}

/** Who does something, and when. */
export interface Stamp {
  by: string;
  at: Date;
}

export const MAX_CANDIDATES = 50;
export const MAX_ASSESSORS = 20;
const MAX_HEADLINE = 200;

/** Whether the outcome of a rule is a fault. */
export const isFault = (outcome: object): outcome is Fault => 'message' in outcome && 'field' in outcome;

/** What is wrong with an opening as stated. @param unit whose leading position it is */
export function openingFaults(opening: Opening, unit: Unit | undefined): Fault[] {
  const { role, neededFrom, headline, criteria, requiredAssessors } = opening;
  const faults = [...textFaults('headline', headline, MAX_HEADLINE), ...criteriaFaults(criteria)];
  if (!Number.isInteger(requiredAssessors) || requiredAssessors < 1 || requiredAssessors > MAX_ASSESSORS) {
    faults.push(badValue('requiredAssessors', `must be 1 to ${MAX_ASSESSORS}`));
  }
  if (!unit || !isFounded(unit)) return [...faults, unknown('unitId', 'names no unit that exists')];
  if (!LEADING_ROLES[unit.kind].includes(role)) {
    faults.push(
      badValue('role', `leads no ${unit.kind}; such a unit is led by ${LEADING_ROLES[unit.kind].join(', ')}`),
    );
  }
  const last = unit.records.at(-1);
  if (last && last.to !== null && last.to <= neededFrom) {
    faults.push(badValue('neededFrom', `is after the end of the unit on ${last.to}`));
  }
  return faults;
}

/** The unit above the one that is led, on a day or next to it; null above the company and of a unit that is not founded. */
export const unitAbove = (unit: Unit, day: Day): string | null =>
  isFounded(unit) ? recordNear(unit, day).parentId : null;

export const candidateOf = ({ candidates }: Pick<Opening, 'candidates'>, employeeId: string): Candidate | null =>
  candidates.find((one) => one.employeeId === employeeId) ?? null;

/** Whether somebody is in for the position, or was and has been rejected: who has withdrawn is no party any more. */
export const isParty = (opening: Pick<Opening, 'candidates'>, employeeId: string | null): boolean =>
  opening.candidates.some((one) => one.employeeId === employeeId && one.state !== 'WITHDRAWN');

/** Whether a candidate can still be chosen. */
export const stands = ({ state }: Pick<Candidate, 'state'>): boolean =>
  state === 'NOMINATED' || state === 'SHORTLISTED';

/** An opening in the state to which a mutation leads it. */
export function led(opening: Opening, by: string, more: Partial<Opening> = {}): Opening | Fault {
  const move = openingMove(opening.state, by);
  return isFault(move) ? move : { ...opening, ...more, state: move.to };
}

/** A candidate in the state to which a mutation leads them. */
function withCandidate(opening: Opening, employeeId: string, by: string, more: Partial<Candidate>): Opening | Fault {
  const present = candidateOf(opening, employeeId);
  if (!present) return unknown('employeeId', 'names no candidate of the opening');
  const move = candidateMove(present.state, by, opening.state);
  if (isFault(move)) return move;
  const next = { ...present, ...more, state: move.to };
  return { ...opening, candidates: opening.candidates.map((one) => (one === present ? next : one)) };
}

/** An opening with one more candidate, or one who is in for it again. */
export function nominated(opening: Opening, employeeId: string, why: string, { by, at }: Stamp): Opening | Fault {
  const nomination = { nominatedBy: by, nominatedAt: at, why, reason: null };
  if (candidateOf(opening, employeeId)) return withCandidate(opening, employeeId, 'nominateCandidate', nomination);
  if (opening.state !== 'OPEN') return contradiction('state', `is ${opening.state}, in which nobody is nominated`);
  return { ...opening, candidates: [...opening.candidates, { employeeId, state: 'NOMINATED', ...nomination }] };
}

export const shortlisted = (opening: Opening, employeeId: string): Opening | Fault =>
  withCandidate(opening, employeeId, 'shortlistCandidate', {});

export const rejected = (opening: Opening, employeeId: string, reason: string): Opening | Fault =>
  withCandidate(opening, employeeId, 'rejectCandidate', { reason });

/** Withdrawn before anybody is appointed; who has been decided for declines the decision instead. */
export const withdrawn = (opening: Opening, employeeId: string, reason: string): Opening | Fault =>
  opening.decision?.employeeId === employeeId
    ? contradiction('employeeId', 'names who has been decided for; decline the decision')
    : withCandidate(opening, employeeId, 'withdrawCandidate', { reason });

/**
 * The shortlist closed: from here on nobody is nominated or assessed.
 * @param hasResult whether enough assessors have given their marks to a candidate
 */
export function shortlistClosed(opening: Opening, hasResult: (employeeId: string) => boolean): Opening | Fault {
  const chosen = opening.candidates.filter(({ state }) => state === 'SHORTLISTED');
  if (opening.state === 'OPEN' && chosen.length === 0) {
    return contradiction('candidates', 'hold nobody on the shortlist');
  }
  const missing = chosen.filter(({ employeeId }) => !hasResult(employeeId)).length;
  if (opening.state === 'OPEN' && missing > 0) {
    const message = `on the shortlist lack assessments: ${missing} of ${chosen.length}; ${opening.requiredAssessors} assessors each are required`;
    return contradiction('candidates', message);
  }
  return led(opening, 'closeShortlist');
}

/** Taken up again: a closed shortlist is open again, so is what was cancelled. */
export const reopened = (opening: Opening): Opening | Fault => led(opening, 'reopenOpening');

/** Given up; a decision that was made is void. */
export const cancelled = (opening: Opening): Opening | Fault => led(opening, 'cancelOpening', { decision: null });

/** Decided for a candidate on the shortlist. */
export function decided(opening: Opening, employeeId: string, reason: string, stamp: Stamp): Opening | Fault {
  const candidate = candidateOf(opening, employeeId);
  const next = led(opening, 'decideOpening', { decision: { employeeId, reason, ...stamp } });
  if (isFault(next) || candidate?.state === 'SHORTLISTED') return next;
  return candidate
    ? contradiction('employeeId', 'names a candidate who is not on the shortlist')
    : unknown('employeeId', 'names no candidate of the opening');
}

/** The decision declined: its candidate withdraws, and another one can be decided for. */
export function declined(opening: Opening, reason: string): Opening | Fault {
  if (!opening.decision || opening.state !== 'DECIDED') return led(opening, 'declineDecision');
  const without = withCandidate(opening, opening.decision.employeeId, 'declineDecision', { reason });
  return isFault(without) ? without : led(without, 'declineDecision', { decision: null });
}
