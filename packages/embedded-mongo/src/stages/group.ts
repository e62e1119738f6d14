import { compare } from '../bson/compare.ts';
import { encode } from '../bson/encode.ts';
import { hashKey } from '../bson/keys.ts';
import { type Doc, doc, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { ACCUMULATORS, type Accumulator } from '../expressions/accumulators.ts';
import { compileExpression, constantOf, type Expr } from '../expressions/compile.ts';
import type { Scope } from '../expressions/scope.ts';
import { compileSort } from '../sort/sort.ts';
import { mustSpill, SpillFile } from '../sort/spill.ts';
import type { Batches, PipelineContext } from './context.ts';
import { sorted } from './sorting.ts';
import { type BuildStage, fromDisk, inBatches, type Stage } from './stage.ts';

/** The accumulated fields of `$group`, `$bucket` and `$bucketAuto`. */
export type Fields = [name: string, make: () => Accumulator][];

export function compileFields(spec: Iterable<[string, Value]>, scope: Scope): Fields {
  return [...spec].map(([name, value]) => {
    if (name.includes('.')) fail(40235, `The field name '${name}' cannot contain '.'`);
    if (name.startsWith('$')) fail(40236, `The field name '${name}' cannot be an operator name`);
    if (!(value instanceof Map)) fail(40234, `The field '${name}' must be an accumulator object`);
    if (value.size !== 1) fail(40238, `The field '${name}' must specify one accumulator`);
    const [[operator, operand]] = value;
    const build = ACCUMULATORS[operator] ?? fail(15952, `unknown group operator '${operator}'`);
    return [name, build(operand, scope)];
  });
}

interface Group {
  id: Value;
  accumulators: Accumulator[];
}

/** Groups of which there are too many wait on disk in this many files, told apart by their keys. */
const WAITING_FILES = 16;

/** About what a group holds besides its key. */
const GROUP_BYTES = 256;

/**
 * Groups a stream by an expression; the groups come in the order in which they were first met. When memory is short the groups
 * that are there go on, and documents of further ones wait on disk to be grouped after them.
 */
function grouped(id: Expr, fields: Fields, { scope, disk }: PipelineContext): Stage {
  const fold = scope.collation?.key;
  return async function* run(input, depth = 0): Batches {
    const groups = new Map<string, Group>();
    let bytes = 0;
    let waiting: SpillFile[] | undefined;
    const add = (document: Doc) => {
      const value = id(document) ?? null;
      const key = hashKey(value, fold);
      let group = groups.get(key);
      if (!group) {
        if (waiting) {
          waiting[slot(key, depth)].append(encode(document));
          return;
        }
        group = { id: value, accumulators: fields.map(([, make]) => make()) };
        groups.set(key, group);
        bytes += key.length + GROUP_BYTES;
      }
      for (const accumulator of group.accumulators) bytes += accumulator.add(document);
    };
    try {
      for await (const batch of input) {
        for (const document of batch) add(document);
        if (bytes > disk.limit && waiting)
          fail(146, `$group used too much memory and cannot spill to disk. Memory limit: ${disk.limit} bytes`);
        if (!waiting && mustSpill('$group', bytes, disk))
          waiting = Array.from({ length: WAITING_FILES }, () => new SpillFile(disk.dir));
        yield [];
      }
      yield* inBatches(results(groups.values(), fields));
      groups.clear();
      for (const file of waiting ?? []) yield* run(fromDisk(file), depth + 1);
    } finally {
      for (const file of waiting ?? []) file.close();
    }
  };
}

/** Which file a key waits in; another one at every depth, so that the keys of one file part. */
function slot(key: string, depth: number): number {
  let hash = depth;
  for (let i = 0; i < key.length; i++) hash = (Math.imul(hash, 31 + depth * 2) + key.charCodeAt(i)) | 0;
  return (hash >>> 7) % WAITING_FILES;
}

function* results(groups: Iterable<Group>, fields: Fields): Generator<Doc> {
  for (const { id, accumulators } of groups) {
    const result: Doc = new Map([['_id', id]]);
    for (let i = 0; i < fields.length; i++) result.set(fields[i][0], accumulators[i].result());
    yield result;
  }
}

export const group: BuildStage = (operand, context) => {
  const { scope } = context;
  if (!(operand instanceof Map)) fail(15947, "a group's fields must be specified in an object");
  if (!operand.has('_id')) fail(15955, 'a group specification must include an _id');
  const id = compileExpression(operand.get('_id'), scope);
  return grouped(
    id,
    compileFields(
      [...operand].filter(([name]) => name !== '_id'),
      scope,
    ),
    context,
  );
};

const COUNT: [string, Value] = ['count', doc({ $sum: 1 })];

export const sortByCount: BuildStage = (operand, context) => {
  const { scope, disk } = context;
  if (operand instanceof Map) {
    if (!operand.keys().next().value?.startsWith('$'))
      fail(40147, 'the sortByCount field must be defined as a $-prefixed path or an expression inside an object');
  } else if (typeof operand !== 'string')
    fail(40149, `the sortByCount field must be specified as a string or as an object, not ${typeName(operand)}`);
  else if (!operand.startsWith('$'))
    fail(40148, 'the sortByCount field must be defined as a $-prefixed path or an expression inside an object');
  const counted = grouped(compileExpression(operand, scope), compileFields([COUNT], scope), context);
  const sort = compileSort(doc({ count: -1 }));
  return (input) => sorted(counted(input), sort, disk);
};

/** `groupBy` of the bucket stages: a path or an expression, not a constant. */
function groupByOf(name: string, fields: Doc, scope: Scope, code: number): Expr {
  const groupBy = fields.get('groupBy');
  const expression = groupBy instanceof Map || (typeof groupBy === 'string' && groupBy.startsWith('$'));
  if (!expression)
    fail(
      code,
      `The ${name} 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ${typeName(groupBy)}`,
    );
  return compileExpression(groupBy, scope);
}

function outputOf(name: string, fields: Doc, scope: Scope, code: number): Fields {
  const output = fields.get('output');
  if (output === undefined) return compileFields([COUNT], scope);
  if (!(output instanceof Map))
    fail(code, `The ${name} 'output' field must be an object, but found type: ${typeName(output)}`);
  return compileFields(output, scope);
}

export const bucket: BuildStage = (operand, context) => {
  const { scope, disk } = context;
  if (!(operand instanceof Map))
    fail(40201, `Argument to $bucket stage must be an object, but found type: ${typeName(operand)}`);
  for (const key of operand.keys())
    if (!['groupBy', 'boundaries', 'default', 'output'].includes(key))
      fail(40197, `Unrecognized option to $bucket: ${key}.`);
  const list = operand.get('boundaries');
  if (!operand.has('groupBy') || list === undefined)
    fail(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.");
  const groupBy = groupByOf('$bucket', operand, scope, 40202);
  if (!Array.isArray(list))
    fail(40200, `The $bucket 'boundaries' field must be an array, but found type: ${typeName(list)}`);
  const boundaries = list.map(
    (item) =>
      (
        constantOf(compileExpression(item, scope)) ??
        fail(40191, "The $bucket 'boundaries' field must be an array of constant values")
      ).value,
  );
  if (boundaries.length < 2) fail(40192, "The $bucket 'boundaries' field must have at least 2 values");
  for (let i = 1; i < boundaries.length; i++) {
    const kinds = [boundaries[i - 1], boundaries[i]].map((v) =>
      ['int', 'long', 'double', 'decimal'].includes(typeName(v)) ? 'number' : typeName(v),
    );
    if (kinds[0] !== kinds[1])
      fail(40193, "All values in the the 'boundaries' option to $bucket must have the same type");
    if (compare(boundaries[i - 1], boundaries[i]) >= 0)
      fail(40194, "The 'boundaries' option to $bucket must be sorted");
  }
  const other = operand.has('default')
    ? (constantOf(compileExpression(operand.get('default'), scope)) ??
      fail(40195, "The $bucket 'default' field must be a constant"))
    : undefined;
  if (
    other &&
    compare(other.value, boundaries[0]) >= 0 &&
    compare(other.value, boundaries[boundaries.length - 1]) < 0
  ) {
    fail(
      40199,
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
  }
  const id: Expr = (root) => {
    const value = groupBy(root) ?? null;
    let found = boundaries.length - 1;
    while (found >= 0 && compare(boundaries[found], value) > 0) found--;
    if (found >= 0 && found < boundaries.length - 1) return boundaries[found];
    if (!other) fail(40066, '$switch could not find a matching branch for an input, and no default was specified.');
    return other.value;
  };
  const buckets = grouped(id, outputOf('$bucket', operand, scope, 40196), context);
  const sort = compileSort(doc({ _id: 1 }));
  return (input) => sorted(buckets(input), sort, disk);
};
