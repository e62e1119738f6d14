/**
 * Carries events from the documents they were written with into the service's event log and rings for them. Each step
 * can be repeated, and the process can be killed between any two of them: append to the log (what is there stays), pull
 * from the document, ring (an open ring is not repeated), mark as dispatched.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { createLogger } from '@salesgraph/service-kit';
import type { Connection, mongo } from 'mongoose';
import type { DomainEvent } from './event.ts';
import { eventLogOf } from './event-log.ts';
import { leaseOf } from './lease.ts';
import { onOutboxWrite } from './outbox-signal.ts';
import type { Subscription, Transport } from './transport.ts';

export interface RelayTiming {
  /** How often is looked for events that another process has written. */
  pollMs?: number;
  /** How long after its last sign of life another process takes over. */
  leaseMs?: number;
  /** How often events are looked for that a killed relay left half way. */
  sweepMs?: number;
}

export interface RelayOptions {
  service: string;
  connection: Connection;
  /** The models of the service's aggregates. */
  outboxModels: readonly { collection: unknown }[];
  transport: Transport;
  log: ReturnType<typeof createLogger>;
  timing?: RelayTiming;
}

interface OutboxDocument {
  _id: string;
  outbox: DomainEvent[];
}

const BATCH = 400;
const FAULT_PAUSE_MS = 1000;
const SUBSCRIPTIONS_FOR_MS = 1000;
/** Events are text-keyed, so this finds every document with one, and the sparse index on it holds nothing else. */
const WITH_EVENTS = { 'outbox.id': { $gt: '' } };

export type Relay = ReturnType<typeof createRelay>;

export function createRelay({ service, connection, outboxModels, transport, log, timing = {} }: RelayOptions) {
  const { pollMs = 200, leaseMs = 5000, sweepMs = 5000 } = timing;
  const eventLog = eventLogOf(connection);
  const lease = leaseOf(connection, service, leaseMs);
  const collections = outboxModels.map(({ collection }) => collection as mongo.Collection<OutboxDocument>);
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let wake = () => {};
  let known: { subscriptions: Subscription[]; readAt: number } = { subscriptions: [], readAt: 0 };
  let sweptAt = 0;

  async function subscriptions(): Promise<Subscription[]> {
    if (Date.now() - known.readAt > SUBSCRIPTIONS_FOR_MS) {
      known = { subscriptions: await transport.subscriptions(), readAt: Date.now() };
    }
    return known.subscriptions;
  }

  async function dispatch(events: readonly DomainEvent[]): Promise<void> {
    await Promise.all(
      (await subscriptions()).map(({ queue, types }) =>
        transport.publish(
          queue,
          events.filter(({ type }) => types.includes(type)),
        ),
      ),
    );
    await eventLog.markDispatched(events.map(({ id }) => id));
  }

  async function carry(collection: mongo.Collection<OutboxDocument>): Promise<number> {
    const documents = await collection
      .find(WITH_EVENTS, { projection: { outbox: 1 } })
      .limit(BATCH)
      .toArray();
    if (documents.length === 0) return 0;
    const events = documents.flatMap(({ outbox }) => outbox);
    await eventLog.append(events);
    await collection.bulkWrite(
      documents.map(({ _id, outbox }) => ({
        updateOne: { filter: { _id }, update: { $pull: { outbox: { id: { $in: outbox.map(({ id }) => id) } } } } },
      })),
      { ordered: false },
    );
    await dispatch(events);
    return documents.length;
  }

  /** Carries one batch of each kind of document. @returns how many documents had something to tell */
  async function step(): Promise<number> {
    let carried = 0;
    for (const collection of collections) carried += await carry(collection);
    if (Date.now() - sweptAt >= sweepMs) {
      const left = await eventLog.undispatched(BATCH);
      if (left.length > 0) await dispatch(left);
      if (left.length < BATCH) sweptAt = Date.now();
      carried += left.length;
    }
    return carried;
  }

  async function pause(ms: number): Promise<void> {
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await Promise.race([woken, sleep(ms, undefined, { ref: false })]);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        if (!(await lease.hold())) await pause(leaseMs / 5);
        else if ((await step()) === 0) await pause(pollMs);
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.warn({ err: error, service }, 'the relay could not carry events; it tries again');
        await pause(FAULT_PAUSE_MS);
      }
    }
  }

  const forget = onOutboxWrite(connection, () => wake());

  return {
    start(): void {
      running ??= run();
    },

    /** Carries everything there is, whoever holds the lease: safe, because every step can be repeated. For tests. */
    async drain(): Promise<void> {
      sweptAt = 0;
      while ((await step()) > 0) sweptAt = 0;
    },

    /** How many events have not reached the queues yet. */
    async pending(): Promise<number> {
      // In the order in which events travel: one on its way is counted twice rather than not at all.
      let pending = 0;
      for (const collection of collections) pending += await collection.countDocuments(WITH_EVENTS);
      return pending + (await eventLog.countUndispatched());
    },

    async close(): Promise<void> {
      stopping.abort();
      forget();
      wake();
      await running;
      await lease.release().catch(() => undefined);
    },
  };
}
