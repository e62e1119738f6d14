/**
 * `npm run bench:gateway`: the gateways side by side over the same subgraphs, interleaved in one run. What counts is the ratio of
 * CPU time a request; requests a second are printed beside it.
 */
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { load, type Measured, percentile } from './load.ts';
import { OPERATIONS, SDL } from './shop.ts';

process.env.APOLLO_TELEMETRY_DISABLED = '1';
process.env.NODE_ENV = 'production';
const FLAGS = ['--max-semi-space-size=64', '--min-semi-space-size=64'];
const HERE = import.meta.dirname;
const PEERS = join(HERE, 'peers');

const { values: given } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '50' },
    only: { type: 'string' },
  },
});
const [seconds, rounds, connections] = [Number(given.seconds), Number(given.rounds), Number(given.connections)];

const processes: ChildProcess[] = [];
async function start<T>(file: string, args: string[] = []): Promise<{ said: T; pid: number }> {
  const child = fork(file, args, { execArgv: FLAGS, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  processes.push(child);
  const said = await new Promise<T>((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    setTimeout(() => reject(new Error(`${file} is not ready after 30 s`)), 30_000).unref();
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return { said, pid: child.pid! };
}

/** The peer is installed for the bench alone, so that nobody else pays for it. */
function installPeers(): boolean {
  if (!existsSync(join(PEERS, 'node_modules'))) {
    try {
      execFileSync('npx', ['-y', 'pnpm@12.20.0', 'install', '--frozen-lockfile'], {
        cwd: PEERS,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    } catch {
      console.log('Hive Gateway could not be installed: it is left out.');
      return false;
    }
  }
  return true;
}

try {
  const { said } = await start<{ ports: Record<string, number> }>(join(HERE, 'subgraphs.ts'));
  const { supergraphSdl, errors } = composeServices(
    Object.entries(SDL).map(([name, sdl]) => ({
      ...{ name, typeDefs: parse(sdl), url: `http://127.0.0.1:${said.ports[name]}/graphql` },
    })),
  );
  if (!supergraphSdl) throw new Error(String(errors));
  const file = join(mkdtempSync(join(tmpdir(), 'salesgraph-bench-')), 'supergraph.graphql');
  writeFileSync(file, supergraphSdl);

  const contenders = [
    { name: 'Apollo Gateway', file: join(HERE, 'serve-stock.ts') },
    ...(installPeers() ? [{ name: 'Hive Gateway, Rust planner', file: join(PEERS, 'serve-hive.mjs') }] : []),
    { name: 'Salesgraph', file: join(HERE, 'serve-ours.ts') },
  ].filter(({ name }) => !given.only || name.includes(given.only));
  const running = [];
  for (const { name, file: script } of contenders) {
    const { said: at, pid } = await start<{ url: string }>(script, [file]);
    running.push({ name, pid, url: at.url });
  }

  console.log(`${connections} connections, ${rounds} rounds of ${seconds} s each, interleaved; ${FLAGS.join(' ')}\n`);
  for (const [size, query] of Object.entries(OPERATIONS)) {
    const results = new Map<string, Measured[]>(running.map(({ name }) => [name, []]));
    const sizes = new Map<string, number>();
    for (let round = -1; round < rounds; round += 1) {
      for (const { name, url, pid } of running) {
        const options = { url, pid, query, connections, authorization: (n: number) => `Bearer caller-${n}` };
        const measured = await load({ ...options, seconds: round < 0 ? 1.5 : seconds });
        if (round >= 0) results.get(name)!.push(measured);
        if (round < 0) sizes.set(name, await answerSize(url, query));
      }
    }
    print(size, results, sizes);
  }
} finally {
  for (const child of processes) child.kill();
}

async function answerSize(url: string, query: string): Promise<number> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await answer.text()).length;
}

function print(size: string, results: ReadonlyMap<string, Measured[]>, sizes: ReadonlyMap<string, number>): void {
  const rows = [...results].map(([name, all]) => {
    const sum = (of: (one: Measured) => number) => all.reduce((total, one) => total + of(one), 0);
    const latencies = all.flatMap((one) => one.latencies);
    const [requests, cpu] = [sum((one) => one.requests), sum((one) => one.cpuMicroseconds)];
    return {
      name,
      perSecond: requests / sum((one) => one.seconds),
      cpu: cpu / requests,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
    };
  });
  const [first] = rows;
  console.log(
    `| ${size} | answer | requests/s | p50 | p99 | CPU a request | CPU to the first | requests/s to the first |`,
  );
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|');
  for (const { name, perSecond, cpu, p50, p99 } of rows) {
    const cells = [`${sizes.get(name)} B`, perSecond.toFixed(0), `${p50.toFixed(1)} ms`, `${p99.toFixed(1)} ms`];
    const ratios = [(cpu / first!.cpu).toFixed(2), `${(perSecond / first!.perSecond).toFixed(1)} x`];
    console.log(`| ${[name, ...cells, `${cpu.toFixed(0)} us`, ...ratios].join(' | ')} |`);
  }
  console.log();
}
