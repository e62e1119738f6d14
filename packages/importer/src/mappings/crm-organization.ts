import type { Known } from '../mapping/known.ts';
import { anyFile, type Outgoing } from '../mapping/mapping.ts';
import { CURRENCY, teams } from './crm-teams.ts';

/** The company that a CRM's table of teams stands for. */
export interface CrmOrganization {
  /** Codes of all units. */
  units: ReadonlySet<string>;
  /** Codes of agents and managers. */
  people: ReadonlySet<string>;
  unitRows: Outgoing[];
  personRows: Outgoing[];
}

interface Assignment {
  unitCode: string;
  role: 'TEAM_LEADER' | 'SALES_ENGINEER';
  primary: boolean;
  leader: boolean;
  from: string;
  to: null;
}

/** All units and assignments of a CRM begin on this day: it does not say since when they hold. */
const SINCE = '2016-01-01';
const ROOT = { code: 'COMPANY', name: 'Company', kind: 'COMPANY', parentCode: null, currency: CURRENCY };
const DEPARTMENT = { code: 'SALES', name: 'Sales', kind: 'DEPARTMENT', parentCode: 'COMPANY', currency: null };

/** Computed once: see `organizationFrom`. */
export const organizationOf = (known: Known): CrmOrganization => known.derive(organizationFrom, organizationFrom);

/**
 * - A region's code is the office, a team's the manager's name.
 * - A manager of two offices leads a team in each: the first has the manager's name as its code, the others
 *   `<manager> / <office>`, as has a team whose code would be that of another unit.
 * - A manager who is an agent too stays one person: the agent's place is the primary one, the lead of the team another.
 */
function organizationFrom(known: Known): CrmOrganization {
  const units = new Map<string, Outgoing>();
  const people = new Map<string, { line: number; assignments: Assignment[] }>();
  const regionOf = new Map<string, string>();
  const teamOf = new Map<string, string>();
  const rows = known.all(teams);
  const origin = (line: number) => ({ file: anyFile(teams), line });

  const addUnit = (line: number | null, unit: Record<string, unknown> & { code: string }) => {
    units.set(unit.code, { origin: line === null ? null : origin(line), row: { ...unit, from: SINCE, to: null } });
    return unit.code;
  };
  const freeCode = (wanted: string, otherwise: string) => (units.has(wanted) ? otherwise : wanted);

  addUnit(null, ROOT);
  addUnit(null, DEPARTMENT);
  for (const { line, values } of rows) {
    if (regionOf.has(values.office)) continue;
    const code = freeCode(values.office, `${DEPARTMENT.code} / ${values.office}`);
    regionOf.set(
      values.office,
      addUnit(line, { code, name: values.office, kind: 'REGION', parentCode: DEPARTMENT.code, currency: null }),
    );
  }
  for (const { line, values } of rows) {
    const { manager, office } = values;
    const key = JSON.stringify([manager, office]);
    if (teamOf.has(key)) continue;
    const code = freeCode(manager, `${manager} / ${office}`);
    teamOf.set(
      key,
      addUnit(line, { code, name: manager, kind: 'TEAM', parentCode: regionOf.get(office)!, currency: null }),
    );
  }

  const assign = (person: string, line: number, assignment: Pick<Assignment, 'unitCode' | 'role' | 'leader'>) => {
    const known = people.get(person) ?? { line, assignments: [] };
    known.assignments.push({ ...assignment, primary: known.assignments.length === 0, from: SINCE, to: null });
    people.set(person, known);
  };
  // Agents first: where somebody is both, the place as an agent is the primary one.
  for (const { line, values } of rows) {
    assign(values.agent, line, {
      unitCode: teamOf.get(JSON.stringify([values.manager, values.office]))!,
      role: 'SALES_ENGINEER',
      leader: false,
    });
  }
  const lineOfTeam = new Map(
    rows.toReversed().map(({ line, values }) => [JSON.stringify([values.manager, values.office]), line]),
  );
  for (const [key, unitCode] of teamOf) {
    const [manager] = JSON.parse(key) as [string, string];
    assign(manager, lineOfTeam.get(key)!, { unitCode, role: 'TEAM_LEADER', leader: true });
  }
  const personRows = [...people].map(([code, { line, assignments }]) => ({
    origin: origin(line),
    row: { code, name: code, hiredOn: null, assignments },
  }));
  return { units: new Set(units.keys()), people: new Set(people.keys()), unitRows: [...units.values()], personRows };
}
