/** A service as a process: what it needs, whom it answers, what it does in which role, how it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { signInternalToken } from '@salesgraph/access';
import { connectMongo } from '@salesgraph/service-kit';
import type { Connection } from 'mongoose';

let folder: string;
const keys = generateKeyPairSync('ed25519');
let jwksFile: string;
let database: Connection;
const name = `t-runtime-${randomBytes(6).toString('hex')}`;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salesgraph-runtime-'));
  jwksFile = join(folder, 'jwks.json');
  await writeFile(
    jwksFile,
    JSON.stringify({ keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'EdDSA' }] }),
  );
  database = await connectMongo(process.env.TEST_MONGODB_URI!, name);
});
afterAll(async () => {
  await database?.dropDatabase();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(
    [...running].map((child) => child.exitCode === null && child.signalCode === null && once(child, 'exit')),
  );
  running.clear();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** The address of the test's own database on the server of the test run. */
function ownDatabase(server: string): string {
  const [, address, options = ''] = /^([^/]+\/\/[^/?]+)[^?]*(\?.*)?$/.exec(server)!;
  return `${address}/${name}${options}`;
}

/** Starts the greeter; what it prints is kept. */
async function start(more: NodeJS.ProcessEnv = {}) {
  const [port, ops] = [await freePort(), await freePort()];
  const { TEST_MONGODB_URI, TEST_REDIS_URL, PATH, NODE_OPTIONS: _, ...rest } = process.env;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'greeter.ts')],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...rest,
        ...{ PATH, PORT: String(port), OPS_PORT: String(ops), REDIS_PREFIX: name, LOG_LEVEL: 'info' },
        ...{ GREETER_MONGODB_URI: ownDatabase(TEST_MONGODB_URI!), REDIS_URL: TEST_REDIS_URL },
        ...{ GATEWAY_JWKS_FILE: jwksFile, ...more },
      },
    },
  );
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const url = `http://127.0.0.1:${port}/graphql`;
  const health = (path: string) => fetch(`http://127.0.0.1:${ops}${path}`);
  return {
    ...{ child, ended, url, health },
    said: () => said,
    async ready(): Promise<void> {
      for (const deadline = Date.now() + 25_000; ; await sleep(50)) {
        if (child.exitCode !== null) throw new Error(`It ended: ${said}`);
        if (
          await health('/readyz')
            .then(({ ok }) => ok)
            .catch(() => false)
        )
          return;
        if (Date.now() > deadline) throw new Error(`It is not ready: ${said}`);
      }
    },
    async ask(query: string, authorization?: string) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
        body: JSON.stringify({ query }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
  };
}

const token = async (audience = 'greeter') =>
  `Bearer ${await signInternalToken({ key: keys.privateKey, kid: 'k', subject: 'administrator', kind: 'SERVICE', account: 'ADMINISTRATOR', audience })}`;

describe('a service', () => {
  test('answers the gateway, tells how it is, and ends in order', async () => {
    const service = await start({ SALESGRAPH_NOW: '2017-03-01T00:00:00Z' });
    await service.ready();
    expect(await service.ask('{ greeting }', await token())).toEqual({
      status: 200,
      body: { data: { greeting: 'Hello administrator' } },
    });
    const { body } = await service.ask('{ now greeterEvents { service pending } }', await token());
    expect(body).toMatchObject({ data: { greeterEvents: { service: 'greeter', pending: 0 } } });
    expect((body as { data: { now: string } }).data.now).toMatch(/^2017-03-01T00:0/);
    expect(await (await service.health('/readyz')).json()).toEqual({
      status: 'ready',
      checks: { mongo: true, redis: true },
    });
    expect((await service.health('/healthz')).status).toBe(200);
    expect(await (await service.health('/metrics')).text()).toContain('salesgraph_subgraph_operation_seconds');
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
    expect(service.said()).toContain('"msg":"Stopped"');
  }, 60_000);

  test('answers nothing but 401 to whoever has no token of the gateway for it', async () => {
    const service = await start({ ROLE: 'api' });
    await service.ready();
    const stranger = generateKeyPairSync('ed25519');
    const forged = `Bearer ${await signInternalToken({ key: stranger.privateKey, kid: 'k', subject: 'x', kind: 'EMPLOYEE', audience: 'greeter' })}`;
    for (const authorization of [undefined, 'Bearer nonsense', forged, await token('customers')]) {
      for (const query of ['{ greeting }', '{ _service { sdl } }', '{ __schema { types { name } } }', 'no graphql']) {
        const { status, body } = await service.ask(query, authorization);
        expect(status).toBe(401);
        expect(body).toEqual({ errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }] });
      }
    }
  }, 60_000);

  test('serves or works as its role says', async () => {
    const beats = database.collection('beats');
    await beats.deleteMany({});
    const api = await start({ ROLE: 'api' });
    await api.ready();
    await sleep(500);
    expect(await beats.countDocuments()).toBe(0);
    const worker = await start({ ROLE: 'worker', GATEWAY_JWKS_FILE: undefined });
    await worker.ready();
    for (const deadline = Date.now() + 15_000; (await beats.countDocuments()) < 3; await sleep(50)) {
      if (Date.now() > deadline) throw new Error(`No beats: ${worker.said()}`);
    }
    await expect(fetch(worker.url)).rejects.toThrow();
    worker.child.kill('SIGINT');
    api.child.kill('SIGTERM');
    expect(await Promise.all([worker.ended, api.ended])).toEqual([0, 0]);
  }, 60_000);
});

test('a service that cannot start says why in one line and ends with 1', async () => {
  const fates: [NodeJS.ProcessEnv, string[]][] = [
    [{ PORT: 'high', REDIS_URL: 'localhost', ROLE: 'boss' }, ['PORT: ', 'REDIS_URL: must begin', 'ROLE: ']],
    [{ GREETER_MONGODB_URI: 'mongodb://user:secret@127.0.0.1:1' }, ['MongoDB at mongodb://[hidden]@127.0.0.1:1']],
    [{ REDIS_URL: 'redis://user:secret@127.0.0.1:1' }, ['Redis at redis://127.0.0.1:1', 'REDIS_URL']],
    [{ GATEWAY_JWKS_FILE: undefined }, ['GATEWAY_JWKS_FILE']],
  ];
  const check = async ([env, expected]: (typeof fates)[number]) => {
    const service = await start(env);
    expect(await service.ended).toBe(1);
    const last = service.said().trim().split('\n').at(-1)!;
    for (const text of expected) expect((JSON.parse(last) as { msg: string }).msg).toContain(text);
    expect(service.said()).not.toContain('secret');
  };
  await Promise.all(fates.map(check));
}, 60_000);
