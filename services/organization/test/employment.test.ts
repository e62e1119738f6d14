/** How people come, move and go: each time a new interval with who and why, and nothing overwritten. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changesOf } from './changes.ts';
import { type House, openHouse, personId, TODAY, unitId } from './house.ts';
import { movingIn } from './moving.ts';

let house: House;
let changes: ReturnType<typeof changesOf>;
beforeAll(async () => {
  house = await openHouse();
  changes = changesOf(house);
});
afterAll(() => house?.close());

const { change, person, history, hire } = movingIn(() => house);

describe('somebody', () => {
  test('is hired: on record with the first assignment, and with who and why', async () => {
    expect(await hire('Jia')).toMatchObject({
      ...{ version: 1, hiredOn: '2020-01-01', leftOn: null, employed: true, unit: { code: 'West One' } },
      assignments: [{ from: '2020-01-01', to: null, primary: true, reason: 'growth', changedBy: 'administrator' }],
    });
    expect(
      await changes.refused('hireEmployee', {
        ...{ code: 'Jia', name: 'Jia', unitId: unitId('West') },
        role: 'EMPLOYEE',
        from: TODAY,
      }),
    ).toBe('CONFLICT code');
  });

  test('has moved for reasons that only those may read who may change the organization', async () => {
    await hire('Shy');
    const document = '{ employee(code: "Shy") { assignments { role reason changedBy } } }';
    const shown = (reason: string | null, changedBy: string | null) => ({
      employee: { assignments: [{ role: 'SALES_ENGINEER', reason, changedBy }] },
    });
    expect(await house.answer('administrator', document)).toEqual(shown('growth', 'administrator'));
    expect(await house.answer('Sun', document)).toEqual(shown(null, null));
  });

  test('is transferred, and the old assignment ends', async () => {
    const { id } = await hire('Yi');
    await change('transferEmployee', {
      ...{
        employeeId: id,
        unitId: unitId('East Two'),
        from: '2022-01-01',
        reason: 'closer to home',
        expectedVersion: 1,
      },
    });
    expect(await history('Yi')).toEqual([
      'primary SALES_ENGINEER in West One, 2020-01-01 to 2022-01-01',
      'primary SALES_ENGINEER in East Two, 2022-01-01 to -',
    ]);
    const erased = { employeeId: id, on: '2021-06-01', reason: 'left before', expectedVersion: 2 };
    expect(await changes.refused('endEmployment', erased)).toBe('CONFLICT on');
    expect((await person('Yi', '2021-12-31')).manager).toEqual({ code: 'Feng' });
    expect((await person('Yi', '2022-01-01')).manager).toEqual({ code: 'Wu' });
  });

  test('is seconded for a time beside the own unit', async () => {
    const { id } = await hire('Bing');
    await change('secondEmployee', {
      ...{ employeeId: id, unitId: unitId('East One'), role: 'SALES_ENGINEER', expectedVersion: 1 },
      ...{ from: '2022-01-01', to: '2022-07-01', reason: 'launch' },
    });
    expect(await history('Bing')).toEqual([
      'primary SALES_ENGINEER in West One, 2020-01-01 to -',
      'second SALES_ENGINEER in East One, 2022-01-01 to 2022-07-01',
    ]);
  });

  test('is promoted in the same unit, which nobody led', async () => {
    await changes.newUnit('South');
    const { id } = await hire('Ding', { unitId: unitId('South') });
    await change('promoteEmployee', {
      ...{
        employeeId: id,
        role: 'TEAM_LEADER',
        leader: true,
        from: '2023-01-01',
        reason: 'best of the year',
        expectedVersion: 1,
      },
    });
    expect(await history('Ding')).toEqual([
      'primary SALES_ENGINEER in South, 2020-01-01 to 2023-01-01',
      'primary TEAM_LEADER in South, leads, 2023-01-01 to -',
    ]);
  });

  test('leaves: everything ends, what was planned is cancelled, and the unit is vacant', async () => {
    await changes.newUnit('Leaving');
    const { id } = await hire('Wuu', { unitId: unitId('Leaving'), role: 'TEAM_LEADER', leader: true });
    await change('transferEmployee', {
      ...{ employeeId: id, unitId: unitId('West One'), from: '2027-01-01', leadership: 'END', expectedVersion: 1 },
    });
    const gone = await change('endEmployment', {
      employeeId: id,
      on: '2026-06-01',
      reason: 'retires',
      expectedVersion: 2,
    });
    expect(gone).toMatchObject({ leftOn: '2026-06-01', employed: true });
    expect(await history('Wuu')).toEqual(['primary TEAM_LEADER in Leaving, leads, 2020-01-01 to 2026-06-01']);
    const vacant = '{ unit(code: "Leaving") { leader { code } afterwards: leader(asOf: "2026-06-01") { code } } }';
    expect(await house.answer('Sun', vacant)).toEqual({ unit: { leader: { code: 'Wuu' }, afterwards: null } });
    const employed =
      '{ employee(code: "Wuu") { last: employed(asOf: "2026-05-31") after: employed(asOf: "2026-06-01") before: employed(asOf: "2019-12-31") } }';
    expect(await house.answer('Sun', employed)).toEqual({ employee: { last: true, after: false, before: false } });
  });

  test('comes back, and both times are known', async () => {
    const { id } = await hire('Ren');
    await change('endEmployment', { employeeId: id, on: '2022-01-01', reason: 'studies', expectedVersion: 1 });
    const back = await change('rehireEmployee', {
      ...{ employeeId: id, unitId: unitId('East One'), role: 'SALES_ENGINEER', from: '2024-01-01', expectedVersion: 2 },
    });
    expect(back).toMatchObject({
      ...{ hiredOn: '2024-01-01', leftOn: null, employed: true, unit: { code: 'East One' } },
      employments: [
        { hiredOn: '2020-01-01', leftOn: '2022-01-01' },
        { hiredOn: '2024-01-01', leftOn: null },
      ],
    });
    expect(await person('Ren', '2023-01-01')).toMatchObject({ employed: false, unit: null, role: null });
    const inBetween = {
      employeeId: id,
      unitId: unitId('West'),
      role: 'EMPLOYEE',
      primary: false,
      from: '2023-01-01',
      to: '2023-02-01',
    };
    expect(await changes.refused('assignEmployee', { ...inBetween, expectedVersion: 3 })).toBe('CONFLICT to');
    const before = { id, reason: 'first day', expectedVersion: 3 };
    for (const hiredOn of ['2021-12-31', '2020-01-01', null]) {
      expect(await changes.refused('correctEmployee', { ...before, hiredOn })).toBe('BAD_USER_INPUT hiredOn');
    }
    expect(await change('correctEmployee', { ...before, hiredOn: '2022-01-01' })).toMatchObject({
      employments: [{ leftOn: '2022-01-01' }, { hiredOn: '2022-01-01' }],
    });
  });
});

describe('who leads the unit they leave', () => {
  const leaving = async (code: string, more: object) => {
    await changes.newUnit(`${code} team`);
    const { id } = await hire(code, { unitId: unitId(`${code} team`), role: 'TEAM_LEADER', leader: true });
    return { employeeId: id, unitId: unitId('West'), from: '2025-01-01', expectedVersion: 1, ...more };
  };

  test('must say what becomes of it', async () => {
    expect(await changes.refused('transferEmployee', await leaving('L1', {}))).toBe('CONFLICT leadership');
  });

  test('may leave it vacant', async () => {
    await change('transferEmployee', await leaving('L2', { leadership: 'END' }));
    expect(await history('L2')).toEqual([
      'primary TEAM_LEADER in L2 team, leads, 2020-01-01 to 2025-01-01',
      'primary TEAM_LEADER in West, 2025-01-01 to -',
    ]);
  });

  test('may go on leading it', async () => {
    await change('transferEmployee', await leaving('L3', { leadership: 'KEEP' }));
    expect(await history('L3')).toEqual([
      'primary TEAM_LEADER in L3 team, leads, 2020-01-01 to 2025-01-01',
      'primary TEAM_LEADER in West, 2025-01-01 to -',
      'second TEAM_LEADER in L3 team, leads, 2025-01-01 to -',
    ]);
  });

  test('may hand it over to somebody in it, in one change', async () => {
    const input = await leaving('L4', { leadership: 'HAND_OVER' });
    const next = await hire('Heir', { unitId: unitId('L4 team') });
    expect(await changes.refused('transferEmployee', { ...input, successorId: personId('Sun') })).toBe(
      'BAD_USER_INPUT successorId',
    );
    expect((await person('L4')).version).toBe(1);
    await change('transferEmployee', { ...input, successorId: next.id });
    expect(await history('Heir')).toEqual([
      'primary SALES_ENGINEER in L4 team, 2020-01-01 to 2025-01-01',
      'primary SALES_ENGINEER in L4 team, leads, 2025-01-01 to -',
    ]);
  });
});

describe('a change', () => {
  const sun = { employeeId: personId('Sun'), expectedVersion: 1 };
  test.each<[string, string, object, string]>([
    [
      'to a unit that nobody has',
      'transferEmployee',
      { unitId: 'nothing', from: '2022-01-01' },
      'BAD_USER_INPUT unitId',
    ],
    ['on the first day', 'transferEmployee', { unitId: unitId('West'), from: '2016-01-01' }, 'BAD_USER_INPUT from'],
    ['before everything', 'transferEmployee', { unitId: unitId('West'), from: '2015-01-01' }, 'CONFLICT from'],
    [
      'to a unit that is led',
      'transferEmployee',
      { unitId: unitId('West'), from: '2022-01-01', leader: true },
      'CONFLICT leader',
    ],
    [
      'with a word on a unit that is not led',
      'transferEmployee',
      { unitId: unitId('West'), from: '2022-01-01', leadership: 'END' },
      'BAD_USER_INPUT leadership',
    ],
    [
      'with a successor for nothing',
      'transferEmployee',
      { unitId: unitId('West'), from: '2022-01-01', successorId: personId('Li') },
      'BAD_USER_INPUT successorId',
    ],
    [
      'to the role that is held',
      'promoteEmployee',
      { role: 'SALES_ENGINEER', from: '2022-01-01' },
      'BAD_USER_INPUT role',
    ],
    [
      'of the own unit beside it',
      'secondEmployee',
      { unitId: unitId('East One'), role: 'EMPLOYEE', from: '2022-01-01', to: '2023-01-01' },
      'BAD_USER_INPUT unitId',
    ],
    [
      'for no time',
      'secondEmployee',
      { unitId: unitId('West'), role: 'EMPLOYEE', from: '2022-01-01', to: '2022-01-01' },
      'BAD_USER_INPUT to',
    ],
    ['without a reason to leave', 'endEmployment', { on: '2022-01-01', reason: '' }, 'BAD_USER_INPUT reason'],
    ['before it began', 'endEmployment', { on: '2016-01-01', reason: 'x' }, 'BAD_USER_INPUT on'],
    [
      'of somebody who is here',
      'rehireEmployee',
      { unitId: unitId('West'), role: 'EMPLOYEE', from: '2022-01-01' },
      'CONFLICT employeeId',
    ],
    [
      'with a reason that is too long',
      'transferEmployee',
      { unitId: unitId('West'), from: '2022-01-01', reason: 'x'.repeat(1001) },
      'BAD_USER_INPUT reason',
    ],
    [
      'of another version',
      'promoteEmployee',
      { role: 'EMPLOYEE', from: '2022-01-01', expectedVersion: 9 },
      'CONFLICT expectedVersion',
    ],
    ['of nobody', 'endEmployment', { employeeId: 'nobody', on: '2022-01-01', reason: 'x' }, 'NOT_FOUND'],
  ])('%s changes nothing', async (_, field, input, expected) => {
    const before = await person('Sun');
    expect(await changes.refused(field, { ...sun, ...input })).toBe(expected);
    expect(await person('Sun')).toEqual(before);
  });

  test('is done once however often the call is sent', async () => {
    const input = {
      ...{ employeeId: personId('Li'), unitId: unitId('East Two') },
      from: '2022-01-01',
      expectedVersion: 1,
      idempotencyKey: 'once',
    };
    const first = await change('transferEmployee', input);
    expect(await change('transferEmployee', input)).toEqual(first);
  });
});
