import type { Day } from '@salesgraph/calendar';
import { badInput, type PageArgs, pageArgs, pageOfArray, toConnection } from '@salesgraph/service-kit';
import type { PersonOnDay, UnitOnDay } from '../directory.ts';
import { primaryOn } from '../people/assignments.ts';
import type { Stores } from '../stores.ts';
import { type ChartPlace, chartCursor, chartOf } from './chart.ts';
import type { LinesContext } from './lines.loaders.ts';
import { chainAmong } from './lines.ts';

type Place = ChartPlace<UnitOnDay['unit']> & UnitOnDay;

export const lineResolvers = (stores: Stores) => ({
  Query: {
    orgChart: async (
      _: unknown,
      { unit, asOf, depth, ...page }: PageArgs & { unit: string; asOf?: Day | null; depth?: number | null },
      { loaders }: LinesContext,
    ) => {
      if (depth !== null && depth !== undefined && depth < 0) throw badInput('depth', 'must be at least 0');
      const day = asOf ?? stores.today();
      const chart = chartOf(await loaders.tree(day), unit, depth ?? undefined);
      return (
        chart &&
        pageOfArray(
          chart.map((place): Place => ({ ...place, day })),
          page,
          chartCursor,
        )
      );
    },
  },
  OrgChartNode: {
    unit: ({ unit, day }: Place): UnitOnDay => ({ unit, day }),
    parentId: async ({ unit, day }: Place, _: unknown, { loaders }: LinesContext) =>
      (await loaders.tree(day)).parent(unit.id)?.id ?? null,
    leader: async ({ unit, day }: Place, _: unknown, { loaders }: LinesContext) => {
      const person = await loaders.leader.load({ unitId: unit.id, day });
      return person && { person, day };
    },
    vacant: async ({ unit, day }: Place, _: unknown, { loaders }: LinesContext) =>
      (await loaders.leader.load({ unitId: unit.id, day })) === null,
    memberCount: ({ unit, day }: Place, _: unknown, { loaders }: LinesContext) =>
      loaders.memberCount.load({ unitId: unit.id, day, deep: false }),
    deepMemberCount: ({ unit, day }: Place, _: unknown, { loaders }: LinesContext) =>
      loaders.memberCount.load({ unitId: unit.id, day, deep: true }),
    members: async ({ unit, day }: Place, args: PageArgs, { loaders }: LinesContext) => {
      const { limit, after } = pageArgs(args);
      const people = await loaders.memberPage.load({ unitId: unit.id, day, deep: false, limit, after });
      return peopleConnection(people, day, { limit, after }, () =>
        loaders.memberCount.load({ unitId: unit.id, day, deep: false }),
      );
    },
  },
  Employee: {
    reports: async (
      { person, day: inherited }: PersonOnDay,
      { deep, asOf, ...args }: PageArgs & { deep: boolean; asOf?: Day | null },
      { loaders }: LinesContext,
    ) => {
      const day = asOf ?? inherited;
      const page = pageArgs(args);
      const people = await loaders.reportPage.load({ person, day, deep, ...page });
      return peopleConnection(people, day, page, () => loaders.reportCount.load({ person, day, deep }));
    },
    chainOfCommand: async (
      { person, day: inherited }: PersonOnDay,
      { asOf }: { asOf?: Day | null },
      { loaders }: LinesContext,
    ): Promise<PersonOnDay[]> => {
      const day = asOf ?? inherited;
      const home = primaryOn(person, day);
      if (!home) return [];
      const upwards = (await loaders.tree(day)).upwards(home.unitId);
      const leaders = await Promise.all(upwards.map((unitId) => loaders.leader.load({ unitId, day })));
      return chainAmong(person.id, leaders).map((leader) => ({ person: leader, day }));
    },
  },
});

/** A page of people, whose number is counted only when it is asked for. */
function peopleConnection(
  people: PersonOnDay['person'][],
  day: Day,
  { limit, after }: { limit: number; after: string[] | null },
  totalCount: () => Promise<number>,
) {
  const rows = people.map((person) => ({ person, day }));
  const page = toConnection(rows, { limit, cursorOf: ({ person }) => [person.code], totalCount: 0, after });
  return { ...page, totalCount };
}
