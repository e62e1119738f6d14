/** The number of database calls of a question about teams does not grow with the rows of its answer. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { remembering, unwritten } from '../../src/audit.ts';
import { DEFAULT_TEMPLATES } from '../../src/teams/onboarding/default-templates.ts';
import { writeBegun } from '../../src/teams/onboarding/onboarding.commands.ts';
import { personId, TODAY, unitId } from '../house.ts';
import { openTeamHouse, type TeamHouse } from './house.ts';

const ROWS = 200;
const code = (letter: string, n: number) => `${letter}${String(n).padStart(3, '0')}`;
const memory = (action: string) => ({ ...unwritten, ...remembering(unwritten, { action, reason: null }) });

let house: TeamHouse;
beforeAll(async () => {
  house = await openTeamHouse();
  const rows = Array.from({ length: ROWS }, (_, n) => n);
  await house.import(
    'importOrgUnits',
    rows.map((n) => ({
      ...{
        code: code('T', n),
        name: code('T', n),
        kind: 'TEAM',
        parentCode: n % 2 ? 'East' : 'West',
        from: '2016-01-01',
      },
    })),
  );
  const held = { role: 'SALES_ENGINEER', primary: true, leader: false, from: '2016-01-01', to: null };
  await house.import(
    'importEmployees',
    rows.map((n) => ({ code: code('P', n), name: 'P', assignments: [{ unitCode: code('T', n), ...held }] })),
  );
  const { checklists, profiles, plans, moves } = house.teams;
  const furnish = async (n: number) => {
    const [employeeId, unit] = [personId(code('P', n)), unitId(code('T', n))];
    const at = `${TODAY}T04:00:00.000Z`;
    await writeBegun(DEFAULT_TEMPLATES[0]!, { employeeId, unitId: unit, startsOn: TODAY }, 'Wang', house.teams);
    const said = {
      skill: 'NEGOTIATION',
      level: 1 + (n % 4),
      kind: 'CONFIRMED' as const,
      on: TODAY,
      by: 'Wang',
      at,
      note: null,
    };
    await profiles.insert({ id: code('skp', n), employeeId, statements: [said], ...memory('skill.confirm') }, 'Wang');
    const sizes = [{ from: TODAY, size: 2, reason: null, by: 'Wang' }];
    await plans.insert({ id: code('pln', n), unitId: unit, sizes, ...memory('team.plan') }, 'Wang');
    const move = {
      fromUnitId: unit,
      fromRole: 'SALES_ENGINEER' as const,
      toUnitId: unitId('East One'),
      toRole: 'SALES_ENGINEER' as const,
    };
    const state = {
      state: 'PROPOSED' as const,
      proposedBy: 'Zhao',
      proposedAt: at,
      decision: null,
      assignmentId: null,
    };
    await moves.insert(
      { id: code('mov', n), employeeId, ...move, on: TODAY, reason: 'x', ...state, ...memory('move.propose') },
      'Zhao',
    );
  };
  await Promise.all(rows.map(furnish));
  expect(await checklists.count({}, { scope: { kind: 'COMPANY' }, today: TODAY })).toBe(ROWS);
}, 120_000);
afterAll(() => house?.close());

const QUESTIONS: [string, string][] = [
  [
    'people with checklists and skills',
    'query($first: Int) { employees(first: $first, role: SALES_ENGINEER) { nodes { code checklists { state progress { done overdue } steps { title dueOn } } skillProfile { skills { skill { name } confirmed { level } selfStated { level } } } } } }',
  ],
  [
    'teams with all below, planned size, roles, tenure and skills',
    'query($first: Int) { units(first: $first) { nodes { name team(deep: true) { size plannedSize gap unitsWithoutPlan byRole { role people } byTenure { band people } skillMix { skill { name } people averageLevel missing } plan { sizes { size } } } } } }',
  ],
  [
    'checklists in reach, with their people',
    `query($first: Int) { checklists(first: $first, overdue: true, unit: "${unitId('SALES')}") { totalCount nodes { employee { name unit { name } manager { name } } progress { total done overdue } } } }`,
  ],
  [
    'proposed moves with people and units',
    'query($first: Int) { moveProposals(first: $first) { totalCount nodes { mayApprove employee { name unit { name } } fromUnit { name leader { name } } toUnit { name } } } }',
  ],
];

test.each(QUESTIONS)('for %s', async (_, document) => {
  const calls = async (first: number) => {
    const before = house.service.commands();
    const data = await house.answer('Wang', document, { first });
    return { calls: house.service.commands() - before, length: JSON.stringify(data).length };
  };
  await calls(10);
  const [few, many] = [await calls(10), await calls(200)];
  expect(many.length).toBeGreaterThan(few.length * 5);
  expect(many.calls).toBe(few.calls);
  expect(many.calls).toBeLessThanOrEqual(12);
});
