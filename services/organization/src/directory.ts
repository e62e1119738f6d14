/** What one request reads of the organization, collected and read together: the number of calls does not grow with the rows. */
import type { Viewer } from '@salesgraph/access';
import { covers, type Day } from '@salesgraph/calendar';
import type { UnitTree } from '@salesgraph/organization-model';
import { loader } from '@salesgraph/service-kit';
import type { StoredPerson } from './people/people.store.ts';
import type { Stores } from './stores.ts';
import type { StoredUnit } from './units/units.store.ts';
import type { Origin, UnitRecord } from './units/units.ts';

/** A unit as of a day: what a resolver below is given. */
export interface UnitOnDay {
  unit: StoredUnit;
  day: Day;
  /** A certain record to show instead of that of the day. */
  record?: UnitRecord;
}

/** A unit that was made of another one. */
interface Successor extends Pick<Origin, 'kind' | 'on'> {
  of: string;
  unit: StoredUnit;
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

/** A list of people: those with a primary assignment in some units on a day. */
interface PeopleOfUnits {
  day: Day;
  unitIds: readonly string[];
  /** Somebody who is not in the list. */
  without?: string;
  /** People of other units who are in the list too. */
  beside?: readonly Known[];
  limit: number;
  after: string[] | null;
}

/** Somebody of whom no more is read yet. */
interface Known {
  id: string;
  code: string;
}

/** The first of some people in code order, and one more. The order is the database's: by bytes of UTF-8. */
const first = <P extends Known>(people: P[], limit: number): P[] =>
  people.sort((a, b) => Buffer.compare(Buffer.from(a.code), Buffer.from(b.code))).slice(0, limit + 1);

export type Directory = ReturnType<typeof createDirectory>;

export function createDirectory(stores: Stores) {
  let kept: Promise<UnitTree<StoredUnit>> | undefined;
  let founded: Promise<ReadonlyMap<string, StoredUnit>> | undefined;
  let made: Promise<ReadonlyMap<string, Successor[]>> | undefined;

  const history = () => {
    kept ??= stores.units.tree();
    return kept;
  };
  /** A unit whose founding was cancelled has no record: it never was. */
  const units = async (): Promise<ReadonlyMap<string, StoredUnit>> => {
    founded ??= history().then((known) => new Map([...known.units].filter(([, { records }]) => records.length > 0)));
    return founded;
  };
  const successors = async () => {
    made ??= units().then((known) =>
      Map.groupBy(
        [...known.values()].flatMap((unit) =>
          unit.origins.map(({ unitId, kind, on }) => ({ of: unitId, unit, kind, on })),
        ),
        ({ of }) => of,
      ),
    );
    return made;
  };
  const tree = async (day: Day) => (await history()).on(day);
  const unitIds = async ({ unitId, day, deep }: MembersKey) => (deep ? (await tree(day)).subtree(unitId) : [unitId]);

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

  /** How many people have their primary assignment in some units, for several lists together: one read a day. */
  async function countsOf(lists: readonly Pick<PeopleOfUnits, 'day' | 'unitIds'>[]): Promise<number[]> {
    const [only, ...others] = lists;
    if (only && others.length === 0) {
      const { day, unitIds } = only;
      return [await stores.people.count({ day, unitIds, primary: true })];
    }
    const counts = new Map<Day, Map<string, number>>();
    await Promise.all(
      [...Map.groupBy(lists, ({ day }) => day)].map(async ([day, some]) => {
        const ids = [...new Set(some.flatMap(({ unitIds }) => unitIds))];
        counts.set(day, ids.length > 0 ? await stores.people.memberCounts(day, ids) : new Map());
      }),
    );
    return lists.map(({ day, unitIds }) => unitIds.reduce((sum, id) => sum + (counts.get(day)!.get(id) ?? 0), 0));
  }

  const memberCount = loader<MembersKey, number, string>(
    async (keys) => countsOf(await Promise.all(keys.map(async (key) => ({ ...key, unitIds: await unitIds(key) })))),
    ({ unitId, day, deep }) => `${day} ${deep} ${unitId}`,
  );

  /** Those of some people who are still on record. */
  const everyone = async (known: readonly Known[]): Promise<StoredPerson[]> =>
    (await Promise.all(known.map(({ id }) => person.load(id)))).filter((one) => one !== null);

  /** The first people (and one more) of several lists together. */
  async function pagesOf(lists: readonly PeopleOfUnits[]): Promise<StoredPerson[][]> {
    const wanted = lists.map(({ beside = [], without, ...list }) => ({
      ...list,
      isListed: ({ id }: Known) => id !== without,
      beside: beside.filter(({ code }) => list.after === null || code > list.after[0]!),
      // One more than a page and the one that tells of the next: the one who is not in the list may be among them.
      read: list.limit + (without === undefined ? 0 : 1),
    }));
    const [only, ...others] = wanted;
    if (!only) return [];
    if (others.length === 0) {
      // One list alone is read as a page of people, however many units it is of.
      const { day, unitIds, limit, after, read, beside, isListed } = only;
      const [people, more] = await Promise.all([
        stores.people.page({ day, unitIds, primary: true }, { limit: read, after }),
        everyone(first(beside, limit)),
      ]);
      return [first([...people.filter(isListed), ...more], limit)];
    }
    const kindOf = ({ day, read, after }: (typeof wanted)[number]) => JSON.stringify([day, read, after]);
    const found = new Map<string, Map<string, Known[]>>();
    await Promise.all(
      [...Map.groupBy(wanted, kindOf)].map(async ([kind, some]) => {
        const { day, read, after } = some[0]!;
        const ids = [...new Set(some.flatMap(({ unitIds }) => unitIds))];
        const page = { limit: read, after };
        found.set(kind, ids.length > 0 ? await stores.people.memberPages(day, ids, page) : new Map());
      }),
    );
    return Promise.all(
      wanted.map((list) => {
        const members = list.unitIds.flatMap((id) => found.get(kindOf(list))!.get(id) ?? []);
        return everyone(first([...members.filter(list.isListed), ...list.beside], list.limit));
      }),
    );
  }

  const memberPage = loader<MemberPageKey, StoredPerson[], string>(
    async (keys) => pagesOf(await Promise.all(keys.map(async (key) => ({ ...key, unitIds: await unitIds(key) })))),
    ({ unitId, day, deep, limit, after }) => JSON.stringify([day, deep, unitId, limit, after]),
  );

  const forgotten: { clearAll(): unknown }[] = [person, personByCode, leader, memberCount, memberPage];

  return {
    /** All units that exist, existed or will, with their history, by id. */
    units,
    /** By unit: which units were made of it, how and when. */
    successors,
    /** The tree over time. */
    history,
    tree,
    person,
    personByCode,
    leader,
    memberCount,
    memberPage,
    countsOf,
    pagesOf,

    /** Has what a feature reads dropped together with the rest. */
    forgetsToo(...more: { clearAll(): unknown }[]): void {
      forgotten.push(...more);
    },

    /** Drops what was read: after a write in the same request it is no longer true. */
    forget(): void {
      kept = founded = made = undefined;
      for (const one of forgotten) one.clearAll();
    },
  };
}
