/** Loads the demo company through the graph, as an import would: again over what is there changes nothing. */
import { type Day, monthOf } from '@salesgraph/calendar';
import {
  createGraphClient,
  type GraphClient,
  type MutationName,
  openSession,
  type Settlement,
  sendRows,
  settle,
} from '@salesgraph/importer';
import { type EmployeeRow, ROLES, type Role } from './company/rows.ts';
import { demoCompany } from './company.ts';
import { holdConversations } from './conversing.ts';
import { scoreClosedMonths } from './scoring.ts';

export interface DemoOptions {
  /** The graph's address, `/graphql` included. */
  gatewayUrl: string;
  /** A token for an employee by code, or for `administrator` and `importer`. */
  tokenFor(as: string): Promise<string>;
  /** Decides the month that the company is anchored on. */
  today: Day;
  /** Told, in a line each, what has been done. */
  onProgress(line: string): void;
}

/** Somebody of the demo company whom one may ask as. */
export interface DemoPerson {
  code: string;
  name: string;
  role: Role;
}

const SERVICES_WITH_PEOPLE = ['sales-network', 'customers', 'performance', 'collaboration'] as const;
const ORGANIZATION: Settlement = {
  producer: 'organization',
  consumers: [...SERVICES_WITH_PEOPLE],
  types: ['organization.unit.changed', 'organization.employee.changed'],
};
const OUTLETS: Settlement = {
  producer: 'sales-network',
  consumers: ['customers'],
  types: ['sales-network.outlet.changed'],
};
const DEALS: Settlement = {
  producer: 'customers',
  consumers: ['performance'],
  types: ['customers.opportunity.changed'],
};

/** Calls under way at once. */
const WIDTH = 3;

/** Sends rows of one kind. @throws Error when a row is not taken: the demo company has none that may be refused */
async function load(client: GraphClient, mutation: MutationName, rows: readonly object[]): Promise<void> {
  await sendRows(
    rows.map((row) => ({ origin: null, row: row as Record<string, unknown> })),
    {
      client,
      mutation,
      width: WIDTH,
      onSent(sent) {
        const refused = sent.find(({ outcome }) => outcome === 'REJECTED');
        if (!refused) return;
        const [fault] = refused.faults;
        throw new Error(`${mutation} refused ${refused.outgoing.row.code}: ${fault?.field} ${fault?.message}`);
      },
    },
  );
}

/**
 * Loads the company of today's month, waits until every service knows of it, and has the closed months scored.
 * @returns its people, from the director down
 * @throws GraphFault, NotSettled, or Error when something is refused
 */
export async function loadDemo({
  gatewayUrl,
  tokenFor,
  today,
  onProgress,
}: DemoOptions): Promise<{ people: DemoPerson[] }> {
  const month = monthOf(today);
  const company = demoCompany(month);
  const clientFor = async (as: string) => createGraphClient({ url: gatewayUrl, token: await tokenFor(as) });
  const importer = await clientFor('importer');
  const startedAt = Date.now();
  const tell = (line: string) =>
    onProgress(`  loaded ${line.padEnd(48)} ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);

  const session = await openSession(importer, 'the demo company');
  try {
    await load(importer, 'importOrgUnits', company.units);
    await load(importer, 'importEmployees', company.employees);
    await load(importer, 'importProducts', company.products);
    await settle([ORGANIZATION], { client: importer });
    tell(`${company.employees.length} people in ${company.units.length} units`);

    await Promise.all([
      load(importer, 'importOutlets', company.outlets).then(() => settle([OUTLETS], { client: importer })),
      load(importer, 'importCustomers', company.customers),
    ]);
    tell(`${company.outlets.length} outlets, ${company.customers.length} customers`);

    await Promise.all([
      load(importer, 'importOpportunities', company.opportunities),
      load(importer, 'importTargets', company.targets),
      holdConversations(company.conversations, clientFor),
    ]);
    await settle([DEALS], { client: importer });
    tell(`${company.opportunities.length} opportunities, ${company.targets.length} targets`);
  } finally {
    // The session ends by itself; that closing it fails must not hide why the loading did.
    await session.close().catch(() => undefined);
  }
  await scoreClosedMonths(await clientFor('administrator'), month);
  tell('the scores of the last twelve months');
  return { people: company.employees.map(personOf).sort(byRank) };
}

const personOf = ({ code, name, assignments }: EmployeeRow): DemoPerson => ({
  code,
  name,
  role: assignments.find(({ primary, to }) => primary && to === null)!.role,
});

/** From the top, and within a rank as the company lists them. */
const byRank = (a: DemoPerson, b: DemoPerson): number => ROLES.indexOf(a.role) - ROLES.indexOf(b.role);
