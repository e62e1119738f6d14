/** Lists of this service as connections. The total is counted only when it is asked for. */
import { type PageArgs, pageArgs, toConnection } from '@salesgraph/service-kit';
import type { CustomersContext } from './loaders.ts';
import type { StoredOpportunity } from './opportunities/opportunities.model.ts';
import type { Page, Parent } from './opportunities/opportunities.store.ts';
import { listPosition } from './opportunities/opportunities.ts';

/** A page of a list: rows with one more than asked for when there is a next page, and how to count them all. */
export async function connection<T>(
  args: PageArgs,
  read: (page: Page) => Promise<T[]>,
  cursorOf: (row: T) => string[],
  count: () => Promise<number>,
) {
  const page = pageArgs(args);
  return { ...toConnection(await read(page), { limit: page.limit, cursorOf, totalCount: 0 }), totalCount: count };
}

/** The opportunities of a person or a customer, read together with those of its neighbours in the answer. */
export function opportunitiesOf(
  parent: Parent,
  id: string,
  args: PageArgs & { open?: boolean | null },
  { loaders }: CustomersContext,
) {
  const open = args.open ?? null;
  const key = (page: Page) => ({ parent, id, open, page });
  return connection(
    args,
    (page) => loaders.opportunities.load(key(page)),
    (opportunity: StoredOpportunity) => [listPosition(opportunity), opportunity.code],
    () => loaders.opportunityCount.load(key({ limit: 0, after: null })),
  );
}
