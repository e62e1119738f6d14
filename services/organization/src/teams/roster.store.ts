/** Who is in which unit, read for teams: the few fields of people that count, in one read however many units. */
import type { Role } from '@salesgraph/access';
import { covers, type Day } from '@salesgraph/calendar';
import type { Connection, mongo } from 'mongoose';
import type { Assignment, Person } from '../people/assignments.ts';

/** A person as a member of a team: enough to count them. */
export interface Member {
  id: string;
  unitId: string;
  role: Role;
  /** The day of hiring, or of the first assignment where that is not known. */
  since: Day;
}

type PersonDocument = Pick<Person, 'code' | 'hiredOn' | 'leftOn' | 'assignments'> & { _id: string };

/** Without this a server gives 101 documents and has the rest asked for: more people would cost more calls. */
const BATCH = 100_000;
/** Beyond so many units it costs less to look at everybody than to look units up in the index. */
const MOST_LOOKED_UP = 1_000;

/** The main assignment of a day and who holds it. */
function memberOn({ _id, hiredOn, assignments }: PersonDocument, day: Day): Member | null {
  const held = assignments.find((one) => one.primary && covers(one, day));
  if (!held) return null;
  const [first] = assignments.map(({ from }) => from).sort();
  return { id: _id, unitId: held.unitId, role: held.role, since: hiredOn ?? first ?? held.from };
}

export type RosterStore = ReturnType<typeof rosterStore>;

export function rosterStore(connection: Connection) {
  const people = connection.collection('org_people') as unknown as mongo.Collection<PersonDocument>;
  const assignmentFields = Object.fromEntries(
    ['unitId', 'role', 'primary', 'from', 'to'].map((key) => [`assignments.${key}`, 1]),
  );

  return {
    /** Who has the main assignment in one of some units, not in those below, on a day. */
    async members(unitIds: readonly string[], day: Day): Promise<Member[]> {
      if (unitIds.length === 0) return [];
      const filter = unitIds.length <= MOST_LOOKED_UP ? { 'assignments.unitId': { $in: [...unitIds] } } : {};
      const found = await people
        .find(filter as object, { projection: { hiredOn: 1, ...assignmentFields }, batchSize: BATCH })
        .toArray();
      const wanted = new Set(unitIds);
      return found.flatMap((person) => {
        const member = memberOn(person, day);
        return member && wanted.has(member.unitId) ? [member] : [];
      });
    },

    /** Those to whom somebody gave a main assignment in some roles that begins on a day or later, in the order of ids. */
    async newcomers(since: Day, roles: Role[], afterId: string | null, limit: number) {
      const begun = { from: { $gte: since }, primary: true, role: { $in: roles }, by: { $ne: null } };
      const found = await people
        .find(
          {
            'assignments.from': { $gte: since },
            assignments: { $elemMatch: begun },
            ...(afterId && { _id: { $gt: afterId } }),
          } as object,
          { projection: { leftOn: 1, assignments: 1 }, batchSize: limit },
        )
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ _id, leftOn, assignments }) => ({
        id: _id,
        leftOn: leftOn ?? null,
        assignments: assignments.map((one): Assignment => ({ ...one, to: one.to ?? null, by: one.by ?? null })),
      }));
    },
  };
}
