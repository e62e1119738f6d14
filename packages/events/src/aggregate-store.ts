/**
 * Writes an aggregate and the event that tells of it in one document write: there is no moment in which one is there
 * without the other. A change of several aggregates is written in a transaction (`atomically`).
 */
import type { Clock } from '@salesgraph/calendar';
import { fail } from '@salesgraph/service-kit';
import { type Model, mongo, Schema } from 'mongoose';
import { contractOf } from './contracts/index.ts';
import type { DomainEvent } from './event.ts';
import { eventLogOf } from './event-log.ts';
import { outboxWritten } from './outbox-signal.ts';

/** How many events may wait in one document. */
export const MAX_PENDING = 50;

/** What the kit keeps in a document beside what the service keeps there. */
export interface AggregateDocument {
  /** How often the document was written; the seq of its last event. */
  version: number;
  /** Events that the relay has not carried away yet. */
  outbox?: DomainEvent[];
}

/** The part of a mongoose schema that makes a document an aggregate. */
export const aggregateFields = {
  version: { type: Number, required: true },
  outbox: { type: [Schema.Types.Mixed], default: undefined },
} as const;

/** A document as a service gives it: without what the kit keeps. */
export type Given<Document> = Omit<Document, keyof AggregateDocument>;

/** What became of one document of many. */
export type WriteResult =
  | { ok: true; version: number }
  /** CONFLICT: somebody else wrote it; UNAVAILABLE: too many of its events wait. */
  | { ok: false; code: 'CONFLICT' | 'UNAVAILABLE' };

export interface Change<Document> {
  doc: Given<Document>;
  /** The version as read; null for a new document. */
  expectedVersion: number | null;
}

/** In which transaction a write takes part; it is told of once the transaction has been committed. */
export interface WriteOptions {
  session?: mongo.ClientSession;
}

export type AggregateStore<Document> = ReturnType<typeof aggregateStore<Document & { _id: string }>>;

const DUPLICATE_KEY = 11_000;
const stale = () => fail('CONFLICT', 'It was changed by somebody else meanwhile; read it again.');
const congested = () => fail('UNAVAILABLE', 'Its last changes are still being told to others; try again in a moment.');

/** Whether a stored event is the one that was to be written. */
const same = (stored: DomainEvent | undefined, event: DomainEvent): boolean =>
  stored !== undefined &&
  stored.actor === event.actor &&
  stored.at.getTime() === event.at.getTime() &&
  JSON.stringify(stored.data) === JSON.stringify(event.data);

export function aggregateStore<Document extends { _id: string }>(
  model: Model<Document>,
  { type, toData, clock }: { type: string; toData: (document: Document) => unknown; clock: Clock },
) {
  // The plain driver: what is written is what was given, and a bulk of 500 costs no document classes.
  const collection = () => model.collection as unknown as mongo.Collection<AggregateDocument & { _id: string }>;
  const contract = contractOf(type);

  function eventOf(doc: Given<Document>, seq: number, actor: string): DomainEvent {
    const data = toData({ ...doc, version: seq, outbox: [] } as unknown as Document);
    const aggregateId = doc._id as string;
    return {
      id: `${aggregateId}-${seq}`,
      aggregateId,
      seq,
      type,
      version: 1,
      at: clock.now(),
      actor,
      data: contract ? contract.parse(data) : data,
    };
  }

  function inserted(doc: Given<Document>, event: DomainEvent) {
    return { ...doc, version: event.seq, outbox: [event] } as unknown as AggregateDocument & { _id: string };
  }

  function updated(doc: Given<Document>, event: DomainEvent) {
    const { _id, version: _, outbox: __, ...fields } = doc as Given<Document> & Partial<AggregateDocument>;
    return {
      filter: { _id: event.aggregateId, version: event.seq - 1, [`outbox.${MAX_PENDING - 1}`]: { $exists: false } },
      update: { $set: { ...fields, version: event.seq }, $push: { outbox: event } },
    };
  }

  /** Finds out, document by document, which of some updates were made. */
  async function outcomes(events: DomainEvent[]): Promise<WriteResult[]> {
    const [stored, logged] = await Promise.all([
      collection()
        .find({ _id: { $in: events.map(({ aggregateId }) => aggregateId) } }, { projection: { version: 1, outbox: 1 } })
        .toArray(),
      eventLogOf(model.db).byIds(events.map(({ id }) => id)),
    ]);
    const documents = new Map(stored.map((document) => [document._id, document]));
    const told = new Map(logged.map((event) => [event.id, event]));
    return events.map((event) => {
      const document = documents.get(event.aggregateId);
      const written = document?.outbox?.find(({ id }) => id === event.id) ?? told.get(event.id);
      if (same(written, event)) return { ok: true, version: event.seq };
      return { ok: false, code: document?.version === event.seq - 1 ? 'UNAVAILABLE' : 'CONFLICT' };
    });
  }

  return {
    /** Takes a new document and tells of it. @throws the driver's duplicate key error (code 11000) */
    async insert(doc: Given<Document>, actor: string, { session }: WriteOptions = {}): Promise<number> {
      const event = eventOf(doc, 1, actor);
      await collection().insertOne(inserted(doc, event), { ignoreUndefined: true, session });
      if (!session) outboxWritten(model.db);
      return event.seq;
    },

    /**
     * Writes a document that was read at `doc.version`; fields that are not given stay as they are.
     * @returns the new version
     * @throws CONFLICT when that is no longer the current version; UNAVAILABLE when too many of its events wait
     */
    async save(
      doc: Given<Document> & { version: number },
      actor: string,
      { session }: WriteOptions = {},
    ): Promise<number> {
      const event = eventOf(doc, doc.version + 1, actor);
      const { filter, update } = updated(doc, event);
      const { matchedCount } = await collection().updateOne(filter, update, { ignoreUndefined: true, session });
      if (matchedCount === 0) {
        const current = await collection().findOne({ _id: event.aggregateId }, { projection: { version: 1 }, session });
        throw current?.version === doc.version ? congested() : stale();
      }
      if (!session) outboxWritten(model.db);
      return event.seq;
    },

    /**
     * Writes many documents in a transaction, all or none.
     * @throws CONFLICT when one has changed since it was read or is there already; UNAVAILABLE when too many events wait
     */
    async saveAll(
      changes: readonly Change<Document>[],
      actor: string,
      session: mongo.ClientSession,
    ): Promise<DomainEvent[]> {
      if (changes.length === 0) return [];
      const events = changes.map(({ doc, expectedVersion }) => eventOf(doc, (expectedVersion ?? 0) + 1, actor));
      const operations = changes.map(({ doc, expectedVersion }, place) =>
        expectedVersion === null
          ? { insertOne: { document: inserted(doc, events[place]!) } }
          : { updateOne: updated(doc, events[place]!) },
      );
      let done: mongo.BulkWriteResult;
      try {
        done = await collection().bulkWrite(operations, { ordered: true, ignoreUndefined: true, session });
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw stale();
        throw error;
      }
      if (done.matchedCount + done.insertedCount < changes.length) {
        const known = changes.filter(({ expectedVersion }) => expectedVersion !== null);
        const ids = known.map(({ doc }) => doc._id as string);
        const current = await collection()
          .find({ _id: { $in: ids } }, { projection: { version: 1, outbox: 1 }, session })
          .toArray();
        const full = current.some(({ outbox }) => (outbox?.length ?? 0) >= MAX_PENDING);
        throw full ? congested() : stale();
      }
      return events;
    },

    /** Writes many documents, each for itself: one that cannot be written does not hold up the others. */
    async writeMany(changes: readonly Change<Document>[], actor: string): Promise<WriteResult[]> {
      if (changes.length === 0) return [];
      const events = changes.map(({ doc, expectedVersion }) => eventOf(doc, (expectedVersion ?? 0) + 1, actor));
      const isNew = (place: number) => changes[place]!.expectedVersion === null;
      const operations = changes.map(({ doc }, place) =>
        isNew(place)
          ? { insertOne: { document: inserted(doc, events[place]!) } }
          : { updateOne: updated(doc, events[place]!) },
      );
      const refused = new Set<number>();
      let matched: number;
      try {
        const result = await collection().bulkWrite(operations, { ordered: false, ignoreUndefined: true });
        matched = result.matchedCount;
      } catch (error) {
        if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
        for (const fault of [error.writeErrors].flat()) {
          if (fault.code !== DUPLICATE_KEY) throw error;
          refused.add(fault.index);
        }
        matched = error.result.matchedCount;
      }
      outboxWritten(model.db);
      const updates = events.filter((_, place) => !isNew(place) && !refused.has(place));
      const known = matched === updates.length ? null : await outcomes(updates);
      const results = new Map(known?.map((result, place) => [updates[place], result]));
      return events.map((event, place): WriteResult => {
        if (refused.has(place)) return { ok: false, code: 'CONFLICT' };
        return results.get(event) ?? { ok: true, version: event.seq };
      });
    },
  };
}
