import { equal, identical } from '../bson/compare.ts';
import { type Doc, ObjectId, Regex, typeName, UNDEFINED, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Scope } from '../expressions/scope.ts';
import { compileTransforms } from '../stages/transforms.ts';
import { ArrayFilters } from './array-filters.ts';
import { rename, UPDATE_OPERATORS } from './operators.ts';
import { emptyTree, hasPositional, insert, sortTree, TreeWalk } from './tree.ts';

export { upsertSeed } from './seed.ts';

export interface UpdateOptions {
  scope: Scope;
  arrayFilters?: Doc[];
  filter: Doc;
}

export interface ApplyOptions {
  /** The index of the array element that the filter matched, for `$`. */
  positional: number | undefined;
  /** The document is the seed of an upsert: the result gets an `_id` if it has none. */
  isInsert: boolean;
}

/** A compiled update. */
export interface Update {
  kind: 'replacement' | 'operators' | 'pipeline';
  /** Must be told which array element the filter matched. */
  needsPositional: boolean;
  /** The new document; the same reference when nothing changes. Never changes its argument. */
  apply(document: Doc, context: ApplyOptions): Doc;
}

/** Compiles the `u` of an update. Throws MongoDB's codes for what is malformed. */
export function compileUpdate(update: Value, options: UpdateOptions): Update {
  const filters = options.arrayFilters ?? [];
  if (Array.isArray(update)) {
    if (filters.length > 0) fail(9, 'arrayFilters may not be specified for pipeline-syle updates');
    return pipelineUpdate(update, options.scope);
  }
  if (!(update instanceof Map))
    fail(9, `Update argument must be either an object or an array, not ${typeName(update)}`);
  if (!update.keys().next().value?.startsWith('$')) {
    if (filters.length > 0) fail(9, 'arrayFilters may not be specified for replacement-style updates');
    return replacement(update);
  }
  return operatorUpdate(update, filters, options.scope);
}

/** Every update operator by name. */
export const UPDATE_OPERATOR_NAMES = [...Object.keys(UPDATE_OPERATORS), '$rename'].sort();

function operatorUpdate(update: Doc, arrayFilters: Doc[], scope: Scope): Update {
  const filters = new ArrayFilters(arrayFilters, scope);
  const tree = emptyTree();
  for (const [name, fields] of update) {
    const build = UPDATE_OPERATORS[name];
    if (!build && name !== '$rename') {
      fail(
        9,
        `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    if (!(fields instanceof Map)) {
      fail(
        9,
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${name}: ${typeName(fields)}}`,
      );
    }
    for (const [path, operand] of fields) {
      filters.use(path);
      if (build) {
        insert(tree, path, build(operand, path, scope));
      } else {
        const { to, source, target } = rename(path, operand);
        insert(tree, path, source);
        insert(tree, to, target);
      }
    }
  }
  filters.checkAllUsed();
  sortTree(tree);
  return {
    kind: 'operators',
    needsPositional: hasPositional(tree),
    apply: (document, { positional, isInsert }) => {
      const walk = new TreeWalk({ original: document, positional, isInsert }, filters);
      const result = walk.apply(tree, document, '') as Doc;
      return isInsert ? finishInsert(document, result) : keepingId(document, result);
    },
  };
}

function keepingId(before: Doc, after: Doc): Doc {
  if (after !== before) checkId(before, after);
  return after;
}

function checkId(before: Doc, after: Doc): void {
  const id = before.get('_id');
  if (id !== undefined && !equal(id, after.get('_id'))) {
    fail(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
}

function finishInsert(seed: Doc, made: Doc): Doc {
  checkId(seed, made);
  const id = made.get('_id');
  return withIdFirst(made, id === undefined ? ObjectId.next() : id);
}

function withIdFirst(document: Doc, id: Value): Doc {
  if (Array.isArray(id)) fail(53, "The '_id' value cannot be of type array");
  if (id instanceof Regex) fail(53, "The '_id' value cannot be of type regex");
  if (id === UNDEFINED) fail(53, "The '_id' value cannot be of type undefined");
  if (document.keys().next().value === '_id' && document.get('_id') === id) return document;
  const result: Doc = new Map([['_id', id]]);
  for (const [key, value] of document) if (key !== '_id') result.set(key, value);
  return result;
}

/** The document that takes the place of another, which keeps its `_id`. */
function replaced(before: Doc, after: Doc, isInsert: boolean): Doc {
  const id = before.get('_id');
  const newId = after.get('_id');
  if (id !== undefined && newId !== undefined && !equal(id, newId)) {
    fail(66, "After applying the update, the (immutable) field '_id' was found to have been altered");
  }
  let kept = newId === undefined ? id : newId;
  if (kept === undefined && isInsert) kept = ObjectId.next();
  const result = kept === undefined ? after : withIdFirst(after, kept);
  return !isInsert && identical(result, before) ? before : result;
}

function replacement(update: Doc): Update {
  for (const key of update.keys()) {
    if (key.startsWith('$')) {
      fail(
        52,
        `The dollar ($) prefixed field '${key}' in '${key}' is not allowed in the context of an update's replacement document.`,
      );
    }
  }
  return {
    kind: 'replacement',
    needsPositional: false,
    apply: (document, { isInsert }) => replaced(document, update, isInsert),
  };
}

const UPDATE_STAGES = new Set(['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith']);

function pipelineUpdate(stages: Value[], scope: Scope): Update {
  for (const stage of stages) {
    const name = stage instanceof Map ? stage.keys().next().value : undefined;
    if (name !== undefined && !UPDATE_STAGES.has(name)) fail(72, `${name} is not allowed to be used within an update`);
  }
  const transform = compileTransforms(stages, scope);
  return {
    kind: 'pipeline',
    needsPositional: false,
    apply: (document, { isInsert }) => replaced(document, transform(document), isInsert),
  };
}
