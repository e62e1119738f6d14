/** The service on a database of its own, which has heard of a small company and holds no outlet. */
import { createServiceForTest } from '@salesgraph/runtime';
import { idFromCode } from '@salesgraph/service-kit';
import { aCompany, organizationEvents } from '@salesgraph/testing';
import { createSalesNetworkService } from '../src/service.ts';

/** A fault as the graph tells it. */
interface GraphFault {
  message: string;
  extensions: { code: string; fields?: { field: string; message: string }[] };
}

interface RowFault {
  field: string;
  message: string;
  code: string;
}

interface ImportAnswer {
  accepted: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  warnings: number;
  rows: { index: number; code: string | null; outcome: string; faults: RowFault[]; warnings: RowFault[] }[];
}

/** Today, wherever a test does not say otherwise. */
export const TODAY = '2026-03-16';

export const unitId = (code: string) => idFromCode('unit', code);
export const outletId = (code: string) => idFromCode('out', code);

/**
 *     COMPANY > SALES (Wang) > East (Zhao) > East One (Qian): Sun; East Two (Wu): Zheng
 *                            > West (Feng) > West One (nobody): Zhou
 */
const company = () =>
  aCompany({ currency: 'CNY' })
    .withDirector('Wang')
    .withRegion('East', 'Zhao')
    .withTeam('East One', 'Qian')
    .withEngineer('Sun')
    .withTeam('East Two', 'Wu')
    .withEngineer('Zheng')
    .withRegion('West', 'Feng')
    .withTeam('West One')
    .withEngineer('Zhou');

export type House = Awaited<ReturnType<typeof openHouse>>;

export async function openHouse() {
  const service = await createServiceForTest(createSalesNetworkService, {
    name: 'sales-network',
    now: `${TODAY}T04:00:00Z`,
  });
  await service.deliver(organizationEvents(company()));

  const house = {
    service,

    /** The data of an answer without faults. */
    async answer<T = Record<string, unknown>>(caller: string, document: string, variables: object = {}): Promise<T> {
      const { data, errors } = await service.request(document, variables, caller);
      if (errors) throw new Error(JSON.stringify(errors));
      return data as T;
    },

    /** The code and the fields of a refusal: `BAD_USER_INPUT name`. */
    async refusal(caller: string, document: string, variables: object = {}): Promise<string> {
      const { data, errors } = await service.request(document, variables, caller);
      const faults = (errors ?? []) as unknown as GraphFault[];
      if (faults.length === 0) return `taken: ${JSON.stringify(data)}`;
      return faults
        .flatMap(({ extensions: { code, fields } }) => [code, ...(fields ?? []).map(({ field }) => field)])
        .join(' ');
    },

    async import(rows: readonly object[], caller = 'importer'): Promise<ImportAnswer> {
      const fault = 'field message code';
      const { importOutlets } = await house.answer<{ importOutlets: ImportAnswer }>(
        caller,
        `mutation($rows: [OutletRow!]!) { importOutlets(rows: $rows) {
          accepted created updated unchanged rejected warnings
          rows { index code outcome faults { ${fault} } warnings { ${fault} } } } }`,
        { rows },
      );
      return importOutlets;
    },

    close: () => service.close(),
  };
  return house;
}
