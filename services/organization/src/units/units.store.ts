/** Reads and writes units. A unit and the event that tells of it are one document write. */

import type { Clock } from '@salesgraph/calendar';
import { aggregateFields, aggregateStore } from '@salesgraph/events';
import { type Connection, type Model, type mongo, Schema } from 'mongoose';
import { auditedFields, memoryOf } from '../audit.store.ts';
import type { Audited } from '../audit.ts';
import { keptUnits } from './kept-units.ts';
import type { Unit } from './units.ts';

/** A unit as read: with its version and its memory. */
export type StoredUnit = Unit & Audited;

type UnitDocument = Omit<StoredUnit, 'id'> & { _id: string };

const record = new Schema(
  {
    name: String,
    parentId: { type: String, default: null },
    from: String,
    to: { type: String, default: null },
    reason: { type: String, default: null },
    by: { type: String, default: null },
  },
  { _id: false },
);

const schema = new Schema<UnitDocument>(
  {
    _id: String,
    code: { type: String, required: true },
    kind: { type: String, required: true },
    currency: { type: String, default: null },
    records: [record],
    origins: [new Schema({ unitId: String, kind: String, on: String }, { _id: false })],
    ...auditedFields,
    ...aggregateFields,
  },
  { collection: 'org_units', versionKey: false, autoIndex: false },
);
schema.index({ code: 1 }, { unique: true });
schema.index({ 'requests.key': 1 }, { sparse: true });
schema.index({ 'outbox.id': 1 }, { sparse: true });

const toDocument = ({ id, version: _, ...rest }: StoredUnit) => ({ _id: id, ...rest });
const fromDocument = ({ _id, code, kind, currency, records, origins, ...memory }: UnitDocument): StoredUnit => ({
  ...{ id: _id, code, kind, currency },
  records: records.map(({ reason = null, by = null, ...rest }) => ({ ...rest, reason, by })),
  origins: origins ?? [],
  ...memoryOf(memory),
});

export type UnitStore = ReturnType<typeof unitStore>;

/** @param stampOf the stamp under which units read from now on may be kept in memory; null when they must not be */
export function unitStore(connection: Connection, clock: Clock, stampOf: () => Promise<string | null>) {
  const model: Model<UnitDocument> = connection.models.OrgUnit ?? connection.model<UnitDocument>('OrgUnit', schema);
  const aggregate = aggregateStore(model, {
    type: 'organization.unit.changed',
    toData: ({ _id, code, kind, currency, records, origins, change }: UnitDocument) => ({
      ...{ id: _id, code, kind, currency, records, origins, change },
    }),
    clock,
  });

  const tree = keptUnits(stampOf, async () =>
    (await model.find({}, { outbox: 0 }).lean<UnitDocument[]>()).map(fromDocument),
  );

  return {
    model,

    /** The tree over time. Kept in memory between requests and never stale. */
    tree,

    /** All units with their history, by id. */
    all: async (): Promise<ReadonlyMap<string, StoredUnit>> => (await tree()).units,

    /** Takes a new unit. */
    insert: (unit: StoredUnit, actor: string) => aggregate.insert(toDocument(unit), actor),

    /** Writes a unit that was read at its version. @throws CONFLICT when that is no longer the current one */
    save: (unit: StoredUnit, actor: string) => aggregate.save({ ...toDocument(unit), version: unit.version }, actor),

    /** Writes several units in a transaction, all or none; new ones at version 0. @throws CONFLICT, UNAVAILABLE */
    saveAll: (units: StoredUnit[], actor: string, session: mongo.ClientSession) =>
      aggregate.saveAll(
        units.map((unit) => ({ doc: toDocument(unit), expectedVersion: unit.version || null })),
        actor,
        session,
      ),

    /** Writes many units at once, new ones at version 0; each has its own result. */
    writeMany: (units: StoredUnit[], actor: string) =>
      aggregate.writeMany(
        units.map((unit) => ({ doc: toDocument(unit), expectedVersion: unit.version || null })),
        actor,
      ),
  };
}
