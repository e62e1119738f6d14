/** The events of one service without queues, for tests of a service: what it tells is kept, what it hears is handed to it. */
import type { createLogger } from '@salesgraph/service-kit';
import type { Connection } from 'mongoose';
import type { Consumer } from './consumer.ts';
import { deadLettersOf } from './dead-letters.ts';
import type { DomainEvent } from './event.ts';
import type { EventBus } from './event-bus.ts';
import { createIntake } from './intake.ts';
import { memoryTransport } from './memory-transport.ts';
import { startRebuilds } from './rebuild/starting.ts';
import { createRelay } from './relay.ts';
import { statusOf } from './status.ts';

export interface TestEventBus extends Pick<EventBus, 'status' | 'replay' | 'rebuild'> {
  /** Carries everything the service has written into its event log. */
  drain(): Promise<void>;
  /** Hands events to the consumers that want them, as a queue would. @throws what the first event that failed failed with */
  deliver(events: readonly DomainEvent[]): Promise<void>;
  close(): Promise<void>;
}

/** @param connection one of its own, so that what the relay reads is not counted as the service's */
export function createTestEventBus(options: {
  service: string;
  connection: Connection;
  outboxModels: readonly { collection: unknown }[];
  consumers: readonly Consumer[];
  log: ReturnType<typeof createLogger>;
}): TestEventBus {
  const { service, connection, consumers, log } = options;
  // The same collections, seen through the bus's own connection.
  const outboxModels = options.outboxModels.map(({ collection }) => ({
    collection: connection.collection((collection as { collectionName: string }).collectionName),
  }));
  const relay = createRelay({ service, connection, outboxModels, transport: memoryTransport(), log });
  relay.start();
  const intakes = consumers.map((consumer) => ({ consumer, intake: createIntake(consumer, connection) }));
  const letters = deadLettersOf(connection);

  return {
    status: () => statusOf({ service, connection, pending: relay.pending, consumers }),

    rebuild: (given) => startRebuilds(given, { consumers, connection, wake: async () => {} }),

    async replay(id, by) {
      const letter = await letters.noteReplay(id, by, new Date());
      const heard = intakes.find(({ consumer }) => consumer.name === letter?.consumer);
      if (letter && heard) await heard.intake.takeAll([letter.event]);
      return letter;
    },

    drain: relay.drain,

    async deliver(events) {
      for (const { consumer, intake } of intakes) {
        const faults = await intake.takeAll(events.filter(({ type }) => consumer.types.includes(type)));
        for (const fault of faults.values()) throw fault;
      }
    },

    close: relay.close,
  };
}
