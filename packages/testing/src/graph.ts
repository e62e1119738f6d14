import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { type Database, withDatabase } from './database.ts';
import { ownDatabases } from './own-databases.ts';
import { end, type GraphProcess, readProcesses } from './processes.ts';

const LAUNCHER = join(import.meta.dirname, '..', '..', '..', 'infra/local/src/main.ts');
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 40_000;

export interface GraphOptions {
  /** Load the demo company. Default false: the databases are empty. */
  demo?: boolean;
  /** The API and the workers of each service as processes of their own, so one can be killed without the other. */
  split?: boolean;
  /** Keep the data here; a temporary folder otherwise, removed by `stop()`. */
  dataDir?: string;
  /** The embedded databases even when MONGODB_URI names a server: for what is kept in `dataDir` over a restart. */
  embedded?: boolean;
  /** Further settings of the services, for example `SALESGRAPH_NOW`. */
  env?: Record<string, string>;
}

/** What the graph answered. */
export interface Answer<T = Record<string, unknown>> {
  data?: T | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions?: { code?: string; fields?: { field: string; message: string }[] };
  }[];
  /** HTTP status. */
  status: number;
}

/** Somebody who talks to the graph. */
export interface Caller {
  /** Sends one operation. GraphQL errors come back in `errors`; only a graph that cannot be reached throws. */
  query<T = Record<string, unknown>>(
    document: string,
    variables?: Record<string, unknown>,
    operationName?: string,
  ): Promise<Answer<T>>;
}

interface ReadyLine {
  pid: number;
  gateway: string;
  issuer: string;
  services: Record<string, { url: string; opsUrl: string; mongo: string; pids: { api: number; worker: number } }>;
  mongo: { uri: string; pid?: number };
  redis: { url: string; pid?: number };
  processesFile: string;
  logs: string;
}

/** A running house, spoken to as its clients do. */
export interface Graph {
  /** The GraphQL endpoint of the gateway. */
  url: string;
  issuer: string;
  services: ReadyLine['services'];
  redisUrl: string;
  dataDir: string;
  logs: string;
  /** Process of the launcher. */
  pid: number;
  /** @param who an employee's code, `administrator` or `importer` */
  as(who: string): Caller;
  token(who: string): Promise<string>;
  /** Works on a service's database directly, for faults that no client can bring about. */
  withDatabase<T>(service: string, work: (database: Database) => Promise<T>): Promise<T>;
  /** Every process of the house as it runs now. */
  pids(): GraphProcess[];
  /** Ends a process and waits until it is gone; the launcher starts it again. `role` matters in a split house only. */
  kill(name: string, role?: 'api' | 'worker', signal?: NodeJS.Signals): Promise<void>;
  /**
   * Asks again and again and returns the first answer that is truthy.
   * @throws Error after `timeoutMs` (30 s) with the last error as its cause, if there was one
   */
  waitUntil<T>(ask: () => Promise<T> | T, timeoutMs?: number): Promise<NonNullable<T>>;
  stop(): Promise<void>;
}

/** Waits for the launcher's JSON line. @throws Error with what the launcher said when it ends before */
function readyLine(launcher: ChildProcess): Promise<ReadyLine> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const timeout = setTimeout(() => {
      launcher.kill('SIGTERM');
      reject(new Error(`The graph was not ready after ${START_TIMEOUT_MS / 1000} s:\n${said.join('\n')}`));
    }, START_TIMEOUT_MS);
    if (launcher.stderr) createInterface({ input: launcher.stderr }).on('line', (line) => said.push(line));
    if (launcher.stdout) {
      createInterface({ input: launcher.stdout }).once('line', (line) => {
        clearTimeout(timeout);
        resolve(JSON.parse(line) as ReadyLine);
      });
    }
    launcher.once('close', (code, signal) => {
      clearTimeout(timeout);
      reject(new Error(`The graph did not start (${signal ?? `exit code ${code}`}):\n${said.join('\n')}`));
    });
  });
}

function createCaller(url: string, token: () => Promise<string>): Caller {
  return {
    async query<T>(document: string, variables: Record<string, unknown> = {}, operationName?: string) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await token()}` },
        body: JSON.stringify({ query: document, variables, operationName }),
        signal: AbortSignal.timeout(60_000),
      });
      const text = await response.text();
      try {
        return { ...(JSON.parse(text) as Answer<T>), status: response.status };
      } catch {
        throw new Error(`The graph answered ${response.status} without JSON: ${text.slice(0, 200)}`);
      }
    },
  };
}

async function waitUntil<T>(ask: () => Promise<T> | T, timeoutMs = 30_000): Promise<NonNullable<T>> {
  let fault: unknown;
  for (const deadline = Date.now() + timeoutMs; ; await wait(50)) {
    try {
      const answer = await ask();
      if (answer) return answer;
      fault = undefined;
    } catch (error) {
      // A process that is being started again does not answer for a moment.
      fault = error;
    }
    if (Date.now() > deadline) throw new Error(`Still not so after ${timeoutMs / 1000} s`, { cause: fault });
  }
}

/** Ends the launcher and with it everything; outright when it does not end in time. */
async function endLauncher(launcher: ChildProcess): Promise<void> {
  if (launcher.exitCode !== null || launcher.signalCode !== null) return;
  const ended = new Promise((resolve) => launcher.once('close', resolve));
  launcher.kill('SIGTERM');
  const limit = setTimeout(() => launcher.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(limit);
}

/**
 * Starts the whole house on free ports, as `npm start` does, and waits until it is ready.
 * It ends with `stop()`, and by itself when the process of the test is gone.
 */
export async function startGraph(options: GraphOptions = {}): Promise<Graph> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'salesgraph-house-')));
  const args = ['--disable-warning=ExperimentalWarning', LAUNCHER, '--data', dataDir, '--ports', 'auto', '--json'];
  if (!options.demo) args.push('--no-demo');
  if (options.split) args.push('--split');
  // Every house of a test has a Redis and databases of its own.
  const { MONGODB_URI: server, REDIS_URL: _1, NODE_OPTIONS: _2, ...env } = process.env;
  const given = server && !options.embedded ? ownDatabases(server) : undefined;
  const launcher = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, NODE_ENV: 'test', ...given?.env, ...options.env, SALESGRAPH_LAUNCHED_BY: String(process.pid) },
  });
  const ready = await readyLine(launcher);
  const tokens = new Map<string, Promise<string>>();

  async function requestToken(who: string): Promise<string> {
    const response = await fetch(`${ready.issuer}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: who }),
    });
    return ((await response.json()) as { token: string }).token;
  }

  const graph: Graph = {
    url: ready.gateway,
    issuer: ready.issuer,
    services: ready.services,
    redisUrl: ready.redis.url,
    dataDir,
    logs: ready.logs,
    pid: ready.pid,
    as: (who) => createCaller(ready.gateway, () => graph.token(who)),
    token(who) {
      const known = tokens.get(who) ?? requestToken(who);
      tokens.set(who, known);
      known.catch(() => tokens.delete(who));
      return known;
    },
    withDatabase(service, work) {
      const found = ready.services[service];
      if (!found) throw new Error(`There is no service ${service}`);
      return withDatabase(found.mongo, service, work);
    },
    pids: () => readProcesses(ready.processesFile),
    async kill(name, role, signal = 'SIGKILL') {
      const found = graph
        .pids()
        .find((each) => each.name === name && (!role || each.role === role || each.role === 'all'));
      if (!found) throw new Error(`No process ${name} ${role ?? ''} in ${ready.processesFile}`);
      await end(found.pid, signal);
    },
    waitUntil,
    async stop() {
      await endLauncher(launcher);
      await given?.drop();
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
  return graph;
}
