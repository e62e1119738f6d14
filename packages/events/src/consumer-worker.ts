/** Works off the queue of one consumer: events, offers of what it missed, and what failed for good. */
import { closeWorker, durableWorkerOptions, PermanentFailure, type WorkerTiming } from '@salesgraph/jobs';
import type { createLogger } from '@salesgraph/service-kit';
import { DelayedError, type Job, Queue, UnrecoverableError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import { agreementsOf } from './agreements.ts';
import { type Consumer, MAX_BATCH, queueOf } from './consumer.ts';
import { deadLettersOf } from './dead-letters.ts';
import { fromMessage } from './event.ts';
import { inboxOf } from './inbox.ts';
import { createIntake, isInfrastructure } from './intake.ts';
import type { Delivery, Subscription, Transport } from './transport.ts';

const OUTAGE_PAUSE_MS = 2000;
const SWEEP_MS = 30_000;
const SWEEP_COUNT = 200;

export interface ConsumerWorkerOptions {
  consumer: Consumer;
  subscription: Subscription;
  connection: Connection;
  transport: Transport;
  redis: { blocking: Redis; producer: Redis };
  prefix: string;
  log: ReturnType<typeof createLogger>;
  /** Called when somebody asked for a rebuild. */
  onRebuild(): void;
  timing?: WorkerTiming;
}

export function startConsumerWorker(options: ConsumerWorkerOptions) {
  const { consumer, subscription, connection, transport, redis, prefix, log, onRebuild, timing } = options;
  const name = queueOf(consumer);
  const intake = createIntake(consumer, connection);
  const inbox = inboxOf(connection);
  const letters = deadLettersOf(connection);
  const agreements = agreementsOf(connection);
  const queue = new Queue<Delivery>(name, { connection: redis.producer, prefix });
  queue.on('error', (error) => log.debug({ err: error, queue: name }, 'queue error'));

  /** Asks for what is missing of what a producer has. */
  async function answerOffer(producer: string, ids: string[]): Promise<void> {
    const [heard, held] = await Promise.all([inbox.heard(consumer.name, ids), letters.held(consumer.name, ids)]);
    const missing = ids.filter((id) => !heard.has(id) && !held.has(id));
    if (missing.length > 0) await transport.ask(producer, { kind: 'ids', subscription, ids: missing });
  }

  async function work(job: Job<Delivery>, token?: string): Promise<void> {
    const { data } = job;
    try {
      if (data.kind === 'offer') await answerOffer(data.producer, data.ids);
      else if (data.kind === 'rebuild') onRebuild();
      else if (data.kind === 'agreed') await agreements.note(consumer.name, data.producer, new Date(data.asOf));
      else await intake.take(fromMessage(data.event));
    } catch (error) {
      if (isInfrastructure(error)) {
        // An outage is no fault of the event and costs it none of its attempts.
        await job.moveToDelayed(Date.now() + OUTAGE_PAUSE_MS, token);
        throw new DelayedError();
      }
      if (error instanceof PermanentFailure) throw new UnrecoverableError(error.message);
      throw error;
    }
  }

  /** Keeps an event that failed for good; only then its job may go. */
  async function bury(job: Job<Delivery>): Promise<void> {
    if (job.data.kind === 'event') {
      const event = fromMessage(job.data.event);
      await letters.store(consumer.name, event, job.failedReason ?? 'unknown', new Date(job.finishedOn ?? Date.now()));
      intake.expectLetters();
      log.error({ consumer: consumer.name, eventId: event.id, reason: job.failedReason }, 'event became a dead letter');
    }
    await job.remove();
  }

  /** Finds jobs that failed for good while nobody could keep their events. */
  async function sweep(): Promise<void> {
    for (const job of await queue.getFailed(0, SWEEP_COUNT)) await bury(job);
  }

  const worker = new Worker<Delivery>(
    name,
    work,
    durableWorkerOptions({ connection: redis.blocking, prefix, concurrency: MAX_BATCH }, timing),
  );
  worker.on('error', (error) => log.warn({ err: error, queue: name }, 'consumer error'));
  worker.on('failed', (job, error) => {
    if (!job) return;
    if (job.finishedOn === undefined) {
      log.warn({ err: error, consumer: consumer.name, jobId: job.id, attempt: job.attemptsMade }, 'event failed');
    } else bury(job).catch((fault) => log.warn({ err: fault, jobId: job.id }, 'dead letter not stored yet'));
  });
  const quietly = () => sweep().catch((error) => log.debug({ err: error, queue: name }, 'sweep failed'));
  const sweeping = setInterval(quietly, SWEEP_MS).unref();
  void quietly();

  return {
    intake,

    /** Whether everything that was rung for has been taken in. */
    async isIdle(): Promise<boolean> {
      const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized');
      return Object.values(counts).every((count) => count === 0);
    },

    async close(ms: number): Promise<void> {
      clearInterval(sweeping);
      await closeWorker(worker, ms);
      await queue.close().catch(() => undefined);
    },
  };
}
