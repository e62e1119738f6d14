/**
 * One process at a time does the work of a service's relay. The lease is a document with an end and a token that grows
 * with every change of holder. What a holder does is safe to be done twice, so a holder that was stopped for longer than
 * its lease costs work and breaks nothing; the token keeps it from extending what is no longer its own.
 */
import { randomUUID } from 'node:crypto';
import type { Connection, mongo } from 'mongoose';

interface LeaseDocument {
  _id: string;
  holder: string;
  fence: number;
  until: Date;
}

export type Lease = ReturnType<typeof leaseOf>;

/** @param ttlMs how long after its last sign of life a holder is followed by another one */
export function leaseOf(connection: Connection, name: string, ttlMs: number) {
  const collection = connection.collection<LeaseDocument>('relay_lease') as unknown as mongo.Collection<LeaseDocument>;
  const holder = randomUUID();
  let fence: number | null = null;
  let renewAt = 0;
  let until = 0;

  /** Extends the lease, or takes one that has ended. */
  async function claim(now: number): Promise<boolean> {
    const end = now + ttlMs;
    const extended =
      fence === null
        ? null
        : await collection.findOneAndUpdate({ _id: name, holder, fence }, { $set: { until: new Date(end) } });
    if (!extended) {
      try {
        const taken = await collection.findOneAndUpdate(
          { _id: name, until: { $lte: new Date(now) } },
          { $set: { holder, until: new Date(end) }, $inc: { fence: 1 } },
          { upsert: true, returnDocument: 'after' },
        );
        fence = taken?.fence ?? null;
      } catch (error) {
        // It is there and somebody else's: the upsert found none that has ended and met its id.
        if ((error as { code?: unknown }).code !== 11_000) throw error;
        fence = null;
      }
    }
    if (fence === null) return false;
    renewAt = now + ttlMs / 3;
    until = end;
    return true;
  }

  return {
    /** Whether this process is the holder, asking the database only when it has to. */
    async hold(): Promise<boolean> {
      const now = Date.now();
      return fence !== null && now < renewAt && now < until ? true : claim(now);
    },

    /** Grows with every change of holder; null for who is not the holder. */
    fence: () => fence,

    async release(): Promise<void> {
      if (fence === null) return;
      await collection.updateOne({ _id: name, holder, fence }, { $set: { until: new Date(0) } });
      fence = null;
    },
  };
}
