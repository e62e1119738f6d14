import { setTimeout as wait } from 'node:timers/promises';

/** One error of the graph. */
export interface GraphError {
  message: string;
  extensions?: { code?: string };
}

/** The graph refused, or could not be reached. */
export class GraphFault extends Error {
  /** A code of the registry; null when nothing answered. */
  readonly code: string | null;

  constructor(message: string, code: string | null, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

export interface GraphClientOptions {
  url: string;
  token: string;
  /** Ends waiting and retrying. */
  signal?: AbortSignal;
  /** How long a call is tried again after faults that pass. */
  patienceMs?: number;
  onRetry?(reason: string): void;
}

/** Speaks to the graph as any client does. */
export interface GraphClient {
  url: string;
  /** Tries again after faults that pass; what it sends must be safe to repeat. @throws GraphFault */
  ask<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
  /** Sends once, even when the client's signal is aborted: for the last words of an import. */
  tell<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
}

const TIMEOUT_MS = 60_000;
const LAST_WORDS_TIMEOUT_MS = 5_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
const PASSING_CODES = new Set<string | null>([
  ...['UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT', 'RATE_LIMITED'],
  null,
]);

export function createGraphClient({
  url,
  token,
  signal,
  patienceMs = 60_000,
  onRetry,
}: GraphClientOptions): GraphClient {
  let answered = false;

  async function once<T>(query: string, variables: Record<string, unknown>, until: AbortSignal): Promise<T> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
        signal: until,
      });
      text = await response.text();
    } catch (fault) {
      throw new GraphFault(`Nothing answers at ${url}.`, null, fault);
    }
    answered = true;
    return dataOf<T>(url, response.status, text);
  }

  return {
    url,
    tell: (query, variables = {}) => once(query, variables, AbortSignal.timeout(LAST_WORDS_TIMEOUT_MS)),
    async ask<T>(query: string, variables: Record<string, unknown> = {}) {
      const deadline = Date.now() + patienceMs;
      for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
        signal?.throwIfAborted();
        const timeout = AbortSignal.timeout(TIMEOUT_MS);
        try {
          return await once<T>(query, variables, signal ? AbortSignal.any([signal, timeout]) : timeout);
        } catch (fault) {
          signal?.throwIfAborted();
          // A graph that has never answered is not there; one that has is being started again.
          const passes = fault instanceof GraphFault && PASSING_CODES.has(fault.code) && answered;
          if (!passes || Date.now() + pause > deadline) throw fault;
          onRetry?.(fault.message);
          await wait(pause * (0.5 + Math.random() / 2), undefined, { signal });
        }
      }
    },
  };
}

function dataOf<T>(url: string, status: number, text: string): T {
  let body: { data?: T | null; errors?: GraphError[] };
  try {
    body = JSON.parse(text);
  } catch {
    throw new GraphFault(
      `${url} answered ${status} and no JSON: is it the graph?`,
      status >= 502 && status <= 504 ? 'UNAVAILABLE' : 'INTERNAL',
    );
  }
  const [error] = body.errors ?? [];
  if (error) throw new GraphFault(error.message, error.extensions?.code ?? 'INTERNAL');
  if (!body.data) throw new GraphFault(`${url} answered ${status} without data: is it the graph?`, 'INTERNAL');
  return body.data;
}
