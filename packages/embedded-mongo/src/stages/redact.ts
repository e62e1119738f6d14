import type { Doc, Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileExpression } from '../expressions/compile.ts';
import type { Cell } from '../expressions/scope.ts';
import { type BuildStage, eachBatch } from './stage.ts';

const DESCEND = 'descend';
const PRUNE = 'prune';
const KEEP = 'keep';

/** `$redact`: the expression decides at every level of a document whether to keep, to drop or to look deeper. */
export const redact: BuildStage = (operand, { scope }) => {
  const root: Cell = { value: undefined };
  const inner = scope
    .define('ROOT', root)
    .define('DESCEND', { value: DESCEND })
    .define('PRUNE', { value: PRUNE })
    .define('KEEP', { value: KEEP });
  const decide = compileExpression(operand, inner);
  const redacted = (document: Doc): Doc | undefined => {
    const decision = decide(document);
    if (decision === KEEP) return document;
    if (decision === PRUNE) return undefined;
    if (decision !== DESCEND)
      fail(
        17053,
        "$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE",
      );
    const result: Doc = new Map();
    for (const [key, value] of document) {
      const kept = redactedValue(value);
      if (kept !== undefined) result.set(key, kept);
    }
    return result;
  };
  const redactedValue = (value: Value): Value => {
    if (value instanceof Map) return redacted(value);
    if (!Array.isArray(value)) return value;
    return value.map(redactedValue).filter((element) => element !== undefined);
  };
  return eachBatch((batch) => {
    const kept: Doc[] = [];
    for (const document of batch) {
      root.value = document;
      const result = redacted(document);
      if (result) kept.push(result);
    }
    return kept;
  });
};
