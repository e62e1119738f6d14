/** Queues for a test: on the Redis of the test run, under a prefix of their own. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@salesgraph/service-kit';
import { Redis } from 'ioredis';
import { createJobs, type WorkerTiming } from '../src/index.ts';

/** Much faster than in earnest, so that a test sees a killed worker's work taken over. */
export const QUICK: WorkerTiming = { lockMs: 1000, stalledMs: 400 };

export const silent = createLogger('test', { level: process.env.TEST_LOG_LEVEL ?? 'silent' });

/** The Redis of the test run. */
export function redisUrl(): string {
  const url = process.env.TEST_REDIS_URL;
  if (!url) throw new Error('TEST_REDIS_URL is required: run tests through npm test');
  return url;
}

/** Jobs as one process has them; `another()` is a second process on the same queues. */
export async function openQueues() {
  const prefix = `t-jobs-${randomBytes(6).toString('hex')}`;
  const open = () => createJobs({ redisUrl: redisUrl(), prefix, log: silent, timing: QUICK });
  const opened = [await open()];
  const redis = new Redis(redisUrl());
  return {
    prefix,
    redis,
    jobs: opened[0]!,
    async another() {
      const jobs = await open();
      opened.push(jobs);
      return jobs;
    },
    async close(): Promise<void> {
      await Promise.all(opened.map((jobs) => jobs.close(2000)));
      const keys = await redis.keys(`${prefix}:*`);
      if (keys.length > 0) await redis.del(...keys);
      redis.disconnect();
    },
  };
}

/** Asks until the answer is yes. @throws Error after `ms` */
export async function until(ask: () => Promise<boolean> | boolean, ms = 15_000): Promise<void> {
  for (const deadline = Date.now() + ms; !(await ask()); await sleep(20)) {
    if (Date.now() > deadline) throw new Error(`Still not so after ${ms} ms`);
  }
}
