/** Several aggregates and their events in one transaction: all of them are written and told of, or none. */
import type { Connection, mongo } from 'mongoose';
import { outboxWritten } from './outbox-signal.ts';

/**
 * Does some writing in a transaction; every write in it must be given the session. The work is done again when the
 * transaction met another write (the relay's, say), so it must have no effect but its writes.
 * @returns what the work returned, once it is committed by a majority and journalled
 * @throws what the work throws; nothing is written then
 */
export async function atomically<Result>(
  connection: Connection,
  work: (session: mongo.ClientSession) => Promise<Result>,
): Promise<Result> {
  const result = await connection
    .getClient()
    .withSession((session) =>
      session.withTransaction(() => work(session), { writeConcern: { w: 'majority', journal: true } }),
    );
  outboxWritten(connection);
  return result;
}
