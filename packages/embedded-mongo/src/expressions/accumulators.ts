import { compare } from '../bson/compare.ts';
import { hashKey } from '../bson/keys.ts';
import { isNumeric, Sum, toNumber } from '../bson/numbers.ts';
import { sizeOf } from '../bson/size.ts';
import { type Doc, double, isNullish, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileSort } from '../sort/sort.ts';
import { namedOperands, objectOperand, operandList } from './arguments.ts';
import { countOf } from './arrays.ts';
import { compileExpression, constant, type Expr } from './compile.ts';
import { mergeObjects } from './objects.ts';
import { type Build, register } from './registry.ts';
import type { Scope } from './scope.ts';

/** A running result over documents of one group or window. */
export interface Accumulator {
  /** Takes in a document; returns about how many bytes more it holds now. */
  add(document: Value): number;
  result(): Value;
}

/** Compiles an accumulator's operand once; the result makes a fresh accumulator for each group. */
export type BuildAccumulator = (operand: Value, scope: Scope) => () => Accumulator;

/** A running result over values. */
interface Fold {
  add(value: Value): void;
  result(): Value;
  /** It grows with what is added. */
  holds?: boolean;
}

/** Begins a result; the scope tells how strings compare. */
type MakeFold = (scope: Scope) => Fold;

function overValues(name: string, make: MakeFold): BuildAccumulator {
  return (operand, scope) => {
    if (Array.isArray(operand)) fail(40237, `The ${name} accumulator is a unary operator`);
    const expr = compileExpression(operand, scope);
    return () => {
      const fold = make(scope);
      return {
        add: (document) => {
          const value = expr(document);
          fold.add(value);
          return fold.holds ? sizeOf(value) : 0;
        },
        result: () => fold.result(),
      };
    };
  };
}

function sum(): Fold {
  const total = new Sum();
  return { add: (v) => total.add(v), result: () => total.result() };
}

function average(): Fold {
  const total = new Sum();
  return { add: (v) => total.add(v), result: () => total.mean() };
}

function extreme(wins: (c: number) => boolean): MakeFold {
  return ({ collation }) => {
    let best: Value = null;
    return {
      add: (v) => {
        if (!isNullish(v) && (best === null || wins(compare(v, best, collation?.compare)))) best = v;
      },
      result: () => best,
    };
  };
}

/** Standard deviation by Welford's method; a value that is no number is passed over. */
function deviation(sample: boolean): () => Fold {
  return () => {
    let count = 0;
    let mean = 0;
    let squares = 0;
    return {
      add: (v) => {
        if (!isNumeric(v)) return;
        const n = toNumber(v);
        count++;
        const delta = n - mean;
        mean += delta / count;
        squares += delta * (n - mean);
      },
      result: () => {
        if (count === 0 || (sample && count === 1)) return null;
        return double(Math.sqrt(squares / (sample ? count - 1 : count)));
      },
    };
  };
}

function first(): Fold {
  let value: Value;
  let seen = false;
  return {
    add: (v) => {
      if (!seen) value = v;
      seen = true;
    },
    result: () => value ?? null,
  };
}

function last(): Fold {
  let value: Value;
  return {
    add: (v) => {
      value = v;
    },
    result: () => value ?? null,
  };
}

function push(): Fold {
  const values: Value[] = [];
  return {
    add: (v) => {
      if (v !== undefined) values.push(v);
    },
    result: () => values,
    holds: true,
  };
}

function addToSet({ collation }: Scope): Fold {
  const members = new Map<string, Value>();
  return {
    add: (v) => {
      if (v === undefined) return;
      const key = hashKey(v, collation?.key);
      if (!members.has(key)) members.set(key, v);
    },
    result: () => [...members.values()],
    holds: true,
  };
}

function merged(): Fold {
  let result: Doc = new Map();
  return {
    add: (v) => {
      if (!isNullish(v)) result = mergeObjects([result, v]);
    },
    result: () => result,
  };
}

/** `$firstN`, `$lastN`, `$minN`, `$maxN` of a group: keeps no more than about `2n` values at a time. */
function pickN(name: string, cut: (values: Value[], n: number) => Value[], skipNull: boolean): BuildAccumulator {
  return (operand, scope) => {
    const { input, n } = namedOperands(name, operand, scope, ['input', 'n'], [], {
      notObject: 5787900,
      unknown: 5787901,
      missing: { input: 5787907, n: 5787906 },
    });
    return () => {
      let values: Value[] = [];
      let count: number | undefined;
      return {
        add: (document) => {
          count ??= countOf(name, (n as Expr)(document));
          const value = (input as Expr)(document) ?? null;
          if (skipNull && isNullish(value)) return 0;
          values.push(value);
          if (values.length > count * 2 + 64) values = cut(values, count);
          return values.length <= count ? sizeOf(value) : 0;
        },
        result: () => (count === undefined ? [] : cut(values, count)),
      };
    };
  };
}

/** `$top`, `$bottom`, `$topN` and `$bottomN`: the outputs of the first or last by a sort. */
function ranked(name: string, bottom: boolean, many: boolean): BuildAccumulator {
  return (operand, scope) => {
    const fields = objectOperand(name, operand, 5788001);
    for (const key of fields.keys())
      if (!['sortBy', 'output', ...(many ? ['n'] : [])].includes(key))
        fail(5788002, `Unknown argument to ${name} '${key}'`);
    const sortBy = fields.get('sortBy');
    if (!fields.has('sortBy')) fail(5788005, `Missing value for 'sortBy'`);
    if (!fields.has('output')) fail(5788004, `Missing value for 'output'`);
    if (many && !fields.has('n')) fail(5788003, `Missing value for 'n'`);
    if (!(sortBy instanceof Map)) fail(5788604, `expected 'sortBy' to already be an object`);
    const sort = compileSort(sortBy, scope);
    const output = compileExpression(fields.get('output'), scope);
    const n = many ? compileExpression(fields.get('n'), scope) : constant(1);
    return () => {
      let rows: { key: Value[]; value: Value }[] = [];
      let count: number | undefined;
      const cut = () => {
        rows.sort((a, b) => sort.compareKeys(a.key, b.key));
        rows = bottom ? rows.slice(-(count as number)) : rows.slice(0, count);
      };
      return {
        add: (document) => {
          count ??= countOf(name, n(document));
          const value = output(document) ?? null;
          rows.push({ key: sort.key(document as Doc), value });
          if (rows.length > count * 2 + 64) cut();
          return rows.length <= count ? sizeOf(value) : 0;
        },
        result: () => {
          if (count === undefined) return many ? [] : null;
          cut();
          return many ? rows.map((row) => row.value) : (rows[0]?.value ?? null);
        },
      };
    };
  };
}

/** `$percentile` and `$median`: the value at the nearest rank, as a double. */
function percentile(name: string, operand: Value, scope: Scope): { input: Expr; ranks: (values: Value[]) => Value } {
  const median = name === '$median';
  const { input, p, method } = namedOperands(
    name,
    operand,
    scope,
    median ? ['input', 'method'] : ['input', 'p', 'method'],
    [],
    { notObject: 7436201, unknown: 40415, missing: 40414 },
  );
  const kind = method?.(null);
  if (kind !== 'approximate')
    fail(2, `Currently only 'approximate' can be used as percentile 'method', found ${String(kind)}`);
  const wanted = median ? [0.5] : p?.(null);
  if (!Array.isArray(wanted) || wanted.length === 0)
    fail(7750301, `The ${name} 'p' field must be an array of numbers from [0.0, 1.0]`);
  const shares = wanted.map((v) => {
    const share = isNumeric(v) ? toNumber(v) : Number.NaN;
    if (!(share >= 0 && share <= 1)) fail(7750303, `The ${name} 'p' field must be an array of numbers from [0.0, 1.0]`);
    return share;
  });
  return {
    input: input as Expr,
    ranks: (values) => {
      const numbers = values
        .filter(isNumeric)
        .map(toNumber)
        .sort((a, b) => a - b);
      const results = shares.map((share) => {
        if (numbers.length === 0) return null;
        return double(numbers[Math.max(0, Math.min(numbers.length - 1, Math.ceil(share * numbers.length) - 1))]);
      });
      return median ? results[0] : results;
    },
  };
}

function percentileAccumulator(name: string): BuildAccumulator {
  return (operand, scope) => {
    const { input, ranks } = percentile(name, operand, scope);
    return () => {
      const values: Value[] = [];
      return {
        add: (document) => {
          values.push(input(document));
          return 8;
        },
        result: () => ranks(values),
      };
    };
  };
}

function percentileExpression(name: string): Build {
  return (operand, scope) => {
    const { input, ranks } = percentile(name, operand, scope);
    return (root) => {
      const value = input(root);
      return ranks(Array.isArray(value) ? value : [value]);
    };
  };
}

const FOLDS: Record<string, MakeFold> = {
  $sum: sum,
  $avg: average,
  $min: extreme((c) => c < 0),
  $max: extreme((c) => c > 0),
  $stdDevPop: deviation(false),
  $stdDevSamp: deviation(true),
};

/** Every accumulator of `$group` by name; most are window functions too. */
export const ACCUMULATORS: Record<string, BuildAccumulator> = {
  ...Object.fromEntries(
    Object.entries({
      ...FOLDS,
      $first: first,
      $last: last,
      $push: push,
      $addToSet: addToSet,
      $mergeObjects: merged,
    }).map(([name, make]) => [name, overValues(name, make)]),
  ),
  $count: (operand, scope) => {
    if (!(operand instanceof Map) || operand.size > 0)
      fail(40237, `$count takes no arguments, i.e. $count:{}, not ${typeName(operand)}`);
    return overValues('$sum', sum)(1, scope);
  },
  $firstN: pickN('$firstN', (values, n) => values.slice(0, n), false),
  $lastN: pickN('$lastN', (values, n) => values.slice(-n), false),
  $minN: pickN('$minN', (values, n) => values.sort(compare).slice(0, n), true),
  $maxN: pickN('$maxN', (values, n) => values.sort((a, b) => compare(b, a)).slice(0, n), true),
  $top: ranked('$top', false, false),
  $topN: ranked('$topN', false, true),
  $bottom: ranked('$bottom', true, false),
  $bottomN: ranked('$bottomN', true, true),
  $median: percentileAccumulator('$median'),
  $percentile: percentileAccumulator('$percentile'),
};

/** `$sum` and its relatives as expressions: over their operands, or over the elements of the only one if it is an array. */
function asExpression(make: MakeFold): Build {
  return (operand, scope) => {
    const exprs = operandList(operand, scope);
    return (root) => {
      let values = exprs.map((expr) => expr(root));
      if (values.length === 1 && Array.isArray(values[0])) values = values[0];
      const fold = make(scope);
      for (const value of values) fold.add(value);
      return fold.result();
    };
  };
}

register({
  ...Object.fromEntries(Object.entries(FOLDS).map(([name, make]) => [name, asExpression(make)])),
  $median: percentileExpression('$median'),
  $percentile: percentileExpression('$percentile'),
});
