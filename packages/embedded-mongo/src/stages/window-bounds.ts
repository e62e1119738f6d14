import { isNumeric, toExactInteger, toNumber } from '../bson/numbers.ts';
import { DateTime, type Doc, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { type Unit, unitOf } from '../expressions/calendar.ts';
import { addUnits } from '../expressions/dates.ts';
import { UTC } from '../expressions/zones.ts';
import type { Sort } from '../sort/sort.ts';

/** For each document of a partition: the places of its window, the end not included. */
export type Bounds = (partition: { documents: Doc[] }) => [start: number, end: number][];

const WHOLE: Bounds = ({ documents }) => documents.map(() => [0, documents.length]);

/** Compiles `window`: `{documents: [l, u]}` or `{range: [l, u], unit}`; the whole partition when there is none. */
export function parseWindow(window: Value, sort: Sort | undefined): Bounds {
  if (window === undefined) return WHOLE;
  if (!(window instanceof Map)) fail(9, `'window' field must be an object, found ${typeName(window)}`);
  if (window.size === 0) return WHOLE;
  for (const key of window.keys())
    if (!['documents', 'range', 'unit'].includes(key))
      fail(9, `'window' field can only contain 'documents', 'range' and 'unit', found ${key}`);
  if (window.has('documents') === window.has('range'))
    fail(9, "'window' field must have exactly one of 'documents' and 'range'");
  if (window.has('documents')) {
    if (window.has('unit')) fail(9, "Window bounds can only specify 'unit' with range-based bounds.");
    return byPlace(pair(window.get('documents')), sort);
  }
  return byValue(pair(window.get('range')), window.get('unit'), sort);
}

type Bound = number | 'unbounded' | 'current';

function pair(v: Value): [Bound, Bound] {
  if (!Array.isArray(v) || v.length !== 2) fail(9, 'Window bounds must be an array of two elements');
  const [low, high] = v.map((item): Bound => {
    if (item === 'unbounded' || item === 'current') return item;
    if (!isNumeric(item)) fail(9, "Window bounds must be 'unbounded', 'current' or a number");
    return toNumber(item);
  });
  if (typeof low === 'number' && typeof high === 'number' && low > high)
    fail(5339900, 'Lower bound must not exceed upper bound');
  return [low, high];
}

function byPlace([low, high]: [Bound, Bound], sort: Sort | undefined): Bounds {
  if ((low !== 'unbounded' || high !== 'unbounded') && !sort) fail(5339901, 'Document-based bounds require a sortBy');
  for (const bound of [low, high])
    if (typeof bound === 'number' && toExactInteger(bound) === undefined)
      fail(9, 'Numeric document-based bounds must be an integer');
  return ({ documents }) => {
    const { length } = documents;
    return documents.map((_, i) => {
      const start = low === 'unbounded' ? 0 : Math.max(0, i + (low === 'current' ? 0 : low));
      const end = high === 'unbounded' ? length : Math.min(length, i + 1 + (high === 'current' ? 0 : high));
      return start >= end ? [0, 0] : [start, end];
    });
  };
}

function byValue([low, high]: [Bound, Bound], unitText: Value, sort: Sort | undefined): Bounds {
  if (sort?.fields.length !== 1 || sort.fields[0].direction < 0)
    fail(5339902, 'Range-based bounds require sortBy a single, ascending field');
  const unit = unitText === undefined ? undefined : unitOf(unitText);
  return ({ documents }) => {
    const keys = documents.map((document) => axisValue(sort.key(document)[0], unit));
    return documents.map((_, i) => {
      const from = low === 'unbounded' ? Number.NEGATIVE_INFINITY : moved(keys[i], low, unit);
      const to = high === 'unbounded' ? Number.POSITIVE_INFINITY : moved(keys[i], high, unit);
      const start = firstAtLeast(keys, from, false);
      const end = firstAtLeast(keys, to, true);
      return start >= end ? [0, 0] : [start, end];
    });
  };
}

function axisValue(v: Value, unit: Unit | undefined): number {
  if (unit === undefined) {
    if (!isNumeric(v))
      fail(5429414, `Invalid range: Expected the sortBy field to be a number, but it was ${typeName(v)}`);
    return toNumber(v);
  }
  if (!(v instanceof DateTime))
    fail(5429513, `Invalid range: Expected the sortBy field to be a Date, but it was ${typeName(v)}`);
  return v.ms;
}

function moved(key: number, by: number | 'current', unit: Unit | undefined): number {
  if (by === 'current') return key;
  return unit ? addUnits(key, unit, by, UTC) : key + by;
}

/** The place of the first key that is not below the value, or above it when `beyond` is set. */
function firstAtLeast(keys: number[], value: number, beyond: boolean): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle] < value || (beyond && keys[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
