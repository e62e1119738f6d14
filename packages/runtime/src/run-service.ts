/** One process of a service: its API, its workers, or both, from the environment to the last goodbye. */
process.env.APOLLO_TELEMETRY_DISABLED = '1';

import { bearerToken, internalKeySet, verifyInternalToken } from '@salesgraph/access';
import { type Clock, systemClock } from '@salesgraph/calendar';
import { createEventBus } from '@salesgraph/events';
import { connectRedis, createJobs } from '@salesgraph/jobs';
import { organizationView } from '@salesgraph/organization-model';
import {
  type BaseConfig,
  baseConfig,
  connectMongo,
  createLogger,
  loadConfig,
  onShutdown,
  serviceEnvironment,
  startOpsServer,
  startSubgraphServer,
} from '@salesgraph/service-kit';
import { assemble, ensureIndexes } from './assembly.ts';
import { databaseName } from './database-name.ts';
import type { CreateService, ServiceDeps } from './definition.ts';

export interface RunServiceOptions {
  /** Of the service, such as `sales-network`. */
  name: string;
  create: CreateService;
}

/** How long begun work may take when the process is told to stop. */
const CLOSE_MS = 10_000;

/** A clock that starts at a given instant and goes on with the machine's. */
function clockFrom(start: string | undefined): Clock {
  if (start === undefined) return systemClock;
  const offset = Date.parse(start) - Date.now();
  return { now: () => new Date(Date.now() + offset) };
}

/**
 * Runs a service until SIGTERM or SIGINT. Settings are read from the environment (`baseConfig` of service-kit; ROLE says
 * whether the API, the workers or both run here). What keeps it from starting is one line in the log and exit code 1.
 */
export async function runService({ name, create }: RunServiceOptions): Promise<void> {
  const log = createLogger(name);
  try {
    const env = serviceEnvironment(name, process.env);
    const config = loadConfig(baseConfig, env);
    await start(name, create, config, { isOwn: env.MONGODB_URI !== process.env.MONGODB_URI });
  } catch (error) {
    log.fatal({ err: error }, error instanceof Error ? error.message : 'The service cannot start.');
    process.exit(1);
  }
}

async function start(
  name: string,
  create: CreateService,
  config: BaseConfig,
  { isOwn }: { isOwn: boolean },
): Promise<void> {
  const log = createLogger(name, { level: config.LOG_LEVEL });
  const { HOST: host, REDIS_URL: redisUrl, REDIS_PREFIX: prefix, BUSINESS_TIME_ZONE: zone, ROLE: role } = config;
  const serves = role !== 'worker';
  const works = role !== 'api';
  const clock = clockFrom(config.SALESGRAPH_NOW);
  const closeLast = (close: () => Promise<unknown> | unknown) => onShutdown(close, { log });

  const connection = await connectMongo(config.MONGODB_URI, databaseName(name, config.MONGODB_URI, isOwn));
  closeLast(() => connection.close());
  const redis = await connectRedis(redisUrl, 'producer');
  closeLast(() => redis.disconnect());
  const jobs = await createJobs({ redisUrl, prefix, log });
  closeLast(() => jobs.close(CLOSE_MS));

  const view = organizationView(connection);
  // The bus needs what the service is made of, and the service is given the bus.
  const events: ServiceDeps['events'] = {
    reconcileNow: () => bus.reconcileNow(),
    unsettled: (withinMs) => bus.unsettled(withinMs),
  };
  const definition = await create({ name, connection, clock, zone, view, jobs, events, log });
  await ensureIndexes(connection, definition);
  const { outboxModels, consumers } = definition;
  const bus = await createEventBus({ service: name, connection, redisUrl, prefix, log, outboxModels, consumers });
  closeLast(() => bus.close(CLOSE_MS));

  if (works) {
    await bus.startConsumers();
    await bus.startRelay();
    await jobs.startWorkers(definition.jobs);
  }
  if (serves) {
    const jwks = await internalKeySet({ file: config.GATEWAY_JWKS_FILE, url: config.GATEWAY_JWKS_URL });
    const { context, ...parts } = assemble(name, definition, { bus, view, clock, zone });
    const server = await startSubgraphServer({
      ...parts,
      ...{ name, log, host, port: config.PORT },
      authenticate: ({ authorization }) => verifyInternalToken(bearerToken(authorization), { jwks, audience: name }),
      context: (claims) => context(claims),
    });
    closeLast(() => server.close());
    log.info({ url: server.url }, 'The subgraph is served');
  }

  const ops = await startOpsServer({
    host,
    port: config.OPS_PORT,
    checks: { mongo: () => connection.db!.command({ ping: 1 }), redis: () => redis.ping() },
  });
  closeLast(async () => {
    ops.drain();
    await ops.close();
  });
  log.info({ role, ops: ops.port }, `${name} is ready`);
}
