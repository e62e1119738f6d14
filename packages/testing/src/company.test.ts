import { expect, test } from '@jest/globals';
import { aCompany } from './company.ts';

const company = () =>
  aCompany({ currency: 'USD' })
    .withDirector('Wang')
    .withRegion('East', 'Zhao')
    .withTeam('East One', 'Qian')
    .withEngineer('Sun', 'Li')
    .withTeam('East Two')
    .withEngineer('Zhou')
    .withRegion('West')
    .withTeam('West One');

test('units come parents first, a team below the region named last', () => {
  expect(
    company()
      .orgUnits()
      .map(({ code, kind, parentCode }) => [code, kind, parentCode]),
  ).toEqual([
    ['COMPANY', 'COMPANY', null],
    ['SALES', 'DEPARTMENT', 'COMPANY'],
    ['East', 'REGION', 'SALES'],
    ['East One', 'TEAM', 'East'],
    ['East Two', 'TEAM', 'East'],
    ['West', 'REGION', 'SALES'],
    ['West One', 'TEAM', 'West'],
  ]);
  expect(
    company()
      .orgUnits()
      .map(({ currency }) => currency)
      .filter(Boolean),
  ).toEqual(['USD']);
});

test('people stand in the unit named last with the role the story gives them', () => {
  const told = company()
    .employees()
    .map(({ code, assignments: [first] }) => [code, first?.unitCode, first?.role, first?.leader]);
  expect(told).toEqual([
    ['Wang', 'SALES', 'SALES_DIRECTOR', true],
    ['Zhao', 'East', 'REGIONAL_MANAGER', true],
    ['Qian', 'East One', 'TEAM_LEADER', true],
    ['Sun', 'East One', 'SALES_ENGINEER', false],
    ['Li', 'East One', 'SALES_ENGINEER', false],
    ['Zhou', 'East Two', 'SALES_ENGINEER', false],
  ]);
});

test('a deputy is in charge of several units, staff of the department or of a unit that is named', () => {
  const told = company()
    .withDeputy('Shen', 'East', 'West')
    .withStaff('Fan', 'SALES_ANALYST')
    .withStaff('Xia', 'CUSTOMER_CARE_SPECIALIST', 'West')
    .withEmployee('Chen')
    .employees()
    .slice(6)
    .map(({ code, assignments }) => [
      code,
      ...assignments.map(({ unitCode, role, primary }) => [unitCode, role, primary]),
    ]);
  expect(told).toEqual([
    ['Shen', ['East', 'DEPUTY_DIRECTOR', true], ['West', 'DEPUTY_DIRECTOR', false]],
    ['Fan', ['SALES', 'SALES_ANALYST', true]],
    ['Xia', ['West', 'CUSTOMER_CARE_SPECIALIST', true]],
    ['Chen', ['COMPANY', 'EMPLOYEE', true]],
  ]);
});

test('an engineer without a team is a mistake in the story', () => {
  expect(() => aCompany().withRegion('East').withEngineer('Sun')).toThrow('Name a team');
});
