/** Who sees and changes outlets: the same done by each role, the answers written down by hand. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse, outletId, unitId } from './house.ts';

const UNITS = ['East', 'East One', 'East Two', 'West', 'West One'];

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const result = await house.import(
    UNITS.map((unit) => ({
      ...{ code: `O ${unit}`, name: unit, kinds: ['SALES'], unitCode: unit, status: 'OPEN', from: '2020-01-01' },
      ...{ latitude: 31, longitude: 121 },
    })),
  );
  expect(result).toMatchObject({ created: UNITS.length });
});
afterAll(() => house?.close());

/** In whose units each plans and changes outlets; null: not at all. */
const CHANGES: Record<string, string[] | null> = {
  administrator: UNITS,
  importer: UNITS,
  Wang: UNITS,
  Zhao: ['East', 'East One', 'East Two'],
  Feng: ['West', 'West One'],
  Qian: null,
  Wu: null,
  Sun: null,
  Zhou: null,
};

describe.each(Object.entries(CHANGES))('%s', (caller, units) => {
  test('sees all outlets, by every way', async () => {
    const entities = UNITS.map((unit) => ({ __typename: 'Outlet', id: outletId(`O ${unit}`) }));
    const answer = await house.answer<{
      outlets: { totalCount: number };
      nearestOutlets: unknown[];
      _entities: unknown[];
    }>(
      caller,
      `query($entities: [_Any!]!) { outlets { totalCount }
        nearestOutlets(latitude: 31, longitude: 121, first: 200) { distanceMetres }
        _entities(representations: $entities) { ... on Outlet { code } } }`,
      { entities },
    );
    expect(answer.outlets.totalCount).toBeGreaterThanOrEqual(UNITS.length);
    expect(answer.nearestOutlets).toHaveLength(UNITS.length);
    expect(answer._entities).toEqual(UNITS.map((unit) => ({ code: `O ${unit}` })));
  });

  test('plans outlets in the units in reach', async () => {
    const document = 'mutation($input: PlanOutletInput!) { planOutlet(input: $input) { code } }';
    for (const unit of [...UNITS, 'nothing']) {
      const code = `P ${caller} ${unit}`;
      const input = { code, name: code, kinds: ['SALES'], unitId: unitId(unit) };
      const expected =
        units === null
          ? 'FORBIDDEN'
          : units.includes(unit)
            ? `taken: ${JSON.stringify({ planOutlet: { code } })}`
            : 'BAD_USER_INPUT unitId';
      expect(await house.refusal(caller, document, { input })).toBe(expected);
    }
  });

  test('changes outlets in reach, and those out of reach look absent', async () => {
    const document = 'mutation($input: UpdateOutletInput!) { updateOutlet(input: $input) { name } }';
    for (const unit of [...UNITS, 'nothing']) {
      // An outlet that already is so: nothing is changed for the next caller.
      const input = { id: outletId(`O ${unit}`), name: unit, expectedVersion: 1 };
      const expected =
        units === null
          ? 'FORBIDDEN'
          : units.includes(unit)
            ? `taken: ${JSON.stringify({ updateOutlet: { name: unit } })}`
            : 'NOT_FOUND';
      expect(await house.refusal(caller, document, { input })).toBe(expected);
    }
  });

  test('takes outlets over when that is its work', async () => {
    const document = 'mutation { importOutlets(rows: []) { accepted } }';
    const expected = ['administrator', 'importer'].includes(caller)
      ? 'taken: {"importOutlets":{"accepted":0}}'
      : 'FORBIDDEN';
    expect(await house.refusal(caller, document)).toBe(expected);
  });
});

test('an outlet is not moved out of reach', async () => {
  const document = 'mutation($input: UpdateOutletInput!) { updateOutlet(input: $input) { name } }';
  const input = { id: outletId('O East One'), unitId: unitId('West One'), expectedVersion: 1 };
  expect(await house.refusal('Zhao', document, { input })).toBe('BAD_USER_INPUT unitId');
});

test('hidden and absent cost the same', async () => {
  const document = 'mutation($input: UpdateOutletInput!) { updateOutlet(input: $input) { name } }';
  const calls = async (id: string) => {
    const before = house.service.commands();
    expect(await house.refusal('Zhao', document, { input: { id, name: 'X', expectedVersion: 1 } })).toBe('NOT_FOUND');
    return house.service.commands() - before;
  };
  expect(await calls(outletId('O West'))).toBe(await calls('nothing'));
});
