/** Reads and writes assessments: the marks of one assessor for one candidate. Earlier versions are in the event log. */
import type { Clock } from '@salesgraph/calendar';
import { aggregateFields, aggregateStore } from '@salesgraph/events';
import { idFromCode } from '@salesgraph/service-kit';
import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import { auditedFields, memoryOf } from '../../audit.store.ts';
import type { Audited } from '../../audit.ts';
import { WHOLE } from '../scopes.store.ts';
import type { Mark } from './results.ts';

export interface Assessment {
  id: string;
  openingId: string;
  /** The candidate. */
  employeeId: string;
  assessorId: string;
  /** One of every criterion, in the order of the criteria. */
  marks: Mark[];
  /** When it was last given. */
  at: Date;
}

/** An assessment as read: with its version and its memory. */
export type StoredAssessment = Assessment & Audited;

type AssessmentDocument = Omit<StoredAssessment, 'id'> & { _id: string; outbox?: unknown };

/** An assessor has one assessment of a candidate of an opening. */
export const assessmentId = (openingId: string, employeeId: string, assessorId: string): string =>
  idFromCode('asm', [openingId, employeeId, assessorId].join(' '));

const schema = new Schema<AssessmentDocument>(
  {
    _id: String,
    openingId: { type: String, required: true },
    employeeId: { type: String, required: true },
    assessorId: { type: String, required: true },
    marks: [new Schema({ criterion: String, mark: Number, comment: String }, { _id: false })],
    at: Date,
    ...auditedFields,
    ...aggregateFields,
  },
  { collection: 'org_assessments', versionKey: false, autoIndex: false },
);
schema.index({ openingId: 1, employeeId: 1 });
schema.index({ employeeId: 1 });
schema.index({ 'outbox.id': 1 }, { sparse: true });

const toDocument = ({ id, version: _, ...rest }: StoredAssessment) => ({ _id: id, ...rest });
const fromDocument = ({ _id, outbox: _, ...document }: AssessmentDocument): StoredAssessment => {
  const { version, change, corrections, requests, ...said } = document;
  return { ...said, id: _id, ...memoryOf({ version, change, corrections, requests }) };
};

export type AssessmentStore = ReturnType<typeof assessmentStore>;

export function assessmentStore(connection: Connection, clock: Clock) {
  const model: Model<AssessmentDocument> =
    connection.models.OrgAssessment ?? connection.model<AssessmentDocument>('OrgAssessment', schema);
  const aggregate = aggregateStore(model, {
    type: 'organization.assessment.changed',
    toData: ({ _id, openingId, employeeId, assessorId, marks, change }: AssessmentDocument) => ({
      ...{ id: _id, openingId, employeeId, assessorId, marks, change },
    }),
    clock,
  });
  const find = async (filter: QueryFilter<AssessmentDocument>): Promise<StoredAssessment[]> =>
    (await model.find(filter, { outbox: 0 }).sort({ at: 1, _id: 1 }).batchSize(WHOLE).lean<AssessmentDocument[]>()).map(
      fromDocument,
    );

  return {
    model,

    byId: async (id: string): Promise<StoredAssessment | null> => (await find({ _id: id }))[0] ?? null,
    /** All assessments of the candidates of some openings, oldest first. */
    ofOpenings: (openingIds: readonly string[]) => find({ openingId: { $in: [...openingIds] } }),
    /** The openings in which some people have been assessed, by person. */
    async openingsOf(employeeIds: readonly string[]): Promise<Map<string, string[]>> {
      const rows = await model
        .find({ employeeId: { $in: [...employeeIds] } }, { employeeId: 1, openingId: 1 })
        .sort({ openingId: 1 })
        .batchSize(WHOLE)
        .lean<Pick<AssessmentDocument, 'employeeId' | 'openingId'>[]>();
      const grouped = Map.groupBy(rows, ({ employeeId }) => employeeId);
      return new Map([...grouped].map(([id, some]) => [id, [...new Set(some.map(({ openingId }) => openingId))]]));
    },

    /** Takes a new assessment. */
    insert: (assessment: StoredAssessment, actor: string) => aggregate.insert(toDocument(assessment), actor),

    /** Writes an assessment that was read at its version. @throws CONFLICT, UNAVAILABLE */
    save: (assessment: StoredAssessment, actor: string) =>
      aggregate.save({ ...toDocument(assessment), version: assessment.version }, actor),
  };
}
