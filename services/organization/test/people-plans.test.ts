/** What is planned of people takes effect by itself, can be read before, and taken back. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changesOf } from './changes.ts';
import { type House, openHouse, TODAY, unitId } from './house.ts';
import { movingIn } from './moving.ts';

let house: House;
let changes: ReturnType<typeof changesOf>;
beforeAll(async () => {
  house = await openHouse();
  changes = changesOf(house);
});
afterAll(() => house?.close());

const { change, history, hire } = movingIn(() => house);

describe('what is planned of somebody', () => {
  test('takes effect by itself, and can be read before', async () => {
    const { id } = await hire('Plan');
    await change('promoteEmployee', {
      ...{
        employeeId: id,
        role: 'TEAM_LEADER',
        unitId: unitId('West One'),
        leader: true,
        from: '2026-04-01',
        reason: 'earned',
        expectedVersion: 1,
      },
    });
    const plans = '{ on kind reason changedBy unit { code } employee { code role } assignment { role } }';
    const { employee } = await house.answer<{ employee: object }>(
      'administrator',
      `{ employee(code: "Plan") { plannedChanges ${plans} } }`,
    );
    const on = { on: '2026-04-01', unit: { code: 'West One' }, employee: { code: 'Plan', role: 'TEAM_LEADER' } };
    expect(employee).toEqual({
      plannedChanges: [
        {
          ...on,
          kind: 'ASSIGNMENT_BEGINS',
          reason: 'earned',
          changedBy: 'administrator',
          assignment: { role: 'TEAM_LEADER' },
        },
        { ...on, kind: 'ASSIGNMENT_ENDS', reason: null, changedBy: null, assignment: { role: 'SALES_ENGINEER' } },
      ],
    });
    expect(await house.answer('Sun', '{ employee(code: "Plan") { plannedChanges { on } } }')).toEqual({
      employee: { plannedChanges: null },
    });
    expect(await house.refusal('Sun', '{ plannedChanges { totalCount } }')).toBe('FORBIDDEN');

    const role = '{ employee(code: "Plan") { role } unit(code: "West One") { leader { code } } }';
    house.service.clock.set('2026-03-31T15:59:59Z');
    expect(await house.answer('Sun', role)).toEqual({ employee: { role: 'SALES_ENGINEER' }, unit: { leader: null } });
    house.service.clock.set('2026-03-31T16:00:00Z');
    expect(await house.answer('Sun', role)).toEqual({
      employee: { role: 'TEAM_LEADER' },
      unit: { leader: { code: 'Plan' } },
    });
    house.service.clock.set(`${TODAY}T04:00:00Z`);
  });

  test('is listed by day over all units and people, page by page', async () => {
    await changes.newUnit('Opens', { from: '2030-01-01' });
    await hire('Joins', { from: '2030-01-01', unitId: unitId('West') });
    const list =
      'query($after: String) { plannedChanges(from: "2030-01-01", to: "2030-01-02", first: 2, after: $after) { totalCount nodes { kind unit { code } employee { code } } pageInfo { endCursor hasNextPage } } }';
    type Page = {
      plannedChanges: { nodes: object[]; totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean } };
    };
    const { plannedChanges: first } = await house.answer<Page>('administrator', list);
    const { plannedChanges: second } = await house.answer<Page>('administrator', list, {
      after: first.pageInfo.endCursor,
    });
    expect(first.totalCount).toBe(3);
    expect([...first.nodes, ...second.nodes]).toEqual([
      { kind: 'UNIT_BEGINS', unit: { code: 'Opens' }, employee: null },
      { kind: 'ASSIGNMENT_BEGINS', unit: { code: 'West' }, employee: { code: 'Joins' } },
      { kind: 'EMPLOYMENT_BEGINS', unit: null, employee: { code: 'Joins' } },
    ]);
  });

  test('is listed and can be taken back of somebody who leaves and comes back later', async () => {
    const { id } = await hire('Returns');
    await change('endEmployment', { employeeId: id, on: '2031-01-01', reason: 'studies', expectedVersion: 1 });
    await change('rehireEmployee', {
      ...{ employeeId: id, unitId: unitId('East'), role: 'EMPLOYEE', from: '2031-07-01', expectedVersion: 2 },
    });
    const list =
      '{ employee(code: "Returns") { plannedChanges { on kind } } plannedChanges(from: "2031-01-01", to: "2031-01-02") { nodes { kind } } }';
    expect(await house.answer('administrator', list)).toEqual({
      employee: {
        plannedChanges: [
          { on: '2031-01-01', kind: 'ASSIGNMENT_ENDS' },
          { on: '2031-01-01', kind: 'EMPLOYMENT_ENDS' },
          { on: '2031-07-01', kind: 'ASSIGNMENT_BEGINS' },
          { on: '2031-07-01', kind: 'EMPLOYMENT_BEGINS' },
        ],
      },
      plannedChanges: { nodes: [{ kind: 'ASSIGNMENT_ENDS' }, { kind: 'EMPLOYMENT_ENDS' }] },
    });
    const cancelled = { employeeId: id, on: '2031-01-01', expectedVersion: 3 };
    expect(await change('cancelPlannedEmployeeChange', cancelled)).toMatchObject({
      ...{ hiredOn: '2020-01-01', leftOn: null },
      employments: [{ hiredOn: '2020-01-01', leftOn: null }],
    });
    // Coming back has become a transfer.
    expect(await history('Returns')).toEqual([
      'primary SALES_ENGINEER in West One, 2020-01-01 to 2031-07-01',
      'primary EMPLOYEE in East, 2031-07-01 to -',
    ]);
  });

  test('can be taken back of somebody who leaves and comes back on one day: coming back first, then leaving', async () => {
    const { id } = await hire('Turns');
    const before = await history('Turns');
    const on = '2027-01-01';
    await change('endEmployment', { employeeId: id, on, reason: 'pension', expectedVersion: 1 });
    const gone = await history('Turns');
    await change('rehireEmployee', {
      ...{ employeeId: id, unitId: unitId('East'), role: 'EMPLOYEE', from: on, expectedVersion: 2 },
    });
    expect(await change('cancelPlannedEmployeeChange', { employeeId: id, on, expectedVersion: 3 })).toMatchObject({
      employments: [{ hiredOn: '2020-01-01', leftOn: on }],
    });
    expect(await history('Turns')).toEqual(gone);
    expect(await change('cancelPlannedEmployeeChange', { employeeId: id, on, expectedVersion: 4 })).toMatchObject({
      employments: [{ hiredOn: '2020-01-01', leftOn: null }],
    });
    expect(await history('Turns')).toEqual(before);
  });

  test('is replaced by what is planned for the same day', async () => {
    const { id } = await hire('Instead');
    const [employeeId, from] = [id, '2027-01-01'];
    await change('transferEmployee', { employeeId, unitId: unitId('East'), from, expectedVersion: 1 });
    const promotion = { employeeId, from, role: 'TEAM_LEADER', unitId: unitId('West One') };
    await change('promoteEmployee', { ...promotion, reason: 'earned', expectedVersion: 2 });
    expect(await history('Instead')).toEqual([
      'primary SALES_ENGINEER in West One, 2020-01-01 to 2027-01-01',
      'primary TEAM_LEADER in West One, 2027-01-01 to -',
    ]);
    await change('cancelPlannedEmployeeChange', { employeeId, on: from, expectedVersion: 3 });
    expect(await history('Instead')).toEqual(['primary SALES_ENGINEER in West One, 2020-01-01 to -']);
  });

  test('can be taken back: a transfer, a kept leadership, leaving, coming back', async () => {
    const cancel = (id: string, expectedVersion: number, on = '2027-01-01') =>
      change('cancelPlannedEmployeeChange', { employeeId: id, on, reason: 'not now', expectedVersion });

    const { id } = await hire('Undo');
    const before = await history('Undo');
    await change('transferEmployee', {
      employeeId: id,
      unitId: unitId('East'),
      from: '2027-01-01',
      expectedVersion: 1,
    });
    await cancel(id, 2);
    expect(await history('Undo')).toEqual(before);
    await change('endEmployment', { employeeId: id, on: '2027-01-01', reason: 'offer', expectedVersion: 3 });
    expect(await cancel(id, 4)).toMatchObject({ leftOn: null });
    expect(await history('Undo')).toEqual(before);
    await change('endEmployment', { employeeId: id, on: '2026-01-01', reason: 'offer', expectedVersion: 5 });
    await change('rehireEmployee', {
      employeeId: id,
      unitId: unitId('East'),
      role: 'EMPLOYEE',
      from: '2027-01-01',
      expectedVersion: 6,
    });
    expect(await cancel(id, 7)).toMatchObject({ hiredOn: '2020-01-01', leftOn: '2026-01-01', employed: false });

    await changes.newUnit('Kept');
    const leader = await hire('Keeper', { unitId: unitId('Kept'), leader: true });
    const leading = await history('Keeper');
    await change('transferEmployee', {
      ...{ employeeId: leader.id, unitId: unitId('East'), from: '2027-01-01', leadership: 'KEEP', expectedVersion: 1 },
    });
    await cancel(leader.id, 2);
    expect(await history('Keeper')).toEqual(leading);
    expect(
      await changes.refused('cancelPlannedEmployeeChange', {
        employeeId: leader.id,
        on: '2027-01-01',
        expectedVersion: 3,
      }),
    ).toBe('BAD_USER_INPUT on');
  });
});
