/** A whole company taken over from another system, again and again. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mutation } from './changes.ts';
import { company, type House, openHouse, unitId } from './house.ts';

const factor = Number(process.env.TEST_FACTOR ?? '0.1');

let house: House;
beforeAll(async () => {
  house = await openHouse({ empty: true });
});
afterAll(() => house?.close());

const works = (unitCode: string, from = '2016-01-01', to: string | null = null, more: object = {}) => ({
  ...{ unitCode, role: 'SALES_ENGINEER', primary: true, leader: false, from, to },
  ...more,
});

/** How many events of each type have been told. */
async function told(): Promise<Record<string, number>> {
  await house.service.drainEvents();
  const { organizationEvents } = await house.answer<{
    organizationEvents: { produced: { type: string; count: number }[] };
  }>('administrator', '{ organizationEvents { produced { type count } } }');
  return Object.fromEntries(organizationEvents.produced.map(({ type, count }) => [type, count]));
}

describe('an import', () => {
  test('takes units in any order, and the same again changes nothing', async () => {
    const rows = company().orgUnits();
    expect(await house.import('importOrgUnits', rows.toReversed())).toMatchObject({
      accepted: 7,
      created: 7,
      rejected: 0,
    });
    expect(await house.import('importOrgUnits', rows)).toMatchObject({ accepted: 7, unchanged: 7, rejected: 0 });
    const { units } = await house.answer<{ units: { nodes: { version: number }[] } }>(
      'importer',
      '{ units { nodes { version } } }',
    );
    expect(units.nodes.every(({ version }) => version === 1)).toBe(true);
  });

  test('takes people, and the same again changes nothing', async () => {
    const rows = company().employees();
    expect(await house.import('importEmployees', rows)).toMatchObject({
      accepted: 10,
      created: 10,
      rejected: 0,
      warnings: 0,
    });
    const before = await told();
    expect(before).toEqual({ 'organization.employee.changed': 10, 'organization.unit.changed': 7 });
    expect(await house.import('importEmployees', rows)).toMatchObject({ accepted: 10, unchanged: 10, rejected: 0 });
    expect(await house.import('importOrgUnits', company().orgUnits())).toMatchObject({ unchanged: 7 });
    expect(await told()).toEqual(before);
  });

  test('rejects bad rows with their reasons and takes the others', async () => {
    const result = await house.import('importEmployees', [
      { code: 'New', name: 'New', hiredOn: '2017-01-01', assignments: [works('East One')] },
      { code: 'Empty', name: 'Empty', assignments: [works('East One', '2018-01-01', '2018-01-01')] },
      { code: 'Lost', name: 'Lost', assignments: [works('North Pole')] },
      { code: 'Rival', name: 'Rival', assignments: [works('East One', '2020-01-01', null, { leader: true })] },
    ]);
    expect(result).toMatchObject({ accepted: 1, created: 1, rejected: 3, warnings: 1 });
    expect(
      result.rows.map(({ outcome, faults }) => [outcome, ...faults.map(({ field, code }) => `${field} ${code}`)]),
    ).toEqual([
      ['CREATED'],
      ['REJECTED', 'assignments.0.to BAD_VALUE'],
      ['REJECTED', 'assignments.0.unitCode UNKNOWN_REFERENCE'],
      ['REJECTED', 'assignments.0.leader CONFLICT'],
    ]);
    expect(result.rows[1]!.faults[0]!.message).toBe('is empty: it begins and ends on 2018-01-01');
    expect(result.rows[0]!.warnings).toMatchObject([{ field: 'assignments.0.from', code: 'BEFORE_HIRE' }]);
  });

  test('does not end a unit in which people still are', async () => {
    const [row] = company()
      .orgUnits()
      .filter(({ code }) => code === 'West One');
    const result = await house.import('importOrgUnits', [{ ...row, to: '2020-01-01' }]);
    expect(result.rows[0]).toMatchObject({ outcome: 'REJECTED', faults: [{ field: 'to', code: 'CONFLICT' }] });
  });

  test('leaves who began what was there, and names who imports what is new', async () => {
    const row = (...assignments: object[]) => ({ code: 'Traced', name: 'Traced', assignments });
    await house.answer('administrator', mutation('hireEmployee', 'id'), {
      input: {
        ...{ code: 'Traced', name: 'Traced', unitId: unitId('East One'), role: 'SALES_ENGINEER' },
        ...{ from: '2016-01-01', reason: 'growth' },
      },
    });
    await house.import('importEmployees', [
      { ...row(works('East One', '2016-01-01', '2020-01-01'), works('West One', '2020-01-01')), hiredOn: '2016-01-01' },
    ]);
    const { employee } = await house.answer<{ employee: object }>(
      'administrator',
      '{ employee(code: "Traced") { assignments(all: true) { to reason changedBy } } }',
    );
    expect(employee).toEqual({
      assignments: [
        { to: '2020-01-01', reason: 'growth', changedBy: 'administrator' },
        { to: null, reason: null, changedBy: 'importer' },
      ],
    });
  });

  test('takes 500 rows at most', async () => {
    const rows = Array.from({ length: 501 }, (_, n) => ({ code: `P${n}`, name: 'P', assignments: [] }));
    const document = 'mutation($rows: [EmployeeRow!]!) { importEmployees(rows: $rows) { accepted } }';
    expect(await house.refusal('importer', document, { rows })).toBe('BAD_USER_INPUT rows');
  });

  test('met by another one at the same moment ends as if they had come one after the other', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => ({
      code: `Twin ${n}`,
      name: 'Twin',
      assignments: [works('West One')],
    }));
    const results = await Promise.all([house.import('importEmployees', rows), house.import('importEmployees', rows)]);
    expect(results.map(({ created, unchanged, rejected }) => [created, unchanged, rejected]).sort()).toEqual([
      [0, 30, 0],
      [30, 0, 0],
    ]);
  });
});

test('thousands of people with history are taken over, counted by day, and unchanged the second time', async () => {
  const people = Math.round(10_000 * factor);
  const teams = ['East One', 'East Two', 'West One'];
  const rows = Array.from({ length: people }, (_, n) => {
    const moves = n % 2 === 0;
    const [first, second] = [teams[n % 3]!, teams[(n + 1) % 3]!];
    return {
      code: `E${String(n).padStart(5, '0')}`,
      name: `Employee ${n}`,
      hiredOn: '2016-01-01',
      assignments: moves
        ? [works(first, '2017-01-01', '2018-01-01'), works(second, '2018-01-01')]
        : [works(first, '2017-01-01', n % 5 === 0 ? '2018-01-01' : null)],
    };
  });
  const count = async (day: string) => {
    const { company: root } = await house.answer<{ company: { memberCount: number } }>(
      'importer',
      'query($day: Date) { company(asOf: $day) { memberCount(deep: true) } }',
      { day },
    );
    return root.memberCount;
  };
  const before = [await count('2017-06-30'), await count('2018-06-30')];
  for (const outcome of ['created', 'unchanged'] as const) {
    let taken = 0;
    for (let at = 0; at < rows.length; at += 500)
      taken += (await house.import('importEmployees', rows.slice(at, at + 500)))[outcome];
    expect(taken).toBe(people);
  }
  const left = rows.filter((_, n) => n % 2 !== 0 && n % 5 === 0).length;
  expect([await count('2017-06-30'), await count('2018-06-30')]).toEqual([
    before[0]! + people,
    before[1]! + people - left,
  ]);
}, 120_000);
