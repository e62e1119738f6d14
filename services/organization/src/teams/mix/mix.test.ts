import { describe, expect, test } from '@jest/globals';
import type { Role } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import fc from 'fast-check';
import {
  bandOf,
  mixOf,
  planned,
  plannedFor,
  plannedOn,
  rolesIn,
  skillIn,
  type TeamPlan,
  tenuresIn,
  together,
  wholeYears,
} from './mix.ts';

const DAY = '2026-03-16';
const member = (id: string, role: Role = 'SALES_ENGINEER', since: Day = '2020-01-01') => ({ id, role, since });

describe('tenure', () => {
  test.each<[Day, Day, number]>([
    ['2025-03-16', '2026-03-16', 1],
    ['2025-03-17', '2026-03-16', 0],
    ['2024-02-29', '2025-02-28', 0],
    ['2024-02-29', '2025-03-01', 1],
    ['2024-02-29', '2028-02-29', 4],
    ['2026-05-01', '2026-03-16', -1],
  ])('from %s to %s is %i whole years', (since, day, years) => {
    expect(wholeYears(since, day)).toBe(years);
  });
  test.each([
    ['2026-03-16', 'UNDER_ONE_YEAR'],
    ['2026-09-01', 'UNDER_ONE_YEAR'],
    ['2025-03-16', 'ONE_TO_TWO_YEARS'],
    ['2023-03-17', 'ONE_TO_TWO_YEARS'],
    ['2023-03-16', 'THREE_TO_FOUR_YEARS'],
    ['2021-03-16', 'FIVE_TO_NINE_YEARS'],
    ['2016-03-17', 'FIVE_TO_NINE_YEARS'],
    ['2016-03-16', 'TEN_YEARS_AND_MORE'],
  ])('since %s is %s', (since, band) => {
    expect(bandOf(since, DAY)).toBe(band);
  });
});

describe('the mix of a team', () => {
  const confirmed = new Map([
    ['a', new Map([['X', 4]])],
    [
      'b',
      new Map([
        ['X', 1],
        ['Y', 2],
      ]),
    ],
    ['c', new Map([['X', 3]])],
    ['elsewhere', new Map([['X', 4]])],
  ]);
  const team = [member('a', 'TEAM_LEADER', '2010-01-01'), member('b'), member('c'), member('d', 'SALES_ENGINEER', DAY)];
  const mix = mixOf(team, confirmed, DAY);

  test('counts people by role and tenure', () => {
    expect(mix.size).toBe(4);
    expect(rolesIn(mix)).toEqual([
      { role: 'TEAM_LEADER', people: 1 },
      { role: 'SALES_ENGINEER', people: 3 },
    ]);
    expect(tenuresIn(mix).map(({ people }) => people)).toEqual([1, 0, 0, 2, 1]);
  });

  test('says of a skill how many have it at which level, how well on average, and who misses it', () => {
    expect(skillIn(mix, 'X')).toEqual({
      skill: 'X',
      people: 3,
      missing: 1,
      byLevel: [1, 0, 1, 1],
      averageLevel: '2.666667',
    });
    expect(skillIn(mix, 'Y')).toEqual({
      skill: 'Y',
      people: 1,
      missing: 3,
      byLevel: [0, 1, 0, 0],
      averageLevel: '2.000000',
    });
    expect(skillIn(mix, 'Z')).toEqual({ skill: 'Z', people: 0, missing: 4, byLevel: [0, 0, 0, 0], averageLevel: null });
  });

  test('of several teams is that of all their people', () => {
    const people = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        role: fc.constantFrom<Role>('TEAM_LEADER', 'SALES_ENGINEER', 'EMPLOYEE'),
        since: fc.constantFrom('2010-01-01', '2022-01-01', '2024-06-01', DAY),
        team: fc.integer({ min: 0, max: 4 }),
        levels: fc.array(fc.tuple(fc.constantFrom('X', 'Y', 'Z'), fc.integer({ min: 1, max: 4 })), { maxLength: 3 }),
      }),
      { selector: ({ id }) => id, maxLength: 40 },
    );
    fc.assert(
      fc.property(people, (all) => {
        const skills = new Map(all.map(({ id, levels }) => [id, new Map(levels)]));
        const teams = [...Map.groupBy(all, (one) => one.team).values()].map((some) => mixOf(some, skills, DAY));
        const [sum, whole] = [together(teams), mixOf(all, skills, DAY)];
        expect(sum.size).toBe(whole.size);
        expect(rolesIn(sum)).toEqual(rolesIn(whole));
        expect(tenuresIn(sum)).toEqual(tenuresIn(whole));
        for (const code of ['X', 'Y', 'Z']) expect(skillIn(sum, code)).toEqual(skillIn(whole, code));
      }),
    );
  });
});

describe('the planned size', () => {
  const empty: TeamPlan = { id: 'P', unitId: 'U', sizes: [] };
  const from = (day: Day, size: number | null) => ({ from: day, size, reason: null, by: 'Zhao' });
  const plan = (...sizes: [Day, number | null][]) =>
    sizes.reduce<TeamPlan>((one, [day, size]) => planned(one, from(day, size), DAY) as TeamPlan, empty);

  test('holds from its day until the next one, and until it is taken back', () => {
    const one = plan(['2026-06-01', 12], [DAY, 8], ['2027-01-01', null]);
    expect([DAY, '2026-05-31', '2026-06-01', '2026-12-31', '2027-01-01'].map((day) => plannedOn(one, day))).toEqual([
      ...[8, 8, 12, 12, null],
    ]);
    expect(plannedOn(one, '2026-03-15')).toBeNull();
    expect(plan(['2026-06-01', 12], ['2026-06-01', 9]).sizes).toEqual([from('2026-06-01', 9)]);
  });

  test.each([
    ['of yesterday', from('2026-03-15', 5), 'from'],
    ['below nothing', from(DAY, -1), 'size'],
    ['of more than a company', from(DAY, 100_001), 'size'],
    ['with a long reason', { ...from(DAY, 1), reason: 'x'.repeat(1_001) }, 'reason'],
  ])('%s is refused', (_, size, field) => {
    expect(planned(empty, size, DAY)).toMatchObject({ field });
  });

  test.each([
    ['no unit', [], null, null, 0],
    ['units without a plan', [{ size: 3, planned: null }], null, null, 1],
    [
      'units with one',
      [
        { size: 3, planned: 5 },
        { size: 4, planned: 3 },
      ],
      8,
      1,
      0,
    ],
    [
      'some of each',
      [
        { size: 3, planned: 5 },
        { size: 9, planned: null },
      ],
      5,
      2,
      1,
    ],
    ['more than planned', [{ size: 3, planned: 0 }], 0, -3, 0],
  ])('of %s', (_, units, plannedSize, gap, unitsWithoutPlan) => {
    expect(plannedFor(units)).toEqual({ plannedSize, gap, unitsWithoutPlan });
  });
});
