/** Keeps adjustments, insert-only. Every read for callers takes their scope. */
import type { Scope } from '@salesgraph/access';
import type { Month } from '@salesgraph/calendar';
import { type Connection, type Model, mongo, type QueryFilter, Schema } from 'mongoose';
import type { Adjustment } from './adjustments.ts';

interface AdjustmentDocument extends Omit<Adjustment, 'id'> {
  _id: string;
}

const DUPLICATE_KEY = 11_000;

const schema = new Schema<AdjustmentDocument>(
  {
    _id: String,
    lockedMonth: { type: String, required: true },
    carriedInto: { type: String, required: true },
    opportunityId: String,
    employeeId: String,
    amountMinor: Number,
    currency: String,
    at: Date,
  },
  { collection: 'adjustments', versionKey: false, autoIndex: false },
);
schema.index({ lockedMonth: 1 });
schema.index({ carriedInto: 1, _id: 1 });

type Filter = QueryFilter<AdjustmentDocument>;

const visible = (scope: Scope): Filter =>
  scope.kind === 'COMPANY' ? {} : { employeeId: { $in: scope.kind === 'LIMITED' ? scope.employeeIds : [] } };

const fromDocument = ({ _id, ...fields }: AdjustmentDocument): Adjustment => ({ id: _id, ...fields });

export type AdjustmentStore = ReturnType<typeof adjustmentStore>;

export function adjustmentStore(connection: Connection) {
  const model: Model<AdjustmentDocument> =
    connection.models.Adjustment ?? connection.model<AdjustmentDocument>('Adjustment', schema);

  return {
    model,

    /** All that has been carried on from a locked month. */
    ofLocked: async (lockedMonth: Month): Promise<Adjustment[]> =>
      (await model.find({ lockedMonth }).lean<AdjustmentDocument[]>()).map(fromDocument),

    /** What is carried into each of some months, as far as it may be seen, in one call, in the order of the ids. */
    async carriedInto(months: readonly Month[], scope: Scope): Promise<Map<Month, Adjustment[]>> {
      const documents = await model
        .find({ $and: [{ carriedInto: { $in: [...months] } }, visible(scope)] })
        .sort({ _id: 1 })
        .lean<AdjustmentDocument[]>();
      return Map.groupBy(documents.map(fromDocument), ({ carriedInto }) => carriedInto);
    },

    /** How many are carried into each month that has some, or into one, in one call. There are never fewer than before. */
    async counts(month?: Month): Promise<Map<Month, number>> {
      const rows = await model.aggregate<{ _id: Month; count: number }>([
        { $match: month === undefined ? {} : { carriedInto: month } },
        { $group: { _id: '$carriedInto', count: { $sum: 1 } } },
      ]);
      return new Map(rows.map(({ _id, count }) => [_id, count]));
    },

    /** All that is carried into a month, whoever it is about. */
    ofMonth: async (month: Month): Promise<Adjustment[]> =>
      (await model.find({ carriedInto: month }).lean<AdjustmentDocument[]>()).map(fromDocument),

    /** Takes adjustments, each once. */
    async insert(adjustments: readonly Adjustment[]): Promise<void> {
      if (adjustments.length === 0) return;
      const documents = adjustments.map(({ id, ...fields }) => ({ _id: id, ...fields }));
      try {
        await model.collection.insertMany(documents as never, { ordered: false });
      } catch (error) {
        const isRepetition =
          error instanceof mongo.MongoBulkWriteError &&
          [error.writeErrors].flat().every(({ code }) => code === DUPLICATE_KEY);
        if (!isRepetition) throw error;
      }
    },
  };
}
