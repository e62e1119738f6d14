/** The number of database calls of a question does not grow with the rows of its answer. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mutation } from './changes.ts';
import { type House, openHouse, personId, unitId } from './house.ts';

const PEOPLE = 200;
const TEAMS = 200;

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const teams = Array.from({ length: TEAMS }, (_, n) => `T${String(n).padStart(3, '0')}`);
  await house.import(
    'importOrgUnits',
    teams.map((code, n) => ({
      code,
      name: code,
      kind: 'TEAM',
      parentCode: n % 2 ? 'East' : 'West',
      from: '2016-01-01',
    })),
  );
  const works = (unitCode: string, leader: boolean) => ({
    ...{
      unitCode,
      role: leader ? 'TEAM_LEADER' : 'SALES_ENGINEER',
      primary: true,
      leader,
      from: '2016-01-01',
      to: null,
    },
  });
  await house.import(
    'importEmployees',
    Array.from({ length: PEOPLE }, (_, n) => ({
      code: `P${String(n).padStart(3, '0')}`,
      name: 'P',
      assignments: [works(teams[n]!, n % 3 === 0)],
    })),
  );
});
afterAll(() => house?.close());

const QUESTIONS: [what: string, document: string, variables: (size: number) => object, caller?: string][] = [
  [
    'people with unit, role, manager and assignments',
    'query($first: Int) { employees(first: $first) { totalCount nodes { code role unit { name leader { name } parent { name } } manager { name manager { name } } assignments(all: true) { unit { code } } } } }',
    (first) => ({ first }),
  ],
  [
    'units with leader, parent, children, members and counts, as of a day',
    'query($first: Int) { units(first: $first, asOf: "2020-01-01") { totalCount nodes { name parent { name } leader { name unit { code } } children { code memberCount } memberCount(deep: true) members(first: 3, deep: true) { totalCount nodes { name } } records { name parent { code } } } } }',
    (first) => ({ first }),
  ],
  [
    'people with employments, plans and assignments as of days of their own',
    'query($first: Int) { employees(first: $first) { nodes { code employed leftOn employments { hiredOn } role(asOf: "2020-01-01") unit(asOf: "2020-01-01") { name } manager(asOf: "2020-01-01") { name } assignments(asOf: "2020-01-01") { unit { name } } } } }',
    (first) => ({ first }),
  ],
  [
    'units with origins, successors and fields as of days of their own',
    'query($first: Int) { units(first: $first) { nodes { origins { unit { name } } successors { unit { name } } exists(asOf: "2010-01-01") name(asOf: "2020-01-01") parent(asOf: "2020-01-01") { name } leader(asOf: "2020-01-01") { name } memberCount(asOf: "2020-01-01") } } }',
    (first) => ({ first }),
  ],
  [
    'people as entities',
    'query($entities: [_Any!]!) { _entities(representations: $entities) { ... on Employee { name unit { name } manager { name } } } }',
    (size) => ({
      entities: Array.from({ length: size }, (_, n) => ({
        __typename: 'Employee',
        id: personId(`P${String(n).padStart(3, '0')}`),
      })),
    }),
  ],
  [
    'units as entities',
    'query($entities: [_Any!]!) { _entities(representations: $entities) { ... on OrgUnit { name leader { name } memberCount members { nodes { name } } } } }',
    (size) => ({
      entities: Array.from({ length: size }, (_, n) => ({
        __typename: 'OrgUnit',
        id: unitId(`T${String(n).padStart(3, '0')}`),
      })),
    }),
  ],
  [
    'members of a unit',
    'query($first: Int) { company { members(first: $first, deep: true) { totalCount nodes { name manager { name } } } } }',
    (first) => ({ first }),
  ],
  [
    'reports and chains of command',
    'query($first: Int) { employees(first: $first) { nodes { chainOfCommand { name } reports(first: 5) { totalCount nodes { name } } all: reports(deep: true, first: 5) { totalCount nodes { name } } } } }',
    (first) => ({ first }),
  ],
  [
    'everybody who reports to one person',
    'query($first: Int) { employee(code: "Wang") { reports(first: $first, deep: true) { totalCount nodes { name manager { name } } } } }',
    (first) => ({ first }),
  ],
  [
    'an org chart',
    `query($first: Int) { orgChart(unit: "${unitId('SALES')}", first: $first) { totalCount nodes { parentId vacant memberCount deepMemberCount unit { name } leader { name } members(first: 2) { nodes { name } } } } }`,
    (first) => ({ first }),
  ],
  [
    'the span of control',
    'query($first: Int) { spanOfControl { median widest { leader { name } } spans(first: $first) { totalCount nodes { directReports leader { name } units { name parent { name } } } } } }',
    (first) => ({ first }),
    'Wang',
  ],
  [
    'vacancies',
    'query($first: Int) { vacancies { vacant vacancies(first: $first) { totalCount nodes { since kind unit { name } lastLeader { name } nextLeader { name } } } } }',
    (first) => ({ first }),
    'Wang',
  ],
  [
    'transfers',
    'query($first: Int) { transfers(from: "2016-01-01", to: "2018-01-01") { kinds { kind count } transfers(first: $first) { nodes { on reason employee { name } fromUnit { name } toUnit { name leader { name } } } } byUnit(first: $first) { nodes { in unit { name } } } } }',
    (first) => ({ first }),
    'Wang',
  ],
  [
    'a head count by days and by years',
    'query($to: Date!) { headCount(from: "2016-01-01", to: $to, by: DAY) { steps { from to count } } }',
    (size) => ({ to: size === 10 ? '2016-01-11' : '2016-07-19' }),
    'Wang',
  ],
];

test.each(QUESTIONS)('for %s', async (_, document, variables, caller = 'Sun') => {
  const calls = async (size: number) => {
    const before = house.service.commands();
    const data = await house.answer(caller, document, variables(size));
    return { calls: house.service.commands() - before, length: JSON.stringify(data).length };
  };
  await calls(10);
  const [few, many] = [await calls(10), await calls(200)];
  expect(many.length).toBeGreaterThan(few.length * 5);
  expect(many.calls).toBe(few.calls);
  expect(many.calls).toBeLessThanOrEqual(12);
});

test('the tree of units is read again only after a change', async () => {
  const cost = async () => {
    const before = house.service.commands();
    await house.answer('administrator', '{ company { name children(kind: TEAM) { name } } }');
    return house.service.commands() - before;
  };
  await cost();
  expect([await cost(), await cost()]).toEqual([1, 1]);
  const hire = mutation('hireEmployee', 'id');
  const input = { code: 'New', name: 'New', unitId: unitId('West'), role: 'EMPLOYEE', from: '2020-01-01' };
  await house.answer('administrator', hire, { input });
  expect(await cost()).toBe(1);
  const rename = { id: unitId('West'), name: 'Occident', from: '2020-01-01', expectedVersion: 1 };
  await house.answer('administrator', mutation('renameOrgUnit', 'id'), { input: rename });
  expect([await cost(), await cost()]).toEqual([2, 1]);
});
