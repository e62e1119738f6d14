import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { sharedResolvers } from './scalars.ts';

/** What all subgraphs have in common: scalars, `@access`, money, paging, the result of an import. */
export const sharedTypeDefs: string = readFileSync(join(import.meta.dirname, 'shared.graphql'), 'utf8');

/** The federation directives that a service's SDL may use without more ado. */
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@provides", "@override", "@inaccessible", "@tag", "@cost", "@listSize"
])`;

/** The whole SDL of a subgraph. @param typeDefs the service's own, without `@link` and what is shared */
export const subgraphTypeDefs = (typeDefs: string): string => [LINK, sharedTypeDefs, typeDefs].join('\n\n');

/** Field resolvers, `__resolveReference`, enum values or a scalar, by type. */
// biome-ignore lint/suspicious/noExplicitAny: what a resolver is given is the business of the service that typed it
export type Resolvers = Record<string, any>;

export interface SubgraphParts {
  /** The service's own SDL, without `@link` and what is shared. */
  typeDefs: string;
  /** One map or several, which may add to the same types but not to the same fields. */
  resolvers: Resolvers | readonly Resolvers[];
}

/**
 * Builds the executable schema of a subgraph.
 * @throws Error when the SDL is no valid subgraph, or when two maps resolve the same field
 */
export const buildSubgraph = ({ typeDefs, resolvers }: SubgraphParts): GraphQLSchema =>
  buildSubgraphSchema({
    typeDefs: parse(subgraphTypeDefs(typeDefs)),
    resolvers: mergeResolvers([sharedResolvers, ...(Array.isArray(resolvers) ? resolvers : [resolvers])]),
  });

/** The SDL of a subgraph as composition and readers want it: one definition a type, with directives and descriptions. */
export const printSubgraph = (schema: GraphQLSchema): string => printSubgraphSchema(schema);

function mergeResolvers(maps: readonly Resolvers[]): Resolvers {
  const merged: Resolvers = {};
  for (const [type, fields] of maps.flatMap((map) => Object.entries(map))) {
    const present = merged[type];
    const twice = present && Object.keys(fields).find((field) => Object.hasOwn(present, field));
    if (twice) throw new Error(`${type}.${twice} is resolved twice`);
    // A scalar is an object of graphql-js and stays what it is.
    merged[type] = present ? { ...present, ...fields } : fields;
  }
  return merged;
}
