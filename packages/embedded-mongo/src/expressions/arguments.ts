import { type Doc, isNullish, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileExpression, constant, constantOf, type Expr } from './compile.ts';
import type { Build } from './registry.ts';
import type { Scope } from './scope.ts';

/** The operands of an operator that takes a list; one that is no array is a list of one. */
export function operandList(operand: Value, scope: Scope): Expr[] {
  return (Array.isArray(operand) ? operand : [operand]).map((item) => compileExpression(item, scope));
}

/** An operator on `min` to `max` evaluated operands. */
export function operator(name: string, min: number, max: number, apply: (args: Value[]) => Value): Build {
  return (operand, scope) => {
    const exprs = operandList(operand, scope);
    checkArity(name, exprs.length, min, max);
    if (exprs.length === 1) {
      const [only] = exprs;
      return fold(exprs, (root) => apply([only(root)]));
    }
    if (exprs.length === 2) {
      const [first, second] = exprs;
      return fold(exprs, (root) => apply([first(root), second(root)]));
    }
    return fold(exprs, (root) => apply(exprs.map((expr) => expr(root))));
  };
}

/** Evaluates an expression over constants once. Errors are left for the moment a document is at hand. */
function fold(exprs: Expr[], expr: Expr): Expr {
  if (exprs.length === 0 || !exprs.every((e) => constantOf(e))) return expr;
  try {
    return constant(expr(null));
  } catch {
    return expr;
  }
}

export function checkArity(name: string, got: number, min: number, max: number): void {
  if (got >= min && got <= max) return;
  if (min === max) fail(16020, `Expression ${name} takes exactly ${min} arguments. ${got} were passed in.`);
  fail(28667, `Expression ${name} takes at least ${min} arguments, and at most ${max}, but ${got} were passed in.`);
}

/** The named operands of an operator that takes a document; unknown or absent ones are refused. */
export function namedOperands(
  name: string,
  operand: Value,
  scope: Scope,
  required: string[],
  optional: string[] = [],
  codes: { notObject?: number; unknown?: number; missing?: number | Record<string, number> } = {},
): Record<string, Expr | undefined> {
  const fields = objectOperand(name, operand, codes.notObject ?? 9);
  for (const key of fields.keys()) {
    if (!required.includes(key) && !optional.includes(key)) {
      fail(codes.unknown ?? 9, `${name} found an unknown argument: ${key}`);
    }
  }
  for (const key of required) {
    const code = typeof codes.missing === 'object' ? codes.missing[key] : codes.missing;
    if (!fields.has(key)) fail(code ?? 9, `Missing '${key}' parameter to ${name}`);
  }
  return Object.fromEntries([...fields].map(([key, value]) => [key, compileExpression(value, scope)]));
}

export function objectOperand(name: string, operand: Value, code: number): Doc {
  if (!(operand instanceof Map))
    fail(code, `${name} only supports an object as its argument, not ${typeName(operand)}`);
  return operand;
}

/** Wraps an operator of one operand that gives null for null and missing. */
export function nullable(name: string, apply: (v: Exclude<Value, null | undefined>) => Value): Build {
  return operator(name, 1, 1, ([v]) => (isNullish(v) ? null : apply(v as Exclude<Value, null | undefined>)));
}
