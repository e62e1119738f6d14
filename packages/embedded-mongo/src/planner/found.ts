import { decode } from '../bson/decode.ts';
import type { Doc, Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Filter } from '../matcher/ast.ts';
import { matched } from '../matcher/paths.ts';
import type { Operation } from '../operation.ts';
import type { Sort } from '../sort/sort.ts';
import type { Collection } from '../storage/catalog.ts';
import type { Row } from '../storage/connection.ts';
import type { View } from '../storage/view.ts';
import { candidatePages, type Examined } from './candidates.ts';
import type { Plan } from './plan.ts';

/** A stored document that a filter accepts. */
export interface Found extends Row {
  document: Doc;
  /** The array element that the filter matched, for the positional operator. */
  positional: number | undefined;
}

/** What to read, and in which order. */
export interface Selection {
  filter: Filter;
  plan: Plan;
  /** Needed only when the plan does not give the order. */
  sort?: Sort;
  skip?: number;
  /** 0 is no limit. */
  limit?: number;
}

/** The most that a sort may hold in memory, as MongoDB's default. */
const MAX_SORT_BYTES = 100 * 1024 * 1024;

/** Tests one stored document. */
export function test(row: Row, filter: Filter): Found | undefined {
  const document = decode(row.raw);
  matched.index = undefined;
  return filter.test(document) ? { ...row, document, positional: matched.index } : undefined;
}

/** What a selection finds, in batches; an empty batch only says that the search goes on. Lets other commands in. */
export async function* select(
  view: View,
  collection: Collection,
  selection: Selection,
  operation: Operation,
  examined?: Examined,
): AsyncGenerator<Found[]> {
  const { skip = 0, limit = 0, sort, plan } = selection;
  const inOrder = !sort || (plan.sorted && !sort.collated);
  const batches = inOrder
    ? matching(view, collection, selection, operation, examined)
    : sorted(matching(view, collection, selection, operation, examined), sort, limit > 0 ? skip + limit : 0);
  let toSkip = skip;
  let left = limit > 0 ? limit : Number.POSITIVE_INFINITY;
  for await (const batch of batches) {
    const from = Math.min(toSkip, batch.length);
    toSkip -= from;
    const part = from > 0 || batch.length - from > left ? batch.slice(from, from + left) : batch;
    left -= part.length;
    yield part;
    if (left === 0) return;
  }
}

async function* matching(
  view: View,
  collection: Collection,
  { filter, plan }: Selection,
  operation: Operation,
  examined?: Examined,
): AsyncGenerator<Found[]> {
  for (const page of candidatePages(view, collection, plan, examined)) {
    const found: Found[] = [];
    for (const row of page) {
      const hit = test(row, filter);
      if (hit) found.push(hit);
    }
    yield found;
    if (operation.due) await operation.pause();
    else operation.check();
  }
}

/** Sorts in memory, each document's key taken once; with a limit not many more than that are held. */
async function* sorted(batches: AsyncIterable<Found[]>, sort: Sort, limit: number): AsyncGenerator<Found[]> {
  let held: { found: Found; key: Value[] }[] = [];
  let bytes = 0;
  const order = () => held.sort((a, b) => sort.compareKeys(a.key, b.key));
  for await (const batch of batches) {
    for (const found of batch) {
      held.push({ found, key: sort.key(found.document) });
      bytes += found.raw.length;
    }
    if (limit > 0 && held.length >= limit * 2 + 1000) {
      order();
      held = held.slice(0, limit);
      bytes = held.reduce((sum, { found }) => sum + found.raw.length, 0);
    }
    if (bytes > MAX_SORT_BYTES) fail(292, `Sort exceeded memory limit of ${MAX_SORT_BYTES} bytes`);
    yield [];
  }
  order();
  if (limit > 0) held = held.slice(0, limit);
  for (let i = 0; i < held.length; i += 256) yield held.slice(i, i + 256).map(({ found }) => found);
}

/** Changed while it was searched for? Reads a row again and tests it again. */
export function again(view: View, collection: Collection, found: Found, filter: Filter): Found | undefined {
  if (collection.dropped) return undefined;
  const raw = view.get(collection, found.rid);
  if (!raw) return undefined;
  return Buffer.compare(raw, found.raw) === 0 ? found : test({ rid: found.rid, raw }, filter);
}
