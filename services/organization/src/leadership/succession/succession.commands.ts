/** Planning who could follow. */
import { type Role, reachesUnit, type Viewer } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { fail, requestOf } from '@salesgraph/service-kit';
import { hasAnswered, remembering, unwritten } from '../../audit.ts';
import { refusal } from '../../faults.ts';
import { isFounded } from '../../units/units.ts';
import { stale } from '../openings/changing.ts';
import type { LeadershipStores } from '../stores.ts';
import { planId, type StoredPlan } from './succession.store.ts';
import { MAX_SUCCESSORS, planFaults, type Readiness } from './succession.ts';

export interface PlanSuccession {
  unitId: string;
  role: Role;
  successors: { employeeId: string; readiness: Readiness; note?: string | null; reviewedOn: Day }[];
  expectedVersion?: number | null;
  idempotencyKey?: string | null;
}

/**
 * Says who could follow in a position: the whole bench, the first choice first.
 * @throws BAD_USER_INPUT naming the field, CONFLICT, TOO_MANY
 */
export async function planSuccession(
  input: PlanSuccession,
  viewer: Viewer,
  stores: LeadershipStores,
): Promise<StoredPlan> {
  const request = requestOf('planSuccession', viewer.subject, input);
  const scope = await viewer.require('succession.write');
  if (input.successors.length > MAX_SUCCESSORS) {
    throw fail('TOO_MANY', `A position has ${MAX_SUCCESSORS} successors at most.`);
  }
  return stores.turns.inTurn(async (turn) => {
    const id = planId(input);
    const [present = null] = await stores.successions.byIds([id], scope);
    const successors = input.successors.map(({ employeeId, readiness, note, reviewedOn }) => ({
      ...{ employeeId, readiness, note: note?.trim() ?? null, reviewedOn },
    }));
    const plan = { id, unitId: input.unitId, role: input.role, successors };
    const [unit, people] = await Promise.all([
      stores.units.all().then((units) => units.get(input.unitId)),
      stores.people.byIds(successors.map(({ employeeId }) => employeeId)),
    ]);
    if (present && hasAnswered(present, request) && isFounded(unit)) return present;
    // A unit out of reach is refused in the words for one that is not there.
    const own = unit && reachesUnit(scope, unit.id) ? unit : undefined;
    const known = new Map(people.map((person) => [person.id, person]));
    const faults = planFaults(plan, own, known, stores.today());
    if (faults.length > 0) throw refusal(faults);
    if ((present?.version ?? null) !== (input.expectedVersion ?? null)) {
      throw stale('succession plan', present?.version ?? null);
    }
    const before = present ?? unwritten;
    const change = { action: 'succession.plan', reason: null };
    const stored = { ...before, ...plan, ...remembering(before, change, request) };
    await turn.extend({ units: false });
    await (present
      ? stores.successions.save(stored, viewer.subject)
      : stores.successions.insert(stored, viewer.subject));
    return { ...stored, version: before.version + 1 };
  });
}
