/**
 * The jobs of a score run: freeze, one a shard, publish, and the sweep that takes up what nobody holds. A job only says
 * what is to be looked at: where a run stands is in the database, so that any of them may be lost or come twice.
 */
import { defineJob, type JobContext, type JobDefinition, type Jobs } from '@salesgraph/jobs';
import { metrics } from '@salesgraph/service-kit';
import { z } from 'zod';
import type { Stores } from '../stores.ts';
import { ScoreMismatch } from './cards.store.ts';
import type { ScoreRun } from './runs.ts';
import { computeShard, freezeRun, Hopeless, isComputed, publishRun } from './scoring.commands.ts';

/** Faults after which a run ends; process deaths are none. */
const MOST_FAULTS = 8;
const SWEEP_MS = 5000;

const ofRun = z.object({ runId: z.string().min(1) });
const ofShard = z.object({ runId: z.string().min(1), shardId: z.string().min(1) });

export type Queue = Pick<Jobs, 'enqueue' | 'enqueueMany'>;
export type ScoringJobs = ReturnType<typeof scoringJobs>;

/** @param queueOf the queue, asked for when a job is to be put into it */
export function scoringJobs(stores: Stores, queueOf: () => Queue) {
  const mismatches = metrics.counter({
    name: 'salesgraph_score_mismatches_total',
    help: 'Scores that came out differently when computed again: an alarm',
    labelNames: [],
  });

  /** Does a part of a run; a part that fails again and again ends the run, and one that contradicts itself at once. */
  async function attempt(
    { log }: Pick<JobContext, 'log'>,
    { runId, shardId: shard }: { runId: string; shardId?: string },
    work: () => Promise<void>,
  ): Promise<void> {
    const end = async (reason: string) => {
      if (shard) await stores.runs.failShard(shard);
      await stores.runs.fail(runId, reason, stores.clock.now());
    };
    try {
      await work();
    } catch (error) {
      if (error instanceof ScoreMismatch || error instanceof Hopeless) {
        if (error instanceof ScoreMismatch) mismatches.inc();
        log.error({ err: error, runId, shardId: shard }, 'the run ends without being published');
        return end(error.message);
      }
      const faults = await (shard ? stores.runs.countShardFault(shard) : stores.runs.countFault(runId));
      if (faults < MOST_FAULTS) throw error;
      log.error({ err: error, runId, shardId: shard }, 'the run failed again and again');
      return end('It failed again and again; the log says why.');
    }
  }

  const publish = defineJob({
    name: 'performance.score-publish',
    payload: ofRun,
    id: ({ runId }) => `publish-${runId}`,
    handler: ({ runId }, context) => attempt(context, { runId }, () => publishRun(runId, stores)),
  });

  const shard = defineJob({
    name: 'performance.score-shard',
    payload: ofShard,
    id: ({ shardId: id }) => `shard-${id}`,
    async handler(payload, context) {
      await attempt(context, payload, () => computeShard(payload.shardId, stores));
      await proceed(payload.runId);
    },
  });

  const freeze = defineJob({
    name: 'performance.score-freeze',
    payload: ofRun,
    id: ({ runId }) => `freeze-${runId}`,
    async handler({ runId }, context) {
      await attempt(context, { runId }, () => freezeRun(runId, stores));
      await proceed(runId);
    },
  });

  /** Puts the jobs into the queue that a run needs to go on; those that wait or run already are left as they are. */
  async function proceed(runId: string): Promise<void> {
    const run = await stores.runs.byId(runId);
    if (run) await proceedWith(run);
  }

  async function proceedWith({ id: runId, state, frozenId }: ScoreRun): Promise<void> {
    const queue = queueOf();
    if (state === 'FREEZING') return queue.enqueue(freeze, { runId });
    if (state === 'PUBLISHING') return queue.enqueue(publish, { runId });
    if (state !== 'RUNNING' || frozenId === null) return;
    const shardIds = await stores.runs.unfinishedShards(runId, frozenId);
    if (shardIds.length > 0)
      return queue.enqueueMany(
        shard,
        shardIds.map((id) => ({ runId, shardId: id })),
      );
    if (await isComputed(runId, stores)) await queue.enqueue(publish, { runId });
  }

  const sweep = defineJob({
    name: 'performance.score-sweep',
    payload: z.object({}),
    id: () => 'sweep',
    schedule: { everyMs: SWEEP_MS },
    attempts: 1,
    concurrency: 1,
    async handler() {
      for (const run of await stores.runs.active()) await proceedWith(run);
    },
  });

  return {
    /** Has a run go on; when the queue does not answer, the sweep has it go on later. */
    async begin(runId: string): Promise<void> {
      await proceed(runId).catch(() => undefined);
    },
    definitions: [freeze, shard, publish, sweep] as unknown as readonly JobDefinition[],
  };
}
