/** What one request reads of succession, collected and read together. */
import { type Role, reachesUnit, type Viewer } from '@salesgraph/access';
import { loader } from '@salesgraph/service-kit';
import type { Directory } from '../../directory.ts';
import type { StoredUnit } from '../../units/units.store.ts';
import type { Founded } from '../context.ts';
import type { LeadershipStores } from '../stores.ts';
import type { StoredPlan } from './succession.store.ts';
import { isCovered, positionKey, positionOf, type Readiness, standingOf } from './succession.ts';

/** A position that nobody could fill in time. */
export interface Gap {
  unit: StoredUnit;
  role: Role;
  plan: StoredPlan | null;
}

/** @param founded leaves out what belongs to units whose founding was cancelled */
export function createSuccessionLoaders(
  viewer: Viewer,
  stores: LeadershipStores,
  directory: Pick<Directory, 'tree' | 'person'>,
  founded: Founded,
) {
  const readable = () => viewer.scope('succession.read');

  const plan = loader<string, StoredPlan | null>(async (ids) => {
    const found = new Map((await founded(stores.successions.byIds(ids, await readable()))).map((one) => [one.id, one]));
    return ids.map((id) => found.get(id) ?? null);
  });

  const plansOfUnit = loader<string, StoredPlan[]>(async (unitIds) => {
    const found = Map.groupBy(await stores.successions.ofUnits(unitIds, await readable()), ({ unitId }) => unitId);
    return unitIds.map((id) => found.get(id) ?? []);
  });

  /** The positions that are not covered in time, in the order of the units' codes: three reads, however many units. */
  async function gaps({
    unit,
    deep,
    within,
  }: {
    unit?: string | null;
    deep: boolean;
    within: Readiness;
  }): Promise<Gap[]> {
    const [scope, day] = [await readable(), stores.today()];
    const tree = await directory.tree(day);
    const asked = unit === null || unit === undefined ? null : new Set(deep ? tree.subtree(unit) : [unit]);
    const units = tree.all().filter(({ id }) => reachesUnit(scope, id) && (asked === null || asked.has(id)));
    const unitIds = units.map(({ id }) => id);
    const [leaders, plans] = await Promise.all([
      stores.people.leadersOf(unitIds),
      stores.successions.ofUnits(unitIds, scope),
    ]);
    const named = [...new Set(plans.flatMap(({ successors }) => successors.map(({ employeeId }) => employeeId)))];
    const people = new Map((await stores.people.byIds(named)).map((person) => [person.id, person]));
    const terms = Map.groupBy(
      leaders.flatMap(({ assignments }) => assignments.filter(({ leader }) => leader)),
      ({ unitId }) => unitId,
    );
    const byPosition = new Map(plans.map((one) => [positionKey(one), one]));
    return units.flatMap((one): Gap[] => {
      const position = positionOf(one, terms.get(one.id) ?? [], day);
      const known = byPosition.get(positionKey(position)) ?? null;
      const standing = (id: string) => {
        const person = people.get(id);
        return person ? standingOf(person, one.id, day) : 'HAS_LEFT';
      };
      return isCovered(known, standing, within) ? [] : [{ unit: one, role: position.role, plan: known }];
    });
  }

  return { plan, plansOfUnit, gaps };
}
