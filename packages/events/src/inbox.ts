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

    digests: (consumer: string): Promise<HourDigest[]> =>
      collection.aggregate<HourDigest>(digestStages({ consumer })).toArray(),

    flows: (): Promise<Flow[]> => collection.aggregate<Flow>(flowStages(['consumer', 'type'])).toArray(),
  };
}
