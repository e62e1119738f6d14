/** Who reports to whom, through the graph. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse, unitId } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  // From 2020 on Feng also leads East, where nobody leads East Two any more, and Chen works in a unit between two that are led.
  const works = (unitCode: string, role: string, more: object = {}) => ({
    ...{ unitCode, role, primary: true, leader: false, from: '2016-01-01', to: null },
    ...more,
  });
  const person = (code: string, ...assignments: object[]) => ({ code, name: code, hiredOn: '2016-01-01', assignments });
  const { updated } = await house.import('importEmployees', [
    person('Zhao', works('East', 'REGIONAL_MANAGER', { leader: true, to: '2020-01-01' })),
    person('Wu', works('East Two', 'TEAM_LEADER', { leader: true, to: '2020-01-01' })),
    person(
      'Feng',
      works('West', 'REGIONAL_MANAGER', { leader: true }),
      works('East', 'DEPUTY_DIRECTOR', { leader: true, primary: false, from: '2020-01-01' }),
    ),
  ]);
  expect(updated).toBe(3);
});
afterAll(() => house?.close());

const REPORTS = `query($code: String!, $day: Date, $deep: Boolean, $first: Int, $after: String) {
  employee(code: $code) { reports(asOf: $day, deep: $deep, first: $first, after: $after) {
    totalCount nodes { code } pageInfo { hasNextPage endCursor } } } }`;

interface Reports {
  employee: {
    reports: {
      totalCount: number;
      nodes: { code: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

const reportsOf = async (code: string, variables: object = {}) => {
  const { employee } = await house.answer<Reports>('Sun', REPORTS, { code, ...variables });
  return employee.reports;
};
const codes = (reports: Reports['employee']['reports']) => reports.nodes.map(({ code }) => code);

describe('reports', () => {
  test.each([
    ['Wang', '2019-12-31', false, ['Feng', 'Zhao']],
    ['Wang', '2019-12-31', true, ['Feng', 'Li', 'Qian', 'Sun', 'Wu', 'Zhao', 'Zheng', 'Zhou']],
    ['Zhao', '2019-12-31', false, ['Qian', 'Wu']],
    ['Zhao', '2019-12-31', true, ['Li', 'Qian', 'Sun', 'Wu', 'Zheng']],
    ['Feng', '2019-12-31', false, ['Zhou']],
    // On the day itself: East is Feng's beside West, and East Two is vacant, so its people report to Feng.
    ['Feng', '2020-01-01', false, ['Qian', 'Zheng', 'Zhou']],
    ['Feng', '2020-01-01', true, ['Li', 'Qian', 'Sun', 'Zheng', 'Zhou']],
    ['Zhao', '2020-01-01', false, []],
    ['Zhao', '2020-01-01', true, []],
    ['Qian', '2020-01-01', false, ['Li', 'Sun']],
    ['Sun', '2020-01-01', true, []],
  ])('of %s on %s, deep: %s', async (code, day, deep, expected) => {
    const reports = await reportsOf(code, { day, deep });
    expect(codes(reports)).toEqual(expected);
    expect(reports.totalCount).toBe(expected.length);
  });

  test('are those who name the person as their manager', async () => {
    const { employees } = await house.answer<{
      employees: {
        nodes: { code: string; manager: { code: string } | null; reports: { nodes: { code: string }[] } }[];
      };
    }>(
      'Sun',
      '{ employees(asOf: "2021-01-01", first: 200) { nodes { code manager { code } reports { nodes { code } } } } }',
    );
    for (const { code, reports } of employees.nodes) {
      const managed = employees.nodes.filter(({ manager }) => manager?.code === code).map((one) => one.code);
      expect([code, reports.nodes.map((one) => one.code)]).toEqual([code, managed]);
    }
  });

  test('come in pages, the person among the members of a page or not', async () => {
    const all: string[] = [];
    let after: string | null = null;
    do {
      const reports: Reports['employee']['reports'] = await reportsOf('Feng', {
        day: '2020-01-01',
        deep: true,
        first: 2,
        after,
      });
      expect(reports.totalCount).toBe(5);
      all.push(...codes(reports));
      after = reports.pageInfo.hasNextPage ? reports.pageInfo.endCursor : null;
    } while (after);
    expect(all).toEqual(['Li', 'Qian', 'Sun', 'Zheng', 'Zhou']);
  });
});

describe('the chain of command', () => {
  const CHAIN = 'query($code: String!, $day: Date) { employee(code: $code) { chainOfCommand(asOf: $day) { code } } }';
  test.each([
    ['Sun', '2019-12-31', ['Qian', 'Zhao', 'Wang']],
    ['Zheng', '2020-01-01', ['Feng', 'Wang']],
    ['Feng', '2020-01-01', ['Wang']],
    ['Wang', '2020-01-01', []],
    ['Zhao', '2020-01-01', []],
  ])('of %s on %s', async (code, day, expected) => {
    const { employee } = await house.answer<{ employee: { chainOfCommand: { code: string }[] } }>('Sun', CHAIN, {
      code,
      day,
    });
    expect(employee.chainOfCommand.map((one) => one.code)).toEqual(expected);
  });
});

describe('an org chart', () => {
  const CHART = `query($unit: ID!, $day: Date, $depth: Int, $first: Int, $after: String) {
    orgChart(unit: $unit, asOf: $day, depth: $depth, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { depth parentId vacant memberCount deepMemberCount unit { code } leader { code } members(first: 1) { totalCount nodes { code } } } } }`;
  interface Node {
    unit: { code: string };
    [field: string]: unknown;
  }
  interface Chart {
    orgChart: {
      totalCount: number;
      nodes: Node[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    } | null;
  }
  const chart = (unit: string, variables: object = {}) =>
    house.answer<Chart>('Sun', CHART, { unit: unitId(unit), ...variables });

  test('shows a subtree in the order of the tree', async () => {
    const { orgChart } = await chart('SALES', { day: '2020-01-01' });
    const row = (
      code: string,
      depth: number,
      parent: string,
      leader: string | null,
      counts: [number, number],
      first: string | null,
    ) => ({
      ...{
        depth,
        parentId: unitId(parent),
        vacant: leader === null,
        unit: { code },
        leader: leader && { code: leader },
      },
      ...{ memberCount: counts[0], deepMemberCount: counts[1] },
      members: { totalCount: counts[0], nodes: first ? [{ code: first }] : [] },
    });
    expect(orgChart!.nodes).toEqual([
      row('SALES', 0, 'COMPANY', 'Wang', [1, 7], 'Wang'),
      row('East', 1, 'SALES', 'Feng', [0, 4], null),
      row('East One', 2, 'East', 'Qian', [3, 3], 'Li'),
      row('East Two', 2, 'East', null, [1, 1], 'Zheng'),
      row('West', 1, 'SALES', 'Feng', [1, 2], 'Feng'),
      row('West One', 2, 'West', null, [1, 1], 'Zhou'),
    ]);
  });

  test('comes in pages, as deep as asked for', async () => {
    const all: string[] = [];
    let after: string | null = null;
    do {
      const { orgChart }: Chart = await chart('COMPANY', { first: 2, depth: 2, after });
      expect(orgChart!.totalCount).toBe(4);
      all.push(...orgChart!.nodes.map(({ unit }) => unit.code));
      after = orgChart!.pageInfo.hasNextPage ? orgChart!.pageInfo.endCursor : null;
    } while (after);
    expect(all).toEqual(['COMPANY', 'SALES', 'East', 'West']);
  });

  test('of a unit that does not exist on the day is null', async () => {
    expect(await chart('SALES', { day: '2015-12-31' })).toEqual({ orgChart: null });
    expect(await chart('North')).toEqual({ orgChart: null });
  });

  test('is refused with a depth below 0', async () => {
    expect(await house.refusal('Sun', CHART, { unit: unitId('SALES'), depth: -1 })).toBe('BAD_USER_INPUT depth');
  });
});
