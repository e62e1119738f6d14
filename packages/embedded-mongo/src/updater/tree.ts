import { compareFieldNames } from '../bson/keys.ts';
import type { Doc, Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { isIndex } from '../matcher/paths.ts';
import type { ArrayFilters } from './array-filters.ts';

/** What an update knows of the document it is applied to. */
export interface ApplyContext {
  /** The document before the update. */
  original: Doc;
  /** The array element that the query matched, for `$`. */
  positional: number | undefined;
  isInsert: boolean;
}

/** What is to happen at the end of one path. */
export interface Modifier {
  /** Makes the path where it is missing; the others do nothing there. */
  creates: boolean;
  /** Does nothing where a scalar stands in the way of the path, instead of failing. */
  lenient?: boolean;
  /** False when it has nothing to do with this document. */
  active?(context: ApplyContext): boolean;
  /** The new value: the same reference for no change, undefined to remove. */
  apply(old: Value, context: ApplyContext): Value;
}

/** The paths of an update as a tree, so that each is applied once and conflicts show. */
export type Node =
  | { kind: 'leaf'; modifier: Modifier }
  | { kind: 'fields'; children: Map<string, Node> }
  | { kind: 'elements'; children: Map<string, Node> };

export function emptyTree(): Node & { kind: 'fields' } {
  return { kind: 'fields', children: new Map() };
}

function isElements(part: string): boolean {
  return part.startsWith('$[') && part.endsWith(']');
}

/** Adds a path to the tree. Code 40 where two modifiers would touch the same place. */
export function insert(tree: Node & { kind: 'fields' }, path: string, modifier: Modifier): void {
  const parts = splitUpdatePath(path);
  let node: Exclude<Node, { kind: 'leaf' }> = tree;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    const next = node.children.get(part);
    const conflict = () =>
      fail(40, `Updating the path '${path}' would create a conflict at '${parts.slice(0, i + 1).join('.')}'`);
    if (i === parts.length - 1) {
      if (next) conflict();
      node.children.set(part, { kind: 'leaf', modifier });
      return;
    }
    const kind = isElements(parts[i + 1]) ? 'elements' : 'fields';
    if (!next) {
      const made: Exclude<Node, { kind: 'leaf' }> = { kind, children: new Map() };
      node.children.set(part, made);
      node = made;
    } else {
      if (next.kind !== kind) conflict();
      node = next as Exclude<Node, { kind: 'leaf' }>;
    }
  }
}

function splitUpdatePath(path: string): string[] {
  if (path === '') fail(56, 'An empty update path is not valid.');
  const parts = path.split('.');
  if (parts.includes('')) fail(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  if (parts[0] === '$') fail(2, `Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  if (isElements(parts[0]))
    fail(2, `Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '${path}'`);
  if (parts.filter((part) => part === '$').length > 1)
    fail(2, `Too many positional (i.e. '$') elements found in path '${path}'`);
  for (const part of parts) {
    if (
      part.startsWith('$') &&
      part !== '$' &&
      !isElements(part) &&
      part !== '$id' &&
      part !== '$ref' &&
      part !== '$db'
    ) {
      fail(52, `The dollar ($) prefixed field '${part}' in '${path}' is not allowed in the context of an update.`);
    }
  }
  return parts;
}

/** Sorts the children once, after the last path: new fields are added in this order. */
export function sortTree(node: Node): void {
  if (node.kind === 'leaf') return;
  const sorted = [...node.children].sort(([a], [b]) => compareFieldNames(a, b));
  node.children = new Map(sorted);
  for (const [, child] of sorted) sortTree(child);
}

export function hasPositional(node: Node): boolean {
  if (node.kind === 'leaf') return false;
  return [...node.children].some(([name, child]) => name === '$' || hasPositional(child));
}

/** Two subtrees that turned out to be for the same place. */
function merge(a: Node, b: Node, path: string): Node {
  if (a.kind === 'leaf' || b.kind === 'leaf' || a.kind !== b.kind) {
    fail(40, `Updating the path '${path}' would create a conflict at '${path}'`);
  }
  const children = new Map(a.children);
  for (const [name, child] of b.children) {
    const other = children.get(name);
    children.set(name, other ? merge(other, child, `${path}.${name}`) : child);
  }
  return { kind: a.kind, children };
}

/** Applies trees to values. Values are never changed in place: what changes is copied. */
export class TreeWalk {
  private readonly context: ApplyContext;
  private readonly filters: ArrayFilters;

  constructor(context: ApplyContext, filters: ArrayFilters) {
    this.context = context;
    this.filters = filters;
  }

  apply(node: Node, old: Value, path: string): Value {
    if (node.kind === 'leaf') {
      const { modifier } = node;
      if (old === undefined && !modifier.creates) return undefined;
      if (modifier.active?.(this.context) === false) return old;
      return modifier.apply(old, this.context);
    }
    return node.kind === 'fields' ? this.fields(node.children, old, path) : this.elements(node.children, old, path);
  }

  private fields(children: Map<string, Node>, old: Value, path: string): Value {
    const resolved = this.resolvePositional(children, path);
    if (old instanceof Map) return this.intoDocument(resolved, old, path);
    if (Array.isArray(old)) return this.intoArray(resolved, old, path);
    if (old === undefined) {
      const made = this.intoDocument(resolved, new Map(), path) as Doc;
      return made.size === 0 ? undefined : made;
    }
    for (const [name, child] of resolved) this.blocked(child, name, path);
    return old;
  }

  private resolvePositional(children: Map<string, Node>, path: string): Map<string, Node> {
    const child = children.get('$');
    if (!child) return children;
    const { positional } = this.context;
    if (positional === undefined) fail(2, 'The positional operator did not find the match needed from the query.');
    const resolved = new Map(children);
    resolved.delete('$');
    const name = String(positional);
    const other = resolved.get(name);
    return resolved.set(name, other ? merge(other, child, `${path}.${name}`) : child);
  }

  private intoDocument(children: Map<string, Node>, old: Doc, path: string): Value {
    let result = old;
    for (const [name, child] of children) {
      const before = result.get(name);
      const after = this.apply(child, before, path === '' ? name : `${path}.${name}`);
      if (after === before) continue;
      if (result === old) result = new Map(old);
      if (after === undefined) result.delete(name);
      else result.set(name, after);
    }
    return result;
  }

  private intoArray(children: Map<string, Node>, old: Value[], path: string): Value {
    let result = old;
    for (const [name, child] of children) {
      if (!isIndex(name)) {
        this.blocked(child, name, path);
        continue;
      }
      const index = Number(name);
      const before = result[index];
      const after = this.apply(child, before, `${path}.${name}`);
      if (after === before) continue;
      if (index - result.length >= 1_500_000) fail(34, `can't backfill more than 1500000 elements of '${path}'`);
      if (result === old) result = [...old];
      while (result.length < index) result.push(null);
      // An element cannot be taken out of the middle: $unset leaves null.
      result[index] = after === undefined ? null : after;
    }
    return result;
  }

  /** A path that would have to go through a scalar, or by name into an array. */
  private blocked(node: Node, name: string, path: string): void {
    if (node.kind !== 'leaf') {
      for (const child of node.children.values()) this.blocked(child, name, path);
      return;
    }
    const { modifier } = node;
    if (modifier.lenient || modifier.active?.(this.context) === false) return;
    if (modifier.creates) fail(28, `Cannot create field '${name}' in element at '${path}'`);
    fail(28, `Cannot use the part (${name}) of (${path}.${name}) to traverse the element`);
  }

  private elements(children: Map<string, Node>, old: Value, path: string): Value {
    if (old === undefined) fail(2, `The path '${path}' must exist in the document in order to apply array updates.`);
    if (!Array.isArray(old)) fail(2, `Cannot apply array updates to non-array element at '${path}'`);
    let result = old;
    for (let i = 0; i < old.length; i++) {
      let chosen: Node | undefined;
      for (const [name, child] of children) {
        if (!this.filters.accepts(name, old[i])) continue;
        chosen = chosen ? merge(chosen, child, `${path}.${i}`) : child;
      }
      if (!chosen) continue;
      const after = this.apply(chosen, old[i], `${path}.${i}`);
      if (after === old[i]) continue;
      if (result === old) result = [...old];
      result[i] = after === undefined ? null : after;
    }
    return result;
  }
}
