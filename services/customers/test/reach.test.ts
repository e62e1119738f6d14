/** How far several assignments, roles of staff and standing in reach; and who reaches what, as administrators ask. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idFromCode } from '@salesgraph/service-kit';
import { aCompany, employeeEvent } from '@salesgraph/testing';
import { type House, openHouse, SELLERS } from './house.ts';

const NOW = { from: '2026-03-10', to: '2026-03-20' };

/** Everybody beside those of the house, in their units. */
const others = () =>
  aCompany()
    .withDeputy('Shen', 'East Two', 'West')
    .withDeputy('Deng', 'East', 'East One')
    .withStaff('Xia', 'CUSTOMER_CARE_SPECIALIST')
    .withStaff('Fan', 'SALES_ANALYST')
    .withStaff('Yin', 'MARKET_ANALYST')
    .withStaff('Kong', 'NETWORK_PLANNER')
    .withStaff('Bai', 'TEAM_DEVELOPER')
    .withStaff('Gu', 'LIAISON', 'COMPANY')
    .withStaff('Ding', 'SYSTEM_ADMINISTRATOR', 'COMPANY')
    .withStaff('Leaving', 'EMPLOYEE', 'COMPANY')
    .withStaff('For Zhao', 'EMPLOYEE', 'COMPANY')
    .withStaff('For Sun', 'EMPLOYEE', 'COMPANY')
    .withStaff('For Wang', 'EMPLOYEE', 'COMPANY')
    .withStaff('For For Zhao', 'EMPLOYEE', 'COMPANY')
    .withStaff('Until Today', 'EMPLOYEE', 'COMPANY')
    .withStaff('From Tomorrow', 'EMPLOYEE', 'COMPANY')
    .employees();

const STANDS_IN: Record<string, { code: string; from: string; to: string }[]> = {
  'For Zhao': [{ code: 'Zhao', ...NOW }],
  'For Sun': [{ code: 'Sun', ...NOW }],
  'For Wang': [{ code: 'Wang', ...NOW }],
  'For For Zhao': [{ code: 'For Zhao', ...NOW }],
  'Until Today': [{ code: 'Zhao', from: '2026-03-01', to: '2026-03-10' }],
  'From Tomorrow': [{ code: 'Zhao', from: '2026-03-11', to: '2026-03-20' }],
};

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.service.deliver(others().map((row) => employeeEvent(row, 1, STANDS_IN[row.code])));
  await house.answer('importer', 'mutation($rows: [CustomerRow!]!) { importCustomers(rows: $rows) { accepted } }', {
    rows: [...SELLERS.map((name) => ({ code: `C ${name}`, ownerCode: name })), { code: 'C Nobody' }],
  });
  const deal = (code: string, ownerCode: string, customerCode: string, more: object = {}) => ({
    ...{ code, ownerCode, customerCode, amount: '100', stage: 'ENGAGING' },
    ...{ engagedOn: '2026-03-01', expectedCloseOn: '2026-04-01' },
    ...more,
  });
  const shared = ['Sun', 'Zhou'].map((employeeCode) => ({ employeeCode, share: '0.5' }));
  await house.imported([
    ...SELLERS.map((name) => deal(`D ${name}`, name, `C ${name}`)),
    deal('SHARED', 'Sun', 'C Sun', { splits: shared }),
  ]);
});
afterAll(() => house?.close());

/** Whose deals each sees. The house: East One (Sun, Li), East Two (Zheng), West One (Zhou). */
test.each<[string, string[]]>([
  ['Shen', ['Zheng', 'Zhou']],
  ['Deng', ['Li', 'Sun', 'Zheng']],
  ['Xia', ['Li', 'Sun', 'Zheng', 'Zhou']],
  ['For Zhao', ['Li', 'Sun', 'Zheng']],
  ['For Sun', ['Sun']],
  ['For Wang', ['Li', 'Sun', 'Zheng', 'Zhou']],
])('%s sees the deals of %j and reaches no others by id', async (caller, names) => {
  const { opportunities } = await house.answer<{ opportunities: { totalCount: number; nodes: { code: string }[] } }>(
    caller,
    '{ opportunities { totalCount nodes { code } } }',
  );
  const codes = names.map((name) => `D ${name}`);
  const shared = names.includes('Sun') || names.includes('Zhou') ? ['SHARED'] : [];
  expect(opportunities.nodes.map(({ code }) => code)).toEqual([...codes, ...shared]);
  expect(opportunities.totalCount).toBe(codes.length + shared.length);
  for (const name of SELLERS) {
    const { opportunity } = await house.answer<{ opportunity: object | null }>(
      caller,
      'query($id: ID!) { opportunity(id: $id) { id } }',
      { id: idFromCode('opp', `D ${name}`) },
    );
    expect(opportunity !== null).toBe(names.includes(name));
  }
});

test.each(['Fan', 'Yin', 'Kong', 'Bai', 'Gu', 'Ding', 'For For Zhao', 'Until Today', 'From Tomorrow'])(
  '%s sees no deal and no customer',
  async (caller) => {
    for (const field of ['opportunities', 'customers']) {
      expect(await house.fault(caller, `{ ${field} { totalCount } }`)).toMatchObject({ code: 'FORBIDDEN' });
    }
  },
);

test('analysts see sums over all deals', async () => {
  for (const caller of ['Fan', 'Yin']) {
    const { _entities } = await house.answer<{ _entities: { pipeline: { openCount: number } | null }[] }>(
      caller,
      'query($units: [_Any!]!) { _entities(representations: $units) { ... on OrgUnit { pipeline { openCount } } } }',
      { units: [{ __typename: 'OrgUnit', id: house.unit('COMPANY') }] },
    );
    expect(_entities).toEqual([{ pipeline: { openCount: 5 } }]);
  }
});

test('who stands in changes what the absent one may change, under the own name', async () => {
  const update = 'mutation($input: UpdateCustomerInput!) { updateCustomer(input: $input) { version } }';
  const input = { id: idFromCode('cus', 'C Li'), sector: 'retail' };
  expect(await house.fault('For Sun', update, { input })).toMatchObject({ code: 'NOT_FOUND' });
  await house.answer('For Zhao', update, { input });
  await house.service.drainEvents();
  const told = await house.service.connection
    .collection('event_log')
    .find({ aggregateId: input.id })
    .sort({ seq: -1 })
    .toArray();
  expect(told[0]).toMatchObject({ actor: 'For Zhao' });
});

const GRANTS = 'grants { role reach via unit { id } standsInFor { id } }';
interface Report {
  accounts: string[];
  totalCount: number;
  nodes: { employee: { id: string }; grants: { role: string; via: string; standsInFor: { id: string } | null }[] }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

describe('who reaches', () => {
  const ask = async (caller: string, field: string, args: object) => {
    const declared = '$code: String, $id: ID, $action: String!, $first: Int, $after: String';
    const document = `query(${declared}) { report: ${field}(code: $code, id: $id, action: $action, first: $first, after: $after) {
      accounts totalCount nodes { employee { id } ${GRANTS} } pageInfo { endCursor hasNextPage } } }`;
    const { report } = await house.answer<{ report: Report | null }>(caller, document, args);
    return report;
  };
  const everybody = () => [
    ...['Wang', 'Zhao', 'Qian', 'Sun', 'Li', 'Wu', 'Zheng', 'Feng', 'Zhou', 'Hr'],
    ...others().map(({ code }) => code),
  ];

  test.each([
    ...['C Sun', 'C Zhou', 'C Nobody'].map((code) => ['customerAccess', 'customer', code] as const),
    ...['D Li', 'SHARED'].map((code) => ['opportunityAccess', 'opportunity', code] as const),
  ])('%s of %s %s is who sees it', async (field, type, code) => {
    const report = await ask('administrator', field, { code, action: `${type}.read` });
    const seeing: string[] = [];
    for (const caller of everybody()) {
      const { data } = await house.request(
        `query($code: String!) { seen: ${type}(code: $code) { id } }`,
        { code },
        caller,
      );
      if (data?.seen) seeing.push(house.person(caller));
    }
    expect(report!.nodes.map(({ employee }) => employee.id).sort()).toEqual(seeing.sort());
    expect(report!.totalCount).toBe(seeing.length);
    expect(report!.accounts).toEqual(['ADMINISTRATOR', 'IMPORTER']);
  });

  test('says why, in code order', async () => {
    const report = await ask('Ding', 'customerAccess', { code: 'C Zhou', action: 'customer.read' });
    const why = (role: string, reach: string, via: string, unit: string, absent: string | null = null) => ({
      ...{ role, reach, via, unit: { id: house.unit(unit) } },
      standsInFor: absent === null ? null : { id: house.person(absent) },
    });
    expect(report!.nodes).toEqual(
      [
        ['Feng', why('REGIONAL_MANAGER', 'UNIT', 'UNIT', 'West')],
        ['For Wang', why('SALES_DIRECTOR', 'COMPANY', 'COMPANY_WIDE', 'SALES', 'Wang')],
        ['Shen', why('DEPUTY_DIRECTOR', 'UNIT', 'UNIT', 'West')],
        ['Wang', why('SALES_DIRECTOR', 'COMPANY', 'COMPANY_WIDE', 'SALES')],
        ['Xia', why('CUSTOMER_CARE_SPECIALIST', 'COMPANY', 'COMPANY_WIDE', 'SALES')],
        ['Zhou', why('SALES_ENGINEER', 'OWN', 'OWN_RECORD', 'West One')],
      ].map(([person, grant]) => ({ employee: { id: house.person(person as string) }, grants: [grant] })),
    );
  });

  test('comes in pages', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Report | null = await ask('administrator', 'customerAccess', {
        code: 'C Sun',
        action: 'customer.write',
        first: 2,
        after,
      });
      seen.push(...page!.nodes.map(({ employee }) => employee.id));
      expect(page!.totalCount).toBe(12);
      after = page!.pageInfo.hasNextPage ? page!.pageInfo.endCursor : null;
    } while (after);
    const whole = await ask('administrator', 'customerAccess', { code: 'C Sun', action: 'customer.write' });
    expect(seen).toEqual(whole!.nodes.map(({ employee }) => employee.id));
  });

  test('is asked with an action that fits, of a record that exists', async () => {
    const query = (args: string) => house.fault('administrator', `{ customerAccess(${args}) { totalCount } }`);
    expect(await query('code: "C Sun", action: "opportunity.read"')).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: ['action'],
    });
    expect(await query('code: "C Sun", action: "nonsense"')).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: ['action'],
    });
    expect(await query('code: "C Sun", after: "nonsense"')).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: ['after'],
    });
    expect(await query('action: "customer.read"')).toMatchObject({ code: 'BAD_USER_INPUT', fields: ['id'] });
    expect(await ask('administrator', 'customerAccess', { code: 'C Noone', action: 'customer.read' })).toBeNull();
    expect(await ask('administrator', 'opportunityAccess', { id: 'opp-none', action: 'opportunity.read' })).toBeNull();
  });

  test.each(['Wang', 'Xia', 'Sun', 'importer'])('is not for %s', async (caller) => {
    const field = 'access { totalCount }';
    const asked = `{ customer(code: "C Sun") { code ${field} } opportunity(code: "D Sun") { code ${field} } }`;
    expect(await house.answer(caller, asked)).toEqual({
      customer: { code: 'C Sun', access: null },
      opportunity: { code: 'D Sun', access: null },
    });
    for (const root of ['customerAccess', 'opportunityAccess']) {
      expect(await house.fault(caller, `{ ${root}(code: "D Sun") { totalCount } }`)).toMatchObject({
        code: 'FORBIDDEN',
      });
    }
  });

  test('costs the same calls for few and for many records', async () => {
    const rows = Array.from({ length: 60 }, (_, n) => ({ code: `N ${n}`, ownerCode: SELLERS[n % 4] }));
    await house.answer('importer', 'mutation($rows: [CustomerRow!]!) { importCustomers(rows: $rows) { accepted } }', {
      rows,
    });
    const asked = `query($first: Int) { customers(first: $first) { nodes {
      access(first: 2) { totalCount nodes { employee { id } ${GRANTS} } } opportunities { nodes { access { nodes { ${GRANTS} } } } } } } }`;
    const calls = async (first: number) => {
      let nodes: object[] = [];
      const sent = await house.countCommands(async () => {
        nodes = (await house.answer<{ customers: { nodes: object[] } }>('administrator', asked, { first })).customers
          .nodes;
      });
      return { sent, rows: nodes.length };
    };
    await calls(2);
    const [few, many] = [await calls(2), await calls(60)];
    expect(many.rows).toBe(60);
    expect(many.sent).toBe(few.sent);
  });
});
