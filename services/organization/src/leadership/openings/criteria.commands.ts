/** What candidates for a role are assessed by, unless an opening has criteria of its own. */
import type { Role, Viewer } from '@salesgraph/access';
import { fail, requestOf } from '@salesgraph/service-kit';
import { hasAnswered, remembering, unwritten } from '../../audit.ts';
import { refusal } from '../../faults.ts';
import type { LeadershipStores } from '../stores.ts';
import { stale } from './changing.ts';
import { type CriteriaSet, type Criterion, criteriaFaults, defaultCriteria, named } from './criteria.ts';

/** Criteria as the graph shows them: at version 0 those that come with the software. */
export type CriteriaShown = CriteriaSet & { version: number };

/** The criteria of a role. */
export const criteriaOf = async (role: Role, stores: LeadershipStores): Promise<CriteriaShown> =>
  (await stores.criteria.of(role)) ?? { role, criteria: defaultCriteria(role), version: 0 };

export interface SetLeadershipCriteria {
  role: Role;
  criteria: Criterion[];
  expectedVersion: number;
  idempotencyKey?: string | null;
}

/**
 * Sets the criteria of a role, for openings to come: those there are keep theirs.
 * @throws FORBIDDEN to who does not answer for the whole company, BAD_USER_INPUT, CONFLICT
 */
export async function setLeadershipCriteria(
  input: SetLeadershipCriteria,
  viewer: Viewer,
  stores: LeadershipStores,
): Promise<CriteriaShown> {
  const request = requestOf('setLeadershipCriteria', viewer.subject, input);
  const scope = await viewer.require('opening.write');
  if (scope.kind !== 'COMPANY') throw fail('FORBIDDEN', 'The criteria of a role are those of the whole company.');
  return stores.turns.inTurn(async (turn) => {
    const present = await stores.criteria.of(input.role);
    if (present && hasAnswered(present, request)) return present;
    const before = present ?? unwritten;
    if (before.version !== input.expectedVersion) throw stale('set of criteria', before.version);
    const criteria = named(input.criteria);
    const faults = criteriaFaults(criteria);
    if (faults.length > 0) throw refusal(faults);
    const change = { action: 'leadershipCriteria.set', reason: null };
    const stored = { ...before, role: input.role, criteria, ...remembering(before, change, request) };
    await turn.extend({ units: false });
    await (present ? stores.criteria.save(stored, viewer.subject) : stores.criteria.insert(stored, viewer.subject));
    return { ...stored, version: before.version + 1 };
  });
}
