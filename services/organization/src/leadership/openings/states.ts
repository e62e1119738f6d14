/** The states of openings and of candidates: every move there is. `docs/openings.md` is drawn from these tables. */
import type { Action } from '@salesgraph/access';
import { contradiction, type Fault } from '../../faults.ts';

export const OPENING_STATES = ['DRAFT', 'OPEN', 'SHORTLISTED', 'DECIDED', 'FILLED', 'CANCELLED'] as const;
export type OpeningState = (typeof OPENING_STATES)[number];

export const CANDIDATE_STATES = ['NOMINATED', 'SHORTLISTED', 'REJECTED', 'WITHDRAWN'] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

/** A move of an opening: the mutation that makes it, and the action that the caller must be allowed to do. */
export interface OpeningMove {
  from: OpeningState;
  to: OpeningState;
  by: string;
  action: Action;
}

export const OPENING_MOVES: readonly OpeningMove[] = [
  { from: 'DRAFT', to: 'OPEN', by: 'publishOpening', action: 'opening.write' },
  { from: 'OPEN', to: 'SHORTLISTED', by: 'closeShortlist', action: 'opening.write' },
  { from: 'SHORTLISTED', to: 'OPEN', by: 'reopenOpening', action: 'opening.write' },
  { from: 'SHORTLISTED', to: 'DECIDED', by: 'decideOpening', action: 'appointment.decide' },
  { from: 'DECIDED', to: 'SHORTLISTED', by: 'declineDecision', action: 'appointment.decide' },
  { from: 'DECIDED', to: 'FILLED', by: 'appointLeader', action: 'appointment.decide' },
  { from: 'FILLED', to: 'DECIDED', by: 'revokeAppointment', action: 'appointment.decide' },
  { from: 'DRAFT', to: 'CANCELLED', by: 'cancelOpening', action: 'opening.write' },
  { from: 'OPEN', to: 'CANCELLED', by: 'cancelOpening', action: 'opening.write' },
  { from: 'SHORTLISTED', to: 'CANCELLED', by: 'cancelOpening', action: 'opening.write' },
  { from: 'DECIDED', to: 'CANCELLED', by: 'cancelOpening', action: 'appointment.decide' },
  { from: 'CANCELLED', to: 'OPEN', by: 'reopenOpening', action: 'opening.write' },
];

/** A move of a candidate, and in which states of the opening it can be made. */
export interface CandidateMove {
  from: CandidateState;
  to: CandidateState;
  by: string;
  during: readonly OpeningState[];
}

const CHOOSING = ['OPEN', 'SHORTLISTED'] as const;
const UNTIL_FILLED = [...CHOOSING, 'DECIDED'] as const;

export const CANDIDATE_MOVES: readonly CandidateMove[] = [
  { from: 'NOMINATED', to: 'SHORTLISTED', by: 'shortlistCandidate', during: ['OPEN'] },
  { from: 'NOMINATED', to: 'REJECTED', by: 'rejectCandidate', during: CHOOSING },
  { from: 'NOMINATED', to: 'WITHDRAWN', by: 'withdrawCandidate', during: UNTIL_FILLED },
  { from: 'SHORTLISTED', to: 'REJECTED', by: 'rejectCandidate', during: CHOOSING },
  { from: 'SHORTLISTED', to: 'WITHDRAWN', by: 'withdrawCandidate', during: UNTIL_FILLED },
  { from: 'SHORTLISTED', to: 'WITHDRAWN', by: 'declineDecision', during: ['DECIDED'] },
  { from: 'REJECTED', to: 'NOMINATED', by: 'nominateCandidate', during: ['OPEN'] },
  { from: 'WITHDRAWN', to: 'NOMINATED', by: 'nominateCandidate', during: ['OPEN'] },
];

/** States in which a position is still to be filled: a unit has one such opening a role. */
export const LIVE_STATES: readonly OpeningState[] = ['DRAFT', 'OPEN', 'SHORTLISTED', 'DECIDED'];

/** The move that a mutation makes of an opening in a state, or why there is none. */
export const openingMove = (from: OpeningState, by: string): OpeningMove | Fault =>
  OPENING_MOVES.find((move) => move.from === from && move.by === by) ??
  contradiction('state', `is ${from}, in which this cannot be done`);

/** What a mutation needs where it cannot be done: who may not do it at all is not told of the state. */
export const usualAction = (by: string): Action =>
  OPENING_MOVES.find((move) => move.by === by)?.action ?? 'opening.write';

/** The move that a mutation makes of a candidate, or why there is none. */
export function candidateMove(from: CandidateState, by: string, during: OpeningState): CandidateMove | Fault {
  const move = CANDIDATE_MOVES.find((one) => one.from === from && one.by === by);
  if (!move) return contradiction('employeeId', `names a candidate who is ${from}, of whom this cannot be done`);
  if (move.during.includes(during)) return move;
  return contradiction('state', `is ${during}, in which this cannot be done`);
}
