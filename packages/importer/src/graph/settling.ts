import { setTimeout as wait } from 'node:timers/promises';
import type { ServiceName, Settlement } from '../mapping/mapping.ts';
import type { GraphClient } from './client.ts';

/** Events of one type: how many, and a hash over them that does not depend on their order. */
export interface EventFlow {
  producer: string;
  type: string;
  count: number;
  hash: string;
}

export interface EventStatus {
  pending: number;
  produced: EventFlow[];
  consumed: EventFlow[];
}

/** How far a read model is behind. */
export interface Lag {
  producer: ServiceName;
  consumer: ServiceName;
  type: string;
  taken: number;
  told: number;
}

export interface SettlingOptions {
  client: GraphClient;
  signal?: AbortSignal;
  /** Gives up when nothing has moved for so long. */
  patienceMs?: number;
  onWaiting?(lags: Lag[], pending: number): void;
}

/** Read models do not move any more although events are missing. */
export class NotSettled extends Error {}

const FLOW = '{ producer type count hash }';
const PAUSE_MS = 150;
/** Counting what was told and heard is work for those who are waited for: about a fifth of their time. */
const PAUSE_PER_ANSWER = 4;
const LONGEST_PAUSE_MS = 2_000;

const fieldOf = (service: ServiceName) =>
  `${service.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Events`;

/**
 * What the consumers have not taken over yet: of a service that listens with several, the one furthest behind. Equal counts
 * with different hashes count as one event behind.
 */
export function lagsOf(settlements: Settlement[], statusOf: (service: ServiceName) => EventStatus): Lag[] {
  return settlements.flatMap(({ producer, consumers, types }) =>
    types.flatMap((type) => {
      const told = statusOf(producer).produced.find((flow) => flow.type === type);
      if (!told || told.count === 0) return [];
      return consumers.flatMap((consumer): Lag[] => {
        const heard = statusOf(consumer).consumed.filter((flow) => flow.producer === producer && flow.type === type);
        const behind = heard.filter(({ count, hash }) => count !== told.count || hash !== told.hash);
        if (heard.length > 0 && behind.length === 0) return [];
        const taken = Math.min(...(heard.length > 0 ? behind.map(({ count }) => count) : [0]), told.count - 1);
        return [{ producer, consumer, type, taken, told: told.count }];
      });
    }),
  );
}

/** Waits until every consumer has taken over all that the producers told. @throws NotSettled when it stands still */
export async function settle(
  settlements: Settlement[],
  { client, signal, patienceMs = 60_000, onWaiting }: SettlingOptions,
): Promise<void> {
  if (settlements.length === 0) return;
  const services = [...new Set(settlements.flatMap(({ producer, consumers }) => [producer, ...consumers]))];
  const document = `query Settled { ${services.map((name) => `${fieldOf(name)} { pending produced ${FLOW} consumed ${FLOW} }`).join(' ')} }`;

  let seen = '';
  let pause = PAUSE_MS;
  for (let movedAt = Date.now(); ; await wait(pause, undefined, { signal })) {
    const askedAt = Date.now();
    const answer = await client.ask<Record<string, EventStatus>>(document);
    pause = Math.min(Math.max(PAUSE_MS, PAUSE_PER_ANSWER * (Date.now() - askedAt)), LONGEST_PAUSE_MS);
    const statusOf = (service: ServiceName) => answer[fieldOf(service)]!;
    const pending = settlements.reduce((sum, { producer }) => sum + statusOf(producer).pending, 0);
    const lags = lagsOf(settlements, statusOf);
    if (pending === 0 && lags.length === 0) return;
    onWaiting?.(lags, pending);
    const now = JSON.stringify([pending, lags]);
    if (now !== seen) {
      seen = now;
      movedAt = Date.now();
    } else if (Date.now() - movedAt > patienceMs) {
      throw new NotSettled(wordsFor(lags, pending, patienceMs));
    }
  }
}

function wordsFor(lags: Lag[], pending: number, patienceMs: number): string {
  const [lag] = lags;
  const what = lag
    ? `${lag.consumer} has taken over ${lag.taken} of ${lag.told} events ${lag.type} of ${lag.producer}`
    : `${pending} events are still in the outbox`;
  return `${what}, and nothing has moved for ${Math.round(patienceMs / 1000)} s. The rows are in; run the import again once the workers are running.`;
}
