import { compare } from '../bson/compare.ts';
import { hashKey } from '../bson/keys.ts';
import { isNullish, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { operator } from './arguments.ts';
import { truthy } from './compile.ts';
import { register } from './registry.ts';

type Members = Map<string, Value>;

function members(name: string, v: Value, code: number): Members {
  if (!Array.isArray(v)) fail(code, `All operands of ${name} must be arrays. One argument is of type: ${typeName(v)}`);
  const result: Members = new Map();
  for (const item of v) {
    const key = hashKey(item);
    if (!result.has(key)) result.set(key, item);
  }
  return result;
}

function sorted(values: Iterable<Value>): Value[] {
  return [...values].sort(compare);
}

function union(args: Value[]): Value {
  if (args.some(isNullish)) return null;
  const all: Members = new Map();
  for (const arg of args)
    for (const [key, value] of members('$setUnion', arg, 17043)) if (!all.has(key)) all.set(key, value);
  return sorted(all.values());
}

function intersection(args: Value[]): Value {
  if (args.some(isNullish)) return null;
  const [first, ...rest] = args.map((arg) => members('$setIntersection', arg, 17047));
  if (!first) return [];
  return sorted([...first].filter(([key]) => rest.every((other) => other.has(key))).map(([, value]) => value));
}

function difference([a, b]: Value[]): Value {
  if (isNullish(a) || isNullish(b)) return null;
  const left = members('$setDifference', a, 17048);
  const right = members('$setDifference', b, 17049);
  return [...left].filter(([key]) => !right.has(key)).map(([, value]) => value);
}

function isSubset([a, b]: Value[]): Value {
  const left = members('$setIsSubset', a, 17046);
  const right = members('$setIsSubset', b, 17042);
  return [...left.keys()].every((key) => right.has(key));
}

function setEquals(args: Value[]): Value {
  const [first, ...rest] = args.map((arg) => members('$setEquals', arg, 17044));
  return rest.every((other) => other.size === first.size && [...first.keys()].every((key) => other.has(key)));
}

function elements(name: string, code: number, holds: (list: Value[]) => boolean) {
  return operator(name, 1, 1, ([v]) => {
    if (!Array.isArray(v)) fail(code, `${name}'s argument must be an array, but is ${typeName(v)}`);
    return holds(v);
  });
}

register({
  $setUnion: operator('$setUnion', 0, Number.POSITIVE_INFINITY, union),
  $setIntersection: operator('$setIntersection', 0, Number.POSITIVE_INFINITY, intersection),
  $setDifference: operator('$setDifference', 2, 2, difference),
  $setIsSubset: operator('$setIsSubset', 2, 2, isSubset),
  $setEquals: (operand, scope) => {
    const count = Array.isArray(operand) ? operand.length : 1;
    if (count < 2) fail(17045, `$setEquals needs at least two arguments had: ${count}`);
    return operator('$setEquals', 2, Number.POSITIVE_INFINITY, setEquals)(operand, scope);
  },
  $allElementsTrue: elements('$allElementsTrue', 17040, (list) => list.every(truthy)),
  $anyElementTrue: elements('$anyElementTrue', 17041, (list) => list.some(truthy)),
});
