import type { PageArgs } from '@salesgraph/service-kit';
import type { CustomersContext } from '../loaders.ts';
import { missingMessage } from '../opportunities/opportunities.ts';
import { connection } from '../paging.ts';
import type { Stores } from '../stores.ts';
import type { Warning } from './quality.store.ts';

export const qualityResolvers = (stores: Stores) => ({
  Query: {
    dataQualityWarnings: async (_: unknown, args: PageArgs, { viewer }: CustomersContext) => {
      const scope = await viewer.scope('opportunity.read');
      return connection(
        args,
        2,
        (page) => stores.quality.page(scope, page),
        ({ opportunity: { code }, field }) => [code, field],
        () => stores.quality.count(scope),
      );
    },
  },
  DataQualityWarning: {
    message: ({ field }: Warning) => missingMessage(field),
  },
});
