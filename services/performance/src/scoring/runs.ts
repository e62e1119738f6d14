/** A score run: one computation of a period, published as a whole or not at all. */
import type { Month } from '@salesgraph/calendar';
import { idFromCode } from '@salesgraph/service-kit';
import type { FormulaTerms, Group } from '../formulas/formulas.ts';

export const RUN_STATES = ['FREEZING', 'RUNNING', 'PUBLISHING', 'PUBLISHED', 'SUPERSEDED', 'FAILED'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** States of a run that is under way; a period has one such run at most. */
export const ACTIVE_STATES: readonly RunState[] = ['FREEZING', 'RUNNING', 'PUBLISHING'];

/** Every move there is; `docs/score-runs.md` is drawn from this table. */
export const RUN_MOVES: readonly { from: RunState; to: RunState; by: string }[] = [
  { from: 'FREEZING', to: 'RUNNING', by: 'the inputs are kept and cut into shards' },
  { from: 'RUNNING', to: 'PUBLISHING', by: 'every shard is done' },
  { from: 'PUBLISHING', to: 'PUBLISHED', by: 'the period points to the run' },
  { from: 'PUBLISHED', to: 'SUPERSEDED', by: 'a later revision is published' },
  { from: 'FREEZING', to: 'FAILED', by: 'the inputs cannot be kept, again and again' },
  { from: 'RUNNING', to: 'FAILED', by: 'a shard fails again and again, or computes something else than before' },
  { from: 'PUBLISHING', to: 'FAILED', by: 'the period was locked meanwhile, or publishing fails again and again' },
];

/** Whether a run may go from one state to another. */
export const mayMoveRun = (from: RunState, to: RunState): boolean =>
  RUN_MOVES.some((move) => move.from === from && move.to === to);

/** The formula of a group as it was when the inputs were frozen. */
export interface FrozenFormula extends FormulaTerms {
  id: string;
  hash: string;
  group: Group;
}

export interface ScoreRun {
  id: string;
  month: Month;
  /** Counted from 1 within the period. */
  revision: number;
  state: RunState;
  requestedBy: string;
  startedAt: Date;
  finishedAt: Date | null;
  publishedAt: Date | null;
  /** The frozen inputs that count: each try to freeze has its own. Null while they are being frozen. */
  frozenId: string | null;
  /** What the facts of the month were when the inputs were frozen, in short. */
  watermark: string | null;
  /** What the company reports in. */
  currency: string | null;
  formulas: FrozenFormula[];
  shardTotal: number;
  /** A SHA-256 over the inputs. */
  inputsHash: string | null;
  /** A SHA-256 over the results, and over nothing else: equal inputs give equal hashes whatever run, revision and time. */
  outputsHash: string | null;
  /** The run that was current before, with which this one is compared. */
  previousRunId: string | null;
  /** Why it failed, in words for people. */
  failure: string | null;
  /** How often it was tried without success, process deaths aside. */
  faults: number;
  /** Of a locked period: the state of the facts up to which adjustments have been carried on. */
  carriedWatermark: string | null;
  /** When its frozen inputs were dropped; null while they are kept. */
  inputsDroppedAt: Date | null;
}

/** The id of a run follows from its month and revision. */
export const runId = (month: Month, revision: number): string => idFromCode('run', `${month}/${revision}`);

/** A run that has just been asked for. */
export const newRun = (month: Month, revision: number, requestedBy: string, startedAt: Date): ScoreRun => ({
  ...{ id: runId(month, revision), month, revision, state: 'FREEZING', requestedBy, startedAt },
  ...{ finishedAt: null, publishedAt: null, frozenId: null, watermark: null, currency: null, formulas: [] },
  ...{ shardTotal: 0, inputsHash: null, outputsHash: null, previousRunId: null, failure: null, faults: 0 },
  carriedWatermark: null,
  inputsDroppedAt: null,
});

/** Who gets a card: a sales engineer, or a unit of a kind that has one. */
export interface ScoredSubject {
  kind: 'EMPLOYEE' | 'UNIT';
  id: string;
  code: string;
  /** Whose peers rank together. */
  group: Group;
  /** The unit it belongs to (of a unit: itself) and all above, nearest first, as of its last day in the month. */
  unitIds: string[];
  /** By metric, exact: a decimal or a fraction such as `1/3`. */
  targets: { metric: string; value: string }[];
}

export type ShardState = 'PENDING' | 'RUNNING' | 'DONE' | 'FAILED';

/** The part of a run that one job computes: the people of a team, people without one, or units. */
export interface Shard {
  id: string;
  runId: string;
  frozenId: string;
  key: string;
  state: ShardState;
  /** Grows each time that a job takes the shard; only the last holder may say that it is done. */
  fence: number;
  faults: number;
  subjects: ScoredSubject[];
  inputHash: string;
  outputHash: string | null;
}
