import type { SalesNetworkContext } from '../loaders.ts';
import type { Stores } from '../stores.ts';
import { importOutlets, type OutletRow } from './outlets.import.ts';

export const importResolvers = (stores: Stores) => ({
  Mutation: {
    importOutlets: async (_: unknown, { rows }: { rows: OutletRow[] }, { viewer, loaders }: SalesNetworkContext) => {
      const result = await importOutlets(rows, viewer.subject, stores);
      loaders.forget();
      return result;
    },
  },
});
