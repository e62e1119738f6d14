/** Span of control: how many people report directly to each leader. Pure functions over plain data. */
import type { TreeOnDay } from '@salesgraph/organization-model';
import { directReportsIn, type Leader, type LeaderOf } from '../lines/lines.ts';

/** A leader, the units led and how many report. */
export interface Span {
  leader: Leader;
  /** In code order. */
  unitIds: string[];
  directReports: number;
}

/**
 * The leaders of some units with their spans, the widest first, equal ones in code order.
 * @param leaderOf who leads each of the units and each unit above
 * @param membersOf how many people have their primary assignment in a unit
 */
export function spansOf(
  tree: TreeOnDay,
  unitIds: readonly string[],
  leaderOf: LeaderOf,
  membersOf: (unitId: string) => number,
): Span[] {
  const reports = directReportsIn(tree, unitIds, leaderOf);
  const spans = new Map<string, Span>();
  const codeOf = (id: string) => tree.get(id)?.code ?? id;
  for (const unitId of unitIds) {
    const leader = leaderOf(unitId);
    if (!leader) continue;
    const span = spans.get(leader.id) ?? { leader, unitIds: [], directReports: 0 };
    span.unitIds.push(unitId);
    spans.set(leader.id, span);
  }
  for (const [id, span] of spans) {
    const { unitIds: units, leaders } = reports.get(id) ?? { unitIds: [], leaders: [] };
    const members = units.reduce((sum, unitId) => sum + membersOf(unitId), 0);
    const home = span.leader.homeId;
    span.directReports = members + leaders.length - Number(home !== null && units.includes(home));
    span.unitIds.sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
  }
  return [...spans.values()].sort(
    (a, b) => b.directReports - a.directReports || (a.leader.code < b.leader.code ? -1 : 1),
  );
}

/** The median of whole numbers in order, as an exact decimal; null of none. */
export function medianOf(ordered: readonly number[]): string | null {
  if (ordered.length === 0) return null;
  const twice = ordered[(ordered.length - 1) >> 1]! + ordered[ordered.length >> 1]!;
  return twice % 2 === 0 ? String(twice / 2) : `${(twice - 1) / 2}.5`;
}
