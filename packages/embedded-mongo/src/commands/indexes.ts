import { equal } from '../bson/compare.ts';
import { decode } from '../bson/decode.ts';
import { isNumeric, toNumber } from '../bson/numbers.ts';
import { type Doc, doc, isDoc, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { Scope } from '../expressions/scope.ts';
import { parseFilter } from '../matcher/parse.ts';
import { candidatePages } from '../planner/candidates.ts';
import { type Collection, type Index, indexName } from '../storage/catalog.ts';
import { duplicateKey } from '../storage/view.ts';
import { collectionName, naturalNumber, optionalDoc, requiredArray, sameKey } from './arguments.ts';
import { existingCollection } from './collections.ts';
import type { CommandContext } from './context.ts';
import { openCursor, ready } from './cursors.ts';
import { register } from './registry.ts';

const KEPT = ['unique', 'sparse', 'hidden', 'partialFilterExpression', 'expireAfterSeconds'];
const IGNORED = ['v', 'background', 'ns', 'key', 'name'];

/** An index specification as it is stored; code 67, 197 or 115 for what cannot be built. */
function specOf(given: Value): Doc {
  if (!isDoc(given)) fail(14, `indexes must be objects, not ${typeName(given)}`);
  const key = given.get('key');
  if (!isDoc(key)) fail(9, "The 'key' field is a required property of an index specification");
  if (key.size === 0) fail(67, 'Index keys cannot be empty.');
  if (key.size > 32) fail(67, 'Index key pattern must not have more than 32 fields');
  for (const [field, way] of key) checkKeyPart(field, way);
  const name = given.get('name') ?? indexName(key);
  if (typeof name !== 'string' || name === '') fail(67, 'index name must be a string that is not empty');
  const spec = doc({ v: 2, key, name });
  for (const [option, value] of given) {
    if (KEPT.includes(option)) spec.set(option, value);
    else if (option === 'collation') {
      if (!isDoc(value) || value.get('locale') !== 'simple') fail(115, 'indexes with a collation are not supported');
    } else if (!IGNORED.includes(option)) {
      fail(197, `The field '${option}' is not valid for an index specification.`);
    }
  }
  checkOptions(key, spec);
  return spec;
}

function checkKeyPart(field: string, way: Value): void {
  if (field === '') fail(67, 'Index keys cannot be an empty field.');
  if (typeof way === 'string') fail(115, `indexes of type '${way}' are not supported`);
  if (!isNumeric(way) || toNumber(way) === 0 || Number.isNaN(toNumber(way))) {
    fail(67, 'Values in the index key pattern must be numbers other than 0');
  }
  const parts = field.split('.');
  if (parts.includes('')) fail(67, 'Index keys cannot contain an empty field.');
  if (parts.includes('$**')) fail(115, 'wildcard indexes are not supported');
  if (parts.some((part) => part.startsWith('$') && !['$id', '$ref', '$db'].includes(part))) {
    fail(67, 'Index key contains an illegal field name: field name starts with "$".');
  }
}

function checkOptions(key: Doc, spec: Doc): void {
  for (const option of ['unique', 'sparse', 'hidden']) {
    const v = spec.get(option);
    if (v === undefined) continue;
    if (typeof v !== 'boolean' && !isNumeric(v))
      fail(14, `The field '${option}' must be a bool, but got ${typeName(v)}`);
    spec.set(option, typeof v === 'boolean' ? v : toNumber(v as number) !== 0);
  }
  const isId = key.size === 1 && key.has('_id');
  const partial = spec.get('partialFilterExpression');
  if (partial !== undefined) {
    if (!isDoc(partial)) fail(14, 'partialFilterExpression must be an object');
    if (spec.get('sparse') === true) fail(67, 'cannot mix "partialFilterExpression" and "sparse" options');
    if (isId) fail(67, '_id index cannot be a partial index');
    checkPartial(partial);
    parseFilter(partial, Scope.root());
  }
  if (isId && spec.get('sparse') === true) fail(67, '_id index cannot be sparse');
  const seconds = spec.get('expireAfterSeconds');
  if (seconds === undefined) return;
  if (!isNumeric(seconds)) fail(14, 'expireAfterSeconds must be a number');
  if (!(toNumber(seconds) >= 0 && toNumber(seconds) <= 2_147_483_647))
    fail(67, 'TTL index expireAfterSeconds is out of range');
  if (key.size > 1 || isId) fail(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL.');
}

const PARTIAL_OPERATORS = ['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in'];

/** Only what a partial index may depend on; code 67 for the rest. */
function checkPartial(filter: Doc): void {
  for (const [field, value] of filter) {
    if (field === '$and' || field === '$or') {
      for (const part of Array.isArray(value) ? value : []) if (isDoc(part)) checkPartial(part);
    } else if (field.startsWith('$')) fail(67, `Expression not supported in partial index: ${field}`);
    else if (isDoc(value)) {
      for (const [operator, operand] of value) {
        const supported = !operator.startsWith('$') || PARTIAL_OPERATORS.includes(operator);
        if (!supported || (operator === '$exists' && operand === false)) {
          fail(67, `Expression not supported in partial index: ${operator}`);
        }
      }
    }
  }
}

/** The index that is already what is asked for; code 85 or 86 when one stands in the way. */
function existing(collection: Collection, spec: Doc): Index | undefined {
  for (const index of collection.indexes) {
    const sameName = index.name === spec.get('name');
    const same = sameKey(index.key, spec.get('key') as Doc);
    if (index.isId && same) return index;
    if (!sameName && !same) continue;
    const sameOptions = KEPT.every((option) => option === 'hidden' || equal(index.spec.get(option), spec.get(option)));
    if (sameName && same && sameOptions) return index;
    if (sameName && !same) {
      fail(86, `An existing index has the same name as the requested index: ${index.name}`);
    }
    const samePartial = equal(index.spec.get('partialFilterExpression'), spec.get('partialFilterExpression'));
    if (sameName || samePartial) {
      fail(sameName ? 86 : 85, `Index already exists with different options or a different name: ${index.name}`);
    }
  }
  return undefined;
}

/** Builds an index from what is there, letting other commands in; it is read only once it is whole. */
async function build(context: CommandContext, collection: Collection, spec: Doc): Promise<void> {
  const { server, operation } = context;
  const { store } = server;
  const index = store.addIndex(collection, spec, false);
  try {
    const all = { kind: 'collection', reverse: false, sorted: true } as const;
    for (const page of candidatePages(server.direct, collection, all)) {
      for (const { rid, raw } of page) {
        const document = decode(raw);
        const keys = index.keysFor(document);
        if (index.unique && keys.some((key) => store.main.rowsAt(index.id, key).some((other) => other !== rid))) {
          throw duplicateKey(collection, index, document);
        }
        store.fillIndex(index, keys, rid);
      }
      if (operation.due) await operation.pause();
    }
    store.finishIndex(index);
  } catch (error) {
    if (!collection.dropped) store.dropIndex(collection, index);
    throw error;
  }
}

function indexesToDrop(collection: Collection, wanted: Value): Index[] {
  const others = collection.indexes.filter((index) => !index.isId);
  if (wanted === '*') return others;
  const list = Array.isArray(wanted) ? wanted : [wanted];
  return list.map((each) => {
    const index = collection.indexes.find(({ name, key }) => (isDoc(each) ? sameKey(key, each) : name === each));
    if (!index) fail(27, `index not found with name [${isDoc(each) ? indexName(each) : String(each)}]`);
    if (index.isId) fail(72, 'cannot drop _id index');
    return index;
  });
}

register(
  {
    name: 'createIndexes',
    summary: 'builds indexes: unique, compound, partial, sparse, multikey, TTL',
    options: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'],
    inTransaction: true,
    async run(context) {
      const { command, db, server, transaction } = context;
      const name = collectionName(context);
      const specs = requiredArray(command, 'indexes').map(specOf);
      if (specs.length === 0) fail(2, 'Must specify at least one index to create');
      const createdCollectionAutomatically = !context.find(db, name);
      const collection = context.create(db, name);
      const numIndexesBefore = collection.indexes.length;
      for (const spec of specs) {
        if (existing(collection, spec)) continue;
        if (transaction) transaction.createIndex(collection, spec);
        else await build(context, collection, spec);
      }
      const numIndexesAfter = collection.indexes.length;
      await server.store.durable();
      return doc({
        numIndexesBefore,
        numIndexesAfter,
        createdCollectionAutomatically,
        note: numIndexesAfter === numIndexesBefore ? 'all indexes already exist' : undefined,
      });
    },
  },
  {
    name: 'listIndexes',
    summary: 'the indexes of a collection',
    options: ['cursor', 'includeIndexBuildInfo'],
    async run(context) {
      const { command } = context;
      const collection = existingCollection(context, collectionName(context));
      const cursor = optionalDoc(command, 'cursor');
      const specs = collection.indexes.filter((index) => index.ready).map((index) => index.spec);
      const batchSize = cursor && naturalNumber(cursor, 'batchSize');
      return openCursor(context, collection.namespace, ready(specs), { batchSize, limited: true });
    },
  },
  {
    name: 'dropIndexes',
    aliases: ['deleteIndexes'],
    summary: 'removes indexes',
    options: ['index'],
    run(context) {
      const { command, server } = context;
      const collection = existingCollection(context, collectionName(context));
      if (!command.has('index')) fail(40414, "BSON field 'dropIndexes.index' is missing but a required field");
      const nIndexesWas = collection.indexes.length;
      for (const index of indexesToDrop(collection, command.get('index'))) server.store.dropIndex(collection, index);
      return doc({ nIndexesWas });
    },
  },
);
