import { startOfDay } from '@salesgraph/calendar';
import { exactlyOne, formatRatio, money, type PageArgs, pageOfArray } from '@salesgraph/service-kit';
import type { CustomersContext } from '../loaders.ts';
import { connection, opportunitiesOf } from '../paging.ts';
import type { Stores } from '../stores.ts';
import * as commands from './opportunities.commands.ts';
import type { ListFilter } from './opportunities.store.ts';
import { idleDays, type Split, type StageChange, WHOLE_BP } from './opportunities.ts';
import type { StoredOpportunity } from './opportunity-documents.store.ts';

interface GivenFilter {
  status?: ListFilter['status'] | null;
  stage?: string | null;
  owner?: string | null;
  unit?: string | null;
  customer?: string | null;
  closedFrom?: string | null;
  closedTo?: string | null;
}

/** A filter as the store takes it: a unit stands for the people of its subtree today. */
async function readFilter(given: GivenFilter | null | undefined, stores: Stores): Promise<ListFilter> {
  const { status, stage, owner, unit, customer, closedFrom, closedTo } = given ?? {};
  const filter: ListFilter = {};
  if (status) filter.status = status;
  if (stage) filter.stage = stage;
  if (customer) filter.customerId = customer;
  if (closedFrom) filter.closedFrom = closedFrom;
  if (closedTo) filter.closedTo = closedTo;
  if (owner) filter.ownerIds = [owner];
  if (unit) {
    const people = (await stores.view.peopleOfSubtrees([unit], stores.today())).get(unit) ?? new Set();
    filter.ownerIds = [...people].filter((id) => !owner || id === owner);
  }
  return filter;
}

/** A mutation: its input goes to one function. */
const command =
  <Input>(
    run: (input: Input, viewer: CustomersContext['viewer'], stores: Stores) => Promise<StoredOpportunity>,
    stores: Stores,
  ) =>
  (_: unknown, { input }: { input: Input }, { viewer }: CustomersContext) =>
    run(input, viewer, stores);

export const opportunityResolvers = (stores: Stores) => ({
  Query: {
    opportunity: async (
      _: unknown,
      args: { id?: string | null; code?: string | null },
      { viewer, loaders }: CustomersContext,
    ) => {
      const by = exactlyOne(args);
      if (by.id !== undefined) return loaders.opportunity.load(by.id);
      return stores.opportunities.byCode(by.code, await viewer.scope('opportunity.read'));
    },
    opportunities: async (
      _: unknown,
      args: PageArgs & { filter?: GivenFilter | null },
      { viewer }: CustomersContext,
    ) => {
      const [scope, filter] = await Promise.all([viewer.scope('opportunity.read'), readFilter(args.filter, stores)]);
      return connection(
        args,
        1,
        (page) => stores.opportunities.page(filter, scope, page),
        ({ code }) => [code],
        () => stores.opportunities.count(filter, scope),
      );
    },
  },
  Mutation: {
    createOpportunity: command(commands.createOpportunity, stores),
    updateOpportunity: command(commands.updateOpportunity, stores),
    setOpportunitySplits: command(commands.setOpportunitySplits, stores),
    moveOpportunity: command(commands.moveOpportunity, stores),
    winOpportunity: command(commands.winOpportunity, stores),
    loseOpportunity: command(commands.loseOpportunity, stores),
    reopenOpportunity: command(commands.reopenOpportunity, stores),
  },
  Employee: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    opportunities: ({ id }: { id: string }, args: PageArgs & { open?: boolean | null }, context: CustomersContext) =>
      opportunitiesOf('peopleIds', id, args, context),
  },
  Opportunity: {
    __resolveReference: ({ id }: { id: string }, { loaders }: CustomersContext) => loaders.opportunity.load(id),
    amount: ({ amountMinor, currency }: StoredOpportunity) =>
      amountMinor === null || currency === null ? null : money(amountMinor, currency),
    closedAt: ({ closedOn }: StoredOpportunity) => (closedOn === null ? null : startOfDay(closedOn, stores.zone)),
    idleDays: (opportunity: StoredOpportunity) => idleDays(opportunity, stores.today()),
    customer: ({ customerId }: StoredOpportunity, _: unknown, { loaders }: CustomersContext) =>
      loaders.customerIf(customerId),
    owner: ({ ownerId }: StoredOpportunity) => ({ id: ownerId }),
    product: ({ productCode }: StoredOpportunity, _: unknown, { loaders }: CustomersContext) =>
      productCode === null ? null : loaders.productByCode.load(productCode),
    outlet: ({ outletId }: StoredOpportunity) => (outletId === null ? null : { id: outletId }),
    history: ({ history }: StoredOpportunity, args: PageArgs) => {
      const places = history.map((change, place) => ({ ...change, place }));
      return pageOfArray(places, args, ({ place }: StageChange & { place: number }) => [String(place)]);
    },
  },
  OpportunitySplit: {
    employee: ({ employeeId }: Split) => ({ id: employeeId }),
    share: ({ shareBp }: Split) => formatRatio(BigInt(shareBp), BigInt(WHOLE_BP)),
  },
});
