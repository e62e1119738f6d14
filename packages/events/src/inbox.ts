/** What the consumers of a service have heard: one marker an event, written after everything the event means. */
import type { Connection, mongo } from 'mongoose';
import { digestStages, type Flow, flowStages, type HourDigest } from './digest.ts';
import { type DomainEvent, hashOf, hourOf } from './event.ts';
import { insertMissing } from './event-log.ts';

interface Marker {
  /** `<consumer>/<eventId>` */
  _id: string;
  consumer: string;
  type: string;
  aggregateId: string;
  seq: number;
  hour: string;
  hash: number;
}

const keyOf = (consumer: string, eventId: string): string => `${consumer}/${eventId}`;

export type Inbox = ReturnType<typeof inboxOf>;

export function inboxOf(connection: Connection) {
  const collection = connection.collection<Marker>('inbox') as unknown as mongo.Collection<Marker>;

  return {
    async ensureIndexes(): Promise<void> {
      await collection.createIndex({ consumer: 1, type: 1, hour: 1, hash: 1 });
    },

    /** Which of some events a consumer has heard. */
    async heard(consumer: string, eventIds: readonly string[]): Promise<Set<string>> {
      const keys = eventIds.map((id) => keyOf(consumer, id));
      const rows = await collection.find({ _id: { $in: keys } }, { projection: { _id: 1 } }).toArray();
      return new Set(rows.map(({ _id }) => _id.slice(consumer.length + 1)));
    },

    async mark(consumer: string, events: readonly DomainEvent[]): Promise<void> {
      if (events.length === 0) return;
      await insertMissing(
        collection,
        events.map(({ id, type, aggregateId, seq, at }) => ({
          _id: keyOf(consumer, id),
          consumer,
          type,
          aggregateId,
          seq,
          hour: hourOf(at),
          hash: hashOf(id),
        })),
      );
    },

    /** How many events a consumer has heard. */
    count: (consumer: string): Promise<number> => collection.countDocuments({ consumer }),

    /** The seq of the newest event that a consumer has heard of each aggregate. */
    async newest(consumer: string, types: readonly string[]): Promise<Map<string, number>> {
      const rows = await collection
        .aggregate<{ _id: string; seq: number }>([
          { $match: { consumer, type: { $in: [...types] } } },
          { $group: { _id: '$aggregateId', seq: { $max: '$seq' } } },
        ])
        .toArray();
      return new Map(rows.map(({ _id, seq }) => [_id, seq]));
    },

    /** Forgets what a consumer has heard, of some aggregates or of all: it is told again. */
    async forget(consumer: string, aggregateIds?: readonly string[]): Promise<void> {
      await collection.deleteMany({ consumer, ...(aggregateIds && { aggregateId: { $in: [...aggregateIds] } }) });
    },

    digests: (consumer: string): Promise<HourDigest[]> =>
      collection.aggregate<HourDigest>(digestStages({ consumer })).toArray(),

    flows: (): Promise<Flow[]> => collection.aggregate<Flow>(flowStages(['consumer', 'type'])).toArray(),
  };
}
