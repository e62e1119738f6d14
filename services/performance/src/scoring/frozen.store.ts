/** Keeps the facts and adjustments that runs are computed from, as they were when the inputs were frozen: one document a fact and try. */
import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import type { FrozenFact } from './freezing.ts';
import type { ScoredSubject } from './runs.ts';

interface FrozenDocument extends FrozenFact {
  _id: string;
  runId: string;
  frozenId: string;
  /** Everybody and every unit with a part in it. */
  subjectIds: string[];
}

/** Documents written in one call. */
const CHUNK = 1000;

const schema = new Schema<FrozenDocument>(
  {
    _id: String,
    runId: { type: String, required: true },
    frozenId: { type: String, required: true },
    subjectIds: [String],
    fact: Schema.Types.Mixed,
    places: [Schema.Types.Mixed],
    adjusts: String,
  },
  { collection: 'score_facts', versionKey: false, autoIndex: false },
);
schema.index({ frozenId: 1, subjectIds: 1 });
schema.index({ runId: 1, frozenId: 1 });

const subjectsOf = ({ places }: FrozenFact): string[] => [
  ...new Set(places.flatMap(({ employeeId, unitIds }) => [employeeId, ...unitIds])),
];

export type FrozenStore = ReturnType<typeof frozenStore>;

export function frozenStore(connection: Connection) {
  const model: Model<FrozenDocument> =
    connection.models.ScoreFact ?? connection.model<FrozenDocument>('ScoreFact', schema);
  const found = async (filter: QueryFilter<FrozenDocument>): Promise<FrozenFact[]> => {
    const documents = await model
      .find(filter, { fact: 1, places: 1, adjusts: 1 })
      .sort({ _id: 1 })
      .lean<FrozenDocument[]>();
    return documents.map(({ fact, places, adjusts }) => ({ fact, places, ...(adjusts && { adjusts }) }));
  };

  return {
    model,

    async insert(runId: string, frozenId: string, facts: readonly FrozenFact[]): Promise<void> {
      for (let at = 0; at < facts.length; at += CHUNK) {
        const documents = facts.slice(at, at + CHUNK).map((frozen) => ({
          ...{ _id: `${frozenId}-${frozen.fact.id}`, runId, frozenId, subjectIds: subjectsOf(frozen) },
          ...frozen,
        }));
        await model.collection.insertMany(documents as never, { ordered: false });
      }
    },

    /** The facts in which one of some subjects has a part, sorted by id. */
    of: (frozenId: string, subjects: readonly Pick<ScoredSubject, 'id'>[]): Promise<FrozenFact[]> =>
      found({ frozenId, subjectIds: { $in: subjects.map(({ id }) => id) } }),

    /** As `of`, over several frozen inputs in one call. */
    async ofMany(frozenIds: readonly string[], subjectIds: readonly string[]): Promise<Map<string, FrozenFact[]>> {
      const documents = await model
        .find({ frozenId: { $in: [...frozenIds] }, subjectIds: { $in: [...subjectIds] } })
        .sort({ _id: 1 })
        .lean<FrozenDocument[]>();
      return Map.groupBy(documents, ({ frozenId }) => frozenId);
    },

    /** All facts of frozen inputs, sorted by id. */
    all: (frozenId: string): Promise<FrozenFact[]> => found({ frozenId }),

    /** Drops what one try to freeze has kept. */
    async drop(frozenId: string): Promise<void> {
      await model.deleteMany({ frozenId });
    },

    /** Drops everything that some runs have kept. */
    async dropRuns(runIds: readonly string[]): Promise<void> {
      await model.deleteMany({ runId: { $in: [...runIds] } });
    },

    /** Drops what tries to freeze have left behind that came to nothing. */
    async dropOthers(runId: string, frozenId: string): Promise<void> {
      await model.deleteMany({ runId, frozenId: { $ne: frozenId } });
    },
  };
}
