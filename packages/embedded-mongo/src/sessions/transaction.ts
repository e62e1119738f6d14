import { type Doc, doc } from '../bson/values.ts';
import { fail, MongoError } from '../errors.ts';
import { Collection, Index } from '../storage/catalog.ts';
import { Snapshot } from '../storage/snapshot.ts';
import { checkNamespace, type Store } from '../storage/store.ts';
import { DirectView, duplicateKey, latin1 } from '../storage/view.ts';
import { OverlayView } from './overlay.ts';
import type { WriteLog } from './write-log.ts';

/** The answer to a transaction that met the write of another. */
export function writeConflict(): MongoError {
  return new MongoError(
    112,
    'Caused by :: WriteConflict: this operation conflicted with another operation. Please retry.',
    {
      labels: ['TransientTransactionError'],
    },
  );
}

/**
 * A transaction: it reads a snapshot of what was committed when it began, and keeps its writes to itself until commit.
 * Commit checks that nobody has written the same rows meanwhile; the first to commit wins (code 112 for the other).
 */
export class Transaction {
  readonly number: bigint;
  readonly startedAt = Date.now();
  readonly view: OverlayView;
  private readonly store: Store;
  private readonly log: WriteLog;
  private readonly snapshot: Snapshot;
  private readonly created: Collection[] = [];
  private readonly since: number;
  private static nextProvisional = -1;

  constructor(number: bigint, store: Store, log: WriteLog) {
    this.number = number;
    this.store = store;
    this.log = log;
    this.snapshot = new Snapshot(store);
    this.since = log.open();
    this.view = new OverlayView(this.snapshot, {
      row: (collection, rid) => {
        if (log.lastWrite(collection, rid) > this.since) throw writeConflict();
        this.claim(`${collection.id} ${rid}`);
      },
      uniqueKey: (index, key) => this.claim(`${index.id}:${latin1(key)}`),
    });
  }

  find(db: string, name: string): Collection | undefined {
    return this.snapshot.find(db, name);
  }

  /** Of two open transactions that write the same, the second fails at once. */
  private claim(what: string): void {
    if (!this.log.claim(this, what)) throw writeConflict();
  }

  /** A collection that comes into being with the commit. */
  create(db: string, name: string, options: Doc = new Map()): Collection {
    if (this.store.find(db, name)) throw writeConflict();
    checkNamespace(db, name);
    this.claim(`${db}.${name}`);
    const collection = new Collection(Transaction.nextProvisional--, db, name, options, new Uint8Array(16));
    const spec = doc({ v: 2, key: { _id: 1 }, name: '_id_' });
    collection.indexes = [new Index(Transaction.nextProvisional--, spec, false)];
    this.snapshot.collections.set(collection.namespace, collection);
    this.created.push(collection);
    return collection;
  }

  /** Adds an index to a collection that the transaction has created and that is still empty; code 263 for others. */
  createIndex(collection: Collection, spec: Doc): void {
    const filled = [...this.view.changes()].some(
      (changed) => changed.collection === collection && changed.rows.size > 0,
    );
    if (collection.id >= 0 || filled)
      fail(
        263,
        `Cannot create new indexes on existing collection ${collection.namespace} in a multi-document transaction.`,
      );
    collection.indexes = [...collection.indexes, new Index(Transaction.nextProvisional--, spec, false)];
  }

  /** Writes everything into the batch of the store, or throws and writes nothing. The transaction is over in any case. */
  commit(): void {
    try {
      this.check();
      try {
        this.write();
      } catch (error) {
        // Half a transaction must not reach the disk.
        this.store.abort(error);
        throw error;
      }
    } finally {
      this.end();
    }
  }

  abort(): void {
    this.end();
  }

  private end(): void {
    this.log.close(this);
    this.snapshot.end(new MongoError(251, `Transaction ${this.number} has been aborted.`));
  }

  /** Everything that could stand against the commit, before the first write. */
  private check(): void {
    for (const collection of this.created) if (this.store.find(collection.db, collection.name)) throw writeConflict();
    for (const { collection, indexes, rows } of this.view.changes()) {
      if (collection.id < 0) continue;
      const current = this.store.find(collection.db, collection.name);
      if (current?.id !== collection.id || current.indexes !== indexes) throw writeConflict();
      for (const rid of rows.keys()) if (this.log.lastWrite(collection, rid) > this.since) throw writeConflict();
      for (const [rid, row] of rows) {
        if (!row.after) continue;
        for (const index of collection.indexes) {
          if (!index.unique) continue;
          for (const key of index.keysFor(row.after)) {
            // Rows that this transaction has written itself were compared when it wrote them.
            const others = this.store.main.rowsAt(index.id, key).filter((other) => other !== rid && !rows.has(other));
            if (others.length > 0) {
              const error = duplicateKey(collection, index, row.after);
              throw new MongoError(112, error.message, { labels: ['TransientTransactionError'] });
            }
          }
        }
      }
    }
  }

  private write(): void {
    const view = new DirectView(this.store, (collection, rid) => this.log.note(collection, rid));
    const made = new Map(this.created.map((collection) => [collection, this.make(collection)]));
    for (const { collection, rows } of this.view.changes()) view.writeRows(made.get(collection) ?? collection, rows);
  }

  private make({ db, name, options, indexes }: Collection): Collection {
    const collection = this.store.create(db, name, options);
    for (const { spec, isId } of indexes) if (!isId) this.store.addIndex(collection, spec);
    return collection;
  }
}
