/** Finds where people belonged on a day, in the organization's history (a deal finds its unit when it is read). */
import { covers, type Day } from '@salesgraph/calendar';
import type { Placement } from './metrics/participations.ts';

/** The time in which a person belongs to a unit: `[from, to)`. */
interface Belonging {
  readonly unitId: string;
  readonly primary: boolean;
  readonly from: Day;
  readonly to: Day | null;
}

/** The history of the tree of units. */
interface Tree {
  /** The unit's id and those of all units above it on a day, nearest first; none when it does not exist then. */
  upwards(unitId: string, day: Day): readonly string[];
}

/**
 * The placement of some people. A person belongs to the unit of the primary assignment of the day; one without a primary
 * assignment then, or who is not among the people, belongs to no unit.
 */
export function placementFrom(
  people: ReadonlyMap<string, { readonly assignments: readonly Belonging[] }>,
  units: Tree,
): Placement {
  const found = new Map<string, readonly string[]>();
  return {
    unitsAbove(employeeId, day) {
      const unitId = people.get(employeeId)?.assignments.find((one) => one.primary && covers(one, day))?.unitId;
      if (unitId === undefined) return [];
      const key = `${day} ${unitId}`;
      let above = found.get(key);
      if (!above) {
        above = units.upwards(unitId, day);
        found.set(key, above);
      }
      return above;
    },
  };
}
