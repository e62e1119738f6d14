/** Skills, and how large and how mixed teams are, through the graph. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mutation } from '../changes.ts';
import { personId, TODAY, unitId } from '../house.ts';
import { openTeamHouse, type TeamHouse } from './house.ts';

let house: TeamHouse;
beforeAll(async () => {
  house = await openTeamHouse();
});
afterAll(() => house?.close());

const SKILLS =
  'skillProfile { version skills { skill { code nameChinese } confirmed { level by note on } selfStated { level by } } }';
interface Profile {
  version: number;
  skills: { skill: { code: string }; confirmed: { level: number } | null; selfStated: { level: number } | null }[];
}

const say = (caller: string, field: 'stateSkill' | 'confirmSkill', code: string, more: object = {}) =>
  house
    .answer<{ result: { skillProfile: Profile } }>(
      caller,
      mutation(field, SKILLS).replace(/StateSkillInput|ConfirmSkillInput/, 'StateSkillInput'),
      {
        input: { employeeId: personId(code), skill: 'NEGOTIATION', level: 2, expectedVersion: 0, ...more },
      },
    )
    .then(({ result }) => result.skillProfile);
const refused = (caller: string, field: 'stateSkill' | 'confirmSkill', code: string, more: object = {}) =>
  house.refusal(caller, mutation(field, 'id').replace(/ConfirmSkillInput/, 'StateSkillInput'), {
    input: { employeeId: personId(code), skill: 'NEGOTIATION', level: 2, expectedVersion: 0, ...more },
  });
const profileOf = async (caller: string, code: string, asOf?: string) =>
  (
    await house.answer<{ employee: { skillProfile: Profile | null } }>(
      caller,
      `query($code: String, $asOf: Date) { employee(code: $code) { ${SKILLS.replace('skillProfile', 'skillProfile(asOf: $asOf)')} } }`,
      { code, asOf },
    )
  ).employee.skillProfile;

describe('a skill', () => {
  test('is stated by the person and confirmed by who answers for them, side by side', async () => {
    expect(await say('Sun', 'stateSkill', 'Sun', { level: 4, idempotencyKey: 'k' })).toMatchObject({
      version: 1,
      skills: [
        {
          skill: { code: 'NEGOTIATION', nameChinese: '商务谈判' },
          confirmed: null,
          selfStated: { level: 4, by: 'Sun' },
        },
      ],
    });
    expect(await say('Sun', 'stateSkill', 'Sun', { level: 4, idempotencyKey: 'k' })).toMatchObject({ version: 1 });
    expect(
      await say('Qian', 'confirmSkill', 'Sun', { level: 2, note: ' solid ', on: '2026-02-01', expectedVersion: 1 }),
    ).toMatchObject({
      version: 2,
      skills: [{ confirmed: { level: 2, by: 'Qian', note: 'solid', on: '2026-02-01' }, selfStated: { level: 4 } }],
    });
    expect(await profileOf('Qian', 'Sun', '2026-01-31')).toEqual({ version: 2, skills: [] });
    expect((await profileOf('Qian', 'Sun', '2026-02-01'))!.skills).toMatchObject([
      { confirmed: { level: 2 }, selfStated: null },
    ]);
  });

  test.each<[string, string, 'stateSkill' | 'confirmSkill', string, object, string]>([
    ['stated of somebody else', 'Qian', 'stateSkill', 'Sun', { expectedVersion: 2 }, 'FORBIDDEN'],
    ['confirmed by the person', 'Sun', 'confirmSkill', 'Sun', { expectedVersion: 2 }, 'FORBIDDEN'],
    ['confirmed by the leader of the own', 'Qian', 'confirmSkill', 'Qian', {}, 'FORBIDDEN'],
    ['confirmed by the leader of another team', 'Wu', 'confirmSkill', 'Sun', { expectedVersion: 2 }, 'NOT_FOUND'],
    ['confirmed by a mate', 'Li', 'confirmSkill', 'Sun', { expectedVersion: 2 }, 'NOT_FOUND'],
    ['confirmed of nobody', 'Qian', 'confirmSkill', 'Nobody', {}, 'NOT_FOUND'],
    ['unknown', 'Qian', 'confirmSkill', 'Li', { skill: 'JUGGLING' }, 'BAD_USER_INPUT skill'],
    ['beyond level 4', 'Qian', 'confirmSkill', 'Li', { level: 5 }, 'BAD_USER_INPUT level'],
    ['of tomorrow', 'Qian', 'confirmSkill', 'Li', { on: '2026-03-17' }, 'BAD_USER_INPUT on'],
    ['at a stale version', 'Qian', 'confirmSkill', 'Sun', { expectedVersion: 1 }, 'CONFLICT expectedVersion'],
    [
      'at a version that is not there yet',
      'Qian',
      'confirmSkill',
      'Li',
      { expectedVersion: 1 },
      'CONFLICT expectedVersion',
    ],
  ])('is not %s', async (_, caller, field, code, more, expected) => {
    expect(await refused(caller, field, code, more)).toBe(expected);
  });

  test('is read by the person and by who answers for them, and hidden from others', async () => {
    for (const caller of ['Sun', 'Qian', 'Zhao', 'Wang', 'administrator']) {
      expect((await profileOf(caller, 'Sun'))?.version).toBe(2);
    }
    for (const caller of ['Li', 'Wu', 'Feng', 'Chen']) expect(await profileOf(caller, 'Sun')).toBeNull();
    expect(await profileOf('Qian', 'Li')).toEqual({ version: 0, skills: [] });
  });

  test('is told of with all that was said', async () => {
    const [first, second, ...rest] = await house.toldOfType('organization.skill-profile.changed');
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      actor: 'Sun',
      data: { change: { action: 'skill.state' }, statements: [{ kind: 'SELF' }] },
    });
    expect(second).toMatchObject({
      actor: 'Qian',
      data: {
        employeeId: personId('Sun'),
        change: { action: 'skill.confirm', reason: 'solid' },
        statements: [{}, { level: 2 }],
      },
    });
  });
});

describe('the catalogue', () => {
  const define = (caller: string, more: object) =>
    house.answer(caller, mutation('defineSkill', 'code name retired version'), {
      input: { code: 'COACHING', name: 'Mentoring', nameChinese: '带教', expectedVersion: 0, ...more },
    });
  test('begins with what every company has, and is the company’s own from then on', async () => {
    expect(await define('Wang', { idempotencyKey: 'k' })).toEqual({
      result: { code: 'COACHING', name: 'Mentoring', retired: false, version: 1 },
    });
    expect(await define('Wang', { idempotencyKey: 'k' })).toMatchObject({ result: { version: 1 } });
    expect(await define('Wang', { retired: true, expectedVersion: 1 })).toMatchObject({
      result: { retired: true, version: 2 },
    });
    const { skills, all } = await house.answer<{ skills: { code: string }[]; all: { code: string }[] }>(
      'Sun',
      '{ skills { code } all: skills(retired: true) { code } }',
    );
    expect(all).toHaveLength(10);
    expect(skills).toHaveLength(9);
    expect(await refused('Qian', 'confirmSkill', 'Li', { skill: 'COACHING' })).toBe('CONFLICT skill');
  });
  test.each([
    ['by a regional manager', 'Zhao', {}, 'FORBIDDEN'],
    ['at a stale version', 'Wang', { expectedVersion: 1 }, 'CONFLICT expectedVersion'],
    ['with a bad code', 'Wang', { code: 'coaching' }, 'BAD_USER_INPUT code'],
  ])('is not changed %s', async (_, caller, more, expected) => {
    const input = { code: 'COACHING', name: 'X', nameChinese: '技', expectedVersion: 2, ...more };
    expect(await house.refusal(caller, mutation('defineSkill', 'code'), { input })).toBe(expected);
  });
});

describe('a team', () => {
  const TEAM =
    'size plannedSize gap unitsWithoutPlan byRole { role people } byTenure { people } skillMix { skill { code } people averageLevel byLevel missing } plan { version sizes { from size by } }';
  interface Team {
    size: number;
    skillMix: { skill: { code: string }; people: number }[];
    [field: string]: unknown;
  }
  const teamOf = async (caller: string, code: string, args = '') =>
    (
      await house.answer<{ unit: { team: Team | null } }>(
        caller,
        `query($code: String) { unit(code: $code) { team${args} { ${TEAM} } } }`,
        {
          code,
        },
      )
    ).unit.team;
  const plan = (caller: string, code: string, more: object = {}) =>
    house.answer<{ result: { team: Team } }>(caller, mutation('planTeamSize', `team { ${TEAM} }`), {
      input: { unitId: unitId(code), size: 5, expectedVersion: 0, ...more },
    });

  test('has a size, roles, and skills as confirmed', async () => {
    await say('Qian', 'confirmSkill', 'Li', { level: 3 });
    const team = (await teamOf('Qian', 'East One'))!;
    expect(team).toMatchObject({
      ...{ size: 3, plannedSize: null, gap: null, unitsWithoutPlan: 1 },
      byRole: [
        { role: 'TEAM_LEADER', people: 1 },
        { role: 'SALES_ENGINEER', people: 2 },
      ],
    });
    expect(team.skillMix.find(({ skill }) => skill.code === 'NEGOTIATION')).toEqual({
      ...{ skill: { code: 'NEGOTIATION' }, people: 2, averageLevel: '2.500000', byLevel: [0, 1, 1, 0], missing: 1 },
    });
    expect(team.skillMix).toHaveLength(9);
    const before = (await teamOf('Qian', 'East One', '(asOf: "2026-01-31")'))!;
    expect(before.skillMix.every(({ people }) => people === 0)).toBe(true);
  });

  test('has a planned size from a day on, set by who leads it or stands above', async () => {
    expect(await plan('Qian', 'East One', { idempotencyKey: 'k' })).toMatchObject({
      result: { team: { plannedSize: 5, gap: 2, plan: { version: 1, sizes: [{ from: TODAY, size: 5, by: 'Qian' }] } } },
    });
    expect(await plan('Qian', 'East One', { idempotencyKey: 'k' })).toMatchObject({
      result: { team: { plan: { version: 1 } } },
    });
    await plan('Zhao', 'East Two', { size: 1 });
    await plan('Zhao', 'East One', { size: 6, from: '2026-07-01', expectedVersion: 1 });
    expect(await teamOf('Zhao', 'East', '(deep: true)')).toMatchObject({
      ...{ size: 6, plannedSize: 6, gap: 1, unitsWithoutPlan: 1 },
    });
    expect(await teamOf('Zhao', 'East', '(deep: true, asOf: "2026-07-01")')).toMatchObject({ plannedSize: 7, gap: 2 });
    expect(await teamOf('Wang', 'SALES', '(deep: true)')).toMatchObject({ size: 9, plannedSize: 6 });
  });

  test.each<[string, string, string, object, string]>([
    ['of another team', 'Qian', 'East Two', {}, 'NOT_FOUND'],
    ['of a unit that is not there', 'Qian', 'Nowhere', {}, 'NOT_FOUND'],
    ['of the region, by a leader in it', 'Qian', 'East', {}, 'NOT_FOUND'],
    ['by an engineer', 'Sun', 'East One', {}, 'FORBIDDEN'],
    ['from yesterday on', 'Qian', 'East One', { from: '2026-03-15', expectedVersion: 2 }, 'BAD_USER_INPUT from'],
    ['at a stale version', 'Qian', 'East One', {}, 'CONFLICT expectedVersion'],
  ])('is not planned %s', async (_, caller, code, more, expected) => {
    const input = { unitId: unitId(code), size: 5, expectedVersion: 0, ...more };
    expect(await house.refusal(caller, mutation('planTeamSize', 'id'), { input })).toBe(expected);
  });

  test('is shown to those who lead it or stand above', async () => {
    for (const caller of ['Qian', 'Zhao', 'Wang', 'administrator'])
      expect(await teamOf(caller, 'East One')).not.toBeNull();
    for (const caller of ['Sun', 'Wu', 'Feng', 'Chen', 'importer']) expect(await teamOf(caller, 'East One')).toBeNull();
  });
});
