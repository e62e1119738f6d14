/** Whom the stories of the small CRM folder are about. A CRM knows agents and managers; the offices above are added here. */
import type { Graph } from '@salesgraph/testing';

/** One person a role. */
export const PEOPLE = {
  engineer: 'Ines Kaplan',
  leader: 'Hilde Varga',
  regional: 'Rolf Berger',
  deputy: 'Dita Sommer',
  director: 'Dagny Holt',
} as const;

export type Who = keyof typeof PEOPLE;

/** Agents as seen from Ines Kaplan: herself, her team, the other team of her region, and another region. */
export const AGENTS = {
  self: 'Ines Kaplan',
  mate: 'Otto Brandvold',
  neighbour: 'Leif Andrade',
  stranger: 'Bruno Tanaka',
} as const;

const held = (unitCode: string, role: string, leader: boolean, primary = true) => ({
  ...{ unitCode, role, leader, primary },
  from: '2016-01-01',
  to: null,
});

/** Appoints the people above the teams. @throws Error when the graph does not take one */
export async function appointOffices(graph: Graph): Promise<void> {
  const rows = [
    { code: PEOPLE.director, assignments: [held('SALES', 'SALES_DIRECTOR', true)] },
    {
      code: PEOPLE.deputy,
      assignments: [held('Süd', 'DEPUTY_DIRECTOR', false), held('West', 'DEPUTY_DIRECTOR', false, false)],
    },
    { code: PEOPLE.regional, assignments: [held('Nord', 'REGIONAL_MANAGER', true)] },
  ].map((row) => ({ ...row, name: row.code, hiredOn: null }));
  const { data, errors } = await graph
    .as('importer')
    .query<{ importEmployees: { rejected: number } }>(
      'mutation($rows: [EmployeeRow!]!) { importEmployees(rows: $rows) { rejected rows { faults { field message } } } }',
      { rows },
    );
  if (errors || data?.importEmployees.rejected !== 0) throw new Error(JSON.stringify(errors ?? data));
  // Every service decides from its own copy of the organization.
  const services = ['salesNetwork', 'customers', 'performance', 'collaboration'];
  const type = 'organization.employee.changed';
  const document = `{ organizationEvents { pending produced { type count hash } }
    ${services.map((name) => `${name}Events { consumed { type count hash } }`).join('\n')} }`;
  interface Flow {
    type: string;
    count: number;
    hash: string;
  }
  await graph.waitUntil(async () => {
    const status = await graph
      .as('administrator')
      .query<Record<string, { produced?: Flow[]; consumed?: Flow[] }>>(document);
    const of = (flows: Flow[] | undefined) => JSON.stringify(flows?.find((flow) => flow.type === type));
    const told = of(status.data!.organizationEvents!.produced);
    return services.every((name) => of(status.data![`${name}Events`]!.consumed) === told);
  });
}
