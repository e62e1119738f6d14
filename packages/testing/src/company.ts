import type { Graph } from './graph.ts';

/** A row of `importOrgUnits`. */
export interface OrgUnitRow {
  code: string;
  name: string;
  kind: 'COMPANY' | 'DEPARTMENT' | 'REGION' | 'TEAM';
  parentCode: string | null;
  from: string;
  to: string | null;
  currency: string | null;
}

/** Roles outside the line of those who sell. */
export type StaffRole =
  | 'NETWORK_PLANNER'
  | 'MARKET_ANALYST'
  | 'TEAM_DEVELOPER'
  | 'CUSTOMER_CARE_SPECIALIST'
  | 'SALES_ANALYST'
  | 'LIAISON'
  | 'SYSTEM_ADMINISTRATOR'
  | 'EMPLOYEE';

type RoleName =
  | 'SALES_DIRECTOR'
  | 'DEPUTY_DIRECTOR'
  | 'REGIONAL_MANAGER'
  | 'TEAM_LEADER'
  | 'SALES_ENGINEER'
  | StaffRole;

interface AssignmentRow {
  unitCode: string;
  role: RoleName;
  primary: boolean;
  leader: boolean;
  from: string;
  to: string | null;
}

/** A row of `importEmployees`. */
export interface EmployeeRow {
  code: string;
  name: string;
  hiredOn: string | null;
  assignments: AssignmentRow[];
}

interface CompanyOptions {
  code?: string;
  name?: string;
  /** ISO currency of the company's money. */
  currency?: string;
  /** First day of every unit and assignment. */
  from?: string;
}

const OUTCOME = 'accepted rejected rows { code outcome faults { field message } }';

/**
 * A company told as a story: a team belongs to the region named last, an engineer to the team named last. People are
 * named by their code.
 *
 *     await aCompany().withDirector('Wang').withRegion('East', 'Zhao').withTeam('East One', 'Qian').withEngineer('Sun').load(graph)
 */
export interface CompanyBuilder {
  withDirector(code: string): CompanyBuilder;
  /** A deputy director in charge of several units, first of all of the first one. */
  withDeputy(code: string, ...units: [string, ...string[]]): CompanyBuilder;
  /** @param manager code of the regional manager */
  withRegion(code: string, manager?: string): CompanyBuilder;
  /** @param leader code of the team's leader */
  withTeam(code: string, leader?: string): CompanyBuilder;
  withEngineer(...codes: string[]): CompanyBuilder;
  /** Somebody outside sales: in the directory, nothing more. */
  withEmployee(code: string): CompanyBuilder;
  /** Somebody in a role of staff. @param unit in which the role is held; the sales department when absent */
  withStaff(code: string, role: StaffRole, unit?: string): CompanyBuilder;
  /** Rows for `importOrgUnits`, parents first. */
  orgUnits(): OrgUnitRow[];
  /** Rows for `importEmployees`. */
  employees(): EmployeeRow[];
  /** Imports the company through the graph. @throws Error when a row is rejected */
  load(graph: Pick<Graph, 'as'>): Promise<void>;
}

export function aCompany({
  code = 'COMPANY',
  name = 'Company',
  currency = 'CNY',
  from = '2016-01-01',
}: CompanyOptions = {}): CompanyBuilder {
  const department = 'SALES';
  const units: OrgUnitRow[] = [];
  const people: EmployeeRow[] = [];
  let region = department;
  let team: string | undefined;

  const addUnit = (unit: Pick<OrgUnitRow, 'code' | 'name' | 'kind' | 'parentCode'>) =>
    units.push({ ...unit, from, to: null, currency: unit.kind === 'COMPANY' ? currency : null });
  const seat = (unitCode: string, role: RoleName, more: Partial<AssignmentRow> = {}): AssignmentRow => ({
    ...{ unitCode, role, primary: true, leader: false, from, to: null },
    ...more,
  });
  const addPerson = (person: string, ...assignments: AssignmentRow[]) =>
    people.push({ code: person, name: person, hiredOn: from, assignments });

  addUnit({ code, name, kind: 'COMPANY', parentCode: null });
  addUnit({ code: department, name: 'Sales', kind: 'DEPARTMENT', parentCode: code });

  const builder: CompanyBuilder = {
    withDirector(person) {
      addPerson(person, seat(department, 'SALES_DIRECTOR', { leader: true }));
      return builder;
    },
    withDeputy(person, ...inCharge) {
      addPerson(person, ...inCharge.map((unit, place) => seat(unit, 'DEPUTY_DIRECTOR', { primary: place === 0 })));
      return builder;
    },
    withRegion(unit, manager) {
      addUnit({ code: unit, name: unit, kind: 'REGION', parentCode: department });
      if (manager) addPerson(manager, seat(unit, 'REGIONAL_MANAGER', { leader: true }));
      region = unit;
      team = undefined;
      return builder;
    },
    withTeam(unit, leader) {
      addUnit({ code: unit, name: unit, kind: 'TEAM', parentCode: region });
      if (leader) addPerson(leader, seat(unit, 'TEAM_LEADER', { leader: true }));
      team = unit;
      return builder;
    },
    withEngineer(...codes) {
      if (!team) throw new Error('Name a team before its engineers');
      for (const person of codes) addPerson(person, seat(team, 'SALES_ENGINEER'));
      return builder;
    },
    withEmployee(person) {
      return builder.withStaff(person, 'EMPLOYEE', code);
    },
    withStaff(person, role, unit = department) {
      addPerson(person, seat(unit, role));
      return builder;
    },
    orgUnits: () => structuredClone(units),
    employees: () => structuredClone(people),
    async load(graph) {
      const importer = graph.as('importer');
      for (const [field, type, rows] of [
        ['importOrgUnits', 'OrgUnitRow', units],
        ['importEmployees', 'EmployeeRow', people],
      ] as const) {
        const document = `mutation($rows: [${type}!]!) { result: ${field}(rows: $rows) { ${OUTCOME} } }`;
        const { data, errors } = await importer.query<{ result: { rejected: number } }>(document, { rows });
        if (errors || data?.result.rejected !== 0) throw new Error(`${field}: ${JSON.stringify(errors ?? data)}`);
      }
    },
  };
  return builder;
}
