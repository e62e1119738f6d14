import type { Month } from '@salesgraph/calendar';
import { type PageArgs, pageArgs, toConnection } from '@salesgraph/service-kit';
import type { PerformanceContext } from '../loaders.ts';
import { shownHundredths } from '../scorecards/display.ts';
import type { Stores } from '../stores.ts';
import type { ScoreChange } from './cards.ts';
import type { ScoreRun } from './runs.ts';
import { startRun } from './scoring.commands.ts';
import type { ScoringJobs } from './scoring.jobs.ts';

/** A run, with the formula of the card that led to it. */
export interface RunShown {
  run: ScoreRun;
  formulaId: string | null;
}

/** A run that no card led to. */
export const shown = (run: ScoreRun | null): RunShown | null => run && { run, formulaId: null };

const fields = <Field extends keyof ScoreRun>(...names: Field[]) =>
  Object.fromEntries(names.map((name) => [name, ({ run }: RunShown) => run[name]])) as {
    [Name in Field]: (parent: RunShown) => ScoreRun[Name];
  };

export const scoringResolvers = (stores: Stores, jobs: Pick<ScoringJobs, 'begin'>) => ({
  Query: {
    scoreRun: async (_: unknown, { id }: { id: string }, { loaders }: PerformanceContext) =>
      shown(await loaders.run.load(id)),
  },
  Mutation: {
    scorePeriod: async (
      _: unknown,
      { period, idempotencyKey }: { period: Month; idempotencyKey?: string | null },
      { viewer }: PerformanceContext,
    ) => {
      const run = await startRun(period, viewer.subject, stores, idempotencyKey ?? null);
      await jobs.begin(run.id);
      return shown(run);
    },
  },
  ScoreRun: {
    __resolveReference: async ({ id }: { id: string }, { loaders }: PerformanceContext) =>
      shown(await loaders.run.load(id)),
    ...fields('id', 'revision', 'state', 'requestedBy', 'startedAt', 'finishedAt', 'publishedAt'),
    ...fields('inputsHash', 'outputsHash', 'failure'),
    period: ({ run }: RunShown) => run.month,
    shards: ({ run }: RunShown, _: unknown, { loaders }: PerformanceContext) => loaders.shardCounts.load(run),
    formula: ({ run, formulaId }: RunShown, _: unknown, { loaders }: PerformanceContext) => {
      const id = formulaId ?? run.formulas.find(({ group }) => group === 'SALES_ENGINEER')?.id;
      return id === undefined ? null : loaders.formula.load(id);
    },
    formulas: async ({ run }: RunShown, _: unknown, { loaders }: PerformanceContext) => {
      const ids = [...new Set(run.formulas.map(({ id }) => id))];
      return (await Promise.all(ids.map((id) => loaders.formula.load(id)))).filter((formula) => formula !== null);
    },
    changes: async ({ run }: RunShown, args: PageArgs, { viewer }: PerformanceContext) => {
      const page = pageArgs(args);
      const scope = await viewer.scope('score.read');
      const rows = run.publishedAt === null ? [] : await stores.cards.changesPage(run.id, scope, page);
      const { limit, after } = page;
      const cursorOf = ({ subjectKind, code }: ScoreChange) => [subjectKind, code];
      const connection = toConnection(rows, { limit, cursorOf, totalCount: 0, after });
      return { ...connection, totalCount: () => stores.cards.countChanges(run.id, scope) };
    },
  },
  ScoreChange: {
    employee: ({ subjectKind, subjectId }: ScoreChange) => (subjectKind === 'EMPLOYEE' ? { id: subjectId } : null),
    unit: ({ subjectKind, subjectId }: ScoreChange) => (subjectKind === 'UNIT' ? { id: subjectId } : null),
    scoreBefore: ({ before }: ScoreChange) => shownHundredths(before?.score ?? null),
    scoreAfter: ({ after }: ScoreChange) => shownHundredths(after?.score ?? null),
    rankBefore: ({ before }: ScoreChange) => before?.rank ?? null,
    rankAfter: ({ after }: ScoreChange) => after?.rank ?? null,
  },
});
