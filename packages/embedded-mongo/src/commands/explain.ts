import { type Doc, doc, integer, isDoc, typeName } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Examined } from '../planner/candidates.ts';
import { type Selection, select } from '../planner/found.ts';
import { choosePlan, type Plan } from '../planner/plan.ts';
import type { Collection } from '../storage/catalog.ts';
import { prepareAggregate, runAggregate } from './aggregation.ts';
import { collectionName, flag, hintOf, optionalDoc, scopeOf } from './arguments.ts';
import type { CommandContext } from './context.ts';
import { prepareFind } from './find.ts';
import { MONGODB_VERSION } from './handshake.ts';
import { findCommand, register } from './registry.ts';
import { targetOf } from './update-one.ts';

const VERBOSITIES = ['queryPlanner', 'executionStats', 'allPlansExecution'];

/** A plan in the words of MongoDB's `explain`. */
export function describePlan(plan: Plan): Doc {
  if (plan.kind === 'collection') return doc({ stage: 'COLLSCAN', direction: plan.reverse ? 'backward' : 'forward' });
  if (plan.kind === 'union') {
    return doc({ stage: 'FETCH', inputStage: { stage: 'OR', inputStages: plan.plans.map((each) => entries(each)) } });
  }
  return doc({ stage: 'FETCH', inputStage: entries(plan) });
}

function entries(plan: Plan): Doc {
  if (plan.kind !== 'index') return describePlan(plan);
  const { index, reverse, ranges } = plan;
  return doc({
    stage: 'IXSCAN',
    keyPattern: index.key,
    indexName: index.name,
    isMultiKey: index.multikey,
    isUnique: index.unique,
    isSparse: index.sparse,
    isPartial: index.partial !== undefined,
    direction: reverse ? 'backward' : 'forward',
    ranges: integer(ranges.length),
  });
}

function winningPlan(selection: Selection | undefined, sortSpec: Doc | undefined): Doc {
  if (!selection) return doc({ stage: 'EOF' });
  let stage = describePlan(selection.plan);
  if (sortSpec && sortSpec.size > 0 && !selection.plan.sorted) {
    stage = doc({
      stage: 'SORT',
      sortPattern: sortSpec,
      limitAmount: integer(selection.limit ?? 0),
      inputStage: stage,
    });
  }
  if (selection.skip) stage = doc({ stage: 'SKIP', skipAmount: integer(selection.skip), inputStage: stage });
  if (selection.limit) stage = doc({ stage: 'LIMIT', limitAmount: integer(selection.limit), inputStage: stage });
  return stage;
}

interface Explained {
  namespace: string;
  parsedQuery: Doc;
  plan: Doc;
  /** Runs the query and returns how many documents it gives; undefined for writes, which are not run. */
  run(examined: Examined): Promise<number>;
}

async function answer(
  context: CommandContext,
  explained: Explained,
  verbosity: string,
  more: Record<string, unknown> = {},
) {
  const { server } = context;
  let executionStats: Record<string, unknown> | undefined;
  if (verbosity !== 'queryPlanner') {
    const examined: Examined = { keys: 0, documents: 0 };
    const start = performance.now();
    const returned = await explained.run(examined);
    executionStats = {
      executionSuccess: true,
      nReturned: integer(returned),
      executionTimeMillis: integer(Math.round(performance.now() - start)),
      totalKeysExamined: integer(examined.keys),
      totalDocsExamined: integer(examined.documents),
      executionStages: explained.plan,
    };
  }
  return doc({
    explainVersion: '1',
    queryPlanner: {
      namespace: explained.namespace,
      parsedQuery: explained.parsedQuery,
      indexFilterSet: false,
      winningPlan: explained.plan,
      rejectedPlans: [],
    },
    executionStats,
    ...more,
    serverInfo: { host: server.options.host, port: server.port, version: MONGODB_VERSION },
  });
}

/** Explains an aggregation: how its input is read, and the stages that follow. */
export function explainAggregate(context: CommandContext, command: Doc, verbosity: string): Promise<Doc> {
  const aggregation = prepareAggregate(context, command);
  if (aggregation.pipeline.output && verbosity !== 'queryPlanner')
    fail(20, 'a pipeline that writes is explained, not run');
  const { leadingMatch, leadingSort } = aggregation.pipeline;
  const explained: Explained = {
    namespace: aggregation.namespace,
    parsedQuery: leadingMatch ?? new Map(),
    plan: winningPlan(aggregation.selection, aggregation.selection?.plan.sorted ? undefined : leadingSort),
    async run(examined) {
      let n = 0;
      for await (const batch of runAggregate(context, aggregation, examined)) n += batch.length;
      return n;
    },
  };
  return answer(context, explained, verbosity, { stages: command.get('pipeline') });
}

function explainFind(context: CommandContext, command: Doc): Explained {
  const name = collectionName(context);
  const { collection, selection } = prepareFind(context, command, name);
  return {
    namespace: `${context.db}.${name}`,
    parsedQuery: optionalDoc(command, 'filter') ?? new Map(),
    plan: winningPlan(selection, optionalDoc(command, 'sort')),
    run: (examined) => countSelected(context, collection, selection, examined),
  };
}

/** Count, distinct, and the search that a write begins with. */
function explainQuery(context: CommandContext, query: Doc, options: Doc, limit?: number): Explained {
  const name = collectionName(context);
  const collection = context.find(context.db, name);
  const sortSpec = optionalDoc(options, 'sort');
  const { filter, sort, hint } = targetOf(query, scopeOf(context.command), sortSpec, hintOf(collection, options));
  const selection = collection && { filter, sort, plan: choosePlan(collection, filter, sortSpec, hint), limit };
  return {
    namespace: `${context.db}.${name}`,
    parsedQuery: query,
    plan: winningPlan(selection, sortSpec),
    run: (examined) => countSelected(context, collection, selection, examined),
  };
}

async function countSelected(
  context: CommandContext,
  collection: Collection | undefined,
  selection: Selection | undefined,
  examined: Examined,
): Promise<number> {
  let n = 0;
  if (!collection || !selection) return n;
  for await (const batch of select(context.view, collection, selection, context.operation, examined)) n += batch.length;
  return n;
}

function firstStatement(command: Doc, list: string): Doc {
  const statements = command.get(list);
  const first = Array.isArray(statements) ? statements[0] : undefined;
  return isDoc(first) ? first : fail(9, `explain needs one statement in '${list}'`);
}

function explainedOf(context: CommandContext, name: string, command: Doc): Explained {
  const empty: Doc = new Map();
  switch (name) {
    case 'find':
      return explainFind(context, command);
    case 'count':
    case 'distinct':
      return explainQuery(context, optionalDoc(command, 'query') ?? empty, command);
    case 'findAndModify':
      return explainQuery(context, optionalDoc(command, 'query') ?? empty, command, 1);
    case 'update': {
      const statement = firstStatement(command, 'updates');
      return explainQuery(context, optionalDoc(statement, 'q') ?? empty, statement, flag(statement, 'multi') ? 0 : 1);
    }
    case 'delete': {
      const statement = firstStatement(command, 'deletes');
      return explainQuery(context, optionalDoc(statement, 'q') ?? empty, statement, flag(statement, 'limit') ? 1 : 0);
    }
    default:
      return fail(59, `Explain failed due to unknown command: ${name}`);
  }
}

register({
  name: 'explain',
  summary: 'which index a query uses and how much it examines; writes are not carried out',
  options: ['verbosity'],
  run(context) {
    const { target, command } = context;
    if (!isDoc(target))
      fail(14, `BSON field 'explain' is the wrong type '${typeName(target)}', expected type 'object'`);
    const verbosity = command.get('verbosity') ?? 'allPlansExecution';
    if (typeof verbosity !== 'string' || !VERBOSITIES.includes(verbosity))
      fail(9, `explain verbosity must be one of ${VERBOSITIES.join(', ')}`);
    const [given] = target.keys();
    const spec = findCommand(given ?? '');
    if (!spec) fail(59, `Explain failed due to unknown command: ${given}`);
    const inner: CommandContext = { ...context, command: target, target: target.get(given) };
    if (spec.name === 'aggregate') return explainAggregate(inner, target, verbosity);
    return answer(inner, explainedOf(inner, spec.name, target), verbosity, { command: target });
  },
});
