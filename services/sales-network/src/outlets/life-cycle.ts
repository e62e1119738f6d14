/** The life of an outlet as a table, dated: which status may follow which, and what an outlet was on a day. */
import { covers, type Day, type Interval } from '@salesgraph/calendar';
import { badValue, type Fault } from '../faults.ts';

/** Which status may follow which; docs/outlet-life-cycle.md is drawn from this table. */
export const LIFE_CYCLE = {
  PLANNED: ['BUILDING', 'CLOSED'],
  BUILDING: ['OPEN', 'CLOSED'],
  OPEN: ['SUSPENDED', 'CLOSED'],
  SUSPENDED: ['OPEN', 'CLOSED'],
  CLOSED: [],
} as const satisfies Record<string, readonly string[]>;

export type OutletStatus = keyof typeof LIFE_CYCLE;

/** A stretch of time with one status, half-open; each record ends where the next begins. */
export interface StatusRecord extends Interval {
  status: OutletStatus;
}

/** How many records an outlet may have. */
export const MAX_RECORDS = 200;

export const mayFollow = (next: OutletStatus, present: OutletStatus): boolean =>
  (LIFE_CYCLE[present] as readonly OutletStatus[]).includes(next);

/** The record in force on a day; null before the outlet was first planned. */
export const recordOn = (records: readonly StatusRecord[], day: Day): StatusRecord | null =>
  records.find((record) => covers(record, day)) ?? null;

/** The record to show on a day: the one in force, else the first to come. */
export const recordNear = (records: readonly StatusRecord[], day: Day): StatusRecord =>
  recordOn(records, day) ?? records[0]!;

/** Records that end where the next one begins, the last one open. */
export const chained = (beginnings: readonly { status: OutletStatus; from: Day }[]): StatusRecord[] =>
  beginnings.map(({ status, from }, place) => ({ status, from, to: beginnings[place + 1]?.from ?? null }));

/** The life of an outlet with another status from a day on. */
export function changedTo(records: readonly StatusRecord[], status: OutletStatus, on: Day): StatusRecord[] | Fault {
  const present = records.at(-1)!;
  if (!mayFollow(status, present.status)) {
    const next = LIFE_CYCLE[present.status].join(' or ') || 'nothing';
    return badValue('status', `cannot be ${status}: after ${present.status} comes ${next}`);
  }
  if (on <= present.from)
    return badValue('on', `must be after ${present.from}, when the status ${present.status} begins`);
  if (records.length >= MAX_RECORDS) return badValue('status', `has changed ${MAX_RECORDS} times already`);
  return [...records.slice(0, -1), { ...present, to: on }, { status, from: on, to: null }];
}

/** What is wrong with a whole history as another system tells it: any status may come first. */
export function historyFaults(records: readonly StatusRecord[]): Fault[] {
  const faults: Fault[] = [];
  if (records.length > MAX_RECORDS) faults.push(badValue('earlier', `has more than ${MAX_RECORDS - 1}`));
  for (const [place, { status, from }] of records.entries()) {
    const before = records[place - 1];
    if (!before) continue;
    const last = place === records.length - 1;
    const field = (name: string) => (last ? name : `earlier.${place}.${name}`);
    if (from <= before.from)
      faults.push(badValue(field('from'), `must be after ${before.from}, when the status before begins`));
    if (!mayFollow(status, before.status))
      faults.push(badValue(field('status'), `cannot be ${status} after ${before.status}`));
  }
  return faults;
}

/** The table as a Mermaid state diagram. */
export function lifeCycleDiagram(): string {
  const states = Object.keys(LIFE_CYCLE) as OutletStatus[];
  const arrows = states.flatMap((state) => LIFE_CYCLE[state].map((next) => `  ${state} --> ${next}`));
  const ends = states.filter((state) => LIFE_CYCLE[state].length === 0).map((state) => `  ${state} --> [*]`);
  return ['stateDiagram-v2', `  [*] --> ${states[0]}`, ...arrows, ...ends].join('\n');
}
