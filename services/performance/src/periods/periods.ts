/** Periods: months that are scored. A period exists once it holds a fact, a target or an adjustment; its state only goes forward. */
import { type Day, dayAfterMonth, daysBetween, type Month } from '@salesgraph/calendar';
import { idFromCode } from '@salesgraph/service-kit';

export const PERIOD_STATES = ['OPEN', 'CLOSED', 'LOCKED'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

export interface Period {
  id: string;
  month: Month;
  state: PeriodState;
  /** The run whose scores are read; null before the first one is published. */
  currentRunId: string | null;
  closedAt: Date | null;
  lockedAt: Date | null;
  /** How often it was written; 0 for one that was not. */
  version: number;
}

/** Every move there is, and what makes it; `docs/periods.md` is drawn from this table. */
export const PERIOD_MOVES: readonly { from: PeriodState; to: PeriodState; by: string }[] = [
  {
    from: 'OPEN',
    to: 'CLOSED',
    by: 'the schedule once the month is due, or lockPeriod on its way',
  },
  {
    from: 'CLOSED',
    to: 'LOCKED',
    by: 'lockPeriod once scores are published',
  },
];

/** What can be done with a period in a state. */
export const mayMove = (from: PeriodState, to: PeriodState): boolean =>
  PERIOD_MOVES.some((move) => move.from === from && move.to === to);

/** The id of a month's period. */
export const periodId = (month: Month): string => idFromCode('per', month);

/** A period of which nothing has been recorded yet. */
export const newPeriod = (month: Month): Period => ({
  id: periodId(month),
  month,
  state: 'OPEN',
  currentRunId: null,
  closedAt: null,
  lockedAt: null,
  version: 0,
});

/** The period one state further. @throws RangeError for a move that the table does not have */
export function moved(period: Period, to: PeriodState, at: Date): Period {
  if (!mayMove(period.state, to)) throw new RangeError(`A period cannot go from ${period.state} to ${to}`);
  return { ...period, state: to, ...(to === 'CLOSED' ? { closedAt: at } : { lockedAt: at }) };
}

/** Whether a month has ended by a day. */
export const hasEnded = (month: Month, today: Day): boolean => dayAfterMonth(month) <= today;

/** Whether a month ended at least some days ago: its end is the beginning of the next month's first day. */
export const isDue = (month: Month, today: Day, graceDays: number): boolean =>
  hasEnded(month, today) && daysBetween(dayAfterMonth(month), today) >= graceDays;
