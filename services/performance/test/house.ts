/** The service on a database of its own, with a small company in it and deals as customers would tell of them. */
import { createServiceForTest } from '@salesgraph/runtime';
import { idFromCode } from '@salesgraph/service-kit';
import { aCompany, employeeEvent, organizationEvents } from '@salesgraph/testing';
import { createPerformanceService } from '../src/service.ts';

interface GraphFault {
  message: string;
  extensions: { code: string; fields?: { field: string; message: string }[] };
}

/** A deal as a story tells it. */
export interface Deal {
  code: string;
  /** The code of a person. */
  owner: string;
  /** In major units. */
  amount?: number;
  status?: 'OPEN' | 'WON' | 'LOST';
  closedOn?: string;
  engagedOn?: string | null;
  product?: string | null;
  source?: string | null;
  outlet?: string | null;
  customer?: string | null;
  /** Basis points by the codes of people. */
  splits?: Record<string, number> | undefined;
  /** How often it has changed. */
  seq?: number;
}

/** Today, wherever a test does not say otherwise. */
export const TODAY = '2026-03-16';

const unitId = (code: string) => idFromCode('unit', code);
const personId = (code: string) => idFromCode('emp', code);

/**
 *     COMPANY (Chen, not in sales) > SALES (Wang) > East (Zhao) > East One (Qian): Sun, Li; East Two (Wu): Zheng
 *                                                 > West (Feng) > West One (nobody): Zhou
 */
const company = () =>
  aCompany({ currency: 'CNY' })
    .withEmployee('Chen')
    .withDirector('Wang')
    .withRegion('East', 'Zhao')
    .withTeam('East One', 'Qian')
    .withEngineer('Sun', 'Li')
    .withTeam('East Two', 'Wu')
    .withEngineer('Zheng')
    .withRegion('West', 'Feng')
    .withTeam('West One')
    .withEngineer('Zhou');

function dealEvent({ code, owner, amount = 0, status = 'WON', closedOn = TODAY, splits, seq = 1, ...deal }: Deal) {
  const id = idFromCode('opp', code);
  const data = {
    ...{ id, code, status, stage: status, ownerId: personId(owner) },
    splits: Object.entries(splits ?? {}).map(([person, shareBp]) => ({ employeeId: personId(person), shareBp })),
    amountMinor: Math.round(amount * 100),
    currency: 'CNY',
    customerId: deal.customer ? idFromCode('cus', deal.customer) : null,
    productCode: deal.product ?? null,
    outletId: deal.outlet ? idFromCode('out', deal.outlet) : null,
    source: deal.source ?? null,
    engagedOn: deal.engagedOn ?? null,
    expectedCloseOn: null,
    closedOn: status === 'OPEN' ? null : closedOn,
    lostReason: status === 'LOST' ? 'price' : null,
  };
  return {
    ...{ id: `${id}-${seq}`, aggregateId: id, seq, type: 'customers.opportunity.changed', version: 1 },
    ...{ at: new Date('2026-03-16T04:00:00Z'), actor: 'test', data },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;

export async function openHouse() {
  const service = await createServiceForTest(createPerformanceService, {
    name: 'performance',
    now: `${TODAY}T04:00:00Z`,
  });
  const rows = company();
  let changes = 0;

  const house = {
    service,
    clock: service.clock,
    unit: unitId,
    person: personId,

    ask: (caller: string, document: string, variables: object = {}) => service.request(document, variables, caller),

    /** The data of an answer without faults. */
    async answer<T = Record<string, unknown>>(caller: string, document: string, variables: object = {}): Promise<T> {
      const { data, errors } = await service.request(document, variables, caller);
      if (errors) throw new Error(JSON.stringify(errors));
      return data as T;
    },

    /** The code and the fields of a refusal: `BAD_USER_INPUT value`. */
    async refusal(caller: string, document: string, variables: object = {}): Promise<string> {
      const { data, errors } = await service.request(document, variables, caller);
      const faults = (errors ?? []) as unknown as GraphFault[];
      if (faults.length === 0) return `taken: ${JSON.stringify(data)}`;
      return faults
        .flatMap(({ extensions: { code, fields } }) => [code, ...(fields ?? []).map(({ field }) => field)])
        .join(' ');
    },

    /** Lets the service hear of deals, in the order given. */
    deals: (deals: readonly Deal[]) => service.deliver(deals.map(dealEvent)),

    /** Takes targets over, each of which must be sound. */
    async targets(targets: readonly object[]): Promise<void> {
      const { importTargets } = await house.answer<{ importTargets: { rejected: number } }>(
        'importer',
        'mutation($rows: [TargetRow!]!) { importTargets(rows: $rows) { rejected } }',
        { rows: targets },
      );
      if (importTargets.rejected > 0) throw new Error('The targets of the test were not taken');
    },

    /** Somebody goes from one unit to another on a day. */
    async move(person: string, from: string, to: string, day: string): Promise<void> {
      const row = rows.employees().find(({ code }) => code === person)!;
      const [now] = row.assignments.filter(({ unitCode }) => unitCode === from);
      changes += 1;
      await service.deliver([
        employeeEvent(
          {
            ...row,
            assignments: [
              { ...now!, to: day },
              { ...now!, unitCode: to, from: day },
            ],
          },
          1 + changes,
        ),
      ]);
    },

    close: () => service.close(),
  };

  await service.deliver(organizationEvents(rows));
  return house;
}
