/** What one request reads of the organization, collected and read together: the number of calls does not grow with the rows. */
import type { Viewer } from '@salesgraph/access';
import { covers, type Day } from '@salesgraph/calendar';
import type { UnitTree } from '@salesgraph/organization-model';
import { loader } from '@salesgraph/service-kit';
import type { StoredPerson } from './people/people.store.ts';
import type { Stores } from './stores.ts';
import type { StoredUnit } from './units/units.store.ts';
import type { UnitRecord } from './units/units.ts';

/** A unit as of a day: what a resolver below is given. */
export interface UnitOnDay {
  unit: StoredUnit;
  day: Day;
  /** A certain record to show instead of that of the day. */
  record?: UnitRecord;
}

/** A person as of a day: what a resolver below is given. */
export interface PersonOnDay {
  person: StoredPerson;
  day: Day;
}

/** What every resolver of this service is given beside its arguments. */
export interface OrganizationContext {
  viewer: Viewer;
  loaders: Directory;
}

interface InUnit {
  unitId: string;
  day: Day;
}
interface MembersKey extends InUnit {
  deep: boolean;
}
interface MemberPageKey extends MembersKey {
  limit: number;
  after: string[] | null;
}

export type Directory = ReturnType<typeof createDirectory>;

export function createDirectory(stores: Stores) {
  let kept: Promise<UnitTree<StoredUnit>> | undefined;

  const history = () => {
    kept ??= stores.units.tree();
    return kept;
  };
  const tree = async (day: Day) => (await history()).on(day);
  const unitIds = async ({ unitId, day, deep }: MembersKey) => (deep ? (await tree(day)).subtree(unitId) : [unitId]);

  /** Answers keys with one read for each kind of key, over the units of all of them. */
  async function overUnits<K extends MembersKey, Row, V>(
    keys: readonly K[],
    kindOf: (key: K) => string,
    read: (day: Day, ids: string[], key: K) => Promise<Map<string, Row>>,
    combine: (rows: Row[], key: K) => V,
  ): Promise<V[]> {
    const wanted = await Promise.all(keys.map(async (key) => ({ key, ids: await unitIds(key) })));
    const answers = new Map<string, Map<string, Row>>();
    await Promise.all(
      [...Map.groupBy(wanted, ({ key }) => kindOf(key))].map(async ([kind, some]) => {
        const ids = [...new Set(some.flatMap((one) => one.ids))];
        answers.set(kind, ids.length > 0 ? await read(some[0]!.key.day, ids, some[0]!.key) : new Map());
      }),
    );
    return wanted.map(({ key, ids }) =>
      combine(
        ids.flatMap((id) => answers.get(kindOf(key))!.get(id) ?? []),
        key,
      ),
    );
  }

  const person = loader<string, StoredPerson | null>(async (ids) => {
    const found = new Map((await stores.people.byIds(ids)).map((one) => [one.id, one]));
    return ids.map((id) => found.get(id) ?? null);
  });

  const personByCode = loader<string, StoredPerson | null>(async (codes) => {
    const found = new Map((await stores.people.byCodes(codes)).map((one) => [one.code, one]));
    return codes.map((code) => found.get(code) ?? null);
  });

  const leader = loader<InUnit, StoredPerson | null, string>(
    async (keys) => {
      const people = await stores.people.leadersOf([...new Set(keys.map(({ unitId }) => unitId))]);
      const terms = Map.groupBy(
        people.flatMap((one) => one.assignments.filter((some) => some.leader).map((term) => ({ person: one, term }))),
        ({ term }) => term.unitId,
      );
      return keys.map(({ unitId, day }) => terms.get(unitId)?.find(({ term }) => covers(term, day))?.person ?? null);
    },
    ({ unitId, day }) => `${day} ${unitId}`,
  );

  const memberCount = loader<MembersKey, number, string>(
    (keys) =>
      overUnits(
        keys,
        ({ day }) => day,
        (day, ids) => stores.people.memberCounts(day, ids),
        (counts) => counts.reduce((sum, count) => sum + count, 0),
      ),
    ({ unitId, day, deep }) => `${day} ${deep} ${unitId}`,
  );

  const memberPage = loader<MemberPageKey, StoredPerson[], string>(
    async (keys) => {
      const [only, ...others] = keys;
      if (only && others.length === 0) {
        // One list alone is read as a page of people, however many units it is of.
        const { day, limit, after } = only;
        const filter = { day, unitIds: await unitIds(only), primary: true };
        return [await stores.people.page(filter, { limit, after })];
      }
      const pages = await overUnits(
        keys,
        ({ day, limit, after }) => JSON.stringify([day, limit, after]),
        (day, ids, page) => stores.people.memberPages(day, ids, page),
        (rows, { limit }) =>
          rows
            .flat()
            .sort((a, b) => (a.code < b.code ? -1 : 1))
            .slice(0, limit + 1),
      );
      return Promise.all(
        pages.map(async (page) => {
          const people = await Promise.all(page.map(({ id }) => person.load(id)));
          return people.filter((one) => one !== null);
        }),
      );
    },
    ({ unitId, day, deep, limit, after }) => JSON.stringify([day, deep, unitId, limit, after]),
  );

  return {
    /** All units with their history, by id. */
    units: async () => (await history()).units,
    tree,
    person,
    personByCode,
    leader,
    memberCount,
    memberPage,

    /** Drops what was read: after a write in the same request it is no longer true. */
    forget(): void {
      kept = undefined;
      for (const one of [person, personByCode, leader, memberCount, memberPage]) one.clearAll();
    },
  };
}
