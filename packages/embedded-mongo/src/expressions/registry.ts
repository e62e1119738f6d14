import type { Value } from '../bson/values.ts';
import type { Expr } from './compile.ts';
import type { Scope } from './scope.ts';

/** Compiles the operand of one operator. */
export type Build = (operand: Value, scope: Scope) => Expr;

/** Every expression operator by name; the files of this folder fill it in. */
export const OPERATORS = new Map<string, Build>();

export function register(operators: Record<string, Build>): void {
  for (const [name, build] of Object.entries(operators)) OPERATORS.set(name, build);
}
