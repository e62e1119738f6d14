import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkDataDirectory, emptyDataDirectory, openDataDirectory } from './data-directory.ts';
import { requireGivenServers } from './given-servers.ts';
import { prepareKeys } from './keys.ts';
import { parseOptions } from './options.ts';
import { fixedPorts, freePorts, requireFree } from './ports.ts';
import { SERVICE_NAMES } from './services.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salesgraph-launch-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the data folder', () => {
  test('is opened again by the version that wrote it', async () => {
    await checkDataDirectory(folder);
    await openDataDirectory(folder);
    await expect(checkDataDirectory(folder)).resolves.toBeUndefined();
  });

  test.each([
    [{ format: 0 }, 'an older version'],
    [{ format: 99 }, 'a newer version'],
  ])('of another version is refused with what to do: %j', async (content, expected) => {
    await writeFile(join(folder, 'format.json'), JSON.stringify(content));
    await expect(checkDataDirectory(folder)).rejects.toThrow(new RegExp(`${expected}.*--fresh.*SALESGRAPH_DATA`));
  });

  test('from before there were versions is refused', async () => {
    await mkdir(join(folder, 'mongo'));
    await expect(checkDataDirectory(folder)).rejects.toThrow('--fresh');
  });

  test('that is a file is refused', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(checkDataDirectory(join(folder, 'file'))).rejects.toThrow('SALESGRAPH_DATA');
  });

  test('is emptied of what the house wrote and of nothing else', async () => {
    await checkDataDirectory(folder);
    await openDataDirectory(folder);
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await emptyDataDirectory(folder);
    expect(await readdir(folder)).toEqual(['notes.txt']);
  });
});

describe('ports', () => {
  test('can be moved by their variables, and a wrong one is named', () => {
    expect(fixedPorts({ GATEWAY_PORT: '5000' }).gateway.port).toBe(5000);
    expect(fixedPorts({}).service['sales-network'].api).toMatchObject({ port: 4002, variable: 'SALES_NETWORK_PORT' });
    expect(() => fixedPorts({ CONSOLE_PORT: 'x' })).toThrow('CONSOLE_PORT=x');
  });

  test('in use are named with the variable that moves them', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as { port: number };
    const busy = fixedPorts({ GATEWAY_PORT: String(port) }).gateway;
    await expect(requireFree([busy])).rejects.toThrow(new RegExp(`${port}.*GATEWAY_PORT`));
    await new Promise((resolve) => holder.close(resolve));
    await expect(requireFree([busy])).resolves.toBeUndefined();
  });

  test('are all different when they are chosen freely', async () => {
    const { service, ...single } = await freePorts();
    const all = [...Object.values(single), ...Object.values(service).flatMap((each) => Object.values(each))].map(
      ({ port }) => port,
    );
    expect(new Set(all).size).toBe(all.length);
  });
});

test.each([
  [
    { REDIS_URL: 'redis://:hidden@127.0.0.1:9' },
    /^The Redis at redis:\/\/\[redacted\]@127\.0\.0\.1:9 \(REDIS_URL\) does not answer/,
  ],
  [{ MONGODB_URI: 'mongodb://127.0.0.1:9/?directConnection=true' }, /\(MONGODB_URI\) does not answer/],
  [{ SALES_NETWORK_MONGODB_URI: 'localhost:27017' }, /^SALES_NETWORK_MONGODB_URI is not an address/],
])('a given server that is not there is named with its variable: %j', async (env, message) => {
  await expect(requireGivenServers(env)).rejects.toThrow(message);
});

test('a given Redis that fits is taken', async () => {
  await expect(requireGivenServers({ REDIS_URL: process.env.TEST_REDIS_URL as string })).resolves.toBeUndefined();
});

test('keys are made once and the published half holds nothing private', async () => {
  const first = await prepareKeys(folder);
  const again = await prepareKeys(folder);
  expect(again).toEqual(first);
  const { default: jwks } = await import(first.gatewayJwks, { with: { type: 'json' } });
  expect(jwks.keys).toHaveLength(1);
  expect(jwks.keys[0]).toMatchObject({ crv: 'Ed25519', alg: 'EdDSA' });
  expect(jwks.keys[0]).not.toHaveProperty('d');
});

test('the command line is read with its defaults', () => {
  expect(parseOptions([], { SALESGRAPH_DATA: folder })).toEqual({
    dataDir: folder,
    fresh: false,
    demo: true,
    services: SERVICE_NAMES,
    autoPorts: false,
    split: false,
    json: false,
  });
  expect(parseOptions(['--fresh', '--no-demo', '--ports', 'auto', '--split', '--json'], {})).toMatchObject({
    fresh: true,
    demo: false,
    autoPorts: true,
    split: true,
    json: true,
  });
  expect(parseOptions(['--only', 'customers'], {})).toMatchObject({ services: ['customers'], demo: false });
});
