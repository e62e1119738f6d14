import { type PageArgs, pageOfArray } from '@salesgraph/service-kit';
import type { PerformanceContext } from '../loaders.ts';
import type { Stores } from '../stores.ts';
import { type StatisticsArgs, salesStatistics, shownRow } from './sales-statistics.ts';
import { cursorOf, type StatisticsRow } from './statistics.ts';

export const statisticsResolvers = (stores: Stores) => ({
  Query: {
    salesStatistics: async (_: unknown, args: StatisticsArgs & PageArgs, { viewer }: PerformanceContext) => {
      const { rows, by, nameOf, currency } = await salesStatistics(args, viewer, stores);
      const page = pageOfArray(rows, args, (row) => cursorOf(row, by, nameOf));
      const shown = (row: StatisticsRow) => shownRow(row, by, currency);
      return {
        ...page,
        nodes: page.nodes.map(shown),
        edges: page.edges.map(({ cursor, node }) => ({ cursor, node: shown(node) })),
      };
    },
  },
});
