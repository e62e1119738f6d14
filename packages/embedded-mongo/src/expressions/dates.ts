import { toExactInteger } from '../bson/numbers.ts';
import { DateTime, isNullish, ObjectId, Timestamp, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { namedOperands, operator } from './arguments.ts';
import {
  addMonths,
  civil,
  DAY,
  dayOfWeek,
  dayOfYear,
  isoDayOfWeek,
  isoWeek,
  isoYearStart,
  UNIT_MS,
  type Unit,
  unitIndex,
  unitOf,
  unitStart,
  week,
  weekDayOf,
} from './calendar.ts';
import { compileExpression, type Expr } from './compile.ts';
import { type Build, register } from './registry.ts';
import type { Scope } from './scope.ts';
import { fromLocal, UTC, utc, type Zone, zoneOf } from './zones.ts';

/** Milliseconds of a date, a timestamp or an ObjectId. Code 16006 for anything else. */
export function dateMs(v: Value, code = 16006): number {
  if (v instanceof DateTime) return v.ms;
  if (v instanceof Timestamp) return v.seconds * 1000;
  if (v instanceof ObjectId) return Buffer.from(v.bytes, 'latin1').readUInt32BE(0) * 1000;
  return fail(code, `can't convert from BSON type ${typeName(v)} to Date`);
}

/** The zone of an optional operand; undefined when it is null. */
export function zoneFrom(v: Value): Zone | undefined {
  if (isNullish(v)) return undefined;
  if (typeof v !== 'string') fail(40517, `timezone must evaluate to a string, found ${typeName(v)}`);
  return zoneOf(v);
}

/** `$year` and its relatives: a date, or `{date, timezone}`. */
function part(name: string, read: (local: number) => Value): Build {
  return (operand, scope) => {
    const { date, timezone } = dateAndZone(name, operand, scope);
    return (root) => {
      const value = date(root);
      const zone = timezone ? zoneFrom(timezone(root)) : UTC;
      if (isNullish(value) || !zone) return null;
      const ms = dateMs(value);
      return read(ms + zone.offset(ms));
    };
  };
}

function dateAndZone(name: string, operand: Value, scope: Scope): { date: Expr; timezone: Expr | undefined } {
  if (operand instanceof Map && !operand.keys().next().value?.startsWith('$')) {
    const { date, timezone } = namedOperands(name, operand, scope, ['date'], ['timezone'], {
      unknown: 40535,
      missing: 40539,
    });
    return { date: date as Expr, timezone };
  }
  if (Array.isArray(operand) && operand.length !== 1)
    fail(40536, `${name} accepts exactly one argument if given an array, but was given ${operand.length}`);
  return { date: compileExpression(Array.isArray(operand) ? operand[0] : operand, scope), timezone: undefined };
}

const dateToParts: Build = (operand, scope) => {
  const { date, timezone, iso8601 } = namedOperands('$dateToParts', operand, scope, ['date'], ['timezone', 'iso8601'], {
    notObject: 40524,
    unknown: 40520,
    missing: 40522,
  });
  return (root) => {
    const value = (date as Expr)(root);
    const zone = timezone ? zoneFrom(timezone(root)) : UTC;
    const iso = iso8601 ? iso8601(root) : false;
    if (isNullish(value) || !zone || isNullish(iso)) return null;
    if (typeof iso !== 'boolean') fail(40521, `iso8601 must evaluate to a bool, found ${typeName(iso)}`);
    const ms = dateMs(value);
    const local = ms + zone.offset(ms);
    const { year, month, day, hour, minute, second, ms: millisecond } = civil(local);
    const time: [string, Value][] = [
      ['hour', hour],
      ['minute', minute],
      ['second', second],
      ['millisecond', millisecond],
    ];
    if (!iso) return new Map<string, Value>([['year', year], ['month', month], ['day', day], ...time]);
    const isoParts = isoWeek(local);
    return new Map<string, Value>([
      ['isoWeekYear', isoParts.year],
      ['isoWeek', isoParts.week],
      ['isoDayOfWeek', isoDayOfWeek(local)],
      ...time,
    ]);
  };
};

const TIME_PARTS = ['hour', 'minute', 'second', 'millisecond'];

const dateFromParts: Build = (operand, scope) => {
  const fields = namedOperands(
    '$dateFromParts',
    operand,
    scope,
    [],
    ['year', 'month', 'day', 'isoWeekYear', 'isoWeek', 'isoDayOfWeek', ...TIME_PARTS, 'timezone'],
    { notObject: 40519, unknown: 40518 },
  );
  const iso = fields.isoWeekYear !== undefined;
  if (!iso && !fields.year) fail(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  for (const name of iso ? ['year', 'month', 'day'] : ['isoWeek', 'isoDayOfWeek']) {
    if (fields[name]) fail(iso ? 40489 : 40525, '$dateFromParts does not allow mixing natural dates with ISO dates');
  }
  const names = [...(iso ? ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] : ['year', 'month', 'day']), ...TIME_PARTS];
  return (root) => {
    const values: number[] = [];
    for (const name of names) {
      const expr = fields[name];
      const fallback = TIME_PARTS.includes(name) ? 0 : 1;
      const value = expr ? expr(root) : fallback;
      if (isNullish(value)) return null;
      values.push(wholePart(name, value));
    }
    const zone = fields.timezone ? zoneFrom(fields.timezone(root)) : UTC;
    if (!zone) return null;
    const [year, second, third, hour, minute, seconds, ms] = values;
    const start = iso ? isoYearStart(year) + ((second - 1) * 7 + third - 1) * DAY : utc(year, second, third);
    return new DateTime(fromLocal(start + ((hour * 60 + minute) * 60 + seconds) * 1000 + ms, zone));
  };
};

function wholePart(name: string, v: Value): number {
  const n = toExactInteger(v);
  if (n === undefined) fail(40515, `'${name}' must evaluate to an integer, found ${typeName(v)}`);
  if (name === 'year' || name === 'isoWeekYear') {
    if (n < 1 || n > 9999) fail(40523, `'${name}' must evaluate to an integer in the range 1 to 9999, found ${n}`);
  } else if (name !== 'second' && name !== 'millisecond' && (n < -32768 || n > 32767)) {
    fail(31034, `'${name}' must evaluate to a value in the range [-32768, 32767]; value ${n} is not in range`);
  }
  return n;
}

function add(name: string, sign: 1 | -1): Build {
  return (operand, scope) => {
    const fields = namedOperands(name, operand, scope, ['startDate', 'unit', 'amount'], ['timezone'], {
      notObject: 5166400,
      unknown: 5166401,
      missing: 5166402,
    });
    return (root) => {
      const [start, unitText, amount] = [fields.startDate, fields.unit, fields.amount].map((expr) =>
        (expr as Expr)(root),
      );
      const zone = fields.timezone ? zoneFrom(fields.timezone(root)) : UTC;
      if (isNullish(start) || isNullish(unitText) || isNullish(amount) || !zone) return null;
      const unit = unitOf(unitText);
      const by = toExactInteger(amount);
      if (by === undefined) fail(5166405, `${name} expects integer amount of time units`);
      return new DateTime(checked(addUnits(dateMs(start, 5166403), unit, sign * by, zone)));
    };
  };
}

function checked(ms: number): number {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) fail(5166406, 'date overflow');
  return ms;
}

/** Units of a day and longer keep the local time of day, shorter ones are exact. */
export function addUnits(ms: number, unit: Unit, amount: number, zone: Zone): number {
  const length = UNIT_MS[unit];
  if (length) return ms + amount * length;
  const local = ms + zone.offset(ms);
  const moved =
    unit === 'day' || unit === 'week'
      ? local + amount * (unit === 'week' ? 7 : 1) * DAY
      : addMonths(local, amount * ({ year: 12, quarter: 3, month: 1 } as Record<string, number>)[unit]);
  return fromLocal(moved, zone);
}

const dateDiff: Build = (operand, scope) => {
  const fields = namedOperands(
    '$dateDiff',
    operand,
    scope,
    ['startDate', 'endDate', 'unit'],
    ['timezone', 'startOfWeek'],
    { notObject: 5166301, unknown: 5166302, missing: { startDate: 5166303, endDate: 5166304, unit: 5166305 } },
  );
  return (root) => {
    const [from, to, unitText] = [fields.startDate, fields.endDate, fields.unit].map((expr) => (expr as Expr)(root));
    const zone = fields.timezone ? zoneFrom(fields.timezone(root)) : UTC;
    const startText = fields.startOfWeek ? fields.startOfWeek(root) : 'sunday';
    if (isNullish(from) || isNullish(to) || isNullish(unitText) || !zone) return null;
    const unit = unitOf(unitText);
    if (unit === 'week' && isNullish(startText)) return null;
    const startOfWeek = unit === 'week' ? weekDayOf(startText) : 0;
    const [a, b] = [dateMs(from, 5166307), dateMs(to, 5166307)];
    const [offsetA, offsetB] = [zone.offset(a), zone.offset(b)];
    const length = UNIT_MS[unit];
    // A change of the offset in between is not time that has passed.
    const shift = length ? Math.trunc((offsetB - offsetA) / length) : 0;
    return BigInt(unitIndex(b + offsetB, unit, startOfWeek) - unitIndex(a + offsetA, unit, startOfWeek) - shift);
  };
};

const REFERENCE = utc(2000, 1, 1);

const dateTrunc: Build = (operand, scope) => {
  const fields = namedOperands('$dateTrunc', operand, scope, ['date', 'unit'], ['binSize', 'timezone', 'startOfWeek'], {
    notObject: 5439007,
    unknown: 5439008,
    missing: { date: 5439009, unit: 5439010 },
  });
  return (root) => {
    const [value, unitText] = [fields.date, fields.unit].map((expr) => (expr as Expr)(root));
    const zone = fields.timezone ? zoneFrom(fields.timezone(root)) : UTC;
    const bin = fields.binSize ? fields.binSize(root) : 1;
    const startText = fields.startOfWeek ? fields.startOfWeek(root) : 'sunday';
    if (isNullish(value) || isNullish(unitText) || isNullish(bin) || !zone) return null;
    const unit = unitOf(unitText);
    if (unit === 'week' && isNullish(startText)) return null;
    const size = toExactInteger(bin);
    if (size === undefined) fail(5439017, '$dateTrunc requires "binSize" to be a 64-bit integer');
    if (size <= 0) fail(5439018, '$dateTrunc requires "binSize" to be greater than 0');
    return new DateTime(truncate(dateMs(value, 5439012), unit, size, zone, unit === 'week' ? weekDayOf(startText) : 0));
  };
};

/** The start of the bin that holds a moment; bins are counted from the year 2000 in the zone. */
export function truncate(ms: number, unit: Unit, size: number, zone: Zone, startOfWeek: number): number {
  const local = ms + zone.offset(ms);
  // Weeks are counted from the first start of a week in 2000, all else from its first moment.
  const origin = unitIndex(unit === 'week' ? REFERENCE + 6 * DAY : REFERENCE, unit, startOfWeek);
  const index = origin + Math.floor((unitIndex(local, unit, startOfWeek) - origin) / size) * size;
  const start = unitStart(index, unit, startOfWeek);
  return UNIT_MS[unit] ? ms - (local - start) : fromLocal(start, zone);
}

function timestampPart(name: string, read: (v: Timestamp) => number): Build {
  return operator(name, 1, 1, ([v]) => {
    if (isNullish(v)) return null;
    if (!(v instanceof Timestamp))
      fail(5687301, `${name} requires an argument of type timestamp, found ${typeName(v)}`);
    return BigInt(read(v));
  });
}

register({
  $year: part('$year', (local) => civil(local).year),
  $month: part('$month', (local) => civil(local).month),
  $dayOfMonth: part('$dayOfMonth', (local) => civil(local).day),
  $dayOfYear: part('$dayOfYear', dayOfYear),
  $dayOfWeek: part('$dayOfWeek', dayOfWeek),
  $hour: part('$hour', (local) => civil(local).hour),
  $minute: part('$minute', (local) => civil(local).minute),
  $second: part('$second', (local) => civil(local).second),
  $millisecond: part('$millisecond', (local) => civil(local).ms),
  $week: part('$week', week),
  $isoWeek: part('$isoWeek', (local) => isoWeek(local).week),
  $isoWeekYear: part('$isoWeekYear', (local) => BigInt(isoWeek(local).year)),
  $isoDayOfWeek: part('$isoDayOfWeek', isoDayOfWeek),
  $dateToParts: dateToParts,
  $dateFromParts: dateFromParts,
  $dateAdd: add('$dateAdd', 1),
  $dateSubtract: add('$dateSubtract', -1),
  $dateDiff: dateDiff,
  $dateTrunc: dateTrunc,
  $tsSecond: timestampPart('$tsSecond', (v) => v.seconds),
  $tsIncrement: timestampPart('$tsIncrement', (v) => v.increment),
});
