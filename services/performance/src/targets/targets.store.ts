/** Keeps targets: one document for each subject, metric and month. Every read takes the caller's scope. */
import type { Scope } from '@salesgraph/access';
import type { Clock, Month } from '@salesgraph/calendar';
import type { Page, Request } from '@salesgraph/service-kit';
import { type Connection, type Model, mongo, type QueryFilter, Schema } from 'mongoose';
import type { SubjectKind, Target } from './targets.ts';

interface TargetDocument extends Omit<Target, 'id'> {
  _id: string;
  /** The latest calls with a key that set it. */
  requests?: Request[];
}

/** A target to be written; the version as read, null for a new one. */
export interface TargetWrite {
  target: Pick<Target, 'id' | 'subjectKind' | 'subjectId' | 'metric' | 'month' | 'value'>;
  expectedVersion: number | null;
}

export interface TargetFilter {
  from?: Month;
  to?: Month;
  metric?: string;
  subjectKind?: SubjectKind;
  subjectIds?: string[];
}

const KEPT_REQUESTS = 20;
const DUPLICATE_KEY = 11_000;

const schema = new Schema<TargetDocument>(
  {
    _id: String,
    subjectKind: { type: String, required: true },
    subjectId: { type: String, required: true },
    metric: { type: String, required: true },
    month: { type: String, required: true },
    value: { type: String, required: true },
    version: { type: Number, required: true },
    updatedAt: Date,
    updatedBy: String,
    requests: { type: [new Schema({ key: String, hash: String }, { _id: false })], default: undefined },
  },
  { collection: 'targets', versionKey: false, autoIndex: false },
);
schema.index({ month: 1, _id: 1 });
schema.index({ subjectId: 1, month: 1, metric: 1 });
schema.index({ 'requests.key': 1 }, { sparse: true });

function fromDocument(document: TargetDocument): Target {
  const { _id, requests: _, ...fields } = document;
  return { id: _id, ...fields };
}

type Filter = QueryFilter<TargetDocument>;

/** Which targets a caller may see: those of people and units in reach. */
const visible = (scope: Scope): Filter =>
  scope.kind === 'COMPANY'
    ? {}
    : { subjectId: { $in: scope.kind === 'LIMITED' ? [...scope.employeeIds, ...scope.unitIds] : [] } };

function listed({ from, to, metric, subjectKind, subjectIds }: TargetFilter): Filter {
  const conditions: Filter[] = [];
  if (from) conditions.push({ month: { $gte: from } });
  if (to) conditions.push({ month: { $lte: to } });
  if (metric) conditions.push({ metric });
  if (subjectKind) conditions.push({ subjectKind });
  if (subjectIds) conditions.push({ subjectId: { $in: subjectIds } });
  return conditions.length > 0 ? { $and: conditions } : {};
}

const EVERYTHING: Scope = { kind: 'COMPANY' };

export type TargetStore = ReturnType<typeof targetStore>;

export function targetStore(connection: Connection, clock: Clock) {
  const model: Model<TargetDocument> = connection.models.Target ?? connection.model<TargetDocument>('Target', schema);
  const find = async (filter: Filter, scope: Scope): Promise<Target[]> =>
    (
      await model
        .find({ $and: [filter, visible(scope)] }, { requests: 0 })
        .sort({ _id: 1 })
        .lean<TargetDocument[]>()
    ).map(fromDocument);

  /** Which of some updates were made: a bulk tells only how many. */
  async function changed(updates: readonly TargetWrite[], actor: string, at: Date): Promise<Set<string>> {
    const found = await find({ _id: { $in: updates.map(({ target }) => target.id) } }, EVERYTHING);
    const stored = new Map(found.map((target) => [target.id, target]));
    const made = updates.filter(({ target, expectedVersion }) => {
      const now = stored.get(target.id);
      const ours = now?.updatedBy === actor && now.updatedAt.getTime() === at.getTime() && now.value === target.value;
      return ours && now.version === (expectedVersion ?? 0) + 1;
    });
    return new Set(made.map(({ target }) => target.id));
  }

  return {
    model,

    /** All targets of a month, sorted by id. */
    ofMonth: (month: Month): Promise<Target[]> => find({ month }, EVERYTHING),

    /** The targets of some subjects in some months, in one call however many, sorted by id. */
    ofSubjects: (ids: readonly string[], months: readonly Month[], scope: Scope): Promise<Target[]> =>
      find({ subjectId: { $in: [...ids] }, month: { $in: [...months] } }, scope),

    byIds: (ids: readonly string[], scope: Scope): Promise<Target[]> => find({ _id: { $in: [...ids] } }, scope),

    /** The months that have a target, oldest first. */
    async monthsWithTargets(): Promise<Month[]> {
      const rows = await model.aggregate<{ _id: Month }>([{ $group: { _id: '$month' } }, { $sort: { _id: 1 } }]);
      return rows.map(({ _id }) => _id);
    },

    /** A page by month and id, with one row more than asked for when there is a next one. */
    async page(filter: TargetFilter, scope: Scope, { limit, after }: Page): Promise<Target[]> {
      const from: Filter = after
        ? { $or: [{ month: { $gt: after[0]! } }, { month: after[0]!, _id: { $gt: after[1] ?? '' } }] }
        : {};
      const documents = await model
        .find({ $and: [listed(filter), visible(scope), from] }, { requests: 0 })
        .sort({ month: 1, _id: 1 })
        .limit(limit + 1)
        .lean<TargetDocument[]>();
      return documents.map(fromDocument);
    },

    count: (filter: TargetFilter, scope: Scope): Promise<number> =>
      model.countDocuments({ $and: [listed(filter), visible(scope)] }).exec(),

    /** What a call with a key has set, with the hash of what it asked. */
    async remembered(key: string): Promise<{ hash: string; targets: Target[] } | null> {
      const documents = await model.find({ 'requests.key': key }).sort({ _id: 1 }).lean<TargetDocument[]>();
      const request = documents[0]?.requests?.find((one) => one.key === key);
      return request ? { hash: request.hash, targets: documents.map(fromDocument) } : null;
    },

    /**
     * Writes targets, each for itself at the version it was read.
     * @returns for each whether it was written; false when somebody else wrote it meanwhile
     */
    async write(writes: readonly TargetWrite[], actor: string, request: Request | null = null): Promise<boolean[]> {
      if (writes.length === 0) return [];
      const updatedAt = clock.now();
      const collection = model.collection as unknown as mongo.Collection<TargetDocument>;
      const remembers = request ? { $push: { requests: { $each: [request], $slice: -KEPT_REQUESTS } } } : {};
      const operations = writes.map(({ target: { id, ...fields }, expectedVersion }) =>
        expectedVersion === null
          ? {
              insertOne: {
                document: {
                  _id: id,
                  ...fields,
                  version: 1,
                  updatedAt,
                  updatedBy: actor,
                  ...(request && { requests: [request] }),
                },
              },
            }
          : {
              updateOne: {
                filter: { _id: id, version: expectedVersion },
                update: {
                  $set: { value: fields.value, version: expectedVersion + 1, updatedAt, updatedBy: actor },
                  ...remembers,
                },
              },
            },
      );
      const refused = new Set<number>();
      let matched: number;
      try {
        matched = (await collection.bulkWrite(operations, { ordered: false })).matchedCount;
      } catch (error) {
        if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
        for (const fault of [error.writeErrors].flat()) {
          if (fault.code !== DUPLICATE_KEY) throw error;
          refused.add(fault.index);
        }
        matched = error.result.matchedCount;
      }
      const updates = writes.filter(({ expectedVersion }) => expectedVersion !== null);
      if (matched === updates.length) return writes.map((_, place) => !refused.has(place));
      const made = await changed(updates, actor, updatedAt);
      return writes.map(({ target, expectedVersion }, place) =>
        expectedVersion === null ? !refused.has(place) : made.has(target.id),
      );
    },
  };
}
