import { formatRatio, type PageArgs, pageArgs, toConnection } from '@salesgraph/service-kit';
import type { PerformanceContext } from '../loaders.ts';
import type { Stores } from '../stores.ts';
import { type CreateFormulaInput, createFormula } from './formulas.commands.ts';
import type { FormulaIndicator } from './formulas.ts';

/** Basis points as the graph shows shares: 2,500 is `0.250000`. */
const ratio = (bp: number): string => formatRatio(BigInt(bp), 10_000n);

export const formulaResolvers = (stores: Stores) => ({
  Query: {
    formula: (_: unknown, { id }: { id: string }, { loaders }: PerformanceContext) => loaders.formula.load(id),
    formulas: async (_: unknown, { name = null, ...args }: PageArgs & { name?: string | null }) => {
      const page = pageArgs(args);
      const rows = await stores.formulas.page(name, page);
      const connection = toConnection(rows, {
        limit: page.limit,
        cursorOf: (formula) => [formula.name, String(formula.version)],
        totalCount: 0,
        after: page.after,
      });
      return { ...connection, totalCount: () => stores.formulas.count(name) };
    },
  },
  Mutation: {
    createFormula: (_: unknown, { input }: { input: CreateFormulaInput }, { viewer }: PerformanceContext) =>
      createFormula(input, viewer.subject, stores),
  },
  Formula: {
    __resolveReference: ({ id }: { id: string }, { loaders }: PerformanceContext) => loaders.formula.load(id),
  },
  FormulaIndicator: {
    weight: ({ weightBp }: FormulaIndicator) => ratio(weightBp),
    cap: ({ capBp }: FormulaIndicator) => ratio(capBp),
  },
});
