/** Who could follow in leading positions, and where nobody could. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changesOf, mutation } from './changes.ts';
import { type House, personId, TODAY, unitId } from './house.ts';
import { openLeadershipHouse } from './leadership.ts';

let house: House;
beforeAll(async () => {
  ({ house } = await openLeadershipHouse());
});
afterAll(() => house?.close());

const PLAN = 'id version role unit { code } successors { employee { code } readiness note reviewedOn standing }';

interface Plan {
  id: string;
  version: number;
  successors: { employee: { code: string }; readiness: string; note: string | null; standing: string }[];
}

const successor = (code: string, readiness = 'READY_NOW', more: object = {}) => ({
  ...{ employeeId: personId(code), readiness, note: `what ${code} needs`, reviewedOn: TODAY, ...more },
});
const input = (unit: string, role: string, successors: object[], more: object = {}) => ({
  ...{ unitId: unitId(unit), role, successors, ...more },
});
const plan = async (caller: string, given: object) =>
  (await house.answer<{ result: Plan }>(caller, mutation('planSuccession', PLAN), { input: given })).result;
const refused = (caller: string, given: object) =>
  house.refusal(caller, mutation('planSuccession', 'id'), { input: given });
const planOf = async (caller: string, unit: string, role: string) =>
  (
    await house.answer<{ successionPlan: Plan | null }>(
      caller,
      `query($unit: ID!, $role: Role!) { successionPlan(unit: $unit, role: $role) { ${PLAN} } }`,
      { unit: unitId(unit), role },
    )
  ).successionPlan;
const gaps = async (caller: string, args = '') => {
  const { successionGaps } = await house.answer<{
    successionGaps: {
      totalCount: number;
      nodes: { unit: { code: string }; role: string; leader: { code: string } | null }[];
    };
  }>(
    caller,
    `{ successionGaps${args} { totalCount nodes { unit { code } role leader { code } plan { successors { readiness } } } } }`,
  );
  return successionGaps;
};

describe('a succession plan', () => {
  test('is kept in order, replaced at its version, and repeated by its key', async () => {
    const given = input('West', 'REGIONAL_MANAGER', [successor('Shen'), successor('Zhou', 'IN_TWO_YEARS')], {
      idempotencyKey: 'bench 1',
    });
    const first = await plan('Wang', given);
    expect(first).toMatchObject({ version: 1, unit: { code: 'West' }, role: 'REGIONAL_MANAGER' });
    expect(await plan('Wang', given)).toEqual(first);
    expect(await refused('Wang', input('West', 'REGIONAL_MANAGER', []))).toBe('CONFLICT expectedVersion');
    const next = [successor('Zhou', 'IN_ONE_YEAR'), successor('Shen', 'READY_NOW', { note: null }), successor('Feng')];
    const second = await plan('Deng', input('West', 'REGIONAL_MANAGER', next, { expectedVersion: 1 }));
    expect(second.successors.map((one) => [one.employee.code, one.readiness, one.note, one.standing])).toEqual([
      ['Zhou', 'IN_ONE_YEAR', 'what Zhou needs', 'AVAILABLE'],
      ['Shen', 'READY_NOW', null, 'AVAILABLE'],
      ['Feng', 'READY_NOW', 'what Feng needs', 'LEADS_ALREADY'],
    ]);
    expect(second).toMatchObject({ id: first.id, version: 2 });
    const { unit } = await house.answer<{ unit: { successionPlans: Plan[] } }>(
      'Feng',
      `{ unit(code: "West") { successionPlans { ${PLAN} } } }`,
    );
    // What is written of a person is not shown to that person.
    expect(unit.successionPlans[0]!.successors.map(({ note }) => note)).toEqual(['what Zhou needs', null, null]);
  });

  test('tells who has left since', async () => {
    const { newPerson } = changesOf(house);
    const { id } = await newPerson('Passing');
    await plan('Wang', input('East', 'REGIONAL_MANAGER', [successor('Passing')]));
    expect((await gaps('Wang', `(unit: "${unitId('East')}", deep: false)`)).totalCount).toBe(0);
    const leave = { employeeId: id, on: TODAY, reason: 'moves', expectedVersion: 1 };
    await house.answer('administrator', mutation('endEmployment', 'id'), { input: leave });
    expect((await planOf('Wang', 'East', 'REGIONAL_MANAGER'))!.successors).toMatchObject([{ standing: 'HAS_LEFT' }]);
    expect((await gaps('Wang', `(unit: "${unitId('East')}", deep: false)`)).totalCount).toBe(1);
    expect(
      await refused('Wang', input('East', 'REGIONAL_MANAGER', [successor('Passing')], { expectedVersion: 1 })),
    ).toBe('CONFLICT successors.0.employeeId');
  });

  test.each<[string, object, string]>([
    ['a role that leads no region', input('West', 'TEAM_LEADER', []), 'BAD_USER_INPUT role'],
    [
      'somebody twice',
      input('East', 'DEPUTY_DIRECTOR', [successor('Sun'), successor('Sun')]),
      'BAD_USER_INPUT successors.1.employeeId',
    ],
    ['somebody unknown', input('East', 'DEPUTY_DIRECTOR', [successor('No')]), 'BAD_USER_INPUT successors.0.employeeId'],
    [
      'a review to come',
      input('East', 'DEPUTY_DIRECTOR', [successor('Sun', 'READY_NOW', { reviewedOn: '2026-03-17' })]),
      'BAD_USER_INPUT successors.0.reviewedOn',
    ],
    [
      'too many',
      input(
        'East',
        'DEPUTY_DIRECTOR',
        Array.from({ length: 21 }, () => successor('Sun')),
      ),
      'TOO_MANY',
    ],
    ['a unit that nobody has', { unitId: 'unit-none', role: 'TEAM_LEADER', successors: [] }, 'BAD_USER_INPUT unitId'],
  ])('with %s is refused', async (_, given, refusal) => {
    expect(await refused('Wang', given)).toBe(refusal);
  });
});

describe('gaps', () => {
  test('are the positions that nobody could fill in time', async () => {
    const all = await gaps('Wang');
    expect(all.nodes.map(({ unit, role, leader }) => [unit.code, role, leader?.code ?? null])).toEqual([
      ['COMPANY', 'SALES_DIRECTOR', null],
      ['East', 'REGIONAL_MANAGER', 'Zhao'],
      ['East One', 'TEAM_LEADER', 'Qian'],
      ['East Two', 'TEAM_LEADER', 'Wu'],
      ['SALES', 'SALES_DIRECTOR', 'Wang'],
      ['West One', 'TEAM_LEADER', null],
    ]);
    await plan('Wang', input('West One', 'TEAM_LEADER', [successor('Zhou', 'IN_ONE_YEAR')]));
    const west = `unit: "${unitId('West')}"`;
    expect((await gaps('Wang', `(${west})`)).nodes.map(({ unit }) => unit.code)).toEqual(['West One']);
    expect((await gaps('Wang', `(${west}, within: IN_ONE_YEAR)`)).totalCount).toBe(0);
    for (const unit of ['', 'nothing']) expect((await gaps('Wang', `(unit: "${unit}")`)).totalCount).toBe(0);
    expect((await gaps('Wang', `(${west}, deep: false)`)).totalCount).toBe(0);
  });
});

/** Caller: sees and plans who could follow in West, in East. */
const TABLE: [string, 'yes' | 'no' | 'hidden', 'yes' | 'no' | 'hidden'][] = [
  ['administrator', 'yes', 'yes'],
  ['importer', 'no', 'no'],
  ['Wang', 'yes', 'yes'],
  ['Deng', 'yes', 'yes'],
  ['Shen', 'yes', 'hidden'],
  ['Feng', 'yes', 'hidden'],
  ['Zhao', 'hidden', 'yes'],
  ['Qian', 'no', 'no'],
  ['Sun', 'no', 'no'],
  ['Chen', 'no', 'no'],
];

describe.each(TABLE)('%s', (caller, west, east) => {
  test.each([
    ['West', west],
    ['East', east],
  ])(`finds the plan of %s: %s`, async (unit, reach) => {
    const id = (await planOf('Wang', unit, 'REGIONAL_MANAGER'))!.id;
    const asked = async (unitOf: string, planId: string) => {
      const before = house.service.commands();
      const answer = await house.ask(
        caller,
        `query($unit: ID!, $of: [_Any!]!) { _entities(representations: $of) { ... on SuccessionPlan { version } }
          successionPlan(unit: $unit, role: REGIONAL_MANAGER) { version } successionGaps(unit: $unit, within: IN_TWO_YEARS) { totalCount } }`,
        { unit: unitOf, of: [{ __typename: 'SuccessionPlan', id: planId }] },
      );
      return { answer, calls: house.service.commands() - before };
    };
    await asked('unit-none', 'suc-none');
    const [found, absent] = [await asked(unitId(unit), id), await asked('unit-none', 'suc-none')];
    const outcome = await refused(caller, input(unit, 'REGIONAL_MANAGER', [], { expectedVersion: 4711 }));
    if (reach === 'yes') {
      expect(found.answer.data).toMatchObject({ successionPlan: { version: expect.any(Number) } });
      expect(outcome).toBe('CONFLICT expectedVersion');
    } else {
      expect(found).toEqual(absent);
      expect(outcome).toBe(reach === 'no' ? 'FORBIDDEN' : 'BAD_USER_INPUT unitId');
    }
  });
});
