import type { Doc } from '../bson/values.ts';
import { Binary, DateTime, doc, integer } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Scope } from '../expressions/scope.ts';
import { MATCH_ALL } from '../matcher/ast.ts';
import { parseFilter } from '../matcher/parse.ts';
import type { Examined } from '../planner/candidates.ts';
import { select } from '../planner/found.ts';
import { choosePlan } from '../planner/plan.ts';
import type { Session } from '../sessions/sessions.ts';
import type { Batches, MergeWrite, PipelineContext, StatisticsKind } from '../stages/context.ts';
import type { Collection } from '../storage/catalog.ts';
import { UNFINISHED_PREFIX } from '../storage/store.ts';
import { currentOperations } from './administration.ts';
import { diskOf } from './arguments.ts';
import type { CommandContext } from './context.ts';
import { prepareDocument } from './insert.ts';
import { collectionStatistics } from './statistics.ts';
import { withFirst } from './update-one.ts';
import { checkDocument } from './validation.ts';

/** What an aggregation gets of the server: collections to read and to write. */
export function pipelineContext(
  context: CommandContext,
  scope: Scope,
  collection: string | undefined,
): PipelineContext {
  return {
    scope,
    db: context.db,
    collection,
    open: (db, name, filter) => read(context, scope, db, name, filter),
    disk: diskOf(context),
    checkInterrupt: () => context.operation.check(),
    replaceCollection: (db, name, documents) => replaceCollection(context, db, name, documents),
    merge: (db, name, writes) => merge(context, scope, db, name, writes),
    hasUniqueIndex: (db, name, fields) => hasUniqueIndex(context.find(db, name), fields),
    statistics: (kind, options) => statistics(context, collection, kind, options),
  };
}

/** The documents of a collection that a filter accepts; those of one that does not exist are none. */
export async function* read(
  context: CommandContext,
  scope: Scope,
  db: string,
  name: string,
  filter: Doc | undefined,
  examined?: Examined,
): Batches {
  const accepted = filter ? parseFilter(filter, scope) : MATCH_ALL;
  const collection = context.find(db, name);
  if (!collection) return;
  const selection = { filter: accepted, plan: choosePlan(collection, accepted, undefined) };
  for await (const batch of select(context.view, collection, selection, context.operation, examined)) {
    yield batch.map(({ document }) => document);
  }
}

function hasUniqueIndex(collection: Collection | undefined, fields: string[]): boolean {
  if (fields.length === 1 && fields[0] === '_id') return true;
  if (!collection) return false;
  return collection.indexes.some(
    (index) =>
      index.unique &&
      index.ready &&
      !index.partial &&
      index.fields.length === fields.length &&
      index.fields.every((field) => fields.includes(field)),
  );
}

function sessionDocument({ bytes, lastUse }: Session): Doc {
  return doc({ _id: { id: new Binary(4, bytes) }, lastUse: new DateTime(lastUse) });
}

let unfinished = 0;

async function replaceCollection(context: CommandContext, db: string, name: string, documents: Batches): Promise<void> {
  if (context.transaction) fail(263, '$out cannot be used in a transaction');
  const { server, operation } = context;
  const { store } = server;
  const before = store.find(db, name);
  const fresh = store.create(db, `${UNFINISHED_PREFIX}${process.pid}_${++unfinished}`, before?.options);
  try {
    for (const { spec, isId } of before?.indexes ?? []) if (!isId) store.addIndex(fresh, spec);
    for await (const batch of documents) {
      for (const document of batch) server.direct.insert(fresh, prepareDocument(document));
      await store.durable();
      await operation.pause();
    }
    const replaced = store.find(db, name);
    if (replaced) store.drop(replaced);
    store.rename(fresh, db, name);
  } catch (error) {
    if (!fresh.dropped) store.drop(fresh);
    throw error;
  }
}

async function merge(
  context: CommandContext,
  scope: Scope,
  db: string,
  name: string,
  writes: MergeWrite[],
): Promise<void> {
  if (context.transaction) fail(263, '$merge cannot be used in a transaction');
  for (const { filter, write } of writes) {
    const collection = context.create(db, name);
    const target = {
      query: filter,
      filter: parseFilter(filter, scope),
      sortSpec: undefined,
      sort: undefined,
      hint: undefined,
    };
    const found = await withFirst(context, collection, target, (existing) => {
      const after = write(existing.document);
      if (!after) return;
      checkDocument(collection, after, context.command, existing.document);
      context.view.update(collection, existing, existing.document, after);
    });
    if (found) continue;
    const made = write(undefined);
    if (!made) continue;
    const document = prepareDocument(made);
    checkDocument(collection, document, context.command);
    context.view.insert(collection, document);
  }
  await context.server.store.durable();
  await context.operation.pause();
}

function statistics(context: CommandContext, name: string | undefined, kind: StatisticsKind, options: Doc): Doc[] {
  if (kind === 'listLocalSessions') return [...context.server.sessions.all()].map(sessionDocument);
  if (kind === 'currentOp') {
    if (context.db !== 'admin') fail(73, "$currentOp must be run against the 'admin' database with {aggregate: 1}");
    return currentOperations(context.server);
  }
  if (name === undefined) fail(73, `$${kind} needs a collection`);
  const collection = context.find(context.db, name);
  if (!collection) return kind === 'indexStats' ? [] : fail(26, `Collection [${context.db}.${name}] not found.`);
  if (kind === 'indexStats') {
    return collection.indexes.map(({ spec }) =>
      doc({ name: spec.get('name'), key: spec.get('key'), host: context.server.address, spec, accesses: { ops: 0n } }),
    );
  }
  for (const key of options.keys()) {
    if (key !== 'storageStats' && key !== 'count') fail(115, `$collStats option '${key}' is not supported`);
  }
  const figures = collectionStatistics(context.server, collection);
  return [
    doc({
      ns: collection.namespace,
      host: context.server.address,
      storageStats: options.has('storageStats') ? figures : undefined,
      count: options.has('count') ? (figures.get('count') ?? integer(0)) : undefined,
    }),
  ];
}
