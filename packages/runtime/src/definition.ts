/** What a service is made of, and what it is given to be made with. */
import type { CallerClaims, Viewer } from '@salesgraph/access';
import type { Clock } from '@salesgraph/calendar';
import type { Consumer, EventBus } from '@salesgraph/events';
import type { JobDefinition, Jobs } from '@salesgraph/jobs';
import type { OrganizationView, Person } from '@salesgraph/organization-model';
import type { createLogger, SubgraphParts } from '@salesgraph/service-kit';
import type { Connection } from 'mongoose';

/** What a service is made with. */
export interface ServiceDeps {
  /** Of the service, such as `sales-network`. */
  name: string;
  /** To the service's own database. */
  connection: Connection;
  clock: Clock;
  /** The business time zone (IANA). */
  zone: string;
  /** The organization as this service knows it. */
  view: OrganizationView;
  /** Where work is put that takes time. */
  jobs: Pick<Jobs, 'enqueue' | 'enqueueMany'>;
  /** How far the service knows that it has heard everything; a worker asks, and the answers come later. */
  events: Pick<EventBus, 'reconcileNow' | 'unsettled'>;
  log: ReturnType<typeof createLogger>;
}

/** What a service is made of; the runtime makes a process of it. */
export interface ServiceDefinition extends SubgraphParts {
  jobs: readonly JobDefinition[];
  consumers: readonly Consumer[];
  /** The models of the aggregates whose events the relay carries. */
  outboxModels: readonly { collection: unknown }[];
  /** What one request reads, collected: made afresh for every request. */
  loaders(viewer: Viewer<Person>): object;
}

export type CreateService = (deps: ServiceDeps) => Promise<ServiceDefinition>;

/** What every resolver is given beside its arguments. A service names its own loaders. */
export interface GraphContext<Loaders = unknown> {
  viewer: Viewer<Person>;
  loaders: Loaders;
}

/** The claims of a caller as tests and tools name it: `administrator`, `importer`, or an employee's code. */
export const claimsOf = (caller: string): CallerClaims => {
  if (caller === 'administrator') return { sub: caller, kind: 'SERVICE', account: 'ADMINISTRATOR' };
  if (caller === 'importer') return { sub: caller, kind: 'SERVICE', account: 'IMPORTER' };
  return { sub: caller, kind: 'EMPLOYEE' };
};
