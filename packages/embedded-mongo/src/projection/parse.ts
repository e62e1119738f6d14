import { isNumeric, toNumber } from '../bson/numbers.ts';
import { type Doc, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileExpression, type Expr } from '../expressions/compile.ts';
import { OPERATORS } from '../expressions/registry.ts';
import type { Scope } from '../expressions/scope.ts';
import { parseElementMatch } from '../matcher/parse.ts';
import type { Test } from '../matcher/paths.ts';
import { splitFieldPath } from './paths.ts';

/** What a projection says about one path. */
export type Leaf =
  | { kind: 'include' }
  | { kind: 'exclude' }
  | { kind: 'computed'; expr: Expr }
  | { kind: 'slice'; skip: number | undefined; count: number }
  | { kind: 'elemMatch'; test: Test }
  | { kind: 'positional' };

export interface ParsedPath {
  parts: string[];
  leaf: Leaf;
}

export type ProjectionKind = 'find' | 'aggregate';

/** Reads a projection into its paths, in the order given. */
export function parseProjection(spec: Doc, scope: Scope, kind: ProjectionKind): ParsedPath[] {
  const paths: ParsedPath[] = [];
  for (const [path, value] of spec) parsePath(path, value, scope, kind, paths);
  const positionals = paths.filter(({ leaf }) => leaf.kind === 'positional');
  if (positionals.length > 1) fail(31276, 'Cannot specify more than one positional projection per query.');
  if (positionals.length === 1 && paths.some(({ leaf }) => leaf.kind === 'elemMatch')) {
    fail(31255, 'Cannot specify positional operator and $elemMatch.');
  }
  return paths;
}

function parsePath(path: string, value: Value, scope: Scope, kind: ProjectionKind, paths: ParsedPath[]): void {
  if (kind === 'find' && path.split('.').includes('$')) {
    parsePositional(path, value, paths);
    return;
  }
  const parts = splitFieldPath(path);
  if (typeof value === 'boolean') paths.push({ parts, leaf: { kind: value ? 'include' : 'exclude' } });
  else if (isNumeric(value)) paths.push({ parts, leaf: { kind: toNumber(value) !== 0 ? 'include' : 'exclude' } });
  else if (!(value instanceof Map))
    paths.push({ parts, leaf: { kind: 'computed', expr: compileExpression(value, scope) } });
  else if (value.size === 0)
    fail(51270, `An empty sub-projection is not a valid value. Found empty object at path ${path}`);
  else if (value.keys().next().value?.startsWith('$'))
    paths.push({ parts, leaf: operatorLeaf(path, value, scope, kind) });
  else {
    for (const [inner, innerValue] of value) {
      if (inner.startsWith('$')) fail(31325, `Unknown expression ${inner}`);
      parsePath(`${path}.${inner}`, innerValue, scope, kind, paths);
    }
  }
}

function parsePositional(path: string, value: Value, paths: ParsedPath[]): void {
  if (!path.endsWith('.$') || path.split('.').filter((part) => part === '$').length > 1) {
    fail(
      31394,
      "it's illegal to specify positional operator in the middle of a path. Positional projection may only be used at the end, for example: a.b.$.",
    );
  }
  const on = value === true || (isNumeric(value) && toNumber(value) !== 0);
  if (!on) fail(31395, 'positional projection cannot be used with exclusion');
  paths.push({ parts: splitFieldPath(path.slice(0, -2)), leaf: { kind: 'positional' } });
}

function operatorLeaf(path: string, value: Doc, scope: Scope, kind: ProjectionKind): Leaf {
  const [[name, operand]] = value;
  if (kind === 'find' && name === '$slice') {
    const slice = findSlice(operand);
    if (slice) return slice;
  }
  if (kind === 'find' && name === '$elemMatch') return elemMatch(path, operand, scope);
  if (name === '$meta') fail(40218, `query requires ${String(operand)} metadata, but it is not available`);
  if (!OPERATORS.has(name)) fail(31325, `Unknown expression ${name}`);
  return { kind: 'computed', expr: compileExpression(value, scope) };
}

/** `{$slice: n}` or `{$slice: [skip, n]}` of find; undefined when it is the expression of the same name. */
function findSlice(operand: Value): Leaf | undefined {
  if (isNumeric(operand)) return { kind: 'slice', skip: undefined, count: clampInt32(toNumber(operand)) };
  if (!Array.isArray(operand))
    fail(28667, `$slice only supports numbers and [skip, limit] arrays, not ${typeName(operand)}`);
  const [skip, count] = operand;
  if (!isNumeric(skip)) return undefined;
  if (operand.length !== 2 || !isNumeric(count)) fail(28667, '$slice takes [skip, limit] of numbers');
  if (toNumber(count) <= 0) fail(28724, '$slice limit must be positive');
  return { kind: 'slice', skip: clampInt32(toNumber(skip)), count: clampInt32(toNumber(count)) };
}

function clampInt32(n: number): number {
  return Math.max(-2147483648, Math.min(2147483647, Math.trunc(n)));
}

function elemMatch(path: string, operand: Value, scope: Scope): Leaf {
  if (!(operand instanceof Map))
    fail(31274, `elemMatch: Invalid argument, object required, but got ${typeName(operand)}`);
  if (path.includes('.')) fail(31275, 'Cannot use $elemMatch projection on a nested field');
  return { kind: 'elemMatch', test: parseElementMatch(operand, scope).test };
}
