import { Temporal } from 'temporal-polyfill';
import { type Day, dayFrom, plainDate } from './day.ts';

/**
 * The day on which an instant falls in a time zone.
 * @param zone an IANA name such as `Asia/Shanghai`
 * @throws RangeError for an unknown zone or an invalid date
 */
export const dayOf = (instant: Date, zone: string): Day =>
  dayFrom(Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate());

/**
 * The first instant of a day in a time zone: not always midnight, since a clock may be put forward then.
 * @throws RangeError for an unknown zone or what is no day
 */
export const startOfDay = (day: Day, zone: string): Date =>
  new Date(plainDate(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds);

/** Whether a name is a time zone that is known here. */
export function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
