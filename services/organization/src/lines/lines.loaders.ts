/** What one request reads of reporting lines, collected: the number of calls does not grow with the people asked about. */
import { covers, type Day } from '@salesgraph/calendar';
import { loader } from '@salesgraph/service-kit';
import type { Directory, OrganizationContext } from '../directory.ts';
import { primaryOn } from '../people/assignments.ts';
import type { StoredPerson } from '../people/people.store.ts';
import { leadersOn } from '../reporting/leadership-terms.ts';
import type { Stores } from '../stores.ts';
import { type DirectReports, directReportsIn } from './lines.ts';

interface Superior {
  person: StoredPerson;
  day: Day;
  deep: boolean;
}

/** Who is listed as reporting to somebody: everybody at home in some units but that person, and some leaders beside them. */
interface Below extends DirectReports {
  day: Day;
  person: StoredPerson;
}

export type LineLoaders = ReturnType<typeof createLineLoaders>;

export interface LinesContext extends OrganizationContext {
  loaders: Directory & LineLoaders;
}

const unitsLedOn = ({ person, day }: Superior): string[] =>
  person.assignments.filter((one) => one.leader && covers(one, day)).map(({ unitId }) => unitId);

const keyOf = ({ person, day, deep }: Superior) => `${day} ${deep} ${person.id}`;

export function createLineLoaders(stores: Stores, directory: Directory) {
  /** Everybody below each of some people on a day, as units. */
  async function zonesOf(superiors: readonly Superior[]): Promise<string[][]> {
    const history = await directory.history();
    return superiors.map((one) => [
      ...new Set(unitsLedOn(one).flatMap((unitId) => [...history.on(one.day).subtree(unitId)])),
    ]);
  }

  const below = loader<Superior, Below, string>(async (keys) => {
    const [history, zones] = await Promise.all([directory.history(), zonesOf(keys)]);
    const direct = keys.map((key, place) => ({ day: key.day, units: key.deep ? [] : zones[place]! }));
    const asked = direct.flatMap(({ day, units }) => units.flatMap((id) => history.on(day).upwards(id)));
    const people = asked.length > 0 ? await stores.seats.leaders([...new Set(asked)]) : [];
    const reports = new Map(
      [...Map.groupBy(direct, ({ day }) => day)].map(([day, some]) => {
        const units = [...new Set(some.flatMap((one) => one.units))];
        return [day, directReportsIn(history.on(day), units, leadersOn(people, day))];
      }),
    );
    return keys.map(({ person, day, deep }, place) => {
      const found = deep ? { unitIds: zones[place]!, leaders: [] } : reports.get(day)!.get(person.id);
      return { day, person, unitIds: found?.unitIds ?? [], leaders: found?.leaders ?? [] };
    });
  }, keyOf);

  const reportCount = loader<Superior, number, string>(async (keys) => {
    const lists = await below.loadMany(keys).then(sound);
    const counts = await directory.countsOf(lists);
    return lists.map(({ person, day, unitIds, leaders }, place) => {
      const home = primaryOn(person, day)?.unitId;
      const isCounted = home !== undefined && unitIds.includes(home);
      return counts[place]! + leaders.length - Number(isCounted);
    });
  }, keyOf);

  type PageKey = Superior & { limit: number; after: string[] | null };
  const reportPage = loader<PageKey, StoredPerson[], string>(
    async (keys) => {
      const lists = await below.loadMany(keys).then(sound);
      return directory.pagesOf(
        lists.map(({ day, person, unitIds, leaders }, place) => {
          const { limit, after } = keys[place]!;
          return { day, unitIds, limit, after, without: person.id, beside: leaders };
        }),
      );
    },
    ({ limit, after, ...key }) => JSON.stringify([keyOf(key), limit, after]),
  );

  directory.forgetsToo(below, reportCount, reportPage);
  return { reportCount, reportPage };
}

/** What was loaded, all of it. @throws the first fault among it */
function sound<Value>(loaded: (Value | Error)[]): Value[] {
  return loaded.map((one) => {
    if (one instanceof Error) throw one;
    return one;
  });
}
