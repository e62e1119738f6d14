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

const standIn = (code: string, from: string, to: string) => ({ fromId: `id-${code}`, from, to });

/** Who stands in for whom; today is 2026-03-16. */
const STAND_INS: Record<string, ReturnType<typeof standIn>[]> = {
  'for-leader': [standIn('leader', '2026-03-16', '2026-03-17')],
  'too-early': [standIn('leader', '2026-03-17', '2026-04-01')],
  'too-late': [standIn('leader', '2026-03-01', '2026-03-16')],
  'for-two': [standIn('leader', '2026-03-01', '2026-04-01'), standIn('other', '2026-03-01', '2026-04-01')],
  'for-for-leader': [standIn('for-leader', '2026-03-01', '2026-04-01')],
  'for-director': [standIn('director', '2026-03-01', '2026-04-01')],
  'for-gone': [standIn('gone', '2026-03-01', '2026-04-01')],
  'for-nobody': [standIn('nobody', '2026-03-01', '2026-04-01')],
};

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
  ...Object.fromEntries(Object.keys(STAND_INS).map((code) => [code, [held('w1', 'SALES_ENGINEER')]])),
};

const covers = ({ from, to }: { from: string; to: string | null }, day: string) =>
  from <= day && (to === null || day < to);

function house() {
  const calls: string[] = [];
  const people = Object.entries(PEOPLE).map(([code, assignments]) => ({
    ...{ id: `id-${code}`, code, assignments, delegations: STAND_INS[code] },
  }));
  const view: OrganizationView = {
    personByCode: async (code) => {
      calls.push('person');
      return people.find((person) => person.code === code) ?? null;
    },
    peopleByIds: async (ids) => {
      calls.push('absent');
      return new Map(people.filter(({ id }) => ids.includes(id)).map((person) => [person.id, person]));
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
        people: [
          ...['both', 'deputy', 'engineer', ...Object.keys(STAND_INS), 'leader', 'moved', 'other', 'regional'],
        ].sort(),
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

describe('who stands in for somebody reaches opportunities', () => {
  test.each<[string, unknown]>([
    ['for-leader', { people: ['engineer', 'for-leader', 'leader'], units: ['e1'] }],
    ['too-early', { people: ['too-early'], units: [] }],
    ['too-late', { people: ['too-late'], units: [] }],
    ['for-two', { people: ['engineer', 'for-two', 'leader', 'other'], units: ['e1'] }],
    ['for-for-leader', { people: ['for-for-leader', 'for-leader'], units: [] }],
    ['for-director', 'COMPANY'],
    ['for-gone', { people: ['for-gone'], units: [] }],
    ['for-nobody', { people: ['for-nobody'], units: [] }],
  ])('%s: %j', async (code, expected) => {
    expect(sorted(await house().as(code).scope('opportunity.read'))).toEqual(expected);
  });

  test('but not what is private', async () => {
    const viewer = house().as('for-leader');
    for (const action of ['channel.read', 'message.write', 'delegation.write', 'permissions.read'] as const) {
      expect(sorted(await viewer.scope(action))).toEqual({ people: ['for-leader'], units: [] });
    }
  });

  test('with the permissions of both', async () => {
    const { as } = house();
    const [engineer, leader, standsIn] = await Promise.all(
      ['other', 'leader', 'for-leader'].map((one) => as(one).permissions()),
    );
    expect(standsIn).toEqual([...new Set([...engineer!, ...leader!])].sort());
    expect(standsIn).not.toEqual(engineer);
    expect(await as('too-early').permissions()).toEqual(engineer);
  });

  test('with one more read', async () => {
    const { calls, as } = house();
    const viewer = as('for-two');
    await Promise.all([viewer.scope('customer.read'), viewer.scope('score.read'), viewer.permissions()]);
    expect(calls.sort()).toEqual(['absent', 'people', 'person', 'units']);
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
