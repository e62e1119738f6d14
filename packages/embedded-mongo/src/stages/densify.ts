import { compare } from '../bson/compare.ts';
import * as numbers from '../bson/numbers.ts';
import { isNumeric, type Numeric, toNumber } from '../bson/numbers.ts';
import { DateTime, type Doc, isNullish, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { type Unit, unitOf } from '../expressions/calendar.ts';
import { pathValue } from '../expressions/compile.ts';
import { addUnits } from '../expressions/dates.ts';
import { UTC } from '../expressions/zones.ts';
import { fieldSetter } from '../projection/add-fields.ts';
import type { Batches } from './context.ts';
import { partitionKey, partitions, sorted } from './sorting.ts';
import { type BuildStage, inBatches } from './stage.ts';

interface Range {
  step: Numeric;
  unit: Unit | undefined;
  bounds: 'full' | 'partition' | [Value, Value];
}

function parseRange(v: Value): Range {
  if (!(v instanceof Map)) fail(40414, "BSON field '$densify.range' is missing but a required field");
  for (const key of v.keys())
    if (!['step', 'unit', 'bounds'].includes(key))
      fail(40415, `BSON field '$densify.range.${key}' is an unknown field.`);
  const step = v.get('step');
  if (!isNumeric(step)) fail(14, `BSON field 'step' is the wrong type '${typeName(step)}', expected a number`);
  if (toNumber(step) <= 0)
    fail(5733401, 'the step parameter in a range statement must be a strictly positive numeric value');
  const unit = v.has('unit') ? unitOf(v.get('unit')) : undefined;
  if (unit && numbers.toExactInteger(step) === undefined)
    fail(6586400, 'The step parameter in a range satement must be a whole number when densifying a date range');
  const bounds = v.get('bounds');
  if (bounds === 'full' || bounds === 'partition') return { step, unit, bounds };
  if (!Array.isArray(bounds)) fail(5946802, "Bounds string must either be 'full' or 'partition'");
  if (bounds.length !== 2) fail(5733403, 'A bounding array in a range statement must have exactly two elements');
  const [low, high] = bounds;
  if (compare(low, high) > 0) fail(5733402, 'the bounds in a range statement must be [lower, upper]');
  const right = unit ? (b: Value) => b instanceof DateTime : isNumeric;
  if (!right(low) || !right(high))
    fail(
      unit ? 5733409 : 5946800,
      'the bounds in a range statement must be of the type of the field: dates exactly when a unit is given',
    );
  return { step, unit, bounds: [low, high] };
}

/** `$densify`: adds documents where a sequence of numbers or dates has gaps. */
export const densify: BuildStage = (operand, { disk }) => {
  if (!(operand instanceof Map))
    fail(9, `the $densify stage specification must be an object, found ${typeName(operand)}`);
  for (const key of operand.keys())
    if (!['field', 'partitionByFields', 'range'].includes(key))
      fail(40415, `BSON field '$densify.${key}' is an unknown field.`);
  const field = operand.get('field');
  if (typeof field !== 'string') fail(40414, "BSON field '$densify.field' is missing but a required field");
  const fieldParts = field.split('.');
  const names = operand.get('partitionByFields') ?? [];
  if (!Array.isArray(names)) fail(14, "BSON field '$densify.partitionByFields' must be an array");
  const partitionFields = names.map((name) => String(name));
  const range = parseRange(operand.get('range'));
  if (range.bounds === 'partition' && partitionFields.length === 0)
    fail(
      5733408,
      "one may not specify the bounds as 'partition' without specifying a non-empty array of partitionByFields",
    );
  const set = fieldSetter(field);
  const setters = partitionFields.map((name) => fieldSetter(name));
  const partitionParts = partitionFields.map((name) => name.split('.'));
  const fieldOf = (document: Doc) => checkedValue(pathValue(document, fieldParts, 0), range.unit, field);
  const partition = (document: Doc): Doc =>
    new Map(partitionParts.map((parts, i) => [String(i), partitionKey(pathValue(document, parts, 0))]));
  const order = {
    key: (document: Doc) => [partition(document), fieldOf(document)],
    compareKeys: ([a, x]: Value[], [b, y]: Value[]) => compare(a, b) || compare(x, y),
  };
  return async function* (input) {
    let least: Value;
    let most: Value;
    // What has no value passes on at once.
    const without: Doc[] = [];
    const present = async function* (): Batches {
      for await (const batch of input) {
        const having: Doc[] = [];
        for (const document of batch) {
          const value = fieldOf(document);
          if (isNullish(value)) {
            without.push(document);
            continue;
          }
          having.push(document);
          if (least === undefined || compare(value, least) < 0) least = value;
          if (most === undefined || compare(value, most) > 0) most = value;
        }
        yield having;
      }
    };
    const make = (members: Doc[]) => {
      const template = setters.reduce(
        (made: Doc, setter, i) => setter(made, pathValue(members[0], partitionParts[i], 0)),
        new Map(),
      );
      return (value: Value) => set(template, value);
    };
    let any = false;
    for await (const members of partitions(sorted(present(), order, disk), partition, disk.limit, 6007200)) {
      yield without.splice(0);
      if (members.length === 0) continue;
      any = true;
      yield* inBatches(dense(members, range, [least, most], fieldOf, make(members)));
    }
    yield without;
    if (!any && Array.isArray(range.bounds))
      yield* inBatches(dense([], range, [least, most], fieldOf, (value) => set(new Map(), value)));
  };
};

function checkedValue(value: Value, unit: Unit | undefined, field: string): Value {
  if (isNullish(value)) return value;
  if (unit ? !(value instanceof DateTime) : !isNumeric(value))
    fail(
      unit ? 6053600 : 5733201,
      `PlanExecutor error during aggregation :: caused by :: Densify field type must be ${unit ? 'date with a unit' : 'numeric'}: '${field}' is ${typeName(value)}`,
    );
  return value;
}

function* dense(
  members: Doc[],
  range: Range,
  overall: [Value, Value],
  fieldOf: (document: Doc) => Value,
  make: (value: Value) => Doc,
): Generator<Doc> {
  const explicit = Array.isArray(range.bounds);
  const own: [Value, Value] =
    members.length > 0 ? [fieldOf(members[0]), fieldOf(members[members.length - 1])] : overall;
  const [low, high] = explicit ? (range.bounds as [Value, Value]) : range.bounds === 'full' ? overall : own;
  let steps = 0;
  let next = low;
  // Explicit bounds leave out the upper one; the others end with a document that is there.
  const open = () => (explicit ? compare(next, high) < 0 : compare(next, high) <= 0);
  const advance = () => {
    steps++;
    next = stepped(low, range, steps);
  };
  for (const document of members) {
    const value = fieldOf(document);
    while (open() && compare(next, value) < 0) {
      yield make(next);
      advance();
    }
    if (compare(next, value) === 0) advance();
    yield document;
  }
  while (open()) {
    yield make(next);
    advance();
  }
}

function stepped(low: Value, { step, unit }: Range, steps: number): Value {
  if (low instanceof DateTime) return new DateTime(addUnits(low.ms, unit as Unit, toNumber(step) * steps, UTC));
  return numbers.add(low as Numeric, numbers.multiply(step, steps));
}
