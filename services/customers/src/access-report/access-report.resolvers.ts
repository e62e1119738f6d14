import { type Action, accessReportResolvers, type Owned, readAction } from '@salesgraph/access';
import { exactlyOne, type PageArgs } from '@salesgraph/service-kit';
import type { StoredCustomer } from '../customers/customers.store.ts';
import type { CustomersContext } from '../loaders.ts';
import { peopleOf } from '../opportunities/opportunities.ts';
import type { StoredOpportunity } from '../opportunities/opportunity-documents.store.ts';
import type { Stores } from '../stores.ts';

interface ReportArgs extends PageArgs {
  action: string;
}
type RootArgs = ReportArgs & { id?: string | null; code?: string | null };

const OF_CUSTOMERS: readonly Action[] = ['customer.read', 'customer.write'];
const OF_OPPORTUNITIES: readonly Action[] = ['opportunity.read', 'opportunity.write'];

/** Records of these people; units do not matter to who sees customers and opportunities. */
const of = (employeeIds: readonly string[]): Owned => ({ employeeIds, unitIds: [] });

const report = (fitting: readonly Action[], people: readonly string[], args: ReportArgs, context: CustomersContext) =>
  context.loaders.accessReports.of(
    readAction(args.action, (action) => fitting.includes(action)),
    of(people),
    args,
  );

export const reportResolvers = (stores: Stores) => ({
  Query: {
    customerAccess: async (_: unknown, args: RootArgs, context: CustomersContext) => {
      const { id, code } = exactlyOne(args);
      const [people] = (await stores.customers.peopleOf(id ? { _id: [id] } : { code: [code!] })).values();
      return people ? report(OF_CUSTOMERS, people, args, context) : null;
    },
    opportunityAccess: async (_: unknown, args: RootArgs, context: CustomersContext) => {
      const { id, code } = exactlyOne(args);
      const all = { kind: 'COMPANY' } as const;
      const found = id
        ? (await stores.opportunities.byIds([id], all))[0]
        : await stores.opportunities.byCode(code!, all);
      return found ? report(OF_OPPORTUNITIES, peopleOf(found), args, context) : null;
    },
  },
  Customer: {
    access: async ({ id }: StoredCustomer, args: ReportArgs, context: CustomersContext) =>
      report(OF_CUSTOMERS, await context.loaders.customerPeople.load(id), args, context),
  },
  Opportunity: {
    access: (opportunity: StoredOpportunity, args: ReportArgs, context: CustomersContext) =>
      report(OF_OPPORTUNITIES, peopleOf(opportunity), args, context),
  },
  ...accessReportResolvers<CustomersContext>({ employee: (id) => ({ id }), unit: (id) => ({ id }) }),
});
