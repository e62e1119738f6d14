import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DataDirectory } from './data-directory.ts';
import { LaunchFault } from './fault.ts';
import type { KeyFiles } from './keys.ts';
import type { Options } from './options.ts';
import type { Port, Ports } from './ports.ts';
import type { ProcessSpec } from './processes/managed-process.ts';
import { answersHttp, answersRedis, saysReady } from './processes/ready.ts';
import { type RedisProgram, redisArguments } from './redis/index.ts';
import { SERVICE_NAMES, type ServiceName, variablePrefix } from './services.ts';

export const ROOT = join(import.meta.dirname, '..', '..', '..');
const HERE = import.meta.dirname;
const AUDIENCE = 'salesgraph';

/** Where everything answers. */
export interface Addresses {
  graph: string;
  graphiql: string;
  console: string;
  redis: string;
  /** Address of each service's database, or of the one server given for all. */
  mongo: Record<ServiceName, string>;
}

/** What runs. */
export interface Plan {
  addresses: Addresses;
  databases: ProcessSpec[];
  /** They need the databases to start. */
  services: ProcessSpec[];
  /** The gateway and the console, which start without anything else. */
  front: ProcessSpec[];
  /** Ports that must be free; those of servers that were given from outside are not among them. */
  ports: Port[];
}

interface Given {
  options: Options;
  env: NodeJS.ProcessEnv;
  data: DataDirectory;
  keys: KeyFiles;
  ports: Ports;
  /** None when REDIS_URL names one. */
  redisProgram: RedisProgram | undefined;
}

const local = ({ port }: Port, path = '') => `http://127.0.0.1:${port}${path}`;
const databaseVariable = (name: ServiceName) => `${variablePrefix(name)}_MONGODB_URI`;

/** The services that have no database of their own from outside. */
const embeddedServices = ({ env, options }: Given) =>
  env.MONGODB_URI ? [] : options.services.filter((name) => !env[databaseVariable(name)]);

function planAddresses({ env, ports }: Given): Addresses {
  const mongo = {} as Record<ServiceName, string>;
  for (const name of SERVICE_NAMES) {
    mongo[name] =
      env[databaseVariable(name)] ||
      env.MONGODB_URI ||
      `mongodb://127.0.0.1:${ports.service[name].mongo.port}/?directConnection=true`;
  }
  return {
    graph: local(ports.gateway, '/graphql'),
    graphiql: local(ports.gateway, '/graphiql'),
    console: local(ports.console),
    redis: env.REDIS_URL || `redis://127.0.0.1:${ports.redis.port}`,
    mongo,
  };
}

function planDatabases(given: Given): ProcessSpec[] {
  const { env, data, ports, redisProgram } = given;
  const specs: ProcessSpec[] = [];
  if (redisProgram) {
    const libraries = redisProgram.libraryPath ? { LD_LIBRARY_PATH: redisProgram.libraryPath } : {};
    specs.push({
      name: 'redis',
      role: 'all',
      run: { program: redisProgram.file, args: redisArguments({ port: ports.redis.port, dataDir: data.redis }) },
      env: { ...env, ...libraries },
      isReady: answersRedis(ports.redis.port),
      faultAdvice: () => `Its data is in ${data.redis}; set REDIS_URL to use another server. `,
    });
  }
  const embedded = embeddedServices(given);
  if (embedded.length > 0) {
    const instances = embedded.map((name) => ({
      name,
      port: ports.service[name].mongo.port,
      dataDir: data.mongo(name),
    }));
    specs.push({
      name: 'mongo',
      role: 'all',
      run: { script: join(HERE, 'mongo/main.ts') },
      env: { ...env, MONGO_INSTANCES: JSON.stringify(instances) },
      isReady: saysReady(),
      faultAdvice: () =>
        `Restore ${join(data.path, 'mongo')}, begin anew with "npm start -- --fresh", choose another folder with --data or SALESGRAPH_DATA, or set MONGODB_URI. `,
    });
  }
  return specs;
}

function planService(given: Given, addresses: Addresses, name: ServiceName): ProcessSpec[] {
  const { env, keys, ports, options } = given;
  const roles = options.split ? (['api', 'worker'] as const) : (['all'] as const);
  return roles.map((role) => {
    const ops = role === 'worker' ? ports.service[name].workerOps : ports.service[name].ops;
    return {
      name,
      role,
      run: { script: join(ROOT, 'services', name, 'src/main.ts') },
      env: {
        ...env,
        HOST: '127.0.0.1',
        PORT: String(ports.service[name].api.port),
        OPS_PORT: String(ops.port),
        ROLE: role,
        REDIS_URL: addresses.redis,
        [databaseVariable(name)]: addresses.mongo[name],
        GATEWAY_JWKS_FILE: keys.gatewayJwks,
      },
      isReady: answersHttp(local(ops, '/readyz')),
    };
  });
}

function planGateway({ env, keys, ports }: Given, addresses: Addresses): ProcessSpec {
  const urls = SERVICE_NAMES.map((name) => [`${variablePrefix(name)}_URL`, local(ports.service[name].api, '/graphql')]);
  return {
    name: 'gateway',
    role: 'all',
    run: { script: join(ROOT, 'gateway/src/main.ts') },
    env: {
      ...env,
      ...Object.fromEntries(urls),
      HOST: '127.0.0.1',
      PORT: String(ports.gateway.port),
      OPS_PORT: String(ports.gatewayOps.port),
      GATEWAY_PORT: String(ports.gateway.port),
      REDIS_URL: addresses.redis,
      SUPERGRAPH_FILE: env.SUPERGRAPH_FILE ?? join(ROOT, 'gateway/supergraph/supergraph.graphql'),
      GATEWAY_SIGNING_KEY_FILE: keys.gateway,
      JWT_ISSUER: addresses.console,
      JWT_AUDIENCE: AUDIENCE,
      JWKS_URL: `${addresses.console}/.well-known/jwks.json`,
      SUBJECT_CLAIM: 'sub',
      GRAPHIQL: 'true',
      ISSUER_URL: addresses.console,
    },
    isReady: answersHttp(local(ports.gatewayOps, '/readyz')),
  };
}

function planConsole({ env, data, keys, ports }: Given, addresses: Addresses): ProcessSpec {
  return {
    name: 'console',
    role: 'all',
    run: { script: join(HERE, 'console/main.ts') },
    env: {
      ...env,
      CONSOLE_PORT: String(ports.console.port),
      ISSUER_KEY_FILE: keys.issuer,
      JWT_ISSUER: addresses.console,
      JWT_AUDIENCE: AUDIENCE,
      GRAPH_URL: addresses.graph,
      REDIS_URL: addresses.redis,
      PEOPLE_FILE: data.peopleFile,
    },
    isReady: answersHttp(`${addresses.console}/healthz`),
  };
}

/** Everything that runs and where it answers. @throws LaunchFault when a part of the repository is missing */
export function planHouse(given: Given): Plan {
  const { ports, options } = given;
  const addresses = planAddresses(given);
  const services = options.services.flatMap((name) => planService(given, addresses, name));
  const front = [planGateway(given, addresses), planConsole(given, addresses)];
  for (const { name, run } of [...services, ...front]) {
    if ('script' in run && !existsSync(run.script))
      throw new LaunchFault(`${name} is missing from this checkout: there is no ${run.script}.`);
  }
  const embedded = new Set(embeddedServices(given));
  return {
    addresses,
    databases: planDatabases(given),
    services,
    front,
    ports: [
      ports.gateway,
      ports.gatewayOps,
      ports.console,
      ...(given.redisProgram ? [ports.redis] : []),
      ...options.services.flatMap((name) => {
        const { api, ops, workerOps, mongo } = ports.service[name];
        return [api, ops, ...(options.split ? [workerOps] : []), ...(embedded.has(name) ? [mongo] : [])];
      }),
    ],
  };
}
