import { compare } from '../bson/compare.ts';
import { isNumeric } from '../bson/numbers.ts';
import { isNullish, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { checkArity, objectOperand, operandList, operator } from './arguments.ts';
import { compileExpression, constant, type Expr, truthy } from './compile.ts';
import { type Build, register } from './registry.ts';
import type { Cell, Scope } from './scope.ts';

function comparison(name: string, result: (c: number) => Value): Build {
  return (operand, scope) => {
    const compareText = scope.collation?.compare;
    return operator(name, 2, 2, ([a, b]) => result(compare(a, b, compareText)))(operand, scope);
  };
}

function cond(operand: Value, scope: Scope): Expr {
  let parts: Value[];
  if (operand instanceof Map) {
    for (const key of operand.keys()) {
      if (!['if', 'then', 'else'].includes(key)) fail(17083, `Unrecognized parameter to $cond: ${key}`);
    }
    if (!operand.has('if')) fail(17080, "Missing 'if' parameter to $cond");
    if (!operand.has('then')) fail(17081, "Missing 'then' parameter to $cond");
    if (!operand.has('else')) fail(17082, "Missing 'else' parameter to $cond");
    parts = [operand.get('if'), operand.get('then'), operand.get('else')];
  } else {
    parts = Array.isArray(operand) ? operand : [operand];
    checkArity('$cond', parts.length, 3, 3);
  }
  const [test, yes, no] = parts.map((part) => compileExpression(part, scope));
  return (root) => (truthy(test(root)) ? yes(root) : no(root));
}

function switchCase(operand: Value, scope: Scope): Expr {
  const fields = objectOperand('$switch', operand, 40060);
  for (const key of fields.keys()) {
    if (key !== 'branches' && key !== 'default') fail(40067, `$switch found an unknown argument: ${key}`);
  }
  const list = fields.get('branches') ?? [];
  if (!Array.isArray(list)) fail(40061, `$switch expected an array for 'branches', found: ${typeName(list)}`);
  if (list.length === 0) fail(40068, '$switch requires at least one branch.');
  const branches = list.map((item): [Expr, Expr] => {
    const branch = objectOperand('$switch branch', item, 40062);
    for (const key of branch.keys())
      if (key !== 'case' && key !== 'then') fail(40063, `$switch found an unknown argument to a branch: ${key}`);
    if (!branch.has('case')) fail(40064, "$switch requires each branch have a 'case' expression");
    if (!branch.has('then')) fail(40065, "$switch requires each branch have a 'then' expression.");
    return [compileExpression(branch.get('case'), scope), compileExpression(branch.get('then'), scope)];
  });
  const otherwise = fields.has('default') ? compileExpression(fields.get('default'), scope) : undefined;
  return (root) => {
    for (const [test, then] of branches) if (truthy(test(root))) return then(root);
    if (!otherwise) fail(40066, '$switch could not find a matching branch for an input, and no default was specified.');
    return otherwise(root);
  };
}

function letVariables(operand: Value, scope: Scope): Expr {
  const fields = objectOperand('$let', operand, 16874);
  for (const key of fields.keys())
    if (key !== 'vars' && key !== 'in') fail(16875, `Unrecognized parameter to $let: ${key}`);
  const vars = fields.get('vars');
  if (vars === undefined) fail(16876, "Missing 'vars' parameter to $let");
  if (!fields.has('in')) fail(16877, "Missing 'in' parameter to $let");
  const bindings: [Cell, Expr][] = [];
  let inner = scope;
  for (const [name, value] of objectOperand('$let', vars, 10065)) {
    const cell: Cell = { value: undefined };
    bindings.push([cell, compileExpression(value, scope)]);
    inner = inner.with(name, cell);
  }
  const body = compileExpression(fields.get('in'), inner);
  return (root) => {
    // All are evaluated before any is bound: one must not see another.
    const values = bindings.map(([, expr]) => expr(root));
    for (let i = 0; i < bindings.length; i++) bindings[i][0].value = values[i];
    return body(root);
  };
}

function ifNull(operand: Value, scope: Scope): Expr {
  const exprs = operandList(operand, scope);
  if (exprs.length < 2) fail(1257300, `$ifNull needs at least two arguments, had: ${exprs.length}`);
  return (root) => {
    let value: Value;
    for (const expr of exprs) {
      value = expr(root);
      if (!isNullish(value)) return value;
    }
    return value;
  };
}

register({
  $eq: comparison('$eq', (c) => c === 0),
  $ne: comparison('$ne', (c) => c !== 0),
  $gt: comparison('$gt', (c) => c > 0),
  $gte: comparison('$gte', (c) => c >= 0),
  $lt: comparison('$lt', (c) => c < 0),
  $lte: comparison('$lte', (c) => c <= 0),
  $cmp: comparison('$cmp', Math.sign),
  $and: (operand, scope) => {
    const exprs = operandList(operand, scope);
    return (root) => exprs.every((expr) => truthy(expr(root)));
  },
  $or: (operand, scope) => {
    const exprs = operandList(operand, scope);
    return (root) => exprs.some((expr) => truthy(expr(root)));
  },
  $not: operator('$not', 1, 1, ([v]) => !truthy(v)),
  $cond: cond,
  $switch: switchCase,
  $ifNull: ifNull,
  $let: letVariables,
  $literal: (operand) => constant(operand),
  $type: operator('$type', 1, 1, ([v]) => typeName(v)),
  $isNumber: operator('$isNumber', 1, 1, ([v]) => isNumeric(v)),
  $isArray: operator('$isArray', 1, 1, ([v]) => Array.isArray(v)),
  $rand: (operand, scope) => {
    checkArity('$rand', operandList(operand instanceof Map && operand.size === 0 ? [] : operand, scope).length, 0, 0);
    return () => Math.random();
  },
});
