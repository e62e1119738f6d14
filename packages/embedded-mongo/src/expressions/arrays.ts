import { compare, equal } from '../bson/compare.ts';
import { isNumeric, toExactInteger, toNumber } from '../bson/numbers.ts';
import { isNullish, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { elementOrder } from '../sort/elements.ts';
import { namedOperands, nullable, objectOperand, operator } from './arguments.ts';
import { compileExpression, type Expr, truthy } from './compile.ts';
import { type Build, register } from './registry.ts';
import type { Cell, Scope } from './scope.ts';

/** A 32-bit integer argument, or the code. */
export function int32(v: Value, what: string, typeCode: number, rangeCode: number): number {
  if (!isNumeric(v)) fail(typeCode, `${what} must be a numeric value, but is of type ${typeName(v)}`);
  const n = toNumber(v);
  if ((n | 0) !== n) fail(rangeCode, `${what} must be representable as a 32-bit integer, found ${n}`);
  return n | 0;
}

function requireArray(v: Value, code: number, what: string): Value[] {
  if (!Array.isArray(v)) fail(code, `${what} must be an array, but is ${typeName(v)}`);
  return v;
}

function elementAt([array, index]: Value[]): Value {
  if (isNullish(array) || isNullish(index)) return null;
  const list = requireArray(array, 28689, "$arrayElemAt's first argument");
  const i = int32(index, "$arrayElemAt's second argument", 28690, 28691);
  return list[i < 0 ? list.length + i : i];
}

function end(name: string, pick: (list: Value[]) => Value): Build {
  return nullable(name, (v) => pick(requireArray(v, 28689, `${name}'s argument`)));
}

function slice([array, second, third]: Value[], arity: number): Value {
  if (isNullish(array) || isNullish(second) || (arity === 3 && isNullish(third))) return null;
  const list = requireArray(array, 28724, 'First argument to $slice');
  const n = int32(second, 'Second argument to $slice', 28725, 28726);
  if (arity === 2) return n < 0 ? list.slice(n) : list.slice(0, n);
  const count = int32(third, 'Third argument to $slice', 28727, 28728);
  if (count <= 0) fail(28729, `Third argument to $slice must be positive, but is ${count}`);
  const start = n < 0 ? Math.max(0, list.length + n) : n;
  return list.slice(start, start + count);
}

function concatArrays(args: Value[]): Value {
  if (args.some(isNullish)) return null;
  return args.flatMap((arg) => requireArray(arg, 28664, '$concatArrays argument'));
}

function indexOfArray([array, wanted, from, to]: Value[]): Value {
  if (isNullish(array)) return null;
  const list = requireArray(array, 40090, "$indexOfArray's first argument");
  const [start, stop] = searchRange('$indexOfArray', from, to, list.length);
  for (let i = start; i < stop; i++) if (equal(list[i], wanted)) return i;
  return -1;
}

/** Start and end of the `$indexOf` operators. */
export function searchRange(name: string, from: Value, to: Value, length: number): [number, number] {
  const bound = (v: Value, what: string) => {
    const n = toExactInteger(v);
    if (n === undefined)
      fail(40096, `${name} requires an integral ${what} index, found a value of type: ${typeName(v)}`);
    if (n < 0) fail(40097, `${name} requires a nonnegative ${what} index, found: ${n}`);
    return n;
  };
  return [
    from === undefined ? 0 : bound(from, 'starting'),
    to === undefined ? length : Math.min(length, bound(to, 'ending')),
  ];
}

/** The element variable of `$filter` and `$map`: named by `as`, `this` by default. */
function elementScope(as: Value, scope: Scope): [Cell, Scope] {
  const cell: Cell = { value: undefined };
  if (as !== undefined && typeof as !== 'string') fail(16866, `'as' must be a string, not ${typeName(as)}`);
  return [cell, scope.with(as ?? 'this', cell)];
}

function filter(operand: Value, scope: Scope): Expr {
  const fields = objectOperand('$filter', operand, 28646);
  for (const key of fields.keys())
    if (!['input', 'as', 'cond', 'limit'].includes(key)) fail(28647, `Unrecognized parameter to $filter: ${key}`);
  if (!fields.has('input')) fail(28648, "Missing 'input' parameter to $filter");
  if (!fields.has('cond')) fail(28650, "Missing 'cond' parameter to $filter");
  const [cell, inner] = elementScope(fields.get('as'), scope);
  const input = compileExpression(fields.get('input'), scope);
  const condition = compileExpression(fields.get('cond'), inner);
  const limitExpr = fields.has('limit') ? compileExpression(fields.get('limit'), scope) : undefined;
  return (root) => {
    const list = input(root);
    if (isNullish(list)) return null;
    requireArray(list, 28651, 'input to $filter');
    const limit = limitExpr ? limitOf(limitExpr(root)) : Number.POSITIVE_INFINITY;
    const kept: Value[] = [];
    for (const element of list as Value[]) {
      if (kept.length >= limit) break;
      cell.value = element;
      if (truthy(condition(root))) kept.push(element);
    }
    return kept;
  };
}

function limitOf(v: Value): number {
  if (isNullish(v)) return Number.POSITIVE_INFINITY;
  const n = int32(v, '$filter: limit', 327391, 327391);
  if (n <= 0) fail(327392, `$filter: limit must be greater than 0, was ${n}`);
  return n;
}

function map(operand: Value, scope: Scope): Expr {
  const fields = objectOperand('$map', operand, 16878);
  for (const key of fields.keys())
    if (!['input', 'as', 'in'].includes(key)) fail(16879, `Unrecognized parameter to $map: ${key}`);
  if (!fields.has('input')) fail(16880, "Missing 'input' parameter to $map");
  if (!fields.has('in')) fail(16882, "Missing 'in' parameter to $map");
  const [cell, inner] = elementScope(fields.get('as'), scope);
  const input = compileExpression(fields.get('input'), scope);
  const body = compileExpression(fields.get('in'), inner);
  return (root) => {
    const list = input(root);
    if (isNullish(list)) return null;
    return requireArray(list, 16883, 'input to $map').map((element) => {
      cell.value = element;
      return body(root) ?? null;
    });
  };
}

function reduce(operand: Value, scope: Scope): Expr {
  const fields = objectOperand('$reduce', operand, 40075);
  for (const key of fields.keys())
    if (!['input', 'initialValue', 'in'].includes(key)) fail(40076, `$reduce found an unknown argument: ${key}`);
  if (!fields.has('input')) fail(40077, "$reduce requires 'input' to be specified");
  if (!fields.has('initialValue')) fail(40078, "$reduce requires 'initialValue' to be specified");
  if (!fields.has('in')) fail(40079, "$reduce requires 'in' to be specified");
  const element: Cell = { value: undefined };
  const running: Cell = { value: undefined };
  const input = compileExpression(fields.get('input'), scope);
  const initial = compileExpression(fields.get('initialValue'), scope);
  const body = compileExpression(fields.get('in'), scope.with('this', element).with('value', running));
  return (root) => {
    const list = input(root);
    if (isNullish(list)) return null;
    let value = initial(root);
    for (const item of requireArray(list, 40080, 'input to $reduce')) {
      element.value = item;
      running.value = value;
      value = body(root);
    }
    return value;
  };
}

function range([from, to, by]: Value[]): Value {
  const start = int32(from, "$range's starting value", 34443, 34444);
  const stop = int32(to, "$range's ending value", 34445, 34446);
  const step = by === undefined ? 1 : int32(by, "$range's step value", 34447, 34448);
  if (step === 0) fail(34449, '$range requires a non-zero step value');
  const result: Value[] = [];
  for (let n = start; step > 0 ? n < stop : n > stop; n += step) result.push(n);
  return result;
}

function zip(operand: Value, scope: Scope): Expr {
  const fields = objectOperand('$zip', operand, 34460);
  for (const key of fields.keys())
    if (!['inputs', 'defaults', 'useLongestLength'].includes(key))
      fail(34464, `$zip found an unknown argument: ${key}`);
  const inputs = fields.get('inputs');
  if (inputs === undefined) fail(34465, '$zip requires at least one input array');
  if (!Array.isArray(inputs)) fail(34461, 'inputs must be an array of expressions');
  if (inputs.length === 0) fail(34465, '$zip requires at least one input array');
  const longest = fields.get('useLongestLength') ?? false;
  if (typeof longest !== 'boolean') fail(34463, 'useLongestLength must be a bool');
  const defaults = fields.get('defaults') ?? [];
  if (!Array.isArray(defaults)) fail(34462, 'defaults must be an array of expressions');
  if (defaults.length > 0 && !longest) fail(34466, 'cannot specify defaults unless useLongestLength is true');
  if (defaults.length > 0 && defaults.length !== inputs.length)
    fail(34467, 'defaults and inputs must have the same length');
  const lists = inputs.map((item) => compileExpression(item, scope));
  const fillers = defaults.map((item) => compileExpression(item, scope));
  return (root) => {
    const arrays = lists.map((list) => list(root));
    if (arrays.some(isNullish)) return null;
    const columns = arrays.map((array) => requireArray(array, 34468, '$zip input'));
    const lengths = columns.map((column) => column.length);
    const length = longest ? Math.max(...lengths) : Math.min(...lengths);
    return Array.from({ length }, (_, row) =>
      columns.map((column, i) => (row < column.length ? column[row] : (fillers[i]?.(root) ?? null))),
    );
  };
}

function sortArray(operand: Value, scope: Scope): Expr {
  const { input } = namedOperands(
    '$sortArray',
    new Map([...objectOperand('$sortArray', operand, 2942500)].filter(([key]) => key !== 'sortBy')),
    scope,
    ['input'],
    [],
    {
      unknown: 2942501,
      missing: 2942502,
    },
  );
  const sortBy = (operand as Map<string, Value>).get('sortBy');
  if (sortBy === undefined) fail(2942503, "$sortArray requires 'sortBy' to be specified");
  const order = elementOrder(sortBy);
  return (root) => {
    const list = (input as Expr)(root);
    if (isNullish(list)) return null;
    return [...requireArray(list, 2942504, 'The input argument to $sortArray')].sort(order);
  };
}

/** `$firstN` and its relatives on an array. */
function pickN(name: string, pick: (list: Value[], n: number) => Value[]): Build {
  return (operand, scope) => {
    const { input, n } = namedOperands(name, operand, scope, ['input', 'n'], [], {
      notObject: 5787900,
      unknown: 5787901,
      missing: { input: 5787907, n: 5787906 },
    });
    return (root) => {
      const count = countOf(name, (n as Expr)(root));
      return pick(requireArray((input as Expr)(root), 5788200, `${name}: input`), count);
    };
  };
}

/** The `n` of the operators whose names end in N. */
export function countOf(name: string, v: Value): number {
  const n = isNumeric(v)
    ? toExactInteger(v)
    : fail(5787902, `Value for 'n' of ${name} must be of integral type, but found ${typeName(v)}`);
  if (n === undefined) fail(5787903, `Value for 'n' of ${name} must be of integral type`);
  if (n <= 0) fail(5787908, `'n' must be greater than 0, found ${n}`);
  return n;
}

register({
  $arrayElemAt: operator('$arrayElemAt', 2, 2, elementAt),
  $first: end('$first', (list) => list[0]),
  $last: end('$last', (list) => list[list.length - 1]),
  $concatArrays: operator('$concatArrays', 0, Number.POSITIVE_INFINITY, concatArrays),
  $slice: (operand, scope) => {
    const arity = Array.isArray(operand) ? operand.length : 1;
    return operator('$slice', 2, 3, (args) => slice(args, arity))(operand, scope);
  },
  $size: operator('$size', 1, 1, ([v]) => requireArray(v, 17124, 'The argument to $size').length),
  $in: operator('$in', 2, 2, ([v, array]) =>
    requireArray(array, 40081, '$in: second argument').some((item) => equal(item, v)),
  ),
  $indexOfArray: operator('$indexOfArray', 2, 4, indexOfArray),
  $filter: filter,
  $map: map,
  $reduce: reduce,
  $reverseArray: nullable('$reverseArray', (v) => requireArray(v, 34435, 'The argument to $reverseArray').toReversed()),
  $range: operator('$range', 2, 3, range),
  $zip: zip,
  $sortArray: sortArray,
  $firstN: pickN('$firstN', (list, n) => list.slice(0, n)),
  $lastN: pickN('$lastN', (list, n) => list.slice(-n)),
  $minN: pickN('$minN', (list, n) =>
    list
      .filter((v) => !isNullish(v))
      .sort(compare)
      .slice(0, n),
  ),
  $maxN: pickN('$maxN', (list, n) =>
    list
      .filter((v) => !isNullish(v))
      .sort((a, b) => compare(b, a))
      .slice(0, n),
  ),
});
