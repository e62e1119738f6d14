/** What performance knows of leaders: a leader's card is that of the unit. */
import { covers, type Day, lastDay, type Month } from '@salesgraph/calendar';
import type { Person } from '@salesgraph/organization-model';
import type { PerformanceContext } from '../loaders.ts';
import type { Stores } from '../stores.ts';

/** The units that a person leads on a day, in the order in which they were taken over. */
const unitsLed = ({ assignments }: Person, day: Day): string[] =>
  assignments
    .filter((one) => one.leader && covers(one, day))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map(({ unitId }) => unitId);

export const leaderResolvers = ({ today }: Pick<Stores, 'today'>) => ({
  LeaderProfile: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    scorecards: async (
      { id }: { id: string },
      { period }: { period?: Month | null },
      { loaders }: PerformanceContext,
    ) => {
      const person = await loaders.person.load(id);
      if (!person) return [];
      const led = unitsLed(person, period ? lastDay(period) : today());
      const cards = await Promise.all(led.map((subjectId) => loaders.card.load({ subjectId, month: period ?? null })));
      return cards.filter((card) => card !== null);
    },
  },
});
