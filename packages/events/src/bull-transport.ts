/** The transport over Redis: BullMQ queues as doorbells, and a hash of who wants to be rung for. */
import { connectRedis, within } from '@salesgraph/jobs';
import { Queue } from 'bullmq';
import { type DomainEvent, toMessage } from './event.ts';
import { type Delivery, type ReplayRequest, replayQueue, type Subscription, type Transport } from './transport.ts';

const WAIT_MS = 10_000;
/** A consumer that has not been seen for so long is gone for good. */
const FORGOTTEN_MS = 7 * 24 * 3600 * 1000;
/** Tries of one delivery: together with the waits about half a minute. */
const ATTEMPTS = 6;
const BACKOFF_MS = 500;
const MINUTE_MS = 60_000;

export interface BullTransportOptions {
  redisUrl: string;
  /** What all keys in Redis begin with. */
  prefix: string;
  /** The wait before the second try of a delivery; it doubles from try to try. */
  backoffMs?: number | undefined;
}

/** @throws RedisUnavailable when Redis does not answer or may drop jobs */
export async function bullTransport(options: BullTransportOptions): Promise<Transport> {
  const { redisUrl, prefix, backoffMs = BACKOFF_MS } = options;
  const deliveryOptions = {
    attempts: ATTEMPTS,
    backoff: { type: 'exponential', delay: backoffMs },
    // BullMQ ignores an add with the id of a finished job: none may stay behind.
    removeOnComplete: true,
    removeOnFail: false,
  };
  const redis = await connectRedis(redisUrl, 'producer');
  const queues = new Map<string, Queue>();
  const subscribers = `${prefix}:event-subscriptions`;

  function queueOf(name: string): Queue {
    const known = queues.get(name);
    if (known) return known;
    const queue = new Queue(name, { connection: redis, prefix });
    // Whatever fails is told to whoever waits for it.
    queue.on('error', () => {});
    queues.set(name, queue);
    return queue;
  }

  const ring = (queue: string, events: readonly DomainEvent[], suffix: string) =>
    queueOf(queue).addBulk(
      events.map((event) => ({
        name: event.type,
        data: { kind: 'event', event: toMessage(event) } satisfies Delivery,
        opts: { ...deliveryOptions, jobId: `ev-${event.id}${suffix}` },
      })),
    );

  return {
    subscribe: async (subscription) => {
      const entry = JSON.stringify({ ...subscription, seenAt: Date.now() });
      await within(WAIT_MS, redis.hset(subscribers, `${subscription.service}/${subscription.consumer}`, entry));
    },

    async subscriptions() {
      const entries = Object.values(await within(WAIT_MS, redis.hgetall(subscribers)));
      return entries
        .map((entry) => JSON.parse(entry) as Subscription & { seenAt: number })
        .filter(({ seenAt }) => seenAt > Date.now() - FORGOTTEN_MS);
    },

    async publish(queue, events) {
      if (events.length > 0) await within(WAIT_MS, ring(queue, events, ''));
    },

    async republish(queue, events) {
      const pipeline = redis.pipeline();
      for (const { id } of events) pipeline.exists(queueOf(queue).toKey(`ev-${id}`));
      const waiting = (await within(WAIT_MS, pipeline.exec())) ?? [];
      const lost = events.filter((_, place) => waiting[place]?.[1] === 0);
      // Asked for twice within a minute, rung for once.
      const suffix = `-r${Math.floor(Date.now() / MINUTE_MS)}`;
      if (lost.length > 0) await within(WAIT_MS, ring(queue, lost, suffix));
    },

    async offer(queue, producer, ids) {
      const data = { kind: 'offer', producer, ids: [...ids] } satisfies Delivery;
      await within(WAIT_MS, queueOf(queue).add('offer', data, { ...deliveryOptions, removeOnFail: true }));
    },

    async agree(queue, producer, asOf) {
      const data = { kind: 'agreed', producer, asOf } satisfies Delivery;
      await within(WAIT_MS, queueOf(queue).add('agreed', data, { ...deliveryOptions, removeOnFail: true }));
    },

    async wake(queue) {
      const data = { kind: 'rebuild' } satisfies Delivery;
      await within(WAIT_MS, queueOf(queue).add('rebuild', data, { ...deliveryOptions, removeOnFail: true }));
    },

    async ask(producer, request: ReplayRequest) {
      // One open question a consumer; the answer is compared with what is there when it comes.
      const { service, consumer } = request.subscription;
      const jobId = request.kind === 'digest' ? `digest-${service}-${consumer}` : undefined;
      const options = { ...deliveryOptions, removeOnFail: true, ...(jobId && { jobId }) };
      await within(WAIT_MS, queueOf(replayQueue(producer)).add(request.kind, request, options));
    },

    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close().catch(() => undefined)));
      redis.disconnect();
    },
  };
}
