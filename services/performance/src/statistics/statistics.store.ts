/** Sums facts of deals in the database, as far as that can be done without knowing the organization. */
import type { Month } from '@salesgraph/calendar';
import type { Connection, PipelineStage, QueryFilter } from 'mongoose';
import { type FactDocument, factModel } from '../facts/facts.store.ts';
import type { SharedDeal, SoloDeals } from './statistics.ts';

/** Which deals are summed. */
export interface DealFilter {
  from: Month;
  to: Month;
  /** People who own or share them; everybody when absent. */
  employeeIds?: string[];
  products?: string[];
  outlets?: string[];
  sources?: string[];
}

/** What deals must have in common to be summed. */
export interface Apart {
  day: boolean;
  month: boolean;
  product: boolean;
  outlet: boolean;
  source: boolean;
}

const PATHS = {
  day: '$closedOn',
  month: '$month',
  product: '$productCode',
  outlet: '$outletId',
  source: '$source',
} as const;

/** The fields that are kept apart, for `$group` and `$project`. */
const fieldsOf = (apart: Apart): Record<string, string> =>
  Object.fromEntries(Object.entries(PATHS).filter(([field]) => apart[field as keyof Apart]));

type Filter = QueryFilter<FactDocument>;

const WON = { $eq: ['$status', 'WON'] };
const LOST = { $eq: ['$status', 'LOST'] };

const ifElse = (condition: object, value: unknown, otherwise: unknown = 0) => ({
  $cond: [condition, value, otherwise],
});

export type StatisticsStore = ReturnType<typeof statisticsStore>;

export function statisticsStore(connection: Connection) {
  const model = factModel(connection);

  const matching = ({ from, to, products, outlets, sources }: DealFilter): Filter[] => [
    { month: { $gte: from, $lte: to }, status: { $in: ['WON', 'LOST'] } },
    ...(products ? [{ productCode: { $in: products } }] : []),
    ...(outlets ? [{ outletId: { $in: outlets } }] : []),
    ...(sources ? [{ source: { $in: sources } }] : []),
  ];

  return {
    /** The deals that belong to one person alone, summed by person and by what is to be kept apart. One call. */
    async solo(filter: DealFilter, apart: Apart): Promise<SoloDeals[]> {
      const { employeeIds } = filter;
      const mine: Filter = employeeIds ? { ownerId: { $in: employeeIds } } : {};
      const stages: PipelineStage[] = [
        { $match: { $and: [...matching(filter), { shared: false }, mine] } },
        {
          $group: {
            _id: { employeeId: '$ownerId', ...fieldsOf(apart) },
            won: { $sum: ifElse(WON, 1) },
            lost: { $sum: ifElse(LOST, 1) },
            amountMinor: { $sum: ifElse(WON, '$amountMinor') },
            days: { $sum: ifElse({ $and: [WON, { $ne: ['$days', null] }] }, '$days') },
            dayDeals: { $sum: ifElse({ $and: [WON, { $ne: ['$days', null] }] }, 1) },
          },
        },
      ];
      const rows = await model.aggregate<{ _id: Pick<SoloDeals, 'employeeId'> } & Omit<SoloDeals, 'employeeId'>>(
        stages,
      );
      return rows.map(({ _id, ...sums }) => ({ ..._id, ...sums }));
    },

    /** The deals that several people share, each for itself. One call. */
    async shared(filter: DealFilter, apart: Apart): Promise<SharedDeal[]> {
      const { employeeIds } = filter;
      const mine: Filter = employeeIds
        ? { $or: [{ ownerId: { $in: employeeIds } }, { 'credits.employeeId': { $in: employeeIds } }] }
        : {};
      const rows = await model.aggregate<Omit<SharedDeal, 'won'> & { status: string }>([
        { $match: { $and: [...matching(filter), { shared: true }, mine] } },
        { $project: { _id: 0, ownerId: 1, credits: 1, status: 1, days: 1, ...fieldsOf(apart) } },
      ]);
      return rows.map(({ status, ...deal }) => ({ ...deal, won: status === 'WON' }));
    },
  };
}
