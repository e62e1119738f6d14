/** Reads and writes succession plans, one a position. A plan and the event that tells of it are one document write. */
import type { Scope } from '@salesgraph/access';
import type { Clock } from '@salesgraph/calendar';
import { aggregateFields, aggregateStore } from '@salesgraph/events';
import { idFromCode } from '@salesgraph/service-kit';
import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import { auditedFields, memoryOf } from '../../audit.store.ts';
import type { Audited } from '../../audit.ts';
import { unitsInScope, WHOLE } from '../scopes.store.ts';
import { type Position, positionKey, type SuccessionPlan } from './succession.ts';

/** A plan as read: with its version and its memory. */
export type StoredPlan = SuccessionPlan & Audited;

type PlanDocument = Omit<StoredPlan, 'id'> & { _id: string; outbox?: unknown };

export const planId = (position: Position): string => idFromCode('suc', positionKey(position));

const schema = new Schema<PlanDocument>(
  {
    _id: String,
    unitId: { type: String, required: true },
    role: { type: String, required: true },
    successors: [
      new Schema(
        { employeeId: String, readiness: String, note: { type: String, default: null }, reviewedOn: String },
        { _id: false },
      ),
    ],
    ...auditedFields,
    ...aggregateFields,
  },
  { collection: 'org_successions', versionKey: false, autoIndex: false },
);
schema.index({ unitId: 1 });
schema.index({ 'successors.employeeId': 1 });
schema.index({ 'outbox.id': 1 }, { sparse: true });

const toDocument = ({ id, version: _, ...rest }: StoredPlan) => ({ _id: id, ...rest });
const fromDocument = ({ _id, outbox: _, ...document }: PlanDocument): StoredPlan => {
  const { version, change, corrections, requests, ...said } = document;
  return { ...said, id: _id, ...memoryOf({ version, change, corrections, requests }) };
};

export type SuccessionStore = ReturnType<typeof successionStore>;

export function successionStore(connection: Connection, clock: Clock) {
  const model: Model<PlanDocument> =
    connection.models.OrgSuccession ?? connection.model<PlanDocument>('OrgSuccession', schema);
  const aggregate = aggregateStore(model, {
    type: 'organization.succession.changed',
    toData: ({ _id, unitId, role, successors, change }: PlanDocument) => ({
      ...{ id: _id, unitId, role, successors, change },
    }),
    clock,
  });
  const find = async (filter: QueryFilter<PlanDocument>): Promise<StoredPlan[]> =>
    (await model.find(filter, { outbox: 0 }).sort({ unitId: 1, role: 1 }).batchSize(WHOLE).lean<PlanDocument[]>()).map(
      fromDocument,
    );

  return {
    model,

    byIds: (ids: readonly string[], scope: Scope) => find({ _id: { $in: [...ids] }, ...unitsInScope(scope) }),
    /** The plans of some units. */
    ofUnits: (unitIds: readonly string[], scope: Scope) =>
      find({ $and: [unitsInScope(scope), { unitId: { $in: [...unitIds] } }] }),
    /** The plans in which some people are named. */
    naming: (employeeIds: readonly string[], scope: Scope) =>
      find({ 'successors.employeeId': { $in: [...employeeIds] }, ...unitsInScope(scope) }),

    /** Takes a new plan. */
    insert: (plan: StoredPlan, actor: string) => aggregate.insert(toDocument(plan), actor),

    /** Writes a plan that was read at its version. @throws CONFLICT, UNAVAILABLE */
    save: (plan: StoredPlan, actor: string) => aggregate.save({ ...toDocument(plan), version: plan.version }, actor),
  };
}
