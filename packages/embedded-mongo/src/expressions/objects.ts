import { encode } from '../bson/encode.ts';
import { Binary, type Doc, integer, isNullish, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { namedOperands, nullable, operator } from './arguments.ts';
import { compileExpression, constant, constantOf, type Expr } from './compile.ts';
import { register } from './registry.ts';
import type { Scope } from './scope.ts';

/** The fields of all documents, later ones first; null and missing count for nothing. Code 40400 for anything else. */
export function mergeObjects(values: Value[]): Doc {
  const result: Doc = new Map();
  for (const value of values) {
    if (isNullish(value)) continue;
    if (!(value instanceof Map))
      fail(40400, `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`);
    for (const [key, item] of value) result.set(key, item);
  }
  return result;
}

function objectToArray(v: Value): Value {
  if (!(v instanceof Map)) fail(40390, `$objectToArray requires a document input, found: ${typeName(v)}`);
  return [...v].map(
    ([key, value]) =>
      new Map<string, Value>([
        ['k', key],
        ['v', value],
      ]),
  );
}

function arrayToObject(v: Value): Value {
  if (!Array.isArray(v)) fail(40386, `$arrayToObject requires an array input, found: ${typeName(v)}`);
  const result: Doc = new Map();
  const pairs = Array.isArray(v[0]);
  for (const item of v) {
    const [key, value] = pairs ? pair(item) : keyAndValue(item);
    if (key.includes('\0')) fail(4940401, 'Key field cannot contain an embedded null byte');
    result.set(key, value);
  }
  return result;
}

function pair(item: Value): [string, Value] {
  if (!Array.isArray(item)) fail(40396, `$arrayToObject requires a consistent input format. Found: ${typeName(item)}`);
  if (item.length !== 2)
    fail(40397, `$arrayToObject requires an array of size 2 arrays, found array of size: ${item.length}`);
  if (typeof item[0] !== 'string')
    fail(
      40395,
      `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${typeName(item[0])}`,
    );
  return [item[0], item[1]];
}

function keyAndValue(item: Value): [string, Value] {
  if (!(item instanceof Map))
    fail(Array.isArray(item) ? 40391 : 40398, `Unrecognised input type format for $arrayToObject: ${typeName(item)}`);
  if (item.size !== 2)
    fail(40392, `$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys: ${item.size}`);
  if (!item.has('k') || !item.has('v')) fail(40393, "$arrayToObject requires an object with keys 'k' and 'v'.");
  const key = item.get('k');
  if (typeof key !== 'string')
    fail(
      40394,
      `$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string. Found type: ${typeName(key)}`,
    );
  return [key, item.get('v')];
}

/** The name of a field operator's field, which must be constant. */
function fieldName(name: string, operand: Value, scope: Scope): string {
  if (typeof operand === 'string' && operand.startsWith('$')) {
    fail(
      5654601,
      `${name} requires 'field' to evaluate to a constant, but it is the path ${operand}. Use {$literal: ...}`,
    );
  }
  const found = constantOf(compileExpression(operand, scope));
  if (!found) fail(5654601, `${name} requires 'field' to evaluate to a constant`);
  if (typeof found.value !== 'string') fail(5654602, `${name} requires 'field' to evaluate to type String`);
  return found.value;
}

function getField(operand: Value, scope: Scope): Expr {
  let field = operand;
  let input: Expr = (root) => root;
  if (operand instanceof Map && !operand.keys().next().value?.startsWith('$')) {
    for (const key of operand.keys())
      if (key !== 'field' && key !== 'input') fail(3041701, `$getField found an unknown argument: ${key}`);
    if (!operand.has('field')) fail(3041702, "$getField requires 'field' to be specified");
    if (!operand.has('input')) fail(3041703, "$getField requires 'input' to be specified");
    field = operand.get('field');
    input = compileExpression(operand.get('input'), scope);
  }
  const name = fieldName('$getField', field, scope);
  return (root) => {
    const value = input(root);
    if (isNullish(value)) return value === undefined ? undefined : null;
    return value instanceof Map ? value.get(name) : undefined;
  };
}

function setField(name: string, operand: Value, scope: Scope): Expr {
  const required = name === '$setField' ? ['field', 'input', 'value'] : ['field', 'input'];
  const { input, value } = namedOperands(name, operand, scope, required, [], {
    notObject: 4161100,
    unknown: 4161101,
    missing: 4161102,
  });
  const field = fieldName(name, (operand as Doc).get('field'), scope);
  const replacement = value ?? constant(undefined);
  return (root) => {
    const document = (input as Expr)(root);
    if (isNullish(document)) return null;
    if (!(document instanceof Map)) fail(4161105, `${name} requires 'input' to evaluate to type Object`);
    const result = new Map(document);
    const newValue = replacement(root);
    if (newValue === undefined) result.delete(field);
    else result.set(field, newValue);
    return result;
  };
}

register({
  $mergeObjects: operator('$mergeObjects', 0, Number.POSITIVE_INFINITY, (args) =>
    mergeObjects(args.length === 1 && Array.isArray(args[0]) ? args[0] : args),
  ),
  $objectToArray: nullable('$objectToArray', objectToArray),
  $arrayToObject: nullable('$arrayToObject', arrayToObject),
  $getField: getField,
  $setField: (operand, scope) => setField('$setField', operand, scope),
  $unsetField: (operand, scope) => setField('$unsetField', operand, scope),
  $bsonSize: nullable('$bsonSize', (v) => {
    if (!(v instanceof Map)) fail(31393, `$bsonSize requires a document input, found: ${typeName(v)}`);
    return integer(encode(v).length);
  }),
  $binarySize: nullable('$binarySize', (v) => {
    if (typeof v === 'string') return Buffer.byteLength(v);
    if (!(v instanceof Binary)) fail(51276, `$binarySize requires a string or BinData argument, found: ${typeName(v)}`);
    return v.bytes.length;
  }),
  $meta: (operand) => fail(40218, `query requires ${String(operand)} metadata, but it is not available`),
});
