/** What a job is: the only form in which work is put off until later. */
import type { createLogger } from '@salesgraph/service-kit';
import type { z } from 'zod';

/** What a handler is given beside its payload. */
export interface JobContext {
  log: ReturnType<typeof createLogger>;
  /** Aborted when the process has waited for the handler as long as it may: stop at the next safe point. */
  signal: AbortSignal;
  /** Shown in the dashboard. */
  progress(value: number | object): Promise<void>;
  /** 1 for the first try. */
  attempt: number;
}

/**
 * When a job starts by itself. A schedule only triggers: ticks missed while nobody ran are not made up for, so the
 * handler asks "what is due?" and never "what happened since the last tick?".
 */
export interface JobSchedule<Payload> {
  /** Milliseconds between two runs. */
  everyMs?: number;
  /** A cron pattern of five or six fields. */
  cron?: string;
  /** The IANA zone of the cron pattern. */
  zone?: string;
  /** What the handler is given; `{}` where nothing is said. */
  payload?: Payload;
  /** Whether it also runs once when the workers start; true unless said otherwise. */
  atStart?: boolean;
}

export interface JobDefinition<Payload = unknown> {
  /** Also the name of the queue: one a job, unique in the house. */
  name: string;
  /** Checked when the job is put into the queue and again when it is taken out. Payloads hold ids, not data. */
  payload: z.ZodType<Payload>;
  /** The natural id: the same work asked for twice, while it waits or runs, is done once. No `:`, not only digits. */
  id(payload: Payload): string;
  schedule?: JobSchedule<Payload>;
  attempts: number;
  /** The wait before the second try; it doubles from try to try. */
  backoffMs: number;
  /** How many of these run at once in one process; the workers' own number where nothing is said. */
  concurrency?: number;
  handler(payload: Payload, context: JobContext): Promise<unknown>;
}

/** Thrown by a handler that knows that another try cannot end differently. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
}

/** @throws TypeError for a name that no queue can have */
export function defineJob<Payload>(
  definition: Omit<JobDefinition<Payload>, 'attempts' | 'backoffMs'> & { attempts?: number; backoffMs?: number },
): JobDefinition<Payload> {
  if (!/^[a-z][a-z0-9.-]*$/.test(definition.name)) {
    throw new TypeError(`A job's name has lower-case letters, digits, '-' and '.': ${definition.name}`);
  }
  return { attempts: 5, backoffMs: 1000, ...definition };
}

/** The id a job has in its queue. @throws TypeError for one that BullMQ would misread or refuse */
export function jobId<Payload>(definition: JobDefinition<Payload>, payload: Payload): string {
  const id = definition.id(payload);
  if (id === '' || id.includes(':') || /^\d+$/.test(id)) {
    throw new TypeError(`The job ${definition.name} has an id that is empty, holds a ':' or is all digits: "${id}"`);
  }
  return id;
}
