import { Collation } from '../bson/collation.ts';
import { equal } from '../bson/compare.ts';
import { isNumeric, toExactInteger, toNumber } from '../bson/numbers.ts';
import { type Doc, isDoc, typeName, type Value } from '../bson/values.ts';
import { fail, MongoError } from '../errors.ts';
import { compileExpression, constantOf } from '../expressions/compile.ts';
import { Scope } from '../expressions/scope.ts';
import type { Hint } from '../planner/plan.ts';
import type { Disk } from '../sort/spill.ts';
import type { Collection } from '../storage/catalog.ts';
import type { CommandContext } from './context.ts';

function wrongType(name: string, v: Value, expected: string): never {
  fail(14, `BSON field '${name}' is the wrong type '${typeName(v)}', expected type '${expected}'`);
}

/** The name of the collection that a command is for. */
export function collectionName({ target, db }: CommandContext): string {
  if (typeof target !== 'string') fail(73, `collection name has invalid type ${typeName(target)}`);
  if (target === '') fail(73, `Invalid namespace specified '${db}.'`);
  return target;
}

export function optionalDoc(options: Doc, name: string): Doc | undefined {
  const v = options.get(name);
  if (v === undefined || v === null) return undefined;
  return isDoc(v) ? v : wrongType(name, v, 'object');
}

export function requiredDoc(options: Doc, name: string): Doc {
  if (!options.has(name)) fail(40414, `BSON field '${name}' is missing but a required field`);
  return optionalDoc(options, name) ?? wrongType(name, options.get(name), 'object');
}

export function requiredArray(options: Doc, name: string): Value[] {
  const v = options.get(name);
  if (v === undefined) fail(40414, `BSON field '${name}' is missing but a required field`);
  return Array.isArray(v) ? v : wrongType(name, v, 'array');
}

export function optionalDocs(options: Doc, name: string): Doc[] | undefined {
  const v = options.get(name);
  if (v === undefined || v === null) return undefined;
  if (!Array.isArray(v)) wrongType(name, v, 'array');
  return v.map((item, i) => (isDoc(item) ? item : wrongType(`${name}.${i}`, item, 'object')));
}

export function flag(options: Doc, name: string, otherwise = false): boolean {
  const v = options.get(name);
  if (v === undefined || v === null) return otherwise;
  if (typeof v === 'boolean') return v;
  return isNumeric(v) ? toNumber(v) !== 0 : wrongType(name, v, 'bool');
}

export function optionalString(options: Doc, name: string): string | undefined {
  const v = options.get(name);
  if (v === undefined || v === null) return undefined;
  return typeof v === 'string' ? v : wrongType(name, v, 'string');
}

/** A whole number that is not negative; code 2 for a negative one. */
export function naturalNumber(options: Doc, name: string): number | undefined {
  const v = options.get(name);
  if (v === undefined || v === null) return undefined;
  if (!isNumeric(v)) wrongType(name, v, 'long');
  const n = toExactInteger(v) ?? Math.trunc(toNumber(v));
  if (Number.isNaN(n)) fail(9, `${name} must be a number`);
  if (n < 0) fail(2, `BSON field '${name}' value must be >= 0, actual value '${n}'`);
  return Math.min(n, Number.MAX_SAFE_INTEGER);
}

/** Refuses fields of a nested document that the server does not know. */
export function onlyFields(options: Doc, owner: string, known: readonly string[]): void {
  for (const name of options.keys()) {
    if (!known.includes(name)) fail(40415, `BSON field '${owner}.${name}' is an unknown field.`);
  }
}

/** How a command or statement wants strings to be compared; undefined for by their bytes. */
export function collationOf(options: Doc): Collation | undefined {
  const collation = optionalDoc(options, 'collation');
  return collation && Collation.of(collation);
}

/** Collections compare strings by their bytes unless a command says otherwise: a collation of their own is refused. */
export function refuseCollation(options: Doc): void {
  const collation = optionalDoc(options, 'collation');
  if (collation && collation.size > 0 && collation.get('locale') !== 'simple') {
    throw new MongoError(115, 'collections with a collation of their own are not supported: give it with the command');
  }
}

/** What a command's expressions see: `$$NOW`, what its `let` defines, and its collation. */
export function scopeOf(command: Doc): Scope {
  const collation = collationOf(command);
  const root = Scope.root([], collation);
  const variables = optionalDoc(command, 'let');
  if (!variables) return root;
  const values: [string, Value][] = [];
  for (const [name, expression] of variables) {
    if (!/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name)) {
      fail(16867, `'${name}' starts with an invalid character for a user variable name`);
    }
    const compiled = compileExpression(expression, root);
    values.push([name, constantOf(compiled)?.value ?? compiled(new Map())]);
  }
  return Scope.root(values, collation);
}

/** Where a command may put what does not fit into memory; `allowDiskUse` is the default, as in MongoDB 6 and later. */
export function diskOf({ server, command }: CommandContext): Disk {
  return { dir: server.store.dir, allowed: flag(command, 'allowDiskUse', true), limit: server.options.memoryLimit };
}

/** The index or the direction of a scan that a hint names; code 2 when there is no such index. */
export function hintOf(collection: Collection | undefined, options: Doc): Hint | undefined {
  const hint = options.get('hint');
  if (hint === undefined || hint === null || (isDoc(hint) && hint.size === 0)) return undefined;
  if (hint === '$natural') return 'natural';
  if (isDoc(hint) && hint.has('$natural')) {
    const direction = hint.get('$natural');
    return isNumeric(direction) && toNumber(direction) < 0 ? 'natural reverse' : 'natural';
  }
  if (!isDoc(hint) && typeof hint !== 'string')
    fail(9, `Field 'hint' must be a string or an object, not ${typeName(hint)}`);
  if (!collection) return undefined;
  const index = collection.indexes.find((each) => (isDoc(hint) ? sameKey(each.key, hint) : each.name === hint));
  if (!index)
    fail(
      2,
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  return index;
}

/** Equal key patterns: the same fields in the same order and direction. */
export function sameKey(a: Doc, b: Doc): boolean {
  if (a.size !== b.size) return false;
  const names = [...b.keys()];
  return [...a.keys()].every((name, i) => name === names[i]) && equal(a, b);
}
