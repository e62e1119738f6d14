import { reachesPerson } from '@salesgraph/access';
import type { Month } from '@salesgraph/calendar';
import { type PageArgs, pageArgs, pageOfArray } from '@salesgraph/service-kit';
import type { PerformanceContext } from '../loaders.ts';
import { shownHundredths, shownValue } from '../scorecards/display.ts';
import { type LeaderboardRow, leaderboardOf } from './leaderboard.ts';

interface Args extends PageArgs {
  period: Month;
  unit?: string | null;
  metric?: string | null;
}

/** A row with what its values are measured in. */
type RowShown = LeaderboardRow & { metric: string | null; currency: string };

/** Those without a rank come after all others. */
const cursorOf = ({ rank, code }: LeaderboardRow): string[] => [String(rank ?? 999_999_999), code];

export const leaderboardResolvers = () => ({
  Query: {
    leaderboard: async (_: unknown, { period, unit, metric = null, ...args }: Args, context: PerformanceContext) => {
      const { loaders, viewer } = context;
      const page = pageArgs(args);
      const runId = (await loaders.published()).find(({ month }) => month === period)?.currentRunId;
      const run = runId ? await loaders.run.load(runId) : null;
      const key = { runId: runId ?? '', group: 'SALES_ENGINEER' as const, unitId: unit ?? null };
      const board = run ? await loaders.board.load(key) : [];
      const scope = await viewer.scope('score.read');
      const rows = leaderboardOf(board, metric)
        .filter(({ employeeId }) => reachesPerson(scope, employeeId))
        .map((row): RowShown => ({ ...row, metric, currency: run!.currency! }));
      return pageOfArray(rows, { first: page.limit, after: args.after }, cursorOf);
    },
  },
  LeaderboardRow: {
    value: ({ metric, actual, score, currency }: RowShown) =>
      metric === null ? shownHundredths(score) : shownValue(metric, actual, currency),
    score: ({ score }: RowShown) => shownHundredths(score),
    employee: ({ employeeId }: RowShown) => ({ id: employeeId }),
  },
});
