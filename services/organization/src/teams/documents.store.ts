/** What the stores of teams share: documents that are written with the event that tells of them, and keep their memory. */
import type { Clock } from '@salesgraph/calendar';
import { aggregateFields, aggregateStore } from '@salesgraph/events';
import type { Page } from '@salesgraph/service-kit';
import { type Connection, type Model, type mongo, type QueryFilter, Schema, type SchemaDefinition } from 'mongoose';
import { auditedFields, memoryOf } from '../audit.store.ts';
import type { Audited } from '../audit.ts';

type Kept = { id: string } & Audited;
/** A document as it lies in its collection; what is derived for its indexes lies beside it. */
export type Stored<T extends Kept> = Omit<T, 'id'> & { _id: string };

/** Without this a server gives 101 documents and has the rest asked for: more rows would cost more calls. */
const BATCH = 100_000;
const DUPLICATE_KEY = 11_000;

/** Whether a write met a document with the same unique key. */
export const isDuplicate = (error: unknown): boolean => (error as { code?: unknown }).code === DUPLICATE_KEY;

/** A part of a document without an id of its own. */
export const part = (fields: SchemaDefinition) => new Schema(fields, { _id: false });

export interface DocumentsOptions<T extends Kept> {
  /** Of the mongoose model. */
  name: string;
  collection: string;
  /** Of the event that tells of a document. */
  type: string;
  fields: SchemaDefinition;
  indexes?: readonly (readonly [Record<string, 1 | -1>, { unique?: boolean; sparse?: boolean }?])[];
  /** What is kept beside what a document says, so that it can be found: functions of the document, by field. */
  derived?: Readonly<Record<string, (document: T) => string | null>>;
}

export function documentStore<T extends Kept>(connection: Connection, clock: Clock, options: DocumentsOptions<T>) {
  const { name, collection, type, fields, indexes = [], derived = {} } = options;
  type Document = Stored<T>;

  function define(): Model<Document> {
    const schema = new Schema<Document>({ _id: String, ...fields, ...auditedFields, ...aggregateFields } as never, {
      collection,
      versionKey: false,
      autoIndex: false,
    });
    for (const [keys, how] of indexes) schema.index(keys, how);
    schema.index({ 'requests.key': 1 }, { sparse: true });
    schema.index({ 'outbox.id': 1 }, { sparse: true });
    return connection.model(name, schema) as unknown as Model<Document>;
  }
  const model = (connection.models[name] as Model<Document> | undefined) ?? define();

  const toDocument = (given: T) => {
    const { id, version: _, ...rest } = given;
    const beside = Object.entries(derived).map(([field, of]) => [field, of(given)]);
    return { _id: id, ...rest, ...Object.fromEntries(beside) } as unknown as Document;
  };
  const fromDocument = (document: Document): T => {
    const { _id, version, change, corrections, requests, ...rest } = document as Document & Audited;
    const said = Object.entries(rest).filter(([field]) => !Object.hasOwn(derived, field));
    return {
      id: _id,
      ...Object.fromEntries(said),
      ...memoryOf({ version, change, corrections, requests }),
    } as unknown as T;
  };
  const aggregate = aggregateStore(model, {
    type,
    // The contract leaves out what it does not name.
    toData: ({ _id, ...rest }: Document) => ({ id: _id, ...rest }),
    clock,
  });

  const find = async (filter: QueryFilter<Document>, sort: Record<string, 1 | -1> = { _id: 1 }): Promise<T[]> => {
    const found = await model.find(filter, { outbox: 0 }).sort(sort).batchSize(BATCH).lean<Document[]>();
    return found.map(fromDocument);
  };

  return {
    model,
    find,
    findOne: async (filter: QueryFilter<Document>): Promise<T | null> => (await find(filter))[0] ?? null,
    /** The document that remembers a call. */
    byRequest: async (key: string): Promise<T | null> =>
      (await find({ 'requests.key': key } as QueryFilter<Document>))[0] ?? null,
    /** Rows in some order, with one more than asked for when there is a next page. */
    async page(filter: QueryFilter<Document>, sort: Record<string, 1 | -1>, limit: Page['limit']): Promise<T[]> {
      const found = await model
        .find(filter, { outbox: 0 })
        .sort(sort)
        .limit(limit + 1)
        .lean<Document[]>();
      return found.map(fromDocument);
    },
    count: (filter: QueryFilter<Document>): Promise<number> => model.countDocuments(filter).exec(),
    /** Takes a new document. @throws the driver's duplicate key error (`isDuplicate`) */
    insert: async (document: T, actor: string): Promise<T> => {
      await aggregate.insert(toDocument(document), actor);
      return { ...document, version: 1 };
    },
    /** Writes a document that was read at its version. @throws CONFLICT when that is no longer the current one */
    async save(document: T, actor: string, session?: mongo.ClientSession): Promise<T> {
      const version = await aggregate.save({ ...toDocument(document), version: document.version }, actor, { session });
      return { ...document, version };
    },
  };
}
