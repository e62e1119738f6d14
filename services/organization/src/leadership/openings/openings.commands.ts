/** What is done to openings. */
import { randomUUID } from 'node:crypto';
import { type Role, reachesUnit, type Viewer } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { madeCode, requestOf } from '@salesgraph/service-kit';
import { hasAnswered, remembering, unwritten } from '../../audit.ts';
import { contradiction, type Fault, refusal } from '../../faults.ts';
import { isFounded } from '../../units/units.ts';
import { resultOf } from '../assessments/results.ts';
import { callerOf } from '../callers.ts';
import type { LeadershipStores } from '../stores.ts';
import { changeOpening, type OpeningChange } from './changing.ts';
import { criteriaOf } from './criteria.commands.ts';
import { type Criterion, named } from './criteria.ts';
import type { StoredOpening } from './openings.store.ts';
import {
  cancelled,
  decided,
  declined,
  led,
  type Opening,
  type OpeningReason,
  openingFaults,
  reopened,
  shortlistClosed,
} from './openings.ts';

interface Statement {
  neededFrom: Day;
  headline: string;
  criteria?: Criterion[] | null;
  requiredAssessors: number;
}

export interface CreateOpening extends Statement {
  unitId: string;
  role: Role;
  reason: OpeningReason;
  idempotencyKey?: string | null;
}

type WithReason = OpeningChange & { reason: string };

const reason = ({ reason: why }: { reason: string }) => why;

/** Another opening that is to fill the same position, if there is one. */
export async function rivalOf({ id, unitId, role }: Opening, stores: LeadershipStores): Promise<Fault[]> {
  const rival = (await stores.openings.liveOf([unitId], { kind: 'COMPANY' })).find(
    (one) => one.role === role && one.id !== id,
  );
  return rival ? [contradiction('role', `has an opening in this unit already: ${rival.code}`)] : [];
}

/**
 * Drafts an opening.
 * @throws BAD_USER_INPUT naming the field, CONFLICT when the position has an opening already
 */
export async function createOpening(
  input: CreateOpening,
  viewer: Viewer,
  stores: LeadershipStores,
): Promise<StoredOpening> {
  const request = requestOf('createOpening', viewer.subject, input);
  const caller = await callerOf(viewer);
  return stores.turns.inTurn(async (turn) => {
    const answered = request && (await stores.openings.byRequest(request.key));
    const unit = (await stores.units.all()).get(input.unitId);
    // Of a unit whose founding was cancelled since, nothing is answered any more.
    if (answered && hasAnswered(answered, request) && isFounded(unit)) return answered;
    const opening: Opening = {
      ...{ id: `opn-${randomUUID()}`, code: madeCode('LO'), unitId: input.unitId, role: input.role },
      ...{ neededFrom: input.neededFrom, reason: input.reason, headline: input.headline.trim() },
      criteria: named(input.criteria ?? (await criteriaOf(input.role, stores)).criteria),
      requiredAssessors: input.requiredAssessors,
      ...{ state: 'DRAFT', candidates: [], decision: null, appointment: null },
    };
    // A unit out of reach is refused in the words for one that is not there.
    const own = unit && reachesUnit(caller.scopes['opening.write'], unit.id) ? unit : undefined;
    const faults = openingFaults(opening, own);
    if (faults.length > 0) throw refusal(faults);
    const rival = await rivalOf(opening, stores);
    if (rival.length > 0) throw refusal(rival);
    const change = { action: 'opening.create', reason: null };
    const stored = { ...opening, ...unwritten, ...remembering(unwritten, change, request) };
    await turn.extend({ units: false });
    await stores.openings.insert(stored, viewer.subject);
    return { ...stored, version: 1 };
  });
}

/** Restates a draft. @throws NOT_FOUND, FORBIDDEN, CONFLICT, BAD_USER_INPUT */
export const updateOpening = changeOpening<OpeningChange & Partial<{ [K in keyof Statement]: Statement[K] | null }>>(
  'updateOpening',
  'opening.update',
  { needs: 'opening.write' },
  ({ input, opening, unit }) => {
    if (opening.state !== 'DRAFT') {
      return contradiction('state', `is ${opening.state}: what has been published is not restated`);
    }
    const next = {
      ...opening,
      neededFrom: input.neededFrom ?? opening.neededFrom,
      headline: input.headline?.trim() ?? opening.headline,
      criteria: input.criteria ? named(input.criteria) : opening.criteria,
      requiredAssessors: input.requiredAssessors ?? opening.requiredAssessors,
    };
    const faults = openingFaults(next, unit);
    if (faults.length > 0) throw refusal(faults);
    return next;
  },
);

/** Makes a draft known: from here on candidates are nominated and assessed. */
export const publishOpening = changeOpening<OpeningChange>(
  'publishOpening',
  'opening.publish',
  { needs: null },
  ({ opening }) => led(opening, 'publishOpening'),
);

/** Closes the shortlist: everybody on it has been assessed, and is no more. */
export const closeShortlist = changeOpening<OpeningChange>(
  'closeShortlist',
  'opening.closeShortlist',
  { needs: null },
  async ({ opening, stores }) => {
    const given = Map.groupBy(await stores.assessments.ofOpenings([opening.id]), ({ employeeId }) => employeeId);
    const { criteria, requiredAssessors } = opening;
    return shortlistClosed(
      opening,
      (employeeId) => resultOf(criteria, requiredAssessors, given.get(employeeId) ?? []).hundredths !== null,
    );
  },
);

/** Takes an opening up again: a closed shortlist, or what was cancelled. */
export const reopenOpening = changeOpening<WithReason>(
  'reopenOpening',
  'opening.reopen',
  { needs: null, reason },
  async ({ opening, unit, stores }) => {
    // The unit may have been closed since, or founded anew as one of another kind.
    const [fault] = [...openingFaults(opening, unit), ...(await rivalOf(opening, stores))];
    return fault ? contradiction(fault.field, fault.message) : reopened(opening);
  },
);

/** Gives an opening up. */
export const cancelOpening = changeOpening<WithReason>(
  'cancelOpening',
  'opening.cancel',
  { needs: null, reason },
  ({ opening }) => cancelled(opening),
);

/** Decides for a candidate on the shortlist. */
export const decideOpening = changeOpening<WithReason & { employeeId: string }>(
  'decideOpening',
  'opening.decide',
  { needs: null, reason },
  ({ opening, input, stamp }) => decided(opening, input.employeeId, input.reason.trim(), stamp),
);

/** Records that who was decided for does not take the position. */
export const declineDecision = changeOpening<WithReason>(
  'declineDecision',
  'opening.decline',
  { needs: null, reason },
  ({ opening, input }) => declined(opening, input.reason.trim()),
);
