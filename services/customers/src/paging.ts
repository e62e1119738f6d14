/** Lists of this service as connections. The total is counted only when it is asked for. */
import { badInput, type PageArgs, pageArgs, toConnection } from '@salesgraph/service-kit';
import type { CustomersContext } from './loaders.ts';
import type { Page, Parent } from './opportunities/opportunities.store.ts';
import { listPosition } from './opportunities/opportunities.ts';
import type { StoredOpportunity } from './opportunities/opportunity-documents.store.ts';

/**
 * A page of a list: rows with one more than asked for when there is a next page, and how to count them all.
 * @param parts how many parts a cursor of the list has
 * @throws BAD_USER_INPUT for a cursor of another kind of list
 */
export async function connection<T>(
  args: PageArgs,
  parts: number,
  read: (page: Page) => Promise<T[]>,
  cursorOf: (row: T) => string[],
  count: () => Promise<number>,
) {
  const page = pageArgs(args);
  const { limit, after } = page;
  if (after !== null && after.length !== parts) throw badInput('after', 'is no cursor of this list');
  return { ...toConnection(await read(page), { limit, cursorOf, totalCount: 0, after }), totalCount: count };
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
    2,
    (page) => loaders.opportunities.load(key(page)),
    (opportunity: StoredOpportunity) => [listPosition(opportunity), opportunity.code],
    () => loaders.opportunityCount.load(key({ limit: 0, after: null })),
  );
}
