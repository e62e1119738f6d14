/** What one request reads of leaders, collected and read together. */
import type { Viewer } from '@salesgraph/access';
import { fail, loader } from '@salesgraph/service-kit';
import type { Founded } from '../context.ts';
import type { StoredOpening } from '../openings/openings.store.ts';
import type { LeadershipStores } from '../stores.ts';
import type { StoredPlan } from '../succession/succession.store.ts';

const MOST = 200;

/** A list that is plain in the graph. @returns an error where it would hold more than it may */
const capped = <Row>(rows: Row[], what: string): Row[] | Error =>
  rows.length > MOST ? fail('TOO_MANY', `There are more than ${MOST} ${what}.`) : rows;

/** @param founded leaves out what belongs to units whose founding was cancelled */
export function createProfileLoaders(viewer: Viewer, stores: LeadershipStores, founded: Founded) {
  /** The openings that people were appointed by, as far as the caller sees openings. */
  const openingsWon = loader<string, StoredOpening[]>(async (employeeIds) => {
    const found = await founded(stores.openings.wonBy(employeeIds, await viewer.scope('opening.read')));
    const grouped = Map.groupBy(found, ({ appointment }) => appointment!.employeeId);
    return employeeIds.map((id) => capped(grouped.get(id) ?? [], 'openings won'));
  });

  /** The openings in which people have been assessed, as far as the caller sees openings. */
  const openingsAssessedIn = loader<string, StoredOpening[]>(async (employeeIds) => {
    const ids = await stores.assessments.openingsOf(employeeIds);
    const all = [...new Set([...ids.values()].flat())];
    const found = await founded(stores.openings.byIds(all, await viewer.scope('opening.read')));
    return employeeIds.map((id) => {
      const own = new Set(ids.get(id));
      return capped(
        found.filter((opening) => own.has(opening.id)),
        'openings',
      );
    });
  });

  /** The plans in which people are named, as far as the caller sees succession. */
  const plansNaming = loader<string, StoredPlan[]>(async (employeeIds) => {
    const found = await founded(stores.successions.naming(employeeIds, await viewer.scope('succession.read')));
    return employeeIds.map((id) =>
      capped(
        found.filter(({ successors }) => successors.some(({ employeeId }) => employeeId === id)),
        'positions',
      ),
    );
  });

  return { openingsWon, openingsAssessedIn, plansNaming };
}
