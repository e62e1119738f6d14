import { type Doc, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileExpression } from '../expressions/compile.ts';
import type { Scope } from '../expressions/scope.ts';
import { compileComputed, withComputed } from '../projection/add-fields.ts';
import { compileProjection } from '../projection/projection.ts';

/** A stage that makes one document of one document. */
export type Transform = (document: Doc) => Doc;

/** The stages that work on each document alone, which updates may use too. */
export const TRANSFORMS: Record<string, (operand: Value, scope: Scope) => Transform> = {
  $project: project,
  $addFields: (operand, scope) => addFields('$addFields', operand, scope),
  $set: (operand, scope) => addFields('$set', operand, scope),
  $unset: unset,
  $replaceRoot: replaceRoot,
  $replaceWith: (operand, scope) => replaceWith(operand, scope),
};

function project(operand: Value, scope: Scope): Transform {
  if (!(operand instanceof Map)) fail(15969, '$project specification must be an object');
  if (operand.size === 0)
    fail(51272, 'Invalid $project :: caused by :: projection specification must have at least one field');
  const projection = compileProjection(operand, scope, { kind: 'aggregate' });
  return (document) => projection.apply(document);
}

function addFields(name: string, operand: Value, scope: Scope): Transform {
  if (!(operand instanceof Map)) fail(40272, `${name} specification stage must be an object, got ${typeName(operand)}`);
  const computed = compileComputed(operand, scope);
  return (document) => withComputed(document, computed, document);
}

function unset(operand: Value, scope: Scope): Transform {
  const paths = Array.isArray(operand) ? operand : [operand];
  if (paths.length === 0) fail(31119, '$unset specification must be a string or an array with at least one field');
  const spec: Doc = new Map();
  for (const path of paths) {
    if (typeof path !== 'string')
      fail(
        Array.isArray(operand) ? 31120 : 31002,
        '$unset specification must be a string or an array containing only string values',
      );
    spec.set(path, 0);
  }
  const projection = compileProjection(spec, scope, { kind: 'aggregate' });
  return (document) => projection.apply(document);
}

function replaceRoot(operand: Value, scope: Scope): Transform {
  if (!(operand instanceof Map))
    fail(40229, `expected an object as specification for $replaceRoot stage, got ${typeName(operand)}`);
  for (const key of operand.keys())
    if (key !== 'newRoot')
      fail(40230, `unrecognized option to $replaceRoot stage: ${key}, only valid option is 'newRoot'.`);
  if (!operand.has('newRoot')) fail(40231, 'no newRoot specified for the $replaceRoot stage');
  return replaceWith(operand.get('newRoot'), scope);
}

function replaceWith(operand: Value, scope: Scope): Transform {
  const newRoot = compileExpression(operand, scope);
  return (document) => {
    const value = newRoot(document);
    if (!(value instanceof Map)) {
      fail(
        40228,
        `'newRoot' expression  must evaluate to an object, but resulting value was of type ${typeName(value)}`,
      );
    }
    return value;
  };
}

/** All stages of an update pipeline as one function. */
export function compileTransforms(stages: Value[], scope: Scope): Transform {
  const transforms = stages.map((stage): Transform => {
    if (!(stage instanceof Map)) fail(14, "Each element of the 'pipeline' array must be an object");
    if (stage.size !== 1) fail(40323, 'A pipeline stage specification object must contain exactly one field.');
    const [[name, operand]] = stage;
    const compile = TRANSFORMS[name] ?? fail(40324, `Unrecognized pipeline stage name: '${name}'`);
    return compile(operand, scope);
  });
  return (document) => transforms.reduce((current, transform) => transform(current), document);
}
