import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { maskOutgoingError, type ReportFault } from '../subgraphs/error-masking.ts';

/**
 * The stock executor hides what a subgraph left out of a non-null field in `extensions.valueCompletion` and answers null
 * without a word. Here it becomes an error, as the specification has it, and the extensions stay empty.
 */
export function answerPlugin(report: ReportFault): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          const hidden = result.extensions?.valueCompletion as GraphQLError[] | undefined;
          delete result.extensions;
          if (hidden?.length) {
            result.errors = [...(result.errors ?? []), ...hidden.map((fault) => asInternal(fault, report))];
          }
          contextValue.seen.errorCodes = [...new Set(result.errors?.map(({ extensions }) => String(extensions?.code)))];
        },
      };
    },
  };
}

const asInternal = (fault: GraphQLError, report: ReportFault): GraphQLFormattedError =>
  maskOutgoingError({ message: fault.message, ...(fault.path && { path: fault.path }) }, fault, report);
