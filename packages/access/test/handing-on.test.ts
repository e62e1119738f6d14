/** Whose duties may be handed on by somebody else: nobody gains by it what who arranges it could not do alike. */
import { describe, expect, test } from '@jest/globals';
import { addDays, fakeClock } from '@salesgraph/calendar';
import fc from 'fast-check';
import {
  ACTIONS,
  absentOn,
  createViewer,
  grantsOf,
  handedBeyond,
  isDelegable,
  type KnownPerson,
  permissionsOn,
  type Role,
  reachesPerson,
  reachesUnit,
} from '../src/index.ts';
import { organizations, TODAY, viewOf } from './random-organization.ts';

const { upwards } = viewOf({ parents: [0, 0, 1, 0], people: [] });
const person = (...held: [unitId: string, role: Role][]): KnownPerson => ({
  ...{ id: held.join(), code: held.join() },
  assignments: held.map(([unitId, role]) => ({ unitId, role, from: '2020-01-01', to: null })),
});
const beyond = (arranger: KnownPerson, absent: KnownPerson) =>
  handedBeyond({ person: arranger, day: TODAY }, { person: absent, day: TODAY }, upwards);

/** The tree: u0 > u1 > u2; u0 > u3. */
describe('nothing is handed on beyond', () => {
  const leader = person(['u1', 'TEAM_LEADER']);
  test.each<[string, KnownPerson, KnownPerson, boolean]>([
    ['the leader, of an engineer of the unit', leader, person(['u1', 'SALES_ENGINEER']), true],
    ['the leader, of an engineer below', leader, person(['u2', 'SALES_ENGINEER']), true],
    ['the leader, of a leader below', leader, person(['u2', 'TEAM_LEADER']), true],
    ['the leader, of an engineer elsewhere', leader, person(['u3', 'SALES_ENGINEER']), false],
    ['the leader, of a leader above', leader, person(['u0', 'TEAM_LEADER']), false],
    [
      'the leader, of who leads elsewhere as well',
      leader,
      person(['u2', 'SALES_ENGINEER'], ['u3', 'TEAM_LEADER']),
      false,
    ],
    [
      'the leader, of who sells elsewhere as well',
      leader,
      person(['u2', 'SALES_ENGINEER'], ['u3', 'SALES_ENGINEER']),
      true,
    ],
    ['the leader, of staff that reaches the company', leader, person(['u2', 'SALES_ANALYST']), false],
    ['the leader, of somebody outside sales', leader, person(['u2', 'EMPLOYEE']), true],
    ['the leader, of a planner below', leader, person(['u2', 'REGIONAL_MANAGER']), false],
    ['the director, of a planner', person(['u0', 'SALES_DIRECTOR']), person(['u3', 'REGIONAL_MANAGER']), true],
    [
      'the director, of an administrator',
      person(['u0', 'SALES_DIRECTOR']),
      person(['u0', 'SYSTEM_ADMINISTRATOR']),
      false,
    ],
  ])('%s', (_, arranger, absent, allowed) => {
    expect(beyond(arranger, absent).length === 0).toBe(allowed);
  });

  test('and what is, is named', () => {
    expect(beyond(leader, person(['u2', 'NETWORK_PLANNER']))).toEqual(['outlet.write', 'statistics.read']);
  });
});

test('what is handed on reaches nothing that the arranger does not reach', async () => {
  const clock = fakeClock(`${TODAY}T04:00:00Z`);
  await fc.assert(
    fc.asyncProperty(organizations, fc.nat(7), fc.nat(7), async (organization, first, second) => {
      const { people } = organization;
      const { view, upwards: above, units } = viewOf(organization);
      const [arranger, absent] = [people[first % people.length]!, people[second % people.length]!];
      // Somebody reached by the one who arranges it, as must be for it to be arranged at all.
      const viewerOf = (one: KnownPerson) =>
        createViewer({ sub: one.code, kind: 'EMPLOYEE' }, view, { clock, zone: 'Asia/Shanghai' });
      const arranging = viewerOf({ ...arranger });
      if (absentOn(arranger, TODAY).length > 0 || absentOn(absent, TODAY).length > 0) return;
      if (!reachesPerson(await arranging.scope('delegation.write'), absent.id)) return;
      const handed = handedBeyond({ person: arranger, day: TODAY }, { person: absent, day: TODAY }, above);
      for (const action of ACTIONS.filter((one) => isDelegable(one) && !handed.includes(one))) {
        const [given, own] = await Promise.all([viewerOf(absent).scope(action), arranging.scope(action)]);
        if (given.kind === 'COMPANY') expect(own.kind).toBe('COMPANY');
        for (const { id } of people) if (reachesPerson(given, id)) expect(reachesPerson(own, id)).toBe(true);
        for (const id of units) if (reachesUnit(given, id)) expect(reachesUnit(own, id)).toBe(true);
      }
    }),
    { numRuns: 500, seed: Number(process.env.TEST_SEED ?? 1) },
  );
});

test('permissions are those of the own roles and, but for what is private, of the absent', () => {
  const [liaison, leader] = [person(['u3', 'LIAISON']), person(['u1', 'TEAM_LEADER'])];
  const alone = permissionsOn(liaison, [], TODAY);
  const both = permissionsOn(liaison, [leader], TODAY);
  expect(both.filter((action) => !alone.includes(action))).toEqual(
    ACTIONS.filter(
      (action) => isDelegable(action) && !alone.includes(action) && grantsOf(action, leader, [], TODAY).length > 0,
    ),
  );
  expect(permissionsOn(leader, [], addDays('2020-01-01', -1))).toEqual([]);
});
