/** The two places where the walls are tried: the whole house behind its gateway, and the five services by themselves. */
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, type Graph, startGraph } from '@salesgraph/testing';
import { type Account, signInternalToken } from '../../packages/access/src/index.ts';
import { createServiceForTest, type ServiceForTest } from '../../packages/runtime/src/index.ts';
import { createCollaborationService } from '../../services/collaboration/src/service.ts';
import { createCustomersService } from '../../services/customers/src/service.ts';
import { createOrganizationService } from '../../services/organization/src/service.ts';
import { createPerformanceService } from '../../services/performance/src/service.ts';
import { createSalesNetworkService } from '../../services/sales-network/src/service.ts';
import { settled } from '../faults/dump.ts';
import { NOW } from './company.ts';
import { type Ground, type Records, record, SERVICES, type ServiceName } from './records.ts';

/** The data of an answer that must hold no errors. */
function dataOf<T>({ data, errors }: { data?: unknown; errors?: unknown }, document: string): T {
  if (errors || !data) throw new Error(`${document}: ${JSON.stringify(errors)}`);
  return data as T;
}

/** What the gateway says of a caller. */
const claimsOf = (subject: string) =>
  subject === 'administrator' || subject === 'importer'
    ? { subject, kind: 'SERVICE' as const, account: subject.toUpperCase() as Account }
    : { subject, kind: 'EMPLOYEE' as const };

/** What is asked of the house: through the gateway, or of a subgraph with the token that the gateway would send. */
export interface House {
  graph: Graph;
  records: Records;
  /** Asks the one graph. */
  ask(caller: string, document: string, variables?: object): Promise<Answer>;
  /** Asks a subgraph, as the gateway does. */
  askService(service: ServiceName, caller: string, document: string, variables?: object): Promise<Answer>;
}

/** Starts the house and puts everything on record through its gateway. */
export async function openHouse(): Promise<House> {
  const graph = await startGraph({ env: { SALESGRAPH_NOW: NOW } });
  try {
    const jwk = JSON.parse(readFileSync(join(graph.dataDir, 'keys/gateway.json'), 'utf8'));
    const key = createPrivateKey({ key: jwk, format: 'jwk' });
    const ground: Ground = {
      ask: async (_, caller, document, variables = {}) =>
        dataOf(await graph.as(caller).query(document, variables as Record<string, unknown>), document),
      settle: async () => void (await settled(graph)),
      put: (service, collection, rows) =>
        graph.withDatabase(service, async (database) => {
          await database.collection<{ _id: string }>(collection).insertMany(rows);
        }),
    };
    return {
      graph,
      records: await record(ground),
      ask: (caller, document, variables = {}) => graph.as(caller).query(document, variables as Record<string, unknown>),
      async askService(service, caller, document, variables = {}) {
        const token = { key, kid: jwk.kid, ...claimsOf(caller), audience: service };
        const response = await fetch(graph.services[service]!.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${await signInternalToken(token)}` },
          body: JSON.stringify({ query: document, variables }),
        });
        return { ...((await response.json()) as Answer), status: response.status };
      },
    };
  } catch (error) {
    await graph.stop();
    throw error;
  }
}

const CREATE = {
  organization: createOrganizationService,
  'sales-network': createSalesNetworkService,
  customers: createCustomersService,
  performance: createPerformanceService,
  collaboration: createCollaborationService,
} as const;

/** The five services in this process, where the commands that each sends to its database are counted. */
export interface Services {
  services: Record<ServiceName, ServiceForTest>;
  records: Records;
  close(): Promise<void>;
}

/** Starts the services, each hearing what the others tell, and puts everything on record. */
export async function openServices(): Promise<Services> {
  const started = await Promise.all(
    SERVICES.map(async (name) => [name, await createServiceForTest(CREATE[name], { name, now: NOW })] as const),
  );
  const services = Object.fromEntries(started) as Record<ServiceName, ServiceForTest>;
  const close = async () => void (await Promise.all(started.map(([, service]) => service.close())));
  const heard = new Set<string>();

  /** What a service has told since the last time, oldest first. */
  async function newsOf(name: ServiceName) {
    const { connection, drainEvents } = services[name];
    await drainEvents();
    const rows = await connection.collection<EventRow>('event_log').find({}).sort({ aggregateId: 1, seq: 1 }).toArray();
    const news = rows.filter(({ _id }) => !heard.has(_id));
    for (const { _id } of news) heard.add(_id);
    return news.map(({ _id: id, aggregateId, seq, type, version, at, actor, data }) => ({
      ...{ id, aggregateId, seq, type, version, at, actor, data },
    }));
  }

  try {
    const records = await record({
      async put(name, collection, rows) {
        await services[name].connection.collection<{ _id: string }>(collection).insertMany(rows);
      },
      ask: async (name, caller, document, variables = {}) =>
        dataOf(await services[name].request(document, variables, caller), document),
      async settle() {
        for (const name of SERVICES) {
          const news = await newsOf(name);
          for (const other of SERVICES) if (other !== name) await services[other].deliver(news);
        }
      },
    });
    return { services, records, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface EventRow {
  _id: string;
  aggregateId: string;
  seq: number;
  type: string;
  version: number;
  at: Date;
  actor: string;
  data: object;
}
