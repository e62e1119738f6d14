/** Reads and writes the criteria of roles, where they differ from those that come with the software. */
import type { Role } from '@salesgraph/access';
import type { Clock } from '@salesgraph/calendar';
import { aggregateFields, aggregateStore } from '@salesgraph/events';
import { idFromCode } from '@salesgraph/service-kit';
import { type Connection, type Model, Schema } from 'mongoose';
import { auditedFields, memoryOf } from '../../audit.store.ts';
import type { Audited } from '../../audit.ts';
import type { CriteriaSet } from './criteria.ts';

/** Criteria as read: with their version and their memory. */
export type StoredCriteria = CriteriaSet & Audited;

type CriteriaDocument = StoredCriteria & { _id: string; outbox?: unknown };

const idOf = (role: Role): string => idFromCode('lcr', role);

const schema = new Schema<CriteriaDocument>(
  {
    _id: String,
    role: { type: String, required: true },
    criteria: [new Schema({ key: String, name: String, weightBp: Number }, { _id: false })],
    ...auditedFields,
    ...aggregateFields,
  },
  { collection: 'org_leadership_criteria', versionKey: false, autoIndex: false },
);
schema.index({ 'outbox.id': 1 }, { sparse: true });

const toDocument = ({ version: _, ...rest }: StoredCriteria) => ({ _id: idOf(rest.role), ...rest });

export type CriteriaStore = ReturnType<typeof criteriaStore>;

export function criteriaStore(connection: Connection, clock: Clock) {
  const model: Model<CriteriaDocument> =
    connection.models.OrgLeadershipCriteria ?? connection.model<CriteriaDocument>('OrgLeadershipCriteria', schema);
  const aggregate = aggregateStore(model, {
    type: 'organization.leadership-criteria.changed',
    toData: ({ _id, role, criteria, change }: CriteriaDocument) => ({ id: _id, role, criteria, change }),
    clock,
  });

  return {
    model,

    /** The criteria of a role; null where nobody has set any. */
    async of(role: Role): Promise<StoredCriteria | null> {
      const document = await model.findById(idOf(role), { outbox: 0 }).lean<CriteriaDocument | null>();
      return document && { role, criteria: document.criteria, ...memoryOf(document) };
    },

    /** Takes the first criteria of a role. */
    insert: (set: StoredCriteria, actor: string) => aggregate.insert(toDocument(set), actor),

    /** Writes criteria that were read at their version. @throws CONFLICT, UNAVAILABLE */
    save: (set: StoredCriteria, actor: string) => aggregate.save({ ...toDocument(set), version: set.version }, actor),
  };
}
