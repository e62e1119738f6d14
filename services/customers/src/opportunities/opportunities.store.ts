/** Reads and writes opportunities. Every read takes the caller's scope; hidden and absent look the same. */
import type { Scope } from '@salesgraph/access';
import type { Clock } from '@salesgraph/calendar';
import { aggregateStore, type WriteResult } from '@salesgraph/events';
import type { Request } from '@salesgraph/service-kit';
import type { Connection, QueryFilter } from 'mongoose';
import type { OpportunityStatus } from '../process/process.ts';
import type { Opportunity } from './opportunities.ts';
import {
  fromDocument,
  type OpportunityDocument,
  opportunityModel,
  type StoredOpportunity,
  toDocument,
  toEventData,
} from './opportunity-documents.store.ts';

type Filter = QueryFilter<OpportunityDocument>;

export interface ListFilter {
  status?: OpportunityStatus;
  stage?: string;
  ownerIds?: string[];
  customerId?: string;
  closedFrom?: string;
  closedTo?: string;
}

/** Which part of a list: at most `limit` after the cursor's parts. */
export interface Page {
  limit: number;
  after: string[] | null;
}

/** The lists that belong to a person (owned or shared) or to a customer. */
export type Parent = 'peopleIds' | 'customerId';

/** What only the kits and changes read of a document. */
const HIDDEN = { outbox: 0, requests: 0 } as const;

/** Which documents a caller may see. */
export function visible(scope: Scope): Filter {
  if (scope.kind === 'COMPANY') return {};
  return { peopleIds: { $in: scope.kind === 'LIMITED' ? scope.employeeIds : [] } };
}

function listed(filter: ListFilter): Filter[] {
  const { status, stage, ownerIds, customerId, closedFrom, closedTo } = filter;
  const conditions: Filter[] = [];
  if (status) conditions.push({ status });
  if (stage) conditions.push({ stage });
  if (ownerIds) conditions.push({ ownerId: { $in: ownerIds } });
  if (customerId) conditions.push({ customerId });
  if (closedFrom) conditions.push({ closedOn: { $gte: closedFrom } });
  if (closedTo) conditions.push({ closedOn: { $lt: closedTo } });
  return conditions;
}

const opened = (open: boolean | null): Filter[] =>
  open === null ? [] : [{ status: open ? 'OPEN' : { $in: ['WON', 'LOST'] } }];

export type OpportunityStore = ReturnType<typeof opportunityStore>;

export function opportunityStore(connection: Connection, clock: Clock) {
  const model = opportunityModel(connection);
  const aggregate = aggregateStore(model, { type: 'customers.opportunity.changed', toData: toEventData, clock });
  const find = async (filter: Filter) =>
    (await model.find(filter, HIDDEN).lean<OpportunityDocument[]>()).map(fromDocument);

  /** Those of some parents: the conditions before and after a list of people is taken apart. */
  const ofParents = (parent: Parent, ids: string[], open: boolean | null, scope: Scope) => {
    const mine = { [parent]: { $in: ids } };
    const match = { $match: { $and: [mine, visible(scope), ...opened(open)] } };
    return parent === 'peopleIds' ? [match, { $unwind: '$peopleIds' }, { $match: mine }] : [match];
  };

  return {
    model,

    byIds: (ids: string[], scope: Scope): Promise<StoredOpportunity[]> =>
      find({ $and: [{ _id: { $in: ids } }, visible(scope)] }),

    byCode: async (code: string, scope: Scope): Promise<StoredOpportunity | null> =>
      (await find({ $and: [{ code }, visible(scope)] }))[0] ?? null,

    /** What was created under a key of a caller's, with the hash of what was asked. */
    async byCreateKey(createKey: string): Promise<{ opportunity: StoredOpportunity; hash: string } | null> {
      const document = await model.findOne({ createKey }, HIDDEN).lean<OpportunityDocument>();
      return document && { opportunity: fromDocument(document), hash: document.createHash ?? '' };
    },

    /** A page in code order, with one row more than asked for when there is a next one. */
    async page(filter: ListFilter, scope: Scope, { limit, after }: Page): Promise<StoredOpportunity[]> {
      const from: Filter[] = after ? [{ code: { $gt: after[0]! } }] : [];
      const documents = await model
        .find({ $and: [visible(scope), ...listed(filter), ...from] }, HIDDEN)
        .sort({ code: 1 })
        .limit(limit + 1)
        .lean<OpportunityDocument[]>();
      return documents.map(fromDocument);
    },

    count: (filter: ListFilter, scope: Scope): Promise<number> =>
      model.countDocuments({ $and: [visible(scope), ...listed(filter)] }).exec(),

    /** A page of each parent's list in list order, one row more each, in one call however many parents there are. */
    async pagesOf(parent: Parent, ids: string[], open: boolean | null, scope: Scope, { limit, after }: Page) {
      const from = after
        ? [{ $match: { $or: [{ position: { $gt: after[0] } }, { position: after[0], code: { $gt: after[1] } }] } }]
        : [];
      const rows = await model.aggregate<OpportunityDocument & { parent: string; place: number }>([
        ...ofParents(parent, ids, open, scope),
        ...from,
        {
          $setWindowFields: {
            partitionBy: `$${parent}`,
            sortBy: { position: 1, code: 1 },
            output: { place: { $documentNumber: {} } },
          },
        },
        { $match: { place: { $lte: limit + 1 } } },
        { $set: { parent: `$${parent}` } },
        { $project: HIDDEN },
      ]);
      const pages = new Map<string, StoredOpportunity[]>(ids.map((id) => [id, []]));
      rows.sort((a, b) => a.place - b.place);
      for (const { parent: id, place: _, ...document } of rows) pages.get(id)?.push(fromDocument(document));
      return pages;
    },

    /** How many opportunities each parent has, in one call. */
    async countsOf(parent: Parent, ids: string[], open: boolean | null, scope: Scope): Promise<Map<string, number>> {
      const rows = await model.aggregate<{ _id: string; count: number }>([
        ...ofParents(parent, ids, open, scope),
        { $group: { _id: `$${parent}`, count: { $sum: 1 } } },
      ]);
      return new Map(rows.map(({ _id, count }) => [_id, count]));
    },

    /** Takes a new opportunity. @throws CONFLICT-like duplicate key errors for a code or key that is taken. */
    insert: (opportunity: Opportunity, actor: string, created: { createKey?: string; createHash?: string } = {}) =>
      aggregate.insert({ ...toDocument(opportunity), ...created }, actor),

    /** The changes asked for with a key that an opportunity remembers. */
    requestsOf: async (id: string): Promise<Request[]> =>
      (await model.findOne({ _id: id }, { requests: 1 }).lean<OpportunityDocument>())?.requests ?? [],

    /**
     * Writes what was read at a version, and what to remember of those who asked, if anything.
     * @throws CONFLICT when that is no longer the current version.
     */
    save: (opportunity: StoredOpportunity, actor: string, requests?: Request[]) =>
      aggregate.save({ ...toDocument(opportunity), version: opportunity.version, requests }, actor),

    /** Writes many at once; each has its own result. */
    writeMany: (
      changes: { opportunity: Opportunity; expectedVersion: number | null }[],
      actor: string,
    ): Promise<WriteResult[]> =>
      aggregate.writeMany(
        changes.map(({ opportunity, expectedVersion }) => ({ doc: toDocument(opportunity), expectedVersion })),
        actor,
      ),

    /** Which of some people still have an opportunity with a customer. */
    async peopleWith(customerId: string, employeeIds: string[]): Promise<Set<string>> {
      const rows = await model
        .find({ customerId, peopleIds: { $in: employeeIds } }, { peopleIds: 1 })
        .lean<{ peopleIds: string[] }[]>();
      return new Set(rows.flatMap(({ peopleIds }) => peopleIds));
    },
  };
}
