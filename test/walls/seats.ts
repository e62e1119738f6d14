/** From where the walls are looked at: one seat for each column of the table, and some whose place is less simple. */
import type { PersonCode, UnitCode } from './company.ts';

/** A column of the table of permissions. */
export const COLUMNS = [
  'director',
  'deputy',
  'regional',
  'leader',
  'engineer',
  'planner',
  'market',
  'developer',
  'care',
  'analyst',
  'liaison',
  'sysadmin',
  'employee',
  'administrator',
  'importer',
] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * Where a record lies as seen from a seat: one's own; within the own unit; in the unit beside; in another branch or above.
 * Of units: the own unit, one below it, one beside it, one in another branch or above.
 */
export const PLACES = ['own', 'inside', 'sibling', 'elsewhere'] as const;
export type Place = (typeof PLACES)[number];

export interface Seat {
  /** The caller: an employee's code, `administrator` or `importer`. */
  code: string;
  /** Which column says what the seat sees; null for somebody to whom everything is refused. */
  column: Column | null;
  /** The column of somebody for whom the seat stands in: it counts for all that is not private. */
  standsFor?: Column;
  people: Record<Place, PersonCode | null>;
  units: Record<Place, UnitCode | null>;
  /** Everybody whose records a role that reaches its unit reaches from here, and those units. */
  reach: { people: PersonCode[]; units: UnitCode[] };
  /** Who belonged to those units when their deals were closed, and does no longer. */
  former: PersonCode[];
  /** The units of today's assignments. */
  unitsOfDay: UnitCode[];
}

const account = (code: 'administrator' | 'importer'): Seat => ({
  ...{ code, column: code },
  people: { own: null, inside: 'Sun', sibling: 'Zhou', elsewhere: 'Mei' },
  units: { own: null, inside: 'East One', sibling: 'West', elsewhere: 'MARKETING' },
  reach: { people: [], units: [] },
  former: [],
  unitsOfDay: [],
});

/** A seat in the division of the sales department. */
const ofDivision = (code: PersonCode, column: Column, colleague: PersonCode): Seat => ({
  ...{ code, column },
  people: { own: code, inside: colleague, sibling: 'Sun', elsewhere: 'Mei' },
  units: { own: 'DIVISION', inside: null, sibling: 'East', elsewhere: 'MARKETING' },
  reach: { people: [code], units: [] },
  former: [],
  unitsOfDay: ['DIVISION'],
});

export const SEATS = {
  director: {
    ...{ code: 'Wang', column: 'director' },
    people: { own: 'Wang', inside: 'Sun', sibling: 'Mei', elsewhere: 'Lin' },
    units: { own: 'SALES', inside: 'East One', sibling: 'MARKETING', elsewhere: 'COMPANY' },
    reach: { people: [], units: [] },
    former: [],
    unitsOfDay: ['SALES'],
  },
  /** Of two regions, West and North. */
  deputy: {
    ...{ code: 'Dong', column: 'deputy' },
    people: { own: 'Dong', inside: 'Shi', sibling: 'Sun', elsewhere: 'Wang' },
    units: { own: 'West', inside: 'North One', sibling: 'East', elsewhere: 'SALES' },
    reach: {
      people: ['Dong', 'Feng', 'Zhou', 'Gu', 'He', 'Shi', 'Bo'],
      units: ['West', 'West One', 'North', 'North One'],
    },
    former: ['Tang'],
    unitsOfDay: ['West', 'North'],
  },
  regional: {
    ...{ code: 'Zhao', column: 'regional' },
    people: { own: 'Zhao', inside: 'Zheng', sibling: 'Zhou', elsewhere: 'Wang' },
    units: { own: 'East', inside: 'East Two', sibling: 'West', elsewhere: 'SALES' },
    reach: {
      people: ['Zhao', 'Qian', 'Sun', 'Li', 'Tang', 'Zheng', 'He'],
      units: ['East', 'East One', 'East Two'],
    },
    former: ['Lin'],
    unitsOfDay: ['East'],
  },
  leader: {
    ...{ code: 'Qian', column: 'leader' },
    people: { own: 'Qian', inside: 'Sun', sibling: 'Zheng', elsewhere: 'Zhou' },
    units: { own: 'East One', inside: null, sibling: 'East Two', elsewhere: 'West' },
    reach: { people: ['Qian', 'Sun', 'Li'], units: ['East One'] },
    former: ['Lin'],
    unitsOfDay: ['East One'],
  },
  engineer: {
    ...{ code: 'Sun', column: 'engineer' },
    people: { own: 'Sun', inside: 'Li', sibling: 'Zheng', elsewhere: 'Zhou' },
    units: { own: 'East One', inside: null, sibling: 'East Two', elsewhere: 'West' },
    reach: { people: ['Sun'], units: [] },
    former: [],
    unitsOfDay: ['East One'],
  },
  planner: ofDivision('Pan', 'planner', 'Ma'),
  market: ofDivision('Ma', 'market', 'Pan'),
  developer: ofDivision('Tao', 'developer', 'Pan'),
  care: ofDivision('Ke', 'care', 'Pan'),
  analyst: ofDivision('An', 'analyst', 'Pan'),
  liaison: {
    ...{ code: 'Lian', column: 'liaison' },
    people: { own: 'Lian', inside: 'Mei', sibling: 'Wang', elsewhere: 'Sun' },
    units: { own: 'MARKETING', inside: null, sibling: 'SALES', elsewhere: 'East One' },
    reach: { people: ['Lian'], units: [] },
    former: [],
    unitsOfDay: ['MARKETING'],
  },
  sysadmin: {
    ...{ code: 'Sys', column: 'sysadmin' },
    people: { own: 'Sys', inside: 'Mei', sibling: 'Wang', elsewhere: 'Sun' },
    units: { own: 'COMPANY', inside: 'East One', sibling: null, elsewhere: null },
    reach: { people: ['Sys'], units: [] },
    former: [],
    unitsOfDay: ['COMPANY'],
  },
  employee: {
    ...{ code: 'Mei', column: 'employee' },
    people: { own: 'Mei', inside: 'Mo', sibling: 'Wang', elsewhere: 'Sun' },
    units: { own: 'MARKETING', inside: null, sibling: 'SALES', elsewhere: 'East One' },
    reach: { people: ['Mei'], units: [] },
    former: [],
    unitsOfDay: ['MARKETING'],
  },
  administrator: account('administrator'),
  importer: account('importer'),

  /** Sells in East Two and leads North One: sees what either lets see. */
  'in two seats': {
    ...{ code: 'He', column: 'leader' },
    people: { own: 'He', inside: 'Shi', sibling: 'Zheng', elsewhere: 'Zhou' },
    units: { own: 'North One', inside: null, sibling: 'East One', elsewhere: 'West' },
    reach: { people: ['He', 'Shi', 'Bo'], units: ['North One'] },
    former: [],
    unitsOfDay: ['East Two', 'North One'],
  },
  /** Led West One until this morning, and East Two from then on. */
  'transferred today': {
    ...{ code: 'Tang', column: 'leader' },
    people: { own: 'Tang', inside: 'Zheng', sibling: 'Sun', elsewhere: 'Zhou' },
    units: { own: 'East Two', inside: null, sibling: 'East One', elsewhere: 'West One' },
    reach: { people: ['Tang', 'Zheng', 'He'], units: ['East Two'] },
    former: [],
    unitsOfDay: ['East Two'],
  },
  /** Sells in West One and stands in for Qian, who leads East One. */
  'stand-in': {
    ...{ code: 'Gu', column: 'engineer', standsFor: 'leader' },
    people: { own: 'Gu', inside: 'Sun', sibling: 'Zhou', elsewhere: 'Zheng' },
    units: { own: null, inside: 'East One', sibling: 'East Two', elsewhere: 'North' },
    reach: { people: ['Gu', 'Qian', 'Sun', 'Li'], units: ['East One'] },
    former: ['Lin'],
    unitsOfDay: ['West One'],
  },
  /** Sold in East One until yesterday. */
  'left yesterday': {
    ...{ code: 'Lin', column: null },
    people: { own: 'Lin', inside: 'Sun', sibling: 'Zheng', elsewhere: 'Zhou' },
    units: { own: 'East One', inside: null, sibling: 'East Two', elsewhere: 'West' },
    reach: { people: [], units: [] },
    former: [],
    unitsOfDay: [],
  },
  /** Has a token and is unknown to the organization. */
  stranger: {
    ...{ code: 'Nobody At All', column: null },
    people: { own: null, inside: 'Sun', sibling: 'Zheng', elsewhere: 'Zhou' },
    units: { own: null, inside: 'East One', sibling: 'East Two', elsewhere: 'West' },
    reach: { people: [], units: [] },
    former: [],
    unitsOfDay: [],
  },
} satisfies Record<string, Seat>;

export type SeatName = keyof typeof SEATS;
export const SEAT_NAMES = Object.keys(SEATS) as SeatName[];
export const seatOf = (name: SeatName): Seat => SEATS[name];

/** What is not handed on to who stands in: it is between people, or about oneself. */
const PRIVATE = /^(self|permissions|delegation|channel|message)\./;

/** The column that says what a seat may do; null for somebody to whom everything is refused. */
export const columnOf = ({ column, standsFor }: Seat, action: string): Column | null =>
  standsFor && !PRIVATE.test(action) ? standsFor : column;
