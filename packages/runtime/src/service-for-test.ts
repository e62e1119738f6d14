/** A service as a test talks to it: a database of its own, real HTTP, real jobs, and events handed to it. */
import { randomBytes } from 'node:crypto';
import { type FakeClock, fakeClock } from '@salesgraph/calendar';
import { createTestEventBus, type DomainEvent } from '@salesgraph/events';
import { createJobs, type Jobs } from '@salesgraph/jobs';
import { organizationView } from '@salesgraph/organization-model';
import { connectMongo, countingCommands, createLogger, startSubgraphServer } from '@salesgraph/service-kit';
import type { ExecutionResult } from 'graphql';
import type { Connection } from 'mongoose';
import { assemble, ensureIndexes } from './assembly.ts';
import { type CreateService, claimsOf, type ServiceDeps } from './definition.ts';

export interface ServiceForTestOptions {
  name: string;
  /** What time it is, such as `2026-03-16T04:00:00Z`; the clock stands still until the test moves it. */
  now: string;
  zone?: string;
  /** The database that another process of the same service works on: used as it is, and left there at the end. */
  database?: string;
  /** What the service is told of having heard everything: that it has, when absent. */
  events?: ServiceDeps['events'];
}

/** Events are handed to the service one by one: it has heard all there are. */
const ALL_HEARD: ServiceDeps['events'] = { reconcileNow: async () => {}, unsettled: async () => [] };

export interface ServiceForTest {
  clock: FakeClock;
  connection: Connection;
  /** Sends one operation as an employee (by code), as `administrator` or as `importer`. */
  request(document: string, variables: object, caller: string): Promise<ExecutionResult>;
  /** How many commands the service has sent to its database so far. */
  commands(): number;
  /** Carries what the service has told into its event log. */
  drainEvents(): Promise<void>;
  /** Lets the service hear of events, in the order given. @throws what an event that cannot be taken fails with */
  deliver(events: readonly DomainEvent[]): Promise<void>;
  /** Ends everything and drops the database. */
  close(): Promise<void>;
}

const CALLER = 'x-caller';
const CLOSE_MS = 3000;

/** Databases and queues are those of the test run: TEST_MONGODB_URI and TEST_REDIS_URL. */
function servers(): { mongo: string; redis: string } {
  const { TEST_MONGODB_URI: mongo, TEST_REDIS_URL: redis } = process.env;
  if (!mongo || !redis) throw new Error('TEST_MONGODB_URI and TEST_REDIS_URL are required: run tests through npm test');
  return { mongo, redis };
}

/** Starts a service for a test file; `close()` it in `afterAll`. */
export async function createServiceForTest(
  create: CreateService,
  options: ServiceForTestOptions,
): Promise<ServiceForTest> {
  const { name, now, zone = 'Asia/Shanghai', events = ALL_HEARD } = options;
  const { mongo, redis } = servers();
  const key = options.database ?? `t-${name}-${randomBytes(6).toString('hex')}`;
  const log = createLogger(name, { level: process.env.TEST_LOG_LEVEL ?? 'silent' });
  const [connection, busConnection] = await Promise.all([connectMongo(mongo, key), connectMongo(mongo, key)]);
  const clock = fakeClock(now);
  const view = organizationView(connection);
  // Only a service that has jobs talks to Redis.
  let jobs: Jobs | undefined;
  const queue = (): Jobs => {
    if (!jobs) throw new Error(`${name} has no jobs`);
    return jobs;
  };
  const lazily: Pick<Jobs, 'enqueue' | 'enqueueMany'> = {
    enqueue: (definition, payload) => queue().enqueue(definition, payload),
    enqueueMany: (definition, payloads) => queue().enqueueMany(definition, payloads),
  };

  const definition = await create({ name, connection, clock, zone, view, jobs: lazily, events, log });
  await ensureIndexes(connection, definition);
  const { outboxModels, consumers } = definition;
  const bus = createTestEventBus({ service: name, connection: busConnection, outboxModels, consumers, log });
  if (definition.jobs.length > 0) {
    jobs = await createJobs({ redisUrl: redis, prefix: key, log });
    await jobs.startWorkers(definition.jobs);
  }
  const { context, ...parts } = assemble(name, definition, { bus, view, clock, zone });
  const server = await startSubgraphServer({
    ...parts,
    name,
    log,
    port: 0,
    authenticate: (headers) => claimsOf(decodeURIComponent(String(headers[CALLER]))),
    context: (claims) => context(claims),
  });
  const counter = countingCommands(connection);

  return {
    clock,
    connection,

    async request(document, variables, caller) {
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [CALLER]: encodeURIComponent(caller) },
        body: JSON.stringify({ query: document, variables }),
      });
      return (await response.json()) as ExecutionResult;
    },

    commands: () => counter.count,
    drainEvents: bus.drain,
    deliver: bus.deliver,

    async close() {
      await server.close();
      await jobs?.close(CLOSE_MS);
      await bus.close();
      counter.stop();
      if (!options.database) await connection.dropDatabase();
      await Promise.all([connection.close(), busConnection.close()]);
    },
  };
}
