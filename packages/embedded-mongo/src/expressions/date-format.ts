import { DateTime, isNullish, typeName, type Value } from '../bson/values.ts';
import { fail, MongoError } from '../errors.ts';
import { namedOperands } from './arguments.ts';
import { civil, dayOfWeek, dayOfYear, isoDayOfWeek, isoWeek, week } from './calendar.ts';
import type { Expr } from './compile.ts';
import { MONTHS, parseDate, parseDateAs } from './date-parse.ts';
import { dateMs, zoneFrom } from './dates.ts';
import { type Build, register } from './registry.ts';
import { UTC, type Zone } from './zones.ts';

function padded(n: number, width: number): string {
  return String(n).padStart(width, '0');
}

const SPECIFIERS: Record<string, (local: number, offset: number) => string> = {
  Y: (local) => padded(yearOf(civil(local).year), 4),
  m: (local) => padded(civil(local).month, 2),
  d: (local) => padded(civil(local).day, 2),
  H: (local) => padded(civil(local).hour, 2),
  M: (local) => padded(civil(local).minute, 2),
  S: (local) => padded(civil(local).second, 2),
  L: (local) => padded(civil(local).ms, 3),
  j: (local) => padded(dayOfYear(local), 3),
  w: (local) => String(dayOfWeek(local)),
  u: (local) => String(isoDayOfWeek(local)),
  U: (local) => padded(week(local), 2),
  V: (local) => padded(isoWeek(local).week, 2),
  G: (local) => padded(yearOf(isoWeek(local).year), 4),
  b: (local) => MONTHS[civil(local).month - 1].slice(0, 3),
  B: (local) => MONTHS[civil(local).month - 1],
  z: (_, offset) => {
    const minutes = Math.abs(Math.trunc(offset / 60_000));
    return `${offset < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60), 2)}${padded(minutes % 60, 2)}`;
  },
  Z: (_, offset) => `${offset < 0 ? '-' : '+'}${Math.abs(Math.trunc(offset / 60_000))}`,
  '%': () => '%',
};

function yearOf(year: number): number {
  if (year < 0 || year > 9999) fail(18537, `$dateToString is only defined on year 0-9999, tried to use year ${year}`);
  return year;
}

function format(ms: number, pattern: string, zone: Zone): string {
  const offset = zone.offset(ms);
  return pattern.replace(/%([\s\S]?)/g, (_, specifier: string) => {
    if (specifier === '') fail(18535, "Unmatched '%' at end of format string");
    const write = SPECIFIERS[specifier] ?? fail(18536, `Invalid format character '%${specifier}' in format string`);
    return write(ms + offset, offset);
  });
}

const ISO = '%Y-%m-%dT%H:%M:%S.%L';

const dateToString: Build = (operand, scope) => {
  const fields = namedOperands('$dateToString', operand, scope, ['date'], ['format', 'timezone', 'onNull'], {
    notObject: 18629,
    unknown: 18534,
    missing: 18628,
  });
  return (root) => {
    const value = (fields.date as Expr)(root);
    const pattern = fields.format ? fields.format(root) : undefined;
    const zone = fields.timezone ? zoneFrom(fields.timezone(root)) : UTC;
    if (fields.format && !isNullish(pattern) && typeof pattern !== 'string')
      fail(18533, `$dateToString requires that 'format' be a string, found: ${typeName(pattern)}`);
    if (isNullish(value)) return fields.onNull ? fields.onNull(root) : null;
    if (!zone || (fields.format && isNullish(pattern))) return null;
    return format(dateMs(value), (pattern as string | undefined) ?? (zone === UTC ? `${ISO}Z` : ISO), zone);
  };
};

const dateFromString: Build = (operand, scope) => {
  const fields = namedOperands(
    '$dateFromString',
    operand,
    scope,
    ['dateString'],
    ['format', 'timezone', 'onError', 'onNull'],
    { notObject: 40540, unknown: 40541, missing: 40542 },
  );
  return (root) => {
    const zone = fields.timezone ? zoneFrom(fields.timezone(root)) : UTC;
    const pattern = fields.format ? fields.format(root) : undefined;
    if (fields.format && !isNullish(pattern) && typeof pattern !== 'string')
      fail(40684, `$dateFromString requires that 'format' be a string, found: ${typeName(pattern)}`);
    const text = (fields.dateString as Expr)(root);
    if (isNullish(text)) return fields.onNull ? fields.onNull(root) : null;
    if (!zone || (fields.format && isNullish(pattern))) return null;
    try {
      return new DateTime(parsed(text, pattern, zone, fields.timezone !== undefined));
    } catch (error) {
      if (fields.onError && error instanceof MongoError && error.code === 241) return fields.onError(root);
      throw error;
    }
  };
};

function parsed(text: Value, pattern: Value, zone: Zone, zoneGiven: boolean): number {
  if (typeof text !== 'string')
    fail(241, `$dateFromString requires that 'dateString' be a string, found: ${typeName(text)}`);
  return typeof pattern === 'string' ? parseDateAs(text, pattern, zone, zoneGiven) : parseDate(text, zone, zoneGiven);
}

register({ $dateToString: dateToString, $dateFromString: dateFromString });
