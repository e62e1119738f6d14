/** The organization as scoring sees it in one month, from the histories of people and units. */
import {
  addDays,
  covers,
  type Day,
  dayAfterMonth,
  firstDay,
  lastDay,
  type Month,
  overlaps,
} from '@salesgraph/calendar';
import type { Group } from '../formulas/formulas.ts';
import { placementFrom } from '../placement.ts';
import type { OrganizationOfMonth } from './freezing.ts';

/** A person with all assignments. */
export interface HistoryOfPerson {
  id: string;
  code: string;
  assignments: readonly { unitId: string; role: string; primary: boolean; from: Day; to: Day | null }[];
}

/** A unit with the times in which it exists. */
export interface HistoryOfUnit {
  id: string;
  code: string;
  kind: string;
  records: readonly { from: Day; to: Day | null }[];
}

const GROUP_OF_KIND: Readonly<Record<string, Group>> = {
  COMPANY: 'COMPANY',
  DEPARTMENT: 'DEPARTMENT',
  REGION: 'REGION',
  TEAM: 'TEAM',
};

/** The history of the tree of units. */
export interface TreeOfUnits {
  /** The unit and all units above it on a day, nearest first; none when it does not exist then. */
  upwards(unitId: string, day: Day): readonly string[];
}

/** The last day of a month that lies in one of some intervals; null when none does. */
function lastDayIn(intervals: readonly { from: Day; to: Day | null }[], month: Month): Day | null {
  const within = { from: firstDay(month), to: dayAfterMonth(month) };
  const days = intervals
    .filter((interval) => overlaps(interval, within))
    .map(({ to }) => (to !== null && to < within.to ? addDays(to, -1) : lastDay(month)));
  return days.reduce<Day | null>((latest, day) => (latest === null || day > latest ? day : latest), null);
}

/** Looks a month up in the histories; whatever order they come in, the result is the same. */
export function organizationIn(
  month: Month,
  people: readonly HistoryOfPerson[],
  units: readonly HistoryOfUnit[],
  tree: TreeOfUnits,
): OrganizationOfMonth {
  const personById = new Map(people.map((person) => [person.id, person]));
  const { unitsAbove } = placementFrom(personById, tree);

  const engineers = people.flatMap(({ id, code, assignments }) => {
    const held = assignments.filter(({ role }) => role === 'SALES_ENGINEER');
    const day = lastDayIn(held, month);
    if (day === null) return [];
    const place = held.find((one) => one.primary && covers(one, day)) ?? held.find((one) => covers(one, day))!;
    return [{ id, code, unitIds: tree.upwards(place.unitId, day) }];
  });
  const scoredUnits = units.flatMap(({ id, code, kind, records }) => {
    const group = GROUP_OF_KIND[kind];
    const day = lastDayIn(records, month);
    return group && day !== null ? [{ id, code, group, unitIds: tree.upwards(id, day) }] : [];
  });
  return {
    engineers,
    units: scoredUnits,
    unitsAbove,
    homeOf(employeeId) {
      const primary = personById.get(employeeId)?.assignments.filter((one) => one.primary) ?? [];
      const day = lastDayIn(primary, month);
      return day === null ? [] : unitsAbove(employeeId, day);
    },
  };
}
