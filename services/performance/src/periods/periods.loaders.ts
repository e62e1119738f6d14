/** What one request reads of periods, collected and read together: the number of calls does not grow with the rows. */
import type { Viewer } from '@salesgraph/access';
import type { Month } from '@salesgraph/calendar';
import { loader } from '@salesgraph/service-kit';
import type { ScoreRun } from '../scoring/runs.ts';
import type { Stores } from '../stores.ts';
import type { Adjustment } from './adjustments.ts';
import { allPeriods } from './periods.commands.ts';
import type { Period } from './periods.ts';

/** A page of the runs of a period. */
interface RunPageKey {
  month: Month;
  limit: number;
  after: string[] | null;
}

export type PeriodLoaders = ReturnType<typeof createPeriodLoaders>;

export function createPeriodLoaders(viewer: Viewer, stores: Stores) {
  let all: Promise<Period[]> | undefined;
  let active: Promise<ScoreRun[]> | undefined;
  const pageOf = ({ limit, after }: RunPageKey) => JSON.stringify([limit, after]);

  return {
    /** Every period there is, oldest first. */
    periods: () => {
      all ??= allPeriods(stores);
      return all;
    },

    /** The runs that are under way. */
    activeRuns: () => {
      active ??= stores.runs.active();
      return active;
    },

    runPage: loader<RunPageKey, ScoreRun[], string>(
      async (keys) => {
        const pages = new Map<string, Map<Month, ScoreRun[]>>();
        for (const [kind, some] of Map.groupBy(keys, pageOf)) {
          const months = some.map(({ month }) => month);
          pages.set(kind, await stores.runs.pages(months, some[0]!));
        }
        return keys.map((key) => pages.get(pageOf(key))!.get(key.month) ?? []);
      },
      (key) => `${key.month} ${pageOf(key)}`,
    ),

    runCount: loader<Month, number>(async (months) => {
      const counts = await stores.runs.counts(months);
      return months.map((month) => counts.get(month) ?? 0);
    }),

    adjustments: loader<Month, Adjustment[]>(async (months) => {
      const found = await stores.adjustments.carriedInto(months, await viewer.scope('score.read'));
      return months.map((month) => found.get(month) ?? []);
    }),
  };
}
