/** Who leads which unit, of people as reports read them. */
import { covers, type Day, type Interval } from '@salesgraph/calendar';
import type { Leader, LeaderOf } from '../lines/lines.ts';
import { primaryOn } from '../people/assignments.ts';
import type { SeatedPerson } from './seats.store.ts';

/** The time in which somebody leads a unit. */
export interface Term extends Interval {
  unitId: string;
  personId: string;
}

/** Every time in which one of some people leads a unit, by unit, oldest first. */
export function termsOf(people: readonly SeatedPerson[]): Map<string, Term[]> {
  const terms = people.flatMap(({ id, assignments }) =>
    assignments.filter(({ leader }) => leader).map(({ unitId, from, to }) => ({ unitId, personId: id, from, to })),
  );
  return Map.groupBy(
    terms.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    ({ unitId }) => unitId,
  );
}

/** Who leads a unit on a day, looked up among some people. */
export function leadersOn(people: readonly SeatedPerson[], day: Day): LeaderOf {
  const leaders = new Map<string, Leader>();
  for (const person of people) {
    for (const assignment of person.assignments) {
      if (!assignment.leader || !covers(assignment, day)) continue;
      const { id, code } = person;
      leaders.set(assignment.unitId, { id, code, homeId: primaryOn(person, day)?.unitId ?? null });
    }
  }
  return (unitId) => leaders.get(unitId) ?? null;
}
