/** Keeps a subgraph that fails from being asked again and again, and asks once more where only the connection was lost. */
import { BrokenCircuitError, CircuitState, circuitBreaker, handleWhen, SamplingBreaker } from 'cockatiel';
import { Abandoned, AnswerTooLarge, type Posted, type Posting, type Transport } from './transport.ts';

/** Faults of a connection: nothing has been answered. */
const CONNECTION_FAULTS = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT'],
]);

const isConnectionFault = (fault: unknown): boolean =>
  CONNECTION_FAULTS.has(String((fault as { code?: unknown } | null)?.code));

/** An answer that is none: a proxy's page, say, in the place of a subgraph that is gone. */
export class NoAnswer extends Error {}

const OPENING_BRACE = 0x7b;
const SERVER_FAULT = 500;

/** @throws NoAnswer for what cannot be a GraphQL answer */
function checked(posted: Posted): Posted {
  const { status, body } = posted;
  if (status >= SERVER_FAULT && body[0] !== OPENING_BRACE) throw new NoAnswer(`HTTP ${status} without JSON`);
  return posted;
}

export interface ResilienceOptions {
  /** The circuit opens when half of the requests of so many milliseconds failed, of at least `leastFailing`. */
  windowMs: number;
  leastFailing: number;
  /** How long an open circuit waits before it lets one request try, in milliseconds. */
  openMs: number;
  /** How many of a hundred requests may be sent a second time. */
  retryShare: number;
}

export const RESILIENCE: ResilienceOptions = { windowMs: 10_000, leastFailing: 10, openMs: 1_000, retryShare: 10 };

/** Retries that are saved up while nothing is retried. */
const MOST_SAVED = 100;
const PAUSE_MS = 20;

/** A request that may be sent again or not. */
export interface RepeatablePosting extends Posting {
  repeatable: boolean;
}

export interface ResilientTransport {
  /** @throws BrokenCircuitError while the circuit is open; else as the transport does */
  post(posting: RepeatablePosting): Promise<Posted>;
  close(): Promise<void>;
}

/**
 * One retry of what may be repeated, on a fault of the connection, within a budget: a share of the requests, so that a
 * subgraph that is down is not asked twice as often. A circuit breaker (SamplingBreaker) after that.
 */
export function resilient(
  transport: Transport,
  { windowMs, leastFailing, openMs, retryShare }: ResilienceOptions = RESILIENCE,
): ResilientTransport {
  // While one request tries whether the subgraph is there again, one that is given up has not found it.
  const isItsFault = (fault: unknown): boolean =>
    fault instanceof Abandoned ? breaker.state === CircuitState.HalfOpen : !(fault instanceof AnswerTooLarge);
  const breaker = circuitBreaker(handleWhen(isItsFault), {
    halfOpenAfter: openMs,
    breaker: new SamplingBreaker({
      threshold: 0.5,
      duration: windowMs,
      minimumRps: leastFailing / (windowMs / 1000),
    }),
  });
  let saved = MOST_SAVED / 10;

  async function attempt(posting: RepeatablePosting): Promise<Posted> {
    const startedAt = performance.now();
    try {
      return checked(await transport.post(posting));
    } catch (fault) {
      const left = posting.timeoutMs - (performance.now() - startedAt) - PAUSE_MS;
      const mayRetry = posting.repeatable && isConnectionFault(fault) && left > 0 && !posting.signal?.aborted;
      if (!mayRetry || saved < 1) throw fault;
      saved -= 1;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * Math.random()));
      return checked(await transport.post({ ...posting, timeoutMs: left }));
    }
  }

  return {
    async post(posting) {
      if (posting.signal?.aborted) throw new Abandoned();
      // Others do not wait for the one that tries.
      if (breaker.state === CircuitState.HalfOpen) throw new BrokenCircuitError();
      saved = Math.min(MOST_SAVED, saved + retryShare / 100);
      return breaker.execute(() => attempt(posting));
    },
    close: () => transport.close(),
  };
}
