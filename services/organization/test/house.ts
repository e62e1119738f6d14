/** The service on a database of its own, with a small company in it. */
import { createServiceForTest } from '@salesgraph/runtime';
import { idFromCode } from '@salesgraph/service-kit';
import { aCompany } from '@salesgraph/testing';
import { createOrganizationService } from '../src/service.ts';

/** A fault as the graph tells it. */
export interface GraphFault {
  message: string;
  extensions: { code: string; fields?: { field: string; message: string }[] };
}

/** Today, wherever a test does not say otherwise. */
export const TODAY = '2026-03-16';

export const unitId = (code: string) => idFromCode('unit', code);
export const personId = (code: string) => idFromCode('emp', code);

/**
 *     COMPANY > SALES (Wang) > East (Zhao) > East One (Qian): Sun, Li; East Two (Wu): Zheng
 *                            > West (Feng) > West One (nobody): Zhou
 */
export const company = () =>
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

export type House = Awaited<ReturnType<typeof openHouse>>;

export async function openHouse({ empty = false } = {}) {
  const service = await createServiceForTest(createOrganizationService, {
    name: 'organization',
    now: `${TODAY}T04:00:00Z`,
  });

  const house = {
    service,
    ask: (caller: string, document: string, variables: object = {}) => service.request(document, variables, caller),

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

    async import(field: 'importOrgUnits' | 'importEmployees', rows: object[], caller = 'importer') {
      const type = field === 'importOrgUnits' ? 'OrgUnitRow' : 'EmployeeRow';
      const counts = 'accepted created updated unchanged rejected warnings';
      const { result } = await house.answer<{ result: ImportAnswer }>(
        caller,
        `mutation($rows: [${type}!]!) { result: ${field}(rows: $rows) {
          ${counts} rows { index code outcome faults { field message code } warnings { field message code } } } }`,
        { rows },
      );
      return result;
    },

    close: () => service.close(),
  };
  if (!empty) {
    const rows = company();
    for (const { rejected } of [
      await house.import('importOrgUnits', rows.orgUnits()),
      await house.import('importEmployees', rows.employees()),
    ]) {
      if (rejected > 0) throw new Error('The company of the test was not taken');
    }
  }
  return house;
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
