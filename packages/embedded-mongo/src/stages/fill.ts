import { type Doc, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { type BuildStage, eachBatch } from './stage.ts';
import { TRANSFORMS } from './transforms.ts';
import { setWindowFields } from './window.ts';

/** `$fill`: values for null and missing fields, written in terms of `$setWindowFields` and `$ifNull`. */
export const fill: BuildStage = (operand, context, compile) => {
  if (!(operand instanceof Map)) fail(9, `the $fill stage specification must be an object, found ${typeName(operand)}`);
  for (const key of operand.keys())
    if (!['partitionBy', 'partitionByFields', 'sortBy', 'output'].includes(key))
      fail(40415, `BSON field '$fill.${key}' is an unknown field.`);
  const output = operand.get('output');
  if (!(output instanceof Map)) fail(40414, "BSON field '$fill.output' is missing but a required field");
  const partitionBy = partitionOf(operand);
  const windows: Doc = new Map();
  const values: Doc = new Map();
  for (const [path, spec] of output) {
    if (!(spec instanceof Map) || spec.size !== 1)
      fail(6050201, `The field '${path}' of $fill takes exactly one of 'value' and 'method'`);
    if (spec.has('value')) values.set(path, new Map([['$ifNull', [`$${path}`, spec.get('value')]]]));
    else windows.set(path, new Map([[methodOf(spec.get('method')), `$${path}`]]));
  }
  if (
    windows.size > 0 &&
    [...windows.values()].some((window) => window instanceof Map && window.has('$linearFill')) &&
    !operand.has('sortBy')
  )
    fail(605001, "$fill with method 'linear' requires a sortBy");
  const addFields = values.size > 0 ? TRANSFORMS.$addFields(values, context.scope) : undefined;
  const spec: Doc = new Map<string, Value>([['output', windows]]);
  if (partitionBy !== undefined) spec.set('partitionBy', partitionBy);
  const sortBy = operand.get('sortBy');
  if (sortBy !== undefined) spec.set('sortBy', sortBy);
  const windowed = windows.size > 0 ? setWindowFields(spec, context, compile) : undefined;
  const filled = addFields ? eachBatch((batch) => batch.map(addFields)) : undefined;
  return (input) => {
    const first = windowed ? windowed(input) : input;
    return filled ? filled(first) : first;
  };
};

function methodOf(method: Value): string {
  if (method === 'linear') return '$linearFill';
  if (method === 'locf') return '$locf';
  return fail(6050202, `Method must be either locf or linear, found ${String(method)}`);
}

function partitionOf(operand: Doc): Value {
  const fields = operand.get('partitionByFields');
  if (fields === undefined) return operand.get('partitionBy');
  if (operand.has('partitionBy'))
    fail(6050204, "Maximum one of 'partitionBy' and 'partitionByFields can be specified in '$fill'");
  if (!Array.isArray(fields)) fail(14, "'partitionByFields' must be an array");
  return fields.map((field) => `$${String(field)}`).length === 0
    ? undefined
    : new Map(fields.map((field, i): [string, Value] => [`k${i}`, `$${String(field)}`]));
}
