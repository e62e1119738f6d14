import { identical } from '../bson/compare.ts';
import { isNumeric, toNumber } from '../bson/numbers.ts';
import { type Doc, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { elementOrder } from '../sort/elements.ts';
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
