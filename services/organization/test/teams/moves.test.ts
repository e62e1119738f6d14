/** Moves through the graph: proposed, decided, carried out, overtaken. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { lookAfterMoves } from '../../src/teams/moves/moves.jobs.ts';
import { mutation } from '../changes.ts';
import { personId, TODAY, unitId } from '../house.ts';
import { openTeamHouse, type TeamHouse } from './house.ts';

const MOVE =
  'id version state fromRole toRole on reason proposedBy mayApprove employee { code } fromUnit { code } toUnit { code } decision { by reason }';
const DAY = '2026-04-01';

interface Move {
  id: string;
  version: number;
  state: string;
  mayApprove: boolean;
  [field: string]: unknown;
}

let house: TeamHouse;
/** An engineer of East One, another one in every test. */
let sun = '';
let count = 0;
beforeAll(async () => {
  house = await openTeamHouse();
});
afterAll(() => house?.close());
beforeEach(async () => {
  count += 1;
  sun = `Sun ${count}`;
  await house.hire(sun, { unitId: unitId('East One'), role: 'SALES_ENGINEER', from: '2020-01-01' });
});
afterEach(() => house.service.clock.set(`${TODAY}T04:00:00Z`));

const change = async (caller: string, field: string, input: object) =>
  (await house.answer<{ result: Move }>(caller, mutation(field, MOVE), { input })).result;
const refused = (caller: string, field: string, input: object) =>
  house.refusal(caller, mutation(field, 'id'), { input });
const wish = (more: object = {}) => ({
  ...{ employeeId: personId(sun), toUnitId: unitId('East Two'), on: DAY, reason: 'more customers there', ...more },
});
const propose = (caller = 'Qian', more: object = {}) => change(caller, 'proposeMove', wish(more));
const read = async (caller: string, id: string) =>
  (
    await house.answer<{ moveProposal: Move | null }>(caller, `query($id: ID!) { moveProposal(id: $id) { ${MOVE} } }`, {
      id,
    })
  ).moveProposal;
/** The unit and the manager of a person on a day. */
const placeOf = async (code: string, day: string) => {
  const { employee } = await house.answer<{
    employee: { version: number; unit: { code: string } | null; manager: { code: string } | null };
  }>(
    'Wang',
    'query($code: String, $day: Date) { employee(code: $code) { version unit(asOf: $day) { code } manager(asOf: $day) { code } } }',
    {
      code,
      day,
    },
  );
  return { unit: employee.unit?.code, manager: employee.manager?.code, version: employee.version };
};
const transfer = async (code: string, to: string, from: string) => {
  const { version } = await placeOf(code, TODAY);
  const input = { employeeId: personId(code), unitId: unitId(to), from, expectedVersion: version };
  await house.answer('administrator', mutation('transferEmployee', 'id'), { input });
};

const cancelPlan = (code: string, expectedVersion: number) =>
  house.answer('administrator', mutation('cancelPlannedEmployeeChange', 'id'), {
    input: { employeeId: personId(code), on: DAY, expectedVersion, reason: 'stays' },
  });
/** What was told of moves of the engineer of the test. */
const toldOfSun = async () =>
  (await house.toldOfType('organization.move.changed')).filter(
    ({ data }) => (data as { employeeId: string }).employeeId === personId(sun),
  );

describe('a move within a region', () => {
  test('is proposed by the leader, approved by the regional manager, planned at once and done on its day', async () => {
    const move = await propose('Qian', { idempotencyKey: 'p' });
    expect(move).toMatchObject({
      ...{ version: 1, state: 'PROPOSED', on: DAY, proposedBy: 'Qian', mayApprove: false, decision: null },
      ...{
        employee: { code: sun },
        fromUnit: { code: 'East One' },
        toUnit: { code: 'East Two' },
        toRole: 'SALES_ENGINEER',
      },
    });
    expect(await propose('Qian', { idempotencyKey: 'p' })).toEqual(move);
    expect(await read('Zhao', move.id)).toMatchObject({ mayApprove: true });

    const input = { id: move.id, reason: 'good for both', expectedVersion: 1, idempotencyKey: 'a' };
    const approved = await change('Zhao', 'approveMove', input);
    expect(approved).toMatchObject({
      version: 2,
      state: 'APPROVED',
      decision: { by: 'Zhao', reason: 'good for both' },
    });
    expect(await change('Zhao', 'approveMove', input)).toEqual(approved);
    expect(await placeOf(sun, '2026-03-31')).toEqual({ unit: 'East One', manager: 'Qian', version: 2 });
    expect(await placeOf(sun, DAY)).toEqual({ unit: 'East Two', manager: 'Wu', version: 2 });

    await lookAfterMoves(house.teams);
    expect(await read('Zhao', move.id)).toMatchObject({ version: 2 });
    house.service.clock.set(`${DAY}T00:00:00Z`);
    await lookAfterMoves(house.teams);
    expect(await lookAfterMoves(house.teams)).toEqual({ expired: 0, settled: 0 });
    expect(await read('Zhao', move.id)).toMatchObject({ version: 3, state: 'DONE', decision: { by: 'Zhao' } });
    const { employees } = await house.answer<{ employees: { nodes: { code: string }[] } }>(
      'Wu',
      `{ employees(unit: "${unitId('East Two')}") { nodes { code } } }`,
    );
    expect(employees.nodes.map(({ code }) => code)).toEqual(expect.arrayContaining([sun, 'Wu', 'Zheng']));

    const events = await house.told('organization.move.changed', move.id);
    expect(events.map(({ actor, data }) => [actor, (data as { change: { action: string } }).change.action])).toEqual([
      ['Qian', 'move.propose'],
      ['Zhao', 'move.approve'],
      ['schedule', 'move.complete'],
    ]);
    const [, transferred] = await house.told('organization.employee.changed', personId(sun));
    expect(transferred).toMatchObject({
      actor: 'Zhao',
      data: { change: { action: 'employee.transfer', reason: 'more customers there' } },
    });
  });

  test('takes effect at once when its day is today', async () => {
    const { id } = await propose('Wu', { on: TODAY });
    await change('Zhao', 'approveMove', { id, expectedVersion: 1 });
    expect(await placeOf(sun, TODAY)).toMatchObject({ unit: 'East Two', manager: 'Wu' });
    await lookAfterMoves(house.teams);
    expect(await read('Zhao', id)).toMatchObject({ state: 'DONE' });
  });

  test('of a leader leaves the team vacant', async () => {
    const { id } = await propose('Zhao', { employeeId: personId('Qian'), toRole: 'SALES_ENGINEER' });
    await change('Wang', 'approveMove', { id, expectedVersion: 1 });
    expect(await placeOf(sun, DAY)).toMatchObject({ unit: 'East One', manager: 'Zhao' });
    const { version, ...place } = await placeOf('Qian', DAY);
    expect(place).toEqual({ unit: 'East Two', manager: 'Wu' });
    await cancelPlan('Qian', version);
    expect(await placeOf(sun, DAY)).toMatchObject({ unit: 'East One', manager: 'Qian' });
  });
});

describe('a proposal', () => {
  test.each<[string, string, object, string]>([
    ['by an engineer', 'Sun', {}, 'FORBIDDEN'],
    ['by the leader of neither unit', 'Feng', {}, 'FORBIDDEN'],
    ['of somebody who is not there', 'Qian', { employeeId: 'emp-nobody' }, 'NOT_FOUND'],
    ['to a unit that is not there', 'Qian', { toUnitId: 'unit-nowhere' }, 'BAD_USER_INPUT toUnitId'],
    ['to where the person is', 'Qian', { toUnitId: unitId('East One') }, 'CONFLICT toUnitId'],
    ['for yesterday', 'Qian', { on: '2026-03-15' }, 'BAD_USER_INPUT on'],
    ['without a reason', 'Qian', { reason: ' ' }, 'BAD_USER_INPUT reason'],
  ])('%s is refused, and nothing is written', async (_, caller, more, expected) => {
    expect(await refused(caller, 'proposeMove', wish(more))).toBe(expected);
    expect(await toldOfSun()).toEqual([]);
  });

  test('is the only open one of its person; after it was taken back there may be another', async () => {
    const first = await propose();
    expect(await refused('Wu', 'proposeMove', wish())).toBe('CONFLICT employeeId');
    expect(await refused('Wu', 'withdrawMove', { id: first.id, expectedVersion: 1 })).toBe('FORBIDDEN');
    const input = { id: first.id, reason: 'a mistake', expectedVersion: 1, idempotencyKey: 'w' };
    const withdrawn = await change('Qian', 'withdrawMove', input);
    expect(withdrawn).toMatchObject({ state: 'WITHDRAWN', decision: { by: 'Qian', reason: 'a mistake' } });
    expect(await change('Qian', 'withdrawMove', input)).toEqual(withdrawn);
    expect(await propose('Wu')).toMatchObject({ state: 'PROPOSED', proposedBy: 'Wu' });
  });

  test('made by two at the same moment is made by one', async () => {
    const answers = await Promise.all([refused('Qian', 'proposeMove', wish()), refused('Wu', 'proposeMove', wish())]);
    expect(answers.filter((answer) => answer === 'CONFLICT employeeId')).toHaveLength(1);
    expect(await toldOfSun()).toHaveLength(1);
  });

  test('expires once its day has passed without a decision, and cannot be approved from then on, schedule or not', async () => {
    const { id } = await propose();
    house.service.clock.set(`${DAY}T04:00:00Z`);
    await lookAfterMoves(house.teams);
    expect(await read('Zhao', id)).toMatchObject({ state: 'PROPOSED' });
    house.service.clock.set('2026-04-02T04:00:00Z');
    expect(await refused('Zhao', 'approveMove', { id, expectedVersion: 1 })).toBe('CONFLICT on');
    await Promise.all([lookAfterMoves(house.teams), lookAfterMoves(house.teams)]);
    expect(await toldOfSun()).toHaveLength(2);
    expect(await read('Zhao', id)).toMatchObject({ state: 'EXPIRED', version: 2, decision: { by: 'schedule' } });
    expect(await refused('Zhao', 'approveMove', { id, expectedVersion: 2 })).toBe('CONFLICT id');
    expect(await placeOf(sun, '2026-04-02')).toMatchObject({ unit: 'East One', version: 1 });
  });

  test('is turned down with a reason', async () => {
    const { id } = await propose();
    expect(await refused('Zhao', 'rejectMove', { id, reason: '', expectedVersion: 1 })).toBe('BAD_USER_INPUT reason');
    expect(await change('Zhao', 'rejectMove', { id, reason: 'not now', expectedVersion: 1 })).toMatchObject({
      ...{ state: 'REJECTED', decision: { by: 'Zhao', reason: 'not now' } },
    });
    expect(await placeOf(sun, DAY)).toMatchObject({ unit: 'East One', version: 1 });
  });
});

describe('a decision', () => {
  /** Who may decide on a move of Sun, by hand: proposer, target, who tries, and what comes of it. */
  test.each<[string, string, string, string]>([
    ['Qian', 'East Two', 'Qian', 'FORBIDDEN'],
    ['Qian', 'East Two', 'Wu', 'FORBIDDEN'],
    ['Qian', 'East Two', 'Sun', 'FORBIDDEN'],
    ['Qian', 'East Two', 'Chen', 'FORBIDDEN'],
    ['Qian', 'East Two', 'Feng', 'NOT_FOUND'],
    ['Qian', 'East Two', 'importer', 'FORBIDDEN'],
    ['Qian', 'East Two', 'Zhao', 'taken'],
    ['Qian', 'East Two', 'Wang', 'taken'],
    ['Zhao', 'East Two', 'Zhao', 'FORBIDDEN'],
    ['Zhao', 'East Two', 'Wang', 'taken'],
    ['Qian', 'West One', 'Zhao', 'FORBIDDEN'],
    ['Qian', 'West One', 'Feng', 'FORBIDDEN'],
    ['Qian', 'West One', 'Wang', 'taken'],
    ['Wang', 'West One', 'Wang', 'FORBIDDEN'],
    ['Wang', 'West One', 'administrator', 'taken'],
  ])('on what %s proposes, to %s, by %s: %s', async (proposer, to, who, expected) => {
    const { id } = await propose(proposer, { toUnitId: unitId(to) });
    const before = await placeOf(sun, DAY);
    expect((await refused(who, 'approveMove', { id, expectedVersion: 1 })).split(':')[0]).toBe(expected);
    if (expected !== 'taken') expect(await placeOf(sun, DAY)).toEqual(before);
  });

  /** By hand: the wanted role, who approves, and what comes of it. */
  test.each<[string, string, string]>([
    ['SALES_ENGINEER', 'Zhao', 'taken'],
    ['TEAM_LEADER', 'Zhao', 'taken'],
    ['REGIONAL_MANAGER', 'Zhao', 'taken'],
    ['SALES_DIRECTOR', 'Zhao', 'FORBIDDEN'],
    ['SALES_ANALYST', 'Zhao', 'FORBIDDEN'],
    ['TEAM_DEVELOPER', 'Zhao', 'FORBIDDEN'],
    ['SYSTEM_ADMINISTRATOR', 'Zhao', 'FORBIDDEN'],
    ['SALES_DIRECTOR', 'Wang', 'taken'],
    ['SYSTEM_ADMINISTRATOR', 'Wang', 'FORBIDDEN'],
    ['SYSTEM_ADMINISTRATOR', 'administrator', 'taken'],
  ])('never hands on more than one has: %s by %s: %s', async (toRole, who, expected) => {
    const { id } = await propose('Qian', { toRole });
    expect(await read(who, id)).toMatchObject({ mayApprove: expected === 'taken' });
    expect((await refused(who, 'approveMove', { id, expectedVersion: 1 })).split(':')[0]).toBe(expected);
  });

  test('across regions is for a deputy who holds both', async () => {
    const held = (code: string, primary: boolean) => ({
      ...{ unitCode: code, role: 'DEPUTY_DIRECTOR', primary, leader: false, from: '2016-01-01', to: null },
    });
    await house.import('importEmployees', [
      { code: 'Deng', name: 'Deng', assignments: [held('East', true), held('West', false)] },
    ]);
    const { id } = await propose('Zhao', { toUnitId: unitId('West One') });
    expect(await refused('Feng', 'approveMove', { id, expectedVersion: 1 })).toBe('FORBIDDEN');
    expect(await change('Deng', 'approveMove', { id, expectedVersion: 1 })).toMatchObject({ state: 'APPROVED' });
    expect(await placeOf(sun, DAY)).toMatchObject({ unit: 'West One', manager: 'Feng' });
  });

  test('on a person who has changed meanwhile is a conflict that names what', async () => {
    const { id } = await propose();
    await transfer(sun, 'West One', '2026-03-20');
    const input = { id, expectedVersion: 1 };
    expect(await refused('Wang', 'approveMove', input)).toBe('CONFLICT fromUnit');
    expect(await read('Wang', id)).toMatchObject({ state: 'PROPOSED', version: 1 });
    const other = await propose('Qian', { employeeId: personId('Li') });
    await house.leave('Li', '2026-03-25');
    expect(await refused('Zhao', 'approveMove', { id: other.id, expectedVersion: 1 })).toBe('CONFLICT employee');
  });

  test('on a unit that has been closed meanwhile is a conflict that names it', async () => {
    const unit = await house.answer<{ result: { id: string } }>('administrator', mutation('createOrgUnit', 'id'), {
      input: { code: 'East New', name: 'East New', kind: 'TEAM', parentCode: 'East', from: '2026-01-01' },
    });
    const { id } = await propose('Qian', { toUnitId: unit.result.id });
    const input = { id: unit.result.id, to: '2026-05-01', reason: 'too small', expectedVersion: 1 };
    await house.answer('administrator', mutation('closeOrgUnit', 'id'), { input });
    expect(await refused('Zhao', 'approveMove', { id, expectedVersion: 1 })).toBe('CONFLICT toUnitId');
  });

  test('by two at the same moment is made by one, and the person moves once', async () => {
    const { id } = await propose();
    const answers = await Promise.all(
      ['Zhao', 'Wang'].map((who) => refused(who, 'approveMove', { id, expectedVersion: 1 })),
    );
    expect(answers.map((answer) => answer.split(':')[0]).sort()).toEqual(['CONFLICT expectedVersion', 'taken']);
    expect(await placeOf(sun, DAY)).toMatchObject({ unit: 'East Two', version: 2 });
  });

  test('that cannot be written with its transfer is not written at all', async () => {
    const { id } = await propose();
    const people = house.service.connection.collection<{ _id: string }>('org_people');
    // A person whose last fifty changes have not been told yet cannot be changed.
    const outbox = Array.from({ length: 50 }, (_, n) => ({ id: `x-${n}`, seq: n }));
    const { outbox: before } = (await people.findOne({ _id: personId(sun) })) as unknown as { outbox?: unknown[] };
    await people.updateOne({ _id: personId(sun) }, { $set: { outbox } } as object);
    expect(await refused('Zhao', 'approveMove', { id, expectedVersion: 1 })).toBe('UNAVAILABLE');
    await people.updateOne({ _id: personId(sun) }, { $set: { outbox: before ?? [] } } as object);
    expect(await read('Zhao', id)).toMatchObject({ state: 'PROPOSED', version: 1 });
    expect(await placeOf(sun, DAY)).toMatchObject({ unit: 'East One', version: 1 });
    expect(await change('Zhao', 'approveMove', { id, expectedVersion: 1 })).toMatchObject({ state: 'APPROVED' });
  });

  test('whose plan is taken back before its day is overtaken on it', async () => {
    const { id } = await propose();
    await change('Zhao', 'approveMove', { id, expectedVersion: 1 });
    await cancelPlan(sun, 2);
    house.service.clock.set(`${DAY}T04:00:00Z`);
    await lookAfterMoves(house.teams);
    expect(await read('Zhao', id)).toMatchObject({ state: 'OVERTAKEN', decision: { by: 'Zhao' } });
    expect(await placeOf(sun, DAY)).toMatchObject({ unit: 'East One' });
  });
});

describe('what is hidden', () => {
  test('looks like what is absent, to who reads and to who decides, in code and in number of calls', async () => {
    const { id } = await propose();
    const ask = async (caller: string, wanted: string) => {
      const before = house.service.commands();
      const seen = await read(caller, wanted);
      const write = await refused(caller, 'approveMove', { id: wanted, expectedVersion: 1 });
      return { seen, write, calls: house.service.commands() - before };
    };
    const hidden = await ask('Feng', id);
    expect(hidden).toEqual(await ask('Feng', 'mov-nothing'));
    expect(hidden).toMatchObject({ seen: null, write: 'NOT_FOUND' });
  });

  test('is not in lists nor in their counts', async () => {
    await propose();
    await propose('Feng', { employeeId: personId('Zhou'), toUnitId: unitId('East Two') });
    await propose('Feng', { employeeId: personId('Feng'), toUnitId: unitId('West One') });
    const list = async (caller: string, more = '') => {
      const { moveProposals } = await house.answer<{
        moveProposals: { totalCount: number; nodes: { employee: { code: string } }[] };
      }>(caller, `{ moveProposals(first: 200${more}) { totalCount nodes { employee { code } } } }`);
      const codes = moveProposals.nodes.map(({ employee }) => employee.code);
      expect(moveProposals.totalCount).toBe(codes.length);
      return ['Feng', 'Zhou', sun].filter((code) => codes.includes(code));
    };
    expect(await list('Wang')).toEqual(['Feng', 'Zhou', sun]);
    expect(await list('Zhao')).toEqual(['Zhou', sun]);
    expect(await list('Qian')).toEqual([sun]);
    expect(await list('Wu')).toEqual(['Zhou', sun]);
    expect(await list('Feng')).toEqual(['Feng', 'Zhou']);
    expect(await list('Feng', `, unit: "${unitId('East')}"`)).toEqual(['Zhou']);
    for (const unit of ['', 'nothing']) {
      for (const deep of [true, false]) expect(await list('Wang', `, unit: "${unit}", deep: ${deep}`)).toEqual([]);
    }
    expect(await list('Wang', ', unit: null')).toEqual(['Feng', 'Zhou', sun]);
    expect(await list('Wang', ', state: WITHDRAWN')).toEqual([]);
    expect(await house.refusal('Sun', '{ moveProposals { totalCount } }')).toBe('FORBIDDEN');
  });
});
