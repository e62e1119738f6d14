/** Reads and writes customers. Every read takes the caller's scope; hidden and absent look the same. */
import type { Scope } from '@salesgraph/access';
import type { Clock } from '@salesgraph/calendar';
import { type AggregateDocument, aggregateFields, aggregateStore, type WriteResult } from '@salesgraph/events';
import type { Request } from '@salesgraph/service-kit';
import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import type { Page } from '../opportunities/opportunities.store.ts';
import { type Customer, MAX_DEPTH } from './customers.ts';

interface CustomerDocument extends Omit<Customer, 'id'>, AggregateDocument {
  _id: string;
  /**
   * Everybody with an opportunity of this customer: who may see it beside the owner. Kept by its own updates and
   * not by the customer's versions: added before an opportunity is written, taken out once the last one is gone.
   */
  teamIds?: string[];
  createKey?: string;
  createHash?: string;
  /** The latest changes that were asked for with a key. */
  requests?: Request[];
}

export type StoredCustomer = Customer & { version: number };

const schema = new Schema(
  {
    _id: String,
    code: { type: String, required: true },
    name: { type: String, required: true },
    kind: { type: String, required: true },
    sector: { type: String, default: null },
    country: { type: String, default: null },
    parentId: { type: String, default: null },
    ownerId: { type: String, default: null },
    teamIds: { type: [String], default: undefined },
    createKey: String,
    createHash: String,
    requests: { type: [Schema.Types.Mixed], default: undefined },
    ...aggregateFields,
  },
  { collection: 'customers', versionKey: false, autoIndex: false },
);
schema.index({ code: 1 }, { unique: true });
schema.index({ createKey: 1 }, { unique: true, partialFilterExpression: { createKey: { $exists: true } } });
schema.index({ ownerId: 1, code: 1 });
schema.index({ teamIds: 1, code: 1 });
schema.index({ 'outbox.id': 1 }, { sparse: true });

type Filter = QueryFilter<CustomerDocument>;

function visible(scope: Scope): Filter {
  if (scope.kind === 'COMPANY') return {};
  const people = { $in: scope.kind === 'LIMITED' ? scope.employeeIds : [] };
  return { $or: [{ ownerId: people }, { teamIds: people }] };
}

const toDocument = ({ id, ...customer }: Customer) => ({ _id: id, ...customer });

function fromDocument(document: CustomerDocument): StoredCustomer {
  const { _id, outbox: _o, teamIds: _t, createKey: _k, createHash: _h, requests: _r, ...rest } = document;
  return { id: _id, ...rest };
}

const HIDDEN = { outbox: 0, teamIds: 0, requests: 0 } as const;

export type CustomerStore = ReturnType<typeof customerStore>;

export function customerStore(connection: Connection, clock: Clock) {
  const model: Model<CustomerDocument> =
    connection.models.Customer ?? connection.model<CustomerDocument>('Customer', schema);
  const aggregate = aggregateStore(model, {
    type: 'customers.customer.changed',
    toData: ({ _id, code, name, ownerId }) => ({ id: _id, code, name, ownerId }),
    clock,
  });
  const find = async (filter: Filter) =>
    (await model.find(filter, HIDDEN).lean<CustomerDocument[]>()).map(fromDocument);

  return {
    model,

    byIds: (ids: string[], scope: Scope): Promise<StoredCustomer[]> =>
      find({ $and: [{ _id: { $in: ids } }, visible(scope)] }),

    byCode: async (code: string, scope: Scope): Promise<StoredCustomer | null> =>
      (await find({ $and: [{ code }, visible(scope)] }))[0] ?? null,

    byCodes: (codes: string[]): Promise<StoredCustomer[]> => find({ code: { $in: codes } }),

    async byCreateKey(createKey: string): Promise<{ customer: StoredCustomer; hash: string } | null> {
      const document = await model.findOne({ createKey }, HIDDEN).lean<CustomerDocument>();
      return document && { customer: fromDocument(document), hash: document.createHash ?? '' };
    },

    /** A page in code order, with one row more than asked for when there is a next one. */
    async page(scope: Scope, { limit, after }: Page): Promise<StoredCustomer[]> {
      const documents = await model
        .find({ $and: [visible(scope), after ? { code: { $gt: after[0]! } } : {}] }, HIDDEN)
        .sort({ code: 1 })
        .limit(limit + 1)
        .lean<CustomerDocument[]>();
      return documents.map(fromDocument);
    },

    count: (scope: Scope): Promise<number> => model.countDocuments(visible(scope)).exec(),

    insert: (customer: Customer, actor: string, created: { createKey?: string; createHash?: string } = {}) =>
      aggregate.insert({ ...toDocument(customer), ...created }, actor),

    /** The changes asked for with a key that a customer remembers. */
    requestsOf: async (id: string): Promise<Request[]> =>
      (await model.findOne({ _id: id }, { requests: 1 }).lean<CustomerDocument>())?.requests ?? [],

    /**
     * Writes what was read at a version, and what to remember of those who asked, if anything.
     * @throws CONFLICT when that is no longer the current version.
     */
    save: (customer: StoredCustomer, actor: string, requests?: Request[]) =>
      aggregate.save({ ...toDocument(customer), version: customer.version, requests }, actor),

    /** Writes many at once; each has its own result. */
    writeMany: (
      changes: { customer: Customer; expectedVersion: number | null }[],
      actor: string,
    ): Promise<WriteResult[]> =>
      aggregate.writeMany(
        changes.map(({ customer, expectedVersion }) => ({ doc: toDocument(customer), expectedVersion })),
        actor,
      ),

    /** By customer: the people whose customer it is, whoever asks; one read. */
    async peopleOf(which: { _id: readonly string[] } | { code: readonly string[] }): Promise<Map<string, string[]>> {
      const [[key, values]] = Object.entries(which) as [[string, readonly string[]]];
      const rows = await model
        .find({ [key]: { $in: values } }, { ownerId: 1, teamIds: 1 })
        .lean<{ _id: string; ownerId: string | null; teamIds?: string[] }[]>();
      return new Map(
        rows.map(({ _id, ownerId, teamIds = [] }) => [
          _id,
          [...new Set([ownerId, ...teamIds])].filter((id) => id !== null),
        ]),
      );
    },

    /** Lets people see the customers that they have opportunities with; one read, and one write where somebody is new. */
    async addToTeams(people: Map<string, Iterable<string>>): Promise<void> {
      if (people.size === 0) return;
      const rows = await model
        .find({ _id: { $in: [...people.keys()] } }, { teamIds: 1 })
        .lean<{ _id: string; teamIds?: string[] }[]>();
      const teams = new Map(rows.map(({ _id, teamIds }) => [_id, new Set(teamIds)]));
      const updates = [...people].flatMap(([id, employeeIds]) => {
        const missing = [...employeeIds].filter((one) => !teams.get(id)?.has(one));
        if (missing.length === 0) return [];
        return [{ updateOne: { filter: { _id: id }, update: { $addToSet: { teamIds: { $each: missing } } } } }];
      });
      if (updates.length > 0) await model.bulkWrite(updates, { ordered: false });
    },

    async removeFromTeam(id: string, employeeIds: string[]): Promise<void> {
      await model.updateOne({ _id: id }, { $pullAll: { teamIds: employeeIds } });
    },

    /**
     * The parents of customers and of their parents, `MAX_DEPTH` levels at most, in one call: how many levels are hidden
     * from the caller must not show.
     */
    async parentsAbove(ids: string[]): Promise<Map<string, string | null>> {
      interface Row {
        _id: string;
        parentId: string | null;
      }
      const rows = await model.aggregate<Row & { above: Row[] }>([
        { $match: { _id: { $in: ids } } },
        {
          $graphLookup: {
            from: model.collection.name,
            startWith: '$parentId',
            connectFromField: 'parentId',
            connectToField: '_id',
            maxDepth: MAX_DEPTH - 2,
            as: 'above',
          },
        },
        { $project: { parentId: 1, 'above._id': 1, 'above.parentId': 1 } },
      ]);
      return new Map(rows.flatMap((row) => [row, ...row.above]).map(({ _id, parentId }) => [_id, parentId]));
    },
  };
}
