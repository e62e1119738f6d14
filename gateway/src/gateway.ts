import { ApolloServer } from '@apollo/server';
import Fastify, { type FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { createAuthentication } from './authentication/caller.ts';
import { createInternalTokens } from './authentication/internal-tokens.ts';
import { type GatewayConfig, subgraphUrls } from './config.ts';
import type { GatewayContext } from './context.ts';
import { CompiledGateway } from './execution/compiled-gateway.ts';
import { stringifyAnswer } from './execution/json-text.ts';
import { registerGraphiql } from './graphiql/routes.ts';
import { answerPlugin } from './http/answer-plugin.ts';
import { type AccessEntry, graphqlRoute } from './http/graphql-route.ts';
import { shedLoad } from './http/load-shedding.ts';
import { requestIdFrom } from './http/trace.ts';
import { assumedSizesOf } from './limits/assumed-sizes.ts';
import { operationGuard } from './limits/operation-guard.ts';
import { SubgraphDataSource } from './subgraphs/data-source.ts';
import { maskOutgoingError, type ReportFault } from './subgraphs/error-masking.ts';
import { createSubgraphClient, type Fetched } from './subgraphs/subgraph-client.ts';

/** Where the gateway tells what it does; methods as of pino. */
export interface GatewayLog {
  debug(fields: object, message?: string): void;
  info(fields: object, message?: string): void;
  warn(fields: object, message?: string): void;
  error(fields: object, message?: string): void;
}

export interface GatewayOptions {
  config: GatewayConfig;
  supergraphSdl: string;
  log: GatewayLog;
  onAnswered?(entry: AccessEntry): void;
  onFetched?(result: Fetched): void;
}

/** A gateway that is ready to listen. */
export interface Gateway {
  app: FastifyInstance;
  /** Answers what is under way, then lets go of every connection. */
  close(): Promise<void>;
}

const MESSAGE_OF_TOO_MANY_TOKENS = /contains more that \d+ tokens/;
const LARGEST_ANSWER = 32 * 1024 * 1024;

/** Builds the one graph from the composed schema. @throws Error when the supergraph or the signing key cannot be used */
export async function createGateway({
  config,
  supergraphSdl,
  log,
  onAnswered,
  onFetched,
}: GatewayOptions): Promise<Gateway> {
  const report: ReportFault = (id, fault) => log.error({ id, err: fault }, 'fault behind an answer');
  const urls = subgraphUrls(config);
  const tokens = await createInternalTokens(config.GATEWAY_SIGNING_KEY_FILE);
  const client = createSubgraphClient({
    timeoutMs: config.SUBGRAPH_TIMEOUT_MS,
    connections: 64,
    largestAnswer: LARGEST_ANSWER,
    identify: async ({ caller }, subgraph) => ['authorization', `Bearer ${await tokens(caller, subgraph)}`],
    report,
    observe: (result) => onFetched?.(result),
  });

  const gateway = new CompiledGateway(
    {
      supergraphSdl,
      logger: apolloLog(log),
      debug: false,
      serviceHealthCheck: false,
      // Plans name the subgraphs and their queries; no caller needs them.
      __exposeQueryPlanExperimental: false,
      buildService: ({ name, url }) => {
        client.locate(name, urls[name] ?? url ?? '');
        return new SubgraphDataSource(name, client);
      },
    },
    client,
  );
  const limits = {
    rootFields: config.QUERY_MAX_ROOT_FIELDS,
    directives: config.QUERY_MAX_DIRECTIVES,
    fragments: config.QUERY_MAX_FRAGMENTS,
    depth: config.QUERY_MAX_DEPTH,
    aliases: config.QUERY_MAX_ALIASES,
    cost: config.QUERY_MAX_COST,
  };
  const introspection = config.INTROSPECTION ?? config.NODE_ENV !== 'production';
  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    logger: apolloLog(log),
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stringifyResult: stringifyAnswer,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: config.QUERY_MAX_TOKENS },
    formatError: (formatted, fault) => maskOutgoingError(recognised(formatted, fault), fault, report),
    plugins: [operationGuard(limits, assumedSizesOf(supergraphSdl)), answerPlugin(report)],
  });
  await apollo.start();

  const app = Fastify({
    bodyLimit: config.BODY_LIMIT_BYTES,
    genReqId: (request) => requestIdFrom(request.headers['x-request-id']),
    forceCloseConnections: 'idle',
  });
  const authenticate = createAuthentication({
    issuer: config.JWT_ISSUER,
    audience: config.JWT_AUDIENCE,
    jwksUrl: config.JWKS_URL,
    subjectClaim: config.SUBJECT_CLAIM,
  });
  await app.register(async (scope) => {
    await shedLoad(scope, {
      eventLoopDelayMs: config.MAX_EVENT_LOOP_DELAY_MS,
      inFlight: config.MAX_REQUESTS_IN_FLIGHT,
    });
    await graphqlRoute(scope, {
      apollo,
      authenticate,
      onAnswered: (entry) => {
        log.info(entry, 'request');
        onAnswered?.(entry);
      },
      onUnverifiable: (fault) => log.warn({ err: fault }, 'tokens cannot be verified'),
    });
  });
  if (config.GRAPHIQL) await registerGraphiql(app, { issuerUrl: config.ISSUER_URL });

  return {
    app,
    async close() {
      await app.close();
      await apollo.stop();
      await client.close();
    },
  };
}

/** Faults of a document that graphql-js reports without a code of our registry. */
function recognised(formatted: Parameters<typeof maskOutgoingError>[0], fault: unknown): typeof formatted {
  if (MESSAGE_OF_TOO_MANY_TOKENS.test(formatted.message)) {
    return { ...formatted, extensions: { code: 'QUERY_TOO_EXPENSIVE' } };
  }
  // A variable of the wrong type: the executor reports it without a code.
  if (fault instanceof GraphQLError && !fault.extensions.code && /^Variable "\$/.test(fault.message)) {
    return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } };
  }
  return formatted;
}

/** What the Apollo packages say, through our log. */
const apolloLog = (log: GatewayLog) => ({
  debug: (message: unknown) => log.debug({}, String(message)),
  info: (message: unknown) => log.debug({}, String(message)),
  warn: (message: unknown) => log.warn({}, String(message)),
  error: (message: unknown) => log.error({}, String(message)),
});
