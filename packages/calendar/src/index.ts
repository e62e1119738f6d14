export { addBusinessDays, type BusinessCalendar, isBusinessDay } from './business-days.ts';
export { type Clock, type FakeClock, fakeClock, systemClock } from './clock.ts';
export { addDays, compareDays, type Day, dayBefore, daysBetween, isDay } from './day.ts';
export { activeDays, covers, type Interval, overlaps } from './interval.ts';
export {
  addMonths,
  dayAfterMonth,
  daysInMonth,
  firstDay,
  isMonth,
  lastDay,
  type Month,
  monthOf,
  monthsFrom,
} from './month.ts';
export { type DayFormat, parseDay } from './parse-day.ts';
export { dayOf, isZone, startOfDay } from './zone.ts';
