/** Reads of people what reports need and nothing else: codes and assignments, of whole companies in one read. */
import type { Day, Interval } from '@salesgraph/calendar';
import type { Model, QueryFilter } from 'mongoose';
import type { Assignment, Person } from '../people/assignments.ts';
import { ofUnits } from '../people/people.store.ts';

/** A person with all assignments. */
export type SeatedPerson = Pick<Person, 'id' | 'code' | 'assignments'>;

/** So many people have the same primary assignment: same unit, same first day, same end. */
export interface Stretch extends Interval {
  unitId: string;
  count: number;
}

interface SeatedDocument {
  _id: string;
  code: string;
  assignments: Assignment[];
}

export type SeatStore = ReturnType<typeof seatStore>;

/** @param people the model of the people of the company, whose indexes these reads use */
export function seatStore(people: Pick<Model<never>, 'find' | 'aggregate'>) {
  /** Narrows a read by the index; null and very many units stand for everybody. Others may be among the answer then. */
  const of = (unitIds: readonly string[] | null) => ofUnits(unitIds ?? undefined) as QueryFilter<SeatedDocument>;

  async function find(filter: QueryFilter<SeatedDocument>, limit = 0): Promise<SeatedPerson[]> {
    const rows = await people
      .find(filter as QueryFilter<never>, { code: 1, assignments: 1 })
      .limit(limit)
      .lean<SeatedDocument[]>();
    return rows.map(({ _id, code, assignments }) => ({ id: _id, code, assignments }));
  }

  return {
    /** Everybody who leads, led or will lead one of some units (of any when null). */
    leaders: (unitIds: readonly string[] | null) =>
      find({
        ...of(unitIds),
        'assignments.leader': true,
        ...(unitIds && { assignments: { $elemMatch: { leader: true, unitId: { $in: [...unitIds] } } } }),
      }),

    /**
     * The primary assignments in some units (in any when null) that have a day in an interval, cut where it begins and without
     * an end where they outlast it, alike ones counted together: most are alike. Those of other units may be among the answer.
     */
    async stretches(unitIds: readonly string[] | null, { from, to }: { from: Day; to: Day }): Promise<Stretch[]> {
      const [begins, ends] = ['$assignments.from', '$assignments.to'];
      const rows = await people.aggregate<{ _id: Omit<Stretch, 'count'>; count: number }>([
        { $match: of(unitIds) },
        { $project: { assignments: 1 } },
        { $unwind: '$assignments' },
        {
          $match: {
            'assignments.primary': true,
            'assignments.from': { $lt: to },
            $or: [{ 'assignments.to': null }, { 'assignments.to': { $gt: from } }],
          },
        },
        {
          $group: {
            _id: {
              unitId: '$assignments.unitId',
              from: { $cond: [{ $lt: [begins, from] }, from, begins] },
              to: { $cond: [{ $lt: [ends, to] }, ends, null] },
            },
            count: { $sum: 1 },
          },
        },
      ]);
      return rows.map(({ _id, count }) => ({ unitId: _id.unitId, from: _id.from, to: _id.to ?? null, count }));
    },

    /**
     * Everybody with an assignment that begins or ends within an interval, of those who ever have one in some units (in any
     * when null).
     * @param most how many at most; one more than is good for the caller tells that there are too many
     */
    changedIn(unitIds: readonly string[] | null, { from, to }: { from: Day; to: Day }, most: number) {
      const within = { $gte: from, $lt: to };
      return find(
        {
          ...of(unitIds),
          // Beside the exact condition the one that an index can be used for.
          $or: [
            { assignments: { $elemMatch: { from: within } }, 'assignments.from': within },
            { assignments: { $elemMatch: { to: within } }, 'assignments.to': within },
          ],
        },
        most,
      );
    },
  };
}
