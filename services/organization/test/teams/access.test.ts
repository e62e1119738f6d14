/** Who may do what with teams: a table by hand, over every role. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mutation } from '../changes.ts';
import { personId, TODAY, unitId } from '../house.ts';
import { openTeamHouse, type TeamHouse } from './house.ts';

let house: TeamHouse;
let ids: { checklist: string; move: string };
beforeAll(async () => {
  house = await openTeamHouse();
  const held = (unitCode: string, role: string, primary = true) => ({
    ...{ unitCode, role, primary, leader: false, from: '2016-01-01', to: null },
  });
  // Staff of the department, and a deputy who holds both regions.
  await house.import('importEmployees', [
    {
      code: 'Deng',
      name: 'Deng',
      assignments: [held('East', 'DEPUTY_DIRECTOR'), held('West', 'DEPUTY_DIRECTOR', false)],
    },
    { code: 'Tang', name: 'Tang', assignments: [held('SALES', 'TEAM_DEVELOPER')] },
    { code: 'Jin', name: 'Jin', assignments: [held('SALES', 'SALES_ANALYST')] },
  ]);
  const run = async (caller: string, field: string, input: object) =>
    (await house.answer<{ result: { id: string } }>(caller, mutation(field, 'id'), { input })).result.id;
  const move = { employeeId: personId('Sun'), toUnitId: unitId('East Two'), on: '2026-04-01', reason: 'x' };
  ids = {
    checklist: await run('Qian', 'beginChecklist', { employeeId: personId('Sun') }),
    move: await run('Qian', 'proposeMove', move),
  };
  await house.answer('Qian', mutation('confirmSkill', 'id').replace('ConfirmSkillInput', 'StateSkillInput'), {
    input: { employeeId: personId('Sun'), skill: 'COACHING', level: 1, expectedVersion: 0 },
  });
});
afterAll(() => house?.close());

/** Of Sun, an engineer of East One: director, regional managers of East and West, leaders of East One and Two, and so on. */
const CALLERS = [
  'Wang',
  'Deng',
  'Zhao',
  'Feng',
  'Qian',
  'Wu',
  'Sun',
  'Li',
  'Tang',
  'Jin',
  'Chen',
  'administrator',
  'importer',
];

/**
 * By hand: Y sees it or may do it, h it is hidden (nothing, or NOT_FOUND), - may not do it at all (nothing, or FORBIDDEN).
 * What is done has a stale version or a bad value, so that nobody changes anything: CONFLICT and BAD_USER_INPUT are Y.
 */
const TABLE = `
  what              Wang Deng Zhao Feng Qian Wu Sun Li Tang Jin Chen administrator importer
  checklist         Y    Y    Y    h    Y    h  Y   h  Y    h   h    Y             -
  checklists        Y    Y    Y    h    Y    h  Y   h  Y    h   h    Y             -
  ofEmployee        Y    Y    Y    h    Y    h  Y   h  Y    h   h    Y             h
  skills            Y    Y    Y    h    Y    h  Y   h  Y    h   h    Y             h
  team              Y    Y    Y    h    Y    h  h   h  Y    h   h    Y             h
  move              Y    Y    Y    h    Y    Y  -   -  -    -   -    Y             -
  moves             Y    Y    Y    h    Y    Y  -   -  -    -   -    Y             -
  publishTemplate   Y    -    -    -    -    -  -   -  Y    -   -    Y             -
  defineSkill       Y    -    -    -    -    -  -   -  Y    -   -    Y             -
  begin             Y    Y    Y    h    Y    h  -   h  Y    h   h    Y             -
  markOwn           Y    Y    Y    h    Y    h  Y   h  Y    h   h    Y             -
  markLeader        Y    Y    Y    h    Y    h  -   h  Y    h   h    Y             -
  cancel            Y    Y    Y    h    Y    h  -   h  Y    h   h    Y             -
  stateSkill        -    -    -    h    -    h  Y   h  -    h   h    -             -
  confirmSkill      Y    Y    Y    h    Y    h  -   h  Y    h   h    Y             -
  planSize          Y    Y    Y    h    Y    h  -   -  Y    -   -    Y             -
  propose           Y    Y    Y    -    Y    Y  -   -  -    -   -    Y             -
  approve           Y    Y    Y    h    -    -  -   -  -    -   -    Y             -
  reject            Y    Y    Y    h    -    -  -   -  -    -   -    Y             -
  withdraw          -    -    -    h    Y    -  -   -  -    -   -    -             -
`;

const ask =
  (document: string, seen: (data: never) => boolean) =>
  async (caller: string): Promise<string> => {
    const { data, errors } = await house.ask(caller, document);
    if (errors) return String(errors[0]!.extensions!.code) === 'FORBIDDEN' ? '-' : JSON.stringify(errors);
    return seen(data as never) ? 'Y' : 'h';
  };
const MEANING: Record<string, string> = { NOT_FOUND: 'h', FORBIDDEN: '-', CONFLICT: 'Y', BAD_USER_INPUT: 'Y' };
const attempt =
  (field: string, input: () => object, type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`) =>
  async (caller: string): Promise<string> => {
    const document = `mutation($input: ${type}!) { ${field}(input: $input) { __typename } }`;
    const answer = await house.refusal(caller, document, { input: input() });
    return MEANING[answer.split(' ')[0]!] ?? answer;
  };
const sun = () => ({ employeeId: personId('Sun') });
const stale = { expectedVersion: 77 };
const skill = () => ({ ...sun(), skill: 'COACHING', level: 2, ...stale });

const WAYS: Record<string, (caller: string) => Promise<string>> = {
  checklist: (caller) =>
    ask(
      `{ checklist(id: "${ids.checklist}") { id } }`,
      (data: { checklist: unknown }) => data.checklist !== null,
    )(caller),
  checklists: ask(
    '{ checklists { totalCount nodes { id } } }',
    ({ checklists }: { checklists: { totalCount: number; nodes: unknown[] } }) =>
      checklists.totalCount + checklists.nodes.length > 0,
  ),
  ofEmployee: ask(
    '{ employee(code: "Sun") { checklists { id } } }',
    ({ employee }: { employee: { checklists: unknown } }) => employee.checklists !== null,
  ),
  skills: ask(
    '{ employee(code: "Sun") { skillProfile { version } } }',
    ({ employee }: { employee: { skillProfile: unknown } }) => employee.skillProfile !== null,
  ),
  team: ask(
    '{ unit(code: "East One") { team { size } } }',
    ({ unit }: { unit: { team: unknown } }) => unit.team !== null,
  ),
  move: (caller) =>
    ask(
      `{ moveProposal(id: "${ids.move}") { id } }`,
      (data: { moveProposal: unknown }) => data.moveProposal !== null,
    )(caller),
  moves: ask(
    '{ moveProposals { totalCount nodes { id } } }',
    ({ moveProposals }: { moveProposals: { totalCount: number; nodes: unknown[] } }) =>
      moveProposals.totalCount + moveProposals.nodes.length > 0,
  ),
  publishTemplate: attempt('publishChecklistTemplate', () => ({
    role: 'LIAISON',
    name: '',
    nameChinese: '',
    steps: [],
  })),
  defineSkill: attempt('defineSkill', () => ({ code: 'x', name: 'X', nameChinese: 'X', ...stale })),
  begin: attempt('beginChecklist', () => ({ ...sun(), startsOn: '2010-01-01' })),
  markOwn: attempt('markChecklistStep', () => ({ id: ids.checklist, step: 'crm', ...stale })),
  markLeader: attempt('markChecklistStep', () => ({ id: ids.checklist, step: 'welcome', ...stale })),
  cancel: attempt('cancelChecklist', () => ({ id: ids.checklist, reason: 'x', ...stale })),
  stateSkill: attempt('stateSkill', skill),
  confirmSkill: attempt('confirmSkill', skill, 'StateSkillInput'),
  planSize: attempt('planTeamSize', () => ({ unitId: unitId('East One'), size: -1, ...stale })),
  propose: attempt('proposeMove', () => ({ ...sun(), toUnitId: unitId('East Two'), on: TODAY, reason: ' ' })),
  approve: attempt('approveMove', () => ({ id: ids.move, ...stale })),
  reject: attempt('rejectMove', () => ({ id: ids.move, reason: 'x', ...stale })),
  withdraw: attempt('withdrawMove', () => ({ id: ids.move, ...stale })),
};

const [head, ...rows] = TABLE.trim()
  .split('\n')
  .map((row) => row.trim().split(/\s+/));

test('the table names everybody and every way', () => {
  expect(head!.slice(1)).toEqual(CALLERS);
  expect(rows.map(([way]) => way)).toEqual(Object.keys(WAYS));
});

describe.each(rows.map(([way, ...cells]) => [way!, cells] as const))('%s', (way, cells) => {
  test.each(CALLERS.map((caller, place) => [caller, cells[place]!] as const))('by %s: %s', async (caller, expected) => {
    expect(await WAYS[way]!(caller)).toBe(expected);
  });
});

describe('who stands in for somebody', () => {
  const arrange = async (fromCode: string, toCode: string) => {
    const { employee } = await house.answer<{ employee: { version: number } }>(
      'administrator',
      'query($code: String) { employee(code: $code) { version } }',
      { code: toCode },
    );
    const input = {
      ...{ fromId: personId(fromCode), toId: personId(toCode), from: TODAY, to: '2026-03-30', reason: 'away' },
      expectedVersion: employee.version,
    };
    await house.answer('administrator', mutation('delegateDuties', 'id'), { input });
  };

  test('does of the checklist what the person does, and no more', async () => {
    await arrange('Sun', 'Li');
    expect(await WAYS.checklist!('Li')).toBe('Y');
    expect(await WAYS.markOwn!('Li')).toBe('Y');
    expect(await WAYS.markLeader!('Li')).toBe('-');
    expect(await WAYS.cancel!('Li')).toBe('-');
    expect(await WAYS.begin!('Li')).toBe('-');
    expect(await WAYS.stateSkill!('Li')).toBe('-');
    expect(await WAYS.confirmSkill!('Li')).toBe('-');
  });

  test('decides on moves as the regional manager does, and not on what they proposed themselves', async () => {
    expect(await WAYS.approve!('Wu')).toBe('-');
    await arrange('Zhao', 'Wu');
    expect(await WAYS.approve!('Wu')).toBe('Y');
    await arrange('Zhao', 'Qian');
    expect(await WAYS.approve!('Qian')).toBe('-');
  });
});

test('nothing was changed by all that', async () => {
  expect(await house.toldOfType('organization.move.changed')).toHaveLength(1);
  expect(await house.toldOfType('organization.checklist.changed')).toHaveLength(1);
  expect(await house.toldOfType('organization.skill-profile.changed')).toHaveLength(1);
  expect(await house.toldOfType('organization.team-plan.changed')).toEqual([]);
  expect(await house.toldOfType('organization.skill.changed')).toEqual([]);
  expect(await house.toldOfType('organization.checklist-template.changed')).toEqual([]);
});
