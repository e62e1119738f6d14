import { compare } from '../bson/compare.ts';
import { hashKey } from '../bson/keys.ts';
import { isNumeric, remainder, toExactInteger, toNumber } from '../bson/numbers.ts';
import { type Doc, isDoc, TYPE_NUMBERS, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Test } from './paths.ts';
import { compileRegex } from './regex.ts';

/** A check that a keyword makes; `undefined` values never reach it. */
type Build = (operand: Value, schema: Doc) => Test;

/** Compiles a schema of `$jsonSchema` (JSON Schema draft 4 with `bsonType`). Codes 9, 14 and 2 where it is malformed. */
export function compileJsonSchema(schema: Value): Test {
  if (!isDoc(schema)) fail(14, `$jsonSchema must be an object, not ${typeName(schema)}`);
  const tests: Test[] = [];
  for (const [keyword, operand] of schema) {
    if (UNSUPPORTED.includes(keyword)) fail(9, `$jsonSchema keyword '${keyword}' is not currently supported`);
    const build = Object.hasOwn(KEYWORDS, keyword)
      ? KEYWORDS[keyword]
      : fail(9, `Unknown $jsonSchema keyword: ${keyword}`);
    tests.push(build(operand, schema));
  }
  return (v) => tests.every((test) => test(v));
}

const UNSUPPORTED = ['$ref', '$schema', 'default', 'definitions', 'format', 'id'];
const ANYTHING: Test = () => true;

/** JSON's own names of types. */
const JSON_TYPES: Record<string, string[]> = {
  array: ['array'],
  boolean: ['bool'],
  null: ['null'],
  number: ['number'],
  object: ['object'],
  string: ['string'],
};

function hasType(names: string[]): Test {
  const wanted = new Set(names.flatMap((name) => (name === 'number' ? ['int', 'long', 'double', 'decimal'] : [name])));
  return (v) => wanted.has(typeName(v));
}

function strings(keyword: string, operand: Value): string[] {
  const list = Array.isArray(operand) ? operand : [operand];
  if (list.length === 0) fail(9, `$jsonSchema keyword '${keyword}' must name at least one`);
  return list.map((item) =>
    typeof item === 'string' ? item : fail(14, `$jsonSchema keyword '${keyword}' must hold strings`),
  );
}

function natural(keyword: string, operand: Value): number {
  const n = toExactInteger(operand);
  if (n === undefined) fail(9, `$jsonSchema keyword '${keyword}' must be a whole number`);
  if (n < 0) fail(9, `$jsonSchema keyword '${keyword}' must not be negative`);
  return n;
}

function schemas(keyword: string, operand: Value): Test[] {
  if (!Array.isArray(operand)) fail(14, `$jsonSchema keyword '${keyword}' must be an array`);
  if (operand.length === 0) fail(2, `$jsonSchema keyword '${keyword}' must be a non-empty array`);
  return operand.map(compileJsonSchema);
}

function size(
  keyword: string,
  measure: (v: Value) => number | undefined,
  holds: (n: number, limit: number) => boolean,
): Build {
  return (operand) => {
    const limit = natural(keyword, operand);
    return (v) => {
      const n = measure(v);
      return n === undefined || holds(n, limit);
    };
  };
}

function bound(keyword: string, exclusive: string, holds: (c: number) => boolean): Build {
  return (operand, schema) => {
    if (!isNumeric(operand)) fail(14, `$jsonSchema keyword '${keyword}' must be a number`);
    const strict = schema.get(exclusive) === true;
    return (v) => {
      if (!isNumeric(v)) return true;
      const c = compare(v, operand);
      return holds(c) || (c === 0 && !strict);
    };
  };
}

/** Checks of named fields: each is a schema for the field where it is present. */
function properties(operand: Value): Test {
  if (!isDoc(operand)) fail(14, "$jsonSchema keyword 'properties' must be an object");
  const tests = [...operand].map(([name, schema]): [string, Test] => [name, compileJsonSchema(schema)]);
  return (v) =>
    !isDoc(v) ||
    tests.every(([name, test]) => {
      const value = v.get(name);
      return value === undefined || test(value);
    });
}

function patterns(operand: Value): [RegExp, Test][] {
  if (!isDoc(operand)) fail(14, "$jsonSchema keyword 'patternProperties' must be an object");
  return [...operand].map(([pattern, schema]) => [compileRegex(pattern, ''), compileJsonSchema(schema)]);
}

/** `additionalProperties` and `additionalItems`: a schema, or whether there may be any. */
function rest(keyword: string, operand: Value): Test {
  if (typeof operand === 'boolean') return () => operand;
  if (!isDoc(operand)) fail(14, `$jsonSchema keyword '${keyword}' must be an object or a boolean`);
  return compileJsonSchema(operand);
}

function additionalProperties(operand: Value, schema: Doc): Test {
  const test = rest('additionalProperties', operand);
  const named = schema.get('properties');
  const matching = schema.has('patternProperties') ? patterns(schema.get('patternProperties')) : [];
  const known = (name: string) => (isDoc(named) && named.has(name)) || matching.some(([pattern]) => pattern.test(name));
  return (v) => !isDoc(v) || [...v].every(([name, value]) => known(name) || test(value));
}

function items(operand: Value): Test {
  if (Array.isArray(operand)) {
    const tests = operand.map(compileJsonSchema);
    return (v) => !Array.isArray(v) || v.every((item, i) => i >= tests.length || tests[i](item));
  }
  const test = compileJsonSchema(operand);
  return (v) => !Array.isArray(v) || v.every(test);
}

function dependencies(operand: Value): Test {
  if (!isDoc(operand)) fail(14, "$jsonSchema keyword 'dependencies' must be an object");
  const tests = [...operand].map(([name, needs]): [string, Test] => [
    name,
    Array.isArray(needs) ? required(needs) : compileJsonSchema(needs),
  ]);
  return (v) => !isDoc(v) || tests.every(([name, test]) => !v.has(name) || test(v));
}

function required(operand: Value): Test {
  if (!Array.isArray(operand)) fail(14, "$jsonSchema keyword 'required' must be an array");
  const names = strings('required', operand);
  return (v) => !isDoc(v) || names.every((name) => v.has(name));
}

const length = (v: Value) => (typeof v === 'string' ? [...v].length : undefined);
const count = (v: Value) => (Array.isArray(v) ? v.length : undefined);
const fields = (v: Value) => (isDoc(v) ? v.size : undefined);
const atLeast = (n: number, limit: number) => n >= limit;
const atMost = (n: number, limit: number) => n <= limit;

const KEYWORDS: Record<string, Build> = {
  bsonType: (operand) => {
    const names = strings('bsonType', operand);
    for (const name of names)
      if (name !== 'number' && !(name in TYPE_NUMBERS)) fail(2, `Unknown type name alias: ${name}`);
    return hasType(names);
  },
  type: (operand) =>
    hasType(
      strings('type', operand).flatMap((name) =>
        Object.hasOwn(JSON_TYPES, name) ? JSON_TYPES[name] : fail(2, `Unknown type name alias: ${name}`),
      ),
    ),
  enum: (operand) => {
    if (!Array.isArray(operand) || operand.length === 0)
      fail(9, "$jsonSchema keyword 'enum' must be a non-empty array");
    const keys = new Set(operand.map((item) => hashKey(item)));
    return (v) => keys.has(hashKey(v));
  },
  required,
  properties: (operand) => properties(operand),
  patternProperties: (operand) => {
    const tests = patterns(operand);
    return (v) =>
      !isDoc(v) ||
      [...v].every(([name, value]) => tests.every(([pattern, test]) => !pattern.test(name) || test(value)));
  },
  additionalProperties,
  dependencies: (operand) => dependencies(operand),
  minProperties: size('minProperties', fields, atLeast),
  maxProperties: size('maxProperties', fields, atMost),
  minLength: size('minLength', length, atLeast),
  maxLength: size('maxLength', length, atMost),
  minItems: size('minItems', count, atLeast),
  maxItems: size('maxItems', count, atMost),
  pattern: (operand) => {
    if (typeof operand !== 'string') fail(14, "$jsonSchema keyword 'pattern' must be a string");
    const regex = compileRegex(operand, '');
    return (v) => typeof v !== 'string' || regex.test(v);
  },
  minimum: bound('minimum', 'exclusiveMinimum', (c) => c > 0),
  maximum: bound('maximum', 'exclusiveMaximum', (c) => c < 0),
  exclusiveMinimum: () => ANYTHING,
  exclusiveMaximum: () => ANYTHING,
  multipleOf: (operand) => {
    if (!isNumeric(operand) || toNumber(operand) <= 0)
      fail(9, "$jsonSchema keyword 'multipleOf' must be a positive number");
    return (v) => !isNumeric(v) || compare(remainder(v, operand), 0) === 0;
  },
  items: (operand) => items(operand),
  additionalItems: (operand, schema) => {
    const test = rest('additionalItems', operand);
    const first = schema.get('items');
    if (!Array.isArray(first)) return ANYTHING;
    return (v) => !Array.isArray(v) || v.slice(first.length).every(test);
  },
  uniqueItems: (operand) => {
    if (typeof operand !== 'boolean') fail(14, "$jsonSchema keyword 'uniqueItems' must be a boolean");
    return (v) => !operand || !Array.isArray(v) || new Set(v.map((item) => hashKey(item))).size === v.length;
  },
  allOf: (operand) => {
    const tests = schemas('allOf', operand);
    return (v) => tests.every((test) => test(v));
  },
  anyOf: (operand) => {
    const tests = schemas('anyOf', operand);
    return (v) => tests.some((test) => test(v));
  },
  oneOf: (operand) => {
    const tests = schemas('oneOf', operand);
    return (v) => tests.filter((test) => test(v)).length === 1;
  },
  not: (operand) => {
    const test = compileJsonSchema(operand);
    return (v) => !test(v);
  },
  title: () => ANYTHING,
  description: () => ANYTHING,
};
