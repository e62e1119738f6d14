import { decode } from '../bson/decode.ts';
import type { Doc, Value } from '../bson/values.ts';
import type { SpillFile } from '../sort/spill.ts';
import type { Batches, PipelineContext } from './context.ts';

/** How many documents a stage hands on at a time. */
export const BATCH_SIZE = 256;

/** One compiled stage: from a stream of documents to another. */
export type Stage = (input: Batches) => Batches;

/** Compiles a pipeline; handed to the stages that hold pipelines inside. */
export type CompilePipeline = (stages: Value[], context: PipelineContext) => Pipeline;

/** Compiles a stage. Throws MongoDB's codes for what is malformed. */
export type BuildStage = (operand: Value, context: PipelineContext, compile: CompilePipeline) => Stage;

/** A last stage that writes: `run` ends when all is written, and hands on nothing. */
export interface Output {
  kind: '$out' | '$merge';
  db: string;
  collection: string;
  run(input: Batches): Batches;
}

/** What the source of a pipeline's input has already done. */
export interface SourceDone {
  /** Only documents that meet `leadingMatch` are given. */
  filtered?: boolean;
  /** They come in the order of `leadingSort`. */
  sorted?: boolean;
}

/** A compiled pipeline. It may be run many times, one run after the other. */
export interface Pipeline {
  /** The conditions of the `$match` stages that come first. */
  leadingMatch: Doc | undefined;
  /** The `$sort` that comes next. */
  leadingSort: Doc | undefined;
  /** How many documents are needed at most, when the source filters and sorts. */
  leadingLimit: number | undefined;
  /** The first stage brings its own documents (`$documents`, `$indexStats`, `$collStats`): the input is not read. */
  startsItself: boolean;
  /** Set when the last stage writes; `run` then writes, and gives no documents. */
  output: Output | undefined;
  run(input: Batches, done?: SourceDone): Batches;
}

/** A stage that works on batches without waiting for the rest. */
export function eachBatch(work: (batch: Doc[]) => Doc[]): Stage {
  return async function* (input) {
    for await (const batch of input) yield work(batch);
  };
}

/** Documents that are all at hand, in batches. */
export async function* inBatches(documents: Iterable<Doc>): Batches {
  let batch: Doc[] = [];
  for (const document of documents) {
    batch.push(document);
    if (batch.length < BATCH_SIZE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Documents that were put on disk. */
export function fromDisk(file: SpillFile): Batches {
  function* documents() {
    for (const record of file.records()) yield decode(record);
  }
  return inBatches(documents());
}

/** Everything a stream holds. */
export async function collect(input: Batches): Promise<Doc[]> {
  const documents: Doc[] = [];
  for await (const batch of input) for (const document of batch) documents.push(document);
  return documents;
}
