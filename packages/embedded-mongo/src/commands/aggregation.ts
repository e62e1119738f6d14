/** How an aggregation is compiled and run: for the command and for explaining it. */
import { isNumeric } from '../bson/numbers.ts';
import type { Doc } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Scope } from '../expressions/scope.ts';
import { MATCH_ALL } from '../matcher/ast.ts';
import { parseFilter } from '../matcher/parse.ts';
import type { Examined } from '../planner/candidates.ts';
import { type Selection, select } from '../planner/found.ts';
import { choosePlan } from '../planner/plan.ts';
import { compileSort } from '../sort/sort.ts';
import { compilePipeline, type Pipeline } from '../stages/pipeline.ts';
import type { Collection } from '../storage/catalog.ts';
import { collectionName, hintOf, optionalDoc, requiredArray, scopeOf } from './arguments.ts';
import type { CommandContext } from './context.ts';
import { pipelineContext } from './pipeline-context.ts';

/** A compiled aggregation with the way its input is read. */
export interface Aggregation {
  pipeline: Pipeline;
  collection: Collection | undefined;
  selection: Selection | undefined;
  namespace: string;
}

/** Stages that begin a pipeline of a database, not of a collection. */
const DATABASE_SOURCES = ['$documents', '$currentOp', '$listLocalSessions'];

export function prepareAggregate(context: CommandContext, command: Doc): Aggregation {
  const { target, db } = context;
  const whole = isNumeric(target);
  const name = whole ? undefined : collectionName(context);
  const scope = scopeOf(command);
  const stages = requiredArray(command, 'pipeline');
  const pipeline = compilePipeline(stages, pipelineContext(context, scope, name));
  const first = stages[0] instanceof Map ? stages[0].keys().next().value : undefined;
  if (!whole && DATABASE_SOURCES.includes(first ?? '')) fail(73, `'${first}' can only be run with {aggregate: 1}`);
  if (whole && !pipeline.startsItself) fail(73, '{aggregate: 1} is not valid for this pipeline: it needs a collection');
  if (pipeline.output && context.transaction) fail(263, `${pipeline.output.kind} cannot be used in a transaction`);
  const level = optionalDoc(command, 'readConcern')?.get('level');
  if (pipeline.output && (level === 'snapshot' || level === 'linearizable'))
    fail(72, `${pipeline.output.kind} cannot be used with a '${level}' read concern level`);
  const collection = name === undefined ? undefined : context.find(db, name);
  return {
    pipeline,
    collection,
    selection: collection && selectionOf(collection, pipeline, scope, command),
    namespace: name === undefined ? `${db}.$cmd.aggregate` : `${db}.${name}`,
  };
}

/** The first `$match` and, where an index gives the order, the first `$sort` are left to the planner. */
function selectionOf(
  collection: Collection,
  { leadingMatch, leadingSort, leadingLimit }: Pipeline,
  scope: Scope,
  command: Doc,
): Selection {
  const filter = leadingMatch ? parseFilter(leadingMatch, scope) : MATCH_ALL;
  const hint = hintOf(collection, command);
  const plan = choosePlan(collection, filter, leadingSort, hint);
  const sort = leadingSort && plan.sorted && !scope.collation ? compileSort(leadingSort, scope) : undefined;
  const limit = !leadingSort || sort ? leadingLimit : undefined;
  return { filter, plan, sort, limit };
}

/** Runs an aggregation; nothing is read before the first batch is asked for. */
export function runAggregate(context: CommandContext, aggregation: Aggregation, examined?: Examined) {
  const { pipeline, selection } = aggregation;
  return pipeline.run(input(context, aggregation, examined), {
    filtered: selection !== undefined,
    sorted: selection?.sort !== undefined,
  });
}

async function* input(context: CommandContext, { collection, selection }: Aggregation, examined?: Examined) {
  if (!collection || !selection) return;
  for await (const batch of select(context.view, collection, selection, context.operation, examined)) {
    yield batch.map(({ document }) => document);
  }
}
