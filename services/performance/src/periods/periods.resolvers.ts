import type { Month } from '@salesgraph/calendar';
import { money, type PageArgs, pageArgs, pageOfArray, toConnection } from '@salesgraph/service-kit';
import type { PerformanceContext } from '../loaders.ts';
import type { ScoreRun } from '../scoring/runs.ts';
import { shown } from '../scoring/scoring.resolvers.ts';
import type { Stores } from '../stores.ts';
import type { Adjustment } from './adjustments.ts';
import { allPeriods, lockPeriod, periodOf } from './periods.commands.ts';
import { type Period, type PeriodState, periodId } from './periods.ts';

/** A month as a cursor that goes up where the list goes down, so that the latest is first. */
const cursorOf = ({ month }: Period): string[] => [String(999_999 - Number(month.replace('-', '')))];

export const periodResolvers = (stores: Stores) => ({
  Query: {
    period: (_: unknown, { month }: { month: Month }) => periodOf(month, stores),
    periods: async (_: unknown, { state, ...args }: PageArgs & { state?: PeriodState | null }) => {
      const page = pageArgs(args);
      const all = (await allPeriods(stores)).filter((period) => !state || period.state === state).reverse();
      return pageOfArray(all, { first: page.limit, after: args.after }, cursorOf);
    },
  },
  Mutation: {
    lockPeriod: (_: unknown, { period }: { period: Month }, { viewer }: PerformanceContext) =>
      lockPeriod(period, viewer.subject, stores),
  },
  Period: {
    __resolveReference: async ({ id }: { id: string }, { loaders }: PerformanceContext) => {
      const recorded = await loaders.periodById.load(id);
      if (recorded) return recorded;
      return (await loaders.periods()).find(({ month }) => periodId(month) === id) ?? null;
    },
    currentRun: async ({ currentRunId }: Period, _: unknown, { loaders }: PerformanceContext) =>
      currentRunId === null ? null : shown(await loaders.run.load(currentRunId)),
    activeRun: async ({ month }: Period, _: unknown, { loaders }: PerformanceContext) =>
      shown((await loaders.activeRuns()).find((run) => run.month === month) ?? null),
    runs: async ({ month }: Period, args: PageArgs, { loaders }: PerformanceContext) => {
      const page = pageArgs(args);
      const runs = await loaders.runPage.load({ month, ...page });
      const connection = toConnection(
        runs.map((run) => ({ run, formulaId: null })),
        {
          limit: page.limit,
          cursorOf: ({ run }: { run: ScoreRun }) => [String(run.revision)],
          totalCount: 0,
          after: page.after,
        },
      );
      return { ...connection, totalCount: () => loaders.runCount.load(month) };
    },
    adjustments: async ({ month }: Period, args: PageArgs, { loaders }: PerformanceContext) => {
      const page = pageArgs(args);
      return pageOfArray(await loaders.adjustments.load(month), { first: page.limit, after: args.after }, ({ id }) => [
        id,
      ]);
    },
  },
  Adjustment: {
    employee: ({ employeeId }: Adjustment) => ({ id: employeeId }),
    opportunity: ({ opportunityId }: Adjustment, _: unknown, { loaders }: PerformanceContext) =>
      loaders.deal.load(opportunityId),
    amount: ({ amountMinor, currency }: Adjustment) => money(amountMinor, currency),
  },
});
