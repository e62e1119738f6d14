/** The subgraph performance: how well people and units do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { organizationConsumer } from '@salesgraph/organization-model';
import type { ServiceDefinition, ServiceDeps } from '@salesgraph/runtime';
import { factConsumer } from './facts/facts.jobs.ts';
import { importResolvers } from './imports/imports.resolvers.ts';
import { createLoaders } from './loaders.ts';
import { statisticsResolvers } from './statistics/statistics.resolvers.ts';
import { createStores } from './stores.ts';
import { targetResolvers } from './targets/targets.resolvers.ts';

const FEATURES = ['targets', 'statistics', 'imports'];
const typeDefs = FEATURES.map((feature) =>
  readFileSync(join(import.meta.dirname, feature, `${feature}.graphql`), 'utf8'),
).join('\n');

/** Everything performance is made of; the runtime makes a process of it. */
export async function createPerformanceService(deps: ServiceDeps): Promise<ServiceDefinition> {
  const stores = createStores(deps);
  return {
    typeDefs,
    resolvers: [targetResolvers(stores), statisticsResolvers(stores), importResolvers(stores)],
    jobs: [],
    consumers: [organizationConsumer(deps.connection, deps.name), factConsumer(deps.name, stores.facts)],
    outboxModels: [],
    loaders: (viewer) => createLoaders(viewer, stores),
  };
}
