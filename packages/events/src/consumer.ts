/** What listens to events: a name, the types it wants, and what they mean to it. */
import type { EventOf } from './event.ts';

/** Too many events in one batch would hold the others up; too few would cost a database call each. */
export const MAX_BATCH = 250;

/** A collection with one document an aggregate, under the aggregate's id, that `applyProjections` keeps. */
export interface Copy {
  /** The types of the events that its documents are states of. */
  types: readonly string[];
  model: { collection: unknown };
}

export interface Consumer {
  name: string;
  service: string;
  types: readonly string[];
  /**
   * Writes everything some events mean. Events come at least once and in any order, also those of one aggregate: what
   * is written stands under keys that follow from the event, all of it every time (see `applyProjections`). When it
   * throws, the events are tried again one by one, so that one bad event does not hold up its neighbours.
   */
  apply(events: readonly EventOf<string>[]): Promise<void>;
  /** What it keeps and nothing else feeds: it can be rebuilt from nothing. */
  copies?: readonly Copy[];
  /** Called when the copies have been rebuilt: documents may be gone without an event. */
  onRebuilt?(): Promise<void>;
}

/** Defines a consumer; `apply` is given events with the data that the contracts of its types promise. */
export function defineConsumer<const Types extends readonly string[]>(definition: {
  name: string;
  service: string;
  types: Types;
  apply(events: readonly EventOf<Types[number]>[]): Promise<void>;
  copies?: readonly { types: readonly Types[number][]; model: { collection: unknown } }[];
  onRebuilt?(): Promise<void>;
}): Consumer {
  if (!/^[a-z][a-z0-9-]*$/.test(definition.name)) {
    throw new TypeError(`A consumer's name has lower-case letters, digits and '-': ${definition.name}`);
  }
  return definition as unknown as Consumer;
}

/** The queue in which a consumer is rung for. */
export const queueOf = ({ service, name }: Pick<Consumer, 'service' | 'name'>): string => `events-${service}-${name}`;
