import type { Value } from '../bson/values.ts';
import { type Disk, heldBeforeSpilling, mustSpill, SpillFile } from './spill.ts';

/** How rows of some kind are sorted, and how they are put on disk and taken from there. */
export interface Sorting<R> {
  key(row: R): Value[];
  compareKeys(a: Value[], b: Value[]): number;
  /** About how much a row holds. */
  bytes(row: R): number;
  pack(row: R): Uint8Array;
  unpack(bytes: Buffer): R;
}

interface Keyed<R> {
  key: Value[];
  row: R;
  bytes: number;
}

/** Rows in order, one after the other; of rows that compare equal those of the earlier run come first. */
interface Run<R> {
  rows: Iterator<Keyed<R>>;
  head: Keyed<R>;
  place: number;
}

/** Rows of one batch that is handed on. */
const BATCH = 256;
const RUN_ROWS = 4096;

/**
 * Sorts a stream, keeping rows that compare equal in the order they came in. It sorts runs and merges them, so that no step takes
 * long (an empty batch after each gives others their turn); what does not fit into memory goes to disk. With a limit no more than
 * about twice as many rows are held. Code 292 when the disk may not be used and more than 100 MB are held.
 */
export async function* sortRows<R>(
  input: AsyncIterable<R[]>,
  sorting: Sorting<R>,
  disk: Disk,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<R[]> {
  const order = (a: Keyed<R>, b: Keyed<R>) => sorting.compareKeys(a.key, b.key);
  const limited = limit < Number.POSITIVE_INFINITY;
  const runLength = limited ? Math.max(RUN_ROWS, limit * 2) : RUN_ROWS;
  let inMemory: Keyed<R>[][] = [];
  let run: Keyed<R>[] = [];
  let bytes = 0;
  const endRun = () => {
    run.sort(order);
    if (run.length > limit) {
      for (const dropped of run.slice(limit)) bytes -= dropped.bytes;
      run.length = limit;
    }
    // With a limit the best so far compete with what follows.
    if (limited) return;
    inMemory.push(run);
    run = [];
  };
  let file: SpillFile | undefined;
  const onDisk: [from: number, to: number][] = [];
  try {
    for await (const batch of input) {
      for (const row of batch) {
        const keyed = { key: sorting.key(row), row, bytes: sorting.bytes(row) };
        run.push(keyed);
        bytes += keyed.bytes;
      }
      if (run.length >= runLength || (run.length > limit && bytes > heldBeforeSpilling(disk))) endRun();
      if (mustSpill('Sort', bytes, disk)) {
        endRun();
        file ??= new SpillFile(disk.dir);
        const from = file.end;
        for (const rows of merged(limited ? [run] : inMemory, order, limit)) {
          for (const { row } of rows) file.append(sorting.pack(row));
          yield [];
        }
        onDisk.push([from, file.end]);
        inMemory = [];
        run = [];
        bytes = 0;
      }
      yield [];
    }
    endRun();
    const runs: Iterable<Keyed<R>>[] = limited ? [run] : inMemory;
    const stored = file;
    if (stored) runs.unshift(...onDisk.map(([from, to]) => unpacked(stored.records(from, to), sorting)));
    for (const rows of merged(runs, order, limit)) yield rows.map(({ row }) => row);
  } finally {
    file?.close();
  }
}

function* unpacked<R>(records: Iterable<Buffer>, sorting: Sorting<R>): Generator<Keyed<R>> {
  for (const record of records) {
    const row = sorting.unpack(record);
    yield { key: sorting.key(row), row, bytes: record.length };
  }
}

/** Merges runs with a heap of their heads. */
function* merged<R>(
  runs: Iterable<Keyed<R>>[],
  order: (a: Keyed<R>, b: Keyed<R>) => number,
  limit: number,
): Generator<Keyed<R>[]> {
  const heap: Run<R>[] = [];
  for (const [place, run] of runs.entries()) {
    const rows = run[Symbol.iterator]();
    const { value, done } = rows.next();
    if (!done) heap.push({ rows, head: value, place });
  }
  const before = (a: Run<R>, b: Run<R>) => (order(a.head, b.head) || a.place - b.place) < 0;
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
  let batch: Keyed<R>[] = [];
  while (heap.length > 0 && left > 0) {
    const top = heap[0];
    batch.push(top.head);
    left--;
    const { value, done } = top.rows.next();
    if (!done) top.head = value;
    else {
      const last = heap.pop();
      if (last && last !== top) heap[0] = last;
    }
    sink(0);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
