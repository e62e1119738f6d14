/** How an opening is changed: read in scope, allowed, its new state by a rule, written at its version. */
import type { Action, Viewer } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { type ApiError, conflict, notFound, type Request, requestOf } from '@salesgraph/service-kit';
import { hasAnswered, remembering } from '../../audit.ts';
import { type Fault, reasonFaults, reasonOf, refusal } from '../../faults.ts';
import type { Turn } from '../../turn.store.ts';
import type { StoredUnit } from '../../units/units.store.ts';
import { isFounded, type Unit } from '../../units/units.ts';
import { type Caller, callerOf, mustReach } from '../callers.ts';
import type { LeadershipStores } from '../stores.ts';
import type { StoredOpening } from './openings.store.ts';
import { isFault, type Opening, type Stamp } from './openings.ts';
import { openingMove, usualAction } from './states.ts';

/** What every change of an opening is given. */
export interface OpeningChange {
  openingId: string;
  expectedVersion: number;
  idempotencyKey?: string | null;
}

/** What a rule works on. */
export interface Given<Input> {
  input: Input;
  opening: StoredOpening;
  unit: StoredUnit;
  units: ReadonlyMap<string, StoredUnit>;
  stamp: Stamp;
  today: Day;
  stores: LeadershipStores;
}

export interface ChangeOptions<Input> {
  /** What must be allowed; null when it follows from the move that the mutation makes. */
  needs: Action | null;
  /** Whether somebody who is in for the position does it of themselves. */
  ofOneself?: (input: Input, caller: Caller) => boolean;
  /** Why it is done, where that is asked for. */
  reason?: (input: Input) => string;
}

/** The refusal of a stale write, to be thrown. @param current version; null when there is nothing yet */
export const stale = (what: string, current: number | null): ApiError =>
  conflict(`The ${what} has changed since it was read.`, [
    {
      field: 'expectedVersion',
      message: current === null ? 'must be absent: there is none yet' : `is not the current version, ${current}`,
    },
  ]);

/** Everything about a call that is settled before a rule is asked. */
interface Asked<Input> {
  given: Given<Input>;
  turn: Turn;
  request: Request | null;
  reason: string | null;
}

/** The unit of an opening. @throws NOT_FOUND when its founding was cancelled: the opening is as absent as the unit then */
export function unitOfOpening<U extends Pick<Unit, 'records'>>({ unitId }: Opening, units: ReadonlyMap<string, U>): U {
  const unit = units.get(unitId);
  if (!unit || !isFounded(unit)) throw notFound('opening');
  return unit;
}

/**
 * A mutation of one opening. `work` writes it; a repeat of the call is answered with the opening as recorded.
 * @param name of the mutation, which is also that of its move in the table of states
 * @throws NOT_FOUND for what is hidden and absent alike, FORBIDDEN, CONFLICT, BAD_USER_INPUT
 */
export function onOpening<Input extends OpeningChange>(
  name: string,
  { needs, ofOneself, reason }: ChangeOptions<Input>,
  work: (asked: Asked<Input>) => Promise<StoredOpening>,
) {
  return async (input: Input, viewer: Viewer, stores: LeadershipStores): Promise<StoredOpening> => {
    const request = requestOf(name, viewer.subject, input);
    const caller = await callerOf(viewer);
    return stores.turns.inTurn(async (turn) => {
      const [opening] = await stores.openings.byIds([input.openingId], caller.scopes['opening.read']);
      if (!opening) throw notFound('opening');
      const [units, today] = [await stores.units.all(), stores.today()];
      const unit = unitOfOpening(opening, units);
      if (hasAnswered(opening, request)) return opening;
      const move = needs ? null : openingMove(opening.state, name);
      const action = needs ?? (move && !isFault(move) ? move.action : usualAction(name));
      if (!ofOneself?.(input, caller)) mustReach(caller, action, opening, unit, today);
      if (move && isFault(move)) throw refusal([move]);
      if (opening.version !== input.expectedVersion) throw stale('opening', opening.version);
      const why = reasonFaults(reason?.(input), { required: reason !== undefined });
      if (why.length > 0) throw refusal(why);
      const stamp = { by: viewer.subject, at: stores.clock.now() };
      const given = { input, opening, unit, units, stamp, today, stores };
      return work({ given, turn, request, reason: reasonOf(reason?.(input)) });
    });
  };
}

/** An opening as it is written: its new state with the memory of the call. */
export const written = <Input>(
  { given, request, reason }: Asked<Input>,
  next: Opening,
  action: string,
): StoredOpening => ({
  ...given.opening,
  ...next,
  ...remembering(given.opening, { action, reason }, request),
});

/** A mutation that changes the opening alone. @param action as the audit trail names it */
export const changeOpening = <Input extends OpeningChange>(
  name: string,
  action: string,
  options: ChangeOptions<Input>,
  next: (given: Given<Input>) => Opening | Fault | Promise<Opening | Fault>,
) =>
  onOpening<Input>(name, options, async (asked) => {
    const { given, turn } = asked;
    const opening = await next(given);
    if (isFault(opening)) throw refusal([opening]);
    const stored = written(asked, opening, action);
    await turn.extend({ units: false });
    await given.stores.openings.save(stored, given.stamp.by);
    return { ...stored, version: stored.version + 1 };
  });
