/** Who sees and changes what: the same question asked by each role, the answers written down by hand. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idFromCode } from '@salesgraph/service-kit';
import { type House, openHouse, SELLERS } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const rows = SELLERS.map((name) => ({ code: `C ${name}`, ownerCode: name }));
  await house.answer('importer', 'mutation($rows: [CustomerRow!]!) { importCustomers(rows: $rows) { accepted } }', {
    rows,
  });
  await house.imported([
    ...SELLERS.map((name) => ({
      code: `D ${name}`,
      ownerCode: name,
      customerCode: `C ${name}`,
      amount: '100',
      stage: 'ENGAGING',
      engagedOn: '2026-03-01',
      expectedCloseOn: '2026-04-01',
    })),
    {
      code: 'SHARED',
      ownerCode: 'Sun',
      customerCode: 'C Sun',
      amount: '100',
      stage: 'ENGAGING',
      engagedOn: '2026-03-01',
      expectedCloseOn: '2026-04-01',
      splits: [
        { employeeCode: 'Sun', share: '0.5' },
        { employeeCode: 'Zhou', share: '0.5' },
      ],
    },
  ]);
});
afterAll(() => house?.close());

/** Whose deals and customers each sees; the shared one belongs to Sun and Zhou. */
const SEES: Record<string, string[]> = {
  administrator: ['Li', 'Sun', 'Zheng', 'Zhou'],
  importer: ['Li', 'Sun', 'Zheng', 'Zhou'],
  Wang: ['Li', 'Sun', 'Zheng', 'Zhou'],
  Zhao: ['Li', 'Sun', 'Zheng'],
  Feng: ['Zhou'],
  Qian: ['Li', 'Sun'],
  Wu: ['Zheng'],
  Sun: ['Sun'],
  Zhou: ['Zhou'],
};

describe.each(Object.entries(SEES))('%s', (caller, people) => {
  const shared = people.some((name) => name === 'Sun' || name === 'Zhou');

  test('lists the deals in reach', async () => {
    const { opportunities } = await house.answer<{ opportunities: { totalCount: number; nodes: { code: string }[] } }>(
      caller,
      '{ opportunities { totalCount nodes { code } } }',
    );
    const expected = [...people.map((name) => `D ${name}`), ...(shared ? ['SHARED'] : [])];
    expect(opportunities.nodes.map(({ code }) => code)).toEqual(expected);
    expect(opportunities.totalCount).toBe(expected.length);
  });

  test('lists the customers in reach, also through a shared deal', async () => {
    const { customers } = await house.answer<{ customers: { nodes: { code: string }[] } }>(
      caller,
      '{ customers { nodes { code } } }',
    );
    const names = shared ? [...new Set([...people, 'Sun'])].sort() : people;
    expect(customers.nodes.map(({ code }) => code)).toEqual(names.map((name) => `C ${name}`));
  });

  test('finds the same by code, by id and as an entity, and nothing else', async () => {
    const document = `query($code: String!, $id: ID!, $entities: [_Any!]!) {
      byCode: opportunity(code: $code) { code } byId: opportunity(id: $id) { code }
      _entities(representations: $entities) { ... on Opportunity { code } ... on Customer { code } }
    }`;
    for (const name of ['Li', 'Sun', 'Zheng', 'Zhou']) {
      const id = idFromCode('opp', `D ${name}`);
      const deal = people.includes(name) ? { code: `D ${name}` } : null;
      const customer = people.includes(name) || (name === 'Sun' && shared) ? { code: `C ${name}` } : null;
      const answer = await house.answer(caller, document, {
        code: `D ${name}`,
        id,
        entities: [
          { __typename: 'Opportunity', id },
          { __typename: 'Customer', id: idFromCode('cus', `C ${name}`) },
        ],
      });
      expect(answer).toEqual({ byCode: deal, byId: deal, _entities: [deal, customer] });
    }
  });

  test("sees other people's deals as if there were none", async () => {
    const { _entities } = await house.answer<{ _entities: { opportunities: { totalCount: number } }[] }>(
      caller,
      `query($people: [_Any!]!) { _entities(representations: $people) { ... on Employee { opportunities { totalCount } } } }`,
      { people: ['Li', 'Zheng'].map((name) => ({ __typename: 'Employee', id: house.person(name) })) },
    );
    expect(_entities.map(({ opportunities }) => opportunities.totalCount)).toEqual(
      ['Li', 'Zheng'].map((name) => (people.includes(name) ? 1 : 0)),
    );
  });
});

/** Whose pipelines each sees: the own unit's subtree. */
test.each<[string, string[]]>([
  ['administrator', ['COMPANY', 'SALES', 'East', 'East One', 'East Two', 'West', 'West One']],
  ['Wang', ['COMPANY', 'SALES', 'East', 'East One', 'East Two', 'West', 'West One']],
  ['Zhao', ['East', 'East One', 'East Two']],
  ['Qian', ['East One']],
  ['Sun', []],
])('%s sees the pipelines of %j', async (caller, units) => {
  const all = ['COMPANY', 'SALES', 'East', 'East One', 'East Two', 'West', 'West One'];
  const { _entities } = await house.answer<{ _entities: { pipeline: { openCount: number } | null }[] }>(
    caller,
    'query($units: [_Any!]!) { _entities(representations: $units) { ... on OrgUnit { pipeline { openCount } } } }',
    { units: all.map((code) => ({ __typename: 'OrgUnit', id: house.unit(code) })) },
  );
  expect(all.filter((_, place) => _entities[place]?.pipeline)).toEqual(units);
});

describe('changes', () => {
  const win = (caller: string, name: string) =>
    house.fault(caller, 'mutation($input: WinOpportunityInput!) { winOpportunity(input: $input) { code } }', {
      input: { id: idFromCode('opp', `D ${name}`), closedOn: '2026-03-09', expectedVersion: 999 },
    });

  test.each([
    ['Sun', 'Sun', 'CONFLICT'],
    ['Qian', 'Sun', 'CONFLICT'],
    ['Zhao', 'Sun', 'CONFLICT'],
    ['Wang', 'Sun', 'CONFLICT'],
    ['Sun', 'Li', 'NOT_FOUND'],
    ['Qian', 'Zheng', 'NOT_FOUND'],
    ['Feng', 'Sun', 'NOT_FOUND'],
    ['Hr', 'Sun', 'FORBIDDEN'],
  ])('%s who would win the deal of %s is told %s', async (caller, name, code) => {
    expect(await win(caller, name)).toMatchObject({ code });
  });

  test('hidden and absent deals look the same', async () => {
    const hidden = await win('Sun', 'Li');
    const absent = await win('Sun', 'Nobody');
    expect(hidden).toEqual(absent);
  });

  test.each(['Wang', 'Zhao', 'Qian', 'Sun', 'Hr'])('%s imports nothing', async (caller) => {
    const fault = await house.fault(caller, 'mutation { importOpportunities(rows: []) { accepted } }');
    expect(fault.code).toBe('FORBIDDEN');
  });
});
