import { type Doc, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileExpression, constantOf } from '../expressions/compile.ts';
import { count, countOperand, limit, match, sample, skip, unwind } from './basic.ts';
import { bucketAuto } from './bucket-auto.ts';
import type { Batches, PipelineContext, StatisticsKind } from './context.ts';
import { densify } from './densify.ts';
import { facet } from './facet.ts';
import { fill } from './fill.ts';
import { graphLookup } from './graph-lookup.ts';
import { bucket, group, sortByCount } from './group.ts';
import { lookup, unionWith } from './lookup.ts';
import { compileMerge, compileOut } from './output.ts';
import { redact } from './redact.ts';
import { sortBuild, sortStage } from './sorting.ts';
import { type BuildStage, eachBatch, inBatches, type Pipeline, type Stage } from './stage.ts';
import { TRANSFORMS } from './transforms.ts';
import { setWindowFields } from './window.ts';

const transforms = Object.fromEntries(
  Object.entries(TRANSFORMS).map(([name, build]): [string, BuildStage] => [
    name,
    (operand, { scope }) => {
      const transform = build(operand, scope);
      return eachBatch((batch) => batch.map(transform));
    },
  ]),
);

/** Every stage but `$out` and `$merge`, by name. */
export const STAGES: Record<string, BuildStage> = {
  ...transforms,
  $match: match,
  $limit: limit,
  $skip: skip,
  $count: count,
  $sample: sample,
  $unwind: unwind,
  $sort: sortBuild,
  $group: group,
  $sortByCount: sortByCount,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $facet: facet,
  $lookup: lookup,
  $unionWith: unionWith,
  $graphLookup: graphLookup,
  $redact: redact,
  $setWindowFields: setWindowFields,
  $densify: densify,
  $fill: fill,
  $documents: documents,
  $indexStats: (operand, context) => statistics('indexStats', operand, context),
  $collStats: (operand, context) => statistics('collStats', operand, context),
  $listLocalSessions: (operand, context) => statistics('listLocalSessions', operand, context),
  $currentOp: (operand, context) => statistics('currentOp', operand, context),
};

/** Every stage by name, those that write included. */
export const STAGE_NAMES = [...Object.keys(STAGES), '$out', '$merge'].sort();

const SOURCES = ['$documents', '$indexStats', '$collStats', '$listLocalSessions', '$currentOp'];

interface Named {
  name: string;
  operand: Value;
}

export type { Pipeline, SourceDone } from './stage.ts';

/** Compiles a pipeline. Codes 40323, 40324, 40601, 40602 and those of the stages for what is malformed. */
export function compilePipeline(stages: Value[], context: PipelineContext): Pipeline {
  const named = stages.map(nameOf);
  const last = named.at(-1);
  const output =
    last?.name === '$out'
      ? compileOut(last.operand, context)
      : last?.name === '$merge'
        ? compileMerge(last.operand, context)
        : undefined;
  const worked = output ? named.slice(0, -1) : named;
  const compiled = worked.map((stage, i) => compileStage(stage, i, worked, context));
  const leading = leadingOf(worked);
  return {
    leadingMatch: leading.match,
    leadingSort: leading.sort,
    leadingLimit: leading.limit,
    startsItself: SOURCES.includes(worked[0]?.name ?? ''),
    output,
    run: (input, done = {}) => {
      let rest = compiled;
      if (done.filtered) rest = rest.slice(leading.matches);
      if (done.sorted && leading.sort) rest = rest.toSpliced(done.filtered ? 0 : leading.matches, 1);
      const result = rest.reduce((stream, stage) => stage(stream), fairly(input, context));
      // What a stage does after its last input, such as merging sorted runs, takes turns as well.
      return fairly(output ? output.run(result) : result, context);
    },
  };
}

function nameOf(stage: Value): Named {
  if (!(stage instanceof Map)) fail(14, "Each element of the 'pipeline' array must be an object");
  if (stage.size !== 1) fail(40323, 'A pipeline stage specification object must contain exactly one field.');
  const [[name, operand]] = stage;
  return { name, operand };
}

function compileStage({ name, operand }: Named, place: number, all: Named[], context: PipelineContext): Stage {
  if (name === '$out' || name === '$merge') fail(40601, `${name} can only be the final stage in the pipeline`);
  const build = Object.hasOwn(STAGES, name) ? STAGES[name] : fail(40324, `Unrecognized pipeline stage name: '${name}'`);
  if (SOURCES.includes(name) && place > 0) fail(40602, `${name} is only valid as the first stage in a pipeline`);
  if (name === '$sort') return sortStage(operand, context, limitAfter(all, place + 1));
  return build(operand, context, compilePipeline);
}

/** How many documents the stages from here on need at most: a `$limit`, perhaps after a `$skip`. */
function limitAfter(all: Named[], place: number): number | undefined {
  const next = all[place];
  if (next?.name === '$limit') return countOperand('$limit', next.operand);
  if (next?.name !== '$skip' || all[place + 1]?.name !== '$limit') return undefined;
  return countOperand('$skip', next.operand) + countOperand('$limit', all[place + 1].operand);
}

interface Leading {
  matches: number;
  match: Doc | undefined;
  sort: Doc | undefined;
  limit: number | undefined;
}

function leadingOf(all: Named[]): Leading {
  let matches = 0;
  while (all[matches]?.name === '$match') matches++;
  const filters = all.slice(0, matches).map(({ operand }) => operand as Doc);
  const next = all[matches];
  const sort = next?.name === '$sort' ? (next.operand as Doc) : undefined;
  return {
    matches,
    match: filters.length <= 1 ? filters[0] : new Map<string, Value>([['$and', filters]]),
    sort,
    limit: limitAfter(all, matches + (sort ? 1 : 0)),
  };
}

const TURN_MS = 8;

/** Lets other clients in when the pipeline has worked for a while, and stops it when it was interrupted. */
async function* fairly(input: Batches, context: PipelineContext): Batches {
  let since = performance.now();
  for await (const batch of input) {
    await context.checkInterrupt();
    if (performance.now() - since > TURN_MS) {
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    }
    yield batch;
  }
}

function documents(operand: Value, { scope }: PipelineContext): Stage {
  const found = constantOf(compileExpression(operand, scope)) ?? { value: compileExpression(operand, scope)(null) };
  const { value } = found;
  if (!Array.isArray(value)) fail(5858203, `$documents takes an array of objects, found ${typeName(value)}`);
  for (const item of value)
    if (!(item instanceof Map)) fail(40228, `an element of $documents must be an object, found ${typeName(item)}`);
  return () => inBatches(value as Doc[]);
}

function statistics(kind: StatisticsKind, operand: Value, context: PipelineContext): Stage {
  if (!(operand instanceof Map))
    fail(kind === 'indexStats' ? 28803 : 5447000, `The $${kind} stage specification must be an object`);
  return async function* () {
    yield await context.statistics(kind, operand);
  };
}
