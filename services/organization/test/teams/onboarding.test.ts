/** Checklists through the graph: who keeps them for whom, what is late, and what begins and ends by itself. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { lookAfterChecklists } from '../../src/teams/onboarding/onboarding.jobs.ts';
import { mutation } from '../changes.ts';
import { personId, TODAY, unitId } from '../house.ts';
import { openTeamHouse, type TeamHouse } from './house.ts';

const CHECKLIST =
  'id version state role revision startsOn cancelledFor employee { code } progress { total done overdue } steps { code owner dueOn done markedBy note }';

interface Checklist {
  id: string;
  version: number;
  state: string;
  startsOn: string;
  steps: { code: string; owner: string; dueOn: string; done: boolean }[];
  [field: string]: unknown;
}

let house: TeamHouse;
beforeAll(async () => {
  house = await openTeamHouse();
});
afterAll(() => house?.close());

const change = async (caller: string, field: string, input: object) =>
  (await house.answer<{ result: Checklist }>(caller, mutation(field, CHECKLIST), { input })).result;
const refused = (caller: string, field: string, input: object) =>
  house.refusal(caller, mutation(field, 'version'), { input });
const begin = (caller: string, code: string, more: object = {}) =>
  change(caller, 'beginChecklist', { employeeId: personId(code), ...more });
const of = async (caller: string, code: string) =>
  (
    await house.answer<{ employee: { checklists: Checklist[] | null } }>(
      caller,
      `query($code: String) { employee(code: $code) { checklists { ${CHECKLIST} } } }`,
      { code },
    )
  ).employee.checklists;

describe('a checklist begun by hand', () => {
  let list: Checklist;
  test('follows the template of the role, from today on', async () => {
    list = await begin('Qian', 'Sun', { idempotencyKey: 'begin-sun' });
    expect(list).toMatchObject({
      ...{ version: 1, state: 'OPEN', role: 'SALES_ENGINEER', revision: 1, startsOn: TODAY, employee: { code: 'Sun' } },
      progress: { total: 14, done: 0, overdue: 6 },
    });
    expect(await begin('Qian', 'Sun', { idempotencyKey: 'begin-sun' })).toEqual(list);
  });

  test('is marked by the leader in every step, by the person in the own ones', async () => {
    const input = (step: string, expectedVersion: number, more: object = {}) => ({
      ...{ id: list.id, step, expectedVersion, note: ' seen ', ...more },
    });
    const marked = await change('Qian', 'markChecklistStep', input('interview', 1, { idempotencyKey: 'k' }));
    expect(marked).toMatchObject({ version: 2, progress: { done: 1, overdue: 5 } });
    expect(marked.steps.find(({ code }) => code === 'interview')).toMatchObject({
      ...{ done: true, markedBy: 'Qian', note: 'seen' },
    });
    expect(await change('Qian', 'markChecklistStep', input('interview', 1, { idempotencyKey: 'k' }))).toEqual(marked);
    expect(await refused('Sun', 'markChecklistStep', input('screening', 2))).toBe('FORBIDDEN');
    expect(await change('Sun', 'markChecklistStep', input('crm', 2))).toMatchObject({ version: 3 });
    expect(await change('Zhao', 'markChecklistStep', input('crm', 3, { done: false }))).toMatchObject({
      ...{ version: 4, progress: { done: 1 } },
    });
  });

  test.each<[string, string, string, () => object, string]>([
    [
      'a stale version',
      'Qian',
      'markChecklistStep',
      () => ({ step: 'crm', expectedVersion: 1 }),
      'CONFLICT expectedVersion',
    ],
    ['an unknown step', 'Qian', 'markChecklistStep', () => ({ step: 'x', expectedVersion: 4 }), 'BAD_USER_INPUT step'],
    [
      'undoing what is not done',
      'Qian',
      'markChecklistStep',
      () => ({ step: 'crm', done: false, expectedVersion: 4 }),
      'CONFLICT step',
    ],
    [
      'giving up without a reason',
      'Qian',
      'cancelChecklist',
      () => ({ reason: ' ', expectedVersion: 4 }),
      'BAD_USER_INPUT reason',
    ],
    ['giving up the own one', 'Sun', 'cancelChecklist', () => ({ reason: 'x', expectedVersion: 4 }), 'FORBIDDEN'],
  ])('refuses %s and changes nothing', async (_, caller, field, input, expected) => {
    const before = await of('Qian', 'Sun');
    expect(await refused(caller, field, { id: list.id, ...input() })).toBe(expected);
    expect(await of('Qian', 'Sun')).toEqual(before);
  });

  test.each([
    ['again while it is open', 'Qian', { employeeId: personId('Sun') }, 'CONFLICT role'],
    ['for a role without a template', 'Qian', { employeeId: personId('Sun'), role: 'LIAISON' }, 'BAD_USER_INPUT role'],
    [
      'for a day without an assignment',
      'Qian',
      { employeeId: personId('Sun'), startsOn: '2010-01-01' },
      'BAD_USER_INPUT startsOn',
    ],
    ['for oneself', 'Qian', { employeeId: personId('Qian') }, 'FORBIDDEN'],
    ['for somebody of another team', 'Qian', { employeeId: personId('Zhou') }, 'NOT_FOUND'],
    ['for somebody who is not there', 'Qian', { employeeId: 'emp-nobody' }, 'NOT_FOUND'],
    [
      'with the key of another call',
      'Qian',
      { employeeId: personId('Li'), idempotencyKey: 'begin-sun' },
      'BAD_USER_INPUT idempotencyKey',
    ],
  ])('is not begun %s', async (_, caller, input, expected) => {
    expect(await refused(caller, 'beginChecklist', input)).toBe(expected);
  });

  test('is told of with all it says and what was done', async () => {
    const events = await house.told('organization.checklist.changed', list.id);
    expect(events.map(({ actor, data }) => [actor, (data as { change: unknown }).change])).toEqual([
      ['Qian', { action: 'checklist.begin', reason: null }],
      ['Qian', { action: 'checklist.do', reason: 'seen' }],
      ['Sun', { action: 'checklist.do', reason: 'seen' }],
      ['Zhao', { action: 'checklist.undo', reason: 'seen' }],
    ]);
  });
});

describe('the list of checklists', () => {
  const list = (caller: string, args: string) =>
    house
      .answer<{ checklists: { totalCount: number; nodes: { employee: { code: string } }[] } }>(
        caller,
        `{ checklists${args} { totalCount nodes { employee { code } } } }`,
      )
      .then(({ checklists }) => [checklists.totalCount, ...checklists.nodes.map(({ employee }) => employee.code)]);
  beforeAll(async () => {
    await begin('Zhao', 'Zheng', { startsOn: '2026-01-05' });
    await begin('Feng', 'Zhou');
  });

  test.each<[string, string, (string | number)[]]>([
    ['Wang', '', [3, 'Zheng', 'Sun', 'Zhou']],
    ['Zhao', '', [2, 'Zheng', 'Sun']],
    ['Wu', '', [1, 'Zheng']],
    ['Sun', '', [1, 'Sun']],
    ['Chen', '', [0]],
    ['Wang', `(unit: "${unitId('East')}")`, [2, 'Zheng', 'Sun']],
    ['Wang', `(unit: "${unitId('East')}", deep: false)`, [0]],
    ['Wang', `(unit: "${unitId('East Two')}", deep: false, overdue: true)`, [1, 'Zheng']],
    ['Zhao', `(unit: "${unitId('West')}")`, [0]],
    ['Wang', '(state: DONE)', [0]],
  ])('shows %s %s what is in reach', async (caller, args, expected) => {
    expect((await list(caller, args)).toSorted()).toEqual(expected.toSorted());
  });

  test('comes in pages, every checklist once', async () => {
    const page = '{ checklists(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }';
    type Page = { checklists: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    const first = (await house.answer<Page>('Wang', `query($after: String) ${page}`)).checklists;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = (
      await house.answer<Page>('Wang', `query($after: String) ${page}`, { after: first.pageInfo.endCursor })
    ).checklists;
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(3);
  });
});

describe('what is hidden looks like what is absent', () => {
  test('to who reads and to who changes, in code and in number of calls', async () => {
    const [hidden] = (await of('Wang', 'Zhou'))!;
    const ask = async (caller: string, id: string) => {
      const before = house.service.commands();
      const read = await house.ask(caller, 'query($id: ID!) { checklist(id: $id) { id } }', { id });
      const input = { id, step: 'crm', expectedVersion: 1 };
      const write = await house.refusal(caller, mutation('markChecklistStep', 'id'), { input });
      return { read: JSON.stringify(read), write, calls: house.service.commands() - before };
    };
    for (const caller of ['Qian', 'Zhao', 'Sun']) {
      const seen = await ask(caller, hidden!.id);
      expect(seen).toEqual(await ask(caller, 'chk-nothing'));
      expect(seen.write).toBe('NOT_FOUND');
    }
    expect(await of('Qian', 'Zhou')).toBeNull();
    expect(await of('Qian', 'Li')).toEqual([]);
  });
});

describe('by itself', () => {
  test('a checklist begins where somebody takes up a role, once, and is seen by the leader before the first day', async () => {
    const hired = { unitId: unitId('East One'), role: 'SALES_ENGINEER', from: '2026-04-01' };
    await house.hire('Gu', hired);
    expect(await lookAfterChecklists(house.teams)).toEqual({ begun: 1, cancelled: 0 });
    expect(await lookAfterChecklists(house.teams)).toEqual({ begun: 0, cancelled: 0 });
    expect(await of('Qian', 'Gu')).toMatchObject([{ startsOn: '2026-04-01', state: 'OPEN' }]);
    expect(await of('Wu', 'Gu')).toBeNull();
  });

  test('it is not begun twice by two who look at the same moment', async () => {
    await house.hire('Shi', { unitId: unitId('East One'), role: 'SALES_ENGINEER', from: TODAY });
    const done = await Promise.all([lookAfterChecklists(house.teams), lookAfterChecklists(house.teams)]);
    expect(done.reduce((sum, { begun }) => sum + begun, 0)).toBe(1);
    expect(await of('Qian', 'Shi')).toHaveLength(1);
  });

  test('it is cancelled on the day on which the person has left, not before', async () => {
    await house.leave('Shi', '2026-03-20');
    expect(await lookAfterChecklists(house.teams)).toEqual({ begun: 0, cancelled: 0 });
    house.service.clock.set('2026-03-20T04:00:00Z');
    expect(await lookAfterChecklists(house.teams)).toEqual({ begun: 0, cancelled: 1 });
    expect(await lookAfterChecklists(house.teams)).toEqual({ begun: 0, cancelled: 0 });
    const [list] = (await of('Wang', 'Shi'))!;
    expect(list).toMatchObject({ state: 'CANCELLED', cancelledFor: 'The person left on 2026-03-20.' });
    house.service.clock.set(`${TODAY}T04:00:00Z`);
  });
});

describe('a template', () => {
  const TEMPLATE = 'role revision name nameChinese steps { code phase owner due count }';
  const input = (more: object = {}) => ({
    ...{ role: 'SALES_ENGINEER', name: 'Short', nameChinese: '简版' },
    steps: [{ code: 'hello', phase: 'ONBOARDING', owner: 'LEADER', title: 'Hello', titleChinese: '欢迎', due: 1 }],
    ...more,
  });
  const publish = (caller: string, more: object = {}) =>
    house.answer(caller, mutation('publishChecklistTemplate', TEMPLATE), { input: input(more) });

  test('is published as the next revision, once a key, and holds for what begins later', async () => {
    const first = await publish('Wang', { idempotencyKey: 't' });
    expect(first).toMatchObject({ result: { revision: 2, steps: [{ code: 'hello', count: 'BUSINESS_DAYS' }] } });
    expect(await publish('Wang', { idempotencyKey: 't' })).toEqual(first);
    expect(await begin('Qian', 'Li')).toMatchObject({ revision: 2, progress: { total: 1 } });
    expect(await of('Qian', 'Sun')).toMatchObject([{ revision: 1 }]);
    const { checklistTemplates } = await house.answer<{ checklistTemplates: { revision: number }[] }>(
      'Sun',
      '{ checklistTemplates(role: SALES_ENGINEER, all: true) { revision } }',
    );
    expect(checklistTemplates.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  test.each([
    ['no steps', { steps: [] }, 'BAD_USER_INPUT steps'],
    ['no name', { name: '' }, 'BAD_USER_INPUT name'],
  ])('with %s is refused', async (_, more, expected) => {
    expect(await house.refusal('Wang', mutation('publishChecklistTemplate', 'revision'), { input: input(more) })).toBe(
      expected,
    );
  });

  test('is published by nobody but who may', async () => {
    expect(await house.refusal('Zhao', mutation('publishChecklistTemplate', 'revision'), { input: input() })).toBe(
      'FORBIDDEN',
    );
  });
});
