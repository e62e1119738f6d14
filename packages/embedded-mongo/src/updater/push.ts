import { compare, identical } from '../bson/compare.ts';
import { isNumeric, toNumber } from '../bson/numbers.ts';
import { type Doc, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { requireArray } from './arrays.ts';
import type { Modifier } from './tree.ts';

/** `$push`: one value, or `$each` with `$position`, `$sort` and `$slice`, which take effect in that order. */
export function push(operand: Value, path: string): Modifier {
  if (!(operand instanceof Map) || !operand.has('$each')) return pushModifier(path, [operand]);
  for (const key of operand.keys()) {
    if (!['$each', '$position', '$sort', '$slice'].includes(key)) fail(2, `Unrecognized clause in $push: ${key}`);
  }
  const each = operand.get('$each');
  if (!Array.isArray(each))
    fail(2, `The argument to $each in $push must be an array but it was of type: ${typeName(each)}`);
  const position = wholeClause(operand, '$position');
  const slice = wholeClause(operand, '$slice');
  const order = operand.has('$sort') ? elementOrder(operand.get('$sort')) : undefined;
  return pushModifier(path, each, position, order, slice);
}

function pushModifier(
  path: string,
  values: Value[],
  position?: number,
  order?: (a: Value, b: Value) => number,
  slice?: number,
): Modifier {
  return {
    creates: true,
    apply: (old) => {
      const array = old === undefined ? [] : requireArray('$push', path, old);
      let result = array.toSpliced(position ?? array.length, 0, ...values);
      if (order) result.sort(order);
      if (slice !== undefined) result = slice < 0 ? result.slice(slice) : result.slice(0, slice);
      return identical(result, old) ? old : result;
    },
  };
}

function wholeClause(operand: Doc, name: string): number | undefined {
  if (!operand.has(name)) return undefined;
  const v = operand.get(name);
  if (!isNumeric(v) || !Number.isInteger(toNumber(v)))
    fail(2, `The value for ${name} must be an integer value but was given type: ${typeName(v)}`);
  return toNumber(v);
}

/** The order that `$sort` of `$push` (and `$sortArray`) gives: by the elements themselves, or by fields of theirs. */
export function elementOrder(spec: Value): (a: Value, b: Value) => number {
  if (isNumeric(spec)) {
    const direction = directionOf(spec);
    return (a, b) => direction * compare(a, b);
  }
  if (!(spec instanceof Map))
    fail(2, `The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields`);
  if (spec.size === 0) fail(2, 'The sort pattern is empty when it should be a set of fields.');
  const keys = [...spec].map(([path, direction]): [string[], number] => {
    const parts = path.split('.');
    if (parts.includes('')) fail(2, `The sort pattern field '${path}' is empty or has an empty part.`);
    return [parts, directionOf(direction)];
  });
  return (a, b) => {
    for (const [parts, direction] of keys) {
      const c = compare(plainPath(a, parts) ?? null, plainPath(b, parts) ?? null);
      if (c !== 0) return direction * c;
    }
    return 0;
  };
}

function directionOf(v: Value): number {
  const n = isNumeric(v) ? toNumber(v) : Number.NaN;
  if (n !== 1 && n !== -1) fail(2, 'The sort element value must be either 1 or -1');
  return n;
}

function plainPath(v: Value, parts: string[]): Value {
  let value = v;
  for (const part of parts) value = value instanceof Map ? value.get(part) : undefined;
  return value;
}
