import { join } from 'node:path';
import {
  checkDataDirectory,
  type DataDirectory,
  dataDirectory,
  emptyDataDirectory,
  openDataDirectory,
} from './data-directory.ts';
import { LaunchFault } from './fault.ts';
import { requireGivenServers } from './given-servers.ts';
import { prepareKeys } from './keys.ts';
import type { Options } from './options.ts';
import { type Addresses, type Plan, planHouse, ROOT } from './plan.ts';
import { fixedPorts, freePorts, type Ports, requireFree } from './ports.ts';
import { ManagedProcess, type ProcessSpec } from './processes/managed-process.ts';
import { ProcessRegistry } from './processes/registry.ts';
import { findRedisServer } from './redis/index.ts';

/** Where the launcher tells what it is doing. */
export interface Voice {
  /** A step that is done, or a line worth reading. */
  say(line: string): void;
}

/** The running house. */
export interface House {
  addresses: Addresses;
  data: DataDirectory;
  ports: Ports;
  pid(name: string, role: string): number | undefined;
}

/** Children get the caller's settings without those that belong to the launcher alone. */
function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { SALESGRAPH_LAUNCHED_BY: _1, NODE_CHANNEL_FD: _2, PORT: _3, OPS_PORT: _4, ROLE: _5, ...rest } = env;
  return {
    ...rest,
    APOLLO_TELEMETRY_DISABLED: '1',
    NODE_COMPILE_CACHE: join(ROOT, '.cache', 'compile'),
    REDIS_PREFIX: env.REDIS_PREFIX || 'salesgraph',
    BUSINESS_TIME_ZONE: env.BUSINESS_TIME_ZONE || 'Asia/Shanghai',
    LOG_LEVEL: env.LOG_LEVEL || 'info',
  };
}

const turnToStop = ({ name }: ProcessSpec): 1 | 2 | 3 =>
  name === 'gateway' ? 1 : name === 'mongo' || name === 'redis' ? 3 : 2;

/** Starts everything and stops everything, what others need first and last. */
export class Launcher {
  readonly #options: Options;
  readonly #env: NodeJS.ProcessEnv;
  readonly #voice: Voice;
  readonly #processes: ManagedProcess[] = [];
  #registry: ProcessRegistry | undefined;
  #stopping: Promise<void> | undefined;

  constructor(options: Options, env: NodeJS.ProcessEnv, voice: Voice) {
    this.#options = options;
    this.#env = env;
    this.#voice = voice;
  }

  /** @throws LaunchFault; what had been started is stopped by `stop()` */
  async start(): Promise<House> {
    const { dataDir, autoPorts } = this.#options;
    if (this.#env.NODE_ENV === 'production') {
      throw new LaunchFault(
        'NODE_ENV is production: the local stack hands out tokens to anybody and must not run there.',
      );
    }
    const registry = new ProcessRegistry(dataDirectory(dataDir).processesFile);
    for (const name of await registry.clearOrphans(dataDir))
      this.#voice.say(`Ended ${name}, left over from an earlier start`);
    if (this.#options.fresh) await this.#empty();
    await checkDataDirectory(dataDir);
    const data = await openDataDirectory(dataDir);
    registry.open();
    this.#registry = registry;

    const env = childEnvironment(this.#env);
    const ports = autoPorts ? await freePorts() : fixedPorts(env);
    await requireGivenServers(env);
    const keys = await prepareKeys(data.keys);
    const redisProgram = env.REDIS_URL ? undefined : await this.#findRedis();
    const plan = planHouse({ options: this.#options, env, data, keys, ports, redisProgram });
    await requireFree(plan.ports);

    this.#voice.say(`Starting Salesgraph (data in ${data.path}, logs in ${data.logs})`);
    const start = (specs: ProcessSpec[]) => this.#startGroup(specs, data, registry);
    // The front needs no database: it gets ready meanwhile.
    await Promise.all([start(plan.front), start(plan.databases).then(() => start(plan.services))]);
    return this.#describe(plan, data, ports);
  }

  /** Drains and ends what runs. Calling it again waits for the same end. */
  stop(): Promise<void> {
    this.#stopping ??= (async () => {
      // The gateway first, so that no request reaches a service that is already draining; what all need, last.
      for (const turn of [1, 2, 3]) {
        await Promise.all(this.#processes.filter(({ spec }) => turnToStop(spec) === turn).map((each) => each.stop()));
      }
      this.#registry?.close();
    })();
    return this.#stopping;
  }

  /** Ends everything at once. */
  kill(): void {
    for (const each of this.#processes) each.kill();
    this.#registry?.close();
  }

  async #empty(): Promise<void> {
    const given = ['MONGODB_URI', 'REDIS_URL'].filter((name) => this.#env[name]);
    if (given.length > 0) {
      throw new LaunchFault(
        `--fresh empties ${this.#options.dataDir} and not the server at ${given.join(' and ')}: empty that yourself and start without --fresh.`,
      );
    }
    await emptyDataDirectory(this.#options.dataDir);
  }

  #findRedis() {
    return findRedisServer(join(ROOT, '.cache', 'redis'), (line) => this.#voice.say(line)).catch((error: Error) => {
      throw new LaunchFault(error.message);
    });
  }

  async #startGroup(specs: ProcessSpec[], data: DataDirectory, registry: ProcessRegistry): Promise<void> {
    if (this.#stopping) throw new LaunchFault('Stopped while starting.');
    const surroundings = { logs: data.logs, registry, onRestart: (line: string) => this.#voice.say(line) };
    const group = specs.map((spec) => new ManagedProcess(spec, surroundings));
    this.#processes.push(...group);
    await Promise.all(
      group.map(async (each) => {
        const startedAt = Date.now();
        await each.start();
        const { name, role } = each.spec;
        const label = role === 'all' ? name : `${name} ${role}`;
        this.#voice.say(`  ready  ${label.padEnd(22)} ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
      }),
    );
  }

  #describe({ addresses }: Plan, data: DataDirectory, ports: Ports): House {
    const all = this.#processes;
    return {
      addresses,
      data,
      ports,
      pid: (name, role) =>
        (all.find(({ spec }) => spec.name === name && spec.role === role) ?? all.find(({ spec }) => spec.name === name))
          ?.pid,
    };
  }
}
