import { type Doc, doc, typeName } from '../bson/values.ts';
import { Cursor } from '../cursors/cursor.ts';
import { fail, MongoError } from '../errors.ts';
import { naturalNumber, optionalString, requiredArray } from './arguments.ts';
import type { CommandContext } from './context.ts';
import { register } from './registry.ts';

/** The size of a first batch when the client names none, as MongoDB's. */
const FIRST_BATCH = 101;

export interface FirstBatch {
  batchSize: number | undefined;
  /** Only one batch is wanted. */
  single?: boolean;
  /** The source ends by itself after a known number of documents. */
  limited?: boolean;
}

/** Answers the first batch of a result and keeps a cursor for the rest. */
export async function openCursor(
  context: CommandContext,
  namespace: string,
  source: AsyncIterable<Doc[]>,
  { batchSize = FIRST_BATCH, single, limited }: FirstBatch,
): Promise<Doc> {
  const { server, session, transaction, snapshot, operation } = context;
  const owner = { session: session?.key, transaction };
  const cursor = new Cursor(namespace, source, operation, owner);
  const firstBatch = await cursor.next(batchSize);
  if (limited && batchSize > 0) await cursor.settle();
  const over = cursor.done || (single && batchSize > 0);
  if (over) cursor.close();
  else {
    operation.suspend();
    server.cursors.keep(cursor);
  }
  return doc({ cursor: { firstBatch, id: cursor.id, ns: namespace, atClusterTime: snapshot?.time } });
}

register(
  {
    name: 'getMore',
    summary: 'the next batch of a cursor',
    options: ['collection', 'batchSize', 'term', 'lastKnownCommittedOpTime'],
    inTransaction: true,
    async run(context) {
      const { command, target, server } = context;
      if (typeof target !== 'bigint')
        fail(14, `BSON field 'getMore' is the wrong type '${typeName(target)}', expected type 'long'`);
      const collection = optionalString(command, 'collection');
      const cursor = server.cursors.find(target);
      const namespace = `${context.db}.${collection}`;
      if (cursor.namespace !== namespace) {
        fail(
          13,
          `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
        );
      }
      if (cursor.session !== undefined && cursor.session !== context.session?.key) {
        fail(50738, `Cannot run getMore on cursor ${target}, which was created in another session`);
      }
      if (cursor.transaction !== context.transaction) {
        fail(50741, `Cannot run getMore on cursor ${target}, which belongs to another transaction`);
      }
      if (cursor.inUse) throw new MongoError(12051, `cursor id ${target} is already in use`);
      cursor.inUse = true;
      try {
        cursor.operation.resume();
        const size = naturalNumber(command, 'batchSize') ?? 0;
        const nextBatch = await cursor.next(size > 0 ? size : Number.POSITIVE_INFINITY);
        if (cursor.done) server.cursors.kill(cursor.id);
        else cursor.operation.suspend();
        return doc({ cursor: { nextBatch, id: cursor.done ? 0n : cursor.id, ns: cursor.namespace } });
      } catch (error) {
        server.cursors.kill(cursor.id);
        throw error;
      } finally {
        cursor.inUse = false;
      }
    },
  },
  {
    name: 'killCursors',
    summary: 'ends cursors',
    options: ['cursors'],
    inTransaction: true,
    run({ command, server }) {
      const cursorsKilled: bigint[] = [];
      const cursorsNotFound: bigint[] = [];
      for (const id of requiredArray(command, 'cursors')) {
        if (typeof id !== 'bigint') fail(14, "BSON field 'killCursors.cursors' must hold longs");
        (server.cursors.kill(id) ? cursorsKilled : cursorsNotFound).push(id);
      }
      return doc({ cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] });
    },
  },
);

/** A result that is ready, such as a list of indexes. */
export async function* ready(documents: Doc[]): AsyncGenerator<Doc[]> {
  yield documents;
}
