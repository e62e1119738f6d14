import { isNumeric, toNumber } from '../bson/numbers.ts';
import { cloneValue, type Doc, Regex, SymbolValue, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileExpression, truthy } from '../expressions/compile.ts';
import '../expressions/operators.ts';
import type { Scope } from '../expressions/scope.ts';
import type { Filter, Node } from './ast.ts';
import { compileJsonSchema } from './json-schema.ts';
import { bits, equalTo, hasSize, hasType, matches, modulo, oneOf, ordered } from './operators.ts';
import { anyAt, matched, splitPath, type Test } from './paths.ts';
import { literalPrefix } from './regex.ts';

const OTHER: Node = { kind: 'other' };

/** Operators of a query that stand at the top level. */
export const TOP_LEVEL_OPERATORS = [
  '$and',
  '$or',
  '$nor',
  '$expr',
  '$comment',
  '$jsonSchema',
  '$alwaysTrue',
  '$alwaysFalse',
  '$sampleRate',
];

/** Operators of a query that are applied to a field. */
export const FIELD_OPERATORS = [
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$nin',
  '$not',
  '$exists',
  '$type',
  '$size',
  '$all',
  '$elemMatch',
  '$mod',
  '$regex',
  '$options',
  '$bitsAllSet',
  '$bitsAllClear',
  '$bitsAnySet',
  '$bitsAnyClear',
  '$comment',
];

/** Compiles a query filter. Throws code 2 and its relatives on anything unknown or malformed. */
export function parseFilter(filter: Doc, scope: Scope): Filter {
  const parts: Filter[] = [];
  for (const [key, value] of filter) {
    if (key.startsWith('$')) parts.push(...topLevel(key, value, scope));
    else parts.push(...parseField(key, value, scope));
  }
  return all(parts);
}

function all(parts: Filter[]): Filter {
  if (parts.length === 1) return parts[0];
  const tests = parts.map((part) => part.test);
  return {
    test: (v) => {
      for (const test of tests) if (!test(v)) return false;
      return true;
    },
    node: { kind: 'and', children: parts.map((part) => part.node) },
  };
}

function any(parts: Filter[]): Filter {
  const tests = parts.map((part) => part.test);
  return { test: (v) => tests.some((test) => test(v)), node: { kind: 'or', children: parts.map((part) => part.node) } };
}

/** Negation never tells the positional operator anything. */
function not(part: Filter): Filter {
  return {
    test: (v) => {
      const before = matched.index;
      const result = !part.test(v);
      matched.index = before;
      return result;
    },
    node: OTHER,
  };
}

function topLevel(op: string, value: Value, scope: Scope): Filter[] {
  switch (op) {
    case '$and':
      return [all(clauses(op, value, scope))];
    case '$or':
      return [any(clauses(op, value, scope))];
    case '$nor':
      return [not(any(clauses(op, value, scope)))];
    case '$expr': {
      const expression = compileExpression(value, scope);
      return [{ test: (v) => truthy(expression(v as Doc)), node: OTHER }];
    }
    case '$comment':
      return [];
    case '$alwaysTrue':
    case '$alwaysFalse':
      if (!isNumeric(value) || toNumber(value) !== 1) fail(9, `${op} must be an integer value of 1`);
      return op === '$alwaysTrue' ? [] : [{ test: () => false, node: OTHER }];
    case '$sampleRate': {
      const rate = isNumeric(value) ? toNumber(value) : Number.NaN;
      if (!(rate >= 0 && rate <= 1)) fail(2, 'numeric argument to $sampleRate must be in [0, 1]');
      return [{ test: () => Math.random() < rate, node: OTHER }];
    }
    case '$jsonSchema':
      return [{ test: compileJsonSchema(value), node: OTHER }];
    case '$text':
      return fail(27, 'text index required for $text query');
    default:
      return fail(
        2,
        `unknown top level operator: ${op}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
}

function clauses(op: string, value: Value, scope: Scope): Filter[] {
  if (!Array.isArray(value)) fail(2, `${op} must be an array`);
  if (value.length === 0) fail(2, `${op} must be a nonempty array`);
  return value.map((clause) => {
    if (!(clause instanceof Map)) fail(2, `${op} entries need to be full objects`);
    return parseFilter(clause, scope);
  });
}

/** True for `{$gt: 1}`, false for `{a: 1}` and for a DBRef. */
export function isOperatorDoc(v: Value): v is Doc {
  if (!(v instanceof Map)) return false;
  const first = v.keys().next().value;
  return first?.startsWith('$') === true && first !== '$ref' && first !== '$id' && first !== '$db';
}

function parseField(path: string, value: Value, scope: Scope): Filter[] {
  if (isOperatorDoc(value)) return parseOperators(path, value, scope);
  if (value instanceof Regex) return [regexFilter(path, value)];
  return [compareFilter(path, '$eq', value, scope)];
}

/** The conditions of one operator document, for a path; an empty path tests the value itself. */
export function parseOperators(path: string, operators: Doc, scope: Scope): Filter[] {
  const result: Filter[] = [];
  for (const [op, operand] of operators) {
    if (op === '$options') {
      if (!operators.has('$regex')) fail(2, '$options needs a $regex');
      continue;
    }
    const filter = parseOperator(path, op, operand, operators, scope);
    if (filter) result.push(filter);
  }
  return result;
}

function at(path: string, expand: boolean, test: Test, node: Node = OTHER): Filter {
  if (path === '') return { test, node: OTHER };
  const parts = splitPath(path);
  if (parts.length === 1) {
    // The common case without the walk: a plain field of a document.
    return {
      test: (v) => {
        if (!(v instanceof Map)) return anyAt(v, parts, 0, expand, test);
        const value = v.get(path);
        return Array.isArray(value) ? anyAt(value, parts, 1, expand, test) : test(value);
      },
      node,
    };
  }
  return { test: (v) => anyAt(v, parts, 0, expand, test), node };
}

type Comparison = '$eq' | '$gt' | '$gte' | '$lt' | '$lte';

function compareFilter(path: string, op: Comparison, value: Value, { collation }: Scope): Filter {
  const test = op === '$eq' ? equalTo(value, collation) : ordered(op, value, collation);
  // The indexes order strings by their bytes, so they are of no use where a collation decides.
  if (collation && holdsText(value)) return at(path, true, test);
  return at(path, true, test, { kind: 'compare', path, op, value: cloneValue(value) });
}

function holdsText(v: Value): boolean {
  if (Array.isArray(v)) return v.some(holdsText);
  if (v instanceof Map) return [...v.values()].some(holdsText);
  return typeof v === 'string' || v instanceof SymbolValue;
}

function regexFilter(path: string, regex: Regex): Filter {
  const prefix = literalPrefix(regex);
  return at(path, true, matches(regex), prefix === '' ? OTHER : { kind: 'prefix', path, prefix, regex });
}

function parseOperator(path: string, op: string, operand: Value, siblings: Doc, scope: Scope): Filter | undefined {
  switch (op) {
    case '$eq':
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      if (operand instanceof Regex && op !== '$eq')
        fail(2, `Can't have RegEx as arg to predicate over field '${path}'.`);
      return compareFilter(path, op, operand, scope);
    case '$ne':
      if (operand instanceof Regex) fail(2, "Can't have regex as arg to $ne.");
      return not(compareFilter(path, '$eq', operand, scope));
    case '$in':
      return inFilter(path, op, operand, scope);
    case '$nin':
      return not(inFilter(path, op, operand, scope));
    case '$not':
      return notFilter(path, operand, scope);
    case '$exists': {
      const wanted = truthy(operand);
      const exists = at(path, false, (v) => v !== undefined, { kind: 'exists', path });
      return wanted ? exists : not(exists);
    }
    case '$type':
      return at(path, true, hasType(operand));
    case '$size':
      return at(path, false, hasSize(operand));
    case '$mod':
      return at(path, true, modulo(operand));
    case '$regex':
      return regexFilter(path, regexOf(operand, siblings.get('$options')));
    case '$all':
      return allFilter(path, operand, scope);
    case '$elemMatch':
      return elemMatchFilter(path, operand, scope);
    case '$bitsAllSet':
    case '$bitsAllClear':
    case '$bitsAnySet':
    case '$bitsAnyClear':
      return at(path, true, bits(op, operand));
    case '$comment':
      return undefined;
    default:
      return fail(2, `unknown operator: ${op}`);
  }
}

function regexOf(operand: Value, options: Value): Regex {
  if (options !== undefined && typeof options !== 'string') fail(2, '$options has to be a string');
  if (operand instanceof Regex) {
    if (options !== undefined && operand.options !== '') fail(51075, 'options set in both $regex and $options');
    return new Regex(operand.pattern, options ?? operand.options);
  }
  if (typeof operand !== 'string') fail(2, '$regex has to be a string');
  return new Regex(operand, options ?? '');
}

function inFilter(path: string, op: string, operand: Value, { collation }: Scope): Filter {
  if (!Array.isArray(operand)) fail(2, `${op} needs an array`);
  if (operand.some(isOperatorDoc)) fail(2, `cannot nest $ under ${op}`);
  const plain = !operand.some((item) => item instanceof Regex) && !(collation && holdsText(operand));
  return at(path, true, oneOf(operand, collation), plain ? { kind: 'in', path, values: operand } : OTHER);
}

function notFilter(path: string, operand: Value, scope: Scope): Filter {
  if (operand instanceof Regex) return not(regexFilter(path, operand));
  if (!(operand instanceof Map)) fail(2, '$not needs a regex or a document');
  if (operand.size === 0) fail(2, '$not cannot be empty');
  return not(all(parseOperators(path, operand, scope)));
}

function allFilter(path: string, operand: Value, scope: Scope): Filter {
  if (!Array.isArray(operand)) fail(2, '$all needs an array');
  if (operand.length === 0) return { test: () => false, node: OTHER };
  const elementMatches = operand.filter((item) => item instanceof Map && item.has('$elemMatch')).length;
  if (elementMatches > 0 && elementMatches < operand.length) fail(2, 'no $ expressions in $all');
  return all(
    operand.map((item) => {
      if (item instanceof Regex) return regexFilter(path, item);
      if (item instanceof Map && item.has('$elemMatch')) return elemMatchFilter(path, item.get('$elemMatch'), scope);
      if (isOperatorDoc(item)) fail(2, 'no $ expressions in $all');
      return compareFilter(path, '$eq', item, scope);
    }),
  );
}

/** Is this a condition on a value, as `{$gt: 1}`, and no query on the fields of a document, as `{a: 1}` or `{$or: [...]}`? */
export function isValueCondition(v: Doc): boolean {
  return isOperatorDoc(v) && !TOP_LEVEL_OPERATORS.includes(v.keys().next().value as string);
}

/** The operand of `$elemMatch`, to be tested on single elements: one that is an array is not entered. */
export function parseElementMatch(operand: Doc, scope: Scope): Filter {
  if (isValueCondition(operand)) return all(parseOperators('', operand, scope));
  const { test, node } = parseFilter(operand, scope);
  return { test: (v) => (v instanceof Map || Array.isArray(v)) && test(v), node };
}

function elemMatchFilter(path: string, operand: Value, scope: Scope): Filter {
  if (!(operand instanceof Map)) fail(2, `$elemMatch needs an Object, not ${typeName(operand)}`);
  const inner = parseElementMatch(operand, scope);
  const test: Test = (v) => {
    if (!Array.isArray(v)) return false;
    for (let i = 0; i < v.length; i++) {
      if (inner.test(v[i])) {
        matched.index = i;
        return true;
      }
    }
    return false;
  };
  const children = isValueCondition(operand) || inner.node.kind === 'other' ? [] : [inner.node];
  return at(path, false, test, { kind: 'elemMatch', path, children });
}
