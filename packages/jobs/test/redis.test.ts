/** A Redis that would lose jobs, or is not there, is refused at once and in plain words. */
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { connectRedis, createJobs, defineJob, RedisUnavailable, within } from '../src/index.ts';
import { redisUrl, silent } from './queues.ts';

const opened: { server: Server; sockets: Set<Socket> }[] = [];
afterEach(async () => {
  for (const { server, sockets } of opened.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server that speaks just enough of Redis: it says how it handles its memory, or says nothing at all. */
async function stub(policy: string | null): Promise<{ url: string; stop(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', (data) => {
      if (policy === null) return;
      // Commands are arrays of bulk strings: `*2 $4 info $6 memory`.
      for (const command of data.toString().split(/(?=\*\d+\r\n)/)) {
        const info = `redis_version:8.0.0\r\nmaxmemory_policy:${policy}\r\nloading:0\r\n`;
        socket.write(/\binfo\b/i.test(command) ? `$${info.length}\r\n${info}\r\n` : '+OK\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push({ server, sockets });
  const { port } = server.address() as { port: number };
  return {
    url: `redis://wang:secret@127.0.0.1:${port}`,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

describe('Redis', () => {
  test.each(['producer', 'worker'] as const)('as it should be is taken for a %s', async (purpose) => {
    const redis = await connectRedis(redisUrl(), purpose);
    expect(await redis.ping()).toBe('PONG');
    redis.disconnect();
  });

  test.each(['allkeys-lru', 'volatile-ttl'])('that may drop keys (%s) is refused', async (policy) => {
    const { url } = await stub(policy);
    const refusal = await connectRedis(url, 'producer').catch((error) => error);
    expect(refusal).toBeInstanceOf(RedisUnavailable);
    expect(refusal.message).toMatch(new RegExp(`maxmemory-policy ${policy}.*noeviction`));
    expect(refusal.message).not.toContain('secret');
    await expect(createJobs({ redisUrl: url, prefix: 't', log: silent })).rejects.toBeInstanceOf(RedisUnavailable);
  });

  test('that keeps everything is taken', async () => {
    const { url } = await stub('noeviction');
    (await connectRedis(url, 'producer')).disconnect();
  });

  test('that is not there is refused, naming address and variable but no password', async () => {
    const { url, stop } = await stub('noeviction');
    stop();
    const refusal = await connectRedis(url, 'worker').catch((error) => error);
    expect(refusal).toBeInstanceOf(RedisUnavailable);
    expect(refusal.message).toMatch(/redis:\/\/127\.0\.0\.1:\d+ does not answer \(REDIS_URL\): .*ECONNREFUSED/);
    expect(refusal.message).not.toContain('secret');
  });

  test('that says nothing is given up after five seconds', async () => {
    const { url } = await stub(null);
    const from = Date.now();
    await expect(connectRedis(url, 'producer')).rejects.toBeInstanceOf(RedisUnavailable);
    expect(Date.now() - from).toBeLessThan(12_000);
  });

  test('that goes away fails a producer with a code that callers know', async () => {
    const { url, stop } = await stub('noeviction');
    const jobs = await createJobs({ redisUrl: url, prefix: 't', log: silent });
    stop();
    const job = defineJob({ name: 'any', payload: z.object({}), id: () => 'any', handler: async () => {} });
    await expect(jobs.enqueue(job, {})).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    await jobs.close(500);
  });
});

test('nobody waits longer than agreed', async () => {
  const never = new Promise<never>(() => {});
  await expect(within(30, never)).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
  expect(await within(1000, Promise.resolve(7))).toBe(7);
});
