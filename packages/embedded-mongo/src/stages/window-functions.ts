import * as numbers from '../bson/numbers.ts';
import { isNumeric, toNumber } from '../bson/numbers.ts';
import { DateTime, type Doc, double, integer, isNullish, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { ACCUMULATORS, type Accumulator } from '../expressions/accumulators.ts';
import { UNIT_MS, unitOf } from '../expressions/calendar.ts';
import { compileExpression, constantOf, type Expr } from '../expressions/compile.ts';
import type { Scope } from '../expressions/scope.ts';
import type { Sort } from '../sort/sort.ts';
import { type Bounds, parseWindow } from './window-bounds.ts';

/** The documents of one partition, in the order of `sortBy`. */
export interface Partition {
  documents: Doc[];
}

/** Computes a field for every document of a partition. */
export type BuildWindow = (partition: Partition) => Value[];

/** Compiles one output field: `{<function>: <operand>, window: <bounds>}`. */
export function compileWindowFunction(spec: Doc, sort: Sort | undefined, scope: Scope): BuildWindow {
  const functions = [...spec].filter(([key]) => key !== 'window');
  if (functions.length !== 1) fail(9, 'Expected exactly one window function in a field of $setWindowFields');
  const [[name, operand]] = functions;
  const window = spec.get('window');
  if (name in RANKS) {
    if (!sort) fail(5371602, `${name} must be specified with a top level sortBy expression`);
    if (window !== undefined) fail(5371601, `Rank style window functions take no other arguments`);
    if (!(operand instanceof Map) || operand.size > 0)
      fail(5371603, `${name} must be specified with '{}' as the value`);
    return RANKS[name](sort);
  }
  if (name in OVER_PARTITION) {
    if (!sort) fail(5429410, `${name} requires a sortBy`);
    if (window !== undefined) fail(5429411, `${name} does not accept a 'window' field`);
    return OVER_PARTITION[name](operand, sort, scope);
  }
  const bounds = parseWindow(window, sort);
  if (name in OVER_WINDOW) return OVER_WINDOW[name](operand, bounds, sort, scope);
  const build = ACCUMULATORS[name] ?? fail(9, `Unrecognized window function, ${name}`);
  return accumulated(build(operand, scope), bounds);
}

function accumulated(make: () => Accumulator, bounds: Bounds): BuildWindow {
  return (partition) => {
    const { documents } = partition;
    const ranges = bounds(partition);
    let running = make();
    let from = 0;
    let to = 0;
    return ranges.map(([start, end]) => {
      // A window that only grows at its end goes on from the last result.
      if (start !== from || end < to) {
        running = make();
        from = start;
        to = start;
      }
      for (; to < end; to++) running.add(documents[to]);
      const value = running.result();
      return Array.isArray(value) ? [...value] : value;
    });
  };
}

const RANKS: Record<string, (sort: Sort) => BuildWindow> = {
  $documentNumber:
    () =>
    ({ documents }) =>
      documents.map((_, i) => integer(i + 1)),
  $rank: (sort) => ranked(sort, (_, place) => place + 1),
  $denseRank: (sort) => ranked(sort, (group) => group),
};

function ranked(sort: Sort, rank: (group: number, place: number) => number): (partition: Partition) => Value[] {
  return ({ documents }) => {
    let current = 0;
    let group = 0;
    return documents.map((document, i) => {
      if (i === 0 || sort.compare(documents[i - 1], document) !== 0) current = rank(++group, i);
      return integer(current);
    });
  };
}

function fieldsOf(name: string, operand: Value, known: string[]): Doc {
  if (!(operand instanceof Map)) fail(9, `Argument to ${name} must be an object`);
  for (const key of operand.keys()) if (!known.includes(key)) fail(9, `${name} got unexpected argument: ${key}`);
  return operand;
}

function shift(operand: Value, _sort: Sort, scope: Scope): BuildWindow {
  const fields = fieldsOf('$shift', operand, ['output', 'by', 'default']);
  const by = fields.get('by');
  if (!fields.has('output') || by === undefined) fail(9, "$shift requires 'output' and 'by'");
  const distance = numbers.toExactInteger(by) ?? fail(9, "'$shift:by' field must be an integer");
  const output = compileExpression(fields.get('output'), scope);
  const fallback = fields.has('default')
    ? (
        constantOf(compileExpression(fields.get('default'), scope)) ??
        fail(5691200, "'$shift:default' expression must yield a constant value")
      ).value
    : null;
  return ({ documents }) =>
    documents.map((_, i) => {
      const other = documents[i + distance];
      return other ? (output(other) ?? null) : fallback;
    });
}

function expMovingAverage(operand: Value, _sort: Sort, scope: Scope): BuildWindow {
  const fields = fieldsOf('$expMovingAvg', operand, ['input', 'N', 'alpha']);
  if (!fields.has('input') || fields.has('N') === fields.has('alpha'))
    fail(9, "$expMovingAvg requires 'input' and exactly one of 'N' and 'alpha'");
  const given = fields.get('N') ?? fields.get('alpha');
  if (!isNumeric(given)) fail(9, "'N' or 'alpha' of $expMovingAvg must be a number");
  const n = toNumber(given);
  if (fields.has('N') && (!Number.isInteger(n) || n <= 0)) fail(9, "'N' field must be an integer greater than zero");
  const alpha = fields.has('N') ? 2 / (n + 1) : n;
  if (!(alpha > 0 && alpha <= 1)) fail(9, "'alpha' must be between 0 and 1");
  const input = compileExpression(fields.get('input'), scope);
  return ({ documents }) => {
    let average: number | undefined;
    return documents.map((document) => {
      const value = input(document);
      if (isNumeric(value))
        average = average === undefined ? toNumber(value) : toNumber(value) * alpha + average * (1 - alpha);
      return average === undefined ? null : double(average);
    });
  };
}

function lastKnown(operand: Value, _sort: Sort, scope: Scope): BuildWindow {
  const input = compileExpression(operand, scope);
  return ({ documents }) => {
    let known: Value = null;
    return documents.map((document) => {
      const value = input(document);
      if (!isNullish(value)) known = value;
      return known;
    });
  };
}

function linearFill(operand: Value, sort: Sort, scope: Scope): BuildWindow {
  const input = compileExpression(operand, scope);
  if (sort.fields.length !== 1)
    fail(605001, '$linearFill must be specified with a top level sortBy expression with exactly one element');
  return ({ documents }) => {
    const at = documents.map((document) => position(sort.key(document)[0]));
    const values: Value[] = documents.map((document) => input(document) ?? null);
    let before = -1;
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (isNullish(value)) continue;
      if (!isNumeric(value)) fail(605000, `Value to be filled must be numeric or nullish, found ${typeName(value)}`);
      if (before >= 0) for (let gap = before + 1; gap < i; gap++) values[gap] = between(at, values, before, gap, i);
      before = i;
    }
    return values;
  };
}

function between(at: number[], values: Value[], before: number, gap: number, after: number): Value {
  const low = toNumber(values[before] as number);
  const high = toNumber(values[after] as number);
  return double(low + ((high - low) * (at[gap] - at[before])) / (at[after] - at[before]));
}

const OVER_PARTITION: Record<string, (operand: Value, sort: Sort, scope: Scope) => BuildWindow> = {
  $shift: shift,
  $expMovingAvg: expMovingAverage,
  $locf: lastKnown,
  $linearFill: linearFill,
};

/** The place of a value on the axis of `sortBy`: a number, or milliseconds. */
export function position(v: Value): number {
  if (v instanceof DateTime) return v.ms;
  if (isNumeric(v)) return toNumber(v);
  return fail(5429414, `the sortBy value must be a number or a date, found ${typeName(v)}`);
}

type Rate = (operand: Value, bounds: Bounds, sort: Sort | undefined, scope: Scope) => BuildWindow;

/** `$derivative` and `$integral`: over the axis of `sortBy`, which counts in `unit` where it is a date. */
function overAxis(name: string, compute: (points: [x: number, y: number][]) => Value): Rate {
  return (operand, bounds, sort, scope) => {
    const fields = fieldsOf(name, operand, ['input', 'unit']);
    if (!fields.has('input')) fail(9, `${name} requires an 'input' expression`);
    if (sort?.fields.length !== 1) fail(9, `${name} requires a sortBy of exactly one field`);
    const input = compileExpression(fields.get('input'), scope);
    const unit = fields.get('unit');
    const week = { week: 604_800_000, day: 86_400_000 } as Record<string, number>;
    const length =
      unit === undefined
        ? 1
        : (UNIT_MS[unitOf(unit)] ?? week[unit as string] ?? fail(5490710, `unit must be 'week' or smaller`));
    return (partition) => {
      const axis = partition.documents.map((document) => {
        const key = sort.key(document)[0];
        if (key instanceof DateTime && unit === undefined)
          fail(5624901, `${name} with a date sortBy requires a 'unit'`);
        return position(key) / length;
      });
      return bounds(partition).map(([start, end]) => {
        const points: [number, number][] = [];
        for (let i = start; i < end; i++) {
          const value = input(partition.documents[i]);
          if (isNumeric(value)) points.push([axis[i], toNumber(value)]);
          else if (value instanceof DateTime) points.push([axis[i], value.ms]);
        }
        return compute(points);
      });
    };
  };
}

function covariance(sample: boolean): Rate {
  return (operand, bounds, _sort, scope) => {
    if (!Array.isArray(operand) || operand.length !== 2) fail(9, 'covariance takes an array of two expressions');
    const [x, y]: Expr[] = operand.map((item) => compileExpression(item, scope));
    return (partition) =>
      bounds(partition).map(([start, end]) => {
        const points: [number, number][] = [];
        for (let i = start; i < end; i++) {
          const [a, b] = [x(partition.documents[i]), y(partition.documents[i])];
          if (isNumeric(a) && isNumeric(b)) points.push([toNumber(a), toNumber(b)]);
        }
        const divisor = points.length - (sample ? 1 : 0);
        if (divisor <= 0) return null;
        const meanX = points.reduce((sum, [a]) => sum + a, 0) / points.length;
        const meanY = points.reduce((sum, [, b]) => sum + b, 0) / points.length;
        return double(points.reduce((sum, [a, b]) => sum + (a - meanX) * (b - meanY), 0) / divisor);
      });
  };
}

const OVER_WINDOW: Record<string, Rate> = {
  $derivative: overAxis('$derivative', (points) => {
    if (points.length < 2) return null;
    const [[x0, y0], [x1, y1]] = [points[0], points[points.length - 1]];
    return x1 === x0 ? null : double((y1 - y0) / (x1 - x0));
  }),
  $integral: overAxis('$integral', (points) => {
    let area = 0;
    for (let i = 1; i < points.length; i++)
      area += ((points[i][0] - points[i - 1][0]) * (points[i][1] + points[i - 1][1])) / 2;
    return double(area);
  }),
  $covariancePop: covariance(false),
  $covarianceSamp: covariance(true),
};

/** Every window function by name: the accumulators, and those that only windows have. */
export const WINDOW_FUNCTION_NAMES = [
  ...Object.keys({ ...ACCUMULATORS, ...RANKS, ...OVER_PARTITION, ...OVER_WINDOW }),
].sort();
