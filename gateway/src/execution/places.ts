/** Where in the data collected so far a step of the plan works: a path of names and `@`, which stands for every element of a list. */
import type { ResultObject } from './merging.ts';

export type PlanPath = readonly (string | number)[];

/** The objects at a path, in order; what is null on the way is left out. */
export function objectsAt(data: ResultObject, path: PlanPath): ResultObject[] {
  let level: unknown[] = [data];
  for (const step of path) {
    const next: unknown[] = [];
    for (const value of level) {
      if (step !== '@') {
        const below = Object.hasOwn(value as object, step) ? (value as ResultObject)[step] : undefined;
        if (below !== null && below !== undefined) next.push(below);
      } else if (Array.isArray(value)) {
        for (const element of value) if (element !== null && element !== undefined) next.push(element);
      }
    }
    level = next;
  }
  // A path may end at a list that the plan names without its elements.
  return level.some(Array.isArray)
    ? (level.flat(Number.POSITIVE_INFINITY).filter((value) => value !== null && value !== undefined) as ResultObject[])
    : (level as ResultObject[]);
}

/** The paths in the answer of the objects at a path, in the same order as `objectsAt` gives them. */
export function answerPathsAt(data: ResultObject, path: PlanPath): (string | number)[][] {
  const found: (string | number)[][] = [];
  const walk = (value: unknown, depth: number, here: (string | number)[]): void => {
    if (value === null || value === undefined) return;
    const step = path[depth];
    if (Array.isArray(value)) {
      for (const [index, element] of value.entries()) {
        walk(element, step === '@' ? depth + 1 : depth, [...here, index]);
      }
    } else if (step === undefined) {
      found.push(here);
    } else if (step !== '@' && Object.hasOwn(value as object, step)) {
      walk((value as ResultObject)[step], depth + 1, [...here, step]);
    }
  };
  walk(data, 0, []);
  return found;
}
