/**
 * Reporting lines of one day: pure functions over the tree and its leaders. A person's manager leads the nearest unit, from the
 * own one upwards, that has a leader other than the person; so a unit knows of two superiors: its nearest leader, and the nearest
 * other one, to whom that leader reports who belongs to the unit.
 */
import type { TreeOnDay } from '@salesgraph/organization-model';

/** The nearest two different leaders, from a unit upwards; ids of people, null where there is none. */
export interface Superiors {
  nearest: string | null;
  next: string | null;
}

/** A leader of the day: who it is and where the primary assignment is. */
export interface Leader {
  id: string;
  code: string;
  /** The unit of the primary assignment; null without one. */
  homeId: string | null;
}

export type LeaderOf = (unitId: string) => Leader | null;

const NOBODY: Superiors = { nearest: null, next: null };

/**
 * Who stands above the people of units.
 * @param leaderOf who leads each of the units asked for and each above them
 * @returns a function that answers for one unit; it remembers, so that a whole tree takes one step a unit
 */
export function superiorsIn(tree: TreeOnDay, leaderOf: LeaderOf): (unitId: string) => Superiors {
  const known = new Map<string, Superiors>();
  return (unitId) => {
    for (const id of tree
      .upwards(unitId)
      .filter((one) => !known.has(one))
      .reverse()) {
      const above = known.get(tree.parent(id)?.id ?? '') ?? NOBODY;
      const own = leaderOf(id)?.id ?? null;
      const next = above.nearest === own ? above.next : above.nearest;
      known.set(id, own === null ? above : { nearest: own, next });
    }
    return known.get(unitId) ?? NOBODY;
  };
}

/** Those who report to a person directly: the people of some units, and some leaders beside them. */
export interface DirectReports {
  /** Everybody with a primary assignment here reports to the person, who may be among them. */
  unitIds: string[];
  /** Leaders at home in a unit of their own. */
  leaders: Leader[];
}

/**
 * Who reports directly to each leader among some units.
 * @param unitIds the units whose people are looked at
 * @param leaderOf who leads each of them and each unit above
 * @returns by the id of the leader; only reports who belong to one of the units
 */
export function directReportsIn(
  tree: TreeOnDay,
  unitIds: readonly string[],
  leaderOf: LeaderOf,
): Map<string, DirectReports> {
  const superiors = superiorsIn(tree, leaderOf);
  const found = new Map<string, DirectReports>();
  const of = (id: string): DirectReports => {
    const reports = found.get(id) ?? { unitIds: [], leaders: [] };
    found.set(id, reports);
    return reports;
  };
  const among = new Set(unitIds);
  const leaders = new Map<string, Leader>();
  for (const unitId of among) {
    const { nearest } = superiors(unitId);
    if (nearest !== null) of(nearest).unitIds.push(unitId);
    for (const id of tree.upwards(unitId)) {
      const leader = leaderOf(id);
      if (leader) leaders.set(leader.id, leader);
    }
  }
  for (const leader of leaders.values()) {
    if (leader.homeId === null || !among.has(leader.homeId)) continue;
    const { nearest, next } = superiors(leader.homeId);
    if (nearest === leader.id && next !== null) of(next).leaders.push(leader);
  }
  return found;
}

/** The chain of command: the leaders of the units upwards, each once and without the person, nearest first. */
export const chainAmong = <P extends { id: string }>(personId: string, leaders: readonly (P | null)[]): P[] => [
  ...new Map(leaders.flatMap((leader) => (leader && leader.id !== personId ? [[leader.id, leader]] : []))).values(),
];
