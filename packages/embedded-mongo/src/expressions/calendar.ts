import { fail } from '../errors.ts';
import { utc } from './zones.ts';

/* Civil time as milliseconds "as if UTC": the callers add and take away the offset of the zone. */

export const DAY = 86_400_000;

export interface Civil {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  ms: number;
}

export function civil(local: number): Civil {
  const date = new Date(local);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    ms: date.getUTCMilliseconds(),
  };
}

/** 1 (Sunday) to 7 (Saturday). */
export function dayOfWeek(local: number): number {
  return new Date(local).getUTCDay() + 1;
}

/** 1 (Monday) to 7 (Sunday). */
export function isoDayOfWeek(local: number): number {
  return ((new Date(local).getUTCDay() + 6) % 7) + 1;
}

export function dayOfYear(local: number): number {
  return Math.floor((local - utc(civil(local).year, 1, 1)) / DAY) + 1;
}

/** Weeks begin on Sundays; the days before the first Sunday are in week 0. */
export function week(local: number): number {
  return Math.floor((dayOfYear(local) - dayOfWeek(local) + 7) / 7);
}

/** The year and week of ISO 8601: weeks begin on Mondays, and week 1 holds the year's first Thursday. */
export function isoWeek(local: number): { year: number; week: number } {
  const thursday = local + (4 - isoDayOfWeek(local)) * DAY;
  return { year: civil(thursday).year, week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
}

/** The day that begins week 1 of an ISO year. */
export function isoYearStart(year: number): number {
  const fourth = utc(year, 1, 4);
  return fourth - (isoDayOfWeek(fourth) - 1) * DAY;
}

/** Moved by months; a day that the month does not have becomes its last. */
export function addMonths(local: number, months: number): number {
  const { year, month, day } = civil(local);
  const index = year * 12 + month - 1 + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  const lastDay = new Date(utc(targetYear, targetMonth + 1, 0)).getUTCDate();
  return utc(targetYear, targetMonth, Math.min(day, lastDay)) + (local - Math.floor(local / DAY) * DAY);
}

export type Unit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond';

/** Lengths of the units that are the same everywhere. */
export const UNIT_MS: Partial<Record<Unit, number>> = { hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 };
const UNITS: Unit[] = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond'];

export function unitOf(text: unknown): Unit {
  if (typeof text !== 'string' || !UNITS.includes(text as Unit)) fail(9, `unknown time unit value: ${String(text)}`);
  return text as Unit;
}

const WEEK_DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** 0 (Sunday) to 6, by name or its first three letters. */
export function weekDayOf(text: unknown): number {
  const lower = typeof text === 'string' ? text.toLowerCase() : '';
  const found = WEEK_DAYS.findIndex((name) => name === lower || name.slice(0, 3) === lower);
  return found >= 0 ? found : fail(9, `unknown day of week value: ${String(text)}`);
}

/** The number of unit boundaries up to a local time; differences of it are what `$dateDiff` counts. */
export function unitIndex(local: number, unit: Unit, startOfWeek: number): number {
  const { year, month } = civil(local);
  switch (unit) {
    case 'year':
      return year;
    case 'quarter':
      return year * 4 + Math.floor((month - 1) / 3);
    case 'month':
      return year * 12 + month - 1;
    case 'week':
      // The epoch was a Thursday.
      return Math.floor((Math.floor(local / DAY) + 4 - startOfWeek) / 7);
    case 'day':
      return Math.floor(local / DAY);
    default:
      return Math.floor(local / (UNIT_MS[unit] as number));
  }
}

/** The local time at which the unit with this index begins: the inverse of `unitIndex`. */
export function unitStart(index: number, unit: Unit, startOfWeek: number): number {
  switch (unit) {
    case 'year':
      return utc(index, 1, 1);
    case 'quarter':
      return utc(0, index * 3 + 1, 1);
    case 'month':
      return utc(0, index + 1, 1);
    case 'week':
      return (index * 7 - 4 + startOfWeek) * DAY;
    case 'day':
      return index * DAY;
    default:
      return index * (UNIT_MS[unit] as number);
  }
}
