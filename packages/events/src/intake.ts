/** Takes events in for one consumer: those it has not heard yet, checked, in batches, with a marker written last. */
import { PermanentFailure } from '@salesgraph/jobs';
import type { Connection } from 'mongoose';
import { type Consumer, MAX_BATCH } from './consumer.ts';
import { contractOf } from './contracts/index.ts';
import { deadLettersOf } from './dead-letters.ts';
import type { DomainEvent } from './event.ts';
import { inboxOf } from './inbox.ts';

/** How long the first event of a batch waits for company. */
const LINGER_MS = 5;

interface Waiting {
  event: DomainEvent;
  resolve(): void;
  reject(error: unknown): void;
}

/** The database or the way to it failed; the event has no part in it. */
export function isInfrastructure(error: unknown): boolean {
  const { name = '', message = '' } = (error ?? {}) as Error;
  return (
    /^(Mongo(Network|ServerSelection|NotConnected|Topology|PoolCleared|PoolClosed|Expired|ClientClosed)|MongooseServerSelection)/.test(
      name,
    ) || /ECONNREFUSED|ECONNRESET|EPIPE|buffering timed out/.test(message)
  );
}

const inOrder = (a: DomainEvent, b: DomainEvent): number =>
  a.aggregateId === b.aggregateId ? a.seq - b.seq : a.aggregateId < b.aggregateId ? -1 : 1;

export type Intake = ReturnType<typeof createIntake>;

export function createIntake(consumer: Consumer, connection: Connection) {
  const inbox = inboxOf(connection);
  const letters = deadLettersOf(connection);
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let busy = false;

  /** Applies events together, or each for itself when one of them cannot be applied. @returns the faults by event id */
  async function apply(events: DomainEvent[]): Promise<Map<string, unknown>> {
    try {
      await consumer.apply(events);
      return new Map();
    } catch (error) {
      if (events.length === 1 || isInfrastructure(error)) return new Map(events.map(({ id }) => [id, error]));
    }
    const faults = new Map<string, unknown>();
    for (const event of events) for (const [id, fault] of await apply([event])) faults.set(id, fault);
    return faults;
  }

  /** Takes some events in. @returns the faults by event id */
  async function takeAll(given: readonly DomainEvent[]): Promise<Map<string, unknown>> {
    const events = [...new Map(given.map((event) => [event.id, event])).values()].sort(inOrder);
    const ids = events.map(({ id }) => id);
    const heard = await inbox.heard(consumer.name, ids);
    const faults = new Map<string, unknown>();
    const fresh: DomainEvent[] = [];
    for (const event of events) {
      if (heard.has(event.id)) continue;
      const checked = contractOf(event.type)?.safeParse(event.data);
      if (checked && !checked.success) {
        faults.set(
          event.id,
          new PermanentFailure(`The data is not what ${event.type} promises: ${checked.error.message}`),
        );
      } else fresh.push(checked ? { ...event, data: checked.data } : event);
    }
    if (fresh.length > 0) {
      for (const [id, fault] of await apply(fresh)) faults.set(id, fault);
      await inbox.mark(
        consumer.name,
        fresh.filter(({ id }) => !faults.has(id)),
      );
    }
    if (openLetters > 0) {
      const taken = ids.filter((id) => !faults.has(id));
      await letters.settle(consumer.name, taken, new Date());
      openLetters = await letters.countOpen(consumer.name);
    }
    return faults;
  }
  /** Whether letters have to be looked through at all; unknown at first. */
  let openLetters = 1;

  async function flush(): Promise<void> {
    if (busy) return;
    busy = true;
    clearTimeout(timer);
    timer = undefined;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MAX_BATCH);
      waiting = waiting.slice(MAX_BATCH);
      try {
        const faults = await takeAll(batch.map(({ event }) => event));
        for (const { event, resolve, reject } of batch) {
          if (faults.has(event.id)) reject(faults.get(event.id));
          else resolve();
        }
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    busy = false;
  }

  return {
    /** Takes one event in, together with others that come at the same moment. */
    take: (event: DomainEvent): Promise<void> =>
      new Promise((resolve, reject) => {
        waiting.push({ event, resolve, reject });
        if (waiting.length >= MAX_BATCH) void flush();
        else if (!busy) timer ??= setTimeout(flush, LINGER_MS);
      }),

    takeAll,

    /** Tells that a letter of this consumer may be open. */
    expectLetters(): void {
      openLetters = Math.max(openLetters, 1);
    },
  };
}
