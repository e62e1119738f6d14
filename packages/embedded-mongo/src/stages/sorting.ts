import type { Doc, Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Scope } from '../expressions/scope.ts';
import { compileSort, type Sort } from '../sort/sort.ts';
import type { Batches } from './context.ts';
import { BATCH_SIZE, type BuildStage, type Stage } from './stage.ts';

interface Row {
  key: Value[];
  document: Doc;
}

const RUN_ROWS = 4096;

/** `$sort`; with `limit`, no more than about twice as many documents are held. */
export function sortStage(operand: Value, scope: Scope, limit?: number): Stage {
  if (!(operand instanceof Map)) fail(15973, 'the $sort key specification must be an object');
  if (operand.size === 0) fail(15976, '$sort stage must have at least one sort key');
  const sort = compileSort(operand, scope);
  return (input) => sorted(input, sort, limit);
}

export const sortBuild: BuildStage = (operand, { scope }) => sortStage(operand, scope);

/** Sorts in runs and merges them, so that no step takes long: an empty batch after each gives others their turn. */
export async function* sorted(input: Batches, sort: Sort, limit?: number): Batches {
  const order = (a: Row, b: Row) => sort.compareKeys(a.key, b.key);
  const runLength = Math.max(RUN_ROWS, (limit ?? 0) * 2);
  const runs: Row[][] = [];
  let run: Row[] = [];
  for await (const batch of input) {
    for (const document of batch) run.push({ key: sort.key(document), document });
    if (run.length >= runLength) {
      run.sort(order);
      if (limit === undefined) {
        runs.push(run);
        run = [];
      } else run = run.slice(0, limit);
    }
    yield [];
  }
  runs.push(run.sort(order));
  yield* merged(runs, order, limit ?? Number.POSITIVE_INFINITY);
}

async function* merged(runs: Row[][], order: (a: Row, b: Row) => number, limit: number): Batches {
  // A loser is looked for among the heads in order, so rows that compare equal keep the order they came in.
  const heap = runs.filter((run) => run.length > 0).map((rows, place) => ({ rows, at: 0, place }));
  const before = (a: (typeof heap)[0], b: (typeof heap)[0]) =>
    (order(a.rows[a.at], b.rows[b.at]) || a.place - b.place) < 0;
  const sink = (from: number) => {
    let i = from;
    for (;;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && before(heap[child], heap[least])) least = child;
      if (least === i) return;
      [heap[i], heap[least]] = [heap[least], heap[i]];
      i = least;
    }
  };
  for (let i = heap.length >> 1; i >= 0; i--) sink(i);
  let left = limit;
  let batch: Doc[] = [];
  while (heap.length > 0 && left > 0) {
    const top = heap[0];
    batch.push(top.rows[top.at++].document);
    left--;
    if (top.at === top.rows.length) {
      const last = heap.pop();
      if (last && last !== top) heap[0] = last;
    }
    sink(0);
    if (batch.length < BATCH_SIZE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
