/** HTTP to subgraphs: one pool of kept-alive connections each, dispatched without the layers of `fetch`. */
import { type Dispatcher, Pool } from 'undici';

export interface TransportOptions {
  /** Connections to a subgraph, each with one request at a time. */
  connections: number;
  /** The most bytes of one answer. */
  largestAnswer: number;
}

export interface Posting {
  headers: string[];
  body: string;
  timeoutMs: number;
  /** Aborts the request when the caller has gone away. */
  signal?: AbortSignal | undefined;
}

export interface Posted {
  status: number;
  body: Buffer;
}

/** A subgraph did not answer in time. */
export class TimedOut extends Error {}
/** The caller has gone away. */
export class Abandoned extends Error {}
/** An answer that is larger than is taken. */
export class AnswerTooLarge extends Error {}

export interface Transport {
  /** @throws TimedOut, Abandoned, AnswerTooLarge or what the connection failed with */
  post(posting: Posting): Promise<Posted>;
  close(): Promise<void>;
}

/** @param url where the subgraph answers */
export function openTransport(url: string, { connections, largestAnswer }: TransportOptions): Transport {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, {
    connections,
    pipelining: 1,
    keepAliveTimeout: 60_000,
    connect: { timeout: 3_000 },
    // Each request has its own limit of time.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const path = pathname + search;
  return {
    post: ({ headers, body, timeoutMs, signal }) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(new Abandoned());
        const handler = new Answering(resolve, reject, largestAnswer, timeoutMs, signal);
        pool.dispatch({ method: 'POST', path, headers, body }, handler);
      }),
    close: () => pool.close(),
  };
}

/** Collects one answer. */
class Answering implements Dispatcher.DispatchHandler {
  readonly #resolve: (posted: Posted) => void;
  readonly #reject: (fault: Error) => void;
  readonly #largest: number;
  readonly #signal: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout;
  readonly #onAbort = (): void => this.#stop(new Abandoned());
  #controller: Dispatcher.DispatchController | undefined;
  #stopped: Error | undefined;
  #status = 0;
  #size = 0;
  #chunks: Buffer[] = [];

  constructor(
    resolve: (posted: Posted) => void,
    reject: (fault: Error) => void,
    largest: number,
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#largest = largest;
    this.#signal = signal;
    this.#timer = setTimeout(() => this.#stop(new TimedOut()), timeoutMs);
    signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It was given up while it waited for a connection.
    if (this.#stopped) controller.abort(this.#stopped);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#largest) this.#stop(new AnswerTooLarge());
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#settle();
    const body = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.#resolve({ status: this.#status, body });
  }

  onResponseError(_: Dispatcher.DispatchController, fault: Error): void {
    this.#settle();
    this.#reject(this.#stopped ?? fault);
  }

  #stop(why: Error): void {
    if (this.#stopped) return;
    this.#stopped = why;
    this.#settle();
    this.#reject(why);
    this.#controller?.abort(why);
  }

  #settle(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }
}
