/** How large a team is, how large it should be, and who and what skills are in it. Pure functions over plain data. */
import { ROLES, type Role } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { formatRatio } from '@salesgraph/service-kit';
import { badValue, type Fault, reasonFaults } from '../../faults.ts';
import type { Member } from '../roster.store.ts';
import { HIGHEST_LEVEL } from '../skills/skills.ts';

/** How long somebody has been with the company, in whole years: at least so many, and fewer than the next band begins with. */
export const TENURE_BANDS = [
  { band: 'UNDER_ONE_YEAR', years: 0 },
  { band: 'ONE_TO_TWO_YEARS', years: 1 },
  { band: 'THREE_TO_FOUR_YEARS', years: 3 },
  { band: 'FIVE_TO_NINE_YEARS', years: 5 },
  { band: 'TEN_YEARS_AND_MORE', years: 10 },
] as const;
export type TenureBand = (typeof TENURE_BANDS)[number]['band'];

/** Whole years from one day to another: they are full on the same day of a year, of 29 February on 1 March. */
export const wholeYears = (from: Day, day: Day): number =>
  Number(day.slice(0, 4)) - Number(from.slice(0, 4)) - (day.slice(4) < from.slice(4) ? 1 : 0);

/** The band of somebody who is with the company since a day. */
export const bandOf = (since: Day, day: Day): TenureBand =>
  TENURE_BANDS.findLast(({ years }) => years <= wholeYears(since, day))?.band ?? 'UNDER_ONE_YEAR';

/** What a team is made of, in numbers that add up over teams. */
export interface Mix {
  size: number;
  byRole: Map<Role, number>;
  byTenure: Map<TenureBand, number>;
  /** By skill: how many people have each level, the lowest first. */
  bySkill: Map<string, number[]>;
}

const emptyMix = (): Mix => ({ size: 0, byRole: new Map(), byTenure: new Map(), bySkill: new Map() });

const add = <K>(counts: Map<K, number>, key: K, count: number) => counts.set(key, (counts.get(key) ?? 0) + count);

function addLevels(bySkill: Mix['bySkill'], skill: string, levels: readonly number[]): void {
  const known = bySkill.get(skill) ?? Array.from({ length: HIGHEST_LEVEL }, () => 0);
  bySkill.set(
    skill,
    known.map((count, place) => count + (levels[place] ?? 0)),
  );
}

/**
 * The mix of some people on a day.
 * @param confirmed by person: the confirmed levels by skill
 */
export function mixOf(
  members: readonly Pick<Member, 'id' | 'role' | 'since'>[],
  confirmed: ReadonlyMap<string, ReadonlyMap<string, number>>,
  day: Day,
): Mix {
  const mix = emptyMix();
  for (const { id, role, since } of members) {
    mix.size += 1;
    add(mix.byRole, role, 1);
    add(mix.byTenure, bandOf(since, day), 1);
    for (const [skill, level] of confirmed.get(id) ?? []) {
      addLevels(
        mix.bySkill,
        skill,
        Array.from({ length: HIGHEST_LEVEL }, (_, place) => (place + 1 === level ? 1 : 0)),
      );
    }
  }
  return mix;
}

/** The mix of several teams together; nobody is in two of them. */
export function together(mixes: Iterable<Mix>): Mix {
  const sum = emptyMix();
  for (const { size, byRole, byTenure, bySkill } of mixes) {
    sum.size += size;
    for (const [role, count] of byRole) add(sum.byRole, role, count);
    for (const [band, count] of byTenure) add(sum.byTenure, band, count);
    for (const [skill, levels] of bySkill) addLevels(sum.bySkill, skill, levels);
  }
  return sum;
}

/** How many are in each role, from the top; roles that nobody is in are left out. */
export const rolesIn = ({ byRole }: Pick<Mix, 'byRole'>) =>
  ROLES.filter((role) => byRole.has(role)).map((role) => ({ role, people: byRole.get(role)! }));

/** How many are in each band of tenure, the shortest first. */
export const tenuresIn = ({ byTenure }: Pick<Mix, 'byTenure'>) =>
  TENURE_BANDS.map(({ band }) => ({ band, people: byTenure.get(band) ?? 0 }));

/** What a team has of one skill: the average is exact to 6 places, rounded half to even; null when nobody has it. */
export function skillIn({ size, bySkill }: Pick<Mix, 'size' | 'bySkill'>, skill: string) {
  const byLevel = bySkill.get(skill) ?? Array.from({ length: HIGHEST_LEVEL }, () => 0);
  const people = byLevel.reduce((sum, count) => sum + count, 0);
  const levels = byLevel.reduce((sum, count, place) => sum + count * (place + 1), 0);
  const averageLevel = people > 0 ? formatRatio(BigInt(levels), BigInt(people)) : null;
  return { skill, people, missing: size - people, byLevel, averageLevel };
}

/** How large a unit should be from a day on; null: nothing is planned from then on. */
export interface PlannedSize {
  from: Day;
  size: number | null;
  reason: string | null;
  by: string;
}

export interface TeamPlan {
  id: string;
  unitId: string;
  /** In the order of days, one a day. */
  sizes: PlannedSize[];
}

const MOST_PLANNED = 100_000;
/** How many sizes a plan may have over time. */
export const MAX_SIZES = 200;

/** How large a unit should be on a day; null when nothing is planned. */
export const plannedOn = ({ sizes }: Pick<TeamPlan, 'sizes'>, day: Day): number | null =>
  sizes.findLast(({ from }) => from <= day)?.size ?? null;

/** A plan with another size from a day on, in place of the one that begins on the same day. What has begun is not rewritten. */
export function planned<P extends TeamPlan>(plan: P, size: PlannedSize, today: Day): P | Fault {
  if (size.size !== null && (size.size < 0 || size.size > MOST_PLANNED)) {
    return badValue('size', `must be from 0 to ${MOST_PLANNED}`);
  }
  if (size.from < today) return badValue('from', `is before today, ${today}`);
  const [fault] = reasonFaults(size.reason, { required: false });
  if (fault) return fault;
  const others = plan.sizes.filter(({ from }) => from !== size.from);
  if (others.length >= MAX_SIZES) return badValue('from', `would be the ${MAX_SIZES + 1}th day of the plan`);
  return { ...plan, sizes: [...others, size].sort((a, b) => (a.from < b.from ? -1 : 1)) };
}

/** What is planned for some units, against what they have. */
export interface Planned {
  /** The sum over the units with a plan; null when none has one. */
  plannedSize: number | null;
  /** How many are missing in the units with a plan. */
  gap: number | null;
  unitsWithoutPlan: number;
}

/** @param units how many are in each of some units, and how many should be */
export function plannedFor(units: readonly { size: number; planned: number | null }[]): Planned {
  const withPlan = units.flatMap(({ size, planned: wanted }) => (wanted === null ? [] : [{ size, wanted }]));
  if (withPlan.length === 0) return { plannedSize: null, gap: null, unitsWithoutPlan: units.length };
  return {
    plannedSize: withPlan.reduce((sum, { wanted }) => sum + wanted, 0),
    gap: withPlan.reduce((sum, { size, wanted }) => sum + wanted - size, 0),
    unitsWithoutPlan: units.length - withPlan.length,
  };
}
