/**
 * The rules of units: pure functions over plain data. A unit has `records`, half-open intervals `[from, to)` in which it has
 * one name and one place in the tree; the tree must be sound at any time in history.
 */
import { covers, type Day, type Interval, overlaps } from '@salesgraph/calendar';
import { isCurrency } from '@salesgraph/service-kit';
import type { Begun } from '../audit.ts';
import { badValue, contradiction, type Fault, intervalFaults, textFaults, unknown } from '../faults.ts';

/** From the widest to the narrowest. */
export const UNIT_KINDS = ['COMPANY', 'DEPARTMENT', 'DIVISION', 'REGION', 'TEAM'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A stretch of time with one name and one place in the tree. */
export interface UnitRecord extends Interval {
  name: string;
  parentId: string | null;
  /** Why it began, and who made the change that began it; null where nobody said. */
  reason?: string | null;
  by?: string | null;
}

/** A unit that another one was made of. */
export interface Origin {
  unitId: string;
  kind: 'SPLIT' | 'MERGE';
  on: Day;
}

export interface Unit {
  id: string;
  code: string;
  kind: UnitKind;
  /** ISO 4217, the root's only: the currency the company reports in. */
  currency: string | null;
  /** Oldest first, without overlap; gaps are allowed. */
  records: UnitRecord[];
  /** The units it was made of. */
  origins: Origin[];
}

/** How many records a unit may have. */
export const MAX_RECORDS = 200;
/** How many units a fault names. */
const MOST_NAMED = 5;
const MAX_CODE = 100;
const MAX_NAME = 200;

/** Kinds that may stand below one of their own. */
const NESTING: readonly UnitKind[] = ['DEPARTMENT', 'DIVISION', 'REGION'];

/** Whether a unit of one kind may stand directly below one of another. */
export const mayStandBelow = (kind: UnitKind, above: UnitKind): boolean =>
  UNIT_KINDS.indexOf(above) < UNIT_KINDS.indexOf(kind) || (kind === above && NESTING.includes(kind));

/** Records in order of time. */
export const inOrder = <T extends Interval>(records: readonly T[]): T[] =>
  [...records].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** Whether half-open intervals, taken together, hold every day of another one. */
export function coverAll(intervals: readonly Interval[], { from, to }: Interval): boolean {
  let reached: Day | null = from;
  for (const interval of inOrder(intervals)) {
    if (interval.from > reached) return false;
    if (interval.to === null) return true;
    if (interval.to > reached) reached = interval.to;
    if (to !== null && reached >= to) return true;
  }
  return false;
}

/** What is wrong with a unit taken alone. */
export function unitFaults(unit: Unit): Fault[] {
  const { code, kind, currency, records } = unit;
  const faults = textFaults('code', code, MAX_CODE);
  if (kind === 'COMPANY' && currency === null) faults.push(badValue('currency', 'is required for the company'));
  if (kind !== 'COMPANY' && currency !== null) faults.push(badValue('currency', 'is fixed by the company alone'));
  if (currency !== null && !isCurrency(currency)) faults.push(badValue('currency', 'is no ISO 4217 code'));
  if (records.length === 0) faults.push(badValue('records', 'must not be empty'));
  if (records.length > MAX_RECORDS) faults.push(badValue('records', `has more than ${MAX_RECORDS}`));
  for (const record of records) {
    faults.push(...textFaults('name', record.name, MAX_NAME), ...intervalFaults('to', record));
    if (kind === 'COMPANY' && record.parentId !== null)
      faults.push(badValue('parent', 'must be absent: nothing stands above the company'));
    if (kind !== 'COMPANY' && record.parentId === null)
      faults.push(badValue('parent', 'is required below the company'));
  }
  const ordered = inOrder(records);
  if (ordered.some((record, place) => place > 0 && overlaps(ordered[place - 1]!, record))) {
    faults.push(badValue('records', 'overlap in time'));
  }
  return faults;
}

/** What is wrong with one record's place below another unit. */
function placeFaults(unit: Unit, record: UnitRecord, above: Unit | undefined): Fault[] {
  if (above === undefined || !isFounded(above)) return [unknown('parent', 'names no unit that exists')];
  if (!mayStandBelow(unit.kind, above.kind)) {
    return [badValue('parent', `is a ${above.kind}, below which a ${unit.kind} cannot stand`)];
  }
  if (coverAll(above.records, record)) return [];
  return [
    contradiction(
      'parent',
      `is ${above.code}, which does not exist for the whole time from ${record.from} to ${record.to ?? 'an unknown day'}`,
    ),
  ];
}

/** Whether a unit is, was or will be. One whose founding was cancelled has no record left and is treated as absent. */
export const isFounded = (unit: Pick<Unit, 'records'> | null | undefined): boolean => (unit?.records.length ?? 0) > 0;

/** The record in force on a day. */
export const recordOn = (unit: Pick<Unit, 'records'>, day: Day): UnitRecord | null =>
  unit.records.find((record) => covers(record, day)) ?? null;

/** The record to show on a day: the one in force, else the last before it, else the first to come. */
export const recordNear = (unit: Pick<Unit, 'records'>, day: Day): UnitRecord =>
  recordOn(unit, day) ?? unit.records.findLast(({ from }) => from <= day) ?? unit.records[0]!;

/** The first day on which a unit stands above itself. A cycle begins on the day on which its youngest record begins. */
function standsAboveItself(unit: Unit, units: ReadonlyMap<string, Unit>): Day | null {
  const above = new Set<Unit>([unit]);
  for (const one of above) {
    for (const { parentId } of one.records) {
      const parent = parentId === null ? undefined : units.get(parentId);
      if (parent) above.add(parent);
    }
  }
  const days = new Set([...above].flatMap(({ records }) => records.map(({ from }) => from)));
  for (const day of [...days].sort()) {
    const seen = new Set<string>();
    let id = recordOn(unit, day)?.parentId ?? null;
    while (id !== null && !seen.has(id)) {
      if (id === unit.id) return day;
      seen.add(id);
      const parent = units.get(id);
      id = (parent && recordOn(parent, day)?.parentId) ?? null;
    }
  }
  return null;
}

/**
 * What is wrong with a tree in which some units have changed, by the unit that is to blame: one root, nobody above itself,
 * kinds that nest, and a unit above for every day of a unit's life.
 * @param units the whole tree as it would be
 * @param changed the ids of the units that differ from what is recorded
 */
export function treeFaults(units: ReadonlyMap<string, Unit>, changed: ReadonlySet<string>): Map<string, Fault[]> {
  const faults = new Map<string, Fault[]>();
  const blame = (id: string, found: Fault[]) => {
    if (found.length > 0) faults.set(id, [...(faults.get(id) ?? []), ...found]);
  };
  const roots = [...units.values()].filter((unit) => unit.kind === 'COMPANY' && isFounded(unit));
  const known = roots.filter(({ id }) => !changed.has(id));
  for (const root of roots) {
    const others = known.length > 0 ? known : roots.slice(0, 1);
    if (changed.has(root.id) && !others.includes(root)) {
      blame(root.id, [contradiction('kind', `must be another one: there is a company already, ${others[0]!.code}`)]);
    }
  }
  const stranded = new Map<string, Set<string>>();
  for (const unit of units.values()) {
    const own = changed.has(unit.id);
    for (const record of unit.records) {
      if (record.parentId === null || !(own || changed.has(record.parentId))) continue;
      const found = placeFaults(unit, record, units.get(record.parentId));
      if (own) blame(unit.id, found);
      else if (found.length > 0) {
        stranded.set(record.parentId, (stranded.get(record.parentId) ?? new Set()).add(unit.code));
      }
    }
    const day = own ? standsAboveItself(unit, units) : null;
    if (day !== null) blame(unit.id, [contradiction('parent', `would put ${unit.code} above itself from ${day} on`)]);
  }
  for (const [id, codes] of stranded) {
    blame(id, [contradiction('to', `leaves units below it without a place: ${someOf(codes)}`)]);
  }
  return faults;
}

/** The first few of some codes, and how many more there are. */
function someOf(codes: ReadonlySet<string>): string {
  const [shown, more] = [[...codes].sort().slice(0, MOST_NAMED), codes.size - MOST_NAMED];
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/**
 * Takes one property to another value from a day on, until the value next changes. On the day on which a record begins its value
 * is replaced as long as the day is to come, or as the property is not what changed on that day.
 */
function changedFrom<K extends 'name' | 'parentId'>(
  unit: Unit,
  key: K,
  value: UnitRecord[K],
  from: Day,
  begun: Begun,
  today: Day,
): Unit | Fault {
  const place = unit.records.findIndex((record) => covers(record, from));
  const present = unit.records[place];
  if (!present) return badValue('from', `is no day on which the unit exists`);
  const old = present[key];
  if (old === value) return unit;
  const earlier = unit.records[place - 1];
  const before = earlier?.to === from ? earlier : null;
  if (present.from === from && from <= today && before?.[key] !== old) {
    return badValue('from', 'is the first day of the present record: what that says can only be corrected');
  }
  const next = { ...present, [key]: value, from, ...begun };
  const records = unit.records.slice(0, place);
  if (present.from < from) records.push({ ...present, to: from }, next);
  else if (before === null || before.name !== next.name || before.parentId !== next.parentId) records.push(next);
  // Nothing changes on the day any more.
  else records[place - 1] = { ...before, to: present.to };
  let going = true;
  for (const later of unit.records.slice(place + 1)) {
    going &&= later[key] === old;
    records.push(going ? { ...later, [key]: value } : later);
  }
  return { ...unit, records };
}

/** A unit with another name from a day on. */
export const renamed = (unit: Unit, name: string, from: Day, begun: Begun, today: Day): Unit | Fault =>
  changedFrom(unit, 'name', name, from, begun, today);

/** A unit in another place from a day on. */
export const moved = (unit: Unit, parentId: string, from: Day, begun: Begun, today: Day): Unit | Fault =>
  unit.kind === 'COMPANY'
    ? badValue('id', 'names the company, which cannot be moved')
    : changedFrom(unit, 'parentId', parentId, from, begun, today);

/** A unit that ends on a day. */
export function closed(unit: Unit, to: Day): Unit | Fault {
  const last = unit.records.at(-1)!;
  if (last.to !== null && last.to <= to) return badValue('to', `must be before ${last.to}, when the unit ends already`);
  if (to <= last.from) return badValue('to', `must be after ${last.from}, when the last record begins`);
  return { ...unit, records: [...unit.records.slice(0, -1), { ...last, to }] };
}

/**
 * A unit without what is planned of it for one day to come: the record before goes on instead of the one that would begin,
 * or without the end that it would have. A unit that was to begin on that day has no record left: it never was.
 */
export function unplanned(unit: Unit, on: Day, today: Day): Unit | Fault {
  if (on <= today) return badValue('on', `must be after today, ${today}: what has begun can only be corrected`);
  const { records } = unit;
  const place = records.findIndex(({ from }) => from === on);
  if (place < 0) {
    const last = records.at(-1)!;
    if (last.to !== on) return badValue('on', 'is no day for which anything is planned of the unit');
    return { ...unit, records: [...records.slice(0, -1), { ...last, to: null }] };
  }
  const [present, later] = [records.slice(0, place), records.slice(place + 1)];
  if (present.length === 0) {
    if (later.length > 0) return badValue('on', 'is the first day of the unit, for which more is planned afterwards');
    return { ...unit, records: [], origins: [] };
  }
  const before = present.at(-1)!;
  if (before.to === on) present[place - 1] = { ...before, to: records[place]!.to };
  return { ...unit, records: [...present, ...later] };
}

/**
 * Records with one more (or another in place of the one that begins on the same day): it lasts until its own end or until the
 * next one begins, and the one before it ends where it begins. So rows may come in any order and again.
 */
export function withRecord(records: readonly UnitRecord[], record: UnitRecord): UnitRecord[] {
  const ordered = inOrder([...records.filter(({ from }) => from !== record.from), record]);
  return ordered.map((one, place) => {
    const next = ordered[place + 1];
    return next && (one.to === null || one.to > next.from) ? { ...one, to: next.from } : one;
  });
}

/** Whether two states of a unit say the same. */
export const sameUnit = (a: Unit, b: Unit): boolean => {
  const said = ({ code, kind, currency, records, origins }: Unit) =>
    JSON.stringify([
      ...[code, kind, currency],
      records.map(({ name, parentId, from, to }) => [name, parentId, from, to]),
      origins.map(({ unitId, kind, on }) => [unitId, kind, on]),
    ]);
  return said(a) === said(b);
};
