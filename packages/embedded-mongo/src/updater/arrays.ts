import { equal } from '../bson/compare.ts';
import { hashKey } from '../bson/keys.ts';
import { isNumeric, toNumber } from '../bson/numbers.ts';
import { Regex, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Scope } from '../expressions/scope.ts';
import { matches } from '../matcher/operators.ts';
import { isValueCondition, parseFilter } from '../matcher/parse.ts';
import { matched, type Test } from '../matcher/paths.ts';
import type { Modifier } from './tree.ts';

/** The array at a path, or code 2. */
export function requireArray(name: string, path: string, v: Value): Value[] {
  if (!Array.isArray(v))
    fail(2, `The field '${path}' must be an array but is of type ${typeName(v)}: cannot apply ${name}`);
  return v;
}

/** `$addToSet`, with `$each` or without. */
export function addToSet(operand: Value, path: string): Modifier {
  let values = [operand];
  if (operand instanceof Map && operand.keys().next().value === '$each') {
    const each = operand.get('$each');
    if (!Array.isArray(each))
      fail(14, `The argument to $each in $addToSet must be an array but it was of type ${typeName(each)}`);
    const other = [...operand.keys()].find((key) => key !== '$each');
    if (other !== undefined) fail(2, `Found unexpected fields after $each in $addToSet: ${other}`);
    values = each;
  }
  return {
    creates: true,
    apply: (old) => {
      const array = old === undefined ? [] : requireArray('$addToSet', path, old);
      const seen = new Set(array.map((item) => hashKey(item)));
      const added = values.filter((value) => {
        const key = hashKey(value);
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      });
      return added.length === 0 && old !== undefined ? old : [...array, ...added];
    },
  };
}

/** `$pop`: 1 takes the last element, -1 the first. */
export function pop(operand: Value, path: string): Modifier {
  const end = isNumeric(operand) ? toNumber(operand) : Number.NaN;
  if (end !== 1 && end !== -1) fail(9, `$pop expects 1 or -1, found: ${isNumeric(operand) ? end : typeName(operand)}`);
  return {
    creates: false,
    apply: (old) => {
      if (!Array.isArray(old)) fail(14, `Path '${path}' contains an element of non-array type '${typeName(old)}'`);
      if (old.length === 0) return old;
      return end === 1 ? old.slice(0, -1) : old.slice(1);
    },
  };
}

function culling(name: string, path: string, removed: Test): Modifier {
  return {
    creates: false,
    lenient: true,
    apply: (old) => {
      const array = requireArray(name, path, old);
      const kept = array.filter((element) => !removed(element));
      return kept.length === array.length ? old : kept;
    },
  };
}

/** `$pull`: a condition on values, a query on documents, a regular expression, or a value to be equal to. */
export function pull(operand: Value, path: string, scope: Scope): Modifier {
  return culling('$pull', path, pullTest(operand, scope));
}

function pullTest(operand: Value, scope: Scope): Test {
  if (operand instanceof Regex) return matches(operand);
  if (!(operand instanceof Map)) return (element) => equal(element, operand);
  const onValue = isValueCondition(operand);
  // A condition sees the element as a query sees a field, arrays inside included.
  const { test } = parseFilter(onValue ? new Map([['element', operand]]) : operand, scope);
  return (element) => {
    const before = matched.index;
    const result = onValue ? test(new Map([['element', element]])) : element instanceof Map && test(element);
    matched.index = before;
    return result;
  };
}

export function pullAll(operand: Value, path: string): Modifier {
  if (!Array.isArray(operand)) fail(2, `$pullAll requires an array argument but was given a ${typeName(operand)}`);
  const keys = new Set(operand.map((item) => hashKey(item)));
  return culling('$pullAll', path, (element) => keys.has(hashKey(element)));
}
