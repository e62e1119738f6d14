/** The service on a database of its own, with a small company in it. */
import { createServiceForTest } from '@salesgraph/runtime';
import { idFromCode } from '@salesgraph/service-kit';
import { aCompany, organizationEvents } from '@salesgraph/testing';
import { createCustomersService } from '../src/service.ts';

/** Those who sell, two of them in one team. */
export const SELLERS = ['Sun', 'Li', 'Zheng', 'Zhou'];

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

export type House = Awaited<ReturnType<typeof openHouse>>;

/** Opens the house on 2026-03-10 at noon in Shanghai. */
export async function openHouse() {
  const service = await createServiceForTest(createCustomersService, {
    name: 'customers',
    now: '2026-03-10T04:00:00Z',
  });
  await service.deliver(organizationEvents(company()));

  const house = {
    service,
    person: (code: string) => idFromCode('emp', code),
    unit: (code: string) => idFromCode('unit', code),

    request: (document: string, variables: object, caller: string) => service.request(document, variables, caller),

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

    /** Takes opportunities over, each of which must be sound. */
    async imported(rows: object[]): Promise<void> {
      for (let from = 0; from < rows.length; from += 500) {
        const { result } = await house.answer<{ result: { rejected: number; rows: object[] } }>(
          'importer',
          `mutation($rows: [OpportunityRow!]!) { result: importOpportunities(rows: $rows) {
            rejected rows { code faults { field message } } } }`,
          { rows: rows.slice(from, from + 500) },
        );
        if (result.rejected > 0) throw new Error(`Rows of the test were not taken: ${JSON.stringify(result.rows)}`);
      }
    },

    /** How many opportunities there are. */
    async count(): Promise<{ count: number }> {
      const { list } = await house.answer<{ list: { totalCount: number } }>(
        'administrator',
        '{ list: opportunities(first: 1) { totalCount } }',
      );
      return { count: list.totalCount };
    },

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
