/**
 * The rules of an opportunity: what makes a valid one, who is credited, and how it moves through the sales process.
 * Functions over plain data; what changes is returned as a new opportunity and nothing is written here.
 */
import { type Day, daysBetween } from '@salesgraph/calendar';
import { ApiError, badInput } from '@salesgraph/service-kit';
import {
  closingStage,
  engagedStage,
  mayMove,
  type OpportunityStatus,
  type SalesProcess,
  stageOf,
} from '../process/process.ts';

export const WHOLE_BP = 10_000;
export const MAX_SPLITS = 20;
export const MAX_HISTORY = 200;
/** How many changes of stage one record of another system adds at most: engaged, and closed. */
const RECORDED_AT_ONCE = 2;

export interface Split {
  employeeId: string;
  /** The person's part of the amount in basis points. */
  shareBp: number;
}

export interface StageChange {
  stage: string;
  /** When the change was recorded. */
  at: Date;
  /** The business day of the change. */
  on: Day;
  actor: string;
  /** Whether the stage was set without a move that the process allows. */
  correction: boolean;
}

/** What is recorded of a deal; `history` aside, this is what its events carry. */
export interface Opportunity {
  id: string;
  code: string;
  ownerId: string;
  splits: Split[];
  status: OpportunityStatus;
  stage: string;
  amountMinor: number | null;
  currency: string | null;
  customerId: string | null;
  productCode: string | null;
  outletId: string | null;
  source: string | null;
  engagedOn: Day | null;
  expectedCloseOn: Day | null;
  closedOn: Day | null;
  lostReason: string | null;
  history: StageChange[];
}

/** What is wrong with one field. */
export interface Fault {
  field: string;
  message: string;
}

/** Who records a change, when, and which business day that is. */
export interface Stamp {
  at: Date;
  today: Day;
  actor: string;
}

/** The credits of a deal: those given, or the whole for the owner when none are. */
export const creditsOf = (ownerId: string, splits: Split[]): Split[] =>
  splits.length === 0 ? [{ employeeId: ownerId, shareBp: WHOLE_BP }] : splits;

/** Everybody whose deal it is: the owner and those who share it. */
export const peopleOf = ({ ownerId, splits }: Pick<Opportunity, 'ownerId' | 'splits'>): string[] => [
  ...new Set([ownerId, ...splits.map(({ employeeId }) => employeeId)]),
];

/** What is wrong with the credits: each a whole number of basis points, nobody twice, the owner among them, in sum the whole. */
export function splitFaults(ownerId: string, splits: Split[]): Fault[] {
  const faults: Fault[] = [];
  const people = splits.map(({ employeeId }) => employeeId);
  if (splits.length > MAX_SPLITS) faults.push({ field: 'splits', message: `has more than ${MAX_SPLITS} shares` });
  if (splits.some(({ shareBp }) => !Number.isInteger(shareBp) || shareBp <= 0 || shareBp > WHOLE_BP)) {
    faults.push({ field: 'splits', message: 'has a share that is not above 0 and at most 1 with 4 decimal places' });
  }
  if (new Set(people).size !== people.length) faults.push({ field: 'splits', message: 'names a person twice' });
  if (!people.includes(ownerId)) faults.push({ field: 'splits', message: 'does not name the owner' });
  if (splits.reduce((sum, { shareBp }) => sum + shareBp, 0) !== WHOLE_BP) {
    faults.push({ field: 'splits', message: 'does not sum to exactly 1' });
  }
  return faults;
}

/** What an opportunity must never be, whoever records it. */
export function opportunityFaults(opportunity: Opportunity, process: SalesProcess): Fault[] {
  const { status, stage, amountMinor, engagedOn, closedOn, lostReason, ownerId, splits } = opportunity;
  const faults = splitFaults(ownerId, splits);
  if (stageOf(process, stage)?.status !== status)
    faults.push({ field: 'stage', message: 'is no stage of the process' });
  if (amountMinor !== null && (!Number.isSafeInteger(amountMinor) || amountMinor < 0)) {
    faults.push({ field: 'amount', message: 'must be at least 0' });
  }
  if (status === 'OPEN') {
    if (closedOn !== null) faults.push({ field: 'closedOn', message: 'must be absent while the opportunity is open' });
  } else {
    if (closedOn === null) faults.push({ field: 'closedOn', message: 'is required when the opportunity is closed' });
    if (closedOn !== null && engagedOn !== null && closedOn < engagedOn) {
      faults.push({ field: 'closedOn', message: `is before the customer was engaged (${engagedOn})` });
    }
    if (status === 'WON' && amountMinor === null) {
      faults.push({ field: 'amount', message: 'is required when the opportunity is won' });
    }
  }
  if (lostReason !== null && status !== 'LOST') {
    faults.push({ field: 'lostReason', message: 'must be absent unless the opportunity is lost' });
  }
  return faults;
}

const WANTED = [
  ['amount', 'amountMinor'],
  ['customer', 'customerId'],
  ['expectedCloseOn', 'expectedCloseOn'],
] as const;

/** What an open opportunity should have and lacks, by field name; a closed one lacks nothing. */
export const missingFields = (opportunity: Opportunity): string[] =>
  opportunity.status === 'OPEN' ? WANTED.filter(([, key]) => opportunity[key] === null).map(([field]) => field) : [];

/** Why a missing field matters, as a warning says it. */
export const missingMessage = (field: string): string => `The open opportunity has no ${WORDS[field] ?? field}.`;
const WORDS: Record<string, string> = { amount: 'amount', customer: 'customer', expectedCloseOn: 'expected close' };

/** What a person must fill in before an open opportunity is taken. */
export const requiredFaults = (opportunity: Opportunity): Fault[] =>
  missingFields(opportunity).map((field) => ({
    field: field === 'customer' ? 'customerId' : field,
    message: 'is required while the opportunity is open',
  }));

/**
 * Adds a change of stage to the history.
 * @throws TOO_MANY when the history is full.
 */
export function withStage(
  opportunity: Opportunity,
  stage: string,
  on: Day,
  stamp: Stamp,
  correction = false,
): Opportunity {
  if (opportunity.history.length >= MAX_HISTORY) {
    throw new ApiError('TOO_MANY', `The opportunity has changed its stage ${MAX_HISTORY} times; record a new one.`);
  }
  const change = { stage, at: stamp.at, on, actor: stamp.actor, correction };
  return { ...opportunity, stage, history: [...opportunity.history, change] };
}

function refuseUnlessOpen({ status }: Opportunity): void {
  if (status !== 'OPEN') throw badInput('id', `The opportunity is already ${status.toLowerCase()}.`);
}

function refuseUnlessAllowed(process: SalesProcess, from: string, to: string): void {
  if (!mayMove(process, from, to)) throw badInput('stage', `The process does not allow a move from ${from} to ${to}.`);
}

/** Moves an open opportunity to another open stage. Reaching the last one engages the customer, if that is not known yet. */
export function move(opportunity: Opportunity, process: SalesProcess, to: string, on: Day, stamp: Stamp): Opportunity {
  refuseUnlessOpen(opportunity);
  const stage = stageOf(process, to);
  if (stage?.status !== 'OPEN') throw badInput('stage', `${to} is no open stage of the process.`);
  refuseUnlessAllowed(process, opportunity.stage, to);
  const engagedOn = opportunity.engagedOn ?? (stage === engagedStage(process) ? on : null);
  return withStage({ ...opportunity, engagedOn }, to, on, stamp);
}

/** Closes an open opportunity as won or lost on a business day. */
export function close(
  opportunity: Opportunity,
  process: SalesProcess,
  end:
    | { status: 'WON'; closedOn: Day; amountMinor: number | null; currency: string | null }
    | { status: 'LOST'; closedOn: Day; reason: string },
  stamp: Stamp,
): Opportunity {
  refuseUnlessOpen(opportunity);
  const stage = closingStage(process, end.status);
  refuseUnlessAllowed(process, opportunity.stage, stage.code);
  const closed: Opportunity =
    end.status === 'WON'
      ? {
          ...opportunity,
          status: 'WON',
          closedOn: end.closedOn,
          amountMinor: end.amountMinor ?? opportunity.amountMinor,
          currency: end.amountMinor === null ? opportunity.currency : end.currency,
        }
      : { ...opportunity, status: 'LOST', closedOn: end.closedOn, lostReason: end.reason };
  return withStage(closed, stage.code, end.closedOn, stamp);
}

/** Opens a closed opportunity again, in a given open stage or the one it was in last. */
export function reopen(opportunity: Opportunity, process: SalesProcess, to: string | null, stamp: Stamp): Opportunity {
  if (opportunity.status === 'OPEN') throw badInput('id', 'The opportunity is open.');
  const isOpen = (code: string) => stageOf(process, code)?.status === 'OPEN';
  const stage =
    to ?? opportunity.history.findLast((change) => isOpen(change.stage))?.stage ?? engagedStage(process).code;
  if (!isOpen(stage)) throw badInput('stage', `${stage} is no open stage of the process.`);
  refuseUnlessAllowed(process, opportunity.stage, stage);
  const open: Opportunity = { ...opportunity, status: 'OPEN', closedOn: null, lostReason: null };
  return withStage(open, stage, stamp.today, stamp);
}

/** The day that a recorded stage is reached on: the closing of a closed deal, the engagement of an open one. */
const stageDay = ({ status, closedOn, engagedOn }: Opportunity, today: Day): Day =>
  (status === 'OPEN' ? engagedOn : closedOn) ?? today;

/**
 * The opportunity as another system records it, with its history. A new closed deal that was engaged gets both steps;
 * a stage that the process would not allow, or a corrected day of it, is taken and marked as a correction.
 */
export function recorded(
  previous: Opportunity | null,
  values: Omit<Opportunity, 'history'>,
  process: SalesProcess,
  stamp: Stamp,
): Opportunity {
  let next: Opportunity = { ...values, history: previous?.history ?? [] };
  const on = stageDay(next, stamp.today);
  if (previous === null) {
    if (next.status !== 'OPEN' && next.engagedOn !== null) {
      next = withStage(next, engagedStage(process).code, next.engagedOn, stamp);
    }
    return withStage(next, values.stage, on, stamp);
  }
  if (previous.stage !== next.stage) {
    return withStage(next, values.stage, on, stamp, !mayMove(process, previous.stage, next.stage));
  }
  const dated = next.status === 'OPEN' ? previous.engagedOn !== next.engagedOn : previous.closedOn !== next.closedOn;
  return dated ? withStage(next, values.stage, on, stamp, true) : next;
}

/** Whether an opportunity has no room left in its history for what another system may record. */
export const isFull = ({ history }: Opportunity): boolean => history.length + RECORDED_AT_ONCE > MAX_HISTORY;

/** Whether two records of an opportunity say the same, history aside. */
export function sameRecord(a: Opportunity, b: Opportunity): boolean {
  const essence = ({ history: _, splits, ...rest }: Opportunity) =>
    JSON.stringify([
      Object.entries(rest).sort(([x], [y]) => (x < y ? -1 : 1)),
      splits.map(({ employeeId, shareBp }) => `${employeeId} ${shareBp}`).sort(),
    ]);
  return essence(a) === essence(b);
}

/** Whole days without a change of stage, as of today; 0 when closed. */
export function idleDays({ status, history, engagedOn }: Opportunity, today: Day): number {
  const since = history.at(-1)?.on ?? engagedOn;
  return status !== 'OPEN' || since === null ? 0 : Math.max(0, daysBetween(since, today));
}

/**
 * Where an opportunity stands in the list of a person or a customer: open ones by expected close (unknown last), then
 * closed ones, latest first. One ascending string, so that a page can begin anywhere.
 */
export function listPosition({ status, expectedCloseOn, closedOn }: Opportunity): string {
  if (status === 'OPEN') return `0:${expectedCloseOn ?? '9999-12-31'}`;
  return `1:${99_999_999 - Number((closedOn ?? '0000-00-00').replaceAll('-', ''))}`;
}
