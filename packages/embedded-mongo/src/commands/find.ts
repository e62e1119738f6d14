import { EncodedDoc, MAX_DOCUMENT_BYTES } from '../bson/encode.ts';
import { hashKey } from '../bson/keys.ts';
import { isNumeric, toNumber } from '../bson/numbers.ts';
import { sizeOf } from '../bson/size.ts';
import { type Doc, doc, integer, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Filter } from '../matcher/ast.ts';
import { parseFilter } from '../matcher/parse.ts';
import { splitPath, valuesAt } from '../matcher/paths.ts';
import type { Examined } from '../planner/candidates.ts';
import { type Found, type Selection, select } from '../planner/found.ts';
import { choosePlan } from '../planner/plan.ts';
import { compileProjection } from '../projection/projection.ts';
import { compileSort } from '../sort/sort.ts';
import type { Collection } from '../storage/catalog.ts';
import {
  collectionName,
  diskOf,
  flag,
  hintOf,
  naturalNumber,
  optionalDoc,
  optionalString,
  scopeOf,
} from './arguments.ts';
import type { CommandContext } from './context.ts';
import { openCursor } from './cursors.ts';
import { register } from './registry.ts';

/** A query as a command gives it, ready to run. */
export interface Query {
  collection: Collection | undefined;
  filter: Filter;
  selection: Selection | undefined;
  /** From what is found to what is answered. */
  shape(found: Found): Doc;
}

const FIND_OPTIONS = [
  'filter',
  'sort',
  'projection',
  'hint',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'collation',
  'let',
  'allowDiskUse',
  'noCursorTimeout',
  'allowPartialResults',
  'returnKey',
  'showRecordId',
  'tailable',
  'awaitData',
  'oplogReplay',
  'min',
  'max',
];

/** Compiles a `find` command; everything malformed is refused here, whether the collection exists or not. */
export function prepareFind(context: CommandContext, command: Doc, name: string): Query {
  for (const option of ['returnKey', 'showRecordId', 'min', 'max', 'oplogReplay']) {
    if (command.has(option) && command.get(option) !== false) fail(115, `find option '${option}' is not supported`);
  }
  if (flag(command, 'tailable') || flag(command, 'awaitData')) {
    fail(2, 'error processing query: tailable cursor requested on non capped collection');
  }
  const scope = scopeOf(command);
  const filter = parseFilter(optionalDoc(command, 'filter') ?? new Map(), scope);
  const sortSpec = optionalDoc(command, 'sort');
  const sort = sortSpec && sortSpec.size > 0 ? compileSort(sortSpec, scope) : undefined;
  const projectionSpec = optionalDoc(command, 'projection');
  const projection =
    projectionSpec && projectionSpec.size > 0 ? compileProjection(projectionSpec, scope, { kind: 'find' }) : undefined;
  const skip = naturalNumber(command, 'skip');
  const limit = limitOf(command);
  const collection = context.find(context.db, name);
  const hint = hintOf(collection, command);
  return {
    collection,
    filter,
    selection: collection && {
      filter,
      plan: choosePlan(collection, filter, sortSpec, hint),
      sort,
      disk: diskOf(context),
      skip,
      limit,
    },
    shape: projection
      ? (found) => projection.apply(found.document, found.positional)
      : (found) => new EncodedDoc(found.raw),
  };
}

/** A negative limit asks for one batch only. */
function limitOf(command: Doc): number | undefined {
  const v = command.get('limit');
  if (isNumeric(v) && toNumber(v) < 0) fail(2, "BSON field 'limit' value must be >= 0");
  return naturalNumber(command, 'limit');
}

/** What a query answers, in batches. */
export async function* results(context: CommandContext, query: Query, examined?: Examined): AsyncGenerator<Doc[]> {
  const { collection, selection, shape } = query;
  if (!collection || !selection) return;
  for await (const batch of select(context.view, collection, selection, context.operation, examined)) {
    yield batch.map(shape);
  }
}

register(
  {
    name: 'find',
    summary: 'reads documents',
    options: FIND_OPTIONS,
    inTransaction: true,
    readsSnapshots: true,
    async run(context) {
      const { command } = context;
      const name = collectionName(context);
      const query = prepareFind(context, command, name);
      return openCursor(context, `${context.db}.${name}`, results(context, query), {
        batchSize: naturalNumber(command, 'batchSize'),
        single: flag(command, 'singleBatch'),
        limited: (query.selection?.limit ?? 0) > 0,
      });
    },
  },
  {
    name: 'count',
    summary: 'counts documents',
    options: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'],
    async run(context) {
      const { command } = context;
      const query = optionalDoc(command, 'query') ?? new Map();
      const filter = parseFilter(query, scopeOf(command));
      const skip = naturalNumber(command, 'skip');
      const v = command.get('limit');
      const limit = isNumeric(v) ? Math.abs(toNumber(v)) : naturalNumber(command, 'limit');
      const collection = context.find(context.db, collectionName(context));
      const hint = hintOf(collection, command);
      let n = 0;
      // `count` is never part of a transaction, so what is stored is what is seen.
      if (collection && query.size === 0 && !skip && !limit) n = context.server.store.main.count(collection.id);
      else if (collection) {
        const plan = choosePlan(collection, filter, undefined, hint);
        const batches = select(context.view, collection, { filter, plan, skip, limit }, context.operation);
        for await (const batch of batches) n += batch.length;
      }
      return doc({ n: integer(n) });
    },
  },
  {
    name: 'distinct',
    summary: 'the different values of a field',
    options: ['key', 'query', 'collation', 'hint'],
    inTransaction: true,
    readsSnapshots: true,
    async run(context) {
      const { command } = context;
      const key = optionalString(command, 'key');
      if (key === undefined) fail(40414, "BSON field 'distinct.key' is missing but a required field");
      const scope = scopeOf(command);
      const filter = parseFilter(optionalDoc(command, 'query') ?? new Map(), scope);
      const collection = context.find(context.db, collectionName(context));
      const hint = hintOf(collection, command);
      const seen = new Map<string, Value>();
      let bytes = 0;
      if (collection) {
        const parts = splitPath(key);
        const plan = choosePlan(collection, filter, undefined, hint);
        for await (const batch of select(context.view, collection, { filter, plan }, context.operation)) {
          for (const { document } of batch) {
            valuesAt(document, parts, 0, (value) => {
              const hash = hashKey(value, scope.collation?.key);
              if (seen.has(hash)) return;
              seen.set(hash, value);
              bytes += sizeOf(value);
              if (bytes > MAX_DOCUMENT_BYTES) fail(17217, 'distinct too big, 16mb cap');
            });
          }
        }
      }
      return doc({ values: [...seen.values()], atClusterTime: context.snapshot?.time });
    },
  },
);
