/** How large a unit should be is said by who leads it or stands above it. */
import { reachesUnit, type Viewer } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { conflict, idFromCode, notFound, requestOf } from '@salesgraph/service-kit';
import { remembering, unwritten } from '../../audit.ts';
import { reasonOf, refusal } from '../../faults.ts';
import { type Change, changed, checkVersion, isFault } from '../changing.ts';
import { isDuplicate } from '../documents.store.ts';
import type { TeamStores } from '../stores.ts';
import { planned } from './mix.ts';
import type { StoredPlan } from './plans.store.ts';

export interface PlanTeamSize extends Change {
  unitId: string;
  size?: number | null;
  from?: Day | null;
  reason?: string | null;
}

/** Says how large a unit should be from a day on. @throws NOT_FOUND, BAD_USER_INPUT, CONFLICT */
export async function planTeamSize(input: PlanTeamSize, viewer: Viewer, stores: TeamStores): Promise<StoredPlan> {
  const request = requestOf('planTeamSize', viewer.subject, input);
  const scope = await viewer.require('team.plan');
  const { unitId, expectedVersion } = input;
  const [units, plans] = await Promise.all([stores.units.all(), stores.plans.ofUnits([unitId])]);
  if (!units.has(unitId) || !reachesUnit(scope, unitId)) throw notFound('unit');
  const today = stores.today();
  const reason = reasonOf(input.reason);
  const size = { from: input.from ?? today, size: input.size ?? null, reason, by: viewer.subject };
  const change = { action: 'team.plan', reason };
  const present = plans.get(unitId);
  if (present) {
    return changed(present, {
      ...{ what: 'plan', request, expectedVersion, change },
      next: (plan) => planned(plan, size, today),
      save: (document) => stores.plans.save(document, viewer.subject),
    });
  }
  checkVersion({ version: 0 }, expectedVersion, 'plan');
  const first = planned({ id: idFromCode('pln', unitId), unitId, sizes: [], ...unwritten }, size, today);
  if (isFault(first)) throw refusal([first]);
  try {
    return await stores.plans.insert({ ...first, ...remembering(unwritten, change, request) }, viewer.subject);
  } catch (error) {
    throw isDuplicate(error) ? conflict('It was changed by somebody else meanwhile; read it again.') : error;
  }
}
