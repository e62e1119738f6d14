import type { Doc, Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileExpression, type Expr } from '../expressions/compile.ts';
import type { Scope } from '../expressions/scope.ts';
import { splitFieldPath } from './paths.ts';

/** Computed fields by path: a leaf is an expression, a branch the fields below. */
export type Computed = Map<string, Expr | Computed>;

/** Compiles the operand of `$addFields`. Code 40176 and its relatives where paths collide. */
export function compileComputed(spec: Doc, scope: Scope): Computed {
  if (spec.size === 0) fail(40177, 'specification must have at least one field');
  const tree: Computed = new Map();
  for (const [path, value] of spec) addComputed(tree, splitFieldPath(path), value, scope);
  return tree;
}

function addComputed(tree: Computed, parts: string[], value: Value, scope: Scope): void {
  if (value instanceof Map && !value.keys().next().value?.startsWith('$')) {
    if (value.size === 0)
      fail(40180, `an empty object is not a valid value. Found an empty object at '${parts.join('.')}'`);
    for (const [path, inner] of value) {
      if (path.startsWith('$')) fail(40182, `cannot mix operators and fields at '${parts.join('.')}'`);
      if (path.includes('.')) fail(40183, `cannot use dotted field name '${path}' in a sub object`);
      addComputed(tree, [...parts, path], inner, scope);
    }
    return;
  }
  if (value instanceof Map && value.size > 1) fail(40182, `cannot mix operators and fields at '${parts.join('.')}'`);
  setComputed(tree, parts, compileExpression(value, scope));
}

/** Puts one expression at a path. Code 40176 where another one is at the path, above it or below it. */
export function setComputed(tree: Computed, parts: string[], expr: Expr): void {
  let at = tree;
  for (const part of parts.slice(0, -1)) {
    let next = at.get(part);
    if (typeof next === 'function')
      fail(40176, `specification contains two conflicting paths. Cannot specify '${parts.join('.')}'`);
    if (!next) {
      next = new Map();
      at.set(part, next);
    }
    at = next;
  }
  const last = parts[parts.length - 1];
  if (at.has(last)) fail(40176, `specification contains two conflicting paths. Cannot specify '${parts.join('.')}'`);
  at.set(last, expr);
}

/** The document with the computed fields: present ones change in place, new ones come last, missing values go. */
export function withComputed(document: Doc, computed: Computed, root: Value): Doc {
  const result: Doc = new Map(document);
  for (const [name, item] of computed) {
    const value = typeof item === 'function' ? item(root) : computedInside(result.get(name), item, root);
    if (value === undefined) result.delete(name);
    else result.set(name, value);
  }
  return result;
}

/** A branch goes into every element of an array; anything that is no document becomes one. */
function computedInside(value: Value, computed: Computed, root: Value): Value {
  if (Array.isArray(value)) return value.map((element) => computedInside(element, computed, root));
  return withComputed(value instanceof Map ? value : new Map(), computed, root);
}

/** A function that sets one path of a document as `$addFields` does; an undefined value removes it. */
export function fieldSetter(path: string): (document: Doc, value: Value) => Doc {
  let current: Value;
  const tree: Computed = new Map();
  setComputed(tree, splitFieldPath(path), () => current);
  return (document, value) => {
    current = value;
    return withComputed(document, tree, document);
  };
}
