/** Reads and writes outlets. An outlet and the event that tells of it are one document write; every read takes the caller's scope. */
import type { Scope } from '@salesgraph/access';
import type { Clock, Day } from '@salesgraph/calendar';
import { aggregateFields, aggregateStore } from '@salesgraph/events';
import { type Page, type Request, remembering } from '@salesgraph/service-kit';
import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import { type CellCount, type Cells, cellsOf, type Level } from '../nearest/cells.ts';
import type { OutletStatus } from './life-cycle.ts';
import type { Outlet, OutletKind, Point, StoredOutlet } from './outlets.ts';

/** What outlets must be on a day to be listed. */
export interface OutletFilter {
  day: Day;
  unitIds?: string[];
  kind?: OutletKind;
  status?: OutletStatus;
}

/** What nearness is measured on. */
export interface PlacedOutlet {
  id: string;
  code: string;
  point: Point;
}

interface OutletDocument extends Omit<Outlet, 'id'> {
  _id: string;
  /** The cells that hold the point, if there is one. */
  cells: Cells | null;
  requests?: Request[];
  version: number;
}

const record = new Schema({ status: String, from: String, to: { type: String, default: null } }, { _id: false });
const schema = new Schema<OutletDocument>(
  {
    _id: String,
    code: { type: String, required: true },
    name: { type: String, required: true },
    kinds: [String],
    unitId: { type: String, required: true },
    address: { type: String, default: null },
    point: { type: new Schema({ latitude: Number, longitude: Number }, { _id: false }), default: null },
    capacity: { type: Number, default: null },
    records: [record],
    cells: { type: new Schema({ fine: String, middle: String, coarse: String }, { _id: false }), default: null },
    requests: [new Schema({ key: String, hash: String }, { _id: false })],
    ...aggregateFields,
  },
  { collection: 'outlets', versionKey: false, autoIndex: false },
);
schema.index({ code: 1 }, { unique: true });
schema.index({ unitId: 1, code: 1 });
for (const level of ['fine', 'middle', 'coarse']) schema.index({ [`cells.${level}`]: 1 });
schema.index({ 'requests.key': 1 }, { sparse: true });
schema.index({ 'outbox.id': 1 }, { sparse: true });

const fromDocument = (document: OutletDocument): StoredOutlet => {
  const { _id, code, name, kinds, unitId, address, point, capacity, records, version } = document;
  return { id: _id, code, name, kinds, unitId, address, point, capacity, records, version };
};
const toDocument = ({ id, code, name, kinds, unitId, address, point, capacity, records }: Outlet) => ({
  ...{ _id: id, code, name, kinds, unitId, address, point, capacity, records },
  cells: point && cellsOf(point),
});

/** Which outlets a caller may see. */
const visible = (scope: Scope): QueryFilter<OutletDocument> =>
  scope.kind === 'COMPANY' ? {} : { unitId: { $in: scope.kind === 'LIMITED' ? scope.unitIds : [] } };

/** Which outlets answer a filter: their life has begun on its day. */
const matching = ({ day, unitIds, kind, status }: OutletFilter): QueryFilter<OutletDocument>[] => [
  {
    records: {
      $elemMatch: { from: { $lte: day }, $or: [{ to: null }, { to: { $gt: day } }], ...(status && { status }) },
    },
  },
  ...(unitIds ? [{ unitId: { $in: unitIds } }] : []),
  ...(kind ? [{ kinds: kind }] : []),
];

export type OutletStore = ReturnType<typeof outletStore>;

export function outletStore(connection: Connection, clock: Clock) {
  const model: Model<OutletDocument> = connection.models.Outlet ?? connection.model<OutletDocument>('Outlet', schema);
  const aggregate = aggregateStore(model, {
    type: 'sales-network.outlet.changed',
    toData: ({ _id, code, name, unitId, kinds, records, point }: OutletDocument) => ({
      ...{ id: _id, code, name, unitId, kinds, records },
      point: point && { latitude: point.latitude, longitude: point.longitude },
    }),
    clock,
  });
  const without = { outbox: 0, requests: 0, cells: 0 };
  const find = async (conditions: QueryFilter<OutletDocument>[]) =>
    (await model.find({ $and: conditions }, without).lean<OutletDocument[]>()).map(fromDocument);
  const listed = (filter: OutletFilter, scope: Scope, after: string[] | null = null) => ({
    $and: [visible(scope), ...matching(filter), ...(after ? [{ code: { $gt: after[0]! } }] : [])],
  });

  return {
    model,

    byIds: (ids: readonly string[], scope: Scope) => find([{ _id: { $in: [...ids] } }, visible(scope)]),
    byCodes: (codes: readonly string[], scope: Scope) => find([{ code: { $in: [...codes] } }, visible(scope)]),

    /** Outlets in code order, with one more than asked for when there is a next page. */
    async page(filter: OutletFilter, scope: Scope, { limit, after }: Page): Promise<StoredOutlet[]> {
      const documents = await model
        .find(listed(filter, scope, after), without)
        .sort({ code: 1 })
        .limit(limit + 1)
        .lean<OutletDocument[]>();
      return documents.map(fromDocument);
    },

    count: (filter: OutletFilter, scope: Scope): Promise<number> => model.countDocuments(listed(filter, scope)).exec(),

    /** The first outlets (and one more) of each of some units, in one read. */
    async pagesByUnit(
      filter: OutletFilter,
      scope: Scope,
      { limit, after }: Page,
    ): Promise<Map<string, StoredOutlet[]>> {
      const documents = await model.aggregate<OutletDocument>([
        { $match: listed(filter, scope, after) },
        {
          $setWindowFields: { partitionBy: '$unitId', sortBy: { code: 1 }, output: { place: { $documentNumber: {} } } },
        },
        { $match: { place: { $lte: limit + 1 } } },
        { $project: without },
      ]);
      return Map.groupBy(documents.map(fromDocument), ({ unitId }) => unitId);
    },

    /** How many outlets each of some units has, in one read. */
    async countsByUnit(filter: OutletFilter, scope: Scope): Promise<Map<string, number>> {
      const rows = await model.aggregate<{ _id: string; count: number }>([
        { $match: listed(filter, scope) },
        { $group: { _id: '$unitId', count: { $sum: 1 } } },
      ]);
      return new Map(rows.map(({ _id, count }) => [_id, count]));
    },

    /** The outlets with a known place that a caller may see and that answer a filter, by cell. */
    placed: (filter: OutletFilter, scope: Scope) => ({
      async inCells(level: Level, cells: string[]): Promise<PlacedOutlet[]> {
        const conditions = { $and: [{ [`cells.${level}`]: { $in: cells } }, listed(filter, scope)] };
        const documents = await model.find(conditions, { code: 1, point: 1 }).lean<OutletDocument[]>();
        return documents.map(({ _id, code, point }) => ({ id: _id, code, point: point! }));
      },
      async countByCell(level: Level, cells?: string[]): Promise<CellCount[]> {
        const within = { [`cells.${level}`]: cells ? { $in: cells } : { $gt: '' } };
        const rows = await model.aggregate<{ _id: string; count: number }>([
          { $match: { $and: [within, listed(filter, scope)] } },
          { $group: { _id: `$cells.${level}`, count: { $sum: 1 } } },
        ]);
        return rows.map(({ _id, count }) => ({ cell: _id, count }));
      },
    }),

    /** What an outlet remembers of a call: by the outlet's id, or else by the call's key alone. */
    async remembered(key: string): Promise<{ outlet: StoredOutlet; hash: string } | null> {
      const document = await model.findOne({ 'requests.key': key }, { outbox: 0 }).lean<OutletDocument>();
      const request = document?.requests?.find((one) => one.key === key);
      return document && request ? { outlet: fromDocument(document), hash: request.hash } : null;
    },

    /** Takes a new outlet. @throws a duplicate key error when the code is taken */
    insert: (outlet: Outlet, actor: string, request: Request | null) =>
      aggregate.insert({ ...toDocument(outlet), requests: request ? [request] : [] }, actor),

    /** Writes an outlet that was read at its version. @throws CONFLICT when that is no longer the current one */
    async save(outlet: StoredOutlet, actor: string, request: Request | null): Promise<void> {
      const changed = { ...toDocument(outlet), version: outlet.version };
      if (!request) return void (await aggregate.save(changed, actor));
      const present = await model.findById(outlet.id, { requests: 1 }).lean<Pick<OutletDocument, 'requests'>>();
      const requests = remembering(present?.requests ?? [], request);
      await aggregate.save({ ...changed, requests }, actor);
    },

    /** Writes many outlets at once, new ones at version 0; each has its own result. */
    writeMany: (outlets: StoredOutlet[], actor: string) =>
      aggregate.writeMany(
        outlets.map((outlet) => ({ doc: toDocument(outlet), expectedVersion: outlet.version || null })),
        actor,
      ),
  };
}
