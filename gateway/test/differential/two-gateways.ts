/** The stock executor and ours over the same subgraphs, which misbehave for both alike. */
import { ApolloGateway, type GatewayConfig } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../../src/context.ts';
import { CompiledGateway } from '../../src/execution/compiled-gateway.ts';
import { stringifyAnswer } from '../../src/execution/json-text.ts';
import type { SendToSubgraph, ShownError } from '../../src/execution/run.ts';
import { SubgraphDataSource } from '../../src/subgraphs/data-source.ts';
import { type Fault, type MockSubgraph, mockSubgraph } from './mock-subgraph.ts';
import type { TrickySupergraph } from './supergraphs.ts';

/** Which subgraphs misbehave, and how. */
export interface Faults {
  of: ReadonlyMap<string, Fault>;
  seed: number;
}

export interface Answered {
  /**
   * Not compared by the order of fields: where a field is selected twice with conditions, Apollo groups what the
   * specification (CollectFields) keeps in the order of first selection.
   */
  data: unknown;
  /** Sorted: in which order parallel fetches fail is nobody's promise. */
  errors: string[];
  /** Faults that the stock executor hides in extensions, sorted. */
  hidden: string[];
}

export interface TwoGateways {
  schema: GraphQLSchema;
  stock(text: string, variables: object, faults: Faults): Promise<Answered>;
  ours(text: string, variables: object, faults: Faults): Promise<Answered>;
  /** How many operations were answered by the compiled executor, left to the stock one, and shaped by Apollo's code. */
  counts: { stock: number; shaped: number; fetches: { stock: number; ours: number } };
  close(): Promise<void>;
}

const NO_ANSWER = new Set(['UNAVAILABLE', 'INTERNAL', 'INTERNAL_SERVER_ERROR', 'DOWNSTREAM_SERVICE_ERROR']);

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

const shown = (error: unknown): ShownError => {
  const { message, path, extensions } = error as ShownError;
  if (error instanceof Error) return { message: 'no answer', extensions: { code: 'UNAVAILABLE' } };
  return { message, ...(path && { path }), extensions: extensions ?? { code: 'INTERNAL' } };
};

export async function twoGateways({ sdl, subgraphs }: TrickySupergraph): Promise<TwoGateways> {
  const mocks = new Map<string, MockSubgraph>(
    Object.entries(subgraphs).map(([name, typeDefs]) => [name, mockSubgraph(name, typeDefs)]),
  );
  const counts = { stock: 0, shaped: 0, fetches: { stock: 0, ours: 0 } };
  const sender =
    (side: 'stock' | 'ours'): SendToSubgraph =>
    async ({ subgraph, body, context }) => {
      counts.fetches[side] += 1;
      const { faults } = context as unknown as { faults: Faults };
      const text = await mocks.get(subgraph)!.answer(body, faults.of.get(subgraph) ?? 'NONE', faults.seed);
      if (!text.startsWith('{')) throw new Error('no JSON');
      return { text, plain: !text.includes('\\') };
    };
  const clientOf = (side: 'stock' | 'ours') => ({
    send: sender(side),
    readError: shown,
    locate: () => undefined,
    close: async () => undefined,
  });
  const configOf = (side: 'stock' | 'ours'): GatewayConfig => ({
    supergraphSdl: sdl,
    logger: quiet,
    buildService: ({ name }) => new SubgraphDataSource(name, clientOf(side)),
  });
  const stock = new ApolloGateway(configOf('stock'));
  const ours = new CompiledGateway(configOf('ours'), {
    ...clientOf('ours'),
    onStock: () => {
      counts.stock += 1;
    },
    onShaped: () => {
      counts.shaped += 1;
    },
  });
  const serve = async (gateway: ApolloGateway) => {
    const server = new ApolloServer<GatewayContext>({
      gateway,
      logger: quiet,
      includeStacktraceInErrorResponses: false,
    });
    await server.start();
    return server;
  };
  const servers = { stock: await serve(stock), ours: await serve(ours) };

  async function ask(side: 'stock' | 'ours', query: string, variables: object, faults: Faults): Promise<Answered> {
    const { body } = await servers[side].executeOperation(
      { query, variables: variables as Record<string, unknown>, operationName: 'Made' },
      { contextValue: { faults } as unknown as GatewayContext },
    );
    if (body.kind !== 'single') throw new Error('An answer in parts');
    const {
      data,
      errors = [],
      extensions,
    } = JSON.parse(stringifyAnswer(body.singleResult)) as {
      data?: unknown;
      errors?: GraphQLFormattedError[];
      extensions?: { valueCompletion?: GraphQLFormattedError[] };
    };
    const said = ({ message, path, extensions }: GraphQLFormattedError) =>
      // The stock executor has words and codes of its own for an answer that is none.
      NO_ANSWER.has(String(extensions?.code)) ? 'no answer' : JSON.stringify([message, path ?? null, extensions?.code]);
    return {
      data,
      errors: errors.map(said).sort(),
      hidden: (extensions?.valueCompletion ?? []).map(({ message, path }) => JSON.stringify([message, path])).sort(),
    };
  }

  return {
    schema: (ours as unknown as { schema: GraphQLSchema }).schema,
    stock: (text, variables, faults) => ask('stock', text, variables, faults),
    ours: (text, variables, faults) => ask('ours', text, variables, faults),
    counts,
    async close() {
      await Promise.all(Object.values(servers).map((server) => server.stop()));
    },
  };
}
