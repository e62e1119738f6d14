import { compare } from '../bson/compare.ts';
import { decode } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { sizeOf } from '../bson/size.ts';
import type { Doc, Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { sortRows } from '../sort/external.ts';
import { compileSort, type Sort } from '../sort/sort.ts';
import type { Batches, PipelineContext } from './context.ts';
import type { BuildStage, Stage } from './stage.ts';

/** `$sort`; with `limit`, no more than about twice as many documents are held. */
export function sortStage(operand: Value, { scope, disk }: PipelineContext, limit?: number): Stage {
  if (!(operand instanceof Map)) fail(15973, 'the $sort key specification must be an object');
  if (operand.size === 0) fail(15976, '$sort stage must have at least one sort key');
  const sort = compileSort(operand, scope);
  return (input) => sorted(input, sort, disk, limit);
}

export const sortBuild: BuildStage = (operand, context) => sortStage(operand, context);

/** Sorts documents by what is taken of each. */
export function sorted(
  input: Batches,
  sort: Pick<Sort, 'key' | 'compareKeys'>,
  disk: PipelineContext['disk'],
  limit?: number,
): AsyncGenerator<Doc[]> {
  const { key, compareKeys } = sort;
  return sortRows<Doc>(input, { key, compareKeys, bytes: sizeOf, pack: encode, unpack: decode }, disk, limit);
}

/** What a document is partitioned by; code 14 for an array. */
export function partitionKey(value: Value): Value {
  if (Array.isArray(value)) fail(14, 'An expression used to partition cannot evaluate to value of type array');
  return value ?? null;
}

/** The documents of each partition, which come one after the other. Fails with a code where one is too large to be held. */
export async function* partitions(
  input: Batches,
  key: (document: Doc) => Value,
  limit: number,
  code: number,
): AsyncGenerator<Doc[]> {
  let members: Doc[] = [];
  let current: Value;
  let bytes = 0;
  for await (const batch of input) {
    for (const document of batch) {
      const value = key(document);
      if (members.length > 0 && compare(value, current) !== 0) {
        yield members;
        members = [];
        bytes = 0;
      }
      current = value;
      members.push(document);
      bytes += sizeOf(document);
      if (bytes > limit) fail(code, `a partition exceeded the memory limit of ${limit} bytes`);
    }
    yield [];
  }
  if (members.length > 0) yield members;
}
