/** A worker in a process of its own, for tests that kill it: it begins every job it is given and ends none. */
import { z } from 'zod';
import { createJobs, defineJob } from '../src/index.ts';
import { QUICK, redisUrl, silent } from './queues.ts';

const jobs = await createJobs({ redisUrl: redisUrl(), prefix: process.env.PREFIX ?? '', log: silent, timing: QUICK });
const definition = defineJob({
  ...{ name: 'long', payload: z.object({ n: z.int() }), id: ({ n }: { n: number }) => `long-${n}` },
  async handler({ n }: { n: number }) {
    process.stdout.write(`begun ${n}\n`);
    await new Promise(() => setInterval(() => {}, 1000));
  },
});
await jobs.startWorkers([definition], { concurrency: 2 });
