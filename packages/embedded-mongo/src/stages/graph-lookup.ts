import { hashKey } from '../bson/keys.ts';
import { isNumeric, toExactInteger } from '../bson/numbers.ts';
import { sizeOf } from '../bson/size.ts';
import { type Doc, doc, Regex, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileExpression, pathValue } from '../expressions/compile.ts';
import { parseFilter } from '../matcher/parse.ts';
import { fieldSetter } from '../projection/add-fields.ts';
import { splitFieldPath } from '../projection/paths.ts';
import { sourceOf } from './lookup.ts';
import type { BuildStage } from './stage.ts';

const FIELDS = [
  'from',
  'as',
  'startWith',
  'connectFromField',
  'connectToField',
  'depthField',
  'maxDepth',
  'restrictSearchWithMatch',
];

/** `$graphLookup`: everything that can be reached, one read of the collection for each step away. */
export const graphLookup: BuildStage = (operand, context) => {
  if (!(operand instanceof Map))
    fail(9, `the $graphLookup stage specification must be an object, but found ${typeName(operand)}`);
  for (const key of operand.keys()) if (!FIELDS.includes(key)) fail(40104, `Unknown argument to $graphLookup: ${key}`);
  for (const key of FIELDS.slice(0, 5))
    if (!operand.has(key)) fail(40105, `$graphLookup requires '${key}' to be specified`);
  const text = (key: string) => {
    const value = operand.get(key);
    if (typeof value !== 'string') fail(40103, `expected string as argument for ${key}, found: ${typeName(value)}`);
    return value;
  };
  const source = sourceOf('$graphLookup', operand.get('from'), context);
  const set = fieldSetter(text('as'));
  const fromParts = splitFieldPath(text('connectFromField'));
  const to = text('connectToField');
  splitFieldPath(to);
  const setDepth = operand.has('depthField') ? fieldSetter(text('depthField')) : undefined;
  const restrict = operand.get('restrictSearchWithMatch');
  if (restrict !== undefined && !(restrict instanceof Map))
    fail(40185, `restrictSearchWithMatch must be an object, found ${typeName(restrict)}`);
  if (restrict) parseFilter(restrict, context.scope);
  const maxDepth = depthOf(operand.get('maxDepth'));
  const startWith = compileExpression(operand.get('startWith'), context.scope);

  const reachable = async (document: Doc): Promise<Doc[]> => {
    const found = new Map<string, Doc>();
    let bytes = 0;
    const asked = new Set<string>();
    const fresh = (values: Value[]) =>
      values.filter(
        (value) =>
          value !== undefined && !(value instanceof Regex) && !asked.has(hashKey(value)) && asked.add(hashKey(value)),
      );
    const start = startWith(document);
    let frontier = fresh(Array.isArray(start) ? start : [start]);
    for (let depth = 0; frontier.length > 0 && depth <= maxDepth; depth++) {
      const condition = doc({ [to]: doc({ $in: frontier }) });
      const next: Value[] = [];
      for await (const batch of context.open(
        source.db,
        source.collection,
        restrict ? doc({ $and: [condition, restrict] }) : condition,
      )) {
        for (const reached of batch) {
          const key = hashKey(reached.get('_id'));
          if (found.has(key)) continue;
          bytes += sizeOf(reached);
          if (bytes > context.disk.limit) fail(40099, '$graphLookup reached maximum memory consumption');
          found.set(key, setDepth ? setDepth(reached, BigInt(depth)) : reached);
          const onward = pathValue(reached, fromParts, 0);
          next.push(...(Array.isArray(onward) ? onward : [onward]));
        }
      }
      frontier = fresh(next);
    }
    return [...found.values()];
  };

  return async function* (input) {
    for await (const batch of input) {
      const results: Doc[] = [];
      for (const document of batch) results.push(set(document, await reachable(document)));
      yield results;
    }
  };
};

function depthOf(v: Value): number {
  if (v === undefined) return Number.POSITIVE_INFINITY;
  if (!isNumeric(v)) fail(40100, `maxDepth must be numeric, found type: ${typeName(v)}`);
  const depth = toExactInteger(v);
  if (depth === undefined) fail(40102, 'maxDepth could not be represented as a long long');
  if (depth < 0) fail(40101, `maxDepth requires a nonnegative argument, found: ${depth}`);
  return depth;
}
