import { hashKey } from '../bson/keys.ts';
import { type Doc, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileExpression } from '../expressions/compile.ts';
import { fieldSetter } from '../projection/add-fields.ts';
import { compileSort, type Sort } from '../sort/sort.ts';
import { type BuildStage, inBatches } from './stage.ts';
import { type BuildWindow, compileWindowFunction, type Partition } from './window-functions.ts';

const OPTIONS = ['partitionBy', 'sortBy', 'output'];

/** `$setWindowFields`: fields computed over the neighbours of a document in its partition. */
export const setWindowFields: BuildStage = (operand, { scope }) => {
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
  return async function* (input) {
    const partitions = new Partitions((document) => partitionBy?.(document) ?? null);
    for await (const batch of input) {
      for (const document of batch) partitions.add(document);
      yield [];
    }
    for (const documents of partitions.values()) {
      yield [];
      const rows = sort ? inOrder(documents, sort) : documents;
      const partition: Partition = { documents: rows };
      let results = rows;
      for (const [set, build] of fields) {
        const values = build(partition);
        results = results.map((document, i) => set(document, values[i]));
      }
      yield* inBatches(results);
    }
  };
};

/** Documents by partition, the partitions in the order of their first document. Code 14 where the key is an array. */
export class Partitions {
  private readonly byKey = new Map<string, Doc[]>();
  private readonly key: (document: Doc) => Value;

  constructor(key: (document: Doc) => Value) {
    this.key = key;
  }

  add(document: Doc): void {
    const value = this.key(document);
    if (Array.isArray(value)) fail(14, 'An expression used to partition cannot evaluate to value of type array');
    const name = hashKey(value);
    const members = this.byKey.get(name);
    if (members) members.push(document);
    else this.byKey.set(name, [document]);
  }

  values(): Iterable<Doc[]> {
    return this.byKey.values();
  }
}

function inOrder(documents: Doc[], sort: Sort): Doc[] {
  return documents
    .map((document) => ({ key: sort.key(document), document }))
    .sort((a, b) => sort.compareKeys(a.key, b.key))
    .map(({ document }) => document);
}
