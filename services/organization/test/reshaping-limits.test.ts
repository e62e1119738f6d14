/** A split or a merge is one transaction: what would take more along than that should hold is refused. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { changesOf } from './changes.ts';
import { type House, openHouse, unitId } from './house.ts';

const TEAMS = 1_050;
const ROWS = 350;

let house: House;
beforeAll(async () => {
  house = await openHouse();
  for (let first = 0; first < TEAMS; first += ROWS) {
    const rows = Array.from({ length: ROWS }, (_, n) => ({
      ...{ code: `T${first + n}`, name: 'T', kind: 'TEAM', parentCode: 'East', from: '2016-01-01' },
    }));
    expect((await house.import('importOrgUnits', rows)).created).toBe(ROWS);
  }
});
afterAll(() => house?.close());

const DAY = '2026-01-01';

test('with more than a thousand units below', async () => {
  const { refused } = changesOf(house);
  const merge = {
    ...{ units: [{ id: unitId('East'), expectedVersion: 1 }], into: { id: unitId('West'), expectedVersion: 1 } },
    ...{ from: DAY, reason: 'one market' },
  };
  expect(await refused('mergeOrgUnits', merge)).toBe('TOO_MANY');
  const rest = { code: 'All', name: 'All', rest: true };
  const split = { id: unitId('East'), from: DAY, into: [rest], reason: 'anew', expectedVersion: 1 };
  expect(await refused('splitOrgUnit', split)).toBe('TOO_MANY');
  const { units } = await house.answer<{ units: { totalCount: number } }>('Sun', '{ units { totalCount } }');
  expect(units.totalCount).toBe(TEAMS + 7);
});

test('but a few hundred go along, all of them', async () => {
  const { unitChange } = changesOf(house);
  const childIds = Array.from({ length: 300 }, (_, n) => unitId(`T${n}`));
  const into = [{ code: 'Some', name: 'Some', childIds }];
  await unitChange('splitOrgUnit', { id: unitId('East'), from: DAY, into, reason: 'too many', expectedVersion: 1 });
  const { unit } = await house.answer<{ unit: { children: object[] } }>(
    'Sun',
    '{ unit(code: "Some") { children { code } } }',
  );
  expect(unit.children).toHaveLength(300);
});
