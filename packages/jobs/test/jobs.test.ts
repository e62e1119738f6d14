/** Work that is put off: done once however often it is asked for, tried again when it fails, checked on both ends. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { defineJob, type JobContext, PermanentFailure } from '../src/index.ts';
import { openQueues, until } from './queues.ts';

let queues: Awaited<ReturnType<typeof openQueues>>;
beforeEach(async () => {
  queues = await openQueues();
});
afterEach(() => queues?.close());

interface Payload {
  month: string;
}
const payload = z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) });

/** A job that writes down what it was given. */
function scribe(handle: (given: Payload, context: JobContext) => Promise<unknown> = async () => {}, more: object = {}) {
  const done: string[] = [];
  const definition = defineJob<Payload>({
    ...{ name: 'scribe', payload, id: ({ month }) => `month-${month}`, attempts: 3, backoffMs: 10 },
    async handler(given, context) {
      done.push(`${given.month} ${context.attempt}`);
      return handle(given, context);
    },
    ...more,
  });
  return { definition, done };
}

describe('a job', () => {
  test('that is asked for many times while it waits is done once', async () => {
    const { definition, done } = scribe();
    const months = ['2026-01', '2026-02', '2026-01'];
    await Promise.all(months.map((month) => queues.jobs.enqueue(definition, { month })));
    await queues.jobs.enqueueMany(
      definition,
      [...months, ...months].map((month) => ({ month })),
    );
    await queues.jobs.startWorkers([definition]);
    await until(() => done.length >= 2);
    await queues.jobs.close();
    expect(done.sort()).toEqual(['2026-01 1', '2026-02 1']);
  });

  test('that is asked for again after it is done is done again', async () => {
    const { definition, done } = scribe();
    await queues.jobs.startWorkers([definition]);
    await queues.jobs.enqueue(definition, { month: '2026-01' });
    await until(() => done.length === 1);
    // It leaves the queue a moment after the handler has ended.
    await until(async () => {
      await queues.jobs.enqueue(definition, { month: '2026-01' });
      return done.length > 1;
    });
    expect(new Set(done)).toEqual(new Set(['2026-01 1']));
  });

  test('that fails is tried again, as often as it says', async () => {
    const { definition, done } = scribe(async ({ month }, { attempt }) => {
      if (month === '2026-01' && attempt < 3) throw new Error('not now');
      if (month === '2026-02') throw new Error('never');
    });
    await queues.jobs.startWorkers([definition]);
    await queues.jobs.enqueueMany(definition, [{ month: '2026-01' }, { month: '2026-02' }]);
    await until(() => done.length === 6);
    expect(done.sort()).toEqual(
      [1, 2, 3].flatMap((n) => [`2026-01 ${n}`]).concat([1, 2, 3].map((n) => `2026-02 ${n}`)),
    );
    await until(async () => (await queues.redis.zcard(`${queues.prefix}:scribe:failed`)) === 1);
  });

  test('that knows it cannot end well is not tried again, and may be asked for again', async () => {
    let mended = false;
    const { definition, done } = scribe(async () => {
      if (!mended) throw new PermanentFailure('no such month');
    });
    await queues.jobs.startWorkers([definition]);
    await queues.jobs.enqueue(definition, { month: '2026-01' });
    await until(async () => (await queues.redis.zcard(`${queues.prefix}:scribe:failed`)) === 1);
    expect(done).toEqual(['2026-01 1']);
    mended = true;
    await queues.jobs.enqueue(definition, { month: '2026-01' });
    await until(() => done.length === 2);
    expect(done).toEqual(['2026-01 1', '2026-01 1']);
  });

  test('is refused with a payload that its schema does not allow, and one that got in is not handled', async () => {
    const { definition, done } = scribe();
    await expect(queues.jobs.enqueue(definition, { month: 'March' })).rejects.toThrow('month');
    const lenient = defineJob({ ...definition, payload: z.object({ month: z.string() }) });
    await queues.jobs.enqueue(lenient, { month: 'March' });
    await queues.jobs.startWorkers([definition]);
    await until(async () => (await queues.redis.zcard(`${queues.prefix}:scribe:failed`)) === 1);
    expect(done).toEqual([]);
  });

  test.each(['', 'a:b', '42', '0042'])('is refused with the id "%s", which BullMQ would misread', async (id) => {
    const { definition } = scribe(undefined, { id: () => id });
    await expect(queues.jobs.enqueue(definition, { month: '2026-01' })).rejects.toThrow(TypeError);
    expect(await queues.redis.keys(`${queues.prefix}:scribe:*`)).not.toContain(`${queues.prefix}:scribe:${id}`);
  });

  test.each(['', 'Upper', 'with space', 'a:b', '1st'])('cannot be called "%s"', (name) => {
    expect(() => scribe(undefined, { name })).toThrow(TypeError);
  });

  test('is told to stop when the process has waited long enough for it', async () => {
    let stopped = false;
    const { definition, done } = scribe(
      (_, { signal }) =>
        new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => {
            stopped = true;
            resolve();
          });
        }),
    );
    await queues.jobs.startWorkers([definition]);
    await queues.jobs.enqueue(definition, { month: '2026-01' });
    await until(() => done.length === 1);
    const from = Date.now();
    await queues.jobs.close(300);
    expect(stopped).toBe(true);
    expect(Date.now() - from).toBeLessThan(5000);
  });
});

describe('a schedule', () => {
  const ticking = (schedule: object | undefined) => {
    const done: Date[] = [];
    const definition = defineJob({
      ...{ name: 'ticker', payload: z.object({}), id: () => 'tick', ...(schedule && { schedule }) },
      handler: async () => {
        done.push(new Date());
      },
    });
    return { definition, done };
  };

  test('has a job done at the start and again and again', async () => {
    const { definition, done } = ticking({ everyMs: 200 });
    await queues.jobs.startWorkers([definition]);
    await until(() => done.length >= 4);
    expect(done.at(-1)!.getTime() - done[0]!.getTime()).toBeGreaterThan(300);
  });

  test('is one, however many processes start it', async () => {
    const { definition } = ticking({ everyMs: 3_600_000 });
    await queues.jobs.startWorkers([definition]);
    await (await queues.another()).startWorkers([definition]);
    expect(await queues.redis.zcard(`${queues.prefix}:ticker:repeat`)).toBe(1);
  });

  test('ends when the job has none any more', async () => {
    const before = ticking({ cron: '0 3 * * *', zone: 'Asia/Shanghai', atStart: false });
    await queues.jobs.startWorkers([before.definition]);
    expect(await queues.redis.zcard(`${queues.prefix}:ticker:repeat`)).toBe(1);
    const { definition } = ticking(undefined);
    await (await queues.another()).startWorkers([definition]);
    expect(await queues.redis.zcard(`${queues.prefix}:ticker:repeat`)).toBe(0);
  });
});
