/** A copy held against what was heard: each document must be of the newest event of its aggregate, and of nothing else. */
import type { Connection, mongo } from 'mongoose';
import type { Consumer, Copy } from '../consumer.ts';
import { deadLettersOf } from '../dead-letters.ts';
import { inboxOf } from '../inbox.ts';
import type { ProjectedDocument } from '../projection.ts';

/** What does not fit, by the aggregate's id. */
export interface Differences {
  /** Documents of which nothing was told, with the `lastSeq` they had. */
  unknown: Map<string, number>;
  /** Aggregates whose document is missing or of another event than the newest one. */
  wrong: Set<string>;
}

const CHUNK = 1000;

const collectionOf = ({ model }: Copy) => model.collection as mongo.Collection<ProjectedDocument>;

function* chunks<T>(all: Iterable<T>): Generator<T[]> {
  const rest = [...all];
  while (rest.length > 0) yield rest.splice(0, CHUNK);
}

export type Comparison = ReturnType<typeof comparisonOf>;

export function comparisonOf({ name, copies = [] }: Consumer, connection: Connection) {
  const inbox = inboxOf(connection);
  const letters = deadLettersOf(connection);

  async function compareOne(copy: Copy, held: ReadonlySet<string>): Promise<Differences> {
    const newest = await inbox.newest(name, copy.types);
    const unknown = new Map<string, number>();
    const wrong = new Set(newest.keys());
    for await (const { _id, lastSeq } of collectionOf(copy).find({}, { projection: { lastSeq: 1 } })) {
      const seq = newest.get(_id);
      if (seq === undefined) unknown.set(_id, lastSeq);
      else if (seq === lastSeq) wrong.delete(_id);
    }
    // Of what waits for somebody nobody can tell what is right.
    for (const id of held) {
      unknown.delete(id);
      wrong.delete(id);
    }
    return { unknown, wrong };
  }

  return {
    /** Compares every copy, in the order of the consumer's copies. */
    async compare(): Promise<Differences[]> {
      const held = await letters.aggregates(name);
      return Promise.all(copies.map((copy) => compareOne(copy, held)));
    },

    /**
     * Takes away what nothing was told of, and forgets what was heard of aggregates whose document is wrong, so that it is
     * told again. @returns how many documents were taken away for good
     */
    async mend(differences: readonly Differences[]): Promise<number> {
      let removed = 0;
      for (const [place, { unknown, wrong }] of differences.entries()) {
        const collection = collectionOf(copies[place]!);
        for (const some of chunks(unknown)) {
          // One that has been written meanwhile stays.
          const { deletedCount } = await collection.bulkWrite(
            some.map(([_id, lastSeq]) => ({ deleteOne: { filter: { _id, lastSeq } } })),
            { ordered: false },
          );
          removed += deletedCount;
        }
        for (const some of chunks(wrong)) {
          // The document stays until it is replaced, by whatever event comes.
          await collection.updateMany({ _id: { $in: some } }, { $set: { lastSeq: 0 } });
          await inbox.forget(name, some);
        }
      }
      return removed;
    },

    /** How many documents there are in all copies. */
    async count(): Promise<number> {
      const counts = await Promise.all(copies.map((copy) => collectionOf(copy).countDocuments({})));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}

export const areEqual = (all: readonly Differences[]): boolean =>
  all.every(({ unknown, wrong }) => unknown.size === 0 && wrong.size === 0);

/** What did not fit then and does not fit now: what was only on its way then has arrived. */
export const stillThere = (now: readonly Differences[], then: readonly Differences[]): Differences[] =>
  now.map(({ unknown, wrong }, place) => ({
    unknown: new Map([...unknown].filter(([id, lastSeq]) => then[place]?.unknown.get(id) === lastSeq)),
    wrong: new Set([...wrong].filter((id) => then[place]?.wrong.has(id))),
  }));
