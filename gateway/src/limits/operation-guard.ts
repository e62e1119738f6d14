import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, Kind } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { countDocument, type DocumentCounts } from './document-counts.ts';
import { type Measure, measureOperation } from './measure.ts';

/** The most that one operation may ask for. */
export interface Limits {
  rootFields: number;
  directives: number;
  fragments: number;
  depth: number;
  aliases: number;
  cost: number;
}

const refuse = (code: string, message: string) =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

/** What is too much about an operation, in words; null when it is within the limits. */
export function excessOf(measure: Measure & DocumentCounts, limits: Limits): string | null {
  if (measure.depth > limits.depth)
    return `The operation is ${measure.depth} levels deep; the limit is ${limits.depth}.`;
  if (measure.aliases > limits.aliases)
    return `The operation has ${measure.aliases} aliases; the limit is ${limits.aliases}.`;
  if (measure.rootFields > limits.rootFields)
    return `The operation has ${measure.rootFields} fields at its root; the limit is ${limits.rootFields}.`;
  if (measure.directives > limits.directives)
    return `The document has ${measure.directives} directives; the limit is ${limits.directives}.`;
  if (measure.fragments > limits.fragments)
    return `The document has ${measure.fragments} fragments; the limit is ${limits.fragments}.`;
  if (measure.cost > limits.cost) {
    return `The operation costs ${measure.cost}; the limit is ${limits.cost}. Ask for fewer nodes (first) or fewer nested lists.`;
  }
  return null;
}

/**
 * Refuses, before anything is planned: an operation that is not named among several, subscriptions over POST (the stock
 * executor fails on both with a 500), and operations above the limits.
 */
export function operationGuard(
  limits: Limits,
  assumedSizes: ReadonlyMap<string, number>,
): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          if (!operation) {
            const names = document.definitions.flatMap((one) =>
              one.kind === Kind.OPERATION_DEFINITION ? [one.name?.value ?? 'an unnamed one'] : [],
            );
            throw refuse(
              'BAD_USER_INPUT',
              request.operationName
                ? `The document has no operation named ${JSON.stringify(request.operationName)}.`
                : `The document has ${names.length} operations; say with operationName which one to run: ${names.join(', ')}.`,
            );
          }
          contextValue.seen.operation = operation.name?.value ?? null;
          if (operation.operation === 'subscription') {
            throw refuse('BAD_USER_INPUT', 'Subscriptions are not answered over POST.');
          }
          const measure = measureOperation(schema, document, operation, {
            variables: request.variables ?? {},
            assumedSizes,
          });
          contextValue.seen.cost = measure.cost;
          const excess = excessOf({ ...measure, ...countDocument(document) }, limits);
          if (excess) throw refuse('QUERY_TOO_EXPENSIVE', excess);
        },
      };
    },
  };
}
