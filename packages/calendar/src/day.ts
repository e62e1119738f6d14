import { Temporal } from 'temporal-polyfill';

/** A calendar day as people write it in ISO 8601: `YYYY-MM-DD`, years 0001 to 9999. Days compare as texts do. */
export type Day = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that exists: `2024-02-29` is one, `2023-02-29` and `2024-2-9` are none. */
export function isDay(text: unknown): text is Day {
  const match = typeof text === 'string' ? SHAPE.exec(text) : null;
  return match !== null && exists(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whether year, month (1 to 12) and day of the month name a day of the Gregorian calendar. */
export function exists(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Temporal.PlainYearMonth(year, month).daysInMonth;
}

/** @throws RangeError when the text is no day */
export function plainDate(day: Day): Temporal.PlainDate {
  if (!isDay(day)) throw new RangeError(`Not a day (YYYY-MM-DD): ${JSON.stringify(day)}`);
  return Temporal.PlainDate.from(day);
}

/** @throws RangeError when the date is outside of the years 0001 to 9999 */
export function dayFrom(date: Temporal.PlainDate): Day {
  if (date.year < 1 || date.year > 9999) throw new RangeError(`Outside of the years 0001 to 9999: ${date}`);
  return date.toString();
}

/** The day `count` days later, or earlier when it is negative. @throws RangeError */
export const addDays = (day: Day, count: number): Day => dayFrom(plainDate(day).add({ days: count }));

/** The day before; the first day that there is has none before it and is given itself. */
export const dayBefore = (day: Day): Day => (day === '0001-01-01' ? day : addDays(day, -1));

/** Whole days from one day to another; negative when `to` is earlier. @throws RangeError */
export const daysBetween = (from: Day, to: Day): number =>
  plainDate(from).until(plainDate(to), { largestUnit: 'day' }).days;

/** Negative, 0 or positive as `a` is before, on or after `b`: an order for `sort`. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);
