import { exactlyOne, type PageArgs } from '@salesgraph/service-kit';
import type { CustomersContext } from '../loaders.ts';
import { connection, opportunitiesOf } from '../paging.ts';
import type { Stores } from '../stores.ts';
import { type CreateCustomer, createCustomer, type UpdateCustomer, updateCustomer } from './customers.commands.ts';
import type { StoredCustomer } from './customers.store.ts';

export const customerResolvers = (stores: Stores) => ({
  Query: {
    customer: async (
      _: unknown,
      args: { id?: string | null; code?: string | null },
      { viewer, loaders }: CustomersContext,
    ) => {
      const by = exactlyOne(args);
      if (by.id !== undefined) return loaders.customer.load(by.id);
      return stores.customers.byCode(by.code, await viewer.scope('customer.read'));
    },
    customers: async (_: unknown, args: PageArgs, { viewer }: CustomersContext) => {
      const scope = await viewer.scope('customer.read');
      return connection(
        args,
        1,
        (page) => stores.customers.page(scope, page),
        ({ code }) => [code],
        () => stores.customers.count(scope),
      );
    },
  },
  Mutation: {
    createCustomer: (_: unknown, { input }: { input: CreateCustomer }, { viewer }: CustomersContext) =>
      createCustomer(input, viewer, stores),
    updateCustomer: (_: unknown, { input }: { input: UpdateCustomer }, { viewer }: CustomersContext) =>
      updateCustomer(input, viewer, stores),
  },
  Customer: {
    __resolveReference: ({ id }: { id: string }, { loaders }: CustomersContext) => loaders.customer.load(id),
    parent: ({ parentId }: StoredCustomer, _: unknown, { loaders }: CustomersContext) => loaders.customerIf(parentId),
    owner: ({ ownerId }: StoredCustomer) => (ownerId === null ? null : { id: ownerId }),
    opportunities: ({ id }: StoredCustomer, args: PageArgs & { open?: boolean | null }, context: CustomersContext) =>
      opportunitiesOf('customerId', id, args, context),
  },
});
