/** Keeps formulas: insert-only, one document a version. */
import type { Page, Request } from '@salesgraph/service-kit';
import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import type { Formula } from './formulas.ts';

interface FormulaDocument extends Omit<Formula, 'id'> {
  _id: string;
  request?: Request;
}

const DUPLICATE_KEY = 11_000;

const indicator = new Schema(
  { metric: String, weightBp: Number, capBp: Number, lowerIsBetter: Boolean },
  { _id: false },
);
const schema = new Schema<FormulaDocument>(
  {
    _id: String,
    name: { type: String, required: true },
    version: { type: Number, required: true },
    hash: { type: String, required: true },
    groups: [String],
    missing: { type: String, required: true },
    effectiveFrom: { type: String, required: true },
    indicators: [indicator],
    createdAt: Date,
    createdBy: String,
    request: { type: new Schema({ key: String, hash: String }, { _id: false }), default: undefined },
  },
  { collection: 'formulas', versionKey: false, autoIndex: false },
);
schema.index({ name: 1, version: -1 }, { unique: true });
schema.index({ 'request.key': 1 }, { sparse: true });

function fromDocument(document: FormulaDocument): Formula {
  const { _id, request: _, ...fields } = document;
  return { id: _id, ...fields };
}

const toDocument = ({ id, ...fields }: Formula, request: Request | null): FormulaDocument => ({
  _id: id,
  ...fields,
  ...(request && { request }),
});

const isDuplicate = (error: unknown): boolean => (error as { code?: unknown }).code === DUPLICATE_KEY;

export type FormulaStore = ReturnType<typeof formulaStore>;

export function formulaStore(connection: Connection) {
  const model: Model<FormulaDocument> =
    connection.models.Formula ?? connection.model<FormulaDocument>('Formula', schema);
  const find = async (filter: QueryFilter<FormulaDocument>): Promise<Formula[]> =>
    (await model.find(filter).sort({ name: 1, version: -1 }).lean<FormulaDocument[]>()).map(fromDocument);
  const named = (name: string | null): QueryFilter<FormulaDocument> => (name === null ? {} : { name });

  return {
    model,

    /** Every version of every formula; there are few. */
    all: (): Promise<Formula[]> => find({}),

    byIds: (ids: readonly string[]): Promise<Formula[]> => find({ _id: { $in: [...ids] } }),

    /** By name and newest version first, with one more than asked for when there is a next page. */
    async page(name: string | null, { limit, after }: Page): Promise<Formula[]> {
      const [afterName = '', afterVersion] = after ?? [];
      const from: QueryFilter<FormulaDocument> = after
        ? { $or: [{ name: { $gt: afterName } }, { name: afterName, version: { $lt: Number(afterVersion) || 0 } }] }
        : {};
      const documents = await model
        .find({ $and: [named(name), from] })
        .sort({ name: 1, version: -1 })
        .limit(limit + 1)
        .lean<FormulaDocument[]>();
      return documents.map(fromDocument);
    },

    count: (name: string | null): Promise<number> => model.countDocuments(named(name)).exec(),

    /** The number of the newest version; 0 when there is none. */
    async latestVersion(name: string): Promise<number> {
      const latest = await model.findOne({ name }, { version: 1 }).sort({ version: -1 }).lean<{ version: number }>();
      return latest?.version ?? 0;
    },

    /** What a call with a key has made, with the hash of what it asked. */
    async remembered(key: string): Promise<{ formula: Formula; hash: string } | null> {
      const document = await model.findOne({ 'request.key': key }).lean<FormulaDocument>();
      return document?.request ? { formula: fromDocument(document), hash: document.request.hash } : null;
    },

    /** Takes a version. @returns false when there is one of that name and number already */
    async insert(formula: Formula, request: Request | null = null): Promise<boolean> {
      try {
        await model.collection.insertOne(toDocument(formula, request) as never);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
  };
}
