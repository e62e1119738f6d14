/** Reads and writes openings. An opening and the event that tells of it are one document write. */
import type { Role, Scope } from '@salesgraph/access';
import type { Clock } from '@salesgraph/calendar';
import { aggregateFields, aggregateStore } from '@salesgraph/events';
import type { Page } from '@salesgraph/service-kit';
import { type Connection, type Model, type mongo, type QueryFilter, Schema } from 'mongoose';
import { auditedFields, memoryOf } from '../../audit.store.ts';
import type { Audited } from '../../audit.ts';
import { unitsInScope, WHOLE } from '../scopes.store.ts';
import type { Opening } from './openings.ts';
import { LIVE_STATES, type OpeningState } from './states.ts';

/** An opening as read: with its version and its memory. */
export type StoredOpening = Opening & Audited;

type OpeningDocument = Omit<StoredOpening, 'id'> & { _id: string; outbox?: unknown };

/** Which openings are listed. */
export interface OpeningFilter {
  unitIds?: readonly string[];
  role?: Role;
  states?: readonly OpeningState[];
  /** Units whose openings are left out. */
  withoutUnits?: readonly string[];
}

const plain = { _id: false } as const;
const schema = new Schema<OpeningDocument>(
  {
    _id: String,
    code: { type: String, required: true },
    unitId: { type: String, required: true },
    role: { type: String, required: true },
    neededFrom: { type: String, required: true },
    reason: String,
    headline: String,
    criteria: [new Schema({ key: String, name: String, weightBp: Number }, plain)],
    requiredAssessors: Number,
    state: { type: String, required: true },
    candidates: [
      new Schema(
        {
          ...{ employeeId: String, state: String, nominatedBy: String, nominatedAt: Date, why: String },
          reason: { type: String, default: null },
        },
        plain,
      ),
    ],
    decision: { type: new Schema({ employeeId: String, reason: String, by: String, at: Date }, plain), default: null },
    appointment: {
      type: new Schema(
        {
          ...{ employeeId: String, assignmentId: String, from: String, by: String, at: Date },
          to: { type: String, default: null },
          ended: { type: new Schema({ assignmentId: String, to: String }, plain), default: null },
        },
        plain,
      ),
      default: null,
    },
    ...auditedFields,
    ...aggregateFields,
  },
  { collection: 'org_openings', versionKey: false, autoIndex: false },
);
schema.index({ code: 1 }, { unique: true });
schema.index({ neededFrom: 1, _id: 1 });
schema.index({ unitId: 1, neededFrom: 1, _id: 1 });
schema.index({ 'appointment.employeeId': 1 }, { sparse: true });
schema.index({ 'requests.key': 1 }, { sparse: true });
schema.index({ 'outbox.id': 1 }, { sparse: true });

const toDocument = ({ id, version: _, ...rest }: StoredOpening) => ({ _id: id, ...rest });
const fromDocument = ({ _id, outbox: _, ...document }: OpeningDocument): StoredOpening => {
  const { version, change, corrections, requests, ...said } = document;
  // Those of before appointments had an end have none.
  const appointment = said.appointment && { ...said.appointment, to: said.appointment.to ?? null };
  return { ...said, appointment, id: _id, ...memoryOf({ version, change, corrections, requests }) };
};

/** Events travel as JSON: their instants are texts. */
const stamped = <T extends { at: Date }>(one: T | null) => one && { ...one, at: one.at.toISOString() };

const matching = (
  { unitIds, role, states, withoutUnits }: OpeningFilter,
  scope: Scope,
): QueryFilter<OpeningDocument> => ({
  $and: [unitsInScope(scope), unitIds ? { unitId: { $in: [...unitIds] } } : {}],
  ...(withoutUnits?.length && { unitId: { $nin: [...withoutUnits] } }),
  ...(role && { role }),
  ...(states && { state: { $in: [...states] } }),
});

export type OpeningStore = ReturnType<typeof openingStore>;

export function openingStore(connection: Connection, clock: Clock) {
  const model: Model<OpeningDocument> =
    connection.models.OrgOpening ?? connection.model<OpeningDocument>('OrgOpening', schema);
  const aggregate = aggregateStore(model, {
    type: 'organization.opening.changed',
    toData: ({ _id, version: _, outbox: __, corrections: ___, requests: ____, ...rest }: OpeningDocument) => ({
      id: _id,
      ...rest,
      candidates: rest.candidates.map((one) => ({ ...one, nominatedAt: one.nominatedAt.toISOString() })),
      decision: stamped(rest.decision),
      appointment: stamped(rest.appointment),
    }),
    clock,
  });
  const find = async (filter: QueryFilter<OpeningDocument>): Promise<StoredOpening[]> =>
    (await model.find(filter, { outbox: 0 }).batchSize(WHOLE).lean<OpeningDocument[]>()).map(fromDocument);

  return {
    model,

    byIds: (ids: readonly string[], scope: Scope) => find({ _id: { $in: [...ids] }, ...unitsInScope(scope) }),
    byCodes: (codes: readonly string[], scope: Scope) => find({ code: { $in: [...codes] }, ...unitsInScope(scope) }),
    /** The opening that remembers a call. */
    byRequest: async (key: string): Promise<StoredOpening | null> => (await find({ 'requests.key': key }))[0] ?? null,
    /** The openings of some units that are still to be filled: one a role. */
    liveOf: (unitIds: readonly string[], scope: Scope) => find(matching({ unitIds, states: LIVE_STATES }, scope)),
    /** An opening of a unit that has not been cancelled, if there is one. */
    standingOf: async (unitId: string): Promise<StoredOpening | null> =>
      (await find({ unitId, state: { $ne: 'CANCELLED' } }))[0] ?? null,
    /** The openings that some people have been appointed by. */
    wonBy: (employeeIds: readonly string[], scope: Scope) =>
      find({ 'appointment.employeeId': { $in: [...employeeIds] }, ...unitsInScope(scope) }),

    /** Openings in the order of the days on which somebody is needed, with one more than asked for when there is a next page. */
    async page(filter: OpeningFilter, scope: Scope, { limit, after }: Page): Promise<StoredOpening[]> {
      const [day, id] = after ?? [];
      const beyond = day ? { $or: [{ neededFrom: { $gt: day } }, { neededFrom: day, _id: { $gt: id ?? '' } }] } : {};
      const documents = await model
        .find({ $and: [matching(filter, scope), beyond] }, { outbox: 0 })
        .sort({ neededFrom: 1, _id: 1 })
        .limit(limit + 1)
        .batchSize(WHOLE)
        .lean<OpeningDocument[]>();
      return documents.map(fromDocument);
    },

    count: (filter: OpeningFilter, scope: Scope): Promise<number> =>
      model.countDocuments(matching(filter, scope)).exec(),

    /** Takes a new opening. */
    insert: (opening: StoredOpening, actor: string) => aggregate.insert(toDocument(opening), actor),

    /** Writes an opening that was read at its version, in a transaction where one is given. @throws CONFLICT, UNAVAILABLE */
    save: (opening: StoredOpening, actor: string, session?: mongo.ClientSession) =>
      aggregate.save({ ...toDocument(opening), version: opening.version }, actor, { session }),
  };
}
