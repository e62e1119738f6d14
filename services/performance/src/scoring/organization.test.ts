import { expect, test } from '@jest/globals';
import { type HistoryOfPerson, organizationIn } from './organization.ts';

const units = [
  { id: 'company', code: 'C', kind: 'COMPANY', records: [{ from: '2016-01-01', to: null }] },
  { id: 'division', code: 'D', kind: 'DIVISION', records: [{ from: '2016-01-01', to: null }] },
  { id: 'old', code: 'O', kind: 'TEAM', records: [{ from: '2016-01-01', to: '2017-03-01' }] },
  { id: 'east', code: 'E', kind: 'TEAM', records: [{ from: '2016-01-01', to: null }] },
  { id: 'west', code: 'W', kind: 'TEAM', records: [{ from: '2016-01-01', to: '2017-03-20' }] },
];
/** West belongs to the company until it ends on 2017-03-20. */
const tree = {
  upwards: (id: string, day: string) =>
    id === 'west' && day >= '2017-03-20' ? [] : id === 'company' ? [id] : [id, 'company'],
};
const term = (unitId: string, from: string, to: string | null, role = 'SALES_ENGINEER', primary = true) => ({
  ...{ unitId, role, primary, from, to },
});
const person = (id: string, ...assignments: HistoryOfPerson['assignments'][number][]): HistoryOfPerson => ({
  ...{ id, code: id, assignments },
});

const people = [
  person('stays', term('east', '2016-01-01', null)),
  person('moves', term('east', '2016-01-01', '2017-03-15'), term('west', '2017-03-15', null)),
  person('leaves', term('west', '2016-01-01', '2017-03-10')),
  person('left', term('east', '2016-01-01', '2017-03-01')),
  person('comes', term('east', '2017-04-01', null)),
  person('rises', term('east', '2016-01-01', '2017-03-05'), term('company', '2017-03-05', null, 'TEAM_LEADER')),
  person('leads', term('company', '2016-01-01', null, 'SALES_DIRECTOR')),
];
const organization = organizationIn('2017-03', people, units, tree);

test('whoever was a sales engineer on a day of the month has a card, where they last were one', () => {
  expect(organization.engineers.map(({ id, unitIds }) => [id, unitIds])).toEqual([
    ['stays', ['east', 'company']],
    ['moves', []],
    ['leaves', ['west', 'company']],
    ['rises', ['east', 'company']],
  ]);
});

test('units of the kinds that have a card have one when they existed on a day of the month', () => {
  expect(organization.units.map(({ id, group }) => [id, group])).toEqual([
    ['company', 'COMPANY'],
    ['east', 'TEAM'],
    ['west', 'TEAM'],
  ]);
});

test('a fact finds the unit of its day, a target that of the last day', () => {
  expect(organization.unitsAbove('moves', '2017-03-14')).toEqual(['east', 'company']);
  expect(organization.unitsAbove('moves', '2017-03-15')).toEqual(['west', 'company']);
  expect(organization.unitsAbove('nobody', '2017-03-15')).toEqual([]);
  expect(organization.homeOf('leaves')).toEqual(['west', 'company']);
  expect(organization.homeOf('rises')).toEqual(['company']);
  expect(organization.homeOf('left')).toEqual([]);
});
