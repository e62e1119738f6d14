/** Closes, scores and locks periods, and sees to facts that come late. */
import { type Month, monthOf } from '@salesgraph/calendar';
import { conflict, fail, notFound } from '@salesgraph/service-kit';
import { NO_FACTS } from '../facts/facts.store.ts';
import type { ScoreRun } from '../scoring/runs.ts';
import { periodExists, SCHEDULE, startRun } from '../scoring/scoring.commands.ts';
import type { Stores } from '../stores.ts';
import { adjustmentsOf } from './adjustments.ts';
import { hasEnded, isDue, moved, newPeriod, type Period, type PeriodState } from './periods.ts';

const TRIES = 5;
/** How long a period is left alone whose last run failed. */
const AFTER_FAILURE_MS = 3_600_000;

/** Every month that holds a fact or a target, oldest first, with what has been recorded of it. */
export async function allPeriods(stores: Stores): Promise<Period[]> {
  const [facts, targets, recorded] = await Promise.all([
    stores.facts.monthsWithFacts(),
    stores.targets.monthsWithTargets(),
    stores.periods.recorded(),
  ]);
  const byMonth = new Map(recorded.map((period) => [period.month, period]));
  const months = new Set([...facts, ...targets, ...byMonth.keys()]);
  return [...months].sort().map((month) => byMonth.get(month) ?? newPeriod(month));
}

/** The period of a month; null when there is none. */
export async function periodOf(month: Month, stores: Stores): Promise<Period | null> {
  const recorded = await stores.periods.byMonth(month);
  return recorded ?? ((await periodExists(month, stores)) ? newPeriod(month) : null);
}

/** Takes a period one state further, whoever else writes it meanwhile; one that is there already stays as it is. */
async function move(month: Month, to: PeriodState, actor: string, stores: Stores): Promise<Period> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const period = (await stores.periods.byMonth(month)) ?? newPeriod(month);
    if (period.state === to || period.state === 'LOCKED') return period;
    const next = moved(period, to, stores.clock.now());
    if (await stores.periods.save(next, actor)) return { ...next, version: period.version + 1 };
  }
  throw conflict('The period is being changed by somebody else; read it again.');
}

/**
 * Makes the scores of a month final.
 * @throws NOT_FOUND; PERIOD_NOT_DUE before the month has ended; CONFLICT without published scores or while a run is under way
 */
export async function lockPeriod(month: Month, actor: string, stores: Stores): Promise<Period> {
  const period = await periodOf(month, stores);
  if (!period) throw notFound('period');
  if (period.state === 'LOCKED') return period;
  if (!hasEnded(month, stores.today())) throw fail('PERIOD_NOT_DUE', `The month ${month} has not ended yet.`);
  if (await stores.runs.activeOf(month))
    throw conflict(`A run of ${month} is under way; lock the period when it has ended.`);
  if (period.currentRunId === null) throw conflict(`The period ${month} has no published scores yet; score it first.`);
  await move(month, 'CLOSED', actor, stores);
  return move(month, 'LOCKED', actor, stores);
}

/**
 * Looks after all periods, oldest first: closes those that are due, has closed ones scored, has those scored anew to which
 * facts came late, and carries on what came late to locked ones. While an import is open nothing is done.
 * @returns the runs that were started
 */
export async function lookAfterPeriods(stores: Stores, closeAfterDays: number): Promise<ScoreRun[]> {
  if (await stores.imports.anyOpen()) return [];
  const today = stores.today();
  const [periods, watermarks] = await Promise.all([allPeriods(stores), stores.facts.watermarks()]);
  const currentRuns = await stores.runs.byIds(periods.flatMap(({ currentRunId }) => currentRunId ?? []));
  const byId = new Map(currentRuns.map((run) => [run.id, run]));
  const started: ScoreRun[] = [];
  for (const known of periods) {
    const { month } = known;
    const due = known.state === 'OPEN' && isDue(month, today, closeAfterDays);
    const period = due ? await move(month, 'CLOSED', SCHEDULE, stores) : known;
    const current = period.currentRunId === null ? null : (byId.get(period.currentRunId) ?? null);
    const isLate = current !== null && current.watermark !== (watermarks.get(month) ?? NO_FACTS);
    // Also after a kill between closing and scoring: a closed month has scores from after it was closed.
    const isOwed = current === null || (period.closedAt !== null && current.startedAt < period.closedAt);
    if (period.state === 'LOCKED') {
      if (isLate) await carryOn(period.month, current, stores);
    } else if ((isLate || (isOwed && period.state === 'CLOSED')) && (await mayStart(month, stores))) {
      started.push(await startRun(month, SCHEDULE, stores));
    }
  }
  return started;
}

/** Whether the schedule may start a run: none is under way, and the last one has not just failed. */
async function mayStart(month: Month, stores: Stores): Promise<boolean> {
  const latest = await stores.runs.latestOf(month);
  if (!latest) return true;
  if (latest.state !== 'FAILED') return latest.finishedAt !== null;
  return stores.clock.now().getTime() - (latest.finishedAt?.getTime() ?? 0) >= AFTER_FAILURE_MS;
}

/** Carries what came late to a locked month into the current one. */
async function carryOn(lockedMonth: Month, run: ScoreRun, stores: Stores): Promise<void> {
  const watermark = await stores.facts.watermark(lockedMonth);
  if (watermark === run.carriedWatermark || run.frozenId === null || run.currency === null) return;
  const [frozen, facts, earlier] = await Promise.all([
    stores.frozen.all(run.frozenId),
    stores.facts.closedIn(lockedMonth),
    stores.adjustments.ofLocked(lockedMonth),
  ]);
  const adjustments = adjustmentsOf({
    ...{ lockedMonth, carriedInto: monthOf(stores.today()), currency: run.currency, at: stores.clock.now() },
    ...{ scored: frozen.map(({ fact }) => fact), facts, earlier },
  });
  await stores.adjustments.insert(adjustments);
  await stores.runs.noteCarried(run.id, watermark);
}
