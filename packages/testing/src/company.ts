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

type RoleName =
  | 'SALES_DIRECTOR'
  | 'DEPUTY_DIRECTOR'
  | 'REGIONAL_MANAGER'
  | 'TEAM_LEADER'
  | 'SALES_ENGINEER'
  | 'EMPLOYEE';

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
  /** @param manager code of the regional manager */
  withRegion(code: string, manager?: string): CompanyBuilder;
  /** @param leader code of the team's leader */
  withTeam(code: string, leader?: string): CompanyBuilder;
  withEngineer(...codes: string[]): CompanyBuilder;
  /** Somebody outside sales: in the directory, nothing more. */
  withEmployee(code: string): CompanyBuilder;
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
  const addPerson = (person: string, unitCode: string, role: RoleName, leader: boolean) =>
    people.push({
      code: person,
      name: person,
      hiredOn: from,
      assignments: [{ unitCode, role, primary: true, leader, from, to: null }],
    });

  addUnit({ code, name, kind: 'COMPANY', parentCode: null });
  addUnit({ code: department, name: 'Sales', kind: 'DEPARTMENT', parentCode: code });

  const builder: CompanyBuilder = {
    withDirector(person) {
      addPerson(person, department, 'SALES_DIRECTOR', true);
      return builder;
    },
    withRegion(unit, manager) {
      addUnit({ code: unit, name: unit, kind: 'REGION', parentCode: department });
      if (manager) addPerson(manager, unit, 'REGIONAL_MANAGER', true);
      region = unit;
      team = undefined;
      return builder;
    },
    withTeam(unit, leader) {
      addUnit({ code: unit, name: unit, kind: 'TEAM', parentCode: region });
      if (leader) addPerson(leader, unit, 'TEAM_LEADER', true);
      team = unit;
      return builder;
    },
    withEngineer(...codes) {
      if (!team) throw new Error('Name a team before its engineers');
      for (const person of codes) addPerson(person, team, 'SALES_ENGINEER', false);
      return builder;
    },
    withEmployee(person) {
      addPerson(person, code, 'EMPLOYEE', false);
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
