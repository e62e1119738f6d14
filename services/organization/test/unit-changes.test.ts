/** How units change: by change and by correction, and what is refused. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changesOf, mutation, UNIT } from './changes.ts';
import { type House, openHouse, unitId } from './house.ts';

let house: House;
let changes: ReturnType<typeof changesOf>;
beforeAll(async () => {
  house = await openHouse();
  changes = changesOf(house);
});
afterAll(() => house?.close());

describe('a unit', () => {
  test('is founded, renamed, moved and closed, and its past stays', async () => {
    const founded = await changes.newUnit('Story');
    expect(founded).toMatchObject({ id: unitId('Story'), version: 1, parent: { code: 'West' } });
    const { id } = founded;
    expect(
      await changes.unitChange('renameOrgUnit', { id, name: 'Tale', from: '2021-01-01', expectedVersion: 1 }),
    ).toMatchObject({ version: 2, name: 'Tale' });
    expect(
      await changes.unitChange('moveOrgUnit', { id, parentId: unitId('East'), from: '2022-01-01', expectedVersion: 2 }),
    ).toMatchObject({ version: 3 });
    expect(
      await changes.unitChange('closeOrgUnit', { id, to: '2027-01-01', reason: 'done', expectedVersion: 3 }),
    ).toMatchObject({
      version: 4,
      records: [
        { name: 'Story', from: '2020-01-01', to: '2021-01-01', parent: { code: 'West' } },
        { name: 'Tale', from: '2021-01-01', to: '2022-01-01', parent: { code: 'West' } },
        { name: 'Tale', from: '2022-01-01', to: '2027-01-01', parent: { code: 'East' } },
      ],
    });
  });

  test('is renamed and moved on one day, and planned otherwise before the day has come', async () => {
    const { id } = await changes.newUnit('Double');
    const [past, future] = [
      { id, from: '2022-01-01' },
      { id, from: '2027-01-01' },
    ];
    await changes.unitChange('renameOrgUnit', { ...past, name: 'Both', expectedVersion: 1 });
    await changes.unitChange('moveOrgUnit', { ...past, parentId: unitId('East'), expectedVersion: 2 });
    expect(await changes.refused('renameOrgUnit', { ...past, name: 'Erased', expectedVersion: 3 })).toBe(
      'BAD_USER_INPUT from',
    );
    await changes.unitChange('renameOrgUnit', { ...future, name: 'Once', expectedVersion: 3 });
    await changes.unitChange('moveOrgUnit', { ...future, parentId: unitId('West'), expectedVersion: 4 });
    const planned = await changes.unitChange('renameOrgUnit', { ...future, name: 'Twice', expectedVersion: 5 });
    expect(planned.records).toMatchObject([
      { name: 'Double', parent: { code: 'West' } },
      { name: 'Both', from: '2022-01-01', to: '2027-01-01', parent: { code: 'East' } },
      { name: 'Twice', from: '2027-01-01', to: null, parent: { code: 'West' } },
    ]);
  });

  test('keeps its version when nothing changes', async () => {
    const { id } = await changes.newUnit('Still');
    expect(
      await changes.unitChange('renameOrgUnit', { id, name: 'Still', from: '2021-01-01', expectedVersion: 1 }),
    ).toMatchObject({ version: 1 });
  });

  test('is corrected, with who, when and why', async () => {
    const { id } = await changes.newUnit('Wrong');
    const records = [{ name: 'Right', parentId: unitId('East'), from: '2019-01-01' }];
    const corrected = await changes.unitChange('correctOrgUnit', {
      id,
      records,
      reason: 'typed wrongly',
      expectedVersion: 1,
    });
    expect(corrected).toMatchObject({ version: 2, name: 'Right', records: [{ from: '2019-01-01', to: null }] });
    const document = '{ unit(code: "Wrong") { corrections { version at actor reason } } }';
    expect((await house.answer('administrator', document)).unit).toEqual({
      corrections: [{ version: 2, at: '2026-03-16T04:00:00.000Z', actor: 'administrator', reason: 'typed wrongly' }],
    });
    expect((await house.answer('Sun', document)).unit).toEqual({ corrections: null });
  });

  test.each<[string, string, object, string]>([
    [
      'a blank code',
      'createOrgUnit',
      { code: ' ', name: 'X', kind: 'TEAM', parentCode: 'West', from: '2020-01-01' },
      'BAD_USER_INPUT code',
    ],
    [
      'a blank name',
      'createOrgUnit',
      { code: 'X', name: ' ', kind: 'TEAM', parentCode: 'West', from: '2020-01-01' },
      'BAD_USER_INPUT name',
    ],
    [
      'a code that is taken',
      'createOrgUnit',
      { code: 'West', name: 'X', kind: 'TEAM', parentCode: 'East', from: '2020-01-01' },
      'CONFLICT code',
    ],
    [
      'a unit above that nobody has',
      'createOrgUnit',
      { code: 'X', name: 'X', kind: 'TEAM', parentCode: 'North', from: '2020-01-01' },
      'BAD_USER_INPUT parentCode',
    ],
    [
      'nothing above',
      'createOrgUnit',
      { code: 'X', name: 'X', kind: 'TEAM', from: '2020-01-01' },
      'BAD_USER_INPUT parentCode',
    ],
    [
      'a unit above of a narrower kind',
      'createOrgUnit',
      { code: 'X', name: 'X', kind: 'REGION', parentCode: 'East One', from: '2020-01-01' },
      'BAD_USER_INPUT parentCode',
    ],
    [
      'a day before the unit above',
      'createOrgUnit',
      { code: 'X', name: 'X', kind: 'TEAM', parentCode: 'West', from: '2015-01-01' },
      'CONFLICT parentCode',
    ],
    [
      'a second company',
      'createOrgUnit',
      { code: 'X', name: 'X', kind: 'COMPANY', currency: 'CNY', from: '2020-01-01' },
      'CONFLICT kind',
    ],
    [
      'a currency of its own',
      'createOrgUnit',
      { code: 'X', name: 'X', kind: 'TEAM', parentCode: 'West', currency: 'CNY', from: '2020-01-01' },
      'BAD_USER_INPUT currency',
    ],
    [
      'a change on its first day',
      'renameOrgUnit',
      { id: unitId('West'), name: 'X', from: '2016-01-01', expectedVersion: 1 },
      'BAD_USER_INPUT from',
    ],
    [
      'a place below itself',
      'moveOrgUnit',
      { id: unitId('East'), parentId: unitId('East'), from: '2020-01-01', expectedVersion: 1 },
      'CONFLICT parentId',
    ],
    [
      'a place that nobody has',
      'moveOrgUnit',
      { id: unitId('East'), parentId: 'nothing', from: '2020-01-01', expectedVersion: 1 },
      'BAD_USER_INPUT parentId',
    ],
    [
      'units below it and people in it',
      'closeOrgUnit',
      { id: unitId('West'), to: '2020-01-01', reason: 'x', expectedVersion: 1 },
      'CONFLICT to to',
    ],
    [
      'people in it',
      'closeOrgUnit',
      { id: unitId('West One'), to: '2020-01-01', reason: 'x', expectedVersion: 1 },
      'CONFLICT to',
    ],
    [
      'another version',
      'closeOrgUnit',
      { id: unitId('West One'), to: '2020-01-01', reason: 'x', expectedVersion: 7 },
      'CONFLICT expectedVersion',
    ],
    [
      'no reason to close',
      'closeOrgUnit',
      { id: unitId('West One'), to: '2020-01-01', reason: ' ', expectedVersion: 1 },
      'BAD_USER_INPUT reason',
    ],
    [
      'nothing planned to take back',
      'cancelPlannedUnitChange',
      { id: unitId('West One'), on: '2027-01-01', expectedVersion: 1 },
      'BAD_USER_INPUT on',
    ],
    [
      'a past to take back',
      'cancelPlannedUnitChange',
      { id: unitId('West One'), on: '2016-01-01', expectedVersion: 1 },
      'BAD_USER_INPUT on',
    ],
    [
      'an id that nobody has',
      'closeOrgUnit',
      { id: 'nothing', to: '2020-01-01', reason: 'x', expectedVersion: 1 },
      'NOT_FOUND',
    ],
    [
      'no reason',
      'correctOrgUnit',
      { id: unitId('West One'), records: [], reason: '', expectedVersion: 1 },
      'BAD_USER_INPUT reason',
    ],
    [
      'no record left',
      'correctOrgUnit',
      { id: unitId('West One'), records: [], reason: 'x', expectedVersion: 1 },
      'BAD_USER_INPUT records',
    ],
  ])('with %s is refused', async (_, field, input, expected) => {
    const before = await house.answer('administrator', `{ units(first: 200) { nodes { ${UNIT} } } }`);
    expect(await changes.refused(field, input)).toBe(expected);
    expect(await house.answer('administrator', `{ units(first: 200) { nodes { ${UNIT} } } }`)).toEqual(before);
  });

  test('under a region of regions never comes to stand above itself', async () => {
    const north = await changes.newUnit('North', { kind: 'REGION', parentCode: 'SALES' });
    const inner = await changes.newUnit('Inner North', { kind: 'REGION', parentCode: 'North' });
    const input = { id: north.id, parentId: inner.id, from: '2021-01-01', expectedVersion: 1 };
    expect(await changes.refused('moveOrgUnit', input)).toBe('CONFLICT parentId');
  });
});

test('the company is founded once, with its currency', async () => {
  const empty = await openHouse({ empty: true });
  const found = (input: object) =>
    empty.refusal('administrator', mutation('createOrgUnit', 'code currency'), {
      input: { code: 'C', name: 'C', kind: 'COMPANY', from: '2020-01-01', ...input },
    });
  try {
    expect(await found({})).toBe('BAD_USER_INPUT currency');
    expect(await found({ currency: 'RMB' })).toBe('BAD_USER_INPUT currency');
    expect(await found({ currency: 'CNY' })).toBe('taken: {"result":{"code":"C","currency":"CNY"}}');
    expect(await found({ code: 'D', currency: 'CNY' })).toBe('CONFLICT kind');
  } finally {
    await empty.close();
  }
});
