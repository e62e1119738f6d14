/** How assignments pass from one unit to another when units are split and merged: pure functions over plain data. */
import { covers, type Day, overlaps } from '@salesgraph/calendar';
import { inOrder } from '../units/units.ts';
import { type Assignment, arranged, identified, type Person } from './assignments.ts';

/** From which day, why and by whom. */
interface Passing {
  from: Day;
  reason: string | null;
  by: string;
}

/** Assignments that say the same of the same time become one: somebody may come from two units, or be there already. */
function united(personCode: string, assignments: readonly Assignment[]): Assignment[] {
  const alike = Map.groupBy(assignments, (one) => [one.unitId, one.role, one.primary, one.leader].join(' '));
  return [...alike.values()].flatMap((some) => {
    const [first, ...others] = inOrder(some);
    const joined = [first!];
    for (const next of others) {
      const last = joined.at(-1)!;
      if (next.primary || !overlaps(last, next)) joined.push(next);
      else if (last.to !== null && (next.to === null || next.to > last.to))
        joined[joined.length - 1] = identified(personCode, { ...last, to: next.to });
    }
    return joined;
  });
}

/** Which of the assignments that pass on leads: one that led, else the primary one, else the first. */
function leading(passing: readonly Assignment[], day: Day): Assignment | undefined {
  const now = passing.filter((one) => covers(one, day));
  return now.find(({ leader }) => leader) ?? now.find(({ primary }) => primary) ?? now[0];
}

/** Whether a person is in one of some units on a day: whoever comes later cannot lead from that day on what they become. */
export const isThere = ({ assignments }: Pick<Person, 'assignments'>, unitIds: readonly string[], day: Day): boolean =>
  assignments.some((one) => unitIds.includes(one.unitId) && covers(one, day));

/**
 * A person whose assignments to some units go on in another unit from a day on, each with its role and until its own end;
 * those that would begin later begin there.
 * @param leads whether the person leads the new unit; whoever led one of the old ones does not do so by that alone
 */
export function passedOn(
  person: Person,
  unitIds: readonly string[],
  toId: string,
  leads: boolean,
  { from, reason, by }: Passing,
): Person {
  const passing = person.assignments.filter(({ unitId, to }) => unitIds.includes(unitId) && (to === null || to > from));
  const leader = leads ? leading(passing, from) : undefined;
  const assignments = person.assignments.flatMap((one) => {
    if (!passing.includes(one)) return [one];
    const begins = one.from < from ? from : one.from;
    const next = identified(person.code, {
      ...{ unitId: toId, role: one.role, primary: one.primary, leader: one === leader },
      ...{ from: begins, to: one.to, reason, by },
    });
    return one.from < from ? [{ ...one, to: from }, next] : [next];
  });
  return { ...person, assignments: arranged(united(person.code, assignments)) };
}
