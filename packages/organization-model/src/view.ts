/** Reads the organization from a service's own database. */
import type { OrganizationView as AccessView, ReportView } from '@salesgraph/access';
import { covers, type Day } from '@salesgraph/calendar';
import type { Connection, mongo } from 'mongoose';
import { holderReads, standsIn } from './holders.ts';
import type { Person } from './organization.ts';
import { collectionsOf, personOf, unitOf } from './read-model.ts';
import { keptUnder, UNITS_STAMP } from './stamp.ts';
import { type UnitTree, unitTree } from './tree.ts';

/** What a service asks of the organization. Each call costs a fixed number of reads, however many ids it is given. */
export interface OrganizationView extends AccessView<Person>, ReportView<Person> {
  units(): Promise<UnitTree>;
  /** Those who exist, by id. */
  peopleByIds(ids: readonly string[]): Promise<Map<string, Person>>;
  /** Those who exist, by code. */
  peopleByCodes(codes: readonly string[]): Promise<Map<string, Person>>;
  /** Who is assigned to one of these units, not to those below, on a day. */
  peopleIn(unitIds: readonly string[], day: Day): Promise<Person[]>;
  /** By unit: the ids of those who are assigned to it or to a unit below it on a day. */
  peopleOfSubtrees(unitIds: readonly string[], day: Day): Promise<Map<string, Set<string>>>;
  /** Everybody who is known, in code order: for score runs and the like, not for requests. */
  everybody(): Promise<Person[]>;
  /** The currency that the company reports in; null before the company is known. */
  currency(): Promise<string | null>;
}

/** Without this a server gives 101 documents and has the rest asked for: more people would cost more calls. */
const BATCH = 100_000;

/**
 * The view of a service on its copy, or of organization on its own collections. Units are kept in memory until their stamp
 * changes, which is looked at on every call: what is answered is never older than the last change that was taken in.
 */
export function organizationView(connection: Connection): OrganizationView {
  const { units, people, stamps } = collectionsOf(connection);
  let last: { stamp: string; tree: UnitTree } | undefined;

  const readTree = async (): Promise<UnitTree> =>
    unitTree(
      (
        await units.find({}, { projection: { code: 1, kind: 1, currency: 1, records: 1 }, batchSize: BATCH }).toArray()
      ).map(unitOf),
    );

  async function tree(): Promise<UnitTree> {
    // The stamp is read before the units: units that change meanwhile bring another stamp.
    const stamp = keptUnder(await stamps.findOne({ _id: UNITS_STAMP }));
    if (stamp === null) return readTree();
    if (last?.stamp !== stamp) last = { stamp, tree: await readTree() };
    return last.tree;
  }

  const FIELDS = { code: 1, name: 1, hiredOn: 1, leftOn: 1, assignments: 1, delegations: 1 };
  const find = async (filter: mongo.Filter<{ _id: string }>): Promise<Person[]> =>
    (
      await people
        .find(filter as object, { projection: FIELDS, batchSize: BATCH })
        .sort({ code: 1 })
        .toArray()
    ).map(personOf);

  /** One read, for nobody too: how many there are must not tell whether what somebody asks for is hidden or absent. */
  const findAmong = (field: string, values: readonly string[]): Promise<Person[]> =>
    find({ [field]: { $in: [...new Set(values)] } } as object);

  async function peopleIn(unitIds: readonly string[], day: Day): Promise<Person[]> {
    const wanted = new Set(unitIds);
    const found = await findAmong('assignments.unitId', unitIds);
    return found.filter(({ assignments }) => assignments.some((one) => wanted.has(one.unitId) && covers(one, day)));
  }

  return {
    units: tree,
    personByCode: async (code) => (await find({ code } as object))[0] ?? null,
    peopleByIds: async (ids) => new Map((await findAmong('_id', ids)).map((person) => [person.id, person])),
    peopleByCodes: async (codes) => new Map((await findAmong('code', codes)).map((person) => [person.code, person])),
    peopleIn,
    standInsOn: (day) => find(standsIn(day) as object),
    ...holderReads(people),

    async peopleOfSubtrees(unitIds, day) {
      const known = await tree();
      const subtrees = new Map([...new Set(unitIds)].map((id) => [id, new Set(known.subtree(id, day))]));
      const members = await peopleIn([...new Set([...subtrees.values()].flatMap((ids) => [...ids]))], day);
      return new Map(
        [...subtrees].map(([id, within]) => [
          id,
          new Set(
            members
              .filter(({ assignments }) => assignments.some((one) => within.has(one.unitId) && covers(one, day)))
              .map((person) => person.id),
          ),
        ]),
      );
    },

    everybody: () => find({}),
    currency: async () => (await tree()).currency,
  };
}
