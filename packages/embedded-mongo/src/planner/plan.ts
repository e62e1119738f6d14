import { compare, rank } from '../bson/compare.ts';
import { isNumeric, toNumber } from '../bson/numbers.ts';
import { type Doc, isNullish, type Value } from '../bson/values.ts';
import { conjuncts, type Filter, type Node } from '../matcher/ast.ts';
import type { Collection, Index } from '../storage/catalog.ts';
import type { Range } from '../storage/connection.ts';
import { EVERYTHING, type Interval, intersect, intervalsOf } from './bounds.ts';

/** A way to find the candidates of a filter. The filter itself is checked on each of them in any case. */
export type Plan =
  | { kind: 'collection'; reverse: boolean; sorted: boolean }
  | { kind: 'index'; index: Index; ranges: Range[]; reverse: boolean; sorted: boolean }
  | { kind: 'union'; plans: Plan[]; sorted: false };

const MAX_RANGES = 2000;

interface Candidate {
  index: Index;
  /** Intervals for the leading fields, up to the first that is unbounded. */
  fields: Interval[][];
  points: number;
  bounded: number;
  sorted: 'no' | 'forward' | 'reverse';
}

/** What a query is told to read by: an index, or the collection itself (`$natural`) in one of its directions. */
export type Hint = Index | 'natural' | 'natural reverse';

/** Chooses a plan; a `$natural` sort decides over the direction that a hint names. */
export function choosePlan(collection: Collection, filter: Filter, sort: Doc | undefined, hint?: Hint): Plan {
  const natural = sort?.size === 1 && sort.has('$natural');
  const reverse = natural ? direction(sort, '$natural') < 0 : hint === 'natural reverse';
  const scan: Plan = { kind: 'collection', reverse, sorted: natural || !sort || sort.size === 0 };
  if (natural || typeof hint === 'string') return scan;
  const predicates = conjuncts(filter.node);
  const usable = hint ? [hint] : collection.indexes.filter((index) => index.ready && !index.hidden);
  const candidates = usable
    .map((index) => candidate(index, predicates, sort, hint !== undefined))
    .filter((item) => item !== undefined);
  const best = candidates.sort((a, b) => score(b) - score(a))[0];
  if (best && (hint || score(best) > 0)) return toPlan(best);
  return (hint ? undefined : unionPlan(collection, predicates)) ?? scan;
}

function score(c: Candidate): number {
  // Reading a whole index in order is worth less than reading a part of another one.
  const sorted = c.sorted === 'no' ? 0 : c.bounded > 0 ? 15 : 5;
  const single = c.index.unique && c.points === c.index.fields.length && c.fields.every((field) => field.length === 1);
  return (
    c.points * 20 +
    (c.bounded > c.points ? 10 : 0) +
    sorted +
    (single ? 100 : 0) +
    (c.index.isId && c.points > 0 ? 1 : 0)
  );
}

function candidate(index: Index, predicates: Node[], sort: Doc | undefined, hinted: boolean): Candidate | undefined {
  if (index.partial && !implied(index.partial.node, predicates)) return undefined;
  // A sparse index that lacks documents is used only when asked for, as MongoDB does.
  if (index.sparse && !hinted && !index.fields.some((field) => predicates.some((node) => requires(node, field))))
    return undefined;
  const fields: Interval[][] = [];
  let points = 0;
  let bounded = 0;
  for (let i = 0; i < index.fields.length; i++) {
    const intervals = fieldIntervals(index, i, predicates);
    if (!intervals) break;
    bounded++;
    fields.push(intervals);
    if (!intervals.every((interval) => interval.point)) break;
    points++;
  }
  return { index, fields, points, bounded, sorted: sortedBy(index, fields, sort) };
}

function fieldIntervals(index: Index, position: number, predicates: Node[]): Interval[] | undefined {
  const field = index.fields[position];
  let result: Interval[] | undefined;
  for (const node of predicates) {
    if (!('path' in node) || node.path !== field) continue;
    const intervals = intervalsOf(node, index.directions[position]);
    if (!intervals) continue;
    // With arrays each predicate may be met by another element, so only one of them bounds the scan.
    if (!result) result = intervals;
    else if (!index.multikey) result = intersect(result, intervals);
    else if (intervals.every((interval) => interval.point)) result = intervals;
  }
  return result;
}

/** Does reading the index in order give the sort order? Fields bound to one value do not matter. */
function sortedBy(index: Index, fields: Interval[][], sort: Doc | undefined): 'no' | 'forward' | 'reverse' {
  if (!sort || sort.size === 0 || index.multikey) return 'no';
  const fixed = (position: number) => fields[position]?.length === 1 && fields[position][0].point;
  let position = 0;
  let way = 0;
  for (const [field, value] of sort) {
    if (!isNumeric(value)) return 'no';
    while (position < index.fields.length && index.fields[position] !== field && fixed(position)) position++;
    if (index.fields[position] !== field) {
      const bound = index.fields.indexOf(field);
      if (bound >= 0 && fixed(bound)) continue;
      return 'no';
    }
    if (!fixed(position)) {
      const wanted = Math.sign(toNumber(value)) * index.directions[position];
      if (way !== 0 && wanted !== way) return 'no';
      way = wanted;
    }
    position++;
  }
  // Several ranges on a field before the sorted one would interleave.
  const lastBound = fields.findIndex((intervals) => intervals.length > 1);
  const firstSorted = index.fields.findIndex((field, i) => sort.has(field) && !fixed(i));
  if (lastBound >= 0 && firstSorted >= 0 && lastBound < firstSorted) return 'no';
  return way < 0 ? 'reverse' : 'forward';
}

function direction(sort: Doc, field: string): number {
  const v = sort.get(field);
  return isNumeric(v) ? toNumber(v) : 1;
}

function toPlan(c: Candidate): Plan {
  let ranges: Range[] = [{ low: EVERYTHING.low, high: EVERYTHING.high }];
  for (const intervals of c.fields) {
    if (ranges.length * intervals.length > MAX_RANGES) break;
    ranges = ranges.flatMap(({ low }) =>
      intervals.map((interval) => ({ low: concat(low, interval.low), high: concat(low, interval.high) })),
    );
    if (!intervals.every((interval) => interval.point)) return indexPlan(c, ranges);
    // For a point, `low` of the next field starts from its exact bytes.
  }
  return indexPlan(c, ranges);
}

function indexPlan(c: Candidate, ranges: Range[]): Plan {
  const reverse = c.sorted === 'reverse';
  return {
    kind: 'index',
    index: c.index,
    ranges: reverse ? ranges.reverse() : ranges,
    reverse,
    sorted: c.sorted !== 'no',
  };
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.length === 0 ? b : Buffer.concat([a, b]);
}

/** `$or` with an index for each branch. */
function unionPlan(collection: Collection, predicates: Node[]): Plan | undefined {
  for (const node of predicates) {
    if (node.kind !== 'or') continue;
    const plans = node.children.map((child) => choosePlan(collection, { test: () => true, node: child }, undefined));
    if (plans.every((plan) => plan.kind !== 'collection')) return { kind: 'union', plans, sorted: false };
  }
  return undefined;
}

/** Does the predicate hold only for documents that have the field? */
function requires(node: Node, field: string): boolean {
  if (!('path' in node) || node.path !== field) return false;
  switch (node.kind) {
    case 'exists':
    case 'prefix':
    case 'elemMatch':
      return true;
    case 'compare':
      return !isNullish(node.value);
    case 'in':
      return !node.values.some(isNullish);
    default:
      return false;
  }
}

function isNaNumber(v: Value): boolean {
  return isNumeric(v) && Number.isNaN(toNumber(v));
}

/** Is a partial index's filter true for every document that the query's predicates accept? */
function implied(partial: Node, predicates: Node[]): boolean {
  return conjuncts(partial).every((wanted) => predicates.some((given) => implies(given, wanted)));
}

function implies(given: Node, wanted: Node): boolean {
  if (wanted.kind === 'exists') return requires(given, wanted.path);
  if (wanted.kind === 'in') {
    return wanted.values.some((value) => implies(given, { kind: 'compare', path: wanted.path, op: '$eq', value }));
  }
  if (!('path' in wanted) || !('path' in given) || wanted.path !== given.path || wanted.kind !== 'compare')
    return false;
  if (given.kind === 'in') {
    const { path } = given;
    return given.values.every((value) => implies({ kind: 'compare', path, op: '$eq', value }, wanted));
  }
  if (given.kind !== 'compare') return false;
  // Values of different kinds are never in the range of one another, whatever their order.
  if (rank(given.value) !== rank(wanted.value) || isNaNumber(given.value) || isNaNumber(wanted.value)) {
    return given.op === '$eq' && wanted.op === '$eq' && isNullish(given.value) && isNullish(wanted.value);
  }
  const c = compare(given.value, wanted.value);
  switch (wanted.op) {
    case '$eq':
      return given.op === '$eq' && c === 0;
    case '$gt':
      return (given.op === '$gt' && c >= 0) || ((given.op === '$eq' || given.op === '$gte') && c > 0);
    case '$gte':
      return (given.op === '$gt' || given.op === '$eq' || given.op === '$gte') && c >= 0;
    case '$lt':
      return (given.op === '$lt' && c <= 0) || ((given.op === '$eq' || given.op === '$lte') && c < 0);
    case '$lte':
      return (given.op === '$lt' || given.op === '$eq' || given.op === '$lte') && c <= 0;
  }
}
