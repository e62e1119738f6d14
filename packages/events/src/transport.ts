/** How events get from a relay to consumers. At least once, in any order; Mongo stays the truth on both ends. */
import type { Digest } from './digest.ts';
import type { DomainEvent, EventMessage } from './event.ts';

/** A consumer that wants to be rung for. */
export interface Subscription {
  service: string;
  consumer: string;
  queue: string;
  types: readonly string[];
}

/** A consumer's question to a producer. */
export type ReplayRequest =
  /** What did I miss? `asOf` is what both sides count back from. */
  | { kind: 'digest'; subscription: Subscription; asOf: string; digest: Digest }
  /** These, please. */
  | { kind: 'ids'; subscription: Subscription; ids: string[] };

/** What a consumer's queue holds. */
export type Delivery =
  | { kind: 'event'; event: EventMessage }
  /** A producer's answer: the events of a bucket in which the two differ. */
  | { kind: 'offer'; producer: string; ids: string[] }
  /** A producer's answer: whatever it had told at `asOf` has been heard. */
  | { kind: 'agreed'; producer: string; asOf: string }
  /** Somebody asked for a rebuild of what this consumer keeps. */
  | { kind: 'rebuild' };

export interface Transport {
  subscribe(subscription: Subscription): Promise<void>;
  subscriptions(): Promise<Subscription[]>;
  /** Rings for events; one that is rung for already is not rung for twice. */
  publish(queue: string, events: readonly DomainEvent[]): Promise<void>;
  /** Rings again for events that got lost, unless an earlier ring is still to be heard. */
  republish(queue: string, events: readonly DomainEvent[]): Promise<void>;
  offer(queue: string, producer: string, ids: readonly string[]): Promise<void>;
  agree(queue: string, producer: string, asOf: string): Promise<void>;
  /** Tells a consumer that a rebuild was asked for. */
  wake(queue: string): Promise<void>;
  ask(producer: string, request: ReplayRequest): Promise<void>;
  close(): Promise<void>;
}

export const replayQueue = (producer: string): string => `replay-${producer}`;
