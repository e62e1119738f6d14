/** Who takes part in filling leading positions, and how far. */
import { type Action, reachesUnit, type Scope, type Viewer } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { fail } from '@salesgraph/service-kit';
import type { Unit } from '../units/units.ts';
import { isParty, type Opening, unitAbove } from './openings/openings.ts';

const ACTIONS = ['opening.read', 'opening.write', 'assessment.write', 'appointment.decide'] as const satisfies Action[];
export type LeadershipAction = (typeof ACTIONS)[number];

export interface Caller {
  /** The employee's code or the account's name. */
  subject: string;
  /** Null for an account. */
  employeeId: string | null;
  scopes: Record<LeadershipAction, Scope>;
}

/** Reads who calls: the same number of reads whatever is asked for afterwards. */
export async function callerOf(viewer: Viewer): Promise<Caller> {
  const person = await viewer.employee();
  const scopes = await Promise.all(ACTIONS.map((action) => viewer.scope(action)));
  const byAction = Object.fromEntries(ACTIONS.map((action, place) => [action, scopes[place]!]));
  return {
    subject: viewer.subject,
    employeeId: person?.id ?? null,
    scopes: byAction as Record<LeadershipAction, Scope>,
  };
}

/**
 * Whether a caller reaches an opening with an action. Who leads a unit is decided from above: to decide, one must reach the
 * unit above it, so that nobody who answers for a unit alone chooses who follows.
 * @param unit whose leading position it is
 */
export function reaches(caller: Caller, action: Action, unit: Unit, today: Day): boolean {
  const scope = caller.scopes[action as LeadershipAction];
  if (action !== 'appointment.decide') return reachesUnit(scope, unit.id);
  const above = unitAbove(unit, today);
  return scope.kind === 'COMPANY' || (above !== null && reachesUnit(scope, above));
}

/** Whether a caller sees marks and comments: those who assess or decide, never who is in for the position. */
export const seesMarks = (caller: Caller, opening: Opening, unit: Unit, today: Day): boolean =>
  !isParty(opening, caller.employeeId) &&
  (reaches(caller, 'assessment.write', unit, today) || reaches(caller, 'appointment.decide', unit, today));

/** @throws FORBIDDEN to who sees the opening but does not reach it with the action, or is in for it */
export function mustReach(caller: Caller, action: Action, opening: Opening, unit: Unit, today: Day): void {
  if (isParty(opening, caller.employeeId)) {
    throw fail('FORBIDDEN', 'Who is in for a position has no part in filling it.');
  }
  if (reaches(caller, action, unit, today)) return;
  throw fail('FORBIDDEN', `You may not do this here: it needs the permission ${action} for the position.`);
}
