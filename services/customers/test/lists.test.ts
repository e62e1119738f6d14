/** Lists, pages and pipelines, and what they cost: as many calls for 200 rows as for 10. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeCursor, idFromCode } from '@salesgraph/service-kit';
import { type House, openHouse, SELLERS } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const customers = Array.from({ length: 200 }, (_, i) => ({
    code: `C${String(i).padStart(3, '0')}`,
    ownerCode: SELLERS[i % 4],
  }));
  await house.answer('importer', 'mutation($rows: [CustomerRow!]!) { importCustomers(rows: $rows) { accepted } }', {
    rows: customers,
  });
  await house.answer('importer', 'mutation { importProducts(rows: [{ code: "GTX" }]) { accepted } }');
  await house.imported(
    customers.flatMap(({ code, ownerCode }, i) =>
      ['ENGAGING', 'PROSPECTING', 'WON'].map((stage) => ({
        code: `${code}-${stage}`,
        ownerCode,
        customerCode: code,
        productCode: 'GTX',
        amount: stage === 'PROSPECTING' ? null : String(100 + i),
        stage,
        engagedOn: stage === 'PROSPECTING' ? null : '2026-01-01',
        expectedCloseOn: stage === 'WON' ? null : `2026-0${4 + (i % 5)}-01`,
        closedOn: stage === 'WON' ? `2026-02-${String(1 + (i % 28)).padStart(2, '0')}` : null,
      })),
    ),
  );
});
afterAll(() => house?.close());

type Connection<T> = { totalCount: number; nodes: T[]; pageInfo: { hasNextPage: boolean; endCursor: string } };

describe('a list', () => {
  test('is read page by page, complete and in order', async () => {
    const codes: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { opportunities }: { opportunities: Connection<{ code: string }> } = await house.answer(
        'Sun',
        `query($after: String) { opportunities(first: 37, after: $after) { totalCount nodes { code } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      expect(opportunities.totalCount).toBe(150);
      codes.push(...opportunities.nodes.map(({ code }) => code));
      after = opportunities.pageInfo.endCursor;
      more = opportunities.pageInfo.hasNextPage;
    }
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes).toHaveLength(150);
  });

  test.each<[string, (house: House) => object, number]>([
    ['status', () => ({ status: 'WON' }), 200],
    ['stage', () => ({ stage: 'PROSPECTING' }), 200],
    ['owner', (one) => ({ owner: one.person('Li') }), 150],
    ['unit', (one) => ({ unit: one.unit('East One') }), 300],
    ['unit and owner', (one) => ({ unit: one.unit('East One'), owner: one.person('Zhou') }), 0],
    ['a unit that does not exist', () => ({ unit: 'unit-none' }), 0],
    ['customer', () => ({ customer: idFromCode('cus', 'C000') }), 3],
    ['days of closing', () => ({ closedFrom: '2026-02-01', closedTo: '2026-02-02' }), 8],
  ])('is filtered by %s', async (_, filter, count) => {
    const { opportunities } = await house.answer<{ opportunities: { totalCount: number } }>(
      'administrator',
      'query($filter: OpportunityFilter) { opportunities(filter: $filter) { totalCount } }',
      { filter: filter(house) },
    );
    expect(opportunities.totalCount).toBe(count);
  });

  test.each([
    [{ first: 0 }, 'first'],
    [{ after: 'nonsense' }, 'after'],
    [{ after: encodeCursor(['0:2026-04-01', 'C000']) }, 'after'],
  ])('refuses %j', async (variables, field) => {
    const fault = await house.fault(
      'Sun',
      'query($first: Int, $after: String) { opportunities(first: $first, after: $after) { totalCount } }',
      variables,
    );
    expect(fault).toMatchObject({ code: 'BAD_USER_INPUT', fields: [field] });
  });

  test.each(['{ opportunity { id } }', '{ opportunity(id: "a", code: "b") { id } }', '{ customer { id } }'])(
    '%s is refused',
    async (document) => {
      expect(await house.fault('Sun', document)).toMatchObject({ code: 'BAD_USER_INPUT' });
    },
  );
});

describe("a person's opportunities", () => {
  const document = `query($people: [_Any!]!, $open: Boolean, $first: Int, $after: String) {
    _entities(representations: $people) { ... on Employee {
      opportunities(open: $open, first: $first, after: $after) { totalCount nodes { code status expectedCloseOn } pageInfo { hasNextPage endCursor } }
    } }
  }`;
  const read = async (variables: object) => {
    const { _entities } = await house.answer<{
      _entities: { opportunities: Connection<{ code: string; status: string; expectedCloseOn: string }> }[];
    }>('administrator', document, {
      people: SELLERS.map((name) => ({ __typename: 'Employee', id: house.person(name) })),
      ...variables,
    });
    return _entities.map(({ opportunities }) => opportunities);
  };

  test('begin with the open ones that close soonest', async () => {
    for (const list of await read({ open: true, first: 200 })) {
      expect(list.totalCount).toBe(100);
      const days = list.nodes.map(({ expectedCloseOn }) => expectedCloseOn);
      expect(days).toEqual([...days].sort());
    }
    for (const list of await read({ first: 200 })) {
      expect(list.totalCount).toBe(150);
      expect(list.nodes.map(({ status }) => status).lastIndexOf('OPEN')).toBe(99);
    }
  });

  test('are paged for several people at once', async () => {
    const [first] = await read({ open: false, first: 7 });
    expect(first!.nodes).toHaveLength(7);
    const [second] = await read({ open: false, first: 7, after: first!.pageInfo.endCursor });
    expect(new Set([...first!.nodes, ...second!.nodes].map(({ code }) => code)).size).toBe(14);
  });
});

test('what is asked before a customer is called, and at the start of a day', async () => {
  const { customer, _entities } = await house.answer<Record<string, unknown>>(
    'Sun',
    `query($id: ID!, $me: [_Any!]!) {
      customer(id: $id) { id name owner { id } opportunities(first: 10) { nodes { stage amount { amount currency } closedAt } } }
      _entities(representations: $me) { ... on Employee { opportunities(open: true, first: 1) {
        totalCount nodes { code stage amount { amount currency } expectedCloseOn idleDays customer { id name } } } } }
    }`,
    { id: idFromCode('cus', 'C000'), me: [{ __typename: 'Employee', id: house.person('Sun') }] },
  );
  const amount = { amount: '100.00', currency: 'USD' };
  expect(customer).toEqual({
    ...{ id: idFromCode('cus', 'C000'), name: 'C000', owner: { id: house.person('Sun') } },
    opportunities: {
      nodes: [
        { stage: 'ENGAGING', amount, closedAt: null },
        { stage: 'PROSPECTING', amount: null, closedAt: null },
        { stage: 'WON', amount, closedAt: '2026-01-31T16:00:00.000Z' },
      ],
    },
  });
  const first = { code: 'C000-ENGAGING', stage: 'ENGAGING', amount, expectedCloseOn: '2026-04-01', idleDays: 68 };
  expect(_entities).toEqual([
    {
      opportunities: {
        totalCount: 100,
        nodes: [{ ...first, customer: { id: idFromCode('cus', 'C000'), name: 'C000' } }],
      },
    },
  ]);
});

describe('the pipeline', () => {
  test('of a unit sums its subtree exactly', async () => {
    const { _entities } = await house.answer<{ _entities: { pipeline: unknown }[] }>(
      'Wang',
      `query($units: [_Any!]!) { _entities(representations: $units) { ... on OrgUnit {
        pipeline { openCount withoutAmount openAmount { amount currency } weightedAmount { amount currency } } } } }`,
      { units: ['COMPANY', 'West One'].map((code) => ({ __typename: 'OrgUnit', id: house.unit(code) })) },
    );
    const sum = (indices: number[]) => indices.reduce((total, i) => total + 100 + i, 0);
    const all = Array.from({ length: 200 }, (_, i) => i);
    const west = all.filter((i) => SELLERS[i % 4] === 'Zhou');
    const expected = (indices: number[]) => ({
      openCount: indices.length * 2,
      withoutAmount: indices.length,
      openAmount: { amount: `${sum(indices)}.00`, currency: 'USD' },
      weightedAmount: { amount: (sum(indices) * 0.3).toFixed(2), currency: 'USD' },
    });
    expect(_entities.map(({ pipeline }) => pipeline)).toEqual([expected(all), expected(west)]);
  });

  test('of a person sums what the person owns; those out of reach have none to show', async () => {
    const read = async (caller: string) => {
      const { _entities } = await house.answer<{ _entities: { pipeline: { openCount: number } | null }[] }>(
        caller,
        'query($people: [_Any!]!) { _entities(representations: $people) { ... on Employee { pipeline { openCount } } } }',
        {
          people: ['Sun', 'Zhou', 'Qian', 'Nobody'].map((name) => ({ __typename: 'Employee', id: house.person(name) })),
        },
      );
      return _entities.map(({ pipeline }) => pipeline?.openCount ?? null);
    };
    expect(await read('Wang')).toEqual([100, 100, 0, null]);
    expect(await read('Qian')).toEqual([100, null, 0, null]);
    expect(await read('Sun')).toEqual([100, null, null, null]);
  });
});

describe('the number of calls to the database is the same for 10 rows and for 200', () => {
  const customerFields = `code version owner { id } parent { code } opportunities(first: 3) { totalCount nodes { code product { name } owner { id } } }`;
  const dealFields =
    'code amount { amount } customer { name parent { code } } product { name } splits { share } history { totalCount } outlet { id }';
  test.each([
    ['customers', `query($first: Int!) { customers(first: $first) { totalCount nodes { ${customerFields} } } }`],
    ['opportunities', `query($first: Int!) { opportunities(first: $first) { totalCount nodes { ${dealFields} } } }`],
    [
      'warnings',
      `query($first: Int!) { dataQualityWarnings(first: $first) { totalCount nodes { field opportunity { ${dealFields} } } } }`,
    ],
  ])('in a list of %s', async (_, document) => {
    for (const caller of ['administrator', 'Zhao']) {
      const ten = await house.countCommands(() => house.answer(caller, document, { first: 10 }));
      const many = await house.countCommands(() => house.answer(caller, document, { first: 200 }));
      expect(many).toBe(ten);
      expect(ten).toBeGreaterThan(0);
    }
  });

  test('in entities: people, units, opportunities, customers', async () => {
    const document = `query($all: [_Any!]!) { _entities(representations: $all) {
      ... on Employee { mine: opportunities(open: true, first: 5) { totalCount nodes { code product { name } } } pipeline { openCount } }
      ... on OrgUnit { pipeline { openCount weightedAmount { amount } } }
      ... on Opportunity { ${dealFields} }
      ... on Customer { ${customerFields} }
    } }`;
    const entities = (count: number) => [
      ...SELLERS.slice(0, count === 10 ? 2 : 4).map((name) => ({ __typename: 'Employee', id: house.person(name) })),
      ...['COMPANY', 'SALES', 'East', 'West']
        .slice(0, count === 10 ? 1 : 4)
        .map((code) => ({ __typename: 'OrgUnit', id: house.unit(code) })),
      ...Array.from({ length: count }, (_, i) => `C${String(i).padStart(3, '0')}`).flatMap((code) => [
        { __typename: 'Customer', id: idFromCode('cus', code) },
        { __typename: 'Opportunity', id: idFromCode('opp', `${code}-WON`) },
      ]),
    ];
    const ten = await house.countCommands(() => house.answer('Wang', document, { all: entities(10) }));
    const many = await house.countCommands(() => house.answer('Wang', document, { all: entities(200) }));
    expect(many).toBe(ten);
  });
});
