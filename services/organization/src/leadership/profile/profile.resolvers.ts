import { covers } from '@salesgraph/calendar';
import type { PersonOnDay } from '../../directory.ts';
import type { LineLoaders } from '../../lines/lines.loaders.ts';
import type { Assignment } from '../../people/assignments.ts';
import { type LeadershipContext, unitOn } from '../context.ts';
import type { StoredOpening } from '../openings/openings.store.ts';
import { candidateOf } from '../openings/openings.ts';
import type { LeadershipStores } from '../stores.ts';
import type { StoredPlan } from '../succession/succession.store.ts';
import { daysUntil, positionsOf, tenureDays } from './profile.ts';

interface ProfileContext extends LeadershipContext {
  loaders: LeadershipContext['loaders'] & LineLoaders;
}

type PositionOnDay = Assignment & { day: PersonOnDay['day'] };

const byNeed = (a: StoredOpening, b: StoredOpening) =>
  a.neededFrom < b.neededFrom || (a.neededFrom === b.neededFrom && a.id < b.id) ? -1 : 1;

/** Somebody as a leader; null of somebody who never leads. */
const profileOf = (shown: PersonOnDay | null): PersonOnDay | null =>
  shown?.person.assignments.some(({ leader }) => leader) ? shown : null;

export const profileResolvers = (stores: LeadershipStores) => ({
  Employee: { leaderProfile: profileOf },
  LeaderProfile: {
    __resolveReference: async ({ id }: { id: string }, { loaders }: ProfileContext) => {
      const person = await loaders.person.load(id);
      return profileOf(person && { person, day: stores.today() });
    },
    id: ({ person }: PersonOnDay) => person.id,
    employee: (shown: PersonOnDay) => shown,
    positions: ({ person, day }: PersonOnDay): PositionOnDay[] =>
      positionsOf(person.assignments).map((position) => ({ ...position, day })),
    units: ({ person, day }: PersonOnDay, _: unknown, context: ProfileContext) =>
      Promise.all(
        positionsOf(person.assignments)
          .filter((position) => covers(position, day))
          .map(({ unitId }) => unitOn(unitId, day, context)),
      ),
    directReports: ({ person, day }: PersonOnDay, _: unknown, { loaders }: ProfileContext) =>
      loaders.reportCount.load({ person, day, deep: false }),
    tenureDays: ({ person, day }: PersonOnDay) => tenureDays(positionsOf(person.assignments), day),
    openingsWon: async ({ person }: PersonOnDay, _: unknown, { loaders }: ProfileContext) =>
      (await loaders.leadership.openingsWon.load(person.id)).toSorted(byNeed),
    assessmentResults: async ({ person }: PersonOnDay, _: unknown, { viewer, loaders }: ProfileContext) => {
      if ((await viewer.employee())?.id === person.id) return null;
      const openings = (await loaders.leadership.openingsAssessedIn.load(person.id)).toSorted(byNeed);
      const found = await Promise.all(
        openings.map(async (opening) => {
          const candidate = candidateOf(opening, person.id);
          const result = (await loaders.leadership.results.load(opening))?.get(person.id);
          if (!candidate || !result || !(await loaders.leadership.decidesOn(opening))) return [];
          return [{ opening, state: candidate.state, result: { ...result, opening } }];
        }),
      );
      return found.flat();
    },
    successionPlaces: async ({ person }: PersonOnDay, _: unknown, { loaders }: ProfileContext) =>
      (await loaders.leadership.plansNaming.load(person.id)).map((plan: StoredPlan) => {
        const place = plan.successors.findIndex(({ employeeId }) => employeeId === person.id);
        return { plan, place: place + 1, readiness: plan.successors[place]!.readiness };
      }),
  },
  LeaderPosition: {
    unit: ({ unitId, day }: PositionOnDay, _: unknown, context: ProfileContext) => unitOn(unitId, day, context),
    days: ({ day, ...position }: PositionOnDay) => daysUntil(position, day),
  },
});
