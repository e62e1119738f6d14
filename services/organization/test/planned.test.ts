/** What is planned takes effect by itself when its day begins in the business time zone: here, and wherever it was told. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createViewer } from '@salesgraph/access';
import { changesOf } from './changes.ts';
import { type House, openHouse, personId, unitId } from './house.ts';
import { openNeighbour, toldBy } from './neighbour.ts';

const ZONE = 'Asia/Shanghai';
/** The last second of 2026-06-30 in Shanghai, and the first of the next day. */
const BEFORE = '2026-06-30T15:59:59Z';
const AFTER = '2026-06-30T16:00:00Z';

let house: House;
let neighbour: Awaited<ReturnType<typeof openNeighbour>>;
beforeAll(async () => {
  house = await openHouse();
  neighbour = await openNeighbour();
  const changes = changesOf(house);
  const [from, reason] = ['2026-07-01', 'second half'];
  await changes.unitChange('renameOrgUnit', { id: unitId('East'), name: 'Levant', from, expectedVersion: 1 });
  await changes.unitChange('mergeOrgUnits', {
    ...{
      units: [{ id: unitId('West'), expectedVersion: 1 }],
      into: { id: unitId('East'), expectedVersion: 2 },
      from,
      reason,
    },
  });
  await changes.personChange('promoteEmployee', {
    ...{ employeeId: personId('Sun'), role: 'TEAM_LEADER', from, reason, expectedVersion: 1 },
  });
  await neighbour.deliver(await toldBy(house));
});
afterAll(async () => {
  await neighbour?.close();
  await house?.close();
});

/** What the graph answers without a day. */
const here = async () => {
  const { east, west, sun, feng } = await house.answer<Record<string, { [field: string]: unknown } | null>>(
    'Zhao',
    `{ east: unit(code: "East") { name children { code } memberCount(deep: true) } west: unit(code: "West") { name }
       sun: employee(code: "Sun") { role } feng: employee(code: "Feng") { unit { code } manager { code } } }`,
  );
  return { east, west, role: sun!.role, feng };
};

/** What another service lets the leader of East reach, by its own copy and clock. */
const there = async () => {
  const tree = await neighbour.view.units();
  const clock = house.service.clock;
  const viewer = createViewer({ sub: 'Zhao', kind: 'EMPLOYEE' }, neighbour.view, { clock, zone: ZONE });
  const scope = await viewer.scope('customer.read');
  if (scope.kind !== 'LIMITED') throw new Error(`The scope is ${scope.kind}`);
  return {
    units: scope.unitIds.map((id) => tree.get(id)!.code).sort(),
    reachesZhou: scope.employeeIds.includes(personId('Zhou')),
  };
};

test('nothing has changed in the last second before', async () => {
  house.service.clock.set(BEFORE);
  expect(await here()).toEqual({
    east: { name: 'East', children: [{ code: 'East One' }, { code: 'East Two' }], memberCount: 6 },
    west: { name: 'West' },
    role: 'SALES_ENGINEER',
    feng: { unit: { code: 'West' }, manager: { code: 'Wang' } },
  });
  expect(await there()).toEqual({ units: ['East', 'East One', 'East Two'], reachesZhou: false });
});

test('everything has in the first second, and nobody did anything', async () => {
  house.service.clock.set(AFTER);
  expect(await here()).toEqual({
    east: {
      name: 'Levant',
      children: [{ code: 'East One' }, { code: 'East Two' }, { code: 'West One' }],
      memberCount: 8,
    },
    west: null,
    role: 'TEAM_LEADER',
    feng: { unit: { code: 'East' }, manager: { code: 'Zhao' } },
  });
  expect(await there()).toEqual({ units: ['East', 'East One', 'East Two', 'West One'], reachesZhou: true });
});
