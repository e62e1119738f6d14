/** What a service's process and its tests put together in the same way. */
import { applyAccess, type CallerClaims, createViewer } from '@salesgraph/access';
import type { Clock } from '@salesgraph/calendar';
import { type EventBus, ensureEventIndexes, eventResolvers, eventTypeDefs } from '@salesgraph/events';
import type { OrganizationView, Person } from '@salesgraph/organization-model';
import type { SubgraphParts } from '@salesgraph/service-kit';
import type { GraphQLSchema } from 'graphql';
import type { Connection } from 'mongoose';
import type { GraphContext, ServiceDefinition } from './definition.ts';

interface Assembled extends SubgraphParts {
  transformSchema(schema: GraphQLSchema): GraphQLSchema;
  context(claims: CallerClaims): GraphContext;
}

/** Creates every index of a service; safe to be done on every start, by several processes at once. */
export async function ensureIndexes(connection: Connection, { outboxModels }: ServiceDefinition): Promise<void> {
  await Promise.all(Object.values(connection.models).map((model) => model.createIndexes()));
  await ensureEventIndexes(connection, outboxModels);
}

/** The graph of a service with the face of its events, guarded by `@access`, and what its resolvers are given. */
export function assemble(
  name: string,
  { typeDefs, resolvers, loaders }: ServiceDefinition,
  given: { bus: Pick<EventBus, 'status' | 'replay' | 'rebuild'>; view: OrganizationView; clock: Clock; zone: string },
): Assembled {
  const { bus, view, clock, zone } = given;
  return {
    typeDefs: [typeDefs, eventTypeDefs(name)].join('\n'),
    resolvers: [...(Array.isArray(resolvers) ? resolvers : [resolvers]), eventResolvers(name, () => bus)],
    transformSchema: applyAccess,
    context(claims) {
      const viewer = createViewer<Person>(claims, view, { clock, zone });
      return { viewer, loaders: loaders(viewer) };
    },
  };
}
