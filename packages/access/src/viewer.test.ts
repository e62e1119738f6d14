import { describe, expect, test } from '@jest/globals';
import { fakeClock } from '@salesgraph/calendar';
import {
  createViewer,
  type KnownPerson,
  type OrganizationView,
  type Role,
  reachesPerson,
  reachesUnit,
  type Scope,
} from './index.ts';

/** company > sales > east > (e1, e2); sales > west > w1 */
const ABOVE: Record<string, string | null> = {
  company: null,
  sales: 'company',
  east: 'sales',
  e1: 'east',
  e2: 'east',
  west: 'sales',
  w1: 'west',
};

const held = (unitId: string, role: Role, from = '2020-01-01', to: string | null = null) => ({
  unitId,
  role,
  from,
  to,
});

const PEOPLE: Record<string, ReturnType<typeof held>[]> = {
  director: [held('sales', 'SALES_DIRECTOR')],
  deputy: [held('east', 'DEPUTY_DIRECTOR'), held('west', 'DEPUTY_DIRECTOR', '2026-03-16')],
  regional: [held('east', 'REGIONAL_MANAGER')],
  leader: [held('e1', 'TEAM_LEADER')],
  engineer: [held('e1', 'SALES_ENGINEER')],
  other: [held('w1', 'SALES_ENGINEER')],
  clerk: [held('company', 'EMPLOYEE')],
  moved: [held('e2', 'TEAM_LEADER', '2020-01-01', '2026-03-16'), held('w1', 'SALES_ENGINEER', '2026-03-16')],
  gone: [held('e1', 'SALES_ENGINEER', '2020-01-01', '2026-03-16')],
  both: [held('e2', 'TEAM_LEADER'), held('w1', 'SALES_ENGINEER')],
};

const covers = ({ from, to }: { from: string; to: string | null }, day: string) =>
  from <= day && (to === null || day < to);

function house() {
  const calls: string[] = [];
  const people = Object.entries(PEOPLE).map(([code, assignments]) => ({ id: `id-${code}`, code, assignments }));
  const view: OrganizationView = {
    personByCode: async (code) => {
      calls.push('person');
      return people.find((person) => person.code === code) ?? null;
    },
    units: async () => {
      calls.push('units');
      const isBelow = (unit: string, top: string): boolean => {
        for (let at: string | null = unit; at; at = ABOVE[at] ?? null) if (at === top) return true;
        return false;
      };
      return { subtree: (top) => Object.keys(ABOVE).filter((unit) => isBelow(unit, top)) };
    },
    peopleIn: async (unitIds, day) => {
      calls.push('people');
      const isIn = ({ assignments }: KnownPerson) =>
        assignments.some((one) => unitIds.includes(one.unitId) && covers(one, day));
      return people.filter(isIn);
    },
  };
  // In Shanghai it is the 16th already.
  const clock = fakeClock('2026-03-15T17:00:00Z');
  const as = (sub: string) => createViewer({ sub, kind: 'EMPLOYEE' }, view, { clock, zone: 'Asia/Shanghai' });
  const service = (account: 'ADMINISTRATOR' | 'IMPORTER') =>
    createViewer({ sub: account.toLowerCase(), kind: 'SERVICE', account }, view, { clock, zone: 'Asia/Shanghai' });
  return { calls, as, service };
}

const sorted = (scope: Scope) =>
  scope.kind === 'LIMITED'
    ? { people: scope.employeeIds.map((id) => id.slice(3)).sort(), units: [...scope.unitIds].sort() }
    : scope.kind;

describe('opportunities reach', () => {
  test.each<[string, unknown]>([
    ['director', 'COMPANY'],
    [
      'deputy',
      {
        people: ['both', 'deputy', 'engineer', 'leader', 'moved', 'other', 'regional'],
        units: ['e1', 'e2', 'east', 'w1', 'west'],
      },
    ],
    ['regional', { people: ['both', 'deputy', 'engineer', 'leader', 'regional'], units: ['e1', 'e2', 'east'] }],
    ['leader', { people: ['engineer', 'leader'], units: ['e1'] }],
    ['engineer', { people: ['engineer'], units: [] }],
    ['both', { people: ['both'], units: ['e2'] }],
    ['moved', { people: ['moved'], units: [] }],
    ['clerk', 'NONE'],
    ['gone', 'NONE'],
    ['nobody', 'NONE'],
  ])('for the %s as far as %j', async (code, expected) => {
    expect(sorted(await house().as(code).scope('opportunity.read'))).toEqual(expected);
  });
});

test('the day in the business time zone decides which roles hold', async () => {
  const { as } = house();
  expect(await as('moved').permissions()).not.toContain('outlet.write');
  expect(sorted(await as('moved').scope('score.read'))).toEqual({ people: ['moved'], units: [] });
});

test('what is not allowed is FORBIDDEN', async () => {
  const clerk = house().as('clerk');
  await expect(clerk.require('opportunity.read')).rejects.toMatchObject({
    extensions: { code: 'FORBIDDEN' },
    message: 'You may not do this: it needs the permission opportunity.read.',
  });
  expect(await clerk.require('directory.read')).toEqual({ kind: 'COMPANY' });
});

describe('a service account', () => {
  test('is no person and has no records of its own', async () => {
    const { calls, service } = house();
    const importer = service('IMPORTER');
    expect(importer).toMatchObject({ subject: 'importer', kind: 'SERVICE', account: 'IMPORTER' });
    expect(await importer.employee()).toBeNull();
    expect(await importer.scope('self.read')).toEqual({ kind: 'LIMITED', employeeIds: [], unitIds: [] });
    expect(await importer.scope('import.run')).toEqual({ kind: 'COMPANY' });
    expect(await importer.scope('events.replay')).toEqual({ kind: 'NONE' });
    expect(calls).toEqual([]);
  });

  test('has permissions by its account', async () => {
    const { service } = house();
    expect(await service('ADMINISTRATOR').permissions()).toContain('events.replay');
    expect(await service('IMPORTER').permissions()).not.toContain('score.read');
  });
});

test('everything a request asks is read once', async () => {
  const { calls, as } = house();
  const viewer = as('regional');
  const actions = ['customer.read', 'opportunity.read', 'score.read', 'outlet.write', 'customer.read'] as const;
  await Promise.all(actions.flatMap((action) => [viewer.scope(action), viewer.require(action)]));
  await Promise.all([viewer.employee(), viewer.permissions()]);
  expect(calls.sort()).toEqual(['people', 'person', 'units']);
});

test('a scope says whom and what it reaches', () => {
  const some: Scope = { kind: 'LIMITED', employeeIds: ['a'], unitIds: ['u'] };
  expect([reachesPerson(some, 'a'), reachesPerson(some, 'b'), reachesUnit(some, 'u'), reachesUnit(some, 'v')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect([reachesPerson({ kind: 'COMPANY' }, 'b'), reachesUnit({ kind: 'NONE' }, 'u')]).toEqual([true, false]);
});
