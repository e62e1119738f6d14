/** The subgraph collaboration: how people work together. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { organizationConsumer } from '@salesgraph/organization-model';
import type { ServiceDefinition, ServiceDeps } from '@salesgraph/runtime';
import { channelResolvers } from './channels/channels.resolvers.ts';
import { subjectConsumer } from './discussions/discussions.jobs.ts';
import { discussionResolvers } from './discussions/discussions.resolvers.ts';
import { createLoaders } from './loaders.ts';
import { messageResolvers } from './messages/messages.resolvers.ts';
import { createStores } from './stores.ts';

const FEATURES = ['channels', 'messages', 'discussions'];
const typeDefs = FEATURES.map((feature) =>
  readFileSync(join(import.meta.dirname, feature, `${feature}.graphql`), 'utf8'),
).join('\n');

/** Everything collaboration is made of; the runtime makes a process of it. */
export async function createCollaborationService(deps: ServiceDeps): Promise<ServiceDefinition> {
  const stores = createStores(deps);
  return {
    typeDefs,
    resolvers: [channelResolvers(stores), messageResolvers(stores), discussionResolvers],
    jobs: [],
    consumers: [organizationConsumer(deps.connection, deps.name), subjectConsumer(deps.name, stores.subjects)],
    outboxModels: [],
    loaders: (viewer) => createLoaders(viewer, stores),
  };
}
