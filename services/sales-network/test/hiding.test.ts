/** What is out of reach for a change looks like what is absent: the same answer, and the same number of database calls. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { tracesOf } from '@salesgraph/testing';
import { type House, openHouse, outletId, unitId } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const plan = 'mutation($input: PlanOutletInput!) { planOutlet(input: $input) { id } }';
  for (const [code, unit] of [
    ['In the west', 'West'],
    ['In the east', 'East'],
  ] as const) {
    const input = { code, name: code, kinds: ['SALES'], unitId: unitId(unit) };
    const { errors } = await house.service.request(plan, { input }, 'Wang');
    if (errors) throw new Error(JSON.stringify(errors));
  }
});
afterAll(() => house?.close());

test.each<[string, string, (id: string) => object, [string, string]]>([
  [
    'changing an outlet',
    'mutation($input: UpdateOutletInput!) { updateOutlet(input: $input) { id } }',
    (id) => ({ id, name: 'x', expectedVersion: 9 }),
    [outletId('In the west'), 'out-none'],
  ],
  [
    'opening an outlet',
    'mutation($input: ChangeOutletStatusInput!) { changeOutletStatus(input: $input) { id } }',
    (id) => ({ id, status: 'BUILDING', on: '2026-03-16', expectedVersion: 9 }),
    [outletId('In the west'), 'out-none'],
  ],
  [
    'planning for a unit',
    'mutation($input: PlanOutletInput!) { planOutlet(input: $input) { id } }',
    (id) => ({ code: 'New', name: 'New', kinds: ['SALES'], unitId: id }),
    [unitId('West'), 'unit-none'],
  ],
  [
    'moving an outlet to a unit',
    'mutation($input: UpdateOutletInput!) { updateOutlet(input: $input) { id } }',
    (id) => ({ id: outletId('In the east'), unitId: id, expectedVersion: 1 }),
    [unitId('West'), 'unit-none'],
  ],
])('%s', async (_, document, input, [hiddenId, absentId]) => {
  const { hidden, absent } = await tracesOf(house.service, 'Zhao', document, {
    hidden: { input: input(hiddenId) },
    absent: { input: input(absentId) },
  });
  expect(hidden).toEqual(absent);
  expect((hidden.answer as { errors?: object[] }).errors).toHaveLength(1);
});
