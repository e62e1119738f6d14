import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayContext } from '../context.ts';
import type { ShownError } from '../execution/run.ts';
import type { SubgraphClient } from './subgraph-client.ts';

type Processed = Awaited<ReturnType<GraphQLDataSource['process']>>;

interface Answer {
  data?: Record<string, unknown>;
  errors?: ShownError[];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * One subgraph, as Apollo's stock executor asks it. Apollo's own source has no timeout and puts addresses and bodies into
 * errors; this one goes through the same client as the compiled executor.
 */
export class SubgraphDataSource implements GraphQLDataSource<GatewayContext> {
  readonly #name: string;
  readonly #client: SubgraphClient;

  constructor(name: string, client: SubgraphClient) {
    this.#name = name;
    this.#client = client;
  }

  async process({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<Processed> {
    const { query, variables, operationName } = request;
    const answer = await this.#client
      .send({
        subgraph: this.#name,
        body: JSON.stringify({ query, variables, operationName }),
        repeatable: query?.startsWith('query') ?? false,
        context: context as GatewayContext,
      })
      .then(({ text }) => this.#read(JSON.parse(text)))
      .catch((fault: unknown): Answer => ({ errors: [this.#client.readError(fault, this.#name)] }));
    // The interface wants errors of graphql's class; what the gateway reads of them is message, path and extensions.
    return answer as unknown as Processed;
  }

  #read({ data, errors: given }: { data?: unknown; errors?: unknown }): Answer {
    const errors = Array.isArray(given) ? given.map((error) => this.#client.readError(error, this.#name)) : [];
    if (errors.length === 0 && !isObject(data) && data !== null) {
      errors.push(this.#client.readError({ message: 'no data' }, this.#name));
    }
    return { ...(isObject(data) && { data }), ...(errors.length > 0 && { errors }) };
  }
}
