import type { MongoError } from '../errors.ts';
import type { Collection } from './catalog.ts';
import type { Connection } from './connection.ts';
import type { Store } from './store.ts';

/** What was committed at one moment: the documents, and the collections and indexes there were. */
export class Snapshot {
  readonly collections: Map<string, Collection>;
  private readonly store: Store;
  private readonly connection: Connection;
  private ended: MongoError | undefined;

  constructor(store: Store) {
    this.store = store;
    this.connection = store.snapshot();
    this.collections = new Map([...store.collections].map(([name, collection]) => [name, collection.frozen()]));
  }

  /** Where to read; whoever still reads when the snapshot has ended gets the error it ended with. */
  get stored(): Connection {
    if (this.ended) throw this.ended;
    return this.connection;
  }

  find(db: string, name: string): Collection | undefined {
    return this.collections.get(`${db}.${name}`);
  }

  end(reason: MongoError): void {
    if (this.ended) return;
    this.ended = reason;
    this.store.release(this.connection);
  }
}
