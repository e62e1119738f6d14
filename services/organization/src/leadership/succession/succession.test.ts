import { describe, expect, test } from '@jest/globals';
import type { Role } from '@salesgraph/access';
import { type Assignment, identified } from '../../people/assignments.ts';
import type { Unit } from '../../units/units.ts';
import { isCovered, planFaults, positionOf, type Readiness, type Standing, standingOf } from './succession.ts';

const DAY = '2026-03-16';
const term = (role: Role, from: string, to: string | null, leader = true): Assignment =>
  identified('x', { unitId: 'u', role, primary: true, leader, from, to });

describe('a position', () => {
  test.each<[string, Assignment[], Role]>([
    ['has the usual role of a unit that nobody ever led', [], 'REGIONAL_MANAGER'],
    ['has the role in which the unit is led', [term('DEPUTY_DIRECTOR', '2020-01-01', null)], 'DEPUTY_DIRECTOR'],
    [
      'has the role in which the unit was led last',
      [
        ...[term('REGIONAL_MANAGER', '2019-01-01', '2020-01-01'), term('DEPUTY_DIRECTOR', '2020-01-01', '2021-01-01')],
        term('REGIONAL_MANAGER', '2027-01-01', null),
      ],
      'DEPUTY_DIRECTOR',
    ],
  ])('%s', (_, terms, role) => {
    expect(positionOf({ id: 'u', kind: 'REGION' }, terms, DAY)).toEqual({ unitId: 'u', role });
  });
});

describe('a successor', () => {
  test.each<[string, string | null, Assignment[], Standing]>([
    ['could follow', null, [term('SALES_ENGINEER', '2020-01-01', null, false)], 'AVAILABLE'],
    ['could follow while still there', '2026-03-17', [], 'AVAILABLE'],
    ['has left', DAY, [], 'HAS_LEFT'],
    ['leads the unit already', null, [term('REGIONAL_MANAGER', '2026-03-16', null)], 'LEADS_ALREADY'],
    ['led it once', null, [term('REGIONAL_MANAGER', '2020-01-01', DAY)], 'AVAILABLE'],
  ])('%s', (_, leftOn, assignments, standing) => {
    expect(standingOf({ leftOn, assignments }, 'u', DAY)).toBe(standing);
  });
});

test.each<[Readiness[], Standing, Readiness, boolean]>([
  [[], 'AVAILABLE', 'IN_TWO_YEARS', false],
  [['READY_NOW'], 'AVAILABLE', 'READY_NOW', true],
  [['READY_NOW'], 'HAS_LEFT', 'IN_TWO_YEARS', false],
  [['READY_NOW'], 'LEADS_ALREADY', 'IN_TWO_YEARS', false],
  [['IN_ONE_YEAR', 'IN_TWO_YEARS'], 'AVAILABLE', 'READY_NOW', false],
  [['IN_TWO_YEARS', 'IN_ONE_YEAR'], 'AVAILABLE', 'IN_ONE_YEAR', true],
])('a bench of %j who are %s covers %s: %s', (readiness, standing, within, covered) => {
  const successors = readiness.map((one, place) => ({
    ...{ employeeId: `e${place}`, readiness: one, note: null, reviewedOn: DAY },
  }));
  expect(isCovered({ successors }, () => standing, within)).toBe(covered);
});

test.each<[string, object, object, string[]]>([
  ['nothing amiss', {}, {}, []],
  ['a role that leads no region', { role: 'TEAM_LEADER' }, {}, ['role']],
  ['nobody on record', {}, { employeeId: 'nobody' }, ['successors.0.employeeId']],
  ['somebody who has left', {}, { employeeId: 'gone' }, ['successors.0.employeeId']],
  ['a blank note', {}, { note: ' ' }, ['successors.0.note']],
  ['a review to come', {}, { reviewedOn: '2026-03-17' }, ['successors.0.reviewedOn']],
])('a plan with %s has these faults', (_, plan, successor, fields) => {
  const known = new Map([
    ['e', { leftOn: null }],
    ['gone', { leftOn: '2025-01-01' }],
  ]);
  const named = { employeeId: 'e', readiness: 'READY_NOW' as const, note: null, reviewedOn: DAY, ...successor };
  const unit: Unit = {
    ...{ id: 'u', code: 'U', kind: 'REGION', currency: null, origins: [] },
    records: [{ name: 'U', parentId: 'c', from: '2016-01-01', to: null }],
  };
  const stated = { id: 's', unitId: 'u', role: 'REGIONAL_MANAGER' as Role, successors: [named], ...plan };
  expect(planFaults(stated, unit, known, DAY).map(({ field }) => field)).toEqual(fields);
  expect(planFaults({ ...stated, successors: [named, named] }, undefined, known, DAY)).toMatchObject([
    { field: 'unitId', code: 'UNKNOWN_REFERENCE' },
  ]);
  // A unit whose founding was taken back never was.
  expect(planFaults(stated, { ...unit, records: [] }, known, DAY).map(({ field }) => field)).toContain('unitId');
});
