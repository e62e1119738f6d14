import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type Dispatcher, request } from 'undici';
import type { InternalTokens } from '../authentication/internal-tokens.ts';
import type { GatewayContext } from '../context.ts';
import { maskSubgraphError, type RawError, type ReportFault, type SafeError } from './error-masking.ts';

export interface SubgraphOptions {
  /** As in the supergraph; the audience of the internal tokens. */
  name: string;
  url: string;
  timeoutMs: number;
  dispatcher: Dispatcher;
  tokens: InternalTokens;
  report: ReportFault;
  /** Told of every request, for the metrics. */
  observe(result: { subgraph: string; outcome: 'ok' | 'errors' | 'unavailable'; seconds: number }): void;
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: SafeError[];
}

type Processed = Awaited<ReturnType<GraphQLDataSource['process']>>;

/**
 * One subgraph over HTTP. Apollo's own source has no timeout and puts addresses and bodies into errors; this one answers a
 * subgraph that is slow, gone or broken with one coded error, so that the rest of the answer still reaches the caller.
 */
export class SubgraphDataSource implements GraphQLDataSource<GatewayContext> {
  readonly #options: SubgraphOptions;

  constructor(options: SubgraphOptions) {
    this.#options = options;
  }

  async process({ request: operation, context }: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<Processed> {
    const startedAt = performance.now();
    const answer = await this.#send(operation, context as GatewayContext);
    const unavailable = answer.errors?.some(({ extensions }) => extensions.code === 'UNAVAILABLE') && !answer.data;
    this.#options.observe({
      subgraph: this.#options.name,
      outcome: unavailable ? 'unavailable' : answer.errors ? 'errors' : 'ok',
      seconds: (performance.now() - startedAt) / 1000,
    });
    // The interface wants errors of graphql's class; what the gateway reads of them is message, path and extensions.
    return answer as unknown as Processed;
  }

  async #send(
    { query, variables, operationName }: { query?: string; variables?: unknown; operationName?: string },
    context: GatewayContext,
  ): Promise<Answer> {
    const { name, url, timeoutMs, dispatcher, tokens } = this.#options;
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = context.signal ? AbortSignal.any([context.signal, timeout]) : timeout;
    try {
      const token = await tokens(context.caller, name);
      const response = await request(url, {
        dispatcher,
        signal,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          authorization: `Bearer ${token}`,
          'x-request-id': context.requestId,
          traceparent: context.traceparent,
        },
        body: JSON.stringify({ query, variables, operationName }),
      });
      const text = await response.body.text();
      return this.#read(response.statusCode, text);
    } catch (fault) {
      return { errors: [this.#unavailable(fault, timeout.aborted)] };
    }
  }

  #read(status: number, text: string): Answer {
    const body = parsed(text);
    const { report } = this.#options;
    if (body === null) return { errors: [maskSubgraphError({ message: `HTTP ${status} without JSON` }, report)] };
    const errors = Array.isArray(body.errors)
      ? (body.errors as RawError[]).map((error) => maskSubgraphError(error, report))
      : [];
    const hasData = typeof body.data === 'object' && body.data !== null;
    if (errors.length === 0 && !hasData && body.data !== null) {
      errors.push(maskSubgraphError({ message: `HTTP ${status} without data` }, report));
    }
    return { ...(hasData && { data: body.data as Record<string, unknown> }), ...(errors.length > 0 && { errors }) };
  }

  #unavailable(fault: unknown, timedOut: boolean): SafeError {
    const { name, report, timeoutMs } = this.#options;
    report(`subgraph ${name}`, fault);
    const why = timedOut ? `did not answer within ${timeoutMs / 1000} s` : 'cannot be reached';
    return { message: `A part of the graph (${name}) ${why}.`, extensions: { code: 'UNAVAILABLE' } };
  }
}

function parsed(text: string): { data?: unknown; errors?: unknown } | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : null;
  } catch {
    return null;
  }
}
