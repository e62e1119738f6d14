import type { CustomersContext } from '../loaders.ts';
import type { Stores } from '../stores.ts';
import { type CustomerRow, importCustomers } from './customers.import.ts';
import { importOpportunities } from './opportunities.import.ts';
import type { OpportunityRow } from './opportunity-rows.ts';
import { importProducts, type ProductRow } from './products.import.ts';

export const importResolvers = (stores: Stores) => ({
  Mutation: {
    importProducts: (_: unknown, { rows }: { rows: ProductRow[] }) => importProducts(rows, stores),
    importCustomers: (_: unknown, { rows }: { rows: CustomerRow[] }, { viewer }: CustomersContext) =>
      importCustomers(rows, viewer.subject, stores),
    importOpportunities: (_: unknown, { rows }: { rows: OpportunityRow[] }, { viewer }: CustomersContext) =>
      importOpportunities(rows, viewer.subject, stores),
  },
});
