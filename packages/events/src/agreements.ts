/** As of when a consumer is known to have heard everything that a producer had told. */
import type { Connection, mongo } from 'mongoose';

interface Agreement {
  /** `<consumer>/<producer>` */
  _id: string;
  asOf: Date;
}

export function agreementsOf(connection: Connection) {
  const collection = connection.collection<Agreement>('reconciled') as unknown as mongo.Collection<Agreement>;
  const keyOf = (consumer: string, producer: string): string => `${consumer}/${producer}`;

  return {
    /** Notes an agreement; one that comes late or twice takes nothing back. */
    async note(consumer: string, producer: string, asOf: Date): Promise<void> {
      await collection.updateOne({ _id: keyOf(consumer, producer) }, { $max: { asOf } }, { upsert: true });
    },

    /** The last moment at which the two agreed; null when they never did. */
    async last(consumer: string, producer: string): Promise<Date | null> {
      return (await collection.findOne({ _id: keyOf(consumer, producer) }))?.asOf ?? null;
    },
  };
}
