/** What open opportunities lack, read from the opportunities themselves. */
import type { Scope } from '@salesgraph/access';
import type { Connection } from 'mongoose';
import { type Page, visible } from '../opportunities/opportunities.store.ts';
import {
  fromDocument,
  type OpportunityDocument,
  opportunityModel,
  type StoredOpportunity,
} from '../opportunities/opportunity-documents.store.ts';

const FIELDS = ['amount', 'customer', 'expectedCloseOn'];

export interface Warning {
  opportunity: StoredOpportunity;
  field: string;
}

export type QualityStore = ReturnType<typeof qualityStore>;

export function qualityStore(connection: Connection) {
  const model = opportunityModel(connection);
  return {
    /** A page by opportunity code and field, with one row more than asked for when there is a next one. */
    async page(scope: Scope, { limit, after }: Page): Promise<Warning[]> {
      const from = after ? [{ code: { $gte: after[0]! } }] : [];
      const documents = await model
        .find({ $and: [{ missing: { $in: FIELDS } }, visible(scope), ...from] }, { outbox: 0 })
        .sort({ code: 1 })
        // The first opportunity may have had all its warnings on the page before.
        .limit(limit + 2)
        .lean<OpportunityDocument[]>();
      return documents
        .flatMap((document) =>
          document.missing.toSorted().map((field) => ({ opportunity: fromDocument(document), field })),
        )
        .filter(({ opportunity: { code }, field }) => !after || code > after[0]! || field > after[1]!)
        .slice(0, limit + 1);
    },

    /** How many warnings there are. */
    async count(scope: Scope): Promise<number> {
      const [row] = await model.aggregate<{ count: number }>([
        { $match: { $and: [{ missing: { $in: FIELDS } }, visible(scope)] } },
        { $group: { _id: null, count: { $sum: { $size: '$missing' } } } },
      ]);
      return row?.count ?? 0;
    },
  };
}
