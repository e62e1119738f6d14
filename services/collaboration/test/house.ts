/** The service on a database of its own, with a small company in it and what customers would tell of its customers. */
import { createServiceForTest } from '@salesgraph/runtime';
import { idFromCode } from '@salesgraph/service-kit';
import { aCompany, employeeEvent, organizationEvents } from '@salesgraph/testing';
import { createCollaborationService } from '../src/service.ts';

/**
 *     COMPANY (Hr, not in sales) > SALES (Wang) > East (Zhao) > East One (Qian): Sun, Li; East Two (Wu): Zheng
 *                                               > West (Feng) > West One (nobody): Zhou
 */
const company = () =>
  aCompany({ currency: 'USD' })
    .withEmployee('Hr')
    .withDirector('Wang')
    .withRegion('East', 'Zhao')
    .withTeam('East One', 'Qian')
    .withEngineer('Sun', 'Li')
    .withTeam('East Two', 'Wu')
    .withEngineer('Zheng')
    .withRegion('West', 'Feng')
    .withTeam('West One')
    .withEngineer('Zhou');

/** A refusal as a test looks at it. */
interface Refusal {
  code: string;
  fields: string[];
  message: string;
}

/** A deal of a customer's: whose it is, by the codes of people; the first one owns it. */
interface Deal {
  code: string;
  customer: string | null;
  people: string[];
  seq?: number;
}

const person = (code: string) => idFromCode('emp', code);
const customer = (code: string) => idFromCode('cus', code);
const deal = (code: string) => idFromCode('opp', code);

const told = (type: string, aggregateId: string, seq: number, data: object) => ({
  ...{ id: `${aggregateId}-${seq}`, aggregateId, seq, type, version: 1, actor: 'test' },
  at: new Date('2026-03-10T04:00:00Z'),
  data: { id: aggregateId, ...data },
});

export type House = Awaited<ReturnType<typeof openHouse>>;

/** Opens the house on 2026-03-10 at noon in Shanghai. */
export async function openHouse() {
  const service = await createServiceForTest(createCollaborationService, {
    name: 'collaboration',
    now: '2026-03-10T04:00:00Z',
  });
  await service.deliver(organizationEvents(company()));
  const collection = (name: string) =>
    service.connection.collection<{ _id: string; history: { text: string }[] }>(name);

  const house = {
    service,
    person,
    customer,
    deal,
    unit: (code: string) => idFromCode('unit', code),

    /** The data of an answer without faults. */
    async answer<T = Record<string, unknown>>(caller: string, document: string, variables: object = {}): Promise<T> {
      const { data, errors } = await service.request(document, variables, caller);
      if (errors) throw new Error(JSON.stringify(errors));
      return data as T;
    },

    /** The first fault of an answer that must have one. */
    async fault(caller: string, document: string, variables: object = {}): Promise<Refusal> {
      const { data, errors } = await service.request(document, variables, caller);
      const [first] = errors ?? [];
      if (!first) throw new Error(`Nothing was refused: ${JSON.stringify(data)}`);
      const { code, fields = [] } = first.extensions as { code: string; fields?: { field: string }[] };
      return { code, fields: fields.map(({ field }) => field), message: first.message };
    },

    /** Lets the service hear of customers and their owners, by code. */
    customers: (owners: Record<string, string | null>, seq = 1) =>
      service.deliver(
        Object.entries(owners).map(([code, owner]) =>
          told('customers.customer.changed', customer(code), seq, {
            ...{ code, name: `Customer ${code}`, ownerId: owner && person(owner) },
          }),
        ),
      ),

    /** Lets the service hear of deals, in the order given. */
    deals: (deals: readonly Deal[]) =>
      service.deliver(
        deals.map(({ code, customer: of, people: [owner, ...others], seq = 1 }) =>
          told('customers.opportunity.changed', deal(code), seq, {
            ...{ code, ownerId: person(owner!), status: 'OPEN', stage: 'ENGAGING' },
            splits: [owner!, ...others].map((one) => ({ employeeId: person(one), shareBp: 10_000 })),
            ...{ amountMinor: null, currency: null, productCode: null, outletId: null, source: null },
            ...{ engagedOn: null, expectedCloseOn: null, closedOn: null, lostReason: null },
            customerId: of && customer(of),
          }),
        ),
      ),

    /** A sales engineer belongs to another team from today on; once a person. */
    move: (code: string, unitCode: string) => {
      const row = company()
        .employees()
        .find((one) => one.code === code)!;
      const [held] = row.assignments;
      const today = '2026-03-10';
      const assignments = [
        { ...held!, to: today },
        { ...held!, unitCode, from: today },
      ];
      return service.deliver([employeeEvent({ ...row, assignments }, 2)]);
    },

    /** What a message said before it was changed, from the database: it is not shown. */
    trace: async (messageId: string) =>
      (await collection('messages').findOne({ _id: messageId }))!.history.map(({ text }) => text),

    /** Numbers taken by writers that were killed before they wrote. */
    loseNumbers: (channelId: string, count: number) =>
      collection('channels').updateOne({ _id: channelId }, { $inc: { lastSeq: count } }),

    /** How many commands are sent to the database while something runs. */
    async countCommands(run: () => Promise<unknown>): Promise<number> {
      const before = service.commands();
      await run();
      return service.commands() - before;
    },

    close: () => service.close(),
  };
  return house;
}
