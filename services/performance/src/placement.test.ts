import { expect, test } from '@jest/globals';
import { placementFrom } from './placement.ts';

const belongs = (unitId: string, from: string, to: string | null, primary = true) => ({ unitId, from, to, primary });
const people = new Map([
  ['a', { assignments: [belongs('E1', '2016-01-01', '2017-03-16'), belongs('W1', '2017-03-16', null)] }],
  ['b', { assignments: [belongs('W1', '2017-01-01', null, false), belongs('E1', '2017-02-01', null)] }],
  ['c', { assignments: [belongs('E1', '2017-01-01', null, false)] }],
]);
/** EAST hangs below the company from 2017 on only. */
const units = {
  upwards: (id: string, day: string) =>
    id === 'E1' ? (day < '2017-01-01' ? ['E1', 'EAST'] : ['E1', 'EAST', 'COMPANY']) : [id, 'COMPANY'],
};

test.each<[string, string, string[]]>([
  ['a', '2015-12-31', []],
  ['a', '2016-01-01', ['E1', 'EAST']],
  ['a', '2017-03-15', ['E1', 'EAST', 'COMPANY']],
  ['a', '2017-03-16', ['W1', 'COMPANY']],
  ['b', '2017-01-15', []],
  ['b', '2017-02-01', ['E1', 'EAST', 'COMPANY']],
  ['c', '2017-06-01', []],
  ['nobody', '2017-06-01', []],
])('%s on %s belongs to %j', (employeeId, day, above) => {
  const placement = placementFrom(people, units);
  expect(placement.unitsAbove(employeeId, day)).toEqual(above);
  expect(placement.unitsAbove(employeeId, day)).toEqual(above);
});
