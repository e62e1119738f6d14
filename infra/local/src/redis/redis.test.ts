import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { findRedisServer, startRedis } from './index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salesgraph-redis-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const cache = join(import.meta.dirname, '../../../../.cache/redis');
const portOf = (server: ReturnType<typeof createServer>) => (server.address() as { port: number }).port;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('a private Redis never evicts and keeps its data over a restart', async () => {
  const program = await findRedisServer(cache);
  const options = { port: await freePort(), dataDir: join(folder, 'data'), logFile: join(folder, 'redis.log') };

  const first = await startRedis(program, options);
  const client = new Redis(first.url);
  expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
  await client.set('kept', 'yes');
  client.disconnect();
  await first.stop();

  const second = await startRedis(program, options);
  const again = new Redis(second.url);
  expect(await again.get('kept')).toBe('yes');
  again.disconnect();
  await second.stop();
});

test('a port in use is named, with the reason from the log', async () => {
  const holder = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const port = portOf(holder);
  const options = { port, dataDir: join(folder, 'busy'), logFile: join(folder, 'busy.log') };
  await expect(startRedis(await findRedisServer(cache), options)).rejects.toThrow(
    `Redis did not start on port ${port}`,
  );
  expect(await readFile(options.logFile, 'utf8')).toContain('bind');
  await new Promise((resolve) => holder.close(resolve));
});

test('every test file is given a Redis that fits queues', async () => {
  const client = new Redis(process.env.TEST_REDIS_URL as string);
  expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
  client.disconnect();
});
