import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aCompany, type Graph, type GraphProcess, startGraph } from '@salesgraph/testing';

const LAUNCHER = join(import.meta.dirname, '../src/main.ts');
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'salesgraph-npm-start-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Runs the launcher to its end, as somebody does whose start cannot work. */
async function launch(args: string[], env: Record<string, string> = {}) {
  // Not what the tests themselves were given, nor who started them.
  const { MONGODB_URI: _1, REDIS_URL: _2, NODE_OPTIONS: _3, SALESGRAPH_LAUNCHED_BY: _4, ...own } = process.env;
  const child = spawn(process.execPath, [LAUNCHER, ...args], { env: { ...own, NODE_ENV: 'test', ...env } });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, 'close');
  return { code: code as number, lines: output.trim().split('\n') };
}

const runs = ({ pid }: GraphProcess) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const companyOf = async (graph: Graph) =>
  (await graph.as('administrator').query<{ company: { code: string } | null }>('{ company { code } }')).data?.company;

describe('a running house', () => {
  test('keeps its data over a restart, over kill -9 of everything, and leaves no process behind', async () => {
    let graph = await startGraph({ dataDir, embedded: true });
    expect(await companyOf(graph)).toBeNull();
    await aCompany().withDirector('Wang').withRegion('East', 'Zhao').load(graph);

    const before = graph.pids();
    expect(before.map(({ name }) => name).sort()).toEqual([
      'collaboration',
      'console',
      'customers',
      'gateway',
      'mongo',
      'organization',
      'performance',
      'redis',
      'sales-network',
    ]);
    process.kill(graph.pid, 'SIGKILL');

    graph = await startGraph({ dataDir, embedded: true });
    expect(before.filter(runs)).toEqual([]);
    expect(await companyOf(graph)).toEqual({ code: 'COMPANY' });
    const running = graph.pids();
    await graph.stop();
    expect(running.filter(runs)).toEqual([]);
  }, 180_000);

  test('writes no token into a log', async () => {
    for (const name of await readdir(join(dataDir, 'logs'))) {
      expect(await readFile(join(dataDir, 'logs', name), 'utf8')).not.toMatch(/eyJ[\w-]+\.eyJ/);
    }
  });
});

describe('a house that cannot start says why in one line', () => {
  test('a port in use', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as { port: number };
    const { code, lines } = await launch(['--data', join(dataDir, 'busy')], { GATEWAY_PORT: String(port) });
    await new Promise((resolve) => holder.close(resolve));
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatch(new RegExp(`${port} \\(the graph; GATEWAY_PORT\\)`));
  });

  test('a Redis that does not answer', async () => {
    const { code, lines } = await launch(['--data', join(dataDir, 'no-redis'), '--ports', 'auto'], {
      REDIS_URL: 'redis://127.0.0.1:9',
    });
    expect(code).toBe(1);
    expect(lines.at(-1)).toContain('REDIS_URL');
  }, 60_000);

  test('a broken database folder', async () => {
    const folder = join(dataDir, 'broken');
    const graph = await startGraph({ dataDir: folder, embedded: true });
    await graph.stop();
    const files = await readdir(join(folder, 'mongo/organization'), { recursive: true, withFileTypes: true });
    for (const file of files) if (file.isFile()) await writeFile(join(file.parentPath, file.name), 'not a database');
    const { code, lines } = await launch(['--data', folder, '--ports', 'auto', '--no-demo']);
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatch(/mongo.organization.*--fresh.*SALESGRAPH_DATA/);
  }, 180_000);

  test('production', async () => {
    const { code, lines } = await launch(['--data', join(dataDir, 'production')], { NODE_ENV: 'production' });
    expect({ code, lines: lines.length }).toEqual({ code: 1, lines: 1 });
    expect(lines[0]).toContain('NODE_ENV');
  });
});
