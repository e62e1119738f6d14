/** How a service's events stand: what it has told, what it has heard, and what waits for somebody. */
import type { Connection } from 'mongoose';
import type { Consumer } from './consumer.ts';
import { type DeadLetter, deadLettersOf } from './dead-letters.ts';
import { type Flow, shownHash } from './digest.ts';
import { producerOf } from './event.ts';
import { eventLogOf } from './event-log.ts';
import { inboxOf } from './inbox.ts';
import { type Rebuild, rebuildsOf } from './rebuild/rebuilds.ts';

/** Everything of one type that was told, or heard by one consumer. */
export interface EventFlow {
  producer: string;
  type: string;
  /** Who heard it; null for who told it. */
  consumer: string | null;
  count: number;
  /** Equal exactly where the same events are counted, in whatever order they came. */
  hash: string;
}

/** Read field by field: each answers when it is asked. */
export interface EventStatus {
  service: string;
  /** Documents and events that have not reached the queues yet. */
  pending(): Promise<number>;
  produced(): Promise<EventFlow[]>;
  consumed(): Promise<EventFlow[]>;
  deadLetterPage(page: { limit: number; after: string[] | null }): Promise<DeadLetter[]>;
  deadLetterCount(): Promise<number>;
  /** The latest rebuild of each consumer that had one. */
  rebuilds(): Promise<Rebuild[]>;
  /** How many events a consumer has heard. */
  heard(consumer: string): Promise<number>;
}

const shown = ({ type, consumer, count, sum }: Flow): EventFlow => ({
  producer: producerOf(type),
  type,
  consumer: consumer ?? null,
  count,
  hash: shownHash(sum),
});

const inOrder = (a: EventFlow, b: EventFlow): number => {
  const [left, right] = [a, b].map(({ type, consumer }) => `${type} ${consumer ?? ''}`) as [string, string];
  return left < right ? -1 : left > right ? 1 : 0;
};

export function statusOf(given: {
  service: string;
  connection: Connection;
  pending(): Promise<number>;
  consumers: readonly Pick<Consumer, 'name'>[];
}): EventStatus {
  const { service, connection, pending, consumers } = given;
  const letters = deadLettersOf(connection);
  let counted: Promise<number> | undefined;
  const once = () => {
    counted ??= pending();
    return counted;
  };
  return {
    service,
    pending: once,
    async produced() {
      // What waits is counted first: with nothing waiting, everything written before this moment is in the log.
      await once();
      return (await eventLogOf(connection).flows()).map(shown).sort(inOrder);
    },
    consumed: async () => (await inboxOf(connection).flows()).map(shown).sort(inOrder),
    deadLetterPage: letters.page,
    deadLetterCount: letters.count,
    rebuilds: () => rebuildsOf(connection).latest(consumers.map(({ name }) => name)),
    heard: inboxOf(connection).count,
  };
}
