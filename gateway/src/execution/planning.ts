/** A query plan, compiled once into functions that carry it out. */
import type { PlanNode, SubscriptionNode } from '@apollo/query-planner';
import { compileFetch, type FetchOptions, type Step } from './fetching.ts';
import type { PlanPath } from './places.ts';
import { Unsupported } from './run.ts';

/** @throws Unsupported for what the stock executor is left to */
export function compilePlan(node: PlanNode | SubscriptionNode, options: FetchOptions, path: PlanPath = []): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, path, options);
    case 'Flatten':
      return compilePlan(node.node, options, [...path, ...node.path]);
    case 'Sequence': {
      const steps = node.nodes.map((one) => compilePlan(one, options, path));
      return async (run) => {
        for (const step of steps) await step(run);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((one) => compilePlan(one, options, path));
      return async (run) => {
        await Promise.all(steps.map((step) => step(run)));
      };
    }
    case 'Condition': {
      const taken = node.ifClause && compilePlan(node.ifClause, options, path);
      const otherwise = node.elseClause && compilePlan(node.elseClause, options, path);
      return (run) => (run.variables[node.condition] ? taken?.(run) : otherwise?.(run));
    }
    default:
      throw new Unsupported(`a plan with ${node.kind}`);
  }
}
