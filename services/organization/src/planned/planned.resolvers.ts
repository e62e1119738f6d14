import type { Day } from '@salesgraph/calendar';
import { fail, type PageArgs, pageOfArray } from '@salesgraph/service-kit';
import type { OrganizationContext, PersonOnDay, UnitOnDay } from '../directory.ts';
import type { StoredPerson } from '../people/people.store.ts';
import type { Stores } from '../stores.ts';
import type { StoredUnit } from '../units/units.store.ts';
import { inOrderOfDays, type Planned, placeOf, plannedOfPerson, plannedOfUnit } from './planned.ts';

type StoredPlan = Planned<StoredUnit, StoredPerson>;

/** How many people may have plans at once for the list to be shown. */
const MAX_PEOPLE = 10_000;

interface ListArgs extends PageArgs {
  from?: Day | null;
  to?: Day | null;
}

export const plannedResolvers = (stores: Stores) => ({
  Query: {
    plannedChanges: async (_: unknown, { from, to, ...page }: ListArgs, { loaders }: OrganizationContext) => {
      const today = stores.today();
      const [units, people] = await Promise.all([loaders.units(), stores.people.withPlans(today, MAX_PEOPLE + 1)]);
      if (people.length > MAX_PEOPLE) throw fail('TOO_MANY', `More than ${MAX_PEOPLE} people have plans.`);
      const all: StoredPlan[] = [
        ...[...units.values()].flatMap((unit) => plannedOfUnit(unit, today)),
        ...people.flatMap((person) => plannedOfPerson(person, today)),
      ];
      const within = all.filter(({ on }) => (!from || on >= from) && (!to || on < to));
      return pageOfArray(inOrderOfDays(within), page, placeOf, 'UPWARDS');
    },
  },
  OrgUnit: {
    plannedChanges: ({ unit }: UnitOnDay) => inOrderOfDays(plannedOfUnit(unit, stores.today())),
  },
  Employee: {
    plannedChanges: ({ person }: PersonOnDay) => inOrderOfDays(plannedOfPerson(person, stores.today())),
  },
  PlannedChange: {
    unit: async ({ on, unit, assignment }: StoredPlan, _: unknown, { loaders }: OrganizationContext) => {
      const found = assignment ? (await loaders.units()).get(assignment.unitId) : unit;
      return found ? { unit: found, day: on } : null;
    },
    employee: ({ on, person }: StoredPlan) => (person ? { person, day: on } : null),
    assignment: ({ on, assignment }: StoredPlan) => (assignment ? { ...assignment, day: on } : null),
    changedBy: ({ by }: StoredPlan) => by,
  },
});
