/** Closes, scores and locks periods, and sees to facts that come late. */
import { dayOf, type Month, monthOf, startOfDay } from '@salesgraph/calendar';
import { conflict, fail, notFound } from '@salesgraph/service-kit';
import type { ScoreRun } from '../scoring/runs.ts';
import { periodExists, SCHEDULE, startRun } from '../scoring/scoring.commands.ts';
import { watermarkOf, watermarksOf } from '../scoring/watermarks.ts';
import type { Stores } from '../stores.ts';
import { adjustmentsOf } from './adjustments.ts';
import { hasEnded, isDue, moved, newPeriod, type Period, type PeriodState } from './periods.ts';

const TRIES = 5;
/** How long a period is left alone whose last run failed. */
const AFTER_FAILURE_MS = 3_600_000;
/** How long it is good for closing a month that everything told had been heard. */
const AGREED_FOR_MS = 600_000;

/** What the schedule did. */
export interface Care {
  /** The runs that it started. */
  started: ScoreRun[];
  /** The months that are due and stay open until the next time. */
  heldBack: Month[];
  /** Why they do. */
  reasons: string[];
}

/** Every month that holds a fact, a target or an adjustment, oldest first, with what has been recorded of it. */
export async function allPeriods(stores: Stores): Promise<Period[]> {
  const [facts, targets, adjustments, recorded] = await Promise.all([
    stores.facts.monthsWithFacts(),
    stores.targets.monthsWithTargets(),
    stores.adjustments.counts(),
    stores.periods.recorded(),
  ]);
  const byMonth = new Map(recorded.map((period) => [period.month, period]));
  const months = new Set([...facts, ...targets, ...adjustments.keys(), ...byMonth.keys()]);
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
 * Looks after all periods, oldest first: closes those that are due once everything told has been heard, has closed ones
 * scored, has those scored anew to which facts or adjustments came late, and carries on what came late to locked ones.
 * While an import is open nothing is done.
 */
export async function lookAfterPeriods(stores: Stores, closeAfterDays: number): Promise<Care> {
  if (await stores.imports.anyOpen()) return { started: [], heldBack: [], reasons: [] };
  const today = stores.today();
  const [periods, watermark] = await Promise.all([allPeriods(stores), watermarksOf(stores)]);
  const isDueNow = ({ state, month }: Period) => state === 'OPEN' && isDue(month, today, closeAfterDays);
  const dueMonths = periods.filter(isDueNow).map(({ month }) => month);
  const reasons = dueMonths.length === 0 ? [] : await unsettled(stores);
  const mayClose = reasons.length === 0;
  const currentRuns = await stores.runs.byIds(periods.flatMap(({ currentRunId }) => currentRunId ?? []));
  const byId = new Map(currentRuns.map((run) => [run.id, run]));
  const started: ScoreRun[] = [];
  for (const known of periods) {
    const { month } = known;
    const period = isDueNow(known) && mayClose ? await move(month, 'CLOSED', SCHEDULE, stores) : known;
    const current = period.currentRunId === null ? null : (byId.get(period.currentRunId) ?? null);
    const isLate = current !== null && current.watermark !== watermark(month);
    // Also after a kill between closing and scoring: a closed month has scores from after it was closed.
    const isOwed = current === null || (period.closedAt !== null && current.startedAt < period.closedAt);
    if (period.state === 'LOCKED') {
      if (isLate) await carryOn(period.month, current, stores);
    } else if ((isLate || (isOwed && period.state === 'CLOSED')) && (await mayStart(month, stores))) {
      started.push(await startRun(month, SCHEDULE, stores));
    }
  }
  return { started, heldBack: mayClose ? [] : dueMonths, reasons };
}

/**
 * What speaks against having heard everything since the months that are due can be closed: since the day began and the last
 * import ended, and within ten minutes. Where something does, the producers are asked; the next look finds their answers.
 */
async function unsettled(stores: Stores): Promise<string[]> {
  const now = stores.clock.now().getTime();
  const importEnded = (await stores.imports.lastEndedAt())?.getTime() ?? 0;
  const since = Math.max(startOfDay(stores.today(), stores.zone).getTime(), importEnded, now - AGREED_FOR_MS);
  const reasons = await stores.events.unsettled(now - since);
  if (reasons.length > 0) await stores.events.reconcileNow();
  return reasons;
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
  const watermark = await watermarkOf(lockedMonth, stores);
  if (watermark === run.carriedWatermark || run.frozenId === null || run.currency === null) return;
  const [frozen, facts, carried, earlier] = await Promise.all([
    stores.frozen.all(run.frozenId),
    stores.facts.closedIn(lockedMonth),
    stores.adjustments.ofMonth(lockedMonth),
    stores.adjustments.ofLocked(lockedMonth),
  ]);
  const counted = new Set(frozen.map(({ fact }) => fact.id));
  const at = stores.clock.now();
  const adjustments = adjustmentsOf({
    ...{ lockedMonth, carriedInto: monthOf(dayOf(at, stores.zone)), currency: run.currency, at, facts, earlier },
    scored: frozen.filter(({ adjusts }) => adjusts === undefined).map(({ fact }) => fact),
    missed: carried.filter(({ id }) => !counted.has(id)),
  });
  await stores.adjustments.insert(adjustments);
  await stores.runs.noteCarried(run.id, watermark);
}
