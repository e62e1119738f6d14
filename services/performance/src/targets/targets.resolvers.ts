import { fail, type PageArgs, pageArgs, toConnection } from '@salesgraph/service-kit';
import type { PerformanceContext } from '../loaders.ts';
import type { Stores } from '../stores.ts';
import * as commands from './targets.commands.ts';
import type { TargetFilter } from './targets.store.ts';
import type { SubjectKind, Target } from './targets.ts';

interface GivenFilter {
  from?: string | null;
  to?: string | null;
  metric?: string | null;
  subjectKind?: SubjectKind | null;
  subjects?: string[] | null;
}

const MOST_SUBJECTS = 200;

function readFilter({ from, to, metric, subjectKind, subjects }: GivenFilter): TargetFilter {
  if (subjects && subjects.length > MOST_SUBJECTS) {
    throw fail('TOO_MANY', `filter.subjects has more than ${MOST_SUBJECTS} ids`, [
      { field: 'filter.subjects', message: `has more than ${MOST_SUBJECTS} ids` },
    ]);
  }
  return {
    ...(from && { from }),
    ...(to && { to }),
    ...(metric && { metric }),
    ...(subjectKind && { subjectKind }),
    ...(subjects && { subjectIds: subjects }),
  };
}

const targetsOf = ({ id }: { id: string }, { month }: { month: string }, { loaders }: PerformanceContext) =>
  loaders.targetsOf.load({ id, month });

export const targetResolvers = (stores: Stores) => ({
  Query: {
    targets: async (_: unknown, args: PageArgs & { filter?: GivenFilter | null }, { viewer }: PerformanceContext) => {
      const filter = readFilter(args.filter ?? {});
      const page = pageArgs(args);
      const scope = await viewer.scope('target.read');
      const rows = await stores.targets.page(filter, scope, page);
      const cursorOf = ({ month, id }: Target) => [month, id];
      return {
        ...toConnection(rows, { limit: page.limit, cursorOf, totalCount: 0, after: page.after }),
        totalCount: () => stores.targets.count(filter, scope),
      };
    },
  },
  Mutation: {
    setTarget: (_: unknown, { input }: { input: commands.TargetInput }, { viewer }: PerformanceContext) =>
      commands.setTarget(input, viewer, stores),
    setTargets: (
      _: unknown,
      { input }: { input: { targets: commands.TargetInput[] } },
      { viewer }: PerformanceContext,
    ) => commands.setTargets(input, viewer, stores),
  },
  Target: {
    __resolveReference: ({ id }: { id: string }, { loaders }: PerformanceContext) => loaders.target.load(id),
    employee: ({ subjectKind, subjectId }: Target) => (subjectKind === 'EMPLOYEE' ? { id: subjectId } : null),
    unit: ({ subjectKind, subjectId }: Target) => (subjectKind === 'UNIT' ? { id: subjectId } : null),
  },
  Employee: { __resolveReference: ({ id }: { id: string }) => ({ id }), targets: targetsOf },
  OrgUnit: { __resolveReference: ({ id }: { id: string }) => ({ id }), targets: targetsOf },
});
