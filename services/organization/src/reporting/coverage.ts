/**
 * Which units a report is about, on any day: the units on top and whatever stood below them on that day. So a region's report
 * of last year is about the region of last year.
 */
import type { Scope } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import type { TreeOnDay, UnitTree } from '@salesgraph/organization-model';
import type { Unit } from '../units/units.ts';

/** What a report is about. */
export interface Coverage<U extends Unit = Unit> {
  /** The units of the report on a day, parents before children. The same array for days between which no unit changes. */
  on(day: Day): readonly string[];
  /** The tree of a day. */
  tree(day: Day): TreeOnDay<U>;
  /** Every unit that is in the report on some day, and perhaps others; null for all units there are. */
  readonly ever: readonly string[] | null;
}

/** The units on top of a report: those of one unit, of everything in reach, or the whole company (null). */
export type Tops = readonly string[] | null;

/**
 * What somebody may have a report about.
 * @param unitId the unit asked for; everything in reach without one
 * @returns undefined when there is no such unit in reach: what is hidden looks like what is absent
 */
export function topsOf(
  scope: Scope,
  unitId: string | null | undefined,
  isUnit: (id: string) => boolean,
): Tops | undefined {
  if (scope.kind === 'NONE') return undefined;
  if (unitId === null || unitId === undefined) return scope.kind === 'COMPANY' ? null : scope.unitIds;
  const isInReach = isUnit(unitId) && (scope.kind === 'COMPANY' || scope.unitIds.includes(unitId));
  return isInReach ? [unitId] : undefined;
}

/** @param deep whether what stands below the units on top is part of the report; below the whole company it always is */
export function coverageOf<U extends Unit>(history: UnitTree<U>, tops: Tops, deep = true): Coverage<U> {
  const known = new Map<Day, readonly string[]>();
  const changes = daysOfChange(history);
  // Between two days on which units change, the tree of the earlier one serves all; before the first there is none.
  const dayOfTree = (day: Day) => latestUntil(changes, day) ?? BEFORE_ALL;

  function unitsOn(day: Day): readonly string[] {
    const tree = history.on(day);
    if (tops === null) return tree.all().map(({ id }) => id);
    const found = new Set<string>();
    for (const top of tops) {
      if (found.has(top)) continue;
      for (const id of deep ? tree.subtree(top) : tree.get(top) ? [top] : []) found.add(id);
    }
    return [...found];
  }

  return {
    on(day) {
      const at = dayOfTree(day);
      const units = known.get(at) ?? unitsOn(at);
      known.set(at, units);
      return units;
    },
    tree: (day) => history.on(dayOfTree(day)),
    ever: tops && (deep ? everBelow(history, tops) : tops),
  };
}

/** The first day that a calendar here has. */
const BEFORE_ALL: Day = '0001-01-01';

const daysKept = new WeakMap<UnitTree, Day[]>();

/** The days on which a unit begins, ends or changes its place, in order. */
function daysOfChange(history: UnitTree): Day[] {
  const kept = daysKept.get(history);
  if (kept) return kept;
  const days = history
    .all()
    .flatMap(({ records }) => records.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  const inOrder = [...new Set(days)].sort();
  daysKept.set(history, inOrder);
  return inOrder;
}

function latestUntil(days: readonly Day[], day: Day): Day | undefined {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return days[low - 1];
}

/** The units that stood below some others at any time, if only in parts of one way up that never held on one day. */
function everBelow(history: UnitTree, tops: readonly string[]): string[] {
  const below = new Map<string, Set<string>>();
  for (const { id, records } of history.all()) {
    for (const { parentId } of records) {
      if (parentId !== null) below.set(parentId, (below.get(parentId) ?? new Set()).add(id));
    }
  }
  const found = new Set(tops);
  for (const id of found) for (const child of below.get(id) ?? []) found.add(child);
  return [...found];
}
