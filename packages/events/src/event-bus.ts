/** All of a service's events in one place: what it tells, what it hears, and how the two stand. */
import { connectRedis, type WorkerTiming } from '@salesgraph/jobs';
import type { createLogger } from '@salesgraph/service-kit';
import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import { agreementsOf } from './agreements.ts';
import { bullTransport } from './bull-transport.ts';
import { type Consumer, queueOf } from './consumer.ts';
import { startConsumerWorker } from './consumer-worker.ts';
import { type DeadLetter, deadLettersOf } from './dead-letters.ts';
import { digestOf } from './digest.ts';
import { producerOf } from './event.ts';
import { eventLogOf } from './event-log.ts';
import { inboxOf } from './inbox.ts';
import { createRebuilder, type Rebuilder } from './rebuild/rebuilder.ts';
import { type Rebuild, rebuildsOf } from './rebuild/rebuilds.ts';
import { type RebuildRequest, startRebuilds } from './rebuild/starting.ts';
import { createRelay, type RelayTiming } from './relay.ts';
import { startReplayWorker } from './replay.ts';
import { type EventStatus, statusOf } from './status.ts';
import type { Subscription, Transport } from './transport.ts';

export interface EventTiming extends RelayTiming, WorkerTiming {
  /** How often a consumer says that it is there. */
  subscribeMs?: number;
  /** How often a consumer asks what it missed. Also when gaps are found: within this time and a little more. */
  reconcileMs?: number;
  /** The wait before the second try of an event; it doubles from try to try. */
  backoffMs?: number;
  /** How often a rebuild looks how far it is. */
  rebuildMs?: number;
}

export interface EventBusOptions {
  service: string;
  connection: Connection;
  redisUrl: string;
  /** What all keys in Redis begin with. */
  prefix: string;
  log: ReturnType<typeof createLogger>;
  outboxModels: readonly { collection: unknown }[];
  consumers: readonly Consumer[];
  timing?: EventTiming;
}

export interface EventBus {
  /** Begins to carry this service's events and to answer those who missed some. */
  startRelay(): Promise<void>;
  /** Begins to take in what this service listens to. */
  startConsumers(): Promise<void>;
  /** Asks every producer now what this service has missed. */
  reconcileNow(): Promise<void>;
  /**
   * What keeps this service from knowing that it has heard everything: a producer that has not agreed as of a moment within
   * `withinMs`, by the machine's clock, or an event that waits for somebody. Empty when nothing does.
   */
  unsettled(withinMs: number): Promise<string[]>;
  /** Tries a dead letter again. @returns null when there is none with this id */
  replay(id: string, by: string): Promise<DeadLetter | null>;
  /**
   * Has the copies of this service, or of one consumer, made anew from what was told; one under way is the answer.
   * @param request of the caller, by which a repeat of the call is known
   * @throws BAD_USER_INPUT when the consumer keeps no copy
   */
  rebuild(given: RebuildRequest): Promise<Rebuild[]>;
  status(): EventStatus;
  /** Finishes what has begun, within `ms`. */
  close(ms?: number): Promise<void>;
}

const CLOSE_MS = 8000;

/** Creates the collections' indexes; safe to be done on every start. */
export async function ensureEventIndexes(
  connection: Connection,
  outboxModels: readonly { collection: unknown }[],
): Promise<void> {
  await eventLogOf(connection).ensureIndexes();
  await inboxOf(connection).ensureIndexes();
  await deadLettersOf(connection).ensureIndexes();
  await rebuildsOf(connection).ensureIndexes();
  for (const { collection } of outboxModels) {
    await (collection as { createIndex(...given: unknown[]): Promise<unknown> }).createIndex(
      { 'outbox.id': 1 },
      { sparse: true },
    );
  }
}

/** @throws RedisUnavailable when Redis does not answer or may drop jobs */
export async function createEventBus(options: EventBusOptions): Promise<EventBus> {
  const { service, connection, redisUrl, prefix, log, outboxModels, consumers, timing = {} } = options;
  const { subscribeMs = 30_000, reconcileMs = 120_000, backoffMs, rebuildMs } = timing;
  const transport: Transport = await bullTransport({ redisUrl, prefix, backoffMs });
  const relay = createRelay({ service, connection, outboxModels, transport, log, timing });
  const letters = deadLettersOf(connection);
  const inbox = inboxOf(connection);
  const agreements = agreementsOf(connection);
  const subscriptions: Subscription[] = consumers.map((consumer) => ({
    service: consumer.service,
    consumer: consumer.name,
    queue: queueOf(consumer),
    types: consumer.types,
  }));
  const closing: ((ms: number) => Promise<unknown>)[] = [];
  const timers: NodeJS.Timeout[] = [];
  const rebuilds = rebuildsOf(connection);
  let redis: { blocking: Redis; producer: Redis } | undefined;

  async function connections() {
    redis ??= { blocking: await connectRedis(redisUrl, 'worker'), producer: await connectRedis(redisUrl, 'producer') };
    return redis;
  }

  /** Asks the producers of one consumer what it has missed. */
  async function reconcile(subscription: Subscription): Promise<void> {
    const { consumer, types } = subscription;
    const asOf = new Date();
    const [heard, held] = await Promise.all([inbox.digests(consumer), letters.digests(consumer)]);
    const digest = digestOf([...heard, ...held], asOf);
    for (const producer of new Set(types.map(producerOf))) {
      await transport.ask(producer, { kind: 'digest', subscription, asOf: asOf.toISOString(), digest });
    }
  }

  async function reconcileNow(): Promise<void> {
    for (const subscription of subscriptions) await reconcile(subscription);
  }

  async function unsettled(withinMs: number): Promise<string[]> {
    const since = Date.now() - withinMs;
    const reasons: string[] = [];
    for (const { consumer, types } of subscriptions) {
      for (const producer of new Set(types.map(producerOf))) {
        const agreedAt = await agreements.last(consumer, producer);
        if (agreedAt === null || agreedAt.getTime() < since) {
          reasons.push(`${consumer}: ${producer} has not said lately that everything has been heard`);
        }
      }
      // Read after the agreements, for which an event that is held counts as heard.
      if (await rebuilds.open(consumer)) reasons.push(`${consumer}: what it keeps is being rebuilt`);
      const open = await letters.countOpen(consumer);
      if (open > 0) reasons.push(`${consumer}: dead letters that wait for somebody: ${open}`);
    }
    return reasons;
  }

  const subscribe = async () => {
    for (const subscription of subscriptions) await transport.subscribe(subscription);
  };

  /** Again and again; a fault is for the next time. */
  function repeat(work: () => Promise<void>, ms: number, what: string): void {
    const attempt = () =>
      work().catch((error) => log.warn({ err: error, service }, `could not ${what}; it tries again`));
    timers.push(setInterval(attempt, ms).unref());
  }

  return {
    async startRelay() {
      const { blocking } = await connections();
      relay.start();
      const { pending } = relay;
      const replayWorker = startReplayWorker({
        service,
        connection,
        transport,
        pending,
        blocking,
        prefix,
        log,
        timing,
      });
      closing.push(replayWorker.close);
    },

    async startConsumers() {
      const both = await connections();
      await subscribe();
      repeat(subscribe, subscribeMs, 'subscribe');
      for (const [place, consumer] of consumers.entries()) {
        const subscription = subscriptions[place]!;
        let rebuilder: Rebuilder | undefined;
        const given = { consumer, subscription, connection, transport, redis: both, prefix, log, timing };
        const { close, isIdle } = startConsumerWorker({ ...given, onRebuild: () => rebuilder?.wake() });
        closing.push(close);
        if (!consumer.copies) continue;
        const ask = () => reconcile(subscription);
        rebuilder = createRebuilder({ consumer, connection, ask, isIdle, log, stepMs: rebuildMs });
        closing.push(rebuilder.close);
        // One that a killed process left goes on.
        rebuilder.wake();
        timers.push(setInterval(rebuilder.wake, subscribeMs).unref());
      }
      await reconcileNow();
      repeat(reconcileNow, reconcileMs, 'reconcile');
    },

    reconcileNow,

    unsettled,

    async replay(id, by) {
      const letter = await letters.noteReplay(id, by, new Date());
      const consumer = consumers.find(({ name }) => name === letter?.consumer);
      if (letter && consumer) await transport.republish(queueOf(consumer), [letter.event]);
      return letter;
    },

    rebuild: (given) => startRebuilds(given, { consumers, connection, wake: transport.wake }),

    status: () => statusOf({ service, connection, pending: relay.pending, consumers }),

    async close(ms = CLOSE_MS) {
      for (const timer of timers) clearInterval(timer);
      await Promise.all([relay.close(), ...closing.map((close) => close(ms))]);
      await transport.close();
      redis?.blocking.disconnect();
      redis?.producer.disconnect();
    },
  };
}
