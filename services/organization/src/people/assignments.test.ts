import { describe, expect, test } from '@jest/globals';
import type { Unit } from '../units/units.ts';
import {
  type Assignment,
  arranged,
  assigned,
  assignmentsOn,
  ended,
  identified,
  leaderFaults,
  managerAmong,
  type Person,
  personFaults,
  placementFaults,
  primaryOn,
  samePerson,
  unitsLed,
  warningsOf,
} from './assignments.ts';

const assignment = (
  unitId: string,
  from: string,
  to: string | null = null,
  more: Partial<Assignment> = {},
): Assignment => identified('P', { unitId, role: 'SALES_ENGINEER', primary: true, leader: false, from, to, ...more });
const person = (...assignments: Assignment[]): Person => ({
  id: 'P',
  code: 'P',
  name: 'Wang',
  hiredOn: null,
  leftOn: null,
  assignments,
  titles: [],
  delegations: [],
});
const leader = (id: string, ...assignments: Assignment[]): Person => ({ ...person(...assignments), id, code: id });
const leads = { leader: true, primary: false };

describe('a person', () => {
  test('has one primary assignment at a time and any others beside it', () => {
    const deputy = person(
      assignment('A', '2016-01-01', '2017-01-01'),
      assignment('B', '2017-01-01'),
      assignment('C', '2016-06-01', null, leads),
      assignment('D', '2016-06-01', null, leads),
    );
    expect(personFaults(deputy)).toEqual([]);
    expect(primaryOn(deputy, '2016-12-31')?.unitId).toBe('A');
    expect(primaryOn(deputy, '2017-01-01')?.unitId).toBe('B');
    expect(primaryOn(deputy, '2015-12-31')).toBeNull();
    expect(assignmentsOn(deputy, '2016-06-01')).toHaveLength(3);
    expect(unitsLed(deputy)).toEqual(['C', 'D']);
  });

  test.each<[string, Person, string]>([
    ['no code', { ...person(), code: '' }, 'code'],
    ['no name', { ...person(), name: ' ' }, 'name'],
    ['an empty interval', person(assignment('A', '2016-01-01', '2016-01-01')), 'assignments.0.to'],
    [
      'two primary assignments at a time',
      person(assignment('A', '2016-01-01'), assignment('B', '2017-01-01')),
      'assignments',
    ],
    [
      'the same assignment twice',
      person(assignment('A', '2016-01-01', null, leads), assignment('A', '2017-01-01', null, leads)),
      'assignments',
    ],
    [
      'too many assignments',
      person(...Array.from({ length: 201 }, (_, n) => assignment(`U${n}`, '2016-01-01', null, leads))),
      'assignments',
    ],
  ])('with %s is at fault', (_, one, field) => {
    expect(personFaults(one)[0]?.field).toBe(field);
  });

  test('may be assigned to units only while these exist', () => {
    const team: Unit = {
      id: 'A',
      code: 'A',
      kind: 'TEAM',
      currency: null,
      origins: [],
      records: [{ name: 'A', parentId: 'C', from: '2016-01-01', to: '2018-01-01' }],
    };
    const units = new Map([['A', team]]);
    const faults = (one: Assignment) =>
      placementFaults(person(one), units).map(({ field, code }) => `${field} ${code}`);
    expect(faults(assignment('A', '2016-01-01', '2018-01-01'))).toEqual([]);
    expect(faults(assignment('A', '2016-01-01'))).toEqual(['assignments.0.unit CONFLICT']);
    expect(faults(assignment('B', '2016-01-01'))).toEqual(['assignments.0.unit UNKNOWN_REFERENCE']);
  });

  test('may lead before the day of hiring, with a warning', () => {
    const early = { ...person(assignment('A', '1985-01-01', null, leads)), hiredOn: '1986-06-26' };
    expect(personFaults(early)).toEqual([]);
    expect(warningsOf(early)).toMatchObject([{ field: 'assignments.0.from', code: 'BEFORE_HIRE' }]);
  });

  test('is the same when only the order of what is said differs', () => {
    const a = assignment('A', '2016-01-01', '2017-01-01');
    const b = assignment('B', '2017-01-01');
    expect(samePerson(person(a, b), person(b, a))).toBe(true);
    expect(arranged([b, a])).toEqual([a, b]);
    expect(samePerson(person(a), person({ ...a, to: null }))).toBe(false);
  });
});

describe('a unit has one leader at a time', () => {
  const wang = leader('WANG', assignment('A', '2016-01-01', '2018-01-01', leads));

  test('so a second one is at fault, and a successor is not', () => {
    const early = leader('LI', assignment('A', '2017-12-31', null, leads));
    const successor = leader('LI', assignment('A', '2018-01-01', null, leads));
    expect([...leaderFaults([early], [wang]).keys()]).toEqual(['LI']);
    expect(leaderFaults([successor], [wang]).size).toBe(0);
  });

  test('judged by what the people of one call become, not by what they were', () => {
    const stepsDown = leader('WANG', assignment('A', '2016-01-01', '2017-01-01', leads));
    const follows = leader('LI', assignment('A', '2017-01-01', null, leads));
    expect(leaderFaults([follows, stepsDown], [wang]).size).toBe(0);
    const both = leaderFaults(
      [
        leader('X', assignment('B', '2016-01-01', null, leads)),
        leader('Y', assignment('B', '2016-01-01', null, leads)),
      ],
      [],
    );
    expect([...both.keys()]).toEqual(['Y']);
  });

  test('and nobody leads it twice over', () => {
    const twice = leader(
      'LI',
      assignment('A', '2019-01-01', null, leads),
      assignment('A', '2020-01-01', null, { leader: true }),
    );
    expect(leaderFaults([twice], [wang]).get('LI')).toHaveLength(1);
  });
});

describe('a change', () => {
  test('of the primary assignment is a transfer: it ends the one that holds', () => {
    const moved = assigned(person(assignment('A', '2016-01-01')), assignment('B', '2017-01-01'));
    expect(moved.assignments.map(({ unitId, from, to }) => [unitId, from, to])).toEqual([
      ['A', '2016-01-01', '2017-01-01'],
      ['B', '2017-01-01', null],
    ]);
    expect(personFaults(moved)).toEqual([]);
  });

  test('ends nothing when the new assignment is not primary', () => {
    const before = person(assignment('A', '2016-01-01'));
    expect(assigned(before, assignment('B', '2017-01-01', null, leads)).assignments[0]).toEqual(before.assignments[0]);
  });

  test('cannot replace an assignment that begins on the same day', () => {
    const clash = assigned(person(assignment('A', '2017-01-01')), assignment('B', '2017-01-01'));
    expect(personFaults(clash)).toMatchObject([{ field: 'assignments' }]);
  });

  test('ends an assignment before its end, and only then', () => {
    const held = assignment('A', '2016-01-01', '2018-01-01');
    const one = person(held);
    expect(ended(one, held.id, '2017-01-01')).toMatchObject({ assignments: [{ to: '2017-01-01' }] });
    expect(ended(one, held.id, '2018-01-01')).toMatchObject({ field: 'to' });
    expect(ended(one, held.id, '2016-01-01')).toMatchObject({ field: 'to' });
    expect(ended(one, 'nothing', '2017-01-01')).toMatchObject({ field: 'assignmentId' });
  });
});

test('the manager leads the nearest unit upwards that has another leader', () => {
  const [self, regional, director] = ['SELF', 'REGIONAL', 'DIRECTOR'].map((id) => ({ id }));
  expect(managerAmong('SELF', [self!, regional!, director!])).toBe(regional);
  expect(managerAmong('SELF', [null, self!, null, director!])).toBe(director);
  expect(managerAmong('SELF', [self!, null])).toBeNull();
});
