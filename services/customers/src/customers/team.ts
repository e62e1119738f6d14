/** Keeps who may see a customer in step with who has an opportunity of it. */
import type { OpportunityStore } from '../opportunities/opportunities.store.ts';
import type { CustomerStore } from './customers.store.ts';

/**
 * Takes people out of a customer's team who have no opportunity with it any more. Somebody may record a new one at the
 * same moment, so it is looked for again after taking out: a writer adds to the team before and after it writes.
 */
export async function leaveTeam(
  customers: CustomerStore,
  opportunities: OpportunityStore,
  customerId: string,
  employeeIds: string[],
): Promise<void> {
  const still = await opportunities.peopleWith(customerId, employeeIds);
  const gone = employeeIds.filter((id) => !still.has(id));
  if (gone.length === 0) return;
  await customers.removeFromTeam(customerId, gone);
  const back = await opportunities.peopleWith(customerId, gone);
  const missed = gone.filter((id) => back.has(id));
  if (missed.length > 0) await customers.addToTeams(new Map([[customerId, missed]]));
}
