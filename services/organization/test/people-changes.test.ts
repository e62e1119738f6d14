/** How people change: taken on, transferred, corrected, and what is refused. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Changed, changesOf, inUnit, mutation, PERSON } from './changes.ts';
import { type House, openHouse, personId } from './house.ts';

let house: House;
let changes: ReturnType<typeof changesOf>;
beforeAll(async () => {
  house = await openHouse();
  changes = changesOf(house);
});
afterAll(() => house?.close());

describe('a person', () => {
  test('is taken on, transferred and leaves, and the past stays', async () => {
    const joined = await changes.newPerson('Gu', [inUnit('West One')]);
    expect(joined).toMatchObject({ id: personId('Gu'), version: 1, unit: { code: 'West One' } });
    const moved = await changes.personChange('assignEmployee', {
      employeeId: joined.id,
      ...inUnit('East One', { from: '2022-01-01' }),
      expectedVersion: 1,
    });
    expect(moved).toMatchObject({
      version: 2,
      unit: { code: 'East One' },
      assignments: [
        { from: '2020-01-01', to: '2022-01-01', unit: { code: 'West One' } },
        { from: '2022-01-01', to: null, unit: { code: 'East One' } },
      ],
    });
    const assignmentId = (moved.assignments as { id: string }[])[1]!.id;
    expect(
      await changes.personChange('endAssignment', {
        employeeId: joined.id,
        assignmentId,
        to: '2023-01-01',
        expectedVersion: 2,
      }),
    ).toMatchObject({
      version: 3,
      unit: null,
    });
  });

  test('is corrected in name and history', async () => {
    const { id } = await changes.newPerson('Ma', [inUnit('West One')]);
    const input = { id, name: 'Ma Li', assignments: [inUnit('East Two')], reason: 'wrong team', expectedVersion: 1 };
    const document = mutation('correctEmployee', 'name unit { code } corrections { reason actor }');
    expect((await house.answer<{ result: Changed }>('administrator', document, { input })).result).toEqual({
      name: 'Ma Li',
      unit: { code: 'East Two' },
      corrections: [{ reason: 'wrong team', actor: 'administrator' }],
    });
  });

  test.each<[string, string, object, string]>([
    ['a blank code', 'createEmployee', { code: '', name: 'X' }, 'BAD_USER_INPUT code'],
    ['a code that is taken', 'createEmployee', { code: 'Sun', name: 'X' }, 'CONFLICT code'],
    [
      'an empty interval',
      'createEmployee',
      { code: 'X', name: 'X', assignments: [inUnit('East', { to: '2020-01-01' })] },
      'BAD_USER_INPUT assignments.0.to',
    ],
    [
      'a unit that nobody has',
      'createEmployee',
      { code: 'X', name: 'X', assignments: [inUnit('North Pole')] },
      'BAD_USER_INPUT assignments.0.unitId',
    ],
    [
      'two primary assignments',
      'createEmployee',
      { code: 'X', name: 'X', assignments: [inUnit('East'), inUnit('West')] },
      'BAD_USER_INPUT assignments',
    ],
    [
      'a unit that somebody leads',
      'createEmployee',
      { code: 'X', name: 'X', assignments: [inUnit('West', { leader: true })] },
      'CONFLICT assignments.0.leader',
    ],
    [
      'a unit that somebody leads',
      'assignEmployee',
      { employeeId: personId('Sun'), ...inUnit('West', { leader: true, primary: false }), expectedVersion: 1 },
      'CONFLICT leader',
    ],
    [
      'a transfer on the first day',
      'assignEmployee',
      { employeeId: personId('Sun'), ...inUnit('West', { from: '2016-01-01' }), expectedVersion: 1 },
      'BAD_USER_INPUT from',
    ],
    [
      'a day before the unit',
      'assignEmployee',
      { employeeId: personId('Sun'), ...inUnit('West', { from: '2015-01-01', primary: false }), expectedVersion: 1 },
      'CONFLICT unitId',
    ],
    [
      'another version',
      'assignEmployee',
      { employeeId: personId('Sun'), ...inUnit('West'), expectedVersion: 2 },
      'CONFLICT expectedVersion',
    ],
    [
      'an id that nobody has',
      'assignEmployee',
      { employeeId: 'nothing', ...inUnit('West'), expectedVersion: 1 },
      'NOT_FOUND',
    ],
    [
      'an assignment that nobody has',
      'endAssignment',
      { employeeId: personId('Sun'), assignmentId: 'x', to: '2020-01-01', expectedVersion: 1 },
      'BAD_USER_INPUT assignmentId',
    ],
    ['no reason', 'correctEmployee', { id: personId('Sun'), reason: ' ', expectedVersion: 1 }, 'BAD_USER_INPUT reason'],
  ])('with %s is refused', async (_, field, input, expected) => {
    const document = `{ employees(first: 200) { nodes { ${PERSON} } } }`;
    const before = await house.answer('administrator', document);
    expect(await changes.refused(field, input)).toBe(expected);
    expect(await house.answer('administrator', document)).toEqual(before);
  });
});
