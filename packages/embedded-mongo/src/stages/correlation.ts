import { type Doc, isNullish, Regex, type Value } from '../bson/values.ts';
import { compileExpression, type Expr } from '../expressions/compile.ts';
import type { Scope } from '../expressions/scope.ts';

/**
 * A filter that is true for everything the leading `$match` stages of an inner pipeline accept, without variables, so
 * that reading the collection can use an index. The stages themselves still run.
 *
 * Besides the plain conditions it takes `{$expr: {$eq: ['$field', <value without fields>]}}`, also under `$and`: equality
 * of values implies that a query for the value matches, unless the value is an array, null, missing or a pattern.
 */
export function correlatedFilter(stages: Value[], scope: Scope): () => Doc | undefined {
  const plain: Doc[] = [];
  const equalities: [string, Expr][] = [];
  for (const stage of stages) {
    const operand = stage instanceof Map ? stage.get('$match') : undefined;
    if (!(operand instanceof Map)) break;
    collect(operand, plain, equalities, scope);
  }
  return () => {
    const clauses: Doc[] = [...plain];
    for (const [field, expr] of equalities) {
      const value = expr(null);
      if (isNullish(value) || Array.isArray(value) || value instanceof Regex) continue;
      clauses.push(new Map([[field, new Map([['$eq', value]])]]));
    }
    if (clauses.length <= 1) return clauses[0];
    return new Map([['$and', clauses]]);
  };
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
