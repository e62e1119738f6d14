/** What one request reads of teams, collected and read together. */
import { reachesPerson } from '@salesgraph/access';
import { loader } from '@salesgraph/service-kit';
import type { Directory, OrganizationContext } from '../directory.ts';
import type { StoredChecklist } from './onboarding/onboarding.store.ts';
import type { TeamStores } from './stores.ts';

export type TeamLoaders = ReturnType<typeof teamLoaders>;

/** What resolvers of teams are given beside their arguments. */
export interface TeamContext extends OrganizationContext {
  loaders: Directory & { teams: TeamLoaders };
}

export function teamLoaders(stores: TeamStores, viewer: OrganizationContext['viewer']) {
  const today = stores.today();
  return {
    /** The checklists of a person; null where the caller does not reach them. */
    checklists: loader<string, StoredChecklist[] | null>(async (employeeIds) => {
      const scope = await viewer.scope('checklist.read');
      const found = Map.groupBy(
        await stores.checklists.ofPeople(employeeIds, { scope, today }),
        ({ employeeId }) => employeeId,
      );
      return employeeIds.map((id) => found.get(id) ?? (reachesPerson(scope, id) ? [] : null));
    }),
  };
}
