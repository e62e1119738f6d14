import type { Doc, Value } from '../bson/values.ts';
import type { Operation } from '../operation.ts';
import type { Server } from '../server.ts';
import type { RetryRecords, Session } from '../sessions/sessions.ts';
import type { TimedSnapshot } from '../sessions/snapshots.ts';
import type { Transaction } from '../sessions/transaction.ts';
import type { Collection } from '../storage/catalog.ts';
import type { View } from '../storage/view.ts';
import type { ClientConnection } from '../wire/connection.ts';

/** What a command runs with. */
export interface CommandContext {
  server: Server;
  connection: ClientConnection;
  db: string;
  command: Doc;
  /** The value of the command's own field, such as the name of the collection. */
  target: Value;
  operation: Operation;
  session: Session | undefined;
  transaction: Transaction | undefined;
  /** The state that is read outside of a transaction, when the command asks for one. */
  snapshot: TimedSnapshot | undefined;
  /** Set for a retryable write. */
  retry: RetryRecords | undefined;
  view: View;
  /** The collections this command sees: those of its transaction, if it runs in one. */
  find(db: string, name: string): Collection | undefined;
  create(db: string, name: string): Collection;
}
