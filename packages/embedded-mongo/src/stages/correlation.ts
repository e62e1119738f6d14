import { type Doc, isNullish, Regex, type Value } from '../bson/values.ts';
import { compileExpression, type Expr } from '../expressions/compile.ts';
import type { Scope } from '../expressions/scope.ts';

/** What the leading `$match` stages of an inner pipeline tell of the documents it needs; the stages themselves still run. */
export interface Correlation {
  /** Conditions without variables, as a filter that an index may serve; undefined for none. */
  constant: Doc | undefined;
  /**
   * A field that must equal something of the outer document: from `{$expr: {$eq: ['$field', '$$variable']}}`, also under
   * `$and`. `value` reads the variables that are bound now; it is undefined where equality of values does not imply that a
   * query for the value matches: for arrays, null, missing and patterns.
   */
  equality: { field: string; value(): Value } | undefined;
}

export function correlationOf(stages: Value[], scope: Scope): Correlation {
  const plain: Doc[] = [];
  const equalities: [string, Expr][] = [];
  for (const stage of stages) {
    const operand = stage instanceof Map ? stage.get('$match') : undefined;
    if (!(operand instanceof Map)) break;
    collect(operand, plain, equalities, scope);
  }
  const equality = equalities.map(([field, expr]) => ({ field, value: () => usable(expr(null)) }))[0];
  return { constant: conjunction(plain), equality };
}

function usable(value: Value): Value {
  return isNullish(value) || Array.isArray(value) || value instanceof Regex ? undefined : value;
}

/** All of these filters in one; undefined for none. */
export function conjunction(filters: Doc[]): Doc | undefined {
  return filters.length <= 1 ? filters[0] : new Map([['$and', filters]]);
}

function collect(filter: Doc, plain: Doc[], equalities: [string, Expr][], scope: Scope): void {
  for (const [key, value] of filter) {
    if (key === '$expr') collectExpression(value, equalities, scope);
    else if (key === '$and' && Array.isArray(value)) {
      for (const clause of value) if (clause instanceof Map) collect(clause, plain, equalities, scope);
    } else if (!mentionsExpression(value)) plain.push(new Map([[key, value]]));
  }
}

function collectExpression(expression: Value, equalities: [string, Expr][], scope: Scope): void {
  if (!(expression instanceof Map) || expression.size !== 1) return;
  const [[name, operand]] = expression;
  if (!Array.isArray(operand)) return;
  if (name === '$and') for (const part of operand) collectExpression(part, equalities, scope);
  if (name !== '$eq' || operand.length !== 2) return;
  for (const [field, other] of [operand, operand.toReversed()]) {
    if (
      typeof field === 'string' &&
      /^\$[^$]/.test(field) &&
      typeof other === 'string' &&
      /^\$\$(?!ROOT|CURRENT)/.test(other)
    ) {
      equalities.push([field.slice(1), compileExpression(other, scope)]);
      return;
    }
  }
}

function mentionsExpression(v: Value): boolean {
  if (Array.isArray(v)) return v.some(mentionsExpression);
  if (!(v instanceof Map)) return false;
  return v.has('$expr') || [...v.values()].some(mentionsExpression);
}
