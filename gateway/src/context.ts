import type { Caller } from './authentication/caller.ts';

/** What belongs to one request: who asks, how it is recognised in logs, and when nobody waits for the answer any more. */
export interface GatewayContext {
  caller: Caller;
  requestId: string;
  /** W3C trace context of this hop, handed to every subgraph. */
  traceparent: string;
  /** Aborted when the caller has gone away. */
  signal: AbortSignal;
  /** Filled in while the request is worked on, for the access log. */
  seen: { operation: string | null; cost: number | null; errorCodes: string[] };
}
