/**
 * Makes a consumer's copies anew from what its producers have told, while they go on being read: what was heard is
 * forgotten, so reconciliation has everything told again; each event replaces the document it is of; and once the
 * producers agree, what does not fit is taken away or told once more, until all fits.
 *
 * Every step may be repeated and the process killed between any two of them: how far it is stands in `rebuilds`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { createLogger } from '@salesgraph/service-kit';
import type { Connection } from 'mongoose';
import { agreementsOf } from '../agreements.ts';
import type { Consumer } from '../consumer.ts';
import { producerOf } from '../event.ts';
import { inboxOf } from '../inbox.ts';
import { leaseOf } from '../lease.ts';
import { areEqual, comparisonOf, type Differences, stillThere } from './comparison.ts';
import { type Rebuild, rebuildsOf } from './rebuilds.ts';

const STEP_MS = 500;
const LEASE_MS = 15_000;
/** Steps between two questions to the producers: an answer needs a moment. */
const ASK_EVERY = 4;

export interface RebuilderOptions {
  consumer: Consumer;
  connection: Connection;
  /** Asks the producers what the consumer misses. */
  ask(): Promise<void>;
  /** Whether everything that was rung for has been taken in. */
  isIdle(): Promise<boolean>;
  log: ReturnType<typeof createLogger>;
  /** How long between two looks at how far it is. */
  stepMs?: number | undefined;
}

export interface Rebuilder {
  /** Looks whether there is something to rebuild. */
  wake(): void;
  close(): Promise<void>;
}

export function createRebuilder(options: RebuilderOptions): Rebuilder {
  const { consumer, connection, ask, isIdle, log, stepMs = STEP_MS } = options;
  const rebuilds = rebuildsOf(connection);
  const inbox = inboxOf(connection);
  const agreements = agreementsOf(connection);
  const comparison = comparisonOf(consumer, connection);
  const lease = leaseOf(connection, `rebuild ${consumer.name}`, LEASE_MS);
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  /** What did not fit at the last comparison, and when that was. */
  let last: { of: string; at: Date; differences: Differences[] } | null = null;
  let askedAt = 0;

  const haveAgreedSince = async (since: Date): Promise<boolean> => {
    const producers = [...new Set(consumer.types.map(producerOf))];
    const moments = await Promise.all(producers.map((producer) => agreements.last(consumer.name, producer)));
    return moments.every((moment) => moment !== null && moment > since);
  };

  async function advance(rebuild: Rebuild): Promise<void> {
    if (rebuild.state === 'STARTED') {
      await inbox.forget(consumer.name);
      await rebuilds.telling(rebuild.id, new Date());
      return;
    }
    const compared = last?.of === rebuild.id ? last : null;
    if (!(await haveAgreedSince(compared?.at ?? rebuild.tellingSince!))) {
      if (Date.now() - askedAt < ASK_EVERY * stepMs || !(await isIdle())) return;
      askedAt = Date.now();
      await ask();
      return;
    }
    const at = new Date();
    const differences = await comparison.compare();
    if (areEqual(differences)) {
      await consumer.onRebuilt?.();
      await rebuilds.finish(rebuild.id, await comparison.count(), new Date());
      log.info({ consumer: consumer.name, rebuild: rebuild.id }, 'a copy has been rebuilt');
      return;
    }
    // An event that is being taken in just now has its document before its marker: only what stays wrong is wrong.
    const removed = await comparison.mend(stillThere(differences, compared?.differences ?? []));
    await rebuilds.removed(rebuild.id, removed);
    last = { of: rebuild.id, at, differences };
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const rebuild = await rebuilds.open(consumer.name);
      if (!rebuild) break;
      if (await lease.hold()) await advance(rebuild);
      await sleep(stepMs, undefined, { ref: false });
    }
    await lease.release();
  }

  return {
    wake(): void {
      if (stopping.signal.aborted || !consumer.copies) return;
      running ??= run()
        .catch((error) =>
          log.warn({ err: error, consumer: consumer.name }, 'a rebuild halts; it goes on at the next look'),
        )
        .finally(() => {
          running = undefined;
        });
    },

    async close(): Promise<void> {
      stopping.abort();
      await running;
    },
  };
}
