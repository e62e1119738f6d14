/** A change that would break a rule is refused with the conflict named: which unit, which person, from when. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { changesOf, inUnit, mutation } from './changes.ts';
import { type GraphFault, type House, openHouse, personId, unitId } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const changes = changesOf(house);
  await changes.newUnit('Inner', { kind: 'REGION', parentCode: 'East', from: '2020-01-01' });
});
afterAll(() => house?.close());

const seen = { reason: 'a test', expectedVersion: 1 };

test.each<[string, string, object, string[]]>([
  [
    'a unit above itself',
    'moveOrgUnit',
    { id: unitId('East'), parentId: unitId('Inner'), from: '2021-01-01', ...seen },
    ['parentId would put East above itself from 2021-01-01 on'],
  ],
  [
    'a unit above that begins later',
    'correctOrgUnit',
    { id: unitId('Inner'), records: [{ name: 'I', parentId: unitId('East'), from: '2010-01-01' }], ...seen },
    ['records is East, which does not exist for the whole time from 2010-01-01 to an unknown day'],
  ],
  [
    'units and people left behind',
    'closeOrgUnit',
    { id: unitId('West'), to: '2026-06-01', ...seen },
    [
      'to leaves units below it without a place: West One',
      'to leaves Feng assigned from 2016-01-01 to an unknown day to a unit that does not exist then',
    ],
  ],
  [
    'a second leader',
    'assignEmployee',
    { employeeId: personId('Sun'), ...inUnit('West', { leader: true, primary: false }), ...seen },
    ['leader is taken: Feng leads the unit from 2016-01-01 to an unknown day'],
  ],
  [
    'a unit that a leader would leave',
    'transferEmployee',
    { employeeId: personId('Feng'), unitId: unitId('East'), from: '2026-06-01', ...seen },
    ['leadership must say what becomes of West, which Feng leads'],
  ],
  [
    'a second leader by a merge',
    'mergeOrgUnits',
    {
      ...{
        units: [{ id: unitId('East Two'), expectedVersion: 1 }],
        into: { id: unitId('East One'), expectedVersion: 1 },
      },
      ...{ leaderId: personId('Wu'), from: '2026-06-01', reason: 'a test' },
    },
    ['leaderId of Wu: assignments.1.leader is taken: Qian leads the unit from 2016-01-01 to an unknown day'],
  ],
])('%s', async (_, field, input, expected) => {
  const { errors } = await house.ask('administrator', mutation(field, 'id'), { input });
  const [fault] = errors as unknown as GraphFault[];
  expect(fault!.extensions.code).toBe('CONFLICT');
  expect(fault!.extensions.fields!.map((one) => `${one.field} ${one.message}`)).toEqual(expected);
});
