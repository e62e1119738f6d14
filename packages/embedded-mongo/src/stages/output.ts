import { identical } from '../bson/compare.ts';
import { type Doc, ObjectId, typeName, type Value } from '../bson/values.ts';
import { fail, MongoError } from '../errors.ts';
import { compileExpression, type Expr, pathValue } from '../expressions/compile.ts';
import type { Cell } from '../expressions/scope.ts';
import type { MergeWrite, PipelineContext } from './context.ts';
import type { Output } from './stage.ts';
import { compileTransforms, type Transform } from './transforms.ts';

function target(name: string, v: Value, context: PipelineContext): { db: string; collection: string } {
  if (typeof v === 'string') return { db: context.db, collection: v };
  if (!(v instanceof Map))
    fail(
      name === '$out' ? 16990 : 51178,
      `${name} only supports a string or object argument, but found ${typeName(v)}`,
    );
  const db = v.get('db') ?? context.db;
  const collection = v.get('coll');
  if (typeof db !== 'string' || typeof collection !== 'string')
    fail(
      name === '$out' ? 16994 : 51178,
      `If an object is passed to ${name} it must have exactly 2 fields: 'db' and 'coll'`,
    );
  return { db, collection };
}

export function compileOut(operand: Value, context: PipelineContext): Output {
  const { db, collection } = target('$out', operand, context);
  if (collection === '') fail(73, `Invalid collection name specified '${db}.'`);
  return {
    kind: '$out',
    db,
    collection,
    run: async function* (input) {
      await context.replaceCollection(db, collection, input);
      yield [];
    },
  };
}

const MATCHED = ['replace', 'keepExisting', 'merge', 'fail'];
const NOT_MATCHED = ['insert', 'discard', 'fail'];

export function compileMerge(operand: Value, context: PipelineContext): Output {
  const spec: Value = typeof operand === 'string' ? new Map<string, Value>([['into', operand]]) : operand;
  if (!(spec instanceof Map))
    fail(51182, `$merge requires a string or object argument, but found ${typeName(operand)}`);
  for (const key of spec.keys())
    if (!['into', 'on', 'let', 'whenMatched', 'whenNotMatched'].includes(key))
      fail(40415, `BSON field '$merge.${key}' is an unknown field.`);
  if (!spec.has('into')) fail(40414, "BSON field '$merge.into' is missing but a required field");
  const { db, collection } = target('$merge', spec.get('into'), context);
  const on = onFields(spec.get('on'));
  const whenNotMatched = spec.get('whenNotMatched') ?? 'insert';
  if (typeof whenNotMatched !== 'string' || !NOT_MATCHED.includes(whenNotMatched))
    fail(2, `Enumeration value '${String(whenNotMatched)}' for field '$merge.whenNotMatched' is not a valid value.`);
  const whenMatched = matchedAction(spec, on, context);
  return {
    kind: '$merge',
    db,
    collection,
    run: async function* (input) {
      if (!(await context.hasUniqueIndex(db, collection, on)))
        fail(51183, 'Cannot find index to verify that join fields will be unique');
      for await (const batch of input) {
        await context.merge(
          db,
          collection,
          batch.map((document) => mergeWrite(document, on, whenMatched, whenNotMatched)),
        );
        yield [];
      }
    },
  };
}

function onFields(v: Value): string[] {
  if (v === undefined) return ['_id'];
  const list = Array.isArray(v) ? v : [v];
  if (list.length === 0) fail(51187, "If explicitly specifying $merge 'on', must include at least one field");
  return list.map((field) =>
    typeof field === 'string' ? field : fail(51186, `$merge 'on' fields must be strings, but found ${typeName(field)}`),
  );
}

type Matched = (existing: Doc, document: Doc) => Doc;

/** What an insert would have met: with `whenMatched: 'fail'` a document is inserted or not at all. */
function duplicate(document: Doc, on: string[]): MongoError {
  const keyValue = new Map(on.map((field) => [field, pathValue(document, field.split('.'), 0)]));
  return new MongoError(11000, "E11000 duplicate key error: $merge with whenMatched 'fail' found a matching document", {
    extra: { keyPattern: new Map(on.map((field) => [field, 1])), keyValue },
  });
}

function matchedAction(spec: Doc, on: string[], context: PipelineContext): Matched {
  const action = spec.get('whenMatched') ?? 'merge';
  if (Array.isArray(action)) return pipelineAction(action, spec.get('let'), context);
  if (typeof action !== 'string' || !MATCHED.includes(action))
    fail(51191, `$merge 'whenMatched' must be one of ${MATCHED.join(', ')} or an array`);
  if (spec.has('let')) fail(51199, "Cannot use 'let' variables with 'whenMatched' that is not a pipeline");
  switch (action) {
    case 'replace':
      return (existing, document) => keepId(existing, document);
    case 'keepExisting':
      return (existing) => existing;
    case 'fail':
      return (_, document) => {
        throw duplicate(document, on);
      };
    default:
      return (existing, document) => keepId(existing, new Map([...existing, ...document]));
  }
}

function pipelineAction(stages: Value[], variables: Value, context: PipelineContext): Matched {
  if (variables !== undefined && !(variables instanceof Map)) fail(14, "$merge 'let' must be an object");
  const fresh: Cell = { value: undefined };
  const bindings: [Cell, Expr][] = [];
  let scope = variables ? context.scope : context.scope.define('new', fresh);
  for (const [name, value] of variables ?? []) {
    const cell: Cell = { value: undefined };
    bindings.push([cell, compileExpression(value, context.scope)]);
    scope = name === 'new' ? scope.define(name, cell) : scope.with(name, cell);
  }
  const transform: Transform = compileTransforms(stages, scope);
  return (existing, document) => {
    fresh.value = document;
    for (const [cell, expr] of bindings) cell.value = expr(document);
    return keepId(existing, transform(existing));
  };
}

/** The stored document keeps its `_id`, in first place. Code 66 when the new one has another. */
function keepId(existing: Doc, document: Doc): Doc {
  const id = existing.get('_id');
  const other = document.get('_id');
  if (other !== undefined && !identical(id, other))
    fail(
      66,
      "$merge failed to update the matching document, did you attempt to modify the _id or the shard key? :: caused by :: the (immutable) field '_id' was found to have been altered",
    );
  const result: Doc = new Map([['_id', id]]);
  for (const [key, value] of document) if (key !== '_id') result.set(key, value);
  return result;
}

function mergeWrite(document: Doc, on: string[], whenMatched: Matched, whenNotMatched: string): MergeWrite {
  const withId = document.has('_id') ? document : new Map<string, Value>([['_id', ObjectId.next()], ...document]);
  const source = on.includes('_id') ? withId : document;
  const filter: Doc = new Map();
  for (const field of on) {
    const value = pathValue(source, field.split('.'), 0);
    if (value === undefined || value === null)
      fail(51132, `$merge write error: 'on' field '${field}' cannot be missing, null or undefined`);
    if (Array.isArray(value)) fail(51185, `$merge write error: 'on' field '${field}' cannot be an array`);
    filter.set(field, new Map([['$eq', value]]));
  }
  return {
    filter,
    write: (existing) => {
      if (existing) {
        const result = whenMatched(existing, source);
        return identical(result, existing) ? undefined : result;
      }
      if (whenNotMatched === 'discard') return undefined;
      if (whenNotMatched === 'fail')
        fail(
          13113,
          '$merge could not find a matching document in the target collection for at least one document in the source collection',
        );
      return withId;
    },
  };
}
