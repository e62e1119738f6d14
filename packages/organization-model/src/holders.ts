/** Lists people by the roles they hold on a day, for access reports: any number of lists in one read. */
import type { Holders } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import type { Page } from '@salesgraph/service-kit';
import type { mongo } from 'mongoose';
import type { Person } from './organization.ts';
import type { Kept } from './read-model.ts';

type Filter = Record<string, unknown>;

const onDay = (day: Day): Filter => ({ from: { $lte: day }, $or: [{ to: null }, { to: { $gt: day } }] });

/** Whoever stands in for somebody on a day. */
export const standsIn = (day: Day): Filter => ({
  delegations: { $elemMatch: { from: { $lte: day }, to: { $gt: day } } },
});

const listed = ({ ids, anywhere, within }: Holders, day: Day): Filter => {
  const held = (more: Filter) => ({ assignments: { $elemMatch: { ...more, ...onDay(day) } } });
  return {
    $or: [
      { _id: { $in: ids } },
      held({ role: { $in: anywhere } }),
      held({ role: { $in: within.roles }, unitId: { $in: within.unitIds } }),
    ],
  };
};

/** A stage that answers every list by itself, and what leads to it: only people of one of the lists. */
const faceted = (lists: readonly Holders[], day: Day, then: object[]) => [
  { $match: { $or: lists.map((list) => listed(list, day)) } },
  { $project: { code: 1, assignments: 1 } },
  { $facet: Object.fromEntries(lists.map((list, n) => [`l${n}`, [{ $match: listed(list, day) }, ...then]])) },
];

export const holderReads = (people: mongo.Collection<Kept<Person>>) => ({
  async holderPages(lists: readonly Holders[], day: Day, { limit, after }: Page): Promise<string[][]> {
    if (lists.length === 0) return [];
    const page = [
      ...(after ? [{ $match: { code: { $gt: after[0] } } }] : []),
      { $sort: { code: 1 } },
      { $limit: limit + 1 },
      { $project: { _id: 1 } },
    ];
    const [found] = await people.aggregate<Record<string, { _id: string }[]>>(faceted(lists, day, page)).toArray();
    return lists.map((_, n) => (found?.[`l${n}`] ?? []).map(({ _id }) => _id));
  },

  async holderCounts(lists: readonly Holders[], day: Day): Promise<number[]> {
    if (lists.length === 0) return [];
    const [found] = await people
      .aggregate<Record<string, { count: number }[]>>(faceted(lists, day, [{ $count: 'count' }]))
      .toArray();
    return lists.map((_, n) => found?.[`l${n}`]?.[0]?.count ?? 0);
  },
});
