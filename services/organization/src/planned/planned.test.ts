import { expect, test } from '@jest/globals';
import { identified, type Person } from '../people/assignments.ts';
import type { Unit } from '../units/units.ts';
import { inOrderOfDays, plannedOfPerson, plannedOfUnit } from './planned.ts';

const TODAY = '2026-03-16';
const unit = (...records: [string, string, string, string | null][]): Unit => ({
  ...{ id: 'U', code: 'U', kind: 'TEAM', currency: null, origins: [] },
  records: records.map(([name, parentId, from, to]) => ({ name, parentId, from, to })),
});
const said = (entries: { on: string; kind: string }[]) => entries.map(({ on, kind }) => `${on} ${kind}`);

test.each<[string, Unit, string[]]>([
  ['nothing of a unit that goes on', unit(['U', 'A', '2020-01-01', null]), []],
  ['nothing of what has begun, today too', unit(['U', 'A', '2020-01-01', TODAY], ['V', 'A', TODAY, null]), []],
  ['a founding', unit(['U', 'A', '2027-01-01', null]), ['2027-01-01 UNIT_BEGINS']],
  ['an end', unit(['U', 'A', '2020-01-01', '2027-01-01']), ['2027-01-01 UNIT_ENDS']],
  ['a name', unit(['U', 'A', '2020-01-01', '2027-01-01'], ['V', 'A', '2027-01-01', null]), ['2027-01-01 UNIT_RENAMED']],
  ['a place', unit(['U', 'A', '2020-01-01', '2027-01-01'], ['U', 'B', '2027-01-01', null]), ['2027-01-01 UNIT_MOVED']],
  [
    'both at once',
    unit(['U', 'A', '2020-01-01', '2027-01-01'], ['V', 'B', '2027-01-01', null]),
    ['2027-01-01 UNIT_MOVED', '2027-01-01 UNIT_RENAMED'],
  ],
  [
    'a gap',
    unit(['U', 'A', '2020-01-01', '2027-01-01'], ['U', 'A', '2028-01-01', null]),
    ['2027-01-01 UNIT_ENDS', '2028-01-01 UNIT_BEGINS'],
  ],
])('planned is %s', (_, one, expected) => {
  expect(said(inOrderOfDays(plannedOfUnit(one, TODAY)))).toEqual(expected);
});

test('of somebody who leaves and comes back both are planned, and leaving again', () => {
  const person: Person = {
    ...{ id: 'P', code: 'P', name: 'P', hiredOn: '2028-01-01', leftOn: '2029-01-01', titles: [], delegations: [] },
    earlierEmployments: [
      { hiredOn: '2010-01-01', leftOn: '2012-01-01' },
      { hiredOn: '2020-01-01', leftOn: '2027-01-01' },
    ],
    assignments: [],
  };
  expect(said(inOrderOfDays(plannedOfPerson(person, TODAY)))).toEqual([
    '2027-01-01 EMPLOYMENT_ENDS',
    '2028-01-01 EMPLOYMENT_BEGINS',
    '2029-01-01 EMPLOYMENT_ENDS',
  ]);
});

test('of a person everything that begins or ends later is planned, in order', () => {
  const held = (from: string, to: string | null, primary = true) =>
    identified('P', { unitId: 'U', role: 'EMPLOYEE', primary, leader: false, from, to });
  const person: Person = {
    ...{ id: 'P', code: 'P', name: 'P', hiredOn: '2020-01-01', leftOn: '2028-01-01', titles: [], delegations: [] },
    assignments: [held('2020-01-01', '2027-01-01'), held('2027-01-01', '2028-01-01'), held('2020-01-01', TODAY, false)],
  };
  expect(said(inOrderOfDays(plannedOfPerson(person, TODAY)))).toEqual([
    '2027-01-01 ASSIGNMENT_BEGINS',
    '2027-01-01 ASSIGNMENT_ENDS',
    '2028-01-01 ASSIGNMENT_ENDS',
    '2028-01-01 EMPLOYMENT_ENDS',
  ]);
});
