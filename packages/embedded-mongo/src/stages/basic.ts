import { decode } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { isNumeric, toExactInteger, toNumber } from '../bson/numbers.ts';
import { sizeOf } from '../bson/size.ts';
import { type Doc, doc, integer, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { parseFilter } from '../matcher/parse.ts';
import { splitFieldPath } from '../projection/paths.ts';
import { type Sorting, sortRows } from '../sort/external.ts';
import { BATCH_SIZE, type BuildStage, eachBatch, type Stage } from './stage.ts';

export const match: BuildStage = (operand, { scope }) => {
  if (!(operand instanceof Map)) fail(15959, 'the match filter must be an expression in an object');
  const { test } = parseFilter(operand, scope);
  return eachBatch((batch) => batch.filter(test));
};

/** The whole number that `$limit` and `$skip` take. */
export function countOperand(name: '$limit' | '$skip', operand: Value): number {
  const code = name === '$limit' ? 5107201 : 5107200;
  if (!isNumeric(operand))
    fail(code, `invalid argument to ${name} stage: Expected a number in: ${name}: ${typeName(operand)}`);
  const n = toExactInteger(operand);
  if (n === undefined || n < 0)
    fail(code, `invalid argument to ${name} stage: Expected a non-negative integer in: ${name}: ${toNumber(operand)}`);
  if (name === '$limit' && n === 0) fail(15958, 'the limit must be positive');
  return n;
}

export const limit: BuildStage = (operand) => {
  const n = countOperand('$limit', operand);
  return async function* (input) {
    let left = n;
    for await (const batch of input) {
      if (batch.length < left) {
        left -= batch.length;
        yield batch;
        continue;
      }
      yield batch.length === left ? batch : batch.slice(0, left);
      return;
    }
  };
};

export const skip: BuildStage = (operand) => {
  const n = countOperand('$skip', operand);
  return async function* (input) {
    let left = n;
    for await (const batch of input) {
      const dropped = Math.min(left, batch.length);
      left -= dropped;
      yield dropped === 0 ? batch : batch.slice(dropped);
    }
  };
};

export const count: BuildStage = (operand) => {
  if (typeof operand !== 'string' || operand === '') fail(40156, 'the count field must be a non-empty string');
  if (operand.startsWith('$')) fail(40158, 'the count field cannot be a $-prefixed path');
  if (operand.includes('\0')) fail(40159, 'the count field cannot contain a null byte');
  if (operand.includes('.')) fail(40160, "the count field cannot contain '.'");
  return async function* (input) {
    let n = 0;
    for await (const batch of input) {
      n += batch.length;
      yield [];
    }
    if (n > 0) yield [new Map<string, Value>([[operand, integer(n)]])];
  };
};

/** A uniform sample: the first by a number that each document draws. */
export const sample: BuildStage = (operand, { disk }) => {
  if (!(operand instanceof Map)) fail(28745, 'the $sample stage specification must be an object');
  for (const key of operand.keys()) if (key !== 'size') fail(28748, `unrecognized option to $sample: ${key}`);
  const size = operand.get('size');
  if (size === undefined) fail(28749, '$sample stage must specify a size');
  if (!isNumeric(size)) fail(28746, 'size argument to $sample must be a number');
  const n = Math.trunc(toNumber(size));
  if (!(n > 0)) fail(28747, 'size argument to $sample must be a positive integer');
  return async function* (input) {
    const drawing = async function* () {
      for await (const batch of input) yield batch.map((document): Drawn => ({ draw: Math.random(), document }));
    };
    for await (const batch of sortRows(drawing(), BY_DRAW, disk, n)) yield batch.map(({ document }) => document);
  };
};

interface Drawn {
  draw: number;
  document: Doc;
}

const BY_DRAW: Sorting<Drawn> = {
  key: ({ draw }) => [draw],
  compareKeys: ([a], [b]) => (a as number) - (b as number),
  bytes: ({ document }) => sizeOf(document),
  pack: ({ draw, document }) => encode(doc({ draw, document })),
  unpack(bytes) {
    const row = decode(bytes);
    return { draw: row.get('draw') as number, document: row.get('document') as Doc };
  },
};

interface Unwind {
  parts: string[];
  preserve: boolean;
  indexField: string | undefined;
}

function parseUnwind(operand: Value): Unwind {
  if (typeof operand === 'string') return { parts: unwindPath(operand), preserve: false, indexField: undefined };
  if (!(operand instanceof Map))
    fail(15981, `expected either a string or an object as specification for $unwind stage, got ${typeName(operand)}`);
  for (const key of operand.keys()) {
    if (!['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'].includes(key))
      fail(28811, `unrecognized option to $unwind stage: ${key}`);
  }
  const path = operand.get('path');
  if (path === undefined) fail(28812, 'no path specified to $unwind stage');
  if (typeof path !== 'string') fail(28808, `expected a string as the path for $unwind stage, got ${typeName(path)}`);
  const preserve = operand.get('preserveNullAndEmptyArrays') ?? false;
  if (typeof preserve !== 'boolean')
    fail(28809, 'expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage');
  const indexField = operand.get('includeArrayIndex');
  if (indexField !== undefined && (typeof indexField !== 'string' || indexField === ''))
    fail(28810, 'expected a non-empty string for the includeArrayIndex option to $unwind stage');
  if (indexField?.startsWith('$'))
    fail(28822, `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${indexField}`);
  return { parts: unwindPath(path), preserve, indexField };
}

function unwindPath(path: string): string[] {
  if (!path.startsWith('$')) fail(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  return splitFieldPath(path.slice(1));
}

export const unwind: BuildStage = (operand) => {
  const { parts, preserve, indexField } = parseUnwind(operand);
  function* unwound(document: Doc): Generator<Doc> {
    const value = plainValue(document, parts);
    if (Array.isArray(value) && value.length > 0) {
      for (let i = 0; i < value.length; i++)
        yield withIndex(replaceAt(document, parts, 0, value[i]), indexField, BigInt(i));
    } else if (Array.isArray(value)) {
      if (preserve) yield withIndex(replaceAt(document, parts, 0, undefined), indexField, null);
    } else if (preserve || (value !== undefined && value !== null)) {
      yield withIndex(document, indexField, null);
    }
  }
  return rechunked((batch) => batch.map(unwound));
};

/** Keeps batches small where a document becomes many. */
function rechunked(expand: (batch: Doc[]) => Iterable<Doc>[]): Stage {
  return async function* (input) {
    for await (const batch of input) {
      let out: Doc[] = [];
      for (const documents of expand(batch)) {
        for (const document of documents) {
          out.push(document);
          if (out.length < BATCH_SIZE) continue;
          yield out;
          out = [];
        }
      }
      yield out;
    }
  };
}

function plainValue(document: Doc, parts: string[]): Value {
  let value: Value = document;
  for (const part of parts) value = value instanceof Map ? value.get(part) : undefined;
  return value;
}

function replaceAt(document: Doc, parts: string[], at: number, value: Value): Doc {
  const copy = new Map(document);
  const part = parts[at];
  if (at < parts.length - 1) copy.set(part, replaceAt(document.get(part) as Doc, parts, at + 1, value));
  else if (value === undefined) copy.delete(part);
  else copy.set(part, value);
  return copy;
}

function withIndex(document: Doc, field: string | undefined, index: Value): Doc {
  if (field === undefined) return document;
  let result: Doc = document;
  const parts = field.split('.');
  let copy = new Map(document);
  result = copy;
  for (const part of parts.slice(0, -1)) {
    const inner = copy.get(part);
    const next: Doc = inner instanceof Map ? new Map(inner) : new Map();
    copy.set(part, next);
    copy = next;
  }
  copy.set(parts[parts.length - 1], index);
  return result;
}
