import { compare } from '../bson/compare.ts';
import { isNumeric, toNumber } from '../bson/numbers.ts';
import type { Value } from '../bson/values.ts';
import { fail } from '../errors.ts';

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
