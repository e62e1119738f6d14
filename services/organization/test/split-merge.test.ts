/** How units are split and merged: who and what goes where, from a day on, all of it or nothing. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { changesOf } from './changes.ts';
import { type House, openHouse, personId, TODAY, unitId } from './house.ts';

const DAY = '2026-01-01';
const BEFORE = '2025-12-31';

let house: House;
let changes: ReturnType<typeof changesOf>;
async function open() {
  house = await openHouse();
  changes = changesOf(house);
}
const close = () => house?.close();

/** A company of its own for every test. */
function inACompany() {
  beforeEach(open);
  afterEach(close);
}

/** Where everything stands on a day: a line a unit, `unit < parent: leader | members`. */
async function structure(asOf: string): Promise<string[]> {
  interface Row {
    code: string;
    parent: { code: string } | null;
    leader: { code: string } | null;
    members: { nodes: { code: string; role: string }[] };
  }
  const { units } = await house.answer<{ units: { nodes: Row[] } }>(
    'administrator',
    `query($asOf: Date!) { units(first: 200, asOf: $asOf) { nodes {
      code parent { code } leader { code } members { nodes { code role } } } } }`,
    { asOf },
  );
  return units.nodes.map(
    ({ code, parent, leader, members }) =>
      `${code} < ${parent?.code ?? '-'}: ${leader?.code ?? '-'} | ${members.nodes.map((one) => one.code).join(' ')}`,
  );
}

const versions = async () =>
  house.answer(
    'administrator',
    '{ units(first: 200) { nodes { code version } } employees { nodes { code version } } }',
  );

const into = (code: string, more: object = {}) => ({ code, name: code, ...more });

/** A split of East One. */
const splitting = (more: object = {}) => ({
  ...{ id: unitId('East One'), from: DAY, reason: 'too large', expectedVersion: 1 },
  into: [into('East Three', { memberIds: [personId('Li')], leaderId: personId('Li') })],
  ...more,
});

const ending = (...codes: string[]) => codes.map((code) => ({ id: unitId(code), expectedVersion: 1 }));

/** A merge of East Two into East One. */
const merging = (more: object = {}) => ({
  ...{ units: ending('East Two'), into: { id: unitId('East One'), expectedVersion: 1 } },
  ...{ from: DAY, reason: 'too small' },
  ...more,
});

describe('a unit that is split', () => {
  inACompany();

  test('goes on with what no part names, and its past stays', async () => {
    const before = await structure(BEFORE);
    await changes.unitChange('splitOrgUnit', splitting());
    const after = await structure(DAY);
    expect(after).toContain('East One < East: Qian | Qian Sun');
    expect(after).toContain('East Three < East: Li | Li');
    expect(await structure(BEFORE)).toEqual(before);
  });

  test('ends, and everybody goes to one of the parts, with their roles', async () => {
    await changes.unitChange(
      'splitOrgUnit',
      splitting({
        ends: true,
        into: [into('A', { memberIds: [personId('Qian')], leaderId: personId('Qian') }), into('B', { rest: true })],
      }),
    );
    const after = await structure(DAY);
    expect(after).toContain('A < East: Qian | Qian');
    expect(after).toContain('B < East: - | Li Sun');
    expect(after.some((row) => row.startsWith('East One'))).toBe(false);
    const { employee } = await house.answer<{ employee: { assignments: object[] } }>(
      'administrator',
      '{ employee(code: "Sun") { assignments(all: true) { role from to primary reason changedBy unit { code } } } }',
    );
    expect(employee.assignments).toEqual([
      {
        ...{ role: 'SALES_ENGINEER', from: '2016-01-01', to: DAY, primary: true, unit: { code: 'East One' } },
        ...{ reason: null, changedBy: 'importer' },
      },
      {
        ...{ role: 'SALES_ENGINEER', from: DAY, to: null, primary: true, unit: { code: 'B' } },
        ...{ reason: 'too large', changedBy: 'administrator' },
      },
    ]);
  });

  test('takes units below along, also to parts below another one', async () => {
    await changes.unitChange('splitOrgUnit', {
      ...{ id: unitId('East'), from: DAY, reason: 'two coasts', expectedVersion: 1 },
      into: [into('North', { childIds: [unitId('East Two')], parentId: unitId('West') })],
    });
    const after = await structure(DAY);
    expect(after).toContain('North < West: - | ');
    expect(after).toContain('East Two < North: Wu | Wu Zheng');
    expect(after).toContain('East One < East: Qian | Li Qian Sun');
  });

  test('tells what it became, and the parts where they come from', async () => {
    await changes.unitChange('splitOrgUnit', splitting());
    const kin = 'origins { kind on unit { code } } successors { kind on unit { code } }';
    expect(
      await house.answer(
        'Sun',
        `{ source: unit(code: "East One") { ${kin} } part: unit(code: "East Three") { ${kin} } }`,
      ),
    ).toEqual({
      source: { origins: [], successors: [{ kind: 'SPLIT', on: DAY, unit: { code: 'East Three' } }] },
      part: { origins: [{ kind: 'SPLIT', on: DAY, unit: { code: 'East One' } }], successors: [] },
    });
  });

  test('for a day to come is as it was until then, and a repeat of the call is harmless', async () => {
    const planned = splitting({ from: '2027-01-01', idempotencyKey: 'split' });
    const before = await structure(TODAY);
    const first = await changes.unitChange('splitOrgUnit', planned);
    expect(await changes.unitChange('splitOrgUnit', planned)).toEqual(first);
    expect(await structure(TODAY)).toEqual(before);
    house.service.clock.set('2026-12-31T16:00:00Z');
    const { units } = await house.answer<{ units: { nodes: { code: string }[] } }>(
      'Sun',
      '{ units { nodes { code } } }',
    );
    expect(units.nodes.map(({ code }) => code)).toContain('East Three');
  });
});

describe('units that are merged', () => {
  inACompany();

  test('go into one that exists: it keeps its leader, and the others lead no more', async () => {
    const before = await structure(BEFORE);
    const answer = await changes.unitChange('mergeOrgUnits', merging());
    expect(answer).toMatchObject({ code: 'East One', version: 2 });
    const after = await structure(DAY);
    expect(after).toContain('East One < East: Qian | Li Qian Sun Wu Zheng');
    expect(after.some((row) => row.startsWith('East Two'))).toBe(false);
    expect(await structure(BEFORE)).toEqual(before);
  });

  test('go into a new one, with what is below them and the leader that is named', async () => {
    await changes.unitChange('mergeOrgUnits', {
      ...{ units: ending('East', 'West'), from: DAY, reason: 'one market', leaderId: personId('Feng') },
      into: { unit: { code: 'Coast', name: 'Coast', kind: 'REGION', parentId: unitId('SALES') } },
    });
    const after = await structure(DAY);
    expect(after).toContain('Coast < SALES: Feng | Feng Zhao');
    expect(after).toContain('East One < Coast: Qian | Li Qian Sun');
    expect(after).toContain('West One < Coast: - | Zhou');
    const kin = await house.answer(
      'Sun',
      '{ unit(code: "Coast") { origins { kind on unit { code leader { code } } } } old: unit(code: "East", asOf: "2025-01-01") { successors { kind unit { code } } } }',
    );
    expect(kin).toEqual({
      unit: {
        origins: [
          { kind: 'MERGE', on: DAY, unit: { code: 'East', leader: { code: 'Zhao' } } },
          { kind: 'MERGE', on: DAY, unit: { code: 'West', leader: { code: 'Feng' } } },
        ],
      },
      old: { successors: [{ kind: 'MERGE', unit: { code: 'Coast' } }] },
    });
  });

  test('may stand below each other', async () => {
    await changes.unitChange('mergeOrgUnits', {
      ...{ units: ending('East', 'East Two'), from: DAY, reason: 'flat' },
      into: { id: unitId('West'), expectedVersion: 1 },
    });
    const after = await structure(DAY);
    expect(after).toContain('West < SALES: Feng | Feng Wu Zhao Zheng');
    expect(after).toContain('East One < West: Qian | Li Qian Sun');
  });

  test('bring somebody who is in both into one assignment of each kind', async () => {
    const { id } = await changes.newPerson('Gu', [
      {
        unitId: unitId('East Two'),
        role: 'SALES_ENGINEER',
        primary: false,
        leader: false,
        from: '2020-01-01',
        to: '2026-06-01',
      },
      { unitId: unitId('East One'), role: 'SALES_ENGINEER', primary: false, leader: false, from: '2021-01-01' },
    ]);
    await changes.unitChange('mergeOrgUnits', merging());
    const { employee } = await house.answer<{ employee: object }>(
      'administrator',
      'query($id: ID!) { employee(id: $id) { assignments(all: true) { from to unit { code } } } }',
      { id },
    );
    expect(employee).toEqual({
      assignments: [
        { from: '2020-01-01', to: DAY, unit: { code: 'East Two' } },
        { from: '2021-01-01', to: null, unit: { code: 'East One' } },
      ],
    });
  });

  test('are answered once however often the call is sent', async () => {
    const once = merging({ idempotencyKey: 'merge' });
    const first = await changes.unitChange('mergeOrgUnits', once);
    expect(await changes.unitChange('mergeOrgUnits', once)).toEqual(first);
  });
});

describe('a split or a merge', () => {
  beforeAll(open);
  afterAll(close);

  test.each<[string, object, string]>([
    ['no reason', { reason: ' ' }, 'BAD_USER_INPUT reason'],
    ['no part', { into: [] }, 'BAD_USER_INPUT into'],
    ['another version', { expectedVersion: 2 }, 'CONFLICT expectedVersion'],
    ['an id that nobody has', { id: 'nothing' }, 'NOT_FOUND'],
    ['the company', { id: unitId('COMPANY') }, 'BAD_USER_INPUT id'],
    ['a day before it', { from: '2015-01-01' }, 'BAD_USER_INPUT from'],
    ['its first day, when it ends', { from: '2016-01-01', ends: true }, 'BAD_USER_INPUT from'],
    ['a code that is taken', { into: [into('West')] }, 'CONFLICT into.0.code'],
    ['one code twice', { into: [into('X'), into('X')] }, 'BAD_USER_INPUT into'],
    ['a blank name', { into: [into('X', { name: ' ' })] }, 'BAD_USER_INPUT into.0.name'],
    ['a kind that cannot stand there', { into: [into('X', { kind: 'DEPARTMENT' })] }, 'BAD_USER_INPUT into.0.parentId'],
    [
      'somebody of another unit',
      { into: [into('X', { memberIds: [personId('Zhou')] })] },
      'BAD_USER_INPUT into.0.memberIds',
    ],
    [
      'a unit that is not below it',
      { into: [into('X', { childIds: [unitId('West')] })] },
      'BAD_USER_INPUT into.0.childIds',
    ],
    [
      'one person in two parts',
      { into: [into('X', { memberIds: [personId('Li')] }), into('Y', { memberIds: [personId('Li')] })] },
      'BAD_USER_INPUT into.1.memberIds',
    ],
    [
      'two parts that take the rest',
      { into: [into('X', { rest: true }), into('Y', { rest: true })] },
      'BAD_USER_INPUT into',
    ],
    ['a leader who stays', { into: [into('X', { leaderId: personId('Qian') })] }, 'BAD_USER_INPUT into.0.leaderId'],
    [
      'somebody left without a unit',
      { ends: true, into: [into('X', { memberIds: [personId('Li'), personId('Sun')] })] },
      'CONFLICT from',
    ],
  ])('of a unit with %s changes nothing', async (_, more, expected) => {
    const before = [await versions(), await structure(DAY)];
    expect(await changes.refused('splitOrgUnit', splitting(more))).toBe(expected);
    expect([await versions(), await structure(DAY)]).toEqual(before);
  });

  test.each<[string, object, string]>([
    ['no reason', { reason: '' }, 'BAD_USER_INPUT reason'],
    ['no unit that ends', { units: [] }, 'BAD_USER_INPUT units'],
    ['a unit that ends twice', { units: ending('East Two', 'East Two') }, 'BAD_USER_INPUT units'],
    ['a unit that goes on and ends', { units: ending('East One') }, 'BAD_USER_INPUT into'],
    ['nothing that goes on', { into: {} }, 'BAD_USER_INPUT into'],
    ['no version of what goes on', { into: { id: unitId('East One') } }, 'BAD_USER_INPUT into.expectedVersion'],
    [
      'another version of what goes on',
      { into: { id: unitId('East One'), expectedVersion: 3 } },
      'CONFLICT into.expectedVersion',
    ],
    [
      'another version of what ends',
      { units: [{ id: unitId('East Two'), expectedVersion: 3 }] },
      'CONFLICT units.0.expectedVersion',
    ],
    ['the company', { units: ending('COMPANY') }, 'BAD_USER_INPUT units.0.id'],
    ['a unit that nobody has', { units: [{ id: 'nothing', expectedVersion: 1 }] }, 'NOT_FOUND'],
    ['a leader from elsewhere', { leaderId: personId('Zhou') }, 'BAD_USER_INPUT leaderId'],
    ['two leaders', { leaderId: personId('Wu') }, 'CONFLICT leaderId'],
    ['a region with teams into a team', { units: ending('West') }, 'BAD_USER_INPUT from'],
  ])('of units with %s changes nothing', async (_, more, expected) => {
    const before = [await versions(), await structure(DAY)];
    expect(await changes.refused('mergeOrgUnits', merging(more))).toBe(expected);
    expect([await versions(), await structure(DAY)]).toEqual(before);
  });

  test('of a region into one below it would put that above itself, which is refused', async () => {
    const inner = await changes.newUnit('Inner', { kind: 'REGION', parentCode: 'East' });
    const into = { id: inner.id, expectedVersion: 1 };
    expect(await changes.refused('mergeOrgUnits', merging({ units: ending('East'), into }))).toBe('CONFLICT into.id');
  });
});

describe('what is planned', () => {
  inACompany();

  test('can be taken back part by part, until nothing of a merge is left', async () => {
    const before = await structure('2028-01-01');
    const reason = 'next year';
    await changes.unitChange('mergeOrgUnits', {
      ...{ units: [{ id: unitId('West One'), expectedVersion: 1 }], from: '2027-01-01', reason },
      into: { id: unitId('East One'), expectedVersion: 1 },
    });
    const on = '2027-01-01';
    expect(
      await changes.unitChange('cancelPlannedUnitChange', { id: unitId('West One'), on, expectedVersion: 2 }),
    ).toMatchObject({ records: [{ to: null }] });
    await changes.personChange('cancelPlannedEmployeeChange', { employeeId: personId('Zhou'), on, expectedVersion: 2 });
    expect(await structure('2028-01-01')).toEqual(before);
    expect(await house.answer('Sun', '{ unit(code: "East One") { origins { kind } } }')).toEqual({
      unit: { origins: [] },
    });
  });

  test('of a unit that was to begin leaves none, and its code is free again', async () => {
    const { id } = await changes.newUnit('Soon', { from: '2027-01-01' });
    const input = { id, on: '2027-01-01', expectedVersion: 1, idempotencyKey: 'never' };
    expect(await changes.refused('cancelPlannedUnitChange', input)).toBe('taken: {"result":null}');
    expect(await changes.refused('cancelPlannedUnitChange', input)).toBe('taken: {"result":null}');
    expect(await changes.refused('renameOrgUnit', { id, name: 'X', from: '2027-02-01', expectedVersion: 2 })).toBe(
      'NOT_FOUND',
    );
    const entity = 'query($e: [_Any!]!) { _entities(representations: $e) { ... on OrgUnit { name } } }';
    expect(await house.answer('Sun', entity, { e: [{ __typename: 'OrgUnit', id }] })).toEqual({ _entities: [null] });
    expect(await changes.newUnit('Soon', { from: '2026-05-01' })).toMatchObject({ id, version: 3, name: 'Soon' });
  });

  test('that others stand on is kept, and who that is', async () => {
    await changes.newUnit('Later', { from: '2027-01-01', kind: 'REGION', parentCode: 'SALES' });
    await changes.unitChange('moveOrgUnit', {
      ...{ id: unitId('West One'), parentId: unitId('Later'), from: '2027-06-01', expectedVersion: 1 },
    });
    const input = { id: unitId('Later'), on: '2027-01-01', expectedVersion: 1 };
    expect(await changes.refused('cancelPlannedUnitChange', input)).toBe('CONFLICT on');
  });
});
