/** The company that a CRM's table of teams stands for, as it arrives at the graph. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { aFolder } from './folders.ts';
import { type GraphStandIn, standInForGraph } from './graph-stand-in.ts';
import { run } from './running.ts';

let graph: GraphStandIn;
beforeEach(async () => {
  graph = await standInForGraph();
});
afterEach(() => graph.close());

interface Assignment {
  unitCode: string;
  role: string;
  primary: boolean;
  leader: boolean;
  from: string;
}

async function imported(...teams: string[]) {
  const folder = await aFolder({
    'sales_teams.csv': `sales_agent,manager,regional_office\n${teams.join('\n')}\n`,
    'sales_pipeline.csv': `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n`,
    'targets.csv': null,
  });
  const env = { SALESGRAPH_URL: graph.url, SALESGRAPH_TOKEN: 'a-token' };
  expect((await run([folder, '--mapping', 'crm'], env)).code).toBe(0);
  const units = [...graph.kept.get('importOrgUnits')!.values()].map(({ code, kind, parentCode }) => [
    code,
    kind,
    parentCode,
  ]);
  const people = Object.fromEntries(
    [...graph.kept.get('importEmployees')!.values()].map(({ code, assignments }) => [
      code,
      (assignments as Assignment[]).map(({ unitCode, role, primary, leader }) => ({ unitCode, role, primary, leader })),
    ]),
  );
  return { units, people };
}

const agent = (unitCode: string, primary = true) => ({ unitCode, role: 'SALES_ENGINEER', primary, leader: false });
const leader = (unitCode: string, primary = true) => ({ unitCode, role: 'TEAM_LEADER', primary, leader: true });

test('an office is a region below sales, a manager leads a team of that name, an agent works in it', async () => {
  const { units, people } = await imported('Ada,Mo,North', 'Ben,Mo,North', 'Cleo,Nia,South');
  expect(units).toEqual([
    ['COMPANY', 'COMPANY', null],
    ['SALES', 'DEPARTMENT', 'COMPANY'],
    ['North', 'REGION', 'SALES'],
    ['South', 'REGION', 'SALES'],
    ['Mo', 'TEAM', 'North'],
    ['Nia', 'TEAM', 'South'],
  ]);
  expect(people).toEqual({
    Ada: [agent('Mo')],
    Ben: [agent('Mo')],
    Cleo: [agent('Nia')],
    Mo: [leader('Mo')],
    Nia: [leader('Nia')],
  });
});

test('everything holds since 2016, in US dollars', async () => {
  await imported('Ada,Mo,North');
  const rows = [...graph.kept.get('importOrgUnits')!.values()];
  expect(new Set(rows.map(({ from, to }) => `${from} ${to}`))).toEqual(new Set(['2016-01-01 null']));
  expect(rows.map(({ currency }) => currency)).toEqual(['USD', null, null, null]);
  const [first] = graph.kept.get('importEmployees')!.get('Ada')!.assignments as Assignment[];
  expect(first!.from).toBe('2016-01-01');
});

test('a manager of two offices leads a team in each', async () => {
  const { units, people } = await imported('Ada,Mo,North', 'Cleo,Mo,South');
  expect(units.slice(4)).toEqual([
    ['Mo', 'TEAM', 'North'],
    ['Mo / South', 'TEAM', 'South'],
  ]);
  expect(people.Mo).toEqual([leader('Mo'), leader('Mo / South', false)]);
  expect(people.Cleo).toEqual([agent('Mo / South')]);
});

test('a manager who is an agent too stays one person with both places', async () => {
  const { people } = await imported('Ada,Mo,North', 'Mo,Nia,South');
  expect(people.Mo).toEqual([agent('Nia'), leader('Mo', false)]);
});

test('names that are codes of other units already get one of their own', async () => {
  const { units } = await imported('Ada,North,North', 'Ben,Mo,SALES');
  expect(units.slice(2)).toEqual([
    ['North', 'REGION', 'SALES'],
    ['SALES / SALES', 'REGION', 'SALES'],
    ['North / North', 'TEAM', 'North'],
    ['Mo', 'TEAM', 'SALES / SALES'],
  ]);
});

test('accounts come after those they belong to, whatever the order of the file', async () => {
  await imported('Ada,Mo,North');
  expect([...graph.kept.get('importCustomers')!.keys()]).toEqual(['Parent', 'Child']);
  expect(graph.kept.get('importCustomers')!.get('Child')).toEqual({
    code: 'Child',
    name: 'Child',
    kind: 'COMPANY',
    sector: 'technology',
    country: 'Norway',
    parentCode: 'Parent',
  });
});
