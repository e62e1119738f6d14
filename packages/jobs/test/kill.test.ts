/** A worker is killed outright in the middle of its jobs, several times: another one ends them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { defineJob } from '../src/index.ts';
import { openQueues, until } from './queues.ts';

let queues: Awaited<ReturnType<typeof openQueues>>;
const children = new Set<ChildProcess>();
beforeEach(async () => {
  queues = await openQueues();
});
afterEach(async () => {
  await Promise.all([...children].map(kill));
  await queues?.close();
});

async function kill(child: ChildProcess): Promise<void> {
  children.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Starts a worker and waits until it has begun two jobs. */
async function begunWorker(): Promise<{ child: ChildProcess; begun: string[] }> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'worker-process.ts')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '', PREFIX: queues.prefix },
    },
  );
  children.add(child);
  const begun: string[] = [];
  createInterface({ input: child.stdout! }).on('line', (line) => begun.push(line));
  await until(() => begun.length === 2, 25_000);
  return { child, begun };
}

test('a job outlives the workers that die over it', async () => {
  const done: number[] = [];
  const definition = defineJob({
    ...{ name: 'long', payload: z.object({ n: z.int() }), id: ({ n }: { n: number }) => `long-${n}` },
    handler: async ({ n }: { n: number }) => {
      done.push(n);
    },
  });
  await queues.jobs.enqueueMany(definition, [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]);
  // By default BullMQ gives a job up when its worker died twice.
  for (let deaths = 0; deaths < 3; deaths += 1) {
    const { child, begun } = await begunWorker();
    expect(begun).toHaveLength(2);
    await kill(child);
    expect(child.signalCode).toBe('SIGKILL');
  }
  expect(done).toEqual([]);
  await queues.jobs.startWorkers([definition]);
  await until(() => done.length === 4, 25_000);
  await queues.jobs.close();
  expect(done.sort()).toEqual([1, 2, 3, 4]);
  expect(await queues.redis.zcard(`${queues.prefix}:long:failed`)).toBe(0);
}, 90_000);
