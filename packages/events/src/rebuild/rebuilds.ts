/** The rebuilds of a service's copies: who asked for one, how far it is, and what came of it. Kept for good. */
import { isRepeat, type Request } from '@salesgraph/service-kit';
import type { Connection, mongo } from 'mongoose';

export interface Rebuild {
  id: string;
  consumer: string;
  /** STARTED: what was heard is about to be forgotten; TELLING: everything is told again; DONE: copy and log agree. */
  state: 'STARTED' | 'TELLING' | 'DONE';
  startedAt: Date;
  startedBy: string;
  /** How many events the consumer had heard when it was asked for. */
  eventsBefore: number;
  /** Since when everything is told again; an agreement from before does not count. */
  tellingSince: Date | null;
  finishedAt: Date | null;
  /** Documents in the copies in the end. */
  documents: number | null;
  /** Documents that were taken away because nothing was ever told of them. */
  removed: number;
}

interface RebuildDocument extends Omit<Rebuild, 'id'> {
  _id: string;
  /** Counted from 1 for each consumer. */
  number: number;
  /** The call that started it, by which a repeat is known. */
  requests: Request[];
}

const DUPLICATE_KEY = 11_000;
const fromDocument = ({ _id, number: _, requests: __, ...rest }: RebuildDocument): Rebuild => ({ id: _id, ...rest });

export type Rebuilds = ReturnType<typeof rebuildsOf>;

export function rebuildsOf(connection: Connection) {
  const collection = connection.collection<RebuildDocument>('rebuilds') as unknown as mongo.Collection<RebuildDocument>;
  const latest = (consumer: string) => collection.find({ consumer }).sort({ number: -1 }).limit(1).next();

  return {
    async ensureIndexes(): Promise<void> {
      await collection.createIndex({ consumer: 1, number: 1 });
      await collection.createIndex({ 'requests.key': 1 }, { sparse: true });
    },

    /**
     * Asks for a rebuild; one that is under way, or that was asked for by the same call, is the answer.
     * @param request the call as it is remembered; null without a key
     * @throws BAD_USER_INPUT when the key was used for another call
     */
    async start(given: {
      consumer: string;
      by: string;
      request: Request | null;
      eventsBefore: number;
      at: Date;
    }): Promise<Rebuild> {
      const { consumer, by, request, eventsBefore, at } = given;
      const byThatKey = request === null ? [] : await collection.find({ 'requests.key': request.key }).toArray();
      const repeated = byThatKey
        .filter(({ requests }) => isRepeat(requests, request))
        .find((one) => one.consumer === consumer);
      if (repeated) return fromDocument(repeated);
      for (;;) {
        const before = await latest(consumer);
        if (before && before.state !== 'DONE') return fromDocument(before);
        const number = (before?.number ?? 0) + 1;
        const document: RebuildDocument = {
          ...{ _id: `${consumer}-${number}`, consumer, number, requests: request ? [request] : [], state: 'STARTED' },
          ...{
            startedAt: at,
            startedBy: by,
            eventsBefore,
            tellingSince: null,
            finishedAt: null,
            documents: null,
            removed: 0,
          },
        };
        try {
          await collection.insertOne(document);
          return fromDocument(document);
        } catch (error) {
          // Somebody else asked at the same moment: theirs is the answer.
          if ((error as { code?: unknown }).code !== DUPLICATE_KEY) throw error;
        }
      }
    },

    /** The rebuild of a consumer that is under way. */
    async open(consumer: string): Promise<Rebuild | null> {
      const found = await collection.findOne({ consumer, state: { $ne: 'DONE' } });
      return found && fromDocument(found);
    },

    /** The latest rebuild of each of some consumers that had one. */
    async latest(consumers: readonly string[]): Promise<Rebuild[]> {
      const found = await Promise.all(consumers.map(latest));
      return found.filter((one) => one !== null).map(fromDocument);
    },

    async telling(id: string, since: Date): Promise<void> {
      await collection.updateOne({ _id: id, state: 'STARTED' }, { $set: { state: 'TELLING', tellingSince: since } });
    },

    async removed(id: string, count: number): Promise<void> {
      if (count > 0) await collection.updateOne({ _id: id }, { $inc: { removed: count } });
    },

    async finish(id: string, documents: number, at: Date): Promise<void> {
      await collection.updateOne({ _id: id, state: 'TELLING' }, { $set: { state: 'DONE', documents, finishedAt: at } });
    },
  };
}
