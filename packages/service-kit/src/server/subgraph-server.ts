import type { IncomingHttpHeaders } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { formatErrorWith } from '../errors/format-error.ts';
import type { Logger } from '../observability/logger.ts';
import { metrics } from '../observability/metrics.ts';
import { buildSubgraph, type SubgraphParts } from '../schema/subgraph.ts';

/** The largest request that is taken, in bytes. */
const BODY_LIMIT = 1024 * 1024;
const REQUEST_ID = /^[\w-]{1,64}$/;

export interface SubgraphServerOptions<Viewer> extends SubgraphParts {
  /** Of the subgraph, such as `sales-network`. */
  name: string;
  /** Applied to the built schema, for example `applyAccess`. */
  transformSchema?(schema: GraphQLSchema): GraphQLSchema;
  /** Who asks. Whatever it throws, the answer is 401. */
  authenticate(headers: IncomingHttpHeaders): Promise<Viewer> | Viewer;
  /** What resolvers are given, made afresh for every request. */
  context(viewer: Viewer, request: { requestId: string; log: Logger }): object | Promise<object>;
  host?: string;
  /** 0 takes any free one. */
  port: number;
  log: Logger;
}

export interface SubgraphServer {
  url: string;
  port: number;
  schema: GraphQLSchema;
  /** Answers what is under way, takes nothing new, and lets go of every connection. */
  close(): Promise<void>;
}

/**
 * Serves a subgraph under `/graphql`. The whole port answers nothing but 401 to whoever shows no valid token:
 * `_service`, `_entities`, introspection, other paths and malformed requests included, before anything is read.
 * @throws an error with the code EADDRINUSE when the port is taken
 */
export async function startSubgraphServer<Viewer>(options: SubgraphServerOptions<Viewer>): Promise<SubgraphServer> {
  // Apollo's packages look for it in the environment when they report.
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  const { name, log, authenticate, context, transformSchema = (schema) => schema, host = '127.0.0.1' } = options;
  const schema = transformSchema(buildSubgraph(options));
  const apollo = new ApolloServer<object>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: formatErrorWith(log),
    logger: apolloLog(log),
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      measureOperations(name),
    ],
  });
  await apollo.start();

  const viewers = new WeakMap<FastifyRequest, Viewer>();
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : crypto.randomUUID();
    },
    // A path that cannot be decoded meets no hook: nobody has shown a token there either.
    frameworkErrors: (_error, _request, reply) => {
      unauthenticated(reply);
    },
  });

  app.addHook('onRequest', async (request, reply) => {
    try {
      viewers.set(request, await authenticate(request.headers));
    } catch (error) {
      log.debug({ err: error, requestId: request.id }, 'Turned away');
      return unauthenticated(reply);
    }
    return undefined;
  });
  app.setNotFoundHandler((_request, reply) => answer(reply, 404, 'NOT_FOUND', 'The graph is at /graphql.'));
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) return answer(reply, 413, 'BAD_REQUEST', 'The request is larger than 1 MB.');
    if (status < 500) return answer(reply, status, 'BAD_REQUEST', 'The request is no GraphQL request in JSON.');
    log.error({ err: error, id: request.id }, 'A fault behind an answer');
    return answer(reply, 500, 'INTERNAL', 'Something went wrong on our side.', request.id);
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => {
        const viewer = viewers.get(request);
        if (viewer === undefined) throw new Error('A request came past the authentication');
        const requestLog = log.child({ requestId: request.id });
        return context(viewer, { requestId: request.id, log: requestLog });
      },
    }),
  });

  try {
    await app.listen({ host, port: options.port });
  } catch (error) {
    await apollo.stop();
    throw error;
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    url: `http://${host}:${port}/graphql`,
    port,
    schema,
    async close() {
      await app.close();
      await apollo.stop();
    },
  };
}

const answer = (reply: FastifyReply, status: number, code: string, message: string, id?: string) =>
  reply
    .code(status)
    .header('content-type', 'application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify({ errors: [{ message, extensions: { code, ...(id && { id }) } }] }));

const unauthenticated = (reply: FastifyReply) =>
  answer(reply, 401, 'UNAUTHENTICATED', 'A valid token of the gateway is required.');

/** What Apollo says of itself is of use to nobody who runs the house. */
const apolloLog = (log: Logger) => ({
  debug: (message: unknown) => log.debug({}, String(message)),
  info: (message: unknown) => log.debug({}, String(message)),
  warn: (message: unknown) => log.warn({}, String(message)),
  error: (message: unknown) => log.error({}, String(message)),
});

function measureOperations(subgraph: string): ApolloServerPlugin<object> {
  const seconds = metrics.histogram({
    name: 'salesgraph_subgraph_operation_seconds',
    help: 'How long operations take in a subgraph',
    labelNames: ['subgraph', 'outcome'],
    buckets: [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
  });
  return {
    async requestDidStart() {
      const from = performance.now();
      return {
        async willSendResponse({ errors }) {
          const outcome = errors?.length ? 'errors' : 'succeeded';
          seconds.observe({ subgraph, outcome }, (performance.now() - from) / 1000);
        },
      };
    },
  };
}
