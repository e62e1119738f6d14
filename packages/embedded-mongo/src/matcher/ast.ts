import type { Regex, Value } from '../bson/values.ts';
import type { Test } from './paths.ts';

/** What the planner reads of a filter; anything it cannot use is `other`. */
export type Node =
  | { kind: 'and' | 'or'; children: Node[] }
  | { kind: 'compare'; path: string; op: '$eq' | '$gt' | '$gte' | '$lt' | '$lte'; value: Value }
  | { kind: 'in'; path: string; values: Value[] }
  | { kind: 'exists'; path: string }
  | { kind: 'prefix'; path: string; prefix: string; regex: Regex }
  | { kind: 'elemMatch'; path: string; children: Node[] }
  | { kind: 'other' };

/** A compiled filter: the test, and its shape for the planner. */
export interface Filter {
  test: Test;
  node: Node;
}

export const MATCH_ALL: Filter = { test: () => true, node: { kind: 'and', children: [] } };

/** The predicates that must all hold, `$and` flattened. */
export function conjuncts(node: Node): Node[] {
  if (node.kind !== 'and') return [node];
  return node.children.flatMap(conjuncts);
}
