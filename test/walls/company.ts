/**
 * The company of the walls, on 2026-03-16: who sits where, and what each has. Everybody has records of their own in every
 * service, and amounts are powers of two, so that any sum tells whose records are in it.
 *
 *     COMPANY: Sys (system administrator); Nil, who has nothing
 *       MARKETING: Mei, Mo; Lian (liaison)
 *       BARE: nobody, nothing
 *       SALES (Wang, director)
 *         DIVISION: Pan, Ma, Tao, Ke, An, one in each of the divisions' roles
 *         East (Zhao)   > East One (Qian): Sun, Li, until yesterday Lin
 *                       > East Two (Tang, since this morning): Zheng, He
 *         West (Feng)   > West One (until this morning Tang): Zhou; Gu, who stands in for Qian since this morning
 *         North         > North One (He, beside East Two): Shi, Bo
 *       Dong is deputy director for West and North.
 */

import type { EmployeeRow } from '@salesgraph/testing';
import type { Role } from '../../packages/access/src/index.ts';

export const NOW = '2026-03-16T04:00:00Z';
const TODAY = '2026-03-16';
const FOUNDED = '2020-01-01';

/** The month of the deals won, which is scored. */
export const SCORED = '2026-02';
/** A month that is locked, to which deals came late: they are carried into the month of today. */
export const LOCKED = '2026-01';
export const CURRENT = '2026-03';

/** Each unit below the one named before it. */
export const UNITS = {
  COMPANY: { kind: 'COMPANY', above: null },
  MARKETING: { kind: 'DEPARTMENT', above: 'COMPANY' },
  BARE: { kind: 'DIVISION', above: 'COMPANY' },
  SALES: { kind: 'DEPARTMENT', above: 'COMPANY' },
  DIVISION: { kind: 'DIVISION', above: 'SALES' },
  East: { kind: 'REGION', above: 'SALES' },
  'East One': { kind: 'TEAM', above: 'East' },
  'East Two': { kind: 'TEAM', above: 'East' },
  West: { kind: 'REGION', above: 'SALES' },
  'West One': { kind: 'TEAM', above: 'West' },
  North: { kind: 'REGION', above: 'SALES' },
  'North One': { kind: 'TEAM', above: 'North' },
} as const;
export type UnitCode = keyof typeof UNITS;

/** The units that have an outlet, targets and a channel; BARE has nothing. */
export const FURNISHED = (Object.keys(UNITS) as UnitCode[]).filter((code) => code !== 'BARE');

export const unitRows = Object.entries(UNITS).map(([code, { kind, above }]) => ({
  ...{ code, name: code, kind, parentCode: above, from: FOUNDED, to: null },
  currency: kind === 'COMPANY' ? 'CNY' : null,
}));

type Held = Omit<EmployeeRow['assignments'][number], 'role'> & { role: Role };
const held = (unitCode: UnitCode, role: Held['role'], more: Partial<Held> = {}): Held => ({
  ...{ unitCode, role, primary: true, leader: false, from: FOUNDED, to: null },
  ...more,
});

const leads = { leader: true };
const beside = { primary: false };

/** Everybody with their assignments. */
const PEOPLE = {
  Wang: [held('SALES', 'SALES_DIRECTOR', leads)],
  Dong: [held('West', 'DEPUTY_DIRECTOR'), held('North', 'DEPUTY_DIRECTOR', beside)],
  Zhao: [held('East', 'REGIONAL_MANAGER', leads)],
  Qian: [held('East One', 'TEAM_LEADER', leads)],
  Sun: [held('East One', 'SALES_ENGINEER')],
  Li: [held('East One', 'SALES_ENGINEER')],
  Lin: [held('East One', 'SALES_ENGINEER', { to: TODAY })],
  Tang: [
    held('West One', 'TEAM_LEADER', { ...leads, to: TODAY }),
    held('East Two', 'TEAM_LEADER', { ...leads, from: TODAY }),
  ],
  Zheng: [held('East Two', 'SALES_ENGINEER')],
  He: [held('East Two', 'SALES_ENGINEER'), held('North One', 'TEAM_LEADER', { ...leads, ...beside })],
  Feng: [held('West', 'REGIONAL_MANAGER', leads)],
  Zhou: [held('West One', 'SALES_ENGINEER')],
  Gu: [held('West One', 'SALES_ENGINEER')],
  Shi: [held('North One', 'SALES_ENGINEER')],
  Bo: [held('North One', 'SALES_ENGINEER')],
  Pan: [held('DIVISION', 'NETWORK_PLANNER')],
  Ma: [held('DIVISION', 'MARKET_ANALYST')],
  Tao: [held('DIVISION', 'TEAM_DEVELOPER')],
  Ke: [held('DIVISION', 'CUSTOMER_CARE_SPECIALIST')],
  An: [held('DIVISION', 'SALES_ANALYST')],
  Lian: [held('MARKETING', 'LIAISON')],
  Sys: [held('COMPANY', 'SYSTEM_ADMINISTRATOR')],
  Mei: [held('MARKETING', 'EMPLOYEE')],
  Mo: [held('MARKETING', 'EMPLOYEE')],
  Nil: [held('COMPANY', 'EMPLOYEE')],
} satisfies Record<string, Held[]>;
export type PersonCode = keyof typeof PEOPLE;

export const personRows = Object.entries(PEOPLE).map(([code, assignments]) => ({
  ...{ code, name: code, hiredOn: FOUNDED, assignments },
}));

/** Who stands in for whom. */
export const ABSENCE = { absent: 'Qian', standIn: 'Gu', from: TODAY, to: '2026-04-01' } as const;

/** Everybody who has records: all but Nil. */
export const OWNERS: readonly PersonCode[] = (Object.keys(PEOPLE) as PersonCode[]).filter((code) => code !== 'Nil');
/** Those who may not write messages: Bo writes to them. */
export const SILENT: readonly PersonCode[] = ['Mei', 'Mo', 'Lin'];
/** Those who have a score card of their own. */
export const ENGINEERS: readonly PersonCode[] = ['Sun', 'Li', 'Lin', 'Zheng', 'He', 'Zhou', 'Gu', 'Shi', 'Bo'];
/** Who has nothing, and the unit that has nothing: what is hidden must look like them. */
export const NOBODY = { person: 'Nil', unit: 'BARE' } as const;

/** What a person's deal is worth, in major units: no two sets of people have the same sum. */
export const worth = (person: PersonCode): number => 2 ** OWNERS.indexOf(person);

/** Whose deals a sum is made of. */
export const peopleIn = (sum: number): PersonCode[] =>
  OWNERS.filter((_, place) => Math.floor(sum / 2 ** place) % 2 === 1).sort();

/** The role in which a unit is led. */
export const leadingRole = (unit: string): Role => {
  const kind = UNITS[unit as UnitCode]?.kind;
  if (kind === 'REGION') return 'REGIONAL_MANAGER';
  return kind === 'TEAM' ? 'TEAM_LEADER' : unit === 'SALES' ? 'SALES_DIRECTOR' : 'EMPLOYEE';
};

const isWithin = (unit: UnitCode, top: string): boolean => {
  const above = UNITS[unit].above as UnitCode | null;
  return unit === top || (above !== null && isWithin(above, top));
};

/** Everybody with records who belongs to a unit or below it today. */
export const sellersBelow = (unit: string): PersonCode[] =>
  OWNERS.filter((person) =>
    PEOPLE[person].some(({ unitCode, to }) => to === null && isWithin(unitCode as UnitCode, unit)),
  ).sort();

/** Whether somebody belongs, or ever belonged, to a unit or below it. */
export const everWithin = (person: PersonCode, unit: string): boolean =>
  PEOPLE[person].some(({ unitCode }) => isWithin(unitCode as UnitCode, unit));
