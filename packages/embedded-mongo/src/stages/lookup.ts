import { type Doc, isNullish, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileExpression, type Expr, pathValue } from '../expressions/compile.ts';
import type { Cell, Scope } from '../expressions/scope.ts';
import { fieldSetter } from '../projection/add-fields.ts';
import { splitFieldPath } from '../projection/paths.ts';
import type { PipelineContext } from './context.ts';
import { correlationOf } from './correlation.ts';
import { CorrelatedSource, ForeignDocuments } from './foreign.ts';
import { type BuildStage, type CompilePipeline, collect, inBatches, type Pipeline, type Stage } from './stage.ts';

/** Where a stage reads from: `from` or `coll`, by name or as `{db, coll}`. */
export function sourceOf(name: string, from: Value, context: PipelineContext): { db: string; collection: string } {
  if (typeof from === 'string') return { db: context.db, collection: from };
  if (!(from instanceof Map)) fail(40321, `${name} argument 'from' must be a string, but is ${typeName(from)}`);
  const db = from.get('db') ?? context.db;
  const collection = from.get('coll');
  if (typeof db !== 'string' || typeof collection !== 'string')
    fail(40321, `${name} argument 'from' must name a collection`);
  return { db, collection };
}

interface Variables {
  inner: Scope;
  bind(document: Doc): void;
  empty: boolean;
}

/** The variables of `let`: evaluated for each document before the pipeline inside is run. */
function bindLet(spec: Value, scope: Scope): Variables {
  if (spec !== undefined && !(spec instanceof Map)) fail(40319, "$lookup argument 'let' must be an object");
  const bindings: [Cell, Expr][] = [];
  let inner = scope;
  for (const [name, value] of spec ?? []) {
    const cell: Cell = { value: undefined };
    bindings.push([cell, compileExpression(value, scope)]);
    inner = inner.with(name, cell);
  }
  const bind = (document: Doc) => {
    for (const [cell, expr] of bindings) cell.value = expr(document);
  };
  return { inner, bind, empty: bindings.length === 0 };
}

const FIELDS = ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'];

/** `$lookup` in all its forms: by equal fields, by a pipeline with variables, or both. */
export const lookup: BuildStage = (operand, context, compile) => {
  if (!(operand instanceof Map))
    fail(9, `the $lookup stage specification must be an object, but found ${typeName(operand)}`);
  for (const key of operand.keys()) if (!FIELDS.includes(key)) fail(9, `unknown argument to $lookup: ${key}`);
  const text = (key: string): string | undefined => {
    const value = operand.get(key);
    if (value !== undefined && typeof value !== 'string')
      fail(9, `$lookup argument '${key}' must be a string, found ${typeName(value)}`);
    return value as string | undefined;
  };
  const as = text('as') ?? fail(9, "must specify 'as' field for a $lookup");
  const localField = text('localField');
  const foreignField = text('foreignField');
  const stages = operand.get('pipeline');
  if ((localField === undefined) !== (foreignField === undefined))
    fail(9, '$lookup requires both or neither of "localField" and "foreignField" to be specified');
  if (localField === undefined && stages === undefined)
    fail(9, "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified");
  if (stages !== undefined && !Array.isArray(stages)) fail(14, "'pipeline' option must be specified as an array");
  if (stages === undefined && operand.has('let')) fail(9, "$lookup with 'let' needs a 'pipeline'");
  if (!operand.has('from') && !startsWithDocuments(stages)) fail(9, "must specify 'from' field for a $lookup");
  const source = operand.has('from')
    ? sourceOf('$lookup', operand.get('from'), context)
    : { db: context.db, collection: '' };
  const variables = bindLet(operand.get('let'), context.scope);
  const inner: PipelineContext = { ...context, ...source, scope: variables.inner };
  const pipeline = stages ? compileInner(stages, inner, compile) : undefined;
  const set = fieldSetter(as);
  if (localField !== undefined && foreignField !== undefined)
    return byFields(localField, foreignField, inner, variables.bind, pipeline, set);
  return byPipeline(inner, stages as Value[], pipeline as Pipeline, variables, set);
};

function startsWithDocuments(stages: Value): boolean {
  return Array.isArray(stages) && stages[0] instanceof Map && stages[0].has('$documents');
}

/** A pipeline inside another stage, where nothing may be written. */
function compileInner(stages: Value[], context: PipelineContext, compile: CompilePipeline): Pipeline {
  for (const stage of stages) {
    const name = stage instanceof Map ? stage.keys().next().value : undefined;
    if (name === '$out' || name === '$merge')
      fail(51047, `${name} is not allowed within a pipeline inside another stage`);
  }
  return compile(stages, context);
}

/** One read of the other collection for each batch: by `$in` over all that the batch looks for. */
function byFields(
  localField: string,
  foreignField: string,
  context: PipelineContext,
  bind: (document: Doc) => void,
  pipeline: Pipeline | undefined,
  set: (document: Doc, value: Value) => Doc,
): Stage {
  const localParts = splitFieldPath(localField);
  splitFieldPath(foreignField);
  return async function* (input) {
    for await (const batch of input) {
      const wanted = batch.map((document) => localValues(document, localParts));
      const foreign = await ForeignDocuments.read(context, foreignField, wanted.flat());
      const results: Doc[] = [];
      for (const [i, document] of batch.entries()) {
        let found = foreign.matching(wanted[i]);
        if (pipeline) {
          bind(document);
          found = await collect(pipeline.run(inBatches(found)));
        }
        results.push(set(document, found));
      }
      yield results;
    }
  };
}

/** What a document looks for: the elements of an array, null for a missing field. */
function localValues(document: Doc, parts: string[]): Value[] {
  const value = pathValue(document, parts, 0);
  if (Array.isArray(value)) return value.flatMap((item) => (Array.isArray(item) && parts.length > 1 ? item : [item]));
  return [isNullish(value) ? null : value];
}

function byPipeline(
  context: PipelineContext,
  stages: Value[],
  pipeline: Pipeline,
  variables: Variables,
  set: (document: Doc, value: Value) => Doc,
): Stage {
  const correlation = correlationOf(stages, context.scope);
  const source = new CorrelatedSource(context, correlation, variables.bind);
  const run = () => collect(pipeline.run(pipeline.startsItself ? inBatches([]) : source.read()));
  return async function* (input) {
    let shared: Doc[] | undefined;
    for await (const batch of input) {
      if (!variables.empty && !pipeline.startsItself) await source.prepare(batch);
      const results: Doc[] = [];
      for (const document of batch) {
        variables.bind(document);
        // Without variables the result is the same for every document.
        if (variables.empty) shared ??= await run();
        results.push(set(document, shared ?? (await run())));
      }
      yield results;
    }
  };
}

/** `$unionWith`: the documents of another collection come after those of the input. */
export const unionWith: BuildStage = (operand, context, compile) => {
  const spec = typeof operand === 'string' ? new Map<string, Value>([['coll', operand]]) : operand;
  if (!(spec instanceof Map))
    fail(9, `the $unionWith stage specification must be an object or string, but found ${typeName(operand)}`);
  for (const key of spec.keys())
    if (!['coll', 'db', 'pipeline'].includes(key)) fail(40415, `BSON field '$unionWith.${key}' is an unknown field.`);
  const stages = spec.get('pipeline') ?? [];
  if (!Array.isArray(stages)) fail(14, "'pipeline' option must be specified as an array");
  const coll = spec.get('coll');
  if (typeof coll !== 'string' && !startsWithDocuments(stages)) fail(9, "$unionWith needs 'coll'");
  const source = { db: context.db, collection: typeof coll === 'string' ? coll : '' };
  const inner = { ...context, ...source };
  const pipeline = compileInner(stages, inner, compile);
  const { constant } = correlationOf(stages, context.scope);
  return async function* (input) {
    yield* input;
    yield* pipeline.run(pipeline.startsItself ? inBatches([]) : context.open(source.db, source.collection, constant));
  };
};
