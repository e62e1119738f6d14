/** Keeps score runs and their shards. Every change of state is one compare-and-set. */
import type { Month } from '@salesgraph/calendar';
import type { Page } from '@salesgraph/service-kit';
import { type Connection, type Model, Schema } from 'mongoose';
import { ACTIVE_STATES, mayMoveRun, type RunState, type ScoreRun, type Shard } from './runs.ts';

interface RunDocument extends Omit<ScoreRun, 'id'> {
  _id: string;
  /** There while the run is under way: a partial unique index lets a period have one such run. */
  active?: true;
  /** Grows with each try to freeze the inputs. */
  fence: number;
  requestKey?: string;
}

interface ShardDocument extends Omit<Shard, 'id'> {
  _id: string;
}

/** How many shards of a run are where. */
export interface ShardCounts {
  total: number;
  done: number;
  failed: number;
}

const DUPLICATE_KEY = 11_000;
const isDuplicate = (error: unknown): boolean => (error as { code?: unknown }).code === DUPLICATE_KEY;

const runSchema = new Schema<RunDocument>(
  {
    _id: String,
    month: { type: String, required: true },
    revision: { type: Number, required: true },
    state: { type: String, required: true },
    active: Boolean,
    fence: Number,
    requestKey: String,
    requestedBy: String,
    startedAt: Date,
    finishedAt: { type: Date, default: null },
    publishedAt: { type: Date, default: null },
    frozenId: { type: String, default: null },
    watermark: { type: String, default: null },
    currency: { type: String, default: null },
    formulas: [Schema.Types.Mixed],
    shardTotal: Number,
    inputsHash: { type: String, default: null },
    outputsHash: { type: String, default: null },
    previousRunId: { type: String, default: null },
    failure: { type: String, default: null },
    faults: Number,
    carriedWatermark: { type: String, default: null },
    inputsDroppedAt: { type: Date, default: null },
  },
  { collection: 'score_runs', versionKey: false, autoIndex: false },
);
runSchema.index({ month: 1, revision: -1 }, { unique: true });
runSchema.index({ month: 1 }, { name: 'one_active_run', unique: true, partialFilterExpression: { active: true } });
runSchema.index({ requestKey: 1 }, { sparse: true });
runSchema.index({ state: 1, finishedAt: 1 });

const shardSchema = new Schema<ShardDocument>(
  {
    _id: String,
    runId: { type: String, required: true },
    frozenId: { type: String, required: true },
    key: String,
    state: { type: String, required: true },
    fence: Number,
    faults: Number,
    subjects: [Schema.Types.Mixed],
    inputHash: String,
    outputHash: { type: String, default: null },
  },
  { collection: 'score_shards', versionKey: false, autoIndex: false },
);
shardSchema.index({ runId: 1, frozenId: 1, state: 1 });
shardSchema.index({ frozenId: 1 });

function runFrom(document: RunDocument): ScoreRun {
  const { _id, active: _, fence: __, requestKey: ___, ...fields } = document;
  return { id: _id, ...fields };
}

function shardFrom(document: ShardDocument): Shard {
  const { _id, ...fields } = document;
  return { id: _id, ...fields };
}

export type RunStore = ReturnType<typeof runStore>;

export function runStore(connection: Connection) {
  const runs: Model<RunDocument> = connection.models.ScoreRun ?? connection.model<RunDocument>('ScoreRun', runSchema);
  const shards: Model<ShardDocument> =
    connection.models.ScoreShard ?? connection.model<ShardDocument>('ScoreShard', shardSchema);
  const active = { $in: [...ACTIVE_STATES] };

  return {
    runs,
    shards,

    async byIds(ids: readonly string[]): Promise<ScoreRun[]> {
      return (await runs.find({ _id: { $in: [...ids] } }).lean<RunDocument[]>()).map(runFrom);
    },

    async byId(id: string): Promise<ScoreRun | null> {
      const document = await runs.findById(id).lean<RunDocument>();
      return document && runFrom(document);
    },

    /** The run of a period with the highest revision. */
    async latestOf(month: Month): Promise<ScoreRun | null> {
      const document = await runs.findOne({ month }).sort({ revision: -1 }).lean<RunDocument>();
      return document && runFrom(document);
    },

    /** The latest runs (and one more) of each of some periods, the latest first, in one call. */
    async pages(months: readonly Month[], { limit, after }: Page): Promise<Map<Month, ScoreRun[]>> {
      const earlier = after ? { revision: { $lt: Number(after[0]) || 0 } } : {};
      const documents = await runs.aggregate<RunDocument & { place: number }>([
        { $match: { month: { $in: [...months] }, ...earlier } },
        {
          $setWindowFields: {
            partitionBy: '$month',
            sortBy: { revision: -1 },
            output: { place: { $documentNumber: {} } },
          },
        },
        { $match: { place: { $lte: limit + 1 } } },
        { $sort: { revision: -1 } },
      ]);
      const found = documents.map(({ place: _, ...document }) => runFrom(document));
      return Map.groupBy(found, ({ month }) => month);
    },

    /** How many runs each of some periods has, in one call. */
    async counts(months: readonly Month[]): Promise<Map<Month, number>> {
      const rows = await runs.aggregate<{ _id: Month; count: number }>([
        { $match: { month: { $in: [...months] } } },
        { $group: { _id: '$month', count: { $sum: 1 } } },
      ]);
      return new Map(rows.map(({ _id, count }) => [_id, count]));
    },

    /** The run of a period that is under way. */
    async activeOf(month: Month): Promise<ScoreRun | null> {
      const document = await runs.findOne({ month, active: true }).lean<RunDocument>();
      return document && runFrom(document);
    },

    /** Every run that is under way, oldest first. */
    async active(): Promise<ScoreRun[]> {
      return (await runs.find({ active: true }).sort({ startedAt: 1 }).lean<RunDocument[]>()).map(runFrom);
    },

    async latestRevision(month: Month): Promise<number> {
      const latest = await runs.findOne({ month }, { revision: 1 }).sort({ revision: -1 }).lean<{ revision: number }>();
      return latest?.revision ?? 0;
    },

    /** The run that a call with an idempotency key has started. */
    async byRequest(requestKey: string): Promise<ScoreRun | null> {
      const document = await runs.findOne({ requestKey }).lean<RunDocument>();
      return document && runFrom(document);
    },

    /** Takes a new run. @returns false when its revision is taken or the period has a run under way */
    async insert({ id, ...fields }: ScoreRun, requestKey: string | null): Promise<boolean> {
      const document = { _id: id, ...fields, active: true, fence: 0, ...(requestKey !== null && { requestKey }) };
      try {
        await runs.collection.insertOne(document as never);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    /** Begins a try to freeze the inputs. @returns its number; null when they are frozen or the run has ended */
    async beginFreezing(id: string): Promise<number | null> {
      const document = await runs
        .findOneAndUpdate({ _id: id, state: 'FREEZING' }, { $inc: { fence: 1 } }, { returnDocument: 'after' })
        .lean<RunDocument>();
      return document?.fence ?? null;
    },

    /** Makes the inputs of one try those of the run. @returns false when another try came first */
    async endFreezing(
      id: string,
      fence: number,
      inputs: Pick<ScoreRun, 'frozenId' | 'watermark' | 'currency' | 'formulas' | 'shardTotal' | 'inputsHash'>,
    ): Promise<boolean> {
      const { matchedCount } = await runs.updateOne(
        { _id: id, state: 'FREEZING', fence },
        { $set: { ...inputs, state: 'RUNNING', faults: 0 } },
      );
      return matchedCount === 1;
    },

    /**
     * Takes a run from one state to the next, with what that brings.
     * @returns false when it was not in that state
     * @throws RangeError for a move that the table does not have
     */
    async move(id: string, from: RunState, to: RunState, fields: Partial<ScoreRun> = {}): Promise<boolean> {
      if (!mayMoveRun(from, to)) throw new RangeError(`A run cannot go from ${from} to ${to}`);
      const ends = !ACTIVE_STATES.includes(to);
      const { matchedCount } = await runs.updateOne(
        { _id: id, state: from },
        { $set: { ...fields, state: to }, ...(ends && { $unset: { active: '' } }) },
      );
      return matchedCount === 1;
    },

    /** Ends a run that is under way; what is published stays as it is. */
    async fail(id: string, failure: string, finishedAt: Date): Promise<void> {
      await runs.updateOne(
        { _id: id, state: active },
        { $set: { state: 'FAILED', failure, finishedAt }, $unset: { active: '' } },
      );
    },

    /** Notes what a run found while it is being published; a repetition notes the same. */
    async note(id: string, fields: Partial<ScoreRun>): Promise<void> {
      await runs.updateOne({ _id: id, state: active }, { $set: fields });
    },

    /** Notes up to which state of the facts adjustments of a locked period have been carried on. */
    async noteCarried(id: string, carriedWatermark: string): Promise<void> {
      await runs.updateOne({ _id: id }, { $set: { carriedWatermark } });
    },

    /** Counts a fault of a run. @returns how many there are now */
    async countFault(id: string): Promise<number> {
      const document = await runs
        .findOneAndUpdate({ _id: id, state: active }, { $inc: { faults: 1 } }, { returnDocument: 'after' })
        .lean<RunDocument>();
      return document?.faults ?? 0;
    },

    /** Marks the published runs of a period other than one. */
    async supersedeOthers(month: Month, current: string): Promise<void> {
      await runs.updateMany({ month, state: 'PUBLISHED', _id: { $ne: current } }, { $set: { state: 'SUPERSEDED' } });
    },

    /**
     * Runs that ended before a moment without counting any more and still have inputs, oldest first. Of some months only
     * those that were never published.
     */
    async withOldInputs(before: Date, lockedMonths: readonly Month[], limit: number): Promise<ScoreRun[]> {
      const documents = await runs
        .find({
          state: { $in: ['SUPERSEDED', 'FAILED'] },
          finishedAt: { $lt: before },
          inputsDroppedAt: null,
          $or: [{ month: { $nin: [...lockedMonths] } }, { publishedAt: null }],
        })
        .sort({ finishedAt: 1 })
        .limit(limit)
        .lean<RunDocument[]>();
      return documents.map(runFrom);
    },

    /** Drops the inputs of runs from their shards, whose state and hashes stay. */
    async emptyShards(runIds: readonly string[]): Promise<void> {
      await shards.updateMany({ runId: { $in: [...runIds] } }, { $set: { subjects: [] } });
    },

    /** Notes that the inputs of runs are gone. */
    async noteInputsDropped(runIds: readonly string[], inputsDroppedAt: Date): Promise<void> {
      await runs.updateMany({ _id: { $in: [...runIds] } }, { $set: { inputsDroppedAt } });
    },

    async insertShards(some: readonly Shard[]): Promise<void> {
      if (some.length === 0) return;
      const documents = some.map(({ id, ...fields }) => ({ _id: id, ...fields }));
      await shards.collection.insertMany(documents as never, { ordered: false });
    },

    /** Takes a shard, also one that somebody held before. @returns null when it is done or failed */
    async takeShard(id: string): Promise<Shard | null> {
      const document = await shards
        .findOneAndUpdate(
          { _id: id, state: { $in: ['PENDING', 'RUNNING'] } },
          { $set: { state: 'RUNNING' }, $inc: { fence: 1 } },
          { returnDocument: 'after' },
        )
        .lean<ShardDocument>();
      return document && shardFrom(document);
    },

    /** Says that a shard is done, for its last holder. */
    async finishShard({ id, fence }: Pick<Shard, 'id' | 'fence'>, outputHash: string): Promise<void> {
      await shards.updateOne({ _id: id, fence, state: 'RUNNING' }, { $set: { state: 'DONE', outputHash } });
    },

    /** Counts a fault of a shard. @returns how many there are now */
    async countShardFault(id: string): Promise<number> {
      const document = await shards
        .findOneAndUpdate({ _id: id }, { $inc: { faults: 1 } }, { returnDocument: 'after' })
        .lean<ShardDocument>();
      return document?.faults ?? 0;
    },

    async failShard(id: string): Promise<void> {
      await shards.updateOne({ _id: id, state: { $ne: 'DONE' } }, { $set: { state: 'FAILED' } });
    },

    /** The ids of the shards of frozen inputs that are still to be done. */
    async unfinishedShards(runId: string, frozenId: string): Promise<string[]> {
      const found = await shards
        .find({ runId, frozenId, state: { $in: ['PENDING', 'RUNNING'] } }, { _id: 1 })
        .lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },

    /** How far some runs are, in one call. */
    async shardCounts(some: readonly Pick<ScoreRun, 'id' | 'frozenId'>[]): Promise<Map<string, ShardCounts>> {
      const frozen = some.filter(({ frozenId }) => frozenId !== null);
      const rows = await shards.aggregate<{ _id: { runId: string; state: string }; count: number }>([
        {
          $match: {
            runId: { $in: frozen.map(({ id }) => id) },
            frozenId: { $in: frozen.map(({ frozenId }) => frozenId) },
          },
        },
        { $group: { _id: { runId: '$runId', state: '$state' }, count: { $sum: 1 } } },
      ]);
      const counts = new Map<string, ShardCounts>();
      for (const { _id, count } of rows) {
        const sum = counts.get(_id.runId) ?? { total: 0, done: 0, failed: 0 };
        sum.total += count;
        if (_id.state === 'DONE') sum.done += count;
        if (_id.state === 'FAILED') sum.failed += count;
        counts.set(_id.runId, sum);
      }
      return counts;
    },

    /** Drops what one try to freeze has kept. */
    async dropShards(frozenId: string): Promise<void> {
      await shards.deleteMany({ frozenId });
    },

    /** Drops what tries to freeze have left behind that came to nothing. */
    async dropOtherShards(runId: string, frozenId: string): Promise<void> {
      await shards.deleteMany({ runId, frozenId: { $ne: frozenId } });
    },
  };
}
