/** A transport within one process, for tests of a service: what is published waits until somebody takes it. */
import type { DomainEvent } from './event.ts';
import type { Subscription, Transport } from './transport.ts';

export interface MemoryTransport extends Transport {
  /** Everything published since the last call, by queue. */
  take(): Map<string, DomainEvent[]>;
}

export function memoryTransport(): MemoryTransport {
  const known = new Map<string, Subscription>();
  let published = new Map<string, DomainEvent[]>();
  const publish = async (queue: string, events: readonly DomainEvent[]) => {
    published.set(queue, [...(published.get(queue) ?? []), ...events]);
  };
  return {
    subscribe: async (subscription) => {
      known.set(subscription.queue, subscription);
    },
    subscriptions: async () => [...known.values()],
    publish,
    republish: publish,
    offer: async () => {},
    agree: async () => {},
    wake: async () => {},
    ask: async () => {},
    close: async () => {},
    take() {
      const taken = published;
      published = new Map();
      return taken;
    },
  };
}
