/** The tree of units over time, in memory: look-ups on any day without reading. */
import { covers, type Day } from '@salesgraph/calendar';
import type { Unit, UnitKind, UnitOnDay } from './organization.ts';

/** Of so many days the whole tree is kept at once; statistics ask for few, access for one. */
const DAYS_KEPT = 64;

/** The tree as it stands on one day. A unit that does not exist then is in no answer. */
export interface TreeOnDay<U extends Unit = Unit> {
  readonly day: Day;
  get(id: string): U | null;
  byCode(code: string): U | null;
  /** All units of the day in code order. */
  all(): U[];
  root(): U | null;
  parent(id: string): U | null;
  /** The units directly below, in code order. */
  children(id: string): U[];
  /** The topmost units of a kind anywhere below, in code order. */
  topmost(id: string, kind: UnitKind): U[];
  /** The unit's id and those of all units below it, parents before children, siblings in code order. */
  subtree(id: string): readonly string[];
  /** The unit's id and those of all units above it, nearest first. */
  upwards(id: string): string[];
}

/** The history of the tree. Everything with a day is as of that day: a unit that does not exist then is in no answer. */
export interface UnitTree<U extends Unit = Unit> {
  /** Every unit with its history by id, whether it exists today or not. */
  readonly units: ReadonlyMap<string, U>;
  /** A unit with its history, whether it exists today or not. */
  get(id: string): U | null;
  /** All units with their histories, in code order. */
  all(): readonly U[];
  /** The tree of one day, made once and kept while other days do not push it out. */
  on(day: Day): TreeOnDay<U>;
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

const byCode = (a: Unit, b: Unit) => (a.code < b.code ? -1 : 1);

/** @param units all units in code order, whether they exist on that day or not */
function treeOnDay<U extends Unit>(units: readonly U[], day: Day): TreeOnDay<U> {
  const present = new Map<string, U>();
  const codes = new Map<string, U>();
  const parents = new Map<string, string | null>();
  const below = new Map<string, U[]>();
  for (const unit of units) {
    const record = unit.records.find((one) => covers(one, day));
    if (!record) continue;
    present.set(unit.id, unit);
    codes.set(unit.code, unit);
    parents.set(unit.id, record.parentId);
    if (record.parentId === null) continue;
    const siblings = below.get(record.parentId);
    if (siblings) siblings.push(unit);
    else below.set(record.parentId, [unit]);
  }
  const children = (id: string): readonly U[] => below.get(id) ?? [];
  const subtrees = new Map<string, readonly string[]>();

  /** Everything below a unit, each once: while a change is arriving in parts the tree may have a ring for a moment. */
  function walk(id: string): readonly string[] {
    const found = new Set([id]);
    const add = (parent: string): void => {
      for (const child of children(parent)) {
        if (found.has(child.id)) continue;
        found.add(child.id);
        add(child.id);
      }
    };
    add(id);
    return [...found];
  }

  return {
    day,
    get: (id) => present.get(id) ?? null,
    byCode: (code) => codes.get(code) ?? null,
    all: () => [...present.values()],
    root: () => [...present.values()].find(({ kind }) => kind === 'COMPANY') ?? null,
    parent: (id) => present.get(parents.get(id) ?? '') ?? null,
    children: (id) => [...children(id)],
    topmost(id, kind) {
      const seen = new Set<string>();
      const find = (parent: string): U[] => {
        if (seen.has(parent)) return [];
        seen.add(parent);
        return children(parent).flatMap((child) => (child.kind === kind ? [child] : find(child.id)));
      };
      return find(id).sort(byCode);
    },
    subtree(id) {
      if (!present.has(id)) return [];
      const known = subtrees.get(id);
      if (known) return known;
      const found = walk(id);
      subtrees.set(id, found);
      return found;
    },
    upwards(id) {
      const line = new Set<string>();
      for (let at: string | null = id; at !== null && present.has(at) && !line.has(at); at = parents.get(at) ?? null)
        line.add(at);
      return [...line];
    },
  };
}

/** @param units in any order; a state in which the parts of one change have not all arrived is answered for as well */
export function unitTree<U extends Unit>(units: Iterable<U>): UnitTree<U> {
  const inOrder = [...units].sort(byCode);
  const byId = new Map(inOrder.map((unit) => [unit.id, unit]));
  const codes = new Map(inOrder.map((unit) => [unit.code, unit]));
  const days = new Map<Day, TreeOnDay<U>>();

  function onDay(unit: Unit | undefined, day: Day): UnitOnDay | null {
    const record = unit?.records.find((one) => covers(one, day));
    if (!unit || !record) return null;
    return { id: unit.id, code: unit.code, kind: unit.kind, name: record.name, parentId: record.parentId };
  }

  function on(day: Day): TreeOnDay<U> {
    const known = days.get(day);
    if (known) return known;
    const found = treeOnDay(inOrder, day);
    if (days.size >= DAYS_KEPT) days.delete(days.keys().next().value!);
    days.set(day, found);
    return found;
  }

  /** Without the whole tree of the day: figures of many days climb from few units. */
  function climb(id: string, day: Day): UnitOnDay[] {
    const line: UnitOnDay[] = [];
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
    units: byId,
    get: (id) => byId.get(id) ?? null,
    all: () => inOrder,
    on,
    byId: (id, day) => onDay(byId.get(id), day),
    byCode: (code, day) => onDay(codes.get(code), day),
    ancestors: (id, day) => climb(id, day).slice(1),
    upwards: (id, day) => climb(id, day).map((unit) => unit.id),
    subtree: (id, day) => on(day).subtree(id),
    currency: inOrder.find(({ kind, currency }) => kind === 'COMPANY' && currency !== null)?.currency ?? null,
  };
}
