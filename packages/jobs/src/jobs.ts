/** Puts jobs into their queues and works them off, over BullMQ. */
import type { createLogger } from '@salesgraph/service-kit';
import { type Job, Queue, UnrecoverableError, Worker } from 'bullmq';
import { type JobDefinition, jobId, PermanentFailure } from './define-job.ts';
import { connectRedis, within } from './redis.ts';
import { closeWorker, durableWorkerOptions, type WorkerTiming } from './workers.ts';

const ENQUEUE_MS = 5000;
const CLOSE_MS = 10_000;
const CHUNK = 500;
const KEPT_FAILURES = { age: 30 * 24 * 3600, count: 1000 };

export interface JobsOptions {
  redisUrl: string;
  /** What all keys in Redis begin with. */
  prefix: string;
  log: ReturnType<typeof createLogger>;
  timing?: WorkerTiming;
}

export interface Jobs {
  /** @throws UNAVAILABLE when Redis does not take it within five seconds; ZodError or TypeError for a payload or an id that no queue may have */
  enqueue<Payload>(definition: JobDefinition<Payload>, payload: Payload): Promise<void>;
  enqueueMany<Payload>(definition: JobDefinition<Payload>, payloads: readonly Payload[]): Promise<void>;
  /** Starts to work on jobs, and their schedules. */
  startWorkers(definitions: readonly JobDefinition[], options?: { concurrency?: number }): Promise<void>;
  /** The queues used so far. */
  readonly queueNames: string[];
  /** Finishes what has begun, within `ms`, and lets go of Redis. */
  close(ms?: number): Promise<void>;
}

/** @throws RedisUnavailable when Redis does not answer or may drop jobs */
export async function createJobs({ redisUrl, prefix, log, timing }: JobsOptions): Promise<Jobs> {
  const producer = await connectRedis(redisUrl, 'producer');
  const queues = new Map<string, Queue>();
  const workers: Worker[] = [];
  const stopping = new AbortController();
  let blocking: Awaited<ReturnType<typeof connectRedis>> | undefined;

  function queueOf(name: string): Queue {
    const known = queues.get(name);
    if (known) return known;
    const queue = new Queue(name, {
      connection: producer,
      prefix,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: KEPT_FAILURES },
    });
    queue.on('error', (error) => log.debug({ err: error, queue: name }, 'queue error'));
    queues.set(name, queue);
    return queue;
  }

  const optionsOf = ({ attempts, backoffMs }: Pick<JobDefinition, 'attempts' | 'backoffMs'>) => ({
    attempts,
    backoff: { type: 'exponential', delay: backoffMs },
  });

  /** Jobs as the queue takes them; what is wrong with a payload or an id is found out before Redis is asked. */
  const wantedOf = <Payload>(definition: JobDefinition<Payload>, payloads: readonly Payload[]) =>
    payloads.map((given) => {
      const data = definition.payload.parse(given);
      return { name: definition.name, data, opts: { ...optionsOf(definition), jobId: jobId(definition, data) } };
    });

  async function add(name: string, wanted: ReturnType<typeof wantedOf>): Promise<void> {
    const queue = queueOf(name);
    // An add with the id of a job that failed for good would be ignored without a word.
    const states = await Promise.all(wanted.map(({ opts }) => queue.getJobState(opts.jobId)));
    const failed = wanted.filter((_, place) => states[place] === 'failed');
    await Promise.all(failed.map(({ opts }) => queue.remove(opts.jobId)));
    await queue.addBulk(wanted);
  }

  async function run(definition: JobDefinition, job: Job): Promise<unknown> {
    const parsed = definition.payload.safeParse(job.data);
    if (!parsed.success)
      throw new UnrecoverableError(`The payload is not what the job asks for: ${parsed.error.message}`);
    try {
      const result = await definition.handler(parsed.data, {
        log: log.child({ job: definition.name, jobId: job.id }),
        signal: stopping.signal,
        progress: (value) => job.updateProgress(value),
        attempt: job.attemptsMade + 1,
      });
      return result ?? null;
    } catch (error) {
      if (error instanceof PermanentFailure) throw new UnrecoverableError(error.message);
      throw error;
    }
  }

  async function startSchedule(definition: JobDefinition): Promise<void> {
    const queue = queueOf(definition.name);
    const { schedule } = definition;
    const wanted = schedule ? `${definition.name}-schedule` : null;
    for (const { key } of await queue.getJobSchedulers()) {
      if (key !== wanted) await queue.removeJobScheduler(key);
    }
    if (!schedule || wanted === null) return;
    const data = definition.payload.parse(schedule.payload ?? {});
    const repeat = schedule.cron
      ? { pattern: schedule.cron, tz: schedule.zone ?? 'UTC' }
      : { every: schedule.everyMs! };
    const options = { ...optionsOf(definition), removeOnComplete: true, removeOnFail: KEPT_FAILURES };
    await queue.upsertJobScheduler(wanted, repeat, { name: definition.name, data, opts: options });
    if (schedule.atStart !== false) {
      await queue.add(definition.name, data, { ...options, removeOnFail: true, jobId: `${definition.name}-start` });
    }
  }

  return {
    async enqueue(definition, payload) {
      const wanted = wantedOf(definition, [payload]);
      await within(ENQUEUE_MS, add(definition.name, wanted));
    },

    async enqueueMany(definition, payloads) {
      const wanted = wantedOf(definition, payloads);
      for (let at = 0; at < wanted.length; at += CHUNK) {
        await within(ENQUEUE_MS, add(definition.name, wanted.slice(at, at + CHUNK)));
      }
    },

    async startWorkers(definitions, { concurrency = 4 } = {}) {
      blocking ??= await connectRedis(redisUrl, 'worker');
      for (const definition of definitions) {
        const options = durableWorkerOptions(
          { connection: blocking, prefix, concurrency: definition.concurrency ?? concurrency },
          timing,
        );
        const worker = new Worker(definition.name, (job) => run(definition, job), options);
        worker.on('error', (error) => log.warn({ err: error, job: definition.name }, 'worker error'));
        worker.on('failed', (job, error) => {
          log.error({ err: error, job: definition.name, jobId: job?.id, attempt: job?.attemptsMade }, 'job failed');
        });
        workers.push(worker);
        await startSchedule(definition);
      }
    },

    get queueNames() {
      return [...queues.keys()];
    },

    async close(ms = CLOSE_MS) {
      await Promise.all(workers.map((worker) => closeWorker(worker, ms, () => stopping.abort())));
      await Promise.all([...queues.values()].map((queue) => queue.close().catch(() => undefined)));
      producer.disconnect();
      blocking?.disconnect();
    },
  };
}
