/** The subgraph sales-network: where cars are sold and served. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { organizationConsumer } from '@salesgraph/organization-model';
import type { ServiceDefinition, ServiceDeps } from '@salesgraph/runtime';
import { importResolvers } from './imports/imports.resolvers.ts';
import { createLoaders } from './loaders.ts';
import { nearestResolvers } from './nearest/nearest.resolvers.ts';
import { outletResolvers } from './outlets/outlets.resolvers.ts';
import { createStores } from './stores.ts';

const FEATURES = ['outlets', 'nearest', 'imports'];
const typeDefs = FEATURES.map((feature) =>
  readFileSync(join(import.meta.dirname, feature, `${feature}.graphql`), 'utf8'),
).join('\n');

/** Everything sales-network is made of; the runtime makes a process of it. */
export async function createSalesNetworkService(deps: ServiceDeps): Promise<ServiceDefinition> {
  const stores = createStores(deps);
  return {
    typeDefs,
    resolvers: [outletResolvers(stores), nearestResolvers(stores), importResolvers(stores)],
    jobs: [],
    consumers: [organizationConsumer(deps.connection, deps.name)],
    outboxModels: [stores.outlets.model],
    loaders: (viewer) => createLoaders(viewer, stores),
  };
}
