/** The subgraph customers: whom the company sells to, and what it sells to them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessReportTypeDefs } from '@salesgraph/access';
import { organizationConsumer } from '@salesgraph/organization-model';
import type { ServiceDefinition, ServiceDeps } from '@salesgraph/runtime';
import { reportResolvers } from './access-report/access-report.resolvers.ts';
import { customerResolvers } from './customers/customers.resolvers.ts';
import { importResolvers } from './imports/imports.resolvers.ts';
import { createLoaders } from './loaders.ts';
import { opportunityResolvers } from './opportunities/opportunities.resolvers.ts';
import { outletConsumer } from './outlets/outlets.jobs.ts';
import { pipelineResolvers } from './pipeline/pipeline.resolvers.ts';
import { processResolvers } from './process/process.resolvers.ts';
import { productResolvers } from './products/products.resolvers.ts';
import { qualityResolvers } from './quality/quality.resolvers.ts';
import { createStores } from './stores.ts';

const FEATURES = [
  'customers',
  'process',
  'products',
  'opportunities',
  'pipeline',
  'quality',
  'access-report',
  'imports',
];
const typeDefs = [
  ...FEATURES.map((feature) => readFileSync(join(import.meta.dirname, feature, `${feature}.graphql`), 'utf8')),
  accessReportTypeDefs,
].join('\n');

/** Everything customers is made of; the runtime makes a process of it. */
export async function createCustomersService(deps: ServiceDeps): Promise<ServiceDefinition> {
  const stores = createStores(deps);
  await stores.processes.seed();
  return {
    typeDefs,
    resolvers: [
      ...[customerResolvers(stores), opportunityResolvers(stores), productResolvers(stores)],
      ...[processResolvers, pipelineResolvers, qualityResolvers(stores), importResolvers(stores)],
      reportResolvers(stores),
    ],
    jobs: [],
    consumers: [organizationConsumer(deps.connection, deps.name), outletConsumer(deps.name, stores.outlets)],
    outboxModels: [stores.customers.model, stores.opportunities.model],
    loaders: (viewer) => createLoaders(viewer, stores),
  };
}
