/**
 * What is taken from inside of Apollo's packages, in one place: they are pinned exactly, and
 * `apollo-internals.test.ts` holds what is relied on here.
 */
import { createRequire } from 'node:module';
import type { FieldSelection, Operation, Schema } from '@apollo/federation-internals';
import type { ApolloGateway } from '@apollo/gateway';
import type { QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { GraphQLError, GraphQLSchema } from 'graphql';

const require = createRequire(import.meta.url);

interface Shaping {
  operation: Operation;
  variables?: Record<string, unknown>;
  input: Record<string, unknown>;
  introspectionHandling(selection: FieldSelection): unknown;
}

interface Shaped {
  data: Record<string, unknown> | null | undefined;
  errors: GraphQLError[];
}

/** Apollo's own shaping of what was fetched into an answer: the reference for everything that is out of the ordinary. */
export const computeResponse = (
  require('@apollo/gateway/dist/resultShaping.js') as { computeResponse(shaping: Shaping): Shaped }
).computeResponse;

/** What a loaded gateway holds privately. */
export interface LoadedGateway {
  /** With what is not accessible to callers: representations may carry it. */
  supergraphSchema: GraphQLSchema;
  /** As callers see it. */
  apiSchema: Schema;
  schema: GraphQLSchema;
  queryPlanner: Pick<QueryPlanner, 'buildQueryPlan'>;
}

/** @throws TypeError before the gateway has loaded a supergraph */
export function loadedGateway(gateway: ApolloGateway): LoadedGateway {
  const { supergraphSchema, apiSchema, schema, queryPlanner } = gateway as unknown as Partial<LoadedGateway>;
  if (!supergraphSchema || !apiSchema || !schema || !queryPlanner) {
    throw new TypeError('The gateway has not loaded a supergraph.');
  }
  return { supergraphSchema, apiSchema, schema, queryPlanner };
}

export type { Operation, QueryPlan };
