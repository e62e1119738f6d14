/**
 * Drops the frozen inputs of runs that have not counted for long. Scores, ranks, changes and hashes stay for ever, since
 * they explain pay, and so do the inputs of every run that was ever current in a locked month.
 */
import { defineJob, type JobDefinition } from '@salesgraph/jobs';
import { z } from 'zod';
import type { Stores } from '../stores.ts';

const DAY_MS = 86_400_000;
/** Runs whose inputs are dropped in one go. */
const BATCH = 50;

/**
 * Drops what is older than some days. It may be killed anywhere and be called again: a run is noted last.
 * @returns of how many runs the inputs were dropped
 */
export async function dropOldInputs(stores: Stores, keptDays: number): Promise<number> {
  const now = stores.clock.now();
  const before = new Date(now.getTime() - keptDays * DAY_MS);
  const locked = (await stores.periods.recorded()).filter(({ state }) => state === 'LOCKED').map(({ month }) => month);
  for (let dropped = 0; ; ) {
    const ids = (await stores.runs.withOldInputs(before, locked, BATCH)).map(({ id }) => id);
    if (ids.length === 0) return dropped;
    await stores.frozen.dropRuns(ids);
    await stores.runs.emptyShards(ids);
    await stores.runs.noteInputsDropped(ids, now);
    dropped += ids.length;
  }
}

/** @param keptDays how many days after its end a run keeps its inputs */
export const retentionJob = (stores: Stores, keptDays: number) =>
  defineJob({
    name: 'performance.score-retention',
    payload: z.object({}),
    id: () => 'retention',
    schedule: { everyMs: DAY_MS },
    attempts: 3,
    concurrency: 1,
    async handler(_, { log }) {
      const dropped = await dropOldInputs(stores, keptDays);
      if (dropped > 0) log.info({ runs: dropped, keptDays }, 'frozen inputs of old runs were dropped');
    },
  }) as unknown as JobDefinition;
