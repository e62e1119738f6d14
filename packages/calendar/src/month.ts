import { Temporal } from 'temporal-polyfill';
import { type Day, dayFrom, isDay } from './day.ts';

/** A calendar month: `YYYY-MM`, years 0001 to 9999. Months compare as texts do. */
export type Month = string;

/** Whether a text is a month: `2024-02` is one, `2024-2` and `2024-13` are none. */
export const isMonth = (text: unknown): text is Month =>
  typeof text === 'string' && /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/.test(text);

function plainMonth(month: Month): Temporal.PlainYearMonth {
  if (!isMonth(month)) throw new RangeError(`Not a month (YYYY-MM): ${JSON.stringify(month)}`);
  return Temporal.PlainYearMonth.from(month);
}

/** The month that a day lies in. @throws RangeError */
export function monthOf(day: Day): Month {
  if (!isDay(day)) throw new RangeError(`Not a day (YYYY-MM-DD): ${JSON.stringify(day)}`);
  return day.slice(0, 7);
}

/** @throws RangeError */
export const firstDay = (month: Month): Day => dayFrom(plainMonth(month).toPlainDate({ day: 1 }));

/** @throws RangeError */
export const lastDay = (month: Month): Day => dayFrom(plainMonth(month).toPlainDate({ day: daysInMonth(month) }));

/** The first day of the next month: where the half-open interval of a month ends. @throws RangeError */
export const dayAfterMonth = (month: Month): Day => firstDay(addMonths(month, 1));

/** 28 to 31. @throws RangeError */
export const daysInMonth = (month: Month): number => plainMonth(month).daysInMonth;

/** The month `count` months later, or earlier when it is negative. @throws RangeError */
export function addMonths(month: Month, count: number): Month {
  const moved = plainMonth(month).add({ months: count });
  if (moved.year < 1 || moved.year > 9999) throw new RangeError(`Outside of the years 0001 to 9999: ${moved}`);
  return moved.toString();
}

/** All months from one to another, both included; none when `to` is earlier. @throws RangeError */
export function monthsFrom(from: Month, to: Month): Month[] {
  const count = plainMonth(from).until(plainMonth(to), { largestUnit: 'month' }).months;
  return Array.from({ length: Math.max(0, count + 1) }, (_, place) => addMonths(from, place));
}
