import { RANK, rank } from '../bson/compare.ts';
import { valueKey } from '../bson/keys.ts';
import { isNumeric, toNumber } from '../bson/numbers.ts';
import { isNullish, UNDEFINED, type Value } from '../bson/values.ts';
import type { Node } from '../matcher/ast.ts';

/** A part of the values of one indexed field, as key bytes in the direction of the index: `low` included, `high` not. */
export interface Interval {
  low: Uint8Array;
  high: Uint8Array;
  /** One value only: what follows in a compound index stays ordered. */
  point: boolean;
}

const LOWEST = new Uint8Array(0);
const HIGHEST = Uint8Array.of(0xff, 0xff);
export const EVERYTHING: Interval = { low: LOWEST, high: HIGHEST, point: false };

/** The first key that is greater than every key beginning with these bytes. */
export function successor(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0xff) end--;
  if (end === 0) return HIGHEST;
  // Not `slice`, which in a Buffer would share the bytes.
  const result = Uint8Array.from(bytes.subarray(0, end));
  result[end - 1]++;
  return result;
}

/** The intervals in which a predicate can be true, sorted; undefined when an index is of no use for it. */
export function intervalsOf(node: Node, direction: number): Interval[] | undefined {
  switch (node.kind) {
    case 'compare':
      return compareInterval(node.op, node.value, direction);
    case 'in': {
      const list = node.values.map((value) => compareInterval('$eq', value, direction));
      return list.every((item) => item !== undefined) ? mergeSorted(list.flat()) : undefined;
    }
    case 'prefix': {
      const full = valueKey(node.prefix, direction);
      const low = full.slice(0, full.length - 2);
      // A regular expression that is stored is found by its like.
      return mergeSorted([{ low, high: successor(low), point: false }, pointInterval(node.regex, direction)]);
    }
    default:
      return undefined;
  }
}

function compareInterval(op: string, value: Value, direction: number): Interval[] | undefined {
  const kind = rank(value);
  if (kind === RANK.array) return undefined;
  if (isNullish(value)) {
    if (op === '$gt' || op === '$lt') return [];
    // An empty array stands in the index as undefined; the filter sorts it out.
    return mergeSorted([pointInterval(UNDEFINED, direction), pointInterval(null, direction)]);
  }
  if (op === '$eq') return [pointInterval(value, direction)];
  if (kind === RANK.minKey || kind === RANK.maxKey || kind === RANK.object) return undefined;
  if (isNumeric(value) && Number.isNaN(toNumber(value))) return undefined;
  const exact = valueKey(value, direction);
  const all = rankInterval(kind, kind, direction);
  const inclusive = op.endsWith('e');
  if ((op[1] === 'g') === direction > 0)
    return [{ low: inclusive ? exact : successor(exact), high: all.high, point: false }];
  return [{ low: all.low, high: inclusive ? successor(exact) : exact, point: false }];
}

function pointInterval(value: Value, direction: number): Interval {
  const low = valueKey(value, direction);
  return { low, high: successor(low), point: true };
}

/** All values whose rank is within `from` to `to`. */
function rankInterval(from: number, to: number, direction: number): Interval {
  const [low, high] = direction > 0 ? [from, to + 1] : [255 - to, 256 - from];
  return { low: Uint8Array.of(low), high: Uint8Array.of(high), point: false };
}

/** Sorts intervals and removes the overlap of neighbours. */
export function mergeSorted(intervals: Interval[]): Interval[] {
  const sorted = [...intervals].sort((a, b) => Buffer.compare(a.low, b.low) || Buffer.compare(a.high, b.high));
  const result: Interval[] = [];
  for (const interval of sorted) {
    const last = result.at(-1);
    if (last && Buffer.compare(interval.low, last.high) < 0) {
      if (Buffer.compare(interval.high, last.high) > 0) last.high = interval.high;
      if (!interval.point) last.point = false;
    } else result.push({ ...interval });
  }
  return result;
}

/** The common part of two sorted lists of intervals. */
export function intersect(a: Interval[], b: Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const x of a) {
    for (const y of b) {
      const low = Buffer.compare(x.low, y.low) >= 0 ? x.low : y.low;
      const high = Buffer.compare(x.high, y.high) <= 0 ? x.high : y.high;
      if (Buffer.compare(low, high) < 0) result.push({ low, high, point: x.point || y.point });
    }
  }
  return mergeSorted(result);
}
