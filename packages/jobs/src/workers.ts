/** How workers run so that a killed process costs a few seconds and never a job. */
import type { Worker, WorkerOptions } from 'bullmq';
import type { Redis } from 'ioredis';

/** How soon the work of a killed process is taken over: within `lockMs` and two `stalledMs`. */
export interface WorkerTiming {
  /** How long a job belongs to a worker that gives no sign of life. */
  lockMs?: number;
  /** How often is looked for jobs whose worker is gone. */
  stalledMs?: number;
}

const LOCK_MS = 7000;
const STALLED_MS = 2500;

/**
 * Options that every worker of the house has: by default a job ends for good when its worker was killed twice, here it
 * takes twenty times.
 */
export function durableWorkerOptions(
  { connection, prefix, concurrency }: { connection: Redis; prefix: string; concurrency: number },
  { lockMs = LOCK_MS, stalledMs = STALLED_MS }: WorkerTiming = {},
): WorkerOptions {
  return {
    connection,
    prefix,
    concurrency,
    lockDuration: lockMs,
    stalledInterval: stalledMs,
    maxStalledCount: 20,
    maxStartedAttempts: 50,
    removeOnComplete: { count: 0 },
  };
}

/** Lets a worker finish what it has begun, for `ms` at most; BullMQ itself would wait for ever. */
export async function closeWorker(worker: Worker, ms: number, onDeadline?: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, ms, 'late');
  });
  const outcome = await Promise.race([worker.close().catch(() => undefined), deadline]);
  clearTimeout(timer);
  if (outcome !== 'late') return;
  onDeadline?.();
  // The job's lock runs out and another worker takes it over.
  await worker.close(true).catch(() => undefined);
}
