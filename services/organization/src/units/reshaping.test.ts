import { describe, expect, test } from '@jest/globals';
import { identified, type Person } from '../people/assignments.ts';
import { merge, type Part, reparented, split } from './reshaping.ts';
import type { Unit } from './units.ts';

const DAY = '2026-01-01';
const RESHAPING = { from: DAY, reason: 'why', by: 'Wang' };

const unit = (code: string, parentId: string | null, kind: Unit['kind'] = 'REGION', from = '2020-01-01'): Unit => ({
  ...{ id: code, code, kind, currency: null, origins: [] },
  records: [{ name: code, parentId, from, to: null }],
});
const person = (code: string, unitId: string, leader = false): Person => ({
  ...{ id: code, code, name: code, hiredOn: null, leftOn: null, titles: [], delegations: [] },
  assignments: [identified(code, { unitId, role: 'EMPLOYEE', primary: true, leader, from: '2020-01-01', to: null })],
});
const part = (code: string, more: Partial<Part> = {}): Part => ({
  ...{ unit: unit(code, 'C', 'REGION', DAY), childIds: [], memberIds: [], leaderId: null, rest: false },
  ...more,
});

const company = unit('C', null, 'COMPANY');
const [east, west, team] = [unit('E', 'C'), unit('W', 'C'), unit('T', 'E', 'TEAM')];
const units = [company, east, west, team];
const people = [person('Zhao', 'E', true), person('Sun', 'E')];

const places = (some: readonly Unit[]) =>
  some.map(
    ({ code, records }) =>
      `${code}: ${records.map(({ parentId, from, to }) => `${parentId} ${from}..${to ?? ''}`).join(', ')}`,
  );
const homes = (some: readonly Person[]) =>
  some.map(
    ({ code, assignments }) =>
      `${code}: ${assignments.map(({ unitId, leader, from }) => `${unitId}${leader ? ' leads' : ''} ${from}`).join(', ')}`,
  );

test('nobody leads from the day on what they come to later', () => {
  const later = {
    ...person('Li', 'E'),
    assignments: [
      identified('Li', { unitId: 'E', role: 'EMPLOYEE', primary: true, leader: false, from: '2026-02-01', to: null }),
    ],
  };
  const into = [part('N', { memberIds: ['Sun'] }), part('S', { memberIds: ['Li'], leaderId: 'Li' })];
  expect(split(east, into, RESHAPING, false, units, [...people, later])).toMatchObject([
    { field: 'into.1.leaderId', code: 'BAD_VALUE' },
  ]);
  expect(merge([east], west, 'Li', RESHAPING, units, [...people, later])).toMatchObject([
    { field: 'leaderId', code: 'BAD_VALUE' },
  ]);
});

describe('a split', () => {
  test('moves what is named and leaves the rest where it is', () => {
    const next = split(
      east,
      [part('N', { childIds: ['T'], memberIds: ['Sun'], leaderId: 'Sun' })],
      RESHAPING,
      false,
      units,
      people,
    );
    if (Array.isArray(next)) throw new Error(JSON.stringify(next));
    expect(places(next.units)).toEqual(['E: C 2020-01-01..', `N: C ${DAY}..`, `T: E 2020-01-01..${DAY}, N ${DAY}..`]);
    expect(homes(next.people)).toEqual([`Sun: E 2020-01-01, N leads ${DAY}`]);
    expect(next.units[1]!.origins).toEqual([{ unitId: 'E', kind: 'SPLIT', on: DAY }]);
  });

  test('of a unit that ends gives the rest to one part, and the leader leads no more', () => {
    const next = split(
      east,
      [part('N', { memberIds: ['Sun'] }), part('S', { rest: true })],
      RESHAPING,
      true,
      units,
      people,
    );
    if (Array.isArray(next)) throw new Error(JSON.stringify(next));
    expect(places(next.units)).toContain(`E: C 2020-01-01..${DAY}`);
    expect(places(next.units)).toContain(`T: E 2020-01-01..${DAY}, S ${DAY}..`);
    expect(homes(next.people)).toEqual([`Zhao: E leads 2020-01-01, S ${DAY}`, `Sun: E 2020-01-01, N ${DAY}`]);
  });

  test('tells everything that is wrong with its parts', () => {
    const wrong = [
      part('N', { childIds: ['W'], memberIds: ['Li', 'Sun'] }),
      part('S', { memberIds: ['Sun'], leaderId: 'Zhao' }),
    ];
    const next = split(east, wrong, RESHAPING, false, units, people);
    expect(Array.isArray(next) && next.map(({ field }) => field)).toEqual([
      'into.0.childIds',
      'into.0.memberIds',
      'into.1.memberIds',
      'into.1.leaderId',
    ]);
  });
});

describe('a merge', () => {
  test('ends units and takes what is in and below them into the one that goes on', () => {
    const next = merge([east], west, null, RESHAPING, units, people);
    if (Array.isArray(next)) throw new Error(JSON.stringify(next));
    expect(places(next.units).sort()).toEqual([
      `E: C 2020-01-01..${DAY}`,
      `T: E 2020-01-01..${DAY}, W ${DAY}..`,
      'W: C 2020-01-01..',
    ]);
    expect(homes(next.people)).toEqual([`Zhao: E leads 2020-01-01, W ${DAY}`, `Sun: E 2020-01-01, W ${DAY}`]);
    expect(next.units.find(({ id }) => id === 'W')!.origins).toEqual([{ unitId: 'E', kind: 'MERGE', on: DAY }]);
  });

  test('takes a unit along that would be below one and then below another of them', () => {
    const wandering: Unit = {
      ...team,
      records: [
        { name: 'T', parentId: 'E', from: '2020-01-01', to: '2026-06-01' },
        { name: 'T', parentId: 'W', from: '2026-06-01', to: null },
      ],
    };
    const next = merge(
      [east, west],
      unit('X', 'C', 'REGION', DAY),
      null,
      RESHAPING,
      [company, east, west, wandering],
      [],
    );
    if (Array.isArray(next)) throw new Error(JSON.stringify(next));
    expect(places(next.units)).toContain(`T: E 2020-01-01..${DAY}, X ${DAY}..2026-06-01, X 2026-06-01..`);
  });

  test.each<[string, Unit[], Unit, string | null, string[]]>([
    ['a unit twice', [east, east], west, null, ['units']],
    ['a unit into itself', [east], east, null, ['into']],
    ['the company', [company], west, null, ['units.0.id']],
    ['a unit with more planned after the day', [unit('E', 'C', 'REGION', '2027-01-01')], west, null, ['from']],
    ['a leader who does not come', [east], west, 'Li', ['leaderId']],
  ])('of %s is refused', (_, merged, target, leaderId, fields) => {
    const next = merge(merged, target, leaderId, RESHAPING, units, people);
    expect(Array.isArray(next) && next.map(({ field }) => field)).toEqual(fields);
  });
});

test('another unit above begins on the day, or with the record where that begins later', () => {
  const planned = {
    ...team,
    records: [
      ...team.records.map((record) => ({ ...record, to: '2026-02-01' })),
      { name: 'T2', parentId: 'E', from: '2026-02-01', to: null },
    ],
  };
  expect(places([reparented(planned, 'E', 'W', RESHAPING)])).toEqual([
    `T: E 2020-01-01..${DAY}, W ${DAY}..2026-02-01, W 2026-02-01..`,
  ]);
  expect(reparented(team, 'C', 'W', RESHAPING)).toEqual(team);
});
