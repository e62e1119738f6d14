/** What is hidden looks like what is absent: the same answer, and the same number of database calls. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { idFromCode } from '@salesgraph/service-kit';
import { tracesOf } from '@salesgraph/testing';
import { type House, openHouse } from './house.ts';

const cus = (code: string) => idFromCode('cus', code);
const opp = (code: string) => idFromCode('opp', code);

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.answer('importer', 'mutation($rows: [CustomerRow!]!) { importCustomers(rows: $rows) { accepted } }', {
    rows: [
      { code: 'Of Sun', ownerCode: 'Sun' },
      { code: 'Under Sun', ownerCode: 'Zhou', parentCode: 'Of Sun' },
      ...Array.from({ length: 5 }, (_, n) => ({
        ...{ code: `Zhou ${n}`, ownerCode: 'Zhou', parentCode: n === 0 ? null : `Zhou ${n - 1}` },
      })),
      { code: 'Below', ownerCode: 'Sun', parentCode: 'Zhou 4' },
      { code: 'Free', ownerCode: 'Sun' },
    ],
  });
  await house.imported([
    {
      code: 'D Zhou',
      ownerCode: 'Zhou',
      customerCode: 'Zhou 0',
      amount: '1',
      stage: 'ENGAGING',
      expectedCloseOn: '2026-04-01',
    },
    {
      code: 'D Sun',
      ownerCode: 'Sun',
      customerCode: 'Of Sun',
      amount: '1',
      stage: 'ENGAGING',
      expectedCloseOn: '2026-04-01',
    },
  ]);
});
afterAll(() => house?.close());

const update = 'mutation($input: UpdateCustomerInput!) { updateCustomer(input: $input) { version } }';
const change = (field: string) =>
  `mutation($input: ${field[0]!.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { version } }`;
const entity = (typename: string, fields: string) =>
  `query($id: ID!) { _entities(representations: [{ __typename: "${typename}", id: $id }]) { ... on ${typename} { ${fields} } } }`;
const both = (variables: (id: string) => object, hidden: string, absent: string) => ({
  hidden: variables(hidden),
  absent: variables(absent),
});
const byId = (id: string) => ({ id });
const byInput = (more: object) => (id: string) => ({ input: { id, ...more } });

test.each<[string, string, string, { hidden: object; absent: object }]>([
  ['a customer by id', 'Sun', 'query($id: ID!) { customer(id: $id) { code } }', both(byId, cus('Zhou 0'), 'cus-none')],
  ['a customer by code', 'Sun', 'query($id: String!) { customer(code: $id) { code } }', both(byId, 'Zhou 0', 'none')],
  ['a customer as an entity', 'Sun', entity('Customer', 'code'), both(byId, cus('Zhou 0'), 'cus-none')],
  [
    'an opportunity by id',
    'Qian',
    'query($id: ID!) { opportunity(id: $id) { code } }',
    both(byId, opp('D Zhou'), 'opp-none'),
  ],
  ['an opportunity as an entity', 'Qian', entity('Opportunity', 'code'), both(byId, opp('D Zhou'), 'opp-none')],
  [
    'the pipeline of a unit',
    'Qian',
    entity('OrgUnit', 'pipeline { openCount }'),
    both(byId, idFromCode('unit', 'West'), 'unit-none'),
  ],
  [
    'the pipeline of a person',
    'Qian',
    entity('Employee', 'pipeline { openCount }'),
    both(byId, idFromCode('emp', 'Zhou'), 'emp-none'),
  ],
  [
    'the deals of a person',
    'Qian',
    entity('Employee', 'opportunities { totalCount nodes { code } }'),
    both(byId, idFromCode('emp', 'Zhou'), 'emp-none'),
  ],
  [
    'deals of a customer',
    'Sun',
    'query($id: ID!) { opportunities(filter: { customer: $id }) { totalCount nodes { code } pageInfo { hasNextPage } } }',
    both(byId, cus('Zhou 0'), 'cus-none'),
  ],
  ['changing a customer', 'Sun', update, both(byInput({ name: 'x', expectedVersion: 9 }), cus('Zhou 0'), 'cus-none')],
  [
    'naming a parent',
    'Sun',
    update,
    both((parentId) => ({ input: { id: cus('Free'), parentId } }), cus('Zhou 4'), 'cus-none'),
  ],
  [
    'naming a parent that stands below',
    'Sun',
    update,
    both((parentId) => ({ input: { id: cus('Of Sun'), parentId } }), cus('Under Sun'), 'cus-none'),
  ],
  [
    'winning an opportunity',
    'Qian',
    change('winOpportunity'),
    both(byInput({ closedOn: '2026-03-09', expectedVersion: 9 }), opp('D Zhou'), 'opp-none'),
  ],
  [
    'a deal for a customer',
    'Sun',
    change('updateOpportunity'),
    both((customerId) => ({ input: { id: opp('D Sun'), customerId } }), cus('Zhou 0'), 'cus-none'),
  ],
  [
    'a deal for a person',
    'Qian',
    change('updateOpportunity'),
    both((ownerId) => ({ input: { id: opp('D Sun'), ownerId } }), idFromCode('emp', 'Zhou'), 'emp-none'),
  ],
])('%s', async (_, caller, document, which) => {
  const { hidden, absent } = await tracesOf(house.service, caller, document, which);
  expect(hidden).toEqual(absent);
});

test('a customer with a hidden parent looks like one without a parent', async () => {
  const asked = 'query($code: String!) { customer(code: $code) { parent { code } } }';
  const { hidden, absent } = await tracesOf(house.service, 'Sun', asked, {
    hidden: { code: 'Below' },
    absent: { code: 'Free' },
  });
  expect(hidden).toEqual(absent);
});

test('how far the hidden parents of a parent go does not show in the calls', async () => {
  const calls = (parentCode: string) =>
    house.countCommands(() => house.answer('Sun', update, { input: { id: cus('Free'), parentId: cus(parentCode) } }));
  await calls('Of Sun');
  expect(await calls('Below')).toBe(await calls('Of Sun'));
});
