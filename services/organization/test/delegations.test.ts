/** Who stands in for whom, through the graph. */
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { changesOf, inUnit, mutation } from './changes.ts';
import { type House, openHouse, personId, TODAY, unitId } from './house.ts';

let house: House | undefined;
let at: House;
beforeEach(async () => {
  await house?.close();
  house = at = await openHouse();
});
afterAll(() => house?.close());

const SHOWN = `code version standsInFor { id absent { code } standIn { code } from to reason arrangedBy }`;
const APRIL = { from: '2026-04-01', to: '2026-05-01' };
const NOW = { from: TODAY, to: '2026-04-01' };

interface Shown {
  code: string;
  version: number;
  standsInFor: { id: string; reason: string | null; arrangedBy: string | null }[];
}

const absence = (from: string, to: string, more: object = {}) => ({
  ...{ fromId: personId(from), toId: personId(to), expectedVersion: 1 },
  ...NOW,
  ...more,
});
const delegate = async (caller: string, input: object) =>
  (await at.answer<{ result: Shown }>(caller, mutation('delegateDuties', SHOWN), { input })).result;
const refused = (caller: string, input: object, field = 'delegateDuties') =>
  at.refusal(caller, mutation(field, 'code'), { input });
const permissions = async (caller: string) =>
  (await at.answer<{ me: { permissions: string[] } }>(caller, '{ me { permissions } }')).me.permissions;

test('who stands in has the permissions of the absent one as long as it lasts', async () => {
  const before = await permissions('Sun');
  expect(before).not.toContain('move.propose');
  const shown = await delegate('Qian', absence('Qian', 'Sun', { reason: ' parental leave ' }));
  expect(shown).toEqual({
    ...{ code: 'Sun', version: 2 },
    standsInFor: [
      {
        ...{ id: expect.any(String), absent: { code: 'Qian' }, standIn: { code: 'Sun' }, ...NOW },
        ...{ reason: 'parental leave', arrangedBy: 'Qian' },
      },
    ],
  });
  expect(await permissions('Sun')).toEqual([...new Set([...before, ...(await permissions('Qian'))])].sort());
  const seen = await at.answer('administrator', '{ employee(code: "Sun") { permissions } }');
  expect(seen).toEqual({ employee: { permissions: await permissions('Sun') } });
  at.service.clock.set('2026-03-31T15:59:59Z');
  expect(await permissions('Sun')).toContain('move.propose');
  at.service.clock.set('2026-03-31T16:00:00Z');
  expect(await permissions('Sun')).toEqual(before);
});

test('it ends with the role of the absent one', async () => {
  await delegate('Qian', absence('Qian', 'Sun'));
  const { personChange } = changesOf(at);
  const { assignments } = (
    await at.answer<{ employee: { assignments: { id: string }[] } }>(
      'administrator',
      '{ employee(code: "Qian") { assignments { id } } }',
    )
  ).employee;
  await personChange('assignEmployee', {
    ...{ employeeId: personId('Qian'), expectedVersion: 1, unitId: unitId('West One'), role: 'SALES_ENGINEER' },
    from: '2026-03-20',
  });
  expect(assignments).toHaveLength(1);
  expect(await permissions('Sun')).toContain('move.propose');
  at.service.clock.set('2026-03-20T04:00:00Z');
  expect(await permissions('Sun')).not.toContain('move.propose');
});

test('standing in is never passed on', async () => {
  await delegate('Qian', absence('Qian', 'Sun'));
  await delegate('Sun', absence('Sun', 'Li'));
  expect(await permissions('Li')).not.toContain('move.propose');
  expect(await refused('Sun', absence('Qian', 'Li', { expectedVersion: 2 }))).toBe('NOT_FOUND');
});

describe('may be arranged', () => {
  test.each<[string, string, string, string]>([
    ['by everybody for oneself', 'Sun', 'Sun', 'taken'],
    ['by staff outside sales for oneself', 'Chen', 'Chen', 'taken'],
    ['by a leader for the team', 'Qian', 'Sun', 'taken'],
    ['by a regional manager for a leader below', 'Zhao', 'Qian', 'taken'],
    ['by the director for a regional manager', 'Wang', 'Zhao', 'taken'],
    ['by an administrator', 'administrator', 'Wang', 'taken'],
    ['not by a leader for another team', 'Qian', 'Zheng', 'NOT_FOUND'],
    ['not for the own leader', 'Sun', 'Qian', 'NOT_FOUND'],
    ['not by an account that imports', 'importer', 'Sun', 'FORBIDDEN'],
  ])('%s: %s for %s', async (_, caller, absent, outcome) => {
    expect(await refused(caller, absence(absent, 'Zhou'))).toMatch(new RegExp(`^${outcome}`));
  });

  test('looks alike for somebody out of reach and for nobody, also in calls', async () => {
    const ask = async (fromId: string) => {
      const before = at.service.commands();
      const { errors } = await at.ask('Qian', mutation('delegateDuties', 'code'), {
        input: { ...absence('Sun', 'Zhou'), fromId },
      });
      return { errors, calls: at.service.commands() - before };
    };
    await ask('emp-nobody');
    expect(await ask(personId('Zheng'))).toEqual(await ask('emp-nobody'));
  });

  test('not where somebody else would be given more than who arranges it may do', async () => {
    const { newPerson, personChange } = changesOf(at);
    await newPerson('Care', [inUnit('East One', { role: 'CUSTOMER_CARE_SPECIALIST' })]);
    expect(await refused('Qian', absence('Care', 'Sun'))).toBe('BAD_USER_INPUT fromId');
    expect(await refused('Wang', absence('Care', 'Sun'))).toMatch(/^taken/);
    // In reach of the leader by a second assignment; leading elsewhere is not the leader's to hand on.
    await personChange('assignEmployee', {
      ...{ employeeId: personId('Wu'), expectedVersion: 1, unitId: unitId('East One'), role: 'SALES_ENGINEER' },
      ...{ primary: false, from: '2026-01-01' },
    });
    expect(await refused('Qian', absence('Wu', 'Li'))).toBe('BAD_USER_INPUT fromId');
    expect(await refused('Zhao', absence('Wu', 'Li'))).toMatch(/^taken/);
  });

  test('not by a leader for somebody who will have been promoted by then', async () => {
    const { personChange } = changesOf(at);
    await personChange('assignEmployee', {
      ...{ employeeId: personId('Sun'), expectedVersion: 1, unitId: unitId('West One'), role: 'TEAM_LEADER' },
      from: '2026-04-15',
    });
    expect(await refused('Qian', absence('Sun', 'Li', { from: '2026-04-01', to: '2026-04-16' }))).toBe(
      'BAD_USER_INPUT fromId',
    );
    expect(await refused('Qian', absence('Sun', 'Li', { from: '2026-04-01', to: '2026-04-15' }))).toMatch(/^taken/);
  });
});

describe('what cannot be', () => {
  test.each<[string, object, string]>([
    ['for oneself', { toId: personId('Sun') }, 'BAD_USER_INPUT toId'],
    ['by nobody', { toId: 'emp-nobody' }, 'NOT_FOUND'],
    ['in the past', { from: '2026-03-15' }, 'BAD_USER_INPUT from'],
    ['for longer than a year', { to: '2027-03-18' }, 'BAD_USER_INPUT to'],
    ['at a stale version', { expectedVersion: 9 }, 'CONFLICT expectedVersion'],
  ])('%s changes nothing', async (_, more, outcome) => {
    expect(await refused('Sun', absence('Sun', 'Zhou', more))).toBe(outcome);
    expect(await at.answer('Sun', '{ employee(code: "Zhou") { version standsInFor { id } } }')).toEqual({
      employee: { version: 1, standsInFor: [] },
    });
  });

  test('twice at a time for the same person', async () => {
    await delegate('Sun', absence('Sun', 'Zhou'));
    expect(await refused('Sun', absence('Sun', 'Zhou', { expectedVersion: 2 }))).toBe('BAD_USER_INPUT from');
  });
});

test('a repeat is answered with the first result', async () => {
  const input = absence('Sun', 'Zhou', { idempotencyKey: 'once' });
  expect(await delegate('Sun', input)).toEqual(await delegate('Sun', input));
  expect(await refused('Sun', { ...input, ...APRIL })).toBe('BAD_USER_INPUT idempotencyKey');
});

describe('the end', () => {
  const end = (delegationId: string, more: object = {}) => ({
    ...{ toId: personId('Sun'), delegationId, to: '2026-03-20', expectedVersion: 2 },
    ...more,
  });
  let id: string;
  beforeEach(async () => {
    id = (await delegate('Qian', absence('Qian', 'Sun'))).standsInFor[0]!.id;
  });

  test.each([
    ['the absent one', 'Qian', 'taken'],
    ['who stands in', 'Sun', 'taken'],
    ['a leader above', 'Zhao', 'taken'],
    ['an administrator', 'administrator', 'taken'],
    ['a neighbour', 'Feng', 'NOT_FOUND'],
    ['an account that imports', 'importer', 'FORBIDDEN'],
  ])('may be set by %s: %s', async (_, caller, outcome) => {
    expect(await refused(caller, end(id), 'endDelegation')).toMatch(new RegExp(`^${outcome}`));
  });

  test('holds', async () => {
    await refused('Qian', end(id), 'endDelegation');
    const asked = '{ employee(code: "Qian") { delegations(all: true) { standIn { code } to } } }';
    expect(await at.answer('Chen', asked)).toEqual({
      employee: { delegations: [{ standIn: { code: 'Sun' }, to: '2026-03-20' }] },
    });
    at.service.clock.set('2026-03-20T04:00:00Z');
    expect(await permissions('Sun')).not.toContain('move.propose');
    expect(await at.answer('Chen', '{ employee(code: "Qian") { delegations { id } } }')).toEqual({
      employee: { delegations: [] },
    });
  });

  test('of another’s or of nothing looks alike', async () => {
    expect(await refused('Feng', end(id), 'endDelegation')).toBe(await refused('Feng', end('none'), 'endDelegation'));
    expect(await refused('Qian', end(id, { to: '2026-04-02' }), 'endDelegation')).toBe('BAD_USER_INPUT to');
    expect(await refused('Qian', end(id, { expectedVersion: 1 }), 'endDelegation')).toBe('CONFLICT expectedVersion');
  });
});

test('why somebody is absent is told to the two, their leaders and administrators', async () => {
  await delegate('Sun', absence('Sun', 'Zhou', { reason: 'operation' }));
  const asked = '{ employee(code: "Sun") { delegations { standIn { code } reason arrangedBy } } }';
  const told = async (caller: string) =>
    (await at.answer<{ employee: { delegations: object[] } }>(caller, asked)).employee.delegations[0];
  for (const caller of ['Sun', 'Zhou', 'Qian', 'Zhao', 'Wang', 'administrator']) {
    expect(await told(caller)).toEqual({ standIn: { code: 'Zhou' }, reason: 'operation', arrangedBy: 'Sun' });
  }
  for (const caller of ['Li', 'Feng', 'Chen', 'importer']) {
    expect(await told(caller)).toEqual({ standIn: { code: 'Zhou' }, reason: null, arrangedBy: null });
  }
});

test('the event says who arranged what for whom, and why', async () => {
  await delegate('Zhao', absence('Sun', 'Zhou', { reason: 'sick' }));
  await at.service.drainEvents();
  const event = await at.service.connection.collection('event_log').findOne({ aggregateId: personId('Zhou'), seq: 2 });
  expect(event).toMatchObject({
    actor: 'Zhao',
    data: {
      change: { action: 'delegation.begin', reason: 'sick' },
      delegations: [{ fromId: personId('Sun'), ...NOW, reason: 'sick', by: 'Zhao' }],
    },
  });
});

test('lists of people with who stands in for them cost the same calls for few and for many', async () => {
  const asked = `query($first: Int) { employees(first: $first) { nodes { code
    delegations(all: true) { standIn { code } reason } standsInFor { absent { code } } } } }`;
  await delegate('Sun', absence('Sun', 'Zhou'));
  await delegate('Li', absence('Li', 'Zheng'));
  await delegate('Chen', absence('Chen', 'Li'));
  const calls = async (first: number) => {
    const before = at.service.commands();
    const { employees } = await at.answer<{ employees: { nodes: object[] } }>('Wang', asked, { first });
    return [at.service.commands() - before, employees.nodes.length];
  };
  await calls(1);
  const [few, all] = [await calls(3), await calls(200)];
  expect(all[1]).toBe(10);
  expect(all[0]).toBe(few[0]);
});

test('an absence at the end of all days is judged like any other', async () => {
  const last = { from: '9999-06-01', to: '9999-07-01' };
  expect(await refused('administrator', absence('Qian', 'Sun', last))).toMatch(/^taken/);
  const longest = { from: '9990-01-01', to: '9999-12-31' };
  expect(await refused('administrator', absence('Qian', 'Li', longest))).toBe('BAD_USER_INPUT to');
});
