import type { Outgoing } from '../mapping/mapping.ts';

export interface BatchLimits {
  rows: number;
  /** Of the rows as JSON in UTF-8. */
  bytes: number;
}

/** The graph takes 500 rows a call, and calls below 64 kB; the rest of the room is for the document around the rows. */
export const GRAPH_LIMITS: BatchLimits = { rows: 500, bytes: 60_000 };

/** Packs rows, in order, into batches within the limits. A row that is larger than a batch goes alone. */
export async function* inBatches(
  rows: AsyncIterable<Outgoing> | Iterable<Outgoing>,
  limits: BatchLimits = GRAPH_LIMITS,
): AsyncGenerator<Outgoing[]> {
  let batch: Outgoing[] = [];
  let bytes = 0;
  for await (const outgoing of rows) {
    const size = Buffer.byteLength(JSON.stringify(outgoing.row)) + 1;
    if (batch.length > 0 && (batch.length >= limits.rows || bytes + size > limits.bytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(outgoing);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** Works on the items of a stream, at most `width` at a time; the first failure ends it, once those under way are done. */
export async function eachOf<T>(
  items: AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  let failed = false;
  // Generators answer calls of next() one after the other, so the workers may share it.
  const worker = async () => {
    while (!failed) {
      const { done, value } = await iterator.next();
      if (done) return;
      try {
        await work(value);
      } catch (fault) {
        failed = true;
        throw fault;
      }
    }
  };
  const results = await Promise.allSettled(Array.from({ length: width }, worker));
  const failure = results.find((result) => result.status === 'rejected');
  if (!failure) return;
  await iterator.return?.();
  throw failure.reason;
}
