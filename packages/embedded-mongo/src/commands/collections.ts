import { isNumeric, toNumber } from '../bson/numbers.ts';
import { Binary, type Doc, doc, integer, isDoc } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { parseFilter } from '../matcher/parse.ts';
import type { Collection } from '../storage/catalog.ts';
import {
  collectionName,
  flag,
  naturalNumber,
  onlyFields,
  optionalDoc,
  optionalString,
  refuseCollation,
  sameKey,
  scopeOf,
} from './arguments.ts';
import type { CommandContext } from './context.ts';
import { openCursor, ready } from './cursors.ts';
import { register } from './registry.ts';
import { validatorOf } from './validation.ts';

const KEPT_OPTIONS = ['validator', 'validationLevel', 'validationAction'];
const REFUSED_OPTIONS = [
  'capped',
  'size',
  'max',
  'timeseries',
  'viewOn',
  'pipeline',
  'clusteredIndex',
  'expireAfterSeconds',
];
const IGNORED_OPTIONS = ['autoIndexId', 'idIndex', 'storageEngine', 'indexOptionDefaults'];

function collectionOptions(command: Doc): Doc {
  for (const name of REFUSED_OPTIONS) {
    const v = command.get(name);
    if (v !== undefined && v !== false) fail(115, `collections with '${name}' are not supported`);
  }
  refuseCollation(command);
  const options: Doc = new Map();
  for (const name of KEPT_OPTIONS) if (command.has(name)) options.set(name, command.get(name));
  const levels = ['off', 'moderate', 'strict'];
  const level = optionalString(command, 'validationLevel');
  if (level !== undefined && !levels.includes(level))
    fail(2, `validationLevel '${level}' is none of ${levels.join(', ')}`);
  const action = optionalString(command, 'validationAction');
  if (action !== undefined && action !== 'error' && action !== 'warn')
    fail(2, `validationAction '${action}' is unknown`);
  optionalDoc(command, 'validator');
  validatorOf(options);
  return options;
}

/** The collections of a database, by name. */
export function collectionsOf({ server }: CommandContext, db: string): Collection[] {
  const found = [...server.store.collections.values()].filter((collection) => collection.db === db);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The collection of a command; code 26 when there is none. */
export function existingCollection(context: CommandContext, name: string): Collection {
  const { db } = context;
  return context.find(db, name) ?? fail(26, `ns does not exist: ${db}.${name}`);
}

function describeCollection(collection: Collection): Doc {
  return doc({
    name: collection.name,
    type: 'collection',
    options: collection.options,
    info: { readOnly: false, uuid: new Binary(4, collection.uuid) },
    idIndex: collection.indexes[0].spec,
  });
}

/** Splits `db.collection`. */
function namespaceParts(v: unknown, what: string): [string, string] {
  if (typeof v !== 'string') fail(14, `'${what}' must be a string`);
  const dot = v.indexOf('.');
  if (dot <= 0 || dot === v.length - 1) fail(73, `Invalid namespace specified '${v}'`);
  return [v.slice(0, dot), v.slice(dot + 1)];
}

function modifyIndex({ server }: CommandContext, collection: Collection, change: Doc): Doc {
  onlyFields(change, 'collMod.index', [
    'name',
    'keyPattern',
    'expireAfterSeconds',
    'hidden',
    'unique',
    'prepareUnique',
  ]);
  if (change.has('unique') || change.has('prepareUnique')) fail(115, 'collMod cannot make an index unique');
  const name = optionalString(change, 'name');
  const key = optionalDoc(change, 'keyPattern');
  const index = collection.indexes.find((each) => (key ? sameKey(each.key, key) : each.name === name));
  if (!index) fail(27, `cannot find index ${name ?? 'with that key pattern'} for ns ${collection.namespace}`);
  const spec: Doc = new Map(index.spec);
  const answer: Record<string, unknown> = {};
  const seconds = change.get('expireAfterSeconds');
  if (seconds !== undefined) {
    if (!isNumeric(seconds) || toNumber(seconds) < 0) fail(72, 'expireAfterSeconds must be a number >= 0');
    if (index.fields.length > 1 || index.isId) fail(72, 'TTL indexes are single-field indexes');
    answer.expireAfterSeconds_old = spec.get('expireAfterSeconds');
    answer.expireAfterSeconds_new = seconds;
    spec.set('expireAfterSeconds', seconds);
  }
  if (change.has('hidden')) {
    answer.hidden_old = index.hidden;
    answer.hidden_new = flag(change, 'hidden');
    if (flag(change, 'hidden')) spec.set('hidden', true);
    else spec.delete('hidden');
  }
  server.store.changeIndex(collection, index, spec);
  return doc(answer);
}

register(
  {
    name: 'create',
    summary: 'creates a collection',
    options: [...KEPT_OPTIONS, ...REFUSED_OPTIONS, ...IGNORED_OPTIONS, 'collation'],
    inTransaction: true,
    run(context) {
      const { command, db, server, transaction } = context;
      const name = collectionName(context);
      const options = collectionOptions(command);
      if (context.find(db, name)) fail(48, `Collection ${db}.${name} already exists.`);
      if (transaction) transaction.create(db, name, options);
      else server.store.create(db, name, options);
      return doc({});
    },
  },
  {
    name: 'drop',
    summary: 'removes a collection',
    options: [],
    run(context) {
      const { db, server } = context;
      const collection = context.find(db, collectionName(context));
      if (!collection) return doc({});
      const nIndexesWas = collection.indexes.length;
      server.store.drop(collection);
      return doc({ nIndexesWas, ns: collection.namespace });
    },
  },
  {
    name: 'dropDatabase',
    summary: 'removes all collections of a database',
    options: [],
    run(context) {
      const { db, server } = context;
      for (const collection of collectionsOf(context, db)) server.store.drop(collection);
      return doc({ dropped: db });
    },
  },
  {
    name: 'renameCollection',
    summary: 'gives a collection another name',
    options: ['to', 'dropTarget'],
    run(context) {
      const { command, target, server } = context;
      const [fromDb, from] = namespaceParts(target, 'renameCollection');
      const [toDb, to] = namespaceParts(command.get('to'), 'to');
      const source = context.find(fromDb, from) ?? fail(26, `Source collection ${target} does not exist`);
      const existing = context.find(toDb, to);
      if (existing === source) fail(20, "Can't rename a collection to itself");
      if (existing) {
        if (!flag(command, 'dropTarget')) fail(48, 'target namespace exists');
        server.store.drop(existing);
      }
      server.store.rename(source, toDb, to);
      return doc({});
    },
  },
  {
    name: 'listCollections',
    summary: 'the collections of a database',
    options: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
    async run(context) {
      const { command, db } = context;
      const filter = parseFilter(optionalDoc(command, 'filter') ?? new Map(), scopeOf(command));
      const nameOnly = flag(command, 'nameOnly');
      const found = collectionsOf(context, db).map(describeCollection).filter(filter.test);
      const shown = nameOnly ? found.map((each) => doc({ name: each.get('name'), type: each.get('type') })) : found;
      const cursor = optionalDoc(command, 'cursor');
      const batchSize = cursor && naturalNumber(cursor, 'batchSize');
      return openCursor(context, `${db}.$cmd.listCollections`, ready(shown), { batchSize, limited: true });
    },
  },
  {
    name: 'listDatabases',
    summary: 'the databases and their sizes',
    options: ['filter', 'nameOnly', 'authorizedDatabases'],
    run(context) {
      const { command, server } = context;
      const filter = parseFilter(optionalDoc(command, 'filter') ?? new Map(), scopeOf(command));
      const names = [...new Set([...server.store.collections.values()].map((collection) => collection.db))].sort();
      let totalSize = 0;
      const databases: Doc[] = [];
      for (const name of names) {
        const size = collectionsOf(context, name).reduce((sum, { id }) => sum + server.store.main.size(id).bytes, 0);
        totalSize += size;
        const entry = doc({ name, sizeOnDisk: integer(size), empty: false });
        if (filter.test(entry)) databases.push(flag(command, 'nameOnly') ? doc({ name }) : entry);
      }
      if (flag(command, 'nameOnly')) return doc({ databases });
      return doc({ databases, totalSize: integer(totalSize), totalSizeMb: integer(Math.round(totalSize / 1_048_576)) });
    },
  },
  {
    name: 'collMod',
    summary: 'changes a validator, the time to live of an index, or hides it',
    options: ['index', 'validator', 'validationLevel', 'validationAction'],
    run(context) {
      const { command, server } = context;
      const collection = existingCollection(context, collectionName(context));
      const changes = collectionOptions(command);
      if (changes.size > 0) server.store.setOptions(collection, new Map([...collection.options, ...changes]));
      const index = command.get('index');
      if (index === undefined) return doc({});
      return isDoc(index) ? modifyIndex(context, collection, index) : fail(14, "'index' must be an object");
    },
  },
);
