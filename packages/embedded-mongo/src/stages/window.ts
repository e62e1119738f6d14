import { compare } from '../bson/compare.ts';
import { type Doc, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileExpression } from '../expressions/compile.ts';
import { fieldSetter } from '../projection/add-fields.ts';
import { compileSort } from '../sort/sort.ts';
import { partitionKey, partitions, sorted } from './sorting.ts';
import { type BuildStage, inBatches } from './stage.ts';
import { type BuildWindow, compileWindowFunction } from './window-functions.ts';

const OPTIONS = ['partitionBy', 'sortBy', 'output'];

/** `$setWindowFields`: fields computed over the neighbours of a document in its partition. */
export const setWindowFields: BuildStage = (operand, { scope, disk }) => {
  if (!(operand instanceof Map))
    fail(9, `the $setWindowFields stage specification must be an object, found ${typeName(operand)}`);
  for (const key of operand.keys())
    if (!OPTIONS.includes(key)) fail(40415, `BSON field '$setWindowFields.${key}' is an unknown field.`);
  const output = operand.get('output');
  if (output === undefined) fail(40414, "BSON field '$setWindowFields.output' is missing but a required field");
  if (!(output instanceof Map))
    fail(14, `BSON field '$setWindowFields.output' is the wrong type '${typeName(output)}', expected type 'object'`);
  const sortBy = operand.get('sortBy');
  if (sortBy !== undefined && !(sortBy instanceof Map))
    fail(14, "BSON field '$setWindowFields.sortBy' must be an object");
  const sort = sortBy && sortBy.size > 0 ? compileSort(sortBy, scope) : undefined;
  const partitionBy = operand.has('partitionBy') ? compileExpression(operand.get('partitionBy'), scope) : undefined;
  const fields = [...output].map(([path, spec]): [ReturnType<typeof fieldSetter>, BuildWindow] => {
    if (!(spec instanceof Map)) fail(9, `The field '${path}' must be an object`);
    return [fieldSetter(path), compileWindowFunction(spec, sort, scope)];
  });
  const partition = (document: Doc) => partitionKey(partitionBy?.(document));
  const order = {
    key: (document: Doc) => [partition(document), ...(sort?.key(document) ?? [])],
    compareKeys: ([a, ...as]: Value[], [b, ...bs]: Value[]) => compare(a, b) || (sort?.compareKeys(as, bs) ?? 0),
  };
  return async function* (input) {
    for await (const documents of partitions(sorted(input, order, disk), partition, disk.limit, 5643011)) {
      yield [];
      let results = documents;
      for (const [set, build] of fields) {
        const values = build({ documents });
        results = results.map((document, i) => set(document, values[i]));
      }
      yield* inBatches(results);
    }
  };
};
