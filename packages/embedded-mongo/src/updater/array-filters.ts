import type { Doc, Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Scope } from '../expressions/scope.ts';
import { parseFilter } from '../matcher/parse.ts';
import { matched, type Test } from '../matcher/paths.ts';

/** The `arrayFilters` of an update, by their identifiers. */
export class ArrayFilters {
  private readonly tests = new Map<string, Test>();
  private readonly unused = new Set<string>();

  constructor(filters: Doc[], scope: Scope) {
    for (const filter of filters) {
      const names = new Set(topLevelNames(filter));
      if (names.size === 0) fail(9, 'Cannot use an expression without a top-level field name in arrayFilters');
      const [name, other] = names;
      if (other !== undefined) {
        fail(
          9,
          `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${name}' and '${other}'`,
        );
      }
      if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) {
        fail(
          2,
          `The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
        );
      }
      if (this.tests.has(name)) fail(9, `Found multiple array filters with the same top-level field name ${name}`);
      this.tests.set(name, parseFilter(filter, scope).test);
      this.unused.add(name);
    }
  }

  /** Notes that a path uses its filters. Code 2 for an identifier that has none. */
  use(path: string): void {
    for (const part of path.split('.')) {
      if (!part.startsWith('$[') || !part.endsWith(']') || part === '$[]') continue;
      const name = part.slice(2, -1);
      if (!this.tests.has(name)) fail(2, `No array filter found for identifier '${name}' in path '${path}'`);
      this.unused.delete(name);
    }
  }

  /** Code 9 when a filter is used by no path. */
  checkAllUsed(): void {
    for (const name of this.unused) fail(9, `The array filter for identifier '${name}' was not used in the update`);
  }

  /** Does an element meet `$[]` or `$[name]`? */
  accepts(part: string, element: Value): boolean {
    const name = part.slice(2, -1);
    const test = this.tests.get(name);
    if (!test) return true;
    const before = matched.index;
    const result = test(new Map([[name, element]]));
    matched.index = before;
    return result;
  }
}

function* topLevelNames(filter: Doc): Generator<string> {
  for (const [key, value] of filter) {
    if (!key.startsWith('$')) yield key.split('.')[0];
    else if (Array.isArray(value)) for (const clause of value) if (clause instanceof Map) yield* topLevelNames(clause);
  }
}
