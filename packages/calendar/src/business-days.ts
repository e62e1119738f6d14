import { addDays, type Day, plainDate } from './day.ts';

const SATURDAY = 6;

/** Days that are not what their weekday says: holidays from Monday to Friday, and days at the weekend that are worked. */
export interface BusinessCalendar {
  readonly holidays?: ReadonlySet<Day>;
  readonly workdays?: ReadonlySet<Day>;
}

/** Whether a day is worked: Monday to Friday, unless the calendar says otherwise. @throws RangeError for what is no day */
export function isBusinessDay(day: Day, { holidays, workdays }: BusinessCalendar = {}): boolean {
  if (workdays?.has(day)) return true;
  return plainDate(day).dayOfWeek < SATURDAY && !holidays?.has(day);
}

/**
 * The business day `count` business days after a day, or before it when `count` is negative; with 0 the day itself, or the
 * next business day where it is none.
 * @throws RangeError
 */
export function addBusinessDays(day: Day, count: number, calendar: BusinessCalendar = {}): Day {
  if (!Number.isInteger(count)) throw new RangeError(`Not a number of days: ${count}`);
  let at = day;
  if (count === 0) while (!isBusinessDay(at, calendar)) at = addDays(at, 1);
  const step = Math.sign(count);
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    if (isBusinessDay(at, calendar)) left -= 1;
  }
  return at;
}
