/** The report of who reaches a record, held against what each viewer is given. */
import { describe, expect, test } from '@jest/globals';
import { covers, fakeClock } from '@salesgraph/calendar';
import fc from 'fast-check';
import { organizations, TODAY, viewOf } from '../../test/random-organization.ts';
import {
  ACTIONS,
  absentOn,
  accountsWith,
  createViewer,
  holdersOf,
  type KnownPerson,
  type Owned,
  type ROLES,
  reachesPerson,
  reachesUnit,
  reasonsOf,
  targetOf,
} from '../index.ts';

test('somebody has a reason exactly if the scope of that viewer reaches the record, and is listed exactly then', async () => {
  const clock = fakeClock(`${TODAY}T04:00:00Z`);
  const records = fc.record({
    whose: fc.array(fc.nat(8), { maxLength: 2 }),
    units: fc.array(fc.nat(7), { maxLength: 1 }),
  });
  await fc.assert(
    fc.asyncProperty(organizations, records, fc.constantFrom(...ACTIONS), async (organization, record, action) => {
      const { people } = organization;
      const { view, upwards, byId, units } = viewOf(organization);
      const owned: Owned = {
        employeeIds: record.whose.map((n) => `p${n}`),
        unitIds: record.units.filter((n) => n < units.length).map((n) => `u${n}`),
      };
      const owners = byId(owned.employeeIds).values().toArray();
      const target = targetOf(owned, owners, upwards, TODAY);
      const represented = (person: KnownPerson) => byId(absentOn(person, TODAY)).values().toArray();
      const standIns = people
        .map((person) => ({ person, absent: represented(person) }))
        .filter(({ absent }) => absent.length > 0);
      const { ids, anywhere, within: places } = holdersOf(action, target, owners, standIns, TODAY);

      for (const person of people) {
        const viewer = createViewer({ sub: person.code, kind: 'EMPLOYEE' }, view, { clock, zone: 'Asia/Shanghai' });
        const scope = await viewer.scope(action);
        const reached =
          scope.kind === 'COMPANY' ||
          owned.employeeIds.some((id) => reachesPerson(scope, id)) ||
          owned.unitIds.some((id) => reachesUnit(scope, id));
        const reasons = reasonsOf(action, person, represented(person), target, TODAY);
        expect(reasons.length > 0).toBe(reached);
        const held = person.assignments.filter((one) => covers(one, TODAY));
        const isListed =
          ids.includes(person.id) ||
          held.some(({ role }) => anywhere.includes(role)) ||
          held.some(({ role, unitId }) => places.roles.includes(role) && places.unitIds.includes(unitId));
        expect(isListed).toBe(reached);
      }
    }),
    { numRuns: 500, seed: Number(process.env.TEST_SEED ?? 1) },
  );
});

describe('a reason says why', () => {
  const role = (unitId: string, of: (typeof ROLES)[number]) => ({ unitId, role: of, from: '2020-01-01', to: null });
  const sun: KnownPerson = { id: 'sun', code: 'Sun', assignments: [role('u2', 'SALES_ENGINEER')] };
  const qian: KnownPerson = { id: 'qian', code: 'Qian', assignments: [role('u1', 'TEAM_LEADER')] };
  const wang: KnownPerson = { id: 'wang', code: 'Wang', assignments: [role('u0', 'SALES_DIRECTOR')] };
  const li: KnownPerson = { id: 'li', code: 'Li', assignments: [role('u3', 'SALES_ENGINEER')] };
  const { upwards } = viewOf({ parents: [0, 0, 1, 0], people: [] });
  const target = targetOf({ employeeIds: ['sun'], unitIds: [] }, [sun], upwards, TODAY);
  const why = (person: KnownPerson, ...absent: KnownPerson[]) =>
    reasonsOf('customer.read', person, absent, target, TODAY).map(({ role: by, unitId, via, standsInForId }) => [
      ...[by, unitId, via, standsInForId],
    ]);

  test.each<[string, unknown[], unknown[][]]>([
    ['the owner', why(sun), [['SALES_ENGINEER', 'u2', 'OWN_RECORD', null]]],
    ['a leader above', why(qian), [['TEAM_LEADER', 'u1', 'UNIT', null]]],
    ['the director', why(wang), [['SALES_DIRECTOR', 'u0', 'COMPANY_WIDE', null]]],
    ['a neighbour', why(li), []],
    ['who stands in for the owner', why(li, sun), [['SALES_ENGINEER', 'u2', 'OWN_RECORD', 'sun']]],
    [
      'a leader who stands in for the director',
      why(qian, wang),
      [
        ['TEAM_LEADER', 'u1', 'UNIT', null],
        ['SALES_DIRECTOR', 'u0', 'COMPANY_WIDE', 'wang'],
      ],
    ],
  ])('%s', (_, reasons, expected) => {
    expect(reasons).toEqual(expected);
  });
});

test('accounts reach everything or nothing', () => {
  expect(accountsWith('customer.read')).toEqual(['ADMINISTRATOR', 'IMPORTER']);
  expect(accountsWith('score.read')).toEqual(['ADMINISTRATOR']);
  expect(accountsWith('self.read')).toEqual(['ADMINISTRATOR']);
  expect(accountsWith('message.write')).toEqual([]);
});
