/** Who reaches the records of a person or a unit, and why, as administrators ask. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES } from '@salesgraph/access';
import { changesOf, inUnit, mutation } from './changes.ts';
import { type House, openHouse, personId, TODAY, unitId } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const { newPerson } = changesOf(house);
  await newPerson('Ding', [inUnit('COMPANY', { role: 'SYSTEM_ADMINISTRATOR' })]);
  await newPerson('Bai', [inUnit('SALES', { role: 'TEAM_DEVELOPER' })]);
  const input = {
    ...{ fromId: personId('Zhao'), toId: personId('Chen'), from: TODAY, to: '2026-04-01', expectedVersion: 1 },
  };
  await house.answer('administrator', mutation('delegateDuties', 'id'), { input });
});
afterAll(() => house?.close());

interface Report {
  accounts: string[];
  totalCount: number;
  nodes: {
    employee: { code: string };
    grants: { role: string; via: string; unit: { code: string }; standsInFor: { code: string } | null }[];
  }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

const FIELDS = `accounts totalCount pageInfo { hasNextPage endCursor }
  nodes { employee { code } grants { role reach via unit { code } standsInFor { code } } }`;
const ask = async (caller: string, args: string) =>
  (await house.answer<{ accessReport: Report | null }>(caller, `{ accessReport(${args}) { ${FIELDS} } }`))
    .accessReport!;
const why = ({ nodes }: Report) =>
  nodes.map(({ employee, grants }) =>
    [
      employee.code,
      ...grants.map(({ role, via, unit, standsInFor }) => [role, via, unit.code, standsInFor?.code].join(' ')),
    ].join(': '),
  );

test('of a person', async () => {
  const report = await ask('Ding', `action: "move.propose", employee: "${personId('Sun')}"`);
  expect(why(report)).toEqual([
    'Chen: REGIONAL_MANAGER UNIT East Zhao',
    'Ding: SYSTEM_ADMINISTRATOR COMPANY_WIDE COMPANY ',
    'Qian: TEAM_LEADER UNIT East One ',
    'Wang: SALES_DIRECTOR COMPANY_WIDE SALES ',
    'Zhao: REGIONAL_MANAGER UNIT East ',
  ]);
  expect(report).toMatchObject({ totalCount: 5, accounts: ['ADMINISTRATOR'] });
});

test('of a unit', async () => {
  const report = await ask('administrator', `action: "reporting.read", unit: "${unitId('West One')}"`);
  expect(why(report)).toEqual([
    'Bai: TEAM_DEVELOPER COMPANY_WIDE SALES ',
    'Ding: SYSTEM_ADMINISTRATOR COMPANY_WIDE COMPANY ',
    'Feng: REGIONAL_MANAGER UNIT West ',
    'Wang: SALES_DIRECTOR COMPANY_WIDE SALES ',
  ]);
});

test('of something private there is no stand-in', async () => {
  const report = await ask('administrator', `action: "message.write", employee: "${personId('Zhao')}"`);
  expect(why(report)).toEqual(['Zhao: REGIONAL_MANAGER OWN_RECORD East ']);
});

test('agrees with what everybody sees of their permissions', async () => {
  const own = await ask('administrator', `action: "delegation.write", employee: "${personId('Chen')}"`);
  expect(why(own)).toContain('Chen: EMPLOYEE OWN_RECORD COMPANY ');
  expect(ROLES).toContain(own.nodes[0]!.grants[0]!.role);
});

test('is in pages', async () => {
  const of = `action: "directory.read", employee: "${personId('Sun')}"`;
  const whole = await ask('administrator', of);
  expect(whole).toMatchObject({ totalCount: 12, accounts: ['ADMINISTRATOR', 'IMPORTER'] });
  const seen: Report['nodes'] = [];
  let after: string | undefined;
  do {
    const page: Report = await ask('administrator', `${of}, first: 5${after ? `, after: "${after}"` : ''}`);
    seen.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
  } while (after);
  expect(seen).toEqual(whole.nodes);
});

describe('is refused', () => {
  test.each([
    ['for an unknown action', `action: "customer.sell", employee: "x"`, 'BAD_USER_INPUT action'],
    ['for nobody', `action: "customer.read"`, 'BAD_USER_INPUT employee'],
    ['for a person and a unit at once', `action: "customer.read", employee: "x", unit: "y"`, 'BAD_USER_INPUT employee'],
    [
      'after a cursor that is none',
      `action: "customer.read", employee: "${personId('Sun')}", after: "x"`,
      'BAD_USER_INPUT after',
    ],
  ])('%s', async (_, args, refusal) => {
    expect(await house.refusal('administrator', `{ accessReport(${args}) { totalCount } }`)).toBe(refusal);
  });

  test.each(['Wang', 'Sun', 'Bai', 'Chen', 'importer'])('to %s', async (caller) => {
    const args = `action: "customer.read", employee: "${personId('Sun')}"`;
    expect(await house.refusal(caller, `{ accessReport(${args}) { totalCount } }`)).toBe('FORBIDDEN');
  });
});

test('is null for what does not exist', async () => {
  for (const which of ['employee: "emp-none"', 'unit: "unit-none"']) {
    expect(await ask('administrator', `action: "customer.read", ${which}`)).toBeNull();
  }
});
