import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Authenticate, AuthenticationError, type Caller } from '../authentication/caller.ts';
import type { GatewayContext } from '../context.ts';
import { refuse } from './refusal.ts';
import { traceparentFrom } from './trace.ts';

/** One answered request, for the access log and the metrics. */
export interface AccessEntry {
  requestId: string;
  trace: string;
  method: string;
  status: number;
  milliseconds: number;
  subject: string | null;
  operation: string | null;
  cost: number | null;
  errorCodes: string[];
}

export interface GraphqlRouteOptions {
  apollo: ApolloServer<GatewayContext>;
  authenticate: Authenticate;
  onAnswered(entry: AccessEntry): void;
  onUnverifiable(fault: unknown): void;
}

interface Seen {
  startedAt: number;
  caller: Caller | null;
  context: GatewayContext | null;
  traceparent: string;
}

/** `/graphql`: whoever shows no valid token is turned away before anything is parsed, introspection included. */
export async function graphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): Promise<void> {
  const { apollo, authenticate, onAnswered, onUnverifiable } = options;
  const seen = new WeakMap<FastifyRequest, Seen>();

  app.addHook('onRequest', async (request, reply) => {
    const traceparent = traceparentFrom(request.headers.traceparent);
    const state: Seen = { startedAt: performance.now(), caller: null, context: null, traceparent };
    seen.set(request, state);
    reply.header('x-request-id', request.id);
    try {
      state.caller = await authenticate(request.headers.authorization);
    } catch (fault) {
      if (!(fault instanceof AuthenticationError)) throw fault;
      if (fault.code === 'UNAVAILABLE') {
        onUnverifiable(fault.cause);
        return refuse(reply, 503, fault.code, fault.message);
      }
      reply.header('www-authenticate', 'Bearer');
      return refuse(reply, 401, fault.code, fault.message);
    }
    return undefined;
  });

  app.addHook('onResponse', async (request, reply) => {
    const state = seen.get(request);
    if (!state) return;
    onAnswered({
      requestId: request.id,
      trace: state.traceparent.split('-')[1]!,
      method: request.method,
      status: reply.statusCode,
      milliseconds: Math.round((performance.now() - state.startedAt) * 10) / 10,
      subject: state.caller?.subject ?? null,
      operation: state.context?.seen.operation ?? null,
      cost: state.context?.seen.cost ?? null,
      errorCodes: state.context?.seen.errorCodes ?? [],
    });
  });

  /** Too large a body, or one that is no JSON: the only faults that arise outside of Apollo Server. */
  app.setErrorHandler((fault: { statusCode?: number; message: string }, _request, reply) => {
    const status = fault.statusCode ?? 500;
    if (status === 413) return refuse(reply, 413, 'BAD_USER_INPUT', 'The request body is larger than the graph takes.');
    if (status < 500) return refuse(reply, status, 'BAD_USER_INPUT', 'The request is no GraphQL request in JSON.');
    onUnverifiable(fault);
    return refuse(reply, 500, 'INTERNAL', 'Something went wrong on our side.');
  });

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply): Promise<GatewayContext> => {
        const state = seen.get(request)!;
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort());
        state.context = {
          caller: state.caller!,
          requestId: request.id,
          traceparent: state.traceparent,
          signal: gone.signal,
          seen: { operation: null, cost: null, errorCodes: [] },
        };
        return state.context;
      },
    }),
  });
}
