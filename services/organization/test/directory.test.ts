/** The organization as everybody reads it, on any day. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse, personId, unitId } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  // On 2020-01-01 East One moves to West with a new name, Li to East Two, and Feng also takes over East from Zhao.
  const units = [{ code: 'East One', name: 'West Two', kind: 'TEAM', parentCode: 'West', from: '2020-01-01' }];
  const works = (unitCode: string, from: string, to: string | null) => ({
    ...{ unitCode, role: 'SALES_ENGINEER', primary: true, leader: false, from, to },
  });
  const leads = (unitCode: string, role: string, primary: boolean, from: string, to: string | null) => ({
    ...{ unitCode, role, primary, leader: true, from, to },
  });
  const people = [
    {
      code: 'Li',
      name: 'Li',
      hiredOn: '2016-01-01',
      assignments: [works('East One', '2016-01-01', '2020-01-01'), works('East Two', '2020-01-01', null)],
    },
    {
      code: 'Zhao',
      name: 'Zhao',
      hiredOn: '2016-01-01',
      assignments: [leads('East', 'REGIONAL_MANAGER', true, '2016-01-01', '2020-01-01')],
    },
    {
      code: 'Feng',
      name: 'Feng',
      hiredOn: '2016-01-01',
      assignments: [
        leads('West', 'REGIONAL_MANAGER', true, '2016-01-01', null),
        leads('East', 'DEPUTY_DIRECTOR', false, '2020-01-01', null),
      ],
    },
  ];
  expect((await house.import('importOrgUnits', units)).updated).toBe(1);
  expect((await house.import('importEmployees', people)).updated).toBe(3);
});
afterAll(() => house?.close());

const TREE = `query($day: Date) {
  company(asOf: $day) {
    code currency memberCount deep: memberCount(deep: true)
    regions: children(kind: REGION) { code leader { code } memberCount(deep: true) children { code name leader { code } parent { code } } }
  }
}`;

describe('the company', () => {
  test('is as it was on a day in the past, all the way down', async () => {
    const { company } = await house.answer<{ company: object }>('Sun', TREE, { day: '2019-12-31' });
    expect(company).toEqual({
      code: 'COMPANY',
      currency: 'CNY',
      memberCount: 1,
      deep: 10,
      regions: [
        {
          code: 'East',
          leader: { code: 'Zhao' },
          memberCount: 6,
          children: [
            { code: 'East One', name: 'East One', leader: { code: 'Qian' }, parent: { code: 'East' } },
            { code: 'East Two', name: 'East Two', leader: { code: 'Wu' }, parent: { code: 'East' } },
          ],
        },
        {
          code: 'West',
          leader: { code: 'Feng' },
          memberCount: 2,
          children: [{ code: 'West One', name: 'West One', leader: null, parent: { code: 'West' } }],
        },
      ],
    });
  });

  test('is as it is today when no day is asked for', async () => {
    const { company } = await house.answer<{ company: object }>('Sun', TREE);
    expect(company).toMatchObject({
      deep: 9,
      regions: [
        { code: 'East', leader: { code: 'Feng' }, memberCount: 3, children: [{ code: 'East Two' }] },
        {
          code: 'West',
          memberCount: 4,
          children: [{ code: 'East One', name: 'West Two', parent: { code: 'West' } }, { code: 'West One' }],
        },
      ],
    });
  });

  test('is null before there was one', async () => {
    expect(await house.answer('Sun', TREE, { day: '2015-12-31' })).toEqual({ company: null });
  });

  test('shows the topmost units of a kind anywhere below, in code order', async () => {
    const { company } = await house.answer<{ company: object }>(
      'Sun',
      '{ company { children { code } teams: children(kind: TEAM) { code } } }',
    );
    expect(company).toEqual({
      children: [{ code: 'SALES' }],
      teams: [{ code: 'East One' }, { code: 'East Two' }, { code: 'West One' }],
    });
  });
});

describe('a unit', () => {
  test('is found by id or by code, with its history', async () => {
    const fields = 'code name from to version records { name from to parent { code } }';
    const document = `query($id: ID) { byId: unit(id: $id) { ${fields} } byCode: unit(code: "East One") { ${fields} } }`;
    const { byId, byCode } = await house.answer<Record<string, object>>('Sun', document, { id: unitId('East One') });
    expect(byCode).toEqual(byId);
    expect(byId).toEqual({
      ...{ code: 'East One', name: 'West Two', from: '2016-01-01', to: null, version: 2 },
      records: [
        { name: 'East One', from: '2016-01-01', to: '2020-01-01', parent: { code: 'East' } },
        { name: 'West Two', from: '2020-01-01', to: null, parent: { code: 'West' } },
      ],
    });
  });

  test('that nobody has is null', async () => {
    expect(await house.answer('Sun', '{ unit(code: "North") { code } }')).toEqual({ unit: null });
  });

  test('is asked for by exactly one of id and code', async () => {
    expect(await house.refusal('Sun', '{ unit { code } }')).toMatch(/^BAD_USER_INPUT/);
    expect(await house.refusal('Sun', '{ unit(id: "x", code: "y") { code } }')).toMatch(/^BAD_USER_INPUT/);
  });

  test('lists its members in pages', async () => {
    const document = `query($after: String, $deep: Boolean) { unit(code: "SALES") {
      members(first: 4, after: $after, deep: $deep) { totalCount nodes { code } pageInfo { hasNextPage endCursor } } } }`;
    type Answer = {
      unit: {
        members: {
          totalCount: number;
          nodes: { code: string }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
    };
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { unit }: Answer = await house.answer<Answer>('Sun', document, { after, deep: true });
      expect(unit.members.totalCount).toBe(8);
      seen.push(...unit.members.nodes.map(({ code }) => code));
      ({ endCursor: after, hasNextPage: more } = unit.members.pageInfo);
    }
    expect(seen).toEqual(['Feng', 'Li', 'Qian', 'Sun', 'Wang', 'Wu', 'Zheng', 'Zhou']);
    const { unit } = await house.answer<Answer>('Sun', document, { deep: false });
    expect(unit.members.nodes).toEqual([{ code: 'Wang' }]);
  });

  test('is listed with the others by kind, in pages', async () => {
    const document =
      'query($after: String) { units(kind: TEAM, first: 2, after: $after) { totalCount nodes { code } pageInfo { endCursor hasNextPage } } }';
    const first = await house.answer<{ units: { pageInfo: { endCursor: string } } }>('Sun', document);
    expect(first.units).toMatchObject({
      totalCount: 3,
      nodes: [{ code: 'East One' }, { code: 'East Two' }],
      pageInfo: { hasNextPage: true },
    });
    const second = await house.answer('Sun', document, { after: first.units.pageInfo.endCursor });
    expect(second.units).toMatchObject({ nodes: [{ code: 'West One' }], pageInfo: { hasNextPage: false } });
  });
});

describe('a person', () => {
  const FIELDS = `query($code: String!, $day: Date) { employee(code: $code) {
    role unit { code } manager { code } managerThen: manager(asOf: $day) { code } unitThen: unit(asOf: $day) { code }
    assignments { unit { code } } all: assignments(all: true) { role from to primary leader unit { code } } } }`;

  test('has a unit, a manager and assignments of a day', async () => {
    const { employee } = await house.answer<{ employee: object }>('Sun', FIELDS, { code: 'Li', day: '2019-12-31' });
    expect(employee).toEqual({
      role: 'SALES_ENGINEER',
      unit: { code: 'East Two' },
      manager: { code: 'Wu' },
      managerThen: { code: 'Qian' },
      unitThen: { code: 'East One' },
      assignments: [{ unit: { code: 'East Two' } }],
      all: [
        {
          role: 'SALES_ENGINEER',
          from: '2016-01-01',
          to: '2020-01-01',
          primary: true,
          leader: false,
          unit: { code: 'East One' },
        },
        {
          role: 'SALES_ENGINEER',
          from: '2020-01-01',
          to: null,
          primary: true,
          leader: false,
          unit: { code: 'East Two' },
        },
      ],
    });
  });

  test.each([
    ['Sun', 'Qian', 'Qian'],
    ['Qian', 'Zhao', 'Feng'],
    ['Wu', 'Zhao', 'Feng'],
    ['Zhou', 'Feng', 'Feng'],
    ['Feng', 'Wang', 'Wang'],
    ['Zhao', 'Wang', null],
    ['Wang', null, null],
    ['Chen', null, null],
  ])('%s reports to %s and later to %s', async (code, then, now) => {
    const { employee } = await house.answer<{ employee: { manager: object; managerThen: object } }>('Sun', FIELDS, {
      code,
      day: '2019-12-31',
    });
    expect(employee.managerThen).toEqual(then && { code: then });
    expect(employee.manager).toEqual(now && { code: now });
  });

  test('is listed by unit, role and day', async () => {
    const document = `query($unit: ID, $deep: Boolean, $role: Role, $day: Date) {
      employees(unit: $unit, deep: $deep, role: $role, asOf: $day) { totalCount nodes { code unit { code } } } }`;
    const codes = async (variables: object) => {
      const { employees } = await house.answer<{ employees: { totalCount: number; nodes: { code: string }[] } }>(
        'Sun',
        document,
        variables,
      );
      expect(employees.totalCount).toBe(employees.nodes.length);
      return employees.nodes.map(({ code }) => code);
    };
    expect(await codes({})).toHaveLength(10);
    expect(await codes({ day: '2026-01-01' })).toHaveLength(9);
    expect(await codes({ unit: unitId('East') })).toEqual(['Feng', 'Li', 'Wu', 'Zheng']);
    expect(await codes({ unit: unitId('East'), deep: false })).toEqual(['Feng']);
    expect(await codes({ unit: unitId('East'), day: '2019-12-31' })).toEqual([
      'Li',
      'Qian',
      'Sun',
      'Wu',
      'Zhao',
      'Zheng',
    ]);
    expect(await codes({ role: 'REGIONAL_MANAGER', day: '2019-12-31' })).toEqual(['Feng', 'Zhao']);
    expect(await codes({ role: 'DEPUTY_DIRECTOR' })).toEqual(['Feng']);
    expect(await codes({ unit: 'nothing' })).toEqual([]);
  });
});

describe('the caller', () => {
  test('is a person with permissions, or nobody', async () => {
    const document = '{ me { code role permissions unit { code } } }';
    const { me } = await house.answer<{ me: { permissions: string[] } }>('Sun', document);
    expect(me).toMatchObject({ code: 'Sun', role: 'SALES_ENGINEER', unit: { code: 'East One' } });
    expect(me.permissions).toContain('opportunity.write');
    expect(me.permissions).not.toContain('organization.write');
    expect(await house.answer('administrator', document)).toEqual({ me: null });
  });

  test('reads the permissions of others only as an administrator', async () => {
    const document = '{ employee(code: "Sun") { permissions } }';
    const { me } = await house.answer<{ me: object }>('Sun', '{ me { permissions } }');
    expect((await house.answer('administrator', document)).employee).toEqual(me);
    expect((await house.answer('Wang', document)).employee).toEqual({ permissions: null });
  });
});

test('the roles come with duties and permissions', async () => {
  const { roles } = await house.answer<{
    roles: { role: string; nameChinese: string; duties: string[]; permissions: { action: string; scope: string }[] }[];
  }>('Chen', '{ roles { role name nameChinese duties permissions { action scope } } }');
  expect(roles.map(({ nameChinese }) => nameChinese).slice(0, 5)).toEqual([
    '销售总监',
    '副总监',
    '区域销售经理',
    '团队长',
    '销售工程师',
  ]);
  expect(roles.every(({ duties, permissions }) => duties.length > 0 && permissions.length > 0)).toBe(true);
  const engineer = roles.find(({ role }) => role === 'SALES_ENGINEER')!;
  expect(engineer.permissions).toContainEqual({ action: 'opportunity.write', scope: 'OWN' });
});

test('entities are found by id, each on its place, also those that are no longer in force', async () => {
  await house.import('importOrgUnits', [
    { code: 'Gone', name: 'Gone', kind: 'TEAM', parentCode: 'West', from: '2017-01-01', to: '2018-01-01' },
  ]);
  const document = `query($entities: [_Any!]!) { _entities(representations: $entities) {
    ... on OrgUnit { code name leader { code } } ... on Employee { code unit { code } } } }`;
  const entities = [
    { __typename: 'OrgUnit', id: unitId('East One') },
    { __typename: 'Employee', id: personId('Zhao') },
    { __typename: 'OrgUnit', id: 'nothing' },
    { __typename: 'Employee', id: 'nothing' },
    { __typename: 'OrgUnit', id: unitId('Gone') },
  ];
  expect((await house.answer('Sun', document, { entities }))._entities).toEqual([
    { code: 'East One', name: 'West Two', leader: { code: 'Qian' } },
    { code: 'Zhao', unit: null },
    null,
    null,
    { code: 'Gone', name: 'Gone', leader: null },
  ]);
  expect(await house.answer('Sun', '{ unit(code: "Gone") { code } }')).toEqual({ unit: null });
});

test('an id that is empty names no unit: nobody is assigned to it', async () => {
  const { employees } = await house.answer<{ employees: { totalCount: number; nodes: object[] } }>(
    'Sun',
    '{ employees(unit: "") { totalCount nodes { code } } }',
  );
  expect(employees).toEqual({ totalCount: 0, nodes: [] });
});
