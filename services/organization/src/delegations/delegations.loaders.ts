/** What one request reads of who stands in for whom, collected. */
import { loader } from '@salesgraph/service-kit';
import type { Directory, OrganizationContext } from '../directory.ts';
import type { Stores } from '../stores.ts';
import { type Representation, representationsOf } from './delegations.store.ts';

export const createDelegationLoaders = (stores: Stores) => ({
  /** Who stands in for a person, past and future too. */
  representations: loader<string, Representation[]>(async (absentIds) => {
    const found = await representationsOf(stores.people.model, absentIds);
    return absentIds.map((id) => found.get(id) ?? []);
  }),
});

export interface DelegationContext extends OrganizationContext {
  loaders: Directory & ReturnType<typeof createDelegationLoaders>;
}
