/** A producer's answers to consumers that missed something. */
import { closeWorker, durableWorkerOptions, type WorkerTiming } from '@salesgraph/jobs';
import type { createLogger } from '@salesgraph/service-kit';
import { type Job, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import { differences, digestOf } from './digest.ts';
import { producerOf } from './event.ts';
import { eventLogOf } from './event-log.ts';
import { type ReplayRequest, replayQueue, type Transport } from './transport.ts';

const OFFER = 1000;
const CHUNK = 400;

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, place) => all.slice(place * size, (place + 1) * size));

/** Who answers. */
interface Producer {
  service: string;
  connection: Connection;
  transport: Transport;
  /** How many events have been written and not rung for yet. */
  pending(): Promise<number>;
}

/**
 * Answers one question: with offers where digests differ, with an agreement where they do not and nothing is on its way to
 * the log, with the events themselves where they are named.
 */
export async function answer(
  request: ReplayRequest,
  { service, connection, transport, pending }: Producer,
): Promise<void> {
  const eventLog = eventLogOf(connection);
  const { queue, types } = request.subscription;
  if (request.kind === 'ids') {
    for (const ids of chunks(request.ids, CHUNK)) await transport.republish(queue, await eventLog.byIds(ids));
    return;
  }
  const own = types.filter((type) => producerOf(type) === service);
  // Looked at first: an event that leaves its document from now on is in the log by the time that is read.
  const isAllInLog = (await pending()) === 0;
  const produced = digestOf(await eventLog.digests(own), new Date(request.asOf));
  const differing = differences(produced, request.digest);
  if (differing.length === 0 && isAllInLog) return transport.agree(queue, service, request.asOf);
  for (const { type, bucket } of differing) {
    for (const ids of chunks(await eventLog.idsIn(type, bucket), OFFER)) await transport.offer(queue, service, ids);
  }
}

export function startReplayWorker(
  options: Producer & {
    blocking: Redis;
    prefix: string;
    log: ReturnType<typeof createLogger>;
    timing?: WorkerTiming;
  },
) {
  const { service, blocking, prefix, log, timing } = options;
  const worker = new Worker<ReplayRequest>(
    replayQueue(service),
    (job: Job<ReplayRequest>) => answer(job.data, options),
    durableWorkerOptions({ connection: blocking, prefix, concurrency: 2 }, timing),
  );
  worker.on('error', (error) => log.warn({ err: error, service }, 'replay error'));
  worker.on('failed', (job, error) => log.warn({ err: error, jobId: job?.id }, 'replay request failed'));
  return { close: (ms: number) => closeWorker(worker, ms) };
}
