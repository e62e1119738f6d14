import { decode } from '../bson/decode.ts';
import type { Doc } from '../bson/values.ts';
import type { Filter } from '../matcher/ast.ts';
import { matched } from '../matcher/paths.ts';
import type { Operation } from '../operation.ts';
import { type Sorting, sortRows } from '../sort/external.ts';
import type { Sort } from '../sort/sort.ts';
import { type Disk, MEMORY_LIMIT } from '../sort/spill.ts';
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
  /** Where a large sort goes. */
  disk?: Disk;
  skip?: number;
  /** 0 is no limit. */
  limit?: number;
}

/** For sorts that hold few documents anyway. */
const NO_DISK: Disk = { dir: '', allowed: false, limit: MEMORY_LIMIT };

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
  const { skip = 0, limit = 0, sort, plan, disk = NO_DISK } = selection;
  const inOrder = !sort || (plan.sorted && !sort.collated);
  const unsorted = matching(view, collection, selection, operation, examined);
  const batches = inOrder
    ? unsorted
    : sortRows(unsorted, sorting(sort), disk, limit > 0 ? skip + limit : Number.POSITIVE_INFINITY);
  let toSkip = skip;
  let left = limit > 0 ? limit : Number.POSITIVE_INFINITY;
  for await (const batch of batches) {
    const from = Math.min(toSkip, batch.length);
    toSkip -= from;
    const part = from > 0 || batch.length - from > left ? batch.slice(from, from + left) : batch;
    left -= part.length;
    yield part;
    if (left === 0) return;
    if (operation.due) await operation.pause();
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
    operation.check();
  }
}

/** How stored documents are sorted: on disk there is what is stored of them anyway. */
function sorting(sort: Sort): Sorting<Found> {
  return {
    key: ({ document }) => sort.key(document),
    compareKeys: sort.compareKeys,
    bytes: ({ raw }) => raw.length,
    pack({ rid, positional = -1, raw }) {
      const head = Buffer.allocUnsafe(16);
      head.writeDoubleLE(rid, 0);
      head.writeDoubleLE(positional, 8);
      return Buffer.concat([head, raw]);
    },
    unpack(bytes) {
      const raw = bytes.subarray(16);
      const positional = bytes.readDoubleLE(8);
      return {
        rid: bytes.readDoubleLE(0),
        positional: positional < 0 ? undefined : positional,
        raw,
        document: decode(raw),
      };
    },
  };
}

/** Changed while it was searched for? Reads a row again and tests it again. */
export function again(view: View, collection: Collection, found: Found, filter: Filter): Found | undefined {
  if (collection.dropped) return undefined;
  const raw = view.get(collection, found.rid);
  if (!raw) return undefined;
  return Buffer.compare(raw, found.raw) === 0 ? found : test({ rid: found.rid, raw }, filter);
}
