import { fail } from '../errors.ts';

/** A time zone: its offset from UTC at any moment. */
export interface Zone {
  name: string;
  /** Milliseconds to add to UTC to get the local time. */
  offset(ms: number): number;
}

export const UTC: Zone = { name: 'UTC', offset: () => 0 };

const zones = new Map<string, Zone>([
  ['UTC', UTC],
  ['GMT', UTC],
  ['Z', UTC],
]);

/** A zone by its name in the IANA database, or a fixed offset such as `+05:30`, `+0530` or `-03`. Code 40485 otherwise. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const zone = fixedOffset(name) ?? named(name);
  if (zones.size < 1000) zones.set(name, zone);
  return zone;
}

function fixedOffset(name: string): Zone | undefined {
  const match = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(name);
  if (!match) return undefined;
  const offset = (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) * 60_000;
  return { name, offset: () => offset };
}

const QUARTER_HOUR = 900_000;
const MAX_CACHED = 20_000;

function named(name: string): Zone {
  if (!/^[A-Za-z]/.test(name)) fail(40485, `unrecognized time zone identifier: "${name}"`);
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return fail(40485, `unrecognized time zone identifier: "${name}"`);
  }
  // Offsets change at full quarters of an hour only, so one look-up serves all moments of a quarter.
  const cache = new Map<number, number>();
  return {
    name,
    offset: (ms) => {
      const quarter = Math.floor(ms / QUARTER_HOUR);
      let offset = cache.get(quarter);
      if (offset === undefined) {
        offset = lookUp(format, quarter * QUARTER_HOUR);
        if (cache.size >= MAX_CACHED) cache.clear();
        cache.set(quarter, offset);
      }
      return offset;
    },
  };
}

function lookUp(format: Intl.DateTimeFormat, ms: number): number {
  if (Math.abs(ms) > 8.64e15) return 0;
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(ms)) parts[type] = value;
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
  return (
    utc(year, Number(parts.month), Number(parts.day), Number(parts.hour), Number(parts.minute), Number(parts.second)) -
    ms
  );
}

/** Milliseconds of a civil time taken as UTC; months and all below may overflow. `month` counts from 1. */
export function utc(year: number, month: number, day: number, hour = 0, minute = 0, second = 0, ms = 0): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

/** The moment of a local time: the earlier one when the clock shows it twice, moved on when the clock skips it. */
export function fromLocal(local: number, zone: Zone): number {
  const before = zone.offset(local - 86_400_000);
  if (zone.offset(local - before) === before) return local - before;
  const after = zone.offset(local + 86_400_000);
  return zone.offset(local - after) === after ? local - after : local - before;
}
