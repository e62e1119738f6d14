/** Every event a service has ever told, in its own database: the source for everybody who missed one. */
import type { Connection, mongo } from 'mongoose';
import { digestStages, type Flow, flowStages, type HourDigest } from './digest.ts';
import { type DomainEvent, hashOf, hourOf } from './event.ts';

interface LoggedEvent extends Omit<DomainEvent, 'id'> {
  _id: string;
  hour: string;
  hash: number;
  /** Whether the consumers known at the time have been rung for. */
  dispatched: boolean;
}

const fromDocument = ({ _id, aggregateId, seq, type, version, at, actor, data }: LoggedEvent): DomainEvent => ({
  id: _id,
  aggregateId,
  seq,
  type,
  version,
  at,
  actor,
  data,
});

export type EventLog = ReturnType<typeof eventLogOf>;

export function eventLogOf(connection: Connection) {
  const collection = connection.collection<LoggedEvent>('event_log') as unknown as mongo.Collection<LoggedEvent>;

  return {
    async ensureIndexes(): Promise<void> {
      await collection.createIndex({ aggregateId: 1, seq: 1 }, { unique: true });
      await collection.createIndex({ dispatched: 1 }, { partialFilterExpression: { dispatched: false } });
      await collection.createIndex({ type: 1, hour: 1, hash: 1 });
    },

    /** Adds events; those that are there already stay as they are. */
    async append(events: readonly DomainEvent[]): Promise<void> {
      if (events.length === 0) return;
      await insertMissing(
        collection,
        events.map(({ id, ...event }) => ({
          _id: id,
          ...event,
          hour: hourOf(event.at),
          hash: hashOf(id),
          dispatched: false,
        })),
      );
    },

    async markDispatched(ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      await collection.updateMany({ _id: { $in: [...ids] } }, { $set: { dispatched: true } });
    },

    async undispatched(limit: number): Promise<DomainEvent[]> {
      return (await collection.find({ dispatched: false }).limit(limit).toArray()).map(fromDocument);
    },

    countUndispatched: (): Promise<number> => collection.countDocuments({ dispatched: false }),

    async byIds(ids: readonly string[]): Promise<DomainEvent[]> {
      return (await collection.find({ _id: { $in: [...ids] } }).toArray()).map(fromDocument);
    },

    /** The ids of a type's events of one hour, day or month. */
    async idsIn(type: string, bucket: string): Promise<string[]> {
      const hours = { $gte: bucket, $lte: `${bucket}~` };
      const rows = await collection.find({ type, hour: hours }, { projection: { _id: 1 } }).toArray();
      return rows.map(({ _id }) => _id);
    },

    /** Count and hash of each hour, for some types. */
    async digests(types: readonly string[]): Promise<HourDigest[]> {
      return collection.aggregate<HourDigest>(digestStages({ type: { $in: [...types] } })).toArray();
    },

    /** Count and hash of everything ever told, by type. */
    async flows(): Promise<Flow[]> {
      return collection.aggregate<Flow>(flowStages(['type'])).toArray();
    },
  };
}

/** Inserts what is not there yet; meeting what is there is no fault. */
export async function insertMissing<Document extends mongo.Document>(
  collection: mongo.Collection<Document>,
  documents: mongo.OptionalUnlessRequiredId<Document>[],
): Promise<void> {
  try {
    await collection.insertMany(documents, { ordered: false });
  } catch (error) {
    const faults = [(error as { writeErrors?: { code?: number }[] }).writeErrors ?? []].flat();
    if (faults.length === 0 || faults.some(({ code }) => code !== 11_000)) throw error;
  }
}
