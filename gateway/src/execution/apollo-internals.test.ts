/** What the executor relies on inside of Apollo's packages. A new version of them that fails here needs a look at `execution/`. */

import { composeServices } from '@apollo/composition';
import { operationFromDocument } from '@apollo/federation-internals';
import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { expect, test } from '@jest/globals';
import { isSchema, parse } from 'graphql';
import { computeResponse, loadedGateway } from './apollo-internals.ts';

const SDL = parse('type Query { greeting: String! }');

async function opened() {
  const { supergraphSdl } = composeServices([{ name: 'one', url: 'http://one.test', typeDefs: SDL }]);
  const gateway = new ApolloGateway({
    supergraphSdl: supergraphSdl!,
    buildService: () => new LocalGraphQLDataSource(buildSubgraphSchema(SDL)),
  });
  await gateway.load({});
  return gateway;
}

test('a gateway that has not loaded is refused', () => {
  expect(() => loadedGateway(new ApolloGateway({ supergraphSdl: '' }))).toThrow('has not loaded');
});

test('a loaded gateway holds its schemas and its planner, and its executor can be replaced', async () => {
  const gateway = await opened();
  const { schema, supergraphSchema, apiSchema, queryPlanner } = loadedGateway(gateway);
  expect([isSchema(schema), isSchema(supergraphSchema)]).toEqual([true, true]);
  const operation = operationFromDocument(apiSchema, parse('{ greeting }'), { validate: false });
  expect(queryPlanner.buildQueryPlan(operation).node).toMatchObject({
    kind: 'Fetch',
    serviceName: 'one',
    operation: '{greeting}',
    operationKind: 'query',
  });
  expect(Object.hasOwn(gateway, 'executor')).toBe(true);
  await gateway.stop();
});

test('the shaping answers null and tells why where a value does not fit', async () => {
  const gateway = await opened();
  const { apiSchema } = loadedGateway(gateway);
  const operation = operationFromDocument(apiSchema, parse('{ greeting }'), { validate: false });
  const introspectionHandling = () => null;
  expect(computeResponse({ operation, input: { greeting: 'Hello' }, introspectionHandling })).toEqual({
    data: { greeting: 'Hello' },
    errors: [],
  });
  const { data, errors } = computeResponse({ operation, input: {}, introspectionHandling });
  expect([data, errors.map(({ path }) => path)]).toEqual([null, [['greeting']]]);
  await gateway.stop();
});
