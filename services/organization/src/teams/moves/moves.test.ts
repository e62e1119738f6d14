import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Scope } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { stateDiagram } from '@salesgraph/service-kit';
import fc from 'fast-check';
import { identified } from '../../people/assignments.ts';
import { CHECKLIST_MOVES } from '../onboarding/checklists.ts';
import {
  changedSince,
  gainsOf,
  hasAsMuch,
  MOVE_STATES,
  MOVE_STEPS,
  type Move,
  type MoveState,
  mayPropose,
  mayStep,
  outcomeOn,
  proposed,
  rejected,
  stepped,
  whyNotDecide,
} from './moves.ts';

const TODAY = '2026-03-16';
const DAY = '2026-04-01';
const held = (unitId: string, from: Day, more: object = {}) =>
  identified('E', { unitId, role: 'SALES_ENGINEER', primary: true, leader: false, from, to: null, ...more });
const person = (...assignments: ReturnType<typeof held>[]) => ({ id: 'E', leftOn: null as Day | null, assignments });
const sun = person(held('A', '2020-01-01'));
const given = { id: 'M', by: 'Qian', at: `${TODAY}T04:00:00.000Z`, today: TODAY };
const wanted = { toUnitId: 'B', on: DAY, reason: ' more customers there ' };
const move = (more: Partial<Move> = {}): Move => ({ ...(proposed(sun, wanted, given) as Move), ...more });
const decision = (reason: string | null = null) => ({ by: 'Zhao', at: `${TODAY}T05:00:00.000Z`, reason });

describe('a proposal', () => {
  test('says from where to where, as it will be on the day', () => {
    expect(move()).toEqual({
      ...{
        id: 'M',
        employeeId: 'E',
        fromUnitId: 'A',
        fromRole: 'SALES_ENGINEER',
        toUnitId: 'B',
        toRole: 'SALES_ENGINEER',
      },
      ...{ on: DAY, reason: 'more customers there', state: 'PROPOSED', proposedBy: 'Qian', proposedAt: given.at },
      ...{ decision: null, assignmentId: null },
    });
    const planned = person(held('A', '2020-01-01', { to: '2026-03-20' }), held('C', '2026-03-20'));
    expect(proposed(planned, wanted, given)).toMatchObject({ fromUnitId: 'C' });
  });

  test.each<[string, ReturnType<typeof person>, object, string]>([
    ['without a reason', sun, { reason: ' ' }, 'reason BAD_VALUE'],
    ['with a long reason', sun, { reason: 'x'.repeat(1_001) }, 'reason BAD_VALUE'],
    ['for yesterday', sun, { on: '2026-03-15' }, 'on BAD_VALUE'],
    ['of somebody without a main assignment', person(held('A', '2027-01-01')), {}, 'on BAD_VALUE'],
    ['to where the person is', sun, { toUnitId: 'A' }, 'toUnitId CONFLICT'],
  ])('%s is refused', (_, who, more, expected) => {
    const fault = proposed(who, { ...wanted, ...more }, given) as unknown as { field: string; code: string };
    expect(`${fault.field} ${fault.code}`).toBe(expected);
  });

  test('may be for today, and for another role in the same unit', () => {
    expect(proposed(sun, { ...wanted, on: TODAY }, given)).toMatchObject({ state: 'PROPOSED' });
    expect(proposed(sun, { ...wanted, toUnitId: 'A', toRole: 'TEAM_LEADER' }, given)).toMatchObject({
      state: 'PROPOSED',
    });
  });
});

describe('a proposed move', () => {
  const EVERY = MOVE_STATES.flatMap((from) => MOVE_STATES.map((to) => [from, to] as const));
  const TABLE = new Set([
    'PROPOSED APPROVED',
    'PROPOSED REJECTED',
    'PROPOSED WITHDRAWN',
    'PROPOSED EXPIRED',
    'APPROVED DONE',
    'APPROVED OVERTAKEN',
  ]);
  test.each(EVERY)('goes from %s to %s only where the table by hand says so', (from, to) => {
    expect(mayStep(from, to)).toBe(TABLE.has(`${from} ${to}`));
    const next = stepped(move({ state: from }), to, decision());
    expect('code' in next).toBe(!TABLE.has(`${from} ${to}`));
  });

  test('takes at most two steps, whatever is tried, and keeps what it was about', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<MoveState>(...MOVE_STATES), { maxLength: 12 }), (tried) => {
        let one = move();
        let steps = 0;
        for (const to of tried) {
          const next = stepped(one, to, decision());
          if ('field' in next) continue;
          one = next;
          steps += 1;
        }
        expect(steps).toBeLessThanOrEqual(2);
        const { state: _, decision: __, ...about } = one;
        const { state: ___, decision: ____, ...before } = move();
        expect(about).toEqual(before);
      }),
    );
  });

  test('is turned down with a reason, and with it alone', () => {
    expect(rejected(move(), decision(' '))).toMatchObject({ field: 'reason' });
    expect(rejected(move(), decision('not now'))).toMatchObject({ state: 'REJECTED', decision: { reason: 'not now' } });
    expect(rejected(move({ state: 'APPROVED' }), decision('not now'))).toMatchObject({ field: 'id', code: 'CONFLICT' });
  });
});

describe('what has changed since a proposal', () => {
  const told = (who: ReturnType<typeof person>, today = TODAY) =>
    changedSince(move(), who, today, (id) => `unit ${id}`).map(
      ({ field, message, code }) => `${code} ${field} ${message}`,
    );
  test.each<[string, ReturnType<typeof person>, Day, string[]]>([
    ['nothing', sun, TODAY, []],
    ['a second assignment', person(...sun.assignments, held('C', '2026-01-01', { primary: false })), TODAY, []],
    [
      'the unit',
      person(held('A', '2020-01-01', { to: '2026-03-20' }), held('C', '2026-03-20')),
      TODAY,
      ['CONFLICT fromUnit is unit C by now, not unit A'],
    ],
    [
      'the role',
      person(held('A', '2020-01-01', { role: 'TEAM_LEADER' })),
      TODAY,
      ['CONFLICT fromRole is TEAM_LEADER by now, not SALES_ENGINEER'],
    ],
    ['that the person leaves', { ...sun, leftOn: DAY }, TODAY, [`CONFLICT employee leaves on ${DAY}`]],
    ['that the person leaves later', { ...sun, leftOn: '2026-05-01' }, TODAY, []],
    ['that nothing is left', person(), TODAY, [`CONFLICT employee has no main assignment on ${DAY}`]],
    ['the day itself', sun, DAY, []],
    ['that the day has passed', sun, '2026-04-02', [`CONFLICT on has passed: ${DAY}`]],
  ])('%s', (_, who, today, expected) => {
    expect(told(who, today)).toEqual(expected);
  });
});

test('an approved move is done on its day if the planned assignment holds, and overtaken if not', () => {
  const next = held('B', DAY);
  const approved = { on: DAY, assignmentId: next.id };
  expect(outcomeOn(approved, person(held('A', '2020-01-01', { to: DAY }), next))).toBe('DONE');
  expect(outcomeOn(approved, sun)).toBe('OVERTAKEN');
  expect(outcomeOn(approved, person(held('C', DAY)))).toBe('OVERTAKEN');
  expect(outcomeOn(approved, undefined)).toBe('OVERTAKEN');
});

describe('who may', () => {
  const reach = (...unitIds: string[]): Scope => ({ kind: 'LIMITED', employeeIds: [], unitIds });
  const units = { fromUnitId: 'A', toUnitId: 'B' };
  test.each<[string, Scope, boolean, boolean]>([
    ['the company', { kind: 'COMPANY' }, true, true],
    ['both units', reach('A', 'B'), true, true],
    ['the present unit', reach('A'), true, false],
    ['the wanted unit', reach('B', 'C'), true, false],
    ['another one', reach('C'), false, false],
    ['nothing', { kind: 'NONE' }, false, false],
  ])('propose and decide, reaching %s', (_, scope, proposes, decides) => {
    expect(mayPropose(scope, units)).toBe(proposes);
    const who = { subject: 'Zhao', employeeId: 'Z', scope };
    expect(whyNotDecide({ ...units, proposedBy: 'Qian', employeeId: 'E' }, who) === null).toBe(decides);
    expect(whyNotDecide({ ...units, proposedBy: 'Zhao', employeeId: 'E' }, who)).not.toBeNull();
    expect(whyNotDecide({ ...units, proposedBy: 'Qian', employeeId: 'Z' }, who)).not.toBeNull();
  });
});

test.each([
  ['a proposed move', MOVE_STEPS],
  ['a checklist', CHECKLIST_MOVES],
])('docs/teams.md draws the table of %s', (_, table) => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/teams.md'), 'utf8');
  expect(page).toContain(`\`\`\`mermaid\n${stateDiagram(table)}\n\`\`\``);
});

describe('what a move gives', () => {
  const actions = (fromRole: Move['fromRole'], toRole: Move['toRole']) =>
    gainsOf({ fromRole, toRole }).map(({ action, reach }) => `${action} ${reach}`);
  test('is nothing to an engineer who stays one, and what a leader may do in the unit to who becomes one', () => {
    expect(actions('SALES_ENGINEER', 'SALES_ENGINEER')).toEqual([]);
    expect(actions('SALES_ENGINEER', 'TEAM_LEADER')).toEqual(
      expect.arrayContaining(['customer.write UNIT', 'move.propose UNIT']),
    );
    expect(actions('EMPLOYEE', 'SALES_ENGINEER')).toContain('outlet.read COMPANY');
    expect(actions('SALES_DIRECTOR', 'SALES_DIRECTOR')).toEqual([]);
    expect(actions('SALES_ENGINEER', 'SALES_DIRECTOR')).toContain('customer.read COMPANY');
  });
  test.each<['UNIT' | 'COMPANY', Scope, boolean]>([
    ['UNIT', { kind: 'COMPANY' }, true],
    ['UNIT', { kind: 'LIMITED', employeeIds: [], unitIds: ['B'] }, true],
    ['UNIT', { kind: 'LIMITED', employeeIds: ['E'], unitIds: ['A'] }, false],
    ['UNIT', { kind: 'NONE' }, false],
    ['COMPANY', { kind: 'COMPANY' }, true],
    ['COMPANY', { kind: 'LIMITED', employeeIds: [], unitIds: ['B'] }, false],
  ])('in the %s is had by who reaches %j: %s', (reach, scope, expected) => {
    expect(hasAsMuch({ action: 'customer.read', reach }, scope, 'B')).toBe(expected);
  });
});
