/** The number of database calls of a question does not grow with the rows of its answer. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
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

const QUESTIONS: [string, string, (size: number) => object][] = [
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
];

test.each(QUESTIONS)('for %s', async (_, document, variables) => {
  const calls = async (size: number) => {
    const before = house.service.commands();
    const data = await house.answer('Sun', document, variables(size));
    return { calls: house.service.commands() - before, length: JSON.stringify(data).length };
  };
  await calls(10);
  const [few, many] = [await calls(10), await calls(200)];
  expect(many.length).toBeGreaterThan(few.length * 5);
  expect(many.calls).toBe(few.calls);
  expect(many.calls).toBeLessThanOrEqual(12);
});
