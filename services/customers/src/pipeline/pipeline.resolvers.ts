import { money } from '@salesgraph/service-kit';
import type { CustomersContext } from '../loaders.ts';
import type { PipelineSums } from './pipeline.ts';

export const pipelineResolvers = {
  OrgUnit: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    pipeline: ({ id }: { id: string }, _: unknown, { loaders }: CustomersContext) => loaders.pipeline.load(id),
  },
  Employee: {
    pipeline: ({ id }: { id: string }, _: unknown, { loaders }: CustomersContext) => loaders.personPipeline.load(id),
  },
  Pipeline: {
    openAmount: async ({ openMinor }: PipelineSums, _: unknown, { loaders }: CustomersContext) =>
      money(openMinor, await loaders.currency()),
    weightedAmount: async ({ weightedMinor }: PipelineSums, _: unknown, { loaders }: CustomersContext) =>
      money(weightedMinor, await loaders.currency()),
  },
};
