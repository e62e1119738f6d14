/** The tree of units over time, in memory: look-ups on any day without reading. */
import { covers, type Day } from '@salesgraph/calendar';
import type { Unit, UnitOnDay } from './organization.ts';

/** Of so many days the children of all units are kept at once; statistics ask for few, access for one. */
const DAYS_KEPT = 64;

/** The history of the tree. Everything is as of a day: a unit that does not exist then is in no answer. */
export interface UnitTree {
  /** A unit with its history, whether it exists today or not. */
  get(id: string): Unit | null;
  /** All units with their histories, in code order. */
  all(): readonly Unit[];
  byId(id: string, day: Day): UnitOnDay | null;
  byCode(code: string, day: Day): UnitOnDay | null;
  /** The units above, nearest first; without the unit itself. */
  ancestors(id: string, day: Day): UnitOnDay[];
  /** The unit's id and those of all units above it, nearest first. */
  upwards(id: string, day: Day): string[];
  /** The unit's id and those of all units below it, parents before children, siblings in code order. */
  subtree(id: string, day: Day): readonly string[];
  /** The currency that the company reports in; null before the root is known. */
  readonly currency: string | null;
}

/** @param units in any order; a state in which the parts of one change have not all arrived is answered for as well */
export function unitTree(units: Iterable<Unit>): UnitTree {
  const inOrder = [...units].sort((a, b) => (a.code < b.code ? -1 : 1));
  const byId = new Map(inOrder.map((unit) => [unit.id, unit]));
  const byCode = new Map(inOrder.map((unit) => [unit.code, unit]));
  const children = new Map<Day, Map<string, string[]>>();

  function onDay(unit: Unit | undefined, day: Day): UnitOnDay | null {
    const record = unit?.records.find((one) => covers(one, day));
    if (!unit || !record) return null;
    return { id: unit.id, code: unit.code, kind: unit.kind, name: record.name, parentId: record.parentId };
  }

  function childrenOn(day: Day): Map<string, string[]> {
    const known = children.get(day);
    if (known) return known;
    const found = new Map<string, string[]>();
    for (const unit of inOrder) {
      const parentId = onDay(unit, day)?.parentId;
      if (!parentId) continue;
      const siblings = found.get(parentId);
      if (siblings) siblings.push(unit.id);
      else found.set(parentId, [unit.id]);
    }
    if (children.size >= DAYS_KEPT) children.delete(children.keys().next().value!);
    children.set(day, found);
    return found;
  }

  function climb(id: string, day: Day): UnitOnDay[] {
    const line: UnitOnDay[] = [];
    // While a change is arriving in parts the tree may have a ring for a moment.
    const seen = new Set<string>();
    for (
      let at = onDay(byId.get(id), day);
      at && !seen.has(at.id);
      at = at.parentId ? onDay(byId.get(at.parentId), day) : null
    ) {
      seen.add(at.id);
      line.push(at);
    }
    return line;
  }

  return {
    get: (id) => byId.get(id) ?? null,
    all: () => inOrder,
    byId: (id, day) => onDay(byId.get(id), day),
    byCode: (code, day) => onDay(byCode.get(code), day),
    ancestors: (id, day) => climb(id, day).slice(1),
    upwards: (id, day) => climb(id, day).map((unit) => unit.id),
    subtree(id, day) {
      if (!onDay(byId.get(id), day)) return [];
      const below = childrenOn(day);
      const found = new Set<string>();
      const add = (unitId: string): void => {
        if (found.has(unitId)) return;
        found.add(unitId);
        for (const child of below.get(unitId) ?? []) add(child);
      };
      add(id);
      return [...found];
    },
    currency: inOrder.find(({ kind, currency }) => kind === 'COMPANY' && currency !== null)?.currency ?? null,
  };
}
