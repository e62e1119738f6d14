/** Starts score runs and takes them from state to state. Each function may be killed anywhere and be called again. */
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { dayOf, type Month } from '@salesgraph/calendar';
import { badInput, conflict, fail, idFromCode, notFound, requestOf } from '@salesgraph/service-kit';
import { newPeriod } from '../periods/periods.ts';
import type { Stores } from '../stores.ts';
import { ScoreMismatch } from './cards.store.ts';
import { type Card, cardOf, changesOf, hashOfCards, outputsHashOf, participationsOf, standingsOf } from './cards.ts';
import { freeze, shardInputHash } from './freezing.ts';
import { organizationIn } from './organization.ts';
import { newRun, type ScoreRun, type Shard } from './runs.ts';
import { watermarkOf } from './watermarks.ts';

/** What is asked for by nobody is asked for by the schedule. */
export const SCHEDULE = 'schedule';

const TRIES = 5;
/** A shard that so many jobs have begun and none has ended is not begun again. */
const MOST_HOLDERS = 100;
/** Subjects between two pauses in which the process can do something else, such as renewing the job's lock. */
const BETWEEN_PAUSES = 20;

/** What no further try can end differently. */
export class Hopeless extends Error {
  override readonly name = 'Hopeless';
}

/** Whether a month holds a fact, a target or an adjustment. */
export async function periodExists(month: Month, stores: Stores): Promise<boolean> {
  const [facts, targets, adjustments] = await Promise.all([
    stores.facts.watermarks(month),
    stores.targets.ofMonth(month),
    stores.adjustments.counts(month),
  ]);
  return facts.size > 0 || targets.length > 0 || adjustments.size > 0;
}

/**
 * Starts a run of a period, or finds the one that is under way.
 * @throws NOT_FOUND for a month that is no period; PERIOD_LOCKED; BAD_USER_INPUT for an unsound or used key
 */
export async function startRun(
  month: Month,
  actor: string,
  stores: Stores,
  idempotencyKey: string | null = null,
): Promise<ScoreRun> {
  const requestKey = requestOf('scorePeriod', actor, { idempotencyKey })?.key ?? null;
  const answered = requestKey === null ? null : await stores.runs.byRequest(requestKey);
  if (answered && answered.month !== month) throw badInput('idempotencyKey', 'was used for something else');
  if (answered) return answered;
  const period = await stores.periods.byMonth(month);
  if (period?.state === 'LOCKED') throw fail('PERIOD_LOCKED', `The period ${month} is locked: its scores are final.`);
  // One that was recorded stays a period, also when its last deal has gone to another month.
  if (!period && !(await periodExists(month, stores))) throw notFound('period');
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const underWay = await stores.runs.activeOf(month);
    if (underWay) return underWay;
    const revision = (await stores.runs.latestRevision(month)) + 1;
    const run = newRun(month, revision, actor, stores.clock.now());
    if (await stores.runs.insert(run, requestKey)) return run;
  }
  throw conflict('Others are starting runs of this period; read it again.');
}

/** Keeps the inputs of a run as they are and cuts them into shards. Does nothing when that is done. */
export async function freezeRun(runId: string, stores: Stores): Promise<void> {
  const fence = await stores.runs.beginFreezing(runId);
  if (fence === null) return;
  const run = (await stores.runs.byId(runId))!;
  const { month } = run;
  const frozenId = `${runId}-${fence}`;
  // The watermark is read first: a fact that comes meanwhile is late for it, whether it is among the facts or not.
  const watermark = await watermarkOf(month, stores);
  const [facts, carried, targets, formulas, currency, people, units] = await Promise.all([
    stores.facts.closedIn(month),
    stores.adjustments.ofMonth(month),
    stores.targets.ofMonth(month),
    stores.formulas.all(),
    stores.currency(),
    stores.view.everybody(),
    stores.view.units(),
  ]);
  const organization = organizationIn(month, people, units.all(), units);
  const adjustments = carried.map(({ at, ...fields }) => ({ ...fields, carriedOn: dayOf(at, stores.zone) }));
  const frozen = freeze({ month, currency, organization, facts, targets, formulas, adjustments });
  await stores.frozen.insert(runId, frozenId, frozen.facts);
  const shards = frozen.shards.map(
    ({ key, subjects, inputHash }): Shard => ({
      ...{ id: idFromCode('shd', `${frozenId}/${key}`), runId, frozenId, key, subjects, inputHash },
      ...{ state: 'PENDING', fence: 0, faults: 0, outputHash: null },
    }),
  );
  await stores.runs.insertShards(shards);
  const isOurs = await stores.runs.endFreezing(runId, fence, {
    ...{ frozenId, watermark, currency, formulas: frozen.formulas },
    ...{ shardTotal: shards.length, inputsHash: frozen.inputsHash },
  });
  if (!isOurs) await Promise.all([stores.frozen.drop(frozenId), stores.runs.dropShards(frozenId)]);
}

/**
 * Computes the cards of a shard and keeps them. Does nothing when that is done or its run has ended.
 * @throws ScoreMismatch when the inputs are not what was frozen, or a card was kept that says something else
 */
export async function computeShard(shardId: string, stores: Stores): Promise<void> {
  const shard = await stores.runs.takeShard(shardId);
  if (!shard) return;
  const run = await stores.runs.byId(shard.runId);
  if (run?.state !== 'RUNNING' || run.frozenId !== shard.frozenId) return;
  if (shard.fence > MOST_HOLDERS) throw new Hopeless(`${MOST_HOLDERS} jobs have begun the shard ${shard.key}`);
  const { subjects, frozenId, inputHash } = shard;
  const facts = await stores.frozen.of(frozenId, subjects);
  const currency = run.currency!;
  if (shardInputHash(subjects, facts, run.formulas, currency) !== inputHash) {
    throw new ScoreMismatch(`The inputs of the shard ${shard.key} are not what was frozen`);
  }
  const participations = participationsOf(facts);
  const cards: Card[] = [];
  for (const [place, subject] of subjects.entries()) {
    if (place % BETWEEN_PAUSES === BETWEEN_PAUSES - 1) await letOthersRun();
    cards.push(cardOf(subject, participations, { id: run.id, month: run.month, currency, formulas: run.formulas }));
  }
  await stores.cards.insertCards(cards);
  await stores.runs.finishShard(shard, hashOfCards(cards));
}

/** Whether every shard of a run is done. */
export async function isComputed(runId: string, stores: Stores): Promise<boolean> {
  const run = await stores.runs.byId(runId);
  if (!run || run.frozenId === null || run.state === 'FREEZING') return false;
  const counts = (await stores.runs.shardCounts([run])).get(run.id);
  return (counts?.done ?? 0) === run.shardTotal;
}

/**
 * Ranks the cards of a run whose shards are done and makes them the ones that are read: one compare-and-set of the
 * period. Repeated after a kill it ends in the same state.
 * @throws ScoreMismatch when something was kept that says something else
 */
export async function publishRun(runId: string, stores: Stores): Promise<void> {
  if (!(await isComputed(runId, stores))) return;
  await stores.runs.move(runId, 'RUNNING', 'PUBLISHING', { faults: 0 });
  const run = await stores.runs.byId(runId);
  if (run?.state !== 'PUBLISHING') return;
  const cards = await stores.cards.ofRun(runId);
  const standings = standingsOf(cards);
  await stores.cards.insertStandings(standings);
  const period = (await stores.periods.byMonth(run.month)) ?? newPeriod(run.month);
  const isCurrent = period.currentRunId === runId;
  const previousRunId = isCurrent ? run.previousRunId : period.currentRunId;
  const before = previousRunId === null ? [] : await stores.cards.standingsOf(previousRunId);
  if (previousRunId !== null) await stores.cards.insertChanges(changesOf(runId, before, standings));
  const publishedAt = run.publishedAt ?? stores.clock.now();
  await stores.runs.note(runId, { outputsHash: outputsHashOf(cards, standings), publishedAt, previousRunId });
  if (!isCurrent) {
    if (period.state === 'LOCKED') {
      return stores.runs.fail(runId, 'The period was locked before the run was published.', stores.clock.now());
    }
    // Somebody else wrote the period: the job is tried again and reads it anew.
    if (!(await stores.periods.save({ ...period, currentRunId: runId }, run.requestedBy))) {
      throw new Error(`The period ${run.month} was changed while the run ${runId} was being published`);
    }
  }
  await stores.runs.supersedeOthers(run.month, runId);
  // What tries to freeze have left behind that were killed.
  await Promise.all([
    stores.frozen.dropOthers(runId, run.frozenId!),
    stores.runs.dropOtherShards(runId, run.frozenId!),
  ]);
  await stores.runs.move(runId, 'PUBLISHING', 'PUBLISHED', { finishedAt: stores.clock.now() });
}
