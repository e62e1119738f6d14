import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { SendToSubgraph, ShownError, SubgraphText } from '../execution/run.ts';
import { maskSubgraphError, type RawError, type ReportFault } from './error-masking.ts';
import { type ResilienceOptions, type ResilientTransport, resilient } from './resilience.ts';
import { AnswerTooLarge, openTransport, TimedOut, type TransportOptions } from './transport.ts';

/** What a request to a subgraph came to, for the metrics. */
export interface Fetched {
  subgraph: string;
  outcome: 'ok' | 'errors' | 'unavailable';
  seconds: number;
}

export interface SubgraphClientOptions extends TransportOptions {
  timeoutMs: number;
  resilience?: ResilienceOptions;
  /** Headers that say who asks, as names and values in turn. */
  identify(context: GatewayContext, subgraph: string): Promise<string[]> | string[];
  report: ReportFault;
  /** Told of every request. */
  observe(result: Fetched): void;
}

/** All subgraphs over HTTP. */
export interface SubgraphClient {
  /** Says where a subgraph answers from now on; what is under way to its old address is answered from there. */
  locate(subgraph: string, url: string): void;
  send: SendToSubgraph;
  /** An error of a subgraph, or the fault of a request to one, as callers see it. */
  readError(error: unknown, subgraph: string): ShownError;
  close(): Promise<void>;
}

/** Why a part of the graph gave no answer: what callers are told. */
class SubgraphFault extends GraphQLError {}

const subgraphFault = (code: 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_UNAVAILABLE', subgraph: string, why: string) =>
  new SubgraphFault(`A part of the graph (${subgraph}) ${why}.`, { extensions: { code } });

const BACKSLASH = 0x5c;
const LOOKS_LIKE_ERRORS = '"errors"';

/**
 * A subgraph that is slow, gone or broken is one coded error, so that the rest of the answer still reaches the caller.
 * Nothing of its address or of what it answered instead gets out.
 */
export function createSubgraphClient(options: SubgraphClientOptions): SubgraphClient {
  const { timeoutMs, identify, report, observe } = options;
  const transports = new Map<string, { url: string; transport: ResilientTransport }>();

  function unavailable(fault: unknown, subgraph: string): SubgraphFault {
    report(`subgraph ${subgraph}`, fault);
    if (fault instanceof TimedOut) {
      return subgraphFault('SUBGRAPH_TIMEOUT', subgraph, `did not answer within ${timeoutMs / 1000} s`);
    }
    const why = fault instanceof AnswerTooLarge ? 'answered with more than is taken' : 'cannot be reached';
    return subgraphFault('SUBGRAPH_UNAVAILABLE', subgraph, why);
  }

  const send: SendToSubgraph = async ({ subgraph, body, repeatable, context }) => {
    const startedAt = performance.now();
    let outcome: Fetched['outcome'] = 'unavailable';
    try {
      const transport = transports.get(subgraph)?.transport;
      if (!transport) throw new Error(`The supergraph names ${subgraph}, for which there is no address.`);
      const identity = await identify(context, subgraph);
      const headers = [
        ...['content-type', 'application/json', 'accept', 'application/graphql-response+json, application/json'],
        ...['x-request-id', context.requestId, 'traceparent', context.traceparent],
        ...identity,
      ];
      const posted = await transport
        .post({ headers, body, repeatable, timeoutMs, signal: context.signal })
        .catch((fault) => {
          throw unavailable(fault, subgraph);
        });
      const answer = readable(posted.status, posted.body);
      outcome = answer.text.includes(LOOKS_LIKE_ERRORS) ? 'errors' : 'ok';
      return answer;
    } finally {
      observe({ subgraph, outcome, seconds: (performance.now() - startedAt) / 1000 });
    }
  };

  return {
    locate(subgraph, url) {
      const present = transports.get(subgraph);
      if (present?.url === url) return;
      transports.set(subgraph, { url, transport: resilient(openTransport(url, options), options.resilience) });
      present?.transport.close().catch((fault: unknown) => report(`subgraph ${subgraph}`, fault));
    },
    send,
    readError: (error) =>
      error instanceof SubgraphFault
        ? { message: error.message, extensions: { code: error.extensions.code } }
        : maskSubgraphError(error instanceof Error ? { message: error.message } : (error as RawError), report),
    async close() {
      await Promise.all([...transports.values()].map(({ transport }) => transport.close()));
    },
  };
}

/** A body as text. @throws Error when it cannot be a GraphQL answer */
function readable(status: number, body: Buffer): SubgraphText {
  const text = body.toString('utf8');
  // What is no JSON object is told by its status: the body may be anything, a proxy's page say.
  if (body[0] !== 0x7b) throw new Error(`HTTP ${status} without JSON`);
  return { text, plain: !body.includes(BACKSLASH) };
}
