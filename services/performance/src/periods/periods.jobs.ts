/** The schedule that looks after periods. It asks what is due, so ticks that were missed need not be made up for. */
import { defineJob, type JobDefinition } from '@salesgraph/jobs';
import { z } from 'zod';
import type { ScoringJobs } from '../scoring/scoring.jobs.ts';
import type { Stores } from '../stores.ts';
import { lookAfterPeriods } from './periods.commands.ts';

const EVERY_MS = 60_000;

/** @param closeAfterDays how many days after its end a month is closed */
export const periodJob = (stores: Stores, scoring: Pick<ScoringJobs, 'begin'>, closeAfterDays: number) =>
  defineJob({
    name: 'performance.periods',
    payload: z.object({}),
    id: () => 'look-after',
    schedule: { everyMs: EVERY_MS },
    attempts: 1,
    concurrency: 1,
    async handler(_, { log }) {
      const { started, heldBack, reasons } = await lookAfterPeriods(stores, closeAfterDays);
      if (heldBack.length > 0) log.warn({ months: heldBack, reasons }, 'months that are due stay open for now');
      for (const { id, month, revision } of started) {
        log.info({ month, revision }, 'the period is scored');
        await scoring.begin(id);
      }
    },
  }) as unknown as JobDefinition;
