/** Keeps periods. A period and the event that tells of it are one document write. */
import type { Clock, Month } from '@salesgraph/calendar';
import { type AggregateDocument, aggregateFields, aggregateStore } from '@salesgraph/events';
import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import type { Period, PeriodState } from './periods.ts';

interface PeriodDocument extends Omit<Period, 'id' | 'version'>, AggregateDocument {
  _id: string;
  state: PeriodState;
}

const DUPLICATE_KEY = 11_000;

const schema = new Schema<PeriodDocument>(
  {
    _id: String,
    month: { type: String, required: true },
    state: { type: String, required: true },
    currentRunId: { type: String, default: null },
    closedAt: { type: Date, default: null },
    lockedAt: { type: Date, default: null },
    ...aggregateFields,
  },
  { collection: 'periods', versionKey: false, autoIndex: false },
);
schema.index({ month: 1 }, { unique: true });
schema.index({ 'outbox.id': 1 }, { sparse: true });

function fromDocument(document: PeriodDocument): Period {
  const { _id, month, state, currentRunId, closedAt, lockedAt, version } = document;
  return { id: _id, month, state, currentRunId, closedAt: closedAt ?? null, lockedAt: lockedAt ?? null, version };
}

const toDocument = ({ id, version: _, ...fields }: Period) => ({ _id: id, ...fields });

export type PeriodStore = ReturnType<typeof periodStore>;

export function periodStore(connection: Connection, clock: Clock) {
  const model: Model<PeriodDocument> = connection.models.Period ?? connection.model<PeriodDocument>('Period', schema);
  const aggregate = aggregateStore(model, {
    type: 'performance.period.changed',
    toData: ({ _id, month, state, currentRunId }: PeriodDocument) => ({ id: _id, month, state, currentRunId }),
    clock,
  });
  const find = async (filter: QueryFilter<PeriodDocument>): Promise<Period[]> =>
    (await model.find(filter, { outbox: 0 }).sort({ month: 1 }).lean<PeriodDocument[]>()).map(fromDocument);

  return {
    model,

    /** Periods of which something has been recorded, oldest first; others are open and have no run. */
    recorded: (months?: readonly Month[]): Promise<Period[]> => find(months ? { month: { $in: [...months] } } : {}),

    byMonth: async (month: Month): Promise<Period | null> => (await find({ month }))[0] ?? null,

    byIds: (ids: readonly string[]): Promise<Period[]> => find({ _id: { $in: [...ids] } }),

    /** Periods whose scores can be read, oldest first. */
    published: (months?: readonly Month[]): Promise<Period[]> =>
      find({ currentRunId: { $ne: null }, ...(months && { month: { $in: [...months] } }) }),

    /**
     * Writes a period as it was read and changed.
     * @returns false when somebody else wrote it meanwhile
     */
    async save(period: Period, actor: string): Promise<boolean> {
      try {
        if (period.version === 0) await aggregate.insert(toDocument(period), actor);
        else await aggregate.save({ ...toDocument(period), version: period.version }, actor);
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY || (error as { code?: unknown }).code === 'CONFLICT') {
          return false;
        }
        throw error;
      }
    },
  };
}
