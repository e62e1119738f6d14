/** Keeps cards and their standings, insert-only. What callers read takes their scope. */
import type { Scope } from '@salesgraph/access';
import type { Month } from '@salesgraph/calendar';
import type { Page } from '@salesgraph/service-kit';
import { type Connection, type Model, mongo, type QueryFilter, Schema } from 'mongoose';
import type { Group } from '../formulas/formulas.ts';
import type { Card, ScoreChange, Standing } from './cards.ts';

interface Stored {
  _id: string;
}
type CardDocument = Omit<Card, 'id'> & Stored;
type StandingDocument = Omit<Standing, 'id'> & Stored;
type ChangeDocument = Omit<ScoreChange, 'id'> & Stored;

/** What was computed again and came out differently: nothing of it may be published. */
export class ScoreMismatch extends Error {
  override readonly name = 'ScoreMismatch';
}

const DUPLICATE_KEY = 11_000;
const CHUNK = 500;

const subjectFields = {
  _id: String,
  runId: { type: String, required: true },
  subjectKind: { type: String, required: true },
  subjectId: { type: String, required: true },
  code: String,
} as const;
const collectionOf = (collection: string) => ({ collection, versionKey: false, autoIndex: false }) as const;

const cardSchema = new Schema<CardDocument>(
  {
    ...subjectFields,
    month: String,
    group: String,
    unitIds: [String],
    formulaId: String,
    score: { type: Number, default: null },
    indicators: [Schema.Types.Mixed],
    figures: [Schema.Types.Mixed],
    hash: String,
  },
  collectionOf('scores'),
);
cardSchema.index({ runId: 1, subjectId: 1 }, { unique: true });
cardSchema.index({ subjectId: 1, month: -1 });

const standingSchema = new Schema<StandingDocument>(
  {
    ...subjectFields,
    group: String,
    unitIds: [String],
    score: { type: Number, default: null },
    figures: [Schema.Types.Mixed],
    rank: { type: Number, default: null },
    peers: Number,
  },
  collectionOf('standings'),
);
standingSchema.index({ runId: 1, group: 1, code: 1 });

const changeSchema = new Schema<ChangeDocument>(
  { ...subjectFields, before: Schema.Types.Mixed, after: Schema.Types.Mixed },
  collectionOf('score_changes'),
);
changeSchema.index({ runId: 1, subjectKind: 1, code: 1 });

type Filter = QueryFilter<{ subjectId: string }>;

/** Which records a caller may see: those of people and units in reach. */
const visible = (scope: Scope): Filter =>
  scope.kind === 'COMPANY'
    ? {}
    : { subjectId: { $in: scope.kind === 'LIMITED' ? [...scope.employeeIds, ...scope.unitIds] : [] } };

const fromDocument = <Document extends Stored>({ _id, ...fields }: Document) => ({ id: _id, ...fields });

/** The parts of a document that a repetition must find again. */
const contentOf = ({ _id: _, ...fields }: Stored & Record<string, unknown>): string =>
  JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));

export type CardStore = ReturnType<typeof cardStore>;

export function cardStore(connection: Connection) {
  const cards: Model<CardDocument> = connection.models.Score ?? connection.model<CardDocument>('Score', cardSchema);
  const standings: Model<StandingDocument> =
    connection.models.Standing ?? connection.model<StandingDocument>('Standing', standingSchema);
  const changes: Model<ChangeDocument> =
    connection.models.ScoreChange ?? connection.model<ChangeDocument>('ScoreChange', changeSchema);

  /**
   * Inserts records, each once; one that is there already must say the same.
   * @throws ScoreMismatch when one says something else
   */
  async function insertOnce<Row extends { id: string }>(model: { collection: unknown }, rows: readonly Row[]) {
    const collection = model.collection as mongo.Collection<Stored & Record<string, unknown>>;
    for (let at = 0; at < rows.length; at += CHUNK) {
      const documents = rows.slice(at, at + CHUNK).map(({ id, ...fields }) => ({ _id: id, ...fields }));
      try {
        await collection.insertMany(documents, { ordered: false });
      } catch (error) {
        if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
        const faults = [error.writeErrors].flat();
        if (faults.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
        await compare(
          collection,
          faults.map(({ index }) => documents[index]!),
        );
      }
    }
  }

  async function compare(
    collection: mongo.Collection<Stored & Record<string, unknown>>,
    documents: readonly (Stored & Record<string, unknown>)[],
  ): Promise<void> {
    const stored = await collection.find({ _id: { $in: documents.map(({ _id }) => _id) } }).toArray();
    const contents = new Map(stored.map((document) => [document._id, contentOf(document)]));
    const differing = documents.filter((document) => contents.get(document._id) !== contentOf(document));
    if (differing.length === 0) return;
    const some = differing.slice(0, 5).map(({ _id }) => _id);
    throw new ScoreMismatch(`${differing.length} records came out differently when computed again: ${some.join(', ')}`);
  }

  return {
    cards,
    standings,
    changes,

    /** @throws ScoreMismatch */
    insertCards: (rows: readonly Card[]): Promise<void> => insertOnce(cards, rows),
    /** @throws ScoreMismatch */
    insertStandings: (rows: readonly Standing[]): Promise<void> => insertOnce(standings, rows),
    /** @throws ScoreMismatch */
    insertChanges: (rows: readonly ScoreChange[]): Promise<void> => insertOnce(changes, rows),

    /** All cards of a run, by subject. */
    async ofRun(runId: string): Promise<Card[]> {
      const documents = await cards.find({ runId }).sort({ subjectId: 1 }).lean<CardDocument[]>();
      return documents.map(fromDocument) as Card[];
    },

    /** All standings of a run. */
    async standingsOf(runId: string): Promise<Standing[]> {
      return (await standings.find({ runId }).lean<StandingDocument[]>()).map(fromDocument) as Standing[];
    },

    /** Some cards, as far as they may be seen. */
    async byIds(ids: readonly string[], scope: Scope): Promise<Card[]> {
      const documents = await cards
        .find({ $and: [{ _id: { $in: [...ids] } }, visible(scope)] } as QueryFilter<CardDocument>)
        .lean<CardDocument[]>();
      return documents.map(fromDocument) as Card[];
    },

    /** The standings of some cards, as far as they may be seen. */
    async standingsByIds(ids: readonly string[], scope: Scope): Promise<Standing[]> {
      const documents = await standings
        .find({ $and: [{ _id: { $in: [...ids] } }, visible(scope)] } as QueryFilter<StandingDocument>)
        .lean<StandingDocument[]>();
      return documents.map(fromDocument) as Standing[];
    },

    /** Of each of some subjects the id of the card of the latest month in some runs. */
    async latestCardIds(
      subjectIds: readonly string[],
      runIds: readonly string[],
      scope: Scope,
    ): Promise<Map<string, string>> {
      const documents = await cards
        .find(
          {
            $and: [{ subjectId: { $in: [...subjectIds] }, runId: { $in: [...runIds] } }, visible(scope)],
          } as QueryFilter<CardDocument>,
          { subjectId: 1, month: 1 },
        )
        .sort({ month: 1 })
        .lean<{ _id: string; subjectId: string; month: Month }[]>();
      return new Map(documents.map(({ _id, subjectId }) => [subjectId, _id]));
    },

    /** The standings of a group in some runs, of those within a unit where one is given. Ranks need them all. */
    async board(runIds: readonly string[], group: Group, unitId: string | null): Promise<Standing[]> {
      const filter = { runId: { $in: [...runIds] }, group, ...(unitId !== null && { unitIds: unitId }) };
      const documents = await standings
        .find(filter as QueryFilter<StandingDocument>)
        .sort({ code: 1 })
        .lean<StandingDocument[]>();
      return documents.map(fromDocument) as Standing[];
    },

    /** What a run changed, units before people, by code, with one more than asked for when there is a next page. */
    async changesPage(runId: string, scope: Scope, { limit, after }: Page): Promise<ScoreChange[]> {
      const [kind = '', code = ''] = after ?? [];
      const from = after ? { $or: [{ subjectKind: { $lt: kind } }, { subjectKind: kind, code: { $gt: code } }] } : {};
      const documents = await changes
        .find({ $and: [{ runId }, visible(scope), from] } as QueryFilter<ChangeDocument>)
        .sort({ subjectKind: -1, code: 1 })
        .limit(limit + 1)
        .lean<ChangeDocument[]>();
      return documents.map(fromDocument) as ScoreChange[];
    },

    countChanges: (runId: string, scope: Scope): Promise<number> =>
      changes.countDocuments({ $and: [{ runId }, visible(scope)] } as QueryFilter<ChangeDocument>).exec(),
  };
}
