/**
 * One write at a time to the organization. Its rules reach across documents (one root, no cycles, one leader a unit, a unit
 * for every assignment), so whoever writes first takes the turn, then reads, judges and writes. The turn is a lease in one
 * document: it is extended right before writing, which fails when it was lost, and a holder that dies is followed after
 * the lease. Document versions stay the second fence.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail } from '@salesgraph/service-kit';
import { type Connection, type Model, Schema } from 'mongoose';

/** How long a turn lasts unless it is extended. */
const LEASE_MS = 10_000;
/** How long a write waits for its turn: longer than the lease of one that died. */
const PATIENCE_MS = 15_000;
const PAUSE_MS = 25;

interface TurnDocument {
  _id: string;
  holder: string;
  until: Date;
}

/** What a write does with its turn. */
export interface Turn {
  /** Makes sure of the turn right before writing. @throws UNAVAILABLE when it was lost meanwhile */
  extend(): Promise<void>;
}

export type Turns = ReturnType<typeof turnStore>;

const schema = new Schema<TurnDocument>(
  { _id: String, holder: String, until: Date },
  { collection: 'write_turn', versionKey: false, autoIndex: false },
);

const busy = () => fail('UNAVAILABLE', 'The organization is being changed by somebody else; try again in a moment.');

export function turnStore(connection: Connection) {
  const model: Model<TurnDocument> = connection.models.Turn ?? connection.model<TurnDocument>('Turn', schema);
  /** Writes of this process queue up here, so that only one of them asks the database. */
  let queue: Promise<unknown> = Promise.resolve();

  async function take(holder: string): Promise<boolean> {
    const now = Date.now();
    try {
      const taken = await model.updateOne(
        { _id: 'organization', until: { $lte: new Date(now) } },
        { $set: { holder, until: new Date(now + LEASE_MS) } },
        { upsert: true },
      );
      return taken.matchedCount + taken.upsertedCount === 1;
    } catch (error) {
      // The document is there and held: the upsert found no free one and met its id.
      if ((error as { code?: unknown }).code === 11_000) return false;
      throw error;
    }
  }

  async function held<T>(work: (turn: Turn) => Promise<T>, deadline: number): Promise<T> {
    const holder = randomUUID();
    while (!(await take(holder))) {
      if (Date.now() > deadline) throw busy();
      await sleep(PAUSE_MS + Math.random() * PAUSE_MS);
    }
    try {
      return await work({
        async extend() {
          const now = Date.now();
          const extended = await model.updateOne(
            { _id: 'organization', holder, until: { $gt: new Date(now) } },
            { $set: { until: new Date(now + LEASE_MS) } },
          );
          if (extended.matchedCount !== 1) throw busy();
        },
      });
    } finally {
      await model.updateOne({ _id: 'organization', holder }, { $set: { until: new Date(0) } });
    }
  }

  return {
    /** Does some work as the only writer. @throws UNAVAILABLE when the turn does not come in time */
    inTurn<T>(work: (turn: Turn) => Promise<T>): Promise<T> {
      const deadline = Date.now() + PATIENCE_MS;
      const result = queue.then(() => held(work, deadline));
      queue = result.catch(() => undefined);
      return result;
    },
  };
}
