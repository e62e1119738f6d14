import { isNumeric, toNumber } from '../bson/numbers.ts';
import { type Doc, isNullish, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { OPERATORS } from './registry.ts';
import type { Scope } from './scope.ts';

/** A compiled expression: from the current document to a value; `undefined` is missing. */
export type Expr = (root: Value) => Value;

const constants = new WeakMap<Expr, { value: Value }>();

/** An expression that is always this value. */
export function constant(value: Value): Expr {
  const expr: Expr = () => value;
  constants.set(expr, { value });
  return expr;
}

/** The value of a constant expression, so callers may prepare patterns and time zones once. */
export function constantOf(expr: Expr): { value: Value } | undefined {
  return constants.get(expr);
}

/** Everything counts as true but false, 0, null and missing. */
export function truthy(v: Value): boolean {
  if (typeof v === 'boolean') return v;
  if (isNumeric(v)) return toNumber(v) !== 0;
  return !isNullish(v);
}

export function compileExpression(v: Value, scope: Scope): Expr {
  if (typeof v === 'string') {
    if (v.startsWith('$$')) return variable(v, scope);
    if (v.startsWith('$')) return fieldPath(v.slice(1));
    return constant(v);
  }
  if (Array.isArray(v)) return arrayLiteral(v, scope);
  if (v instanceof Map) return objectExpression(v, scope);
  return constant(v);
}

function arrayLiteral(items: Value[], scope: Scope): Expr {
  const exprs = items.map((item) => compileExpression(item, scope));
  if (exprs.every((expr) => constants.has(expr))) return constant(exprs.map((expr) => expr(null) ?? null));
  return (root) => exprs.map((expr) => expr(root) ?? null);
}

function objectExpression(v: Doc, scope: Scope): Expr {
  const first = v.keys().next().value;
  if (first?.startsWith('$')) {
    if (v.size !== 1) {
      fail(15983, `An object representing an expression must have exactly one field: ${[...v.keys()].join(', ')}`);
    }
    const build = OPERATORS.get(first);
    if (!build) fail(168, `Unrecognized expression '${first}'`);
    return build(v.get(first), scope);
  }
  const fields: [string, Expr][] = [];
  for (const [key, value] of v) {
    if (key.startsWith('$'))
      fail(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
    if (key.includes('.')) fail(16412, `FieldPath field names may not contain '.'.`);
    fields.push([key, compileExpression(value, scope)]);
  }
  return (root) => {
    const result: Doc = new Map();
    for (const [key, expr] of fields) {
      const value = expr(root);
      if (value !== undefined) result.set(key, value);
    }
    return result;
  };
}

function variable(text: string, scope: Scope): Expr {
  const [name, ...rest] = text.slice(2).split('.');
  checkPath(rest, text);
  const cell = scope.get(name);
  if (!cell) {
    if (name === 'ROOT' || name === 'CURRENT')
      return rest.length === 0 ? (root) => root : (root) => pathValue(root, rest, 0);
    fail(17276, `Use of undefined variable: ${name}`);
  }
  if (rest.length === 0) return () => cell.value;
  return () => pathValue(cell.value, rest, 0);
}

function checkPath(parts: string[], text: string): void {
  for (const part of parts) {
    if (part === '')
      fail(text.endsWith('.') ? 40353 : 15998, 'FieldPath must not end with a period or hold an empty component.');
    if (part.startsWith('$')) fail(16410, `FieldPath field names may not start with '$': ${text}`);
  }
}

/** The expression for a path given without its dollar. */
export function fieldPath(path: string): Expr {
  if (path === '') fail(16872, "'$' by itself is not a valid FieldPath");
  const parts = path.split('.');
  checkPath(parts, path);
  if (parts.length === 1) return (root) => (root instanceof Map ? root.get(path) : undefined);
  return (root) => pathValue(root, parts, 0);
}

/** A path as expressions read it: an array on the way gives the array of what its documents hold. */
export function pathValue(v: Value, parts: string[], at: number): Value {
  if (at === parts.length) return v;
  if (v instanceof Map) return pathValue(v.get(parts[at]), parts, at + 1);
  if (!Array.isArray(v)) return undefined;
  const result: Value[] = [];
  for (const element of v) {
    if (!(element instanceof Map)) continue;
    const value = pathValue(element, parts, at);
    if (value !== undefined) result.push(value);
  }
  return result;
}
