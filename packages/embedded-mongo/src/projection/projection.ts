import type { Doc, Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Scope } from '../expressions/scope.ts';
import { matched } from '../matcher/paths.ts';
import { type Computed, setComputed, withComputed } from './add-fields.ts';
import { type Leaf, type ParsedPath, type ProjectionKind, parseProjection } from './parse.ts';
import { putAt } from './paths.ts';

/** A compiled projection. */
export interface Projection {
  /** It has a positional `.$`: `apply` must be told which array element the filter matched. */
  needsPositional: boolean;
  /** The projected document; the argument is not changed. */
  apply(document: Doc, positional?: number): Doc;
}

/** What is to be kept or dropped, by path; `true` is the end of a path. */
type Tree = Map<string, true | Tree>;

/** Compiles the projection of find or the operand of `$project`. */
export function compileProjection(spec: Doc, scope: Scope, options: { kind: ProjectionKind }): Projection {
  const paths = parseProjection(spec, scope, options.kind);
  const inclusion = isInclusion(paths);
  const tree: Tree = new Map();
  const computed: Computed = new Map();
  for (const { parts, leaf } of paths) {
    const id = parts.length === 1 && parts[0] === '_id';
    if (!id) checkKind(parts, leaf, inclusion);
    note(tree, computed, parts, leaf, inclusion);
  }
  if (inclusion && !paths.some(({ parts }) => parts[0] === '_id')) tree.set('_id', true);
  const arrays = paths.filter(
    ({ leaf }) => leaf.kind === 'slice' || leaf.kind === 'elemMatch' || leaf.kind === 'positional',
  );
  const computes = computed.size > 0;
  return {
    needsPositional: arrays.some(({ leaf }) => leaf.kind === 'positional'),
    apply: (document, positional) => {
      let result = inclusion ? included(document, tree, computed) : tree.size > 0 ? excluded(document, tree) : document;
      if (computes) result = withComputed(result, computed, document);
      for (const { parts, leaf } of arrays) result = applyToArrays(result, parts, 0, leaf, positional) as Doc;
      return result;
    },
  };
}

/** The first path that is not `_id` decides; `$slice` and `$elemMatch` fit both kinds. */
function isInclusion(paths: ParsedPath[]): boolean {
  for (const { parts, leaf } of paths) {
    if (leaf.kind === 'exclude' && parts.join('.') !== '_id') return false;
    if (leaf.kind === 'include' && parts.join('.') !== '_id') return true;
    if (leaf.kind === 'computed' || leaf.kind === 'positional') return true;
  }
  return paths.some(({ leaf }) => leaf.kind === 'include' || leaf.kind === 'elemMatch');
}

function checkKind(parts: string[], leaf: Leaf, inclusion: boolean): void {
  const path = parts.join('.');
  if (inclusion && leaf.kind === 'exclude') fail(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
  if (inclusion) return;
  if (leaf.kind === 'include') fail(31253, `Cannot do inclusion on field ${path} in exclusion projection`);
  if (leaf.kind === 'computed') fail(31252, `Cannot use expression other than $meta in exclusion projection`);
  if (leaf.kind === 'positional') fail(31395, 'positional projection cannot be used with exclusion');
}

function note(tree: Tree, computed: Computed, parts: string[], leaf: Leaf, inclusion: boolean): void {
  checkCollision(tree, computed, parts);
  if (leaf.kind === 'computed') {
    setComputed(computed, parts, leaf.expr);
    return;
  }
  const wanted = leaf.kind === 'exclude' ? !inclusion : inclusion;
  if (wanted) putAt(tree, parts, true);
}

function checkCollision(tree: Tree, computed: Computed, parts: string[]): void {
  const path = parts.join('.');
  for (const root of [tree, computed] as Map<string, unknown>[]) {
    let at: unknown = root;
    for (let i = 0; i < parts.length && at instanceof Map; i++) {
      at = at.get(parts[i]);
      if (at === undefined) break;
      if (i === parts.length - 1) fail(31250, `Path collision at ${path}`);
      if (!(at instanceof Map))
        fail(31249, `Path collision at ${path} remaining portion ${parts.slice(i + 1).join('.')}`);
    }
  }
}

const NOTHING: Tree = new Map();

/**
 * In the order of the document: what the tree names. Scalars on the way to a deeper path are left out, but for the places
 * where computed fields go.
 */
function included(document: Doc, tree: Tree, computed: Computed): Doc {
  const result: Doc = new Map();
  for (const [key, value] of document) {
    const child = tree.get(key);
    const branch = computed.get(key);
    if (child === true) result.set(key, value);
    else if (child || branch instanceof Map) {
      const inner = includedValue(value, child ?? NOTHING, branch instanceof Map ? branch : NO_FIELDS);
      if (inner !== undefined) result.set(key, inner);
    }
  }
  return result;
}

const NO_FIELDS: Computed = new Map();

function includedValue(value: Value, tree: Tree, computed: Computed): Value {
  if (value instanceof Map) return included(value, tree, computed);
  if (!Array.isArray(value)) return computed.size > 0 ? null : undefined;
  return value.map((element) => includedValue(element, tree, computed)).filter((element) => element !== undefined);
}

function excluded(document: Doc, tree: Tree): Doc {
  const result: Doc = new Map();
  for (const [key, value] of document) {
    const child = tree.get(key);
    if (child === undefined) result.set(key, value);
    else if (child !== true) result.set(key, excludedValue(value, child));
  }
  return result;
}

function excludedValue(value: Value, tree: Tree): Value {
  if (value instanceof Map) return excluded(value, tree);
  if (Array.isArray(value)) return value.map((element) => excludedValue(element, tree));
  return value;
}

/** `$slice`, `$elemMatch` and `.$` change the array at the end of their path. */
function applyToArrays(value: Value, parts: string[], at: number, leaf: Leaf, positional: number | undefined): Value {
  if (at === parts.length) return narrowed(value, leaf, positional);
  if (Array.isArray(value)) {
    if (leaf.kind === 'positional') return narrowed(value, leaf, positional);
    return value.map((element) =>
      element instanceof Map ? applyToArrays(element, parts, at, leaf, positional) : element,
    );
  }
  if (!(value instanceof Map)) return value;
  const before = value.get(parts[at]);
  if (before === undefined) return value;
  const after = applyToArrays(before, parts, at + 1, leaf, positional);
  if (after === before) return value;
  const result = new Map(value);
  if (after === undefined) result.delete(parts[at]);
  else result.set(parts[at], after);
  return result;
}

function narrowed(value: Value, leaf: Leaf, positional: number | undefined): Value {
  if (leaf.kind === 'elemMatch') return Array.isArray(value) ? firstMatch(value, leaf.test) : undefined;
  if (!Array.isArray(value)) return value;
  if (leaf.kind === 'positional') {
    if (positional === undefined || positional >= value.length) {
      fail(
        51246,
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      );
    }
    return [value[positional]];
  }
  if (leaf.kind !== 'slice') return value;
  const { skip, count } = leaf;
  if (skip === undefined) return count < 0 ? value.slice(count) : value.slice(0, count);
  const start = skip < 0 ? Math.max(0, value.length + skip) : skip;
  return value.slice(start, start + count);
}

function firstMatch(array: Value[], test: (v: Value) => boolean): Value {
  const before = matched.index;
  const found = array.findIndex(test);
  matched.index = before;
  return found < 0 ? undefined : [array[found]];
}
