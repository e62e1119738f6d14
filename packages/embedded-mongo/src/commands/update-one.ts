import { type Doc, ObjectId, type Value } from '../bson/values.ts';
import { MongoError } from '../errors.ts';
import type { Scope } from '../expressions/scope.ts';
import type { Filter } from '../matcher/ast.ts';
import { parseFilter } from '../matcher/parse.ts';
import { again, type Found, select } from '../planner/found.ts';
import { choosePlan, type Hint } from '../planner/plan.ts';
import { compileSort, type Sort } from '../sort/sort.ts';
import type { Collection } from '../storage/catalog.ts';
import { compileUpdate, type Update, upsertSeed } from '../updater/updater.ts';
import type { CommandContext } from './context.ts';
import { checkId } from './insert.ts';
import { checkDocument } from './validation.ts';

/** The documents that a write is for. */
export interface Target {
  query: Doc;
  filter: Filter;
  sortSpec: Doc | undefined;
  sort: Sort | undefined;
  hint: Hint | undefined;
}

export function targetOf(query: Doc, scope: Scope, sortSpec?: Doc, hint?: Hint): Target {
  const sort = sortSpec && sortSpec.size > 0 ? compileSort(sortSpec, scope) : undefined;
  return { query, filter: parseFilter(query, scope), sortSpec, sort, hint };
}

/**
 * Finds the first document of a target and does something with it, in one turn: the document is read again just before,
 * as others may have had their turn since. Undefined when there is none.
 */
export async function withFirst<T>(
  context: CommandContext,
  collection: Collection,
  target: Target,
  action: (found: Found) => T,
): Promise<{ result: T } | undefined> {
  const { filter, sort, sortSpec, hint } = target;
  const plan = choosePlan(collection, filter, sortSpec, hint);
  for (;;) {
    let first: Found | undefined;
    for await (const batch of select(context.view, collection, { filter, plan, sort, limit: 1 }, context.operation)) {
      if (batch.length === 0) continue;
      first = batch[0];
      break;
    }
    if (!first) return undefined;
    const current = again(context.view, collection, first, filter);
    if (current) return { result: action(current) };
    await context.operation.pause();
  }
}

/** All rows of a target, found before the first is changed so that none comes twice. */
export async function findAll(context: CommandContext, collection: Collection, target: Target): Promise<Found[]> {
  const { filter, hint } = target;
  const plan = choosePlan(collection, filter, undefined, hint);
  const rows: Found[] = [];
  for await (const batch of select(context.view, collection, { filter, plan }, context.operation)) {
    // Only the place is kept: the document is read again when its turn comes.
    for (const { rid, positional } of batch) rows.push({ rid, positional, raw: NOTHING, document: NO_FIELDS });
  }
  return rows;
}

const NOTHING = new Uint8Array(0);
const NO_FIELDS: Doc = new Map();

/** Changes one document; returns the new one, or undefined when nothing changed. */
export function changeDocument(
  context: CommandContext,
  collection: Collection,
  found: Found,
  update: Update,
): Doc | undefined {
  const after = update.apply(found.document, { positional: found.positional, isInsert: false });
  if (after === found.document) return undefined;
  checkDocument(collection, after, context.command, found.document);
  return context.view.update(collection, found, found.document, after) ? after : undefined;
}

/** Inserts what an upsert makes of its filter and update. */
export function insertUpsert(context: CommandContext, name: string, query: Doc, update: Update): Doc {
  const made = update.apply(upsertSeed(query), { positional: undefined, isInsert: true });
  const id = made.get('_id');
  const document: Doc = new Map([['_id', id === undefined ? ObjectId.next() : id]]);
  checkId(document.get('_id'));
  for (const [key, value] of made) if (key !== '_id') document.set(key, value);
  const collection = context.create(context.db, name);
  checkDocument(collection, document, context.command);
  context.view.insert(collection, document);
  return document;
}

const UPSERT_ATTEMPTS = 3;

/** Runs an upsert again when another client has inserted the document between the search and the insert. */
export async function withUpsertRetry<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof MongoError) || error.code !== 11000 || tries >= UPSERT_ATTEMPTS) throw error;
    }
  }
}

export function updateOf(update: Value, query: Doc, scope: Scope, arrayFilters: Doc[] | undefined): Update {
  return compileUpdate(update, { scope, arrayFilters, filter: query });
}
