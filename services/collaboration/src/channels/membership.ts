/** Which channels a caller belongs to, from the organization as it is today. */
import type { Viewer } from '@salesgraph/access';
import { covers } from '@salesgraph/calendar';
import type { Stores } from '../stores.ts';
import type { Membership } from './channels.store.ts';

/** An administrator reaches every channel; a person those it was added to and those of its units and the units above. */
export async function membershipOf(viewer: Viewer, stores: Stores): Promise<Membership> {
  if (viewer.kind === 'SERVICE')
    return viewer.account === 'ADMINISTRATOR' ? { kind: 'ALL', scope: viewer.scope } : { kind: 'NONE' };
  const person = await viewer.employee();
  if (!person) return { kind: 'NONE' };
  const today = stores.today();
  const tree = await stores.view.units();
  const own = person.assignments.filter((assignment) => covers(assignment, today)).map(({ unitId }) => unitId);
  const above = own.flatMap((unitId) => tree.ancestors(unitId, today).map(({ id }) => id));
  return { kind: 'PERSON', employeeId: person.id, unitIds: [...new Set([...own, ...above])], scope: viewer.scope };
}
