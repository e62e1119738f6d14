/** Every field that differs in time takes a day of its own, and hands it on to everything below it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { changesOf, inUnit } from './changes.ts';
import { type House, openHouse, personId, unitId } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const changes = changesOf(house);
  await changes.unitChange('renameOrgUnit', {
    id: unitId('East'),
    name: 'Levant',
    from: '2020-01-01',
    expectedVersion: 1,
  });
  await changes.unitChange('moveOrgUnit', {
    id: unitId('West One'),
    parentId: unitId('East'),
    from: '2020-01-01',
    expectedVersion: 1,
  });
  await changes.personChange('transferEmployee', {
    ...{ employeeId: personId('Sun'), unitId: unitId('West One'), role: 'TEAM_LEADER', leader: true },
    ...{ from: '2020-01-01', expectedVersion: 1 },
  });
  await changes.personChange('assignEmployee', {
    ...{ employeeId: personId('Li'), ...inUnit('West', { primary: false, from: '2019-01-01', to: '2019-07-01' }) },
    expectedVersion: 1,
  });
});
afterAll(() => house?.close());

const UNIT = `name parent { name } children { code } leader { code } members { nodes { code } totalCount } memberCount(deep: true) exists`;
const PERSON = `role employed unit { name leader { code } } manager { code } assignments { role unit { name } }`;

/** The same fields, each of the topmost with the day; what is below inherits it. */
function ownDays(fields: string, day: string): string {
  let depth = 0;
  return fields
    .split(' ')
    .map((word) => {
      if (word === '{') depth += 1;
      if (word === '}') depth -= 1;
      if (depth > 0 || word === '}' || word === '{' || word === 'true)') return word;
      return word === 'memberCount(deep:' ? `memberCount(asOf: "${day}", deep:` : `${word}(asOf: "${day}")`;
    })
    .join(' ');
}

const DAYS = ['2019-03-01', '2019-12-31', '2020-01-01', '2026-03-16'];

test.each(DAYS)('units on %s: asked for as of the day, or field by field', async (day) => {
  for (const code of ['East', 'West', 'West One']) {
    const inherited = await house.answer('Zhao', `{ unit(code: "${code}", asOf: "${day}") { ${UNIT} } }`);
    const own = await house.answer('Zhao', `{ unit(code: "${code}") { ${ownDays(UNIT, day)} } }`);
    expect(own).toEqual(inherited);
  }
});

test.each(DAYS)('people on %s: asked for as of the day, or field by field', async (day) => {
  for (const code of ['Sun', 'Li', 'Zhou']) {
    const inherited = await house.answer('Zhao', `{ employee(code: "${code}", asOf: "${day}") { ${PERSON} } }`);
    const own = await house.answer('Zhao', `{ employee(code: "${code}") { ${ownDays(PERSON, day)} } }`);
    expect(own).toEqual(inherited);
  }
});

test('the past is as it was', async () => {
  const document = `{ past: unit(code: "East", asOf: "2019-12-31") { ${UNIT} } now: unit(code: "East") { name children { code } }
    sun: employee(code: "Sun", asOf: "2019-12-31") { ${PERSON} } me(asOf: "2019-12-31") { role } }`;
  expect(await house.answer('Sun', document)).toEqual({
    past: {
      ...{ name: 'East', parent: { name: 'Sales' }, children: [{ code: 'East One' }, { code: 'East Two' }] },
      ...{
        leader: { code: 'Zhao' },
        members: { nodes: [{ code: 'Zhao' }], totalCount: 1 },
        memberCount: 6,
        exists: true,
      },
    },
    now: { name: 'Levant', children: [{ code: 'East One' }, { code: 'East Two' }, { code: 'West One' }] },
    sun: {
      ...{ role: 'SALES_ENGINEER', employed: true, unit: { name: 'East One', leader: { code: 'Qian' } } },
      ...{ manager: { code: 'Qian' }, assignments: [{ role: 'SALES_ENGINEER', unit: { name: 'East One' } }] },
    },
    me: { role: 'SALES_ENGINEER' },
  });
});
