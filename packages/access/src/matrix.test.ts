import { describe, expect, test } from '@jest/globals';
import {
  ACCOUNTS,
  ACTIONS,
  type Account,
  isDelegable,
  permissionsOfRole,
  ROLE_DESCRIPTIONS,
  ROLES,
  type Role,
  reachOf,
} from './index.ts';

/**
 * Who may read and change what, written by hand from what the company wants and not from the matrix:
 * C company, U the own unit and all below, O own records, - not at all.
 */
const TABLE = `
  action              director deputy regional leader engineer planner market developer care analyst liaison sysadmin employee administrator importer
  self.read           O        O      O        O      O        O       O      O         O    O       O       O        O        C             O
  permissions.read    O        O      O        O      O        O       O      O         O    O       O       C        O        C             -
  delegation.write    C        U      U        U      O        O       O      O         O    O       O       C        O        C             -
  directory.read      C        C      C        C      C        C       C      C         C    C       C       C        C        C             C
  organization.write  -        -      -        -      -        -       -      -         -    -       -       C        -        C             C
  organization.audit  -        -      -        -      -        -       -      -         -    -       -       C        -        C             -
  access.report       -        -      -        -      -        -       -      -         -    -       -       C        -        C             -
  reporting.read      C        U      U        U      -        -       -      C         -    -       -       C        -        C             -
  opening.read        C        U      U        -      -        -       -      C         -    -       -       C        -        C             -
  opening.write       C        U      U        -      -        -       -      C         -    -       -       C        -        C             -
  assessment.write    C        U      U        -      -        -       -      C         -    -       -       C        -        C             -
  appointment.decide  C        -      U        -      -        -       -      -         -    -       -       C        -        C             -
  succession.read     C        U      U        -      -        -       -      C         -    -       -       C        -        C             -
  succession.write    C        U      U        -      -        -       -      C         -    -       -       C        -        C             -
  checklist.read      C        U      U        U      O        O       O      C         O    O       O       C        O        C             -
  checklist.write     C        U      U        U      O        O       O      C         O    O       O       C        O        C             -
  skill.read          C        U      U        U      O        O       O      C         O    O       O       C        O        C             -
  skill.write         C        U      U        U      O        O       O      C         O    O       O       C        O        C             -
  team.define         C        -      -        -      -        -       -      C         -    -       -       C        -        C             -
  team.plan           C        U      U        U      -        -       -      C         -    -       -       C        -        C             -
  move.propose        C        U      U        U      -        -       -      -         -    -       -       C        -        C             -
  move.approve        C        U      U        -      -        -       -      -         -    -       -       C        -        C             -
  outlet.read         C        C      C        C      C        C       C      C         C    C       C       -        -        C             C
  outlet.write        C        U      U        -      -        C       -      -         -    -       -       -        -        C             C
  customer.read       C        U      U        U      O        -       -      -         C    -       -       -        -        C             C
  customer.write      C        U      U        U      O        -       -      -         C    -       -       -        -        C             C
  opportunity.read    C        U      U        U      O        -       -      -         C    -       -       -        -        C             C
  opportunity.write   C        U      U        U      O        -       -      -         -    -       -       -        -        C             C
  pipeline.read       C        U      U        U      O        -       C      -         -    C       -       -        -        C             -
  product.read        C        C      C        C      C        C       C      C         C    C       C       -        -        C             C
  product.write       C        -      -        -      -        -       -      -         -    -       -       -        -        C             C
  score.read          C        U      U        U      O        -       -      C         -    C       -       -        -        C             -
  statistics.read     C        U      U        U      O        C       C      -         -    C       -       -        -        C             C
  target.read         C        U      U        U      O        -       C      C         -    C       -       -        -        C             C
  target.write        C        U      U        -      -        -       -      -         -    -       -       -        -        C             C
  formula.read        C        C      C        C      C        -       -      C         -    C       -       -        -        C             -
  formula.write       C        -      -        -      -        -       -      -         -    -       -       -        -        C             -
  period.read         C        C      C        C      C        C       C      C         -    C       -       -        -        C             -
  period.score        C        -      -        -      -        -       -      -         -    -       -       -        -        C             -
  period.lock         C        -      -        -      -        -       -      -         -    -       -       -        -        C             -
  channel.read        O        O      O        O      O        O       O      O         O    O       O       O        O        C             O
  channel.write       C        U      U        U      O        O       O      O         O    O       O       -        -        C             -
  message.write       O        O      O        O      O        O       O      O         O    O       O       O        -        -             -
  events.read         -        -      -        -      -        -       -      -         -    -       -       C        -        C             C
  events.replay       -        -      -        -      -        -       -      -         -    -       -       C        -        C             -
  import.run          -        -      -        -      -        -       -      -         -    -       -       C        -        C             C
`;

const COLUMNS: Record<string, Role | Account> = {
  director: 'SALES_DIRECTOR',
  deputy: 'DEPUTY_DIRECTOR',
  regional: 'REGIONAL_MANAGER',
  leader: 'TEAM_LEADER',
  engineer: 'SALES_ENGINEER',
  planner: 'NETWORK_PLANNER',
  market: 'MARKET_ANALYST',
  developer: 'TEAM_DEVELOPER',
  care: 'CUSTOMER_CARE_SPECIALIST',
  analyst: 'SALES_ANALYST',
  liaison: 'LIAISON',
  sysadmin: 'SYSTEM_ADMINISTRATOR',
  employee: 'EMPLOYEE',
  administrator: 'ADMINISTRATOR',
  importer: 'IMPORTER',
};
const MEANING: Record<string, string | null> = { C: 'COMPANY', U: 'UNIT', O: 'OWN', '-': null };

const [head, ...lines] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

describe.each(head!.slice(1).map((column, place) => [column, place + 1] as const))('the %s', (column, place) => {
  test.each(lines.map((line) => [line[0]!, line[place]!] as const))('may do %s: %s', (action, reach) => {
    expect(reachOf(action as (typeof ACTIONS)[number], COLUMNS[column]!)).toBe(MEANING[reach]);
  });
});

test('the table names every role and account, once', () => {
  expect(head!.slice(1).map((column) => COLUMNS[column])).toEqual([...ROLES, ...ACCOUNTS]);
});

test('the table names every action, once', () => {
  expect(lines.map(([action]) => action).sort()).toEqual(ACTIONS);
});

test('whoever may change something may also read it, as far', () => {
  const widths = [null, 'OWN', 'UNIT', 'COMPANY'];
  for (const action of ACTIONS.filter((each) => each.endsWith('.write'))) {
    const reading = action.replace('.write', '.read') as (typeof ACTIONS)[number];
    if (!ACTIONS.includes(reading)) continue;
    for (const who of [...ROLES, 'ADMINISTRATOR'] as const) {
      // Whom a channel of a unit is for is more than whose messages one reads.
      if (action === 'channel.write' && reachOf(action, who) !== null) {
        expect(reachOf(reading, who)).not.toBeNull();
        continue;
      }
      expect(widths.indexOf(reachOf(reading, who))).toBeGreaterThanOrEqual(widths.indexOf(reachOf(action, who)));
    }
  }
});

test('permissions are shown in alphabetical order, with their scope', () => {
  const shown = permissionsOfRole('EMPLOYEE');
  expect(shown).toEqual([
    { action: 'channel.read', scope: 'OWN' },
    { action: 'checklist.read', scope: 'OWN' },
    { action: 'checklist.write', scope: 'OWN' },
    { action: 'delegation.write', scope: 'OWN' },
    { action: 'directory.read', scope: 'COMPANY' },
    { action: 'permissions.read', scope: 'OWN' },
    { action: 'self.read', scope: 'OWN' },
    { action: 'skill.read', scope: 'OWN' },
    { action: 'skill.write', scope: 'OWN' },
  ]);
});

test('what is private is not done in the place of somebody else', () => {
  expect(ACTIONS.filter((action) => !isDelegable(action))).toEqual([
    ...['channel.read', 'channel.write', 'delegation.write', 'message.write', 'permissions.read', 'self.read'],
  ]);
});

test('every role has its duties in both languages', () => {
  for (const { name, nameChinese, duties, dutiesChinese } of ROLE_DESCRIPTIONS) {
    expect(dutiesChinese).toHaveLength(duties.length);
    for (const text of [nameChinese, ...dutiesChinese]) expect(text).toMatch(/[\u4e00-\u9fff]/);
    for (const text of [name, ...duties]) expect(text).toMatch(/^[\w ,&()'-]+$/);
  }
});
