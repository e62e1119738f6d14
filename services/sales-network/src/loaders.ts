/** What one request reads of outlets, collected and read together: the number of calls does not grow with the rows. */
import type { Viewer } from '@salesgraph/access';
import { loader } from '@salesgraph/service-kit';
import type { OutletStatus } from './outlets/life-cycle.ts';
import type { OutletKind, StoredOutlet } from './outlets/outlets.ts';
import type { Stores } from './stores.ts';

/** A part of the list of outlets of a unit and all units below it. */
interface UnitListKey {
  unitId: string;
  kind?: OutletKind;
  status?: OutletStatus;
  limit: number;
  after: string[] | null;
}

/** What every resolver of this service is given beside its arguments. */
export interface SalesNetworkContext {
  viewer: Viewer;
  loaders: Loaders;
}

export type Loaders = ReturnType<typeof createLoaders>;

const kindOf = ({ kind, status, limit, after }: UnitListKey) => JSON.stringify([kind, status, limit, after]);
const keyOf = (key: UnitListKey) => `${key.unitId} ${kindOf(key)}`;

export function createLoaders(viewer: Viewer, stores: Stores) {
  /** Answers keys with one read for each kind of list, over the units of all of them. */
  async function overUnits<Row, V>(
    keys: readonly UnitListKey[],
    read: (
      filter: { day: string; unitIds: string[]; kind?: OutletKind; status?: OutletStatus },
      key: UnitListKey,
    ) => Promise<Map<string, Row>>,
    combine: (rows: Row[], key: UnitListKey) => V,
  ): Promise<V[]> {
    const units = await stores.view.units();
    const day = stores.today();
    const wanted = keys.map((key) => ({ key, unitIds: [...units.subtree(key.unitId, day)] }));
    const answers = new Map<string, Map<string, Row>>();
    await Promise.all(
      [...Map.groupBy(wanted, ({ key }) => kindOf(key))].map(async ([kind, some]) => {
        const unitIds = [...new Set(some.flatMap((one) => one.unitIds))];
        const { key } = some[0]!;
        answers.set(kind, await read({ day, unitIds, kind: key.kind, status: key.status }, key));
      }),
    );
    return wanted.map(({ key, unitIds }) =>
      combine(
        unitIds.flatMap((id) => answers.get(kindOf(key))!.get(id) ?? []),
        key,
      ),
    );
  }

  const outlet = loader<string, StoredOutlet | null>(async (ids) => {
    const found = await stores.outlets.byIds(ids, await viewer.scope('outlet.read'));
    const byId = new Map(found.map((one) => [one.id, one]));
    return ids.map((id) => byId.get(id) ?? null);
  });

  const unitPage = loader<UnitListKey, StoredOutlet[], string>(async (keys) => {
    const scope = await viewer.scope('outlet.read');
    return overUnits(
      keys,
      (filter, key) => stores.outlets.pagesByUnit(filter, scope, key),
      (rows, { limit }) =>
        rows
          .flat()
          .sort((a, b) => (a.code < b.code ? -1 : 1))
          .slice(0, limit + 1),
    );
  }, keyOf);

  const unitCount = loader<UnitListKey, number, string>(async (keys) => {
    const scope = await viewer.scope('outlet.read');
    return overUnits(
      keys,
      (filter) => stores.outlets.countsByUnit(filter, scope),
      (counts) => counts.reduce((sum, count) => sum + count, 0),
    );
  }, keyOf);

  return {
    outlet,
    unitPage,
    unitCount,

    /** Drops what was read: after a write in the same request it is no longer true. */
    forget(): void {
      for (const one of [outlet, unitPage, unitCount]) one.clearAll();
    },
  };
}
