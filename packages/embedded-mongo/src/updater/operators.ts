import { compare, identical } from '../bson/compare.ts';
import { Decimal } from '../bson/decimal.ts';
import * as numbers from '../bson/numbers.ts';
import { isInt32, isNumeric, type Numeric } from '../bson/numbers.ts';
import { DateTime, type Doc, double, Timestamp, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Scope } from '../expressions/scope.ts';
import { addToSet, pop, pull, pullAll } from './arrays.ts';
import { push } from './push.ts';
import type { Modifier } from './tree.ts';

/** Makes the modifier of one field of an update operator. */
export type BuildModifier = (operand: Value, path: string, scope: Scope) => Modifier;

function set(operand: Value): Modifier {
  return { creates: true, apply: (old) => (identical(old, operand) ? old : operand) };
}

const unset: Modifier = { creates: false, lenient: true, apply: () => undefined };

function arithmetic(
  name: string,
  apply: (a: Numeric, b: Numeric) => Numeric,
  onMissing: (by: Numeric) => Numeric,
): BuildModifier {
  return (by, path) => {
    if (!isNumeric(by))
      fail(
        14,
        `Cannot ${name === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${typeName(by)}}`,
      );
    return {
      creates: true,
      apply: (old) => {
        if (old === undefined) return onMissing(by);
        if (!isNumeric(old)) {
          fail(
            14,
            `Cannot apply ${name} to a value of non-numeric type. The field '${path}' has non-numeric type ${typeName(old)}`,
          );
        }
        const result = apply(old, by);
        return identical(result, old) ? old : result;
      },
    };
  };
}

/** A zero of the type of the factor. */
function zeroLike(by: Numeric): Numeric {
  if (by instanceof Decimal) return Decimal.of(false, 0n, 0);
  if (typeof by === 'bigint') return 0n;
  return isInt32(by) ? 0 : double(0);
}

/** `$min` and `$max`: the operand wins when it is strictly lower or higher in BSON's order. */
function extreme(wins: (c: number) => boolean): BuildModifier {
  return (operand) => ({
    creates: true,
    apply: (old) => (old === undefined || wins(compare(operand, old)) ? operand : old),
  });
}

function currentDate(operand: Value, path: string, scope: Scope): Modifier {
  let kind: Value = 'date';
  if (operand instanceof Map) {
    for (const key of operand.keys()) if (key !== '$type') fail(2, `Unrecognized $currentDate option: ${key}`);
    kind = operand.get('$type');
  } else if (typeof operand !== 'boolean') {
    fail(
      2,
      `${typeName(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  }
  if (kind !== 'date' && kind !== 'timestamp')
    fail(
      2,
      `The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {${path}: {$type: 'date'}}}`,
    );
  const now = scope.get('NOW')?.value;
  return {
    creates: true,
    apply: () => (kind === 'timestamp' ? Timestamp.next() : now instanceof DateTime ? now : new DateTime(Date.now())),
  };
}

function bit(operand: Value, path: string): Modifier {
  if (!(operand instanceof Map)) {
    fail(
      2,
      `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}}`,
    );
  }
  if (operand.size === 0)
    fail(2, `You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}}`);
  const steps = [...operand].map(([name, by]): [(a: bigint, b: bigint) => bigint, number | bigint] => {
    const apply = BITWISE[name];
    if (!apply)
      fail(
        2,
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: {${path}: ...}`,
      );
    if (!isInt32(by) && typeof by !== 'bigint')
      fail(
        2,
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(by)}' is not supported here: {${path}: ...}`,
      );
    return [apply, by];
  });
  return {
    creates: true,
    apply: (old) => {
      let result: Value = old === undefined ? 0 : old;
      for (const [apply, by] of steps) {
        if (!isInt32(result) && typeof result !== 'bigint')
          fail(
            2,
            `Cannot apply $bit to a value of non-integral type. The field '${path}' has type ${typeName(result)}`,
          );
        const long: boolean = typeof result === 'bigint' || typeof by === 'bigint';
        const bits: bigint = apply(BigInt(result), BigInt(by));
        result = long ? BigInt.asIntN(64, bits) : Number(BigInt.asIntN(32, bits));
      }
      return identical(result, old) ? old : result;
    },
  };
}

const BITWISE: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

/** Both ends of a `$rename`: the source goes, and what it held in the original document arrives at the target. */
export function rename(from: string, to: Value): { to: string; source: Modifier; target: Modifier } {
  if (typeof to !== 'string') fail(2, `The 'to' field for $rename must be a string: ${from}: ${typeName(to)}`);
  if (from === to) fail(2, `The source and target field for $rename must differ: ${from}: "${to}"`);
  for (const path of [from, to]) {
    if (/(^|\.)\$(\.|$|\[)/.test(path))
      fail(2, `The source and destination fields for $rename may not be dynamic: ${path}`);
  }
  const active = ({ original }: { original: Doc }) => {
    const value = valueWithoutArrays(original, from.split('.'), 'source');
    if (value !== undefined) valueWithoutArrays(original, to.split('.'), 'destination');
    return value !== undefined;
  };
  return {
    to,
    source: unset,
    target: {
      creates: true,
      active,
      apply: (old, { original }) => {
        const value = valueWithoutArrays(original, from.split('.'), 'source');
        return identical(value, old) ? old : value;
      },
    },
  };
}

function valueWithoutArrays(original: Doc, parts: string[], which: string): Value {
  let value: Value = original;
  for (const part of parts) {
    if (Array.isArray(value)) fail(2, `The ${which} field cannot be an array element, '${parts.join('.')}'`);
    if (!(value instanceof Map)) return undefined;
    value = value.get(part);
  }
  return value;
}

/** The update operators, except `$rename`, which stands at two paths. */
export const UPDATE_OPERATORS: Record<string, BuildModifier> = {
  $set: set,
  $unset: () => unset,
  $inc: arithmetic(
    '$inc',
    (a, b) => numbers.add(a, b, 'fail'),
    (by) => by,
  ),
  $mul: arithmetic('$mul', (a, b) => numbers.multiply(a, b, 'fail'), zeroLike),
  $min: extreme((c) => c < 0),
  $max: extreme((c) => c > 0),
  $setOnInsert: (operand) => ({ ...set(operand), active: ({ isInsert }) => isInsert }),
  $currentDate: currentDate,
  $bit: bit,
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
  $pullAll: pullAll,
  $pop: pop,
};
