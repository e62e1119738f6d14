/**
 * What a service has told or heard, in short: count and hash by type and time. Two sets with the same digest are the
 * same set, whatever the order they came in; where digests differ, only that bucket is compared event by event.
 */

/** Count of events and the sum of their hashes (see `hashOf`). */
export interface Flow {
  type: string;
  consumer?: string;
  count: number;
  sum: number;
}

export interface HourDigest extends Flow {
  /** `YYYY-MM-DDTHH`, UTC. */
  hour: string;
}

/** By bucket (an hour, a day or a month): count and sum of hashes. */
export type Buckets = Record<string, [count: number, sum: number]>;
/** By type. */
export type Digest = Record<string, Buckets>;

const DAY_MS = 24 * 3600 * 1000;
/** Hours are told apart for three days, days for three months: the digest of years stays small. */
const HOURS_FOR_MS = 3 * DAY_MS;
const DAYS_FOR_MS = 92 * DAY_MS;

/** The stages that make digests by type and hour of documents with `type`, `hour` and `hash`. */
export const digestStages = (match: Record<string, unknown>) => [
  { $match: match },
  { $group: { _id: { type: '$type', hour: '$hour' }, count: { $sum: 1 }, sum: { $sum: '$hash' } } },
  { $project: { _id: 0, type: '$_id.type', hour: '$_id.hour', count: 1, sum: 1 } },
];

/** The stages that make flows of documents with `hash`, one for each combination of some fields. */
export const flowStages = (fields: readonly string[]) => [
  {
    $group: {
      _id: Object.fromEntries(fields.map((field) => [field, `$${field}`])),
      count: { $sum: 1 },
      sum: { $sum: '$hash' },
    },
  },
  { $project: { _id: 0, count: 1, sum: 1, ...Object.fromEntries(fields.map((field) => [field, `$_id.${field}`])) } },
];

/** @param asOf the moment from which both sides count what is long ago */
export function digestOf(hours: readonly HourDigest[], asOf: Date): Digest {
  const hoursFrom = new Date(asOf.getTime() - HOURS_FOR_MS).toISOString().slice(0, 10);
  const daysFrom = new Date(asOf.getTime() - DAYS_FOR_MS).toISOString().slice(0, 7);
  const digest: Digest = {};
  for (const { type, hour, count, sum } of hours) {
    const bucket = hour >= hoursFrom ? hour : hour >= daysFrom ? hour.slice(0, 10) : hour.slice(0, 7);
    digest[type] ??= {};
    const [knownCount, knownSum] = digest[type][bucket] ?? [0, 0];
    digest[type][bucket] = [knownCount + count, knownSum + sum];
  }
  return digest;
}

/** The buckets in which the producer has something that the consumer may lack. */
export function differences(produced: Digest, consumed: Digest): { type: string; bucket: string }[] {
  return Object.entries(produced).flatMap(([type, buckets]) =>
    Object.entries(buckets)
      .filter(([bucket, [count, sum]]) => {
        const [otherCount, otherSum] = consumed[type]?.[bucket] ?? [0, 0];
        return count !== otherCount || sum !== otherSum;
      })
      .map(([bucket]) => ({ type, bucket })),
  );
}

/** The hash of a flow as shown in the graph. */
export const shownHash = (sum: number): string => sum.toString(16).padStart(13, '0');
