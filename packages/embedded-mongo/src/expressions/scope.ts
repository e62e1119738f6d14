import type { Collation } from '../bson/collation.ts';
import { DateTime, Timestamp, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';

/** A variable at run time. Expressions never recurse into themselves, so each variable needs one cell only. */
export interface Cell {
  value: Value;
}

/** The variables that an expression sees, by name, while it is compiled. */
export class Scope {
  private readonly cells: Map<string, Cell>;

  /** How strings compare; by their bytes when there is none. */
  readonly collation: Collation | undefined;

  private constructor(cells: Map<string, Cell>, collation: Collation | undefined) {
    this.cells = cells;
    this.collation = collation;
  }

  /** The scope of a command: `$$NOW`, `$$CLUSTER_TIME`, the command's `let` and its collation. */
  static root(variables: Iterable<[string, Value]> = [], collation?: Collation): Scope {
    const cells = new Map<string, Cell>([
      ['NOW', { value: new DateTime(Date.now()) }],
      ['CLUSTER_TIME', { value: Timestamp.next() }],
      ['REMOVE', { value: undefined }],
    ]);
    for (const [name, value] of variables) cells.set(name, { value });
    return new Scope(cells, collation);
  }

  /** The same variables where strings compare by a collation. */
  collated(collation: Collation | undefined): Scope {
    return new Scope(this.cells, collation);
  }

  /** A scope with one more variable; the name must be one that a user may define. */
  with(name: string, cell: Cell): Scope {
    if (!/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name) && name !== 'CURRENT') {
      fail(16867, `'${name}' starts with an invalid character for a user variable name`);
    }
    return this.define(name, cell);
  }

  /** A scope with one more variable of the system's own. */
  define(name: string, cell: Cell): Scope {
    return new Scope(new Map(this.cells).set(name, cell), this.collation);
  }

  get(name: string): Cell | undefined {
    return this.cells.get(name);
  }
}
