/**
 * One write at a time to the organization. Its rules reach across documents (one root, no cycles, one leader a unit, a unit
 * for every assignment), so whoever writes first takes the turn, then reads, judges and writes. The turn is a lease in one
 * document: it is extended right before writing, which fails when it was lost, and a holder that dies is followed after
 * the lease. Document versions stay the second fence.
 *
 * The same document carries the stamp under which units are kept in memory. Who is about to write units says so first
 * (`writing`) and gives them another stamp at the end; readers who see `writing` read for themselves and keep nothing. A
 * writer that dies leaves `writing` behind, which does no harm, and the next turn takes it away.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { keptUnder, STAMPS, UNITS_STAMP } from '@salesgraph/organization-model';
import { fail } from '@salesgraph/service-kit';
import { type Connection, type Model, type mongo, Schema } from 'mongoose';

/** How long a turn lasts unless it is extended. */
const LEASE_MS = 10_000;
/** How long a write waits for its turn: longer than the lease of one that died. */
const PATIENCE_MS = 15_000;
const PAUSE_MS = 25;

interface TurnDocument {
  _id: string;
  holder: string;
  until: Date;
  stamp: string;
  writing: boolean;
}

/** What a write does with its turn. */
export interface Turn {
  /**
   * Makes sure of the turn right before writing.
   * @param options.units whether units may be written, which is so when nothing is said
   * @throws UNAVAILABLE when the turn was lost meanwhile
   */
  extend(options?: { units: boolean }): Promise<void>;
  /** The same within a transaction, which then fails if anybody else takes the turn before it is committed. */
  hold(session: mongo.ClientSession): Promise<void>;
}

export type Turns = ReturnType<typeof turnStore>;

const schema = new Schema<TurnDocument>(
  { _id: String, holder: String, until: Date, stamp: String, writing: Boolean },
  { collection: STAMPS, versionKey: false, autoIndex: false },
);

const busy = () => fail('UNAVAILABLE', 'The organization is being changed by somebody else; try again in a moment.');

export function turnStore(connection: Connection) {
  const model: Model<TurnDocument> = connection.models.Turn ?? connection.model<TurnDocument>('Turn', schema);
  /** Writes of this process queue up here, so that only one of them asks the database. */
  let queue: Promise<unknown> = Promise.resolve();

  /** @returns whether a writer before left units as being written; null when the turn is somebody else's */
  async function take(holder: string): Promise<{ unfinished: boolean } | null> {
    const now = Date.now();
    try {
      const before = await model.findOneAndUpdate(
        { _id: UNITS_STAMP, until: { $lte: new Date(now) } },
        { $set: { holder, until: new Date(now + LEASE_MS) }, $setOnInsert: { stamp: randomUUID(), writing: false } },
        { upsert: true, returnDocument: 'before' },
      );
      return { unfinished: before?.writing ?? false };
    } catch (error) {
      // The document is there and held: the upsert found no free one and met its id.
      if ((error as { code?: unknown }).code === 11_000) return null;
      throw error;
    }
  }

  async function held<T>(work: (turn: Turn) => Promise<T>, deadline: number): Promise<T> {
    const holder = randomUUID();
    let taken = await take(holder);
    while (taken === null) {
      if (Date.now() > deadline) throw busy();
      await sleep(PAUSE_MS + Math.random() * PAUSE_MS);
      taken = await take(holder);
    }
    let wroteUnits = false;
    const extend = async (more: Partial<TurnDocument>, session?: mongo.ClientSession) => {
      const now = Date.now();
      const extended = await model.updateOne(
        { _id: UNITS_STAMP, holder, until: { $gt: new Date(now) } },
        { $set: { until: new Date(now + LEASE_MS), ...more } },
        { session },
      );
      if (extended.matchedCount !== 1) throw busy();
    };
    try {
      return await work({
        async extend({ units } = { units: true }) {
          wroteUnits ||= units;
          await extend(units ? { writing: true } : {});
        },
        hold: (session) => extend({}, session),
      });
    } finally {
      await release(holder, wroteUnits, wroteUnits || taken.unfinished);
    }
  }

  async function release(holder: string, wroteUnits: boolean, renews: boolean): Promise<void> {
    const renewed = { stamp: randomUUID(), writing: false };
    const released = await model.updateOne(
      { _id: UNITS_STAMP, holder },
      { $set: { until: new Date(0), ...(renews && renewed) } },
    );
    // The turn was lost and its successor may have given a stamp before the last of these writes arrived.
    if (released.matchedCount === 0 && wroteUnits) {
      await model.updateOne({ _id: UNITS_STAMP }, { $set: { stamp: renewed.stamp } });
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

    /** The stamp under which units read from now on may be kept; null when they must not be. */
    unitsStamp: async (): Promise<string | null> =>
      keptUnder(await model.findById(UNITS_STAMP, { stamp: 1, writing: 1 }).lean<TurnDocument | null>()),
  };
}
