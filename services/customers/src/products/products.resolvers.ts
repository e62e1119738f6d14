import { money, type PageArgs } from '@salesgraph/service-kit';
import type { CustomersContext } from '../loaders.ts';
import { connection } from '../paging.ts';
import type { Stores } from '../stores.ts';
import type { Product } from './products.store.ts';

export const productResolvers = (stores: Stores) => ({
  Query: {
    products: (_: unknown, args: PageArgs) =>
      connection(args, 1, stores.products.page, ({ code }) => [code], stores.products.count),
    product: (_: unknown, { code }: { code: string }, { loaders }: CustomersContext) =>
      loaders.productByCode.load(code),
  },
  Product: {
    __resolveReference: ({ id }: { id: string }, { loaders }: CustomersContext) => loaders.product.load(id),
    listPrice: ({ listPriceMinor, currency }: Product) =>
      listPriceMinor === null || currency === null ? null : money(listPriceMinor, currency),
  },
});
