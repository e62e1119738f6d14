/**
 * The MongoDB and the Redis of one test run, in a process of their own. Prints one JSON line when both answer and ends
 * when its standard input closes, so nothing is left running when Jest is killed outright.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRedisServer, startRedis } from '../../infra/local/src/index.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = await mkdtemp(join(tmpdir(), 'salesgraph-test-'));
const stops: (() => Promise<unknown>)[] = [];

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function stop(code: number): Promise<never> {
  await Promise.allSettled(stops.map((each) => each()));
  await rm(folder, { recursive: true, force: true });
  process.exit(code);
}

process.stdin.resume().once('end', () => stop(0));
process.once('SIGTERM', () => stop(0));
process.on('SIGINT', () => {});

const ready: { redis?: string; mongo?: string; redisFault?: string; mongoFault?: string } = {};

async function provideRedis() {
  const program = await findRedisServer(join(root, '.cache', 'redis'), (line) => process.stderr.write(`${line}\n`));
  const server = await startRedis(program, {
    port: await freePort(),
    dataDir: join(folder, 'redis'),
    logFile: join(folder, 'redis.log'),
    durable: false,
  });
  stops.push(() => server.stop());
  ready.redis = server.url;
}

async function provideMongo() {
  const { startEmbeddedMongo } = await import('../../packages/embedded-mongo/src/index.ts');
  const server = await startEmbeddedMongo({ dataDir: join(folder, 'mongo'), port: 0 });
  stops.push(() => server.close());
  ready.mongo = server.uri;
}

await Promise.all([
  process.env.TEST_REDIS_URL
    ? undefined
    : provideRedis().catch((error: Error) => {
        ready.redisFault = error.message;
      }),
  process.env.TEST_MONGODB_URI
    ? undefined
    : provideMongo().catch((error: Error) => {
        ready.mongoFault = error.message;
      }),
]);
process.stdout.write(`${JSON.stringify(ready)}\n`);
