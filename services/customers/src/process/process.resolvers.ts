import { formatRatio } from '@salesgraph/service-kit';
import type { CustomersContext } from '../loaders.ts';
import type { SalesProcess, Stage } from './process.ts';

export const processResolvers = {
  Query: {
    salesProcess: (_: unknown, __: unknown, { loaders }: CustomersContext) => loaders.salesProcess(),
  },
  SalesProcess: {
    stages: ({ stages }: SalesProcess) => stages.map((stage, index) => ({ ...stage, order: index + 1 })),
  },
  SalesStage: {
    probability: ({ probabilityBp }: Stage) => formatRatio(BigInt(probabilityBp), 10_000n),
  },
};
