import { type Doc, isDoc } from '../bson/values.ts';
import { MongoError } from '../errors.ts';
import { Scope } from '../expressions/scope.ts';
import type { Filter } from '../matcher/ast.ts';
import { parseFilter } from '../matcher/parse.ts';
import type { Collection } from '../storage/catalog.ts';
import { flag } from './arguments.ts';

const compiled = new WeakMap<Doc, Filter>();

/** Compiles the validator of a collection's options; what the matcher does not know is refused. */
export function validatorOf(options: Doc): Filter | undefined {
  const validator = options.get('validator');
  if (!isDoc(validator) || validator.size === 0) return undefined;
  let filter = compiled.get(validator);
  if (!filter) {
    filter = parseFilter(validator, Scope.root());
    compiled.set(validator, filter);
  }
  return filter;
}

/**
 * Holds a new version of a document against the collection's validator (code 121). With level `moderate` a document that
 * did not pass before may stay so.
 */
export function checkDocument(collection: Collection, document: Doc, command: Doc, before?: Doc): void {
  const { options } = collection;
  if (options.size === 0) return;
  const filter = validatorOf(options);
  if (!filter || options.get('validationLevel') === 'off' || options.get('validationAction') === 'warn') return;
  if (flag(command, 'bypassDocumentValidation') || filter.test(document)) return;
  if (options.get('validationLevel') === 'moderate' && before && !filter.test(before)) return;
  throw new MongoError(121, 'Document failed validation', {
    extra: { errInfo: { failingDocumentId: document.get('_id'), details: { operatorName: 'validator' } } },
  });
}
