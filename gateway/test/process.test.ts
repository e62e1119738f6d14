import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const MAIN = join(import.meta.dirname, '../src/main.ts');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salesgraph-gateway-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

const start = (env: Record<string, string>) => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    env: { PATH: process.env.PATH, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return { child, said: () => output };
};

test('the process is alive and ready whether or not a subgraph answers, and ends when told to', async () => {
  const keyFile = join(folder, 'gateway.json');
  await writeFile(keyFile, JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })));
  const [port, opsPort] = [await freePort(), await freePort()];
  const nowhere = Object.fromEntries(
    ['ORGANIZATION', 'SALES_NETWORK', 'CUSTOMERS', 'PERFORMANCE', 'COLLABORATION'].map((name) => [
      `${name}_URL`,
      'http://127.0.0.1:9/graphql',
    ]),
  );
  const { child, said } = start({
    ...nowhere,
    PORT: String(port),
    OPS_PORT: String(opsPort),
    GATEWAY_SIGNING_KEY_FILE: keyFile,
    JWT_ISSUER: 'http://127.0.0.1:9',
    JWKS_URL: 'http://127.0.0.1:9/keys',
  });
  const statusOf = (path: string) =>
    fetch(`http://127.0.0.1:${opsPort}${path}`).then(
      ({ status }) => status,
      () => 0,
    );
  for (const deadline = Date.now() + 25_000; (await statusOf('/readyz')) !== 200; await wait(50)) {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error(`Not ready: ${said()}`);
  }
  expect(await statusOf('/healthz')).toBe(200);
  expect((await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST' })).status).toBe(401);
  const metrics = await (await fetch(`http://127.0.0.1:${opsPort}/metrics`)).text();
  expect(metrics).toContain('salesgraph_gateway_request_seconds_count{status="401"} 1');

  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
}, 60_000);

test('the process says what is missing of its settings and does not start', async () => {
  const { child, said } = start({});
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  for (const name of ['JWT_ISSUER', 'JWKS_URL', 'GATEWAY_SIGNING_KEY_FILE']) expect(said()).toContain(name);
}, 30_000);
