import { describe, expect, test } from '@jest/globals';
import { ACTIONS, type Account, permissionsOfRole, ROLES, type Role, reachOf } from './index.ts';

/**
 * Who may read and change what, written by hand from what the company wants and not from the matrix:
 * C company, U the own unit and all below, O own records, - not at all.
 */
const TABLE = `
  action              director deputy regional leader engineer employee administrator importer
  self.read           O        O      O        O      O        O        C             O
  permissions.read    O        O      O        O      O        O        C             -
  directory.read      C        C      C        C      C        C        C             C
  organization.write  -        -      -        -      -        -        C             C
  outlet.read         C        C      C        C      C        -        C             C
  outlet.write        C        U      U        -      -        -        C             C
  customer.read       C        U      U        U      O        -        C             C
  customer.write      C        U      U        U      O        -        C             C
  opportunity.read    C        U      U        U      O        -        C             C
  opportunity.write   C        U      U        U      O        -        C             C
  pipeline.read       C        U      U        U      O        -        C             -
  product.read        C        C      C        C      C        -        C             C
  product.write       C        -      -        -      -        -        C             C
  score.read          C        U      U        U      O        -        C             -
  statistics.read     C        U      U        U      O        -        C             C
  target.read         C        U      U        U      O        -        C             C
  target.write        C        U      U        -      -        -        C             C
  formula.read        C        C      C        C      C        -        C             -
  formula.write       C        -      -        -      -        -        C             -
  period.read         C        C      C        C      C        -        C             -
  period.score        C        -      -        -      -        -        C             -
  period.lock         C        -      -        -      -        -        C             -
  channel.read        O        O      O        O      O        O        C             O
  channel.write       C        U      U        U      O        -        C             -
  message.write       O        O      O        O      O        -        -             -
  events.read         -        -      -        -      -        -        C             C
  events.replay       -        -      -        -      -        -        C             -
  import.run          -        -      -        -      -        -        C             C
`;

const COLUMNS: Record<string, Role | Account> = {
  director: 'SALES_DIRECTOR',
  deputy: 'DEPUTY_DIRECTOR',
  regional: 'REGIONAL_MANAGER',
  leader: 'TEAM_LEADER',
  engineer: 'SALES_ENGINEER',
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
    { action: 'directory.read', scope: 'COMPANY' },
    { action: 'permissions.read', scope: 'OWN' },
    { action: 'self.read', scope: 'OWN' },
  ]);
});
