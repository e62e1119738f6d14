import { fail } from '../errors.ts';
import type { Collection } from '../storage/catalog.ts';
import type { Row, RowId } from '../storage/connection.ts';
import type { View } from '../storage/view.ts';
import type { Plan } from './plan.ts';

/** What a plan has looked at so far, for `explain`. */
export interface Examined {
  keys: number;
  documents: number;
}

const FIRST_PAGE = 16;
const LARGEST_PAGE = 256;

/**
 * The candidates of a plan, page by page; each page is read when it is asked for, and pages grow. A document comes once,
 * also when several entries or branches lead to it. Throws 175 when the collection or the index is dropped meanwhile.
 */
export function* candidatePages(view: View, collection: Collection, plan: Plan, examined?: Examined): Generator<Row[]> {
  if (plan.kind === 'collection') yield* collectionPages(view, collection, plan.reverse, examined);
  else if (plan.kind === 'index') yield* indexPages(view, collection, plan, examined);
  else {
    const seen = new Set<RowId>();
    for (const branch of plan.plans) {
      for (const page of candidatePages(view, collection, branch, examined)) yield unseen(page, seen);
    }
  }
}

function* collectionPages(view: View, collection: Collection, reverse: boolean, examined?: Examined): Generator<Row[]> {
  let after: RowId | undefined;
  for (let size = FIRST_PAGE; ; size = Math.min(size * 2, LARGEST_PAGE)) {
    assertPresent(collection);
    const page = view.scan(collection, after, size, reverse);
    if (examined) examined.documents += page.length;
    if (page.length > 0) yield page;
    if (page.length < size) return;
    after = page[page.length - 1].rid;
  }
}

function* indexPages(
  view: View,
  collection: Collection,
  plan: Extract<Plan, { kind: 'index' }>,
  examined?: Examined,
): Generator<Row[]> {
  const { index, ranges, reverse } = plan;
  const seen = index.multikey ? new Set<RowId>() : undefined;
  for (const range of ranges) {
    let after: { key: Uint8Array; rid: RowId } | undefined;
    for (let size = FIRST_PAGE; ; size = Math.min(size * 2, LARGEST_PAGE)) {
      assertPresent(collection);
      if (!collection.indexes.some((other) => other.id === index.id)) fail(175, `index '${index.name}' was dropped`);
      const page = view.scanIndex(collection, index, range, after, size, reverse);
      if (examined) {
        examined.keys += page.length;
        examined.documents += page.length;
      }
      if (page.length > 0) yield seen ? unseen(page, seen) : page;
      if (page.length < size) break;
      after = page[page.length - 1];
    }
  }
}

function unseen(page: Row[], seen: Set<RowId>): Row[] {
  return page.filter(({ rid }) => {
    if (seen.has(rid)) return false;
    seen.add(rid);
    return true;
  });
}

function assertPresent(collection: Collection): void {
  if (collection.dropped) fail(175, `collection ${collection.namespace} was dropped or renamed while it was read`);
}
