/** Events that a consumer could not take, kept until somebody has seen to them. */
import type { Connection, mongo } from 'mongoose';
import type { HourDigest } from './digest.ts';
import { type DomainEvent, hashOf, hourOf } from './event.ts';

export interface DeadLetter {
  id: string;
  consumer: string;
  event: DomainEvent;
  reason: string;
  failedAt: Date;
  /** Everybody who tried it again, in order of time. */
  replays: { at: Date; by: string }[];
  /** When the event was taken after all. */
  settledAt: Date | null;
}

type DeadLetterDocument = Omit<DeadLetter, 'id'> & { _id: string };

const MAX_REASON = 2000;
const idOf = (consumer: string, eventId: string): string => `${consumer}.${eventId}`;
const fromDocument = ({ _id, ...rest }: DeadLetterDocument): DeadLetter => ({ id: _id, ...rest });

export type DeadLetters = ReturnType<typeof deadLettersOf>;

export function deadLettersOf(connection: Connection) {
  const collection = connection.collection<DeadLetterDocument>(
    'dead_letters',
  ) as unknown as mongo.Collection<DeadLetterDocument>;

  return {
    async ensureIndexes(): Promise<void> {
      await collection.createIndex({ consumer: 1, settledAt: 1 });
    },

    /** Keeps an event that failed for good; one that failed before keeps its history. */
    async store(consumer: string, event: DomainEvent, reason: string, failedAt: Date): Promise<void> {
      await collection.updateOne(
        { _id: idOf(consumer, event.id) },
        {
          $set: { consumer, event, reason: reason.slice(0, MAX_REASON), failedAt, settledAt: null },
          $setOnInsert: { replays: [] },
        },
        { upsert: true },
      );
    },

    /** Notes that events were taken after all. */
    async settle(consumer: string, eventIds: readonly string[], settledAt: Date): Promise<void> {
      await collection.updateMany(
        { _id: { $in: eventIds.map((id) => idOf(consumer, id)) }, settledAt: null },
        { $set: { settledAt } },
      );
    },

    /** How many events of a consumer wait for somebody. */
    countOpen: (consumer: string): Promise<number> => collection.countDocuments({ consumer, settledAt: null }),

    /** Notes who tries an event again and when. @returns null when there is no such letter */
    async noteReplay(id: string, by: string, at: Date): Promise<DeadLetter | null> {
      const found = await collection.findOneAndUpdate(
        { _id: id },
        { $push: { replays: { at, by } } },
        { returnDocument: 'after' },
      );
      return found && fromDocument(found);
    },

    /** A page in id order, with one more than asked for when there is a next one. */
    async page({ limit, after }: { limit: number; after: string[] | null }): Promise<DeadLetter[]> {
      const rows = await collection
        .find(after ? { _id: { $gt: after[0]! } } : {})
        .sort({ _id: 1 })
        .limit(limit + 1)
        .toArray();
      return rows.map(fromDocument);
    },

    count: (): Promise<number> => collection.countDocuments({}),

    /** Events that are kept here and therefore not to be asked for again. */
    async digests(consumer: string): Promise<HourDigest[]> {
      const rows = await collection
        .find({ consumer, settledAt: null }, { projection: { 'event.id': 1, 'event.type': 1, 'event.at': 1 } })
        .toArray();
      return rows.map(({ event: { id, type, at } }) => ({ type, hour: hourOf(at), count: 1, sum: hashOf(id) }));
    },

    /** The aggregates of which events are kept here. */
    async aggregates(consumer: string): Promise<Set<string>> {
      const rows = await collection
        .find({ consumer, settledAt: null }, { projection: { 'event.aggregateId': 1 } })
        .toArray();
      return new Set(rows.map(({ event }) => event.aggregateId));
    },

    /** Which of some events are kept here. */
    async held(consumer: string, eventIds: readonly string[]): Promise<Set<string>> {
      const ids = eventIds.map((id) => idOf(consumer, id));
      const rows = await collection.find({ _id: { $in: ids }, settledAt: null }, { projection: { _id: 1 } }).toArray();
      return new Set(rows.map(({ _id }) => _id.slice(consumer.length + 1)));
    },
  };
}
