import { type Doc, doc, double, integer } from '../bson/values.ts';
import type { Server } from '../server.ts';
import type { Collection } from '../storage/catalog.ts';
import { collectionName, naturalNumber } from './arguments.ts';
import { collectionsOf, existingCollection } from './collections.ts';
import { register } from './registry.ts';
import { validateCollection } from './validate.ts';

/** The figures of one collection, in bytes. */
export function collectionStatistics(server: Server, collection: Collection, scale = 1): Doc {
  const { main } = server.store;
  const { count, bytes } = main.size(collection.id);
  const sizes = collection.indexes.map(({ name, id }) => [name, main.indexSize(id).bytes] as const);
  const scaled = (n: number) => integer(Math.floor(n / scale));
  return doc({
    ns: collection.namespace,
    size: scaled(bytes),
    count: integer(count),
    avgObjSize: count > 0 ? integer(Math.round(bytes / count)) : undefined,
    storageSize: scaled(bytes),
    capped: false,
    nindexes: collection.indexes.length,
    totalIndexSize: scaled(sizes.reduce((sum, [, size]) => sum + size, 0)),
    totalSize: scaled(bytes + sizes.reduce((sum, [, size]) => sum + size, 0)),
    indexSizes: Object.fromEntries(sizes.map(([name, size]) => [name, scaled(size)])),
    scaleFactor: scale,
  });
}

register(
  {
    name: 'collStats',
    summary: 'the size of a collection and its indexes',
    options: ['scale'],
    run(context) {
      const { db, command, server } = context;
      const name = collectionName(context);
      const collection = context.find(db, name);
      const scale = Math.max(1, naturalNumber(command, 'scale') ?? 1);
      if (collection) return collectionStatistics(server, collection, scale);
      return doc({
        ns: `${db}.${name}`,
        size: 0,
        count: 0,
        storageSize: 0,
        nindexes: 0,
        totalIndexSize: 0,
        indexSizes: {},
      });
    },
  },
  {
    name: 'dbStats',
    aliases: ['dbstats'],
    summary: 'the size of a database',
    options: ['scale', 'freeStorage'],
    run(context) {
      const { db, command, server } = context;
      const scale = Math.max(1, naturalNumber(command, 'scale') ?? 1);
      let objects = 0;
      let dataSize = 0;
      let indexSize = 0;
      let indexes = 0;
      const collections = collectionsOf(context, db);
      for (const collection of collections) {
        const { count, bytes } = server.store.main.size(collection.id);
        objects += count;
        dataSize += bytes;
        indexes += collection.indexes.length;
        for (const { id } of collection.indexes) indexSize += server.store.main.indexSize(id).bytes;
      }
      return doc({
        db,
        collections: collections.length,
        views: 0,
        objects: integer(objects),
        avgObjSize: double(objects > 0 ? dataSize / objects : 0),
        dataSize: double(dataSize / scale),
        storageSize: double(dataSize / scale),
        indexes,
        indexSize: double(indexSize / scale),
        totalSize: double((dataSize + indexSize) / scale),
        scaleFactor: scale,
      });
    },
  },
  {
    name: 'validate',
    summary: 'checks that documents are whole and indexes agree with them',
    options: ['full', 'background', 'repair', 'metadata'],
    async run(context) {
      return validateCollection(context, existingCollection(context, collectionName(context)));
    },
  },
);
