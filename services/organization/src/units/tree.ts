/** The tree of units as it stands on one day. */
import type { Day } from '@salesgraph/calendar';
import { recordOn, type Unit, type UnitKind } from './units.ts';

const byCode = (a: Unit, b: Unit) => (a.code < b.code ? -1 : 1);

export type TreeOnDay<U extends Unit = Unit> = ReturnType<typeof treeOn<U>>;

/** @param units all units, whether they exist on that day or not */
export function treeOn<U extends Unit>(units: Iterable<U>, day: Day) {
  const present = new Map<string, U>();
  const parents = new Map<string, string | null>();
  const below = new Map<string, U[]>();
  for (const unit of [...units].sort(byCode)) {
    const record = recordOn(unit, day);
    if (!record) continue;
    present.set(unit.id, unit);
    parents.set(unit.id, record.parentId);
    if (record.parentId === null) continue;
    const siblings = below.get(record.parentId);
    if (siblings) siblings.push(unit);
    else below.set(record.parentId, [unit]);
  }
  const children = (id: string): U[] => below.get(id) ?? [];

  function* walk(id: string): Generator<U> {
    for (const child of children(id)) {
      yield child;
      yield* walk(child.id);
    }
  }

  return {
    day,
    /** The unit, if it exists on that day. */
    get: (id: string): U | null => present.get(id) ?? null,
    /** All units of that day in code order. */
    all: (): U[] => [...present.values()],
    root: (): U | null => [...present.values()].find(({ kind }) => kind === 'COMPANY') ?? null,
    parent: (id: string): U | null => present.get(parents.get(id) ?? '') ?? null,
    /** The units directly below, in code order. */
    children,
    /** The topmost units of a kind anywhere below, in code order. */
    topmost(id: string, kind: UnitKind): U[] {
      const find = (parent: string): U[] =>
        children(parent).flatMap((child) => (child.kind === kind ? [child] : find(child.id)));
      return find(id).sort(byCode);
    },
    /** The unit's id and those of all units below it; empty when the unit does not exist on that day. */
    subtree: (id: string): string[] => (present.has(id) ? [id, ...[...walk(id)].map((unit) => unit.id)] : []),
    /** The unit's id and those of all units above it, nearest first; empty when the unit does not exist on that day. */
    upwards(id: string): string[] {
      const ids: string[] = [];
      for (let at: string | null = present.has(id) ? id : null; at !== null; at = parents.get(at) ?? null) ids.push(at);
      return ids;
    },
  };
}
