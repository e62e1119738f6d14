import { fail } from '../errors.ts';
import { type Civil, DAY, isoYearStart } from './calendar.ts';
import { fromLocal, utc, type Zone, zoneOf } from './zones.ts';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function broken(text: string, why = 'it has no date format that is known'): never {
  return fail(241, `Error parsing date string '${text}'; ${why}`);
}

interface Parts extends Civil {
  zone?: Zone;
  dayOfYear?: number;
  isoYear?: number;
  isoWeek?: number;
  isoDay?: number;
}

const TIME = String.raw`(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?|[A-Za-z]+\/[A-Za-z_/]+)?`;
const MONTH = '([A-Za-z]{3,9})\\.?';

/** The forms of text that are read without a format, each with the places of year, month and day. */
const FORMS: [RegExp, [number, number, number]][] = [
  [new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${TIME}$`, 'i'), [1, 2, 3]],
  [new RegExp(`^(\\d{4})/(\\d{1,2})/(\\d{1,2})${TIME}$`, 'i'), [1, 2, 3]],
  [new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${TIME}$`, 'i'), [1, 2, 3]],
  [new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${TIME}$`, 'i'), [3, 1, 2]],
  [new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4}),?${TIME}$`, 'i'), [3, 1, 2]],
  [new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH}[ -](\\d{4}),?${TIME}$`, 'i'), [3, 2, 1]],
];

/** Reads a date in ISO 8601 and a few other common forms. Code 241 when it is none of them. */
export function parseDate(text: string, zone: Zone, zoneGiven: boolean): number {
  for (const [form, [year, month, day]] of FORMS) {
    const match = form.exec(text.trim());
    if (!match) continue;
    const [hour, minute, second, fraction, zoneText] = match.slice(4);
    return moment(text, zone, zoneGiven, {
      year: Number(match[year]),
      month: monthOf(match[month]) ?? broken(text),
      day: Number(match[day]),
      hour: Number(hour ?? 0),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
      ms: Number((fraction ?? '').padEnd(3, '0').slice(0, 3)),
      zone: zoneText ? zoneOf(zoneText.toUpperCase() === 'Z' ? 'UTC' : zoneText) : undefined,
    });
  }
  return broken(text);
}

function monthOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const lower = text.toLowerCase();
  const found = MONTHS.findIndex((name) => name.toLowerCase() === lower || name.slice(0, 3).toLowerCase() === lower);
  return found < 0 ? undefined : found + 1;
}

function moment(text: string, zone: Zone, zoneGiven: boolean, parts: Parts): number {
  const { year, month, day, hour, minute, second, ms } = parts;
  if (parts.zone && zoneGiven && parts.zone !== zone)
    broken(text, 'you cannot pass in a date/time string with time zone information together with a timezone argument');
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60)
    broken(text, 'a part of it is out of range');
  let date: number;
  if (parts.isoYear !== undefined)
    date = isoYearStart(parts.isoYear) + (((parts.isoWeek ?? 1) - 1) * 7 + (parts.isoDay ?? 1) - 1) * DAY;
  else if (parts.dayOfYear !== undefined) date = utc(year, 1, parts.dayOfYear);
  else date = utc(year, month, day);
  if (parts.isoYear === undefined && parts.dayOfYear === undefined && new Date(date).getUTCDate() !== day)
    broken(text, 'the month has no such day');
  return fromLocal(date + ((hour * 60 + minute) * 60 + second) * 1000 + ms, parts.zone ?? zone);
}

type Reader = [pattern: string, set: (parts: Parts, text: string) => void];

const READERS: Record<string, Reader> = {
  Y: ['\\d{4}', (parts, text) => (parts.year = Number(text))],
  m: ['\\d{1,2}', (parts, text) => (parts.month = Number(text))],
  d: ['\\d{1,2}', (parts, text) => (parts.day = Number(text))],
  H: ['\\d{1,2}', (parts, text) => (parts.hour = Number(text))],
  M: ['\\d{1,2}', (parts, text) => (parts.minute = Number(text))],
  S: ['\\d{1,2}', (parts, text) => (parts.second = Number(text))],
  L: ['\\d{1,3}', (parts, text) => (parts.ms = Number(text))],
  j: ['\\d{1,3}', (parts, text) => (parts.dayOfYear = Number(text))],
  G: ['\\d{4}', (parts, text) => (parts.isoYear = Number(text))],
  V: ['\\d{1,2}', (parts, text) => (parts.isoWeek = Number(text))],
  u: ['[1-7]', (parts, text) => (parts.isoDay = Number(text))],
  b: ['[A-Za-z]{3}', (parts, text) => (parts.month = monthOf(text) ?? 0)],
  B: ['[A-Za-z]{3,9}', (parts, text) => (parts.month = monthOf(text) ?? 0)],
  z: ['(?:Z|[+-]\\d{2}:?\\d{2}|[A-Za-z]+(?:/[A-Za-z_/]+)?)', (parts, text) => (parts.zone = zoneOf(text))],
  Z: ['[+-]\\d+', (parts, text) => (parts.zone = { name: text, offset: () => Number(text) * 60_000 })],
};

/** Reads a date by a format of `%` specifiers. Code 241 when the text is not of that form. */
export function parseDateAs(text: string, format: string, zone: Zone, zoneGiven: boolean): number {
  const readers: Reader[] = [];
  const pattern = format.replace(/%([\s\S]?)|[\s\S]/g, (all, specifier: string | undefined) => {
    if (specifier === undefined || specifier === '%') return `\\u{${(specifier ?? all).codePointAt(0)?.toString(16)}}`;
    if (specifier === '') fail(18535, "Unmatched '%' at end of format string");
    const reader = READERS[specifier] ?? fail(18536, `Invalid format character '%${specifier}' in format string`);
    readers.push(reader);
    return `(${reader[0]})`;
  });
  const match = new RegExp(`^${pattern}$`, 'u').exec(text);
  if (!match) return broken(text, `it does not match the format '${format}'`);
  const parts: Parts = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, ms: 0 };
  for (const [i, [, set]] of readers.entries()) set(parts, match[i + 1]);
  return moment(text, zone, zoneGiven, parts);
}
