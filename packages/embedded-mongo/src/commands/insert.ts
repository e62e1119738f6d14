import {
  type Doc,
  integer,
  isDoc,
  ObjectId,
  Regex,
  Timestamp,
  typeName,
  UNDEFINED,
  type Value,
} from '../bson/values.ts';
import { fail } from '../errors.ts';
import { collectionName, requiredArray } from './arguments.ts';
import { register } from './registry.ts';
import { checkDocument } from './validation.ts';
import { Statements } from './write-errors.ts';

/** A document as it is stored: `_id` first and made up if need be, empty timestamps filled in. */
export function prepareDocument(given: Value): Doc {
  if (!isDoc(given)) fail(14, `documents must be objects, not ${typeName(given)}`);
  const id = given.get('_id');
  if (id !== undefined) checkId(id);
  if (given.keys().next().value === '_id' && !hasEmptyTimestamp(given)) return given;
  const result: Doc = new Map([['_id', id === undefined ? ObjectId.next() : id]]);
  for (const [key, value] of given) {
    if (key !== '_id') result.set(key, isEmptyTimestamp(value) ? Timestamp.next() : value);
  }
  return result;
}

/** Code 53 for arrays, regular expressions and undefined, 52 for documents with operators. */
export function checkId(id: Value): void {
  if (Array.isArray(id)) fail(53, "The '_id' value cannot be of type array");
  if (id instanceof Regex) fail(53, "The '_id' value cannot be of type regex");
  if (id === UNDEFINED) fail(53, "The '_id' value cannot be of type undefined");
  if (!isDoc(id)) return;
  for (const key of id.keys()) {
    if (key.startsWith('$'))
      fail(52, `_id fields may not contain '$'-prefixed fields: ${key} is not valid for storage.`);
  }
}

function hasEmptyTimestamp(document: Doc): boolean {
  for (const value of document.values()) if (isEmptyTimestamp(value)) return true;
  return false;
}

function isEmptyTimestamp(v: Value): boolean {
  return v instanceof Timestamp && v.seconds === 0 && v.increment === 0;
}

register({
  name: 'insert',
  summary: 'stores documents',
  options: ['documents', 'ordered', 'bypassDocumentValidation'],
  inTransaction: true,
  retryable: true,
  async run(context) {
    const { command, db, view, operation, server } = context;
    const name = collectionName(context);
    const documents = requiredArray(command, 'documents');
    const statements = new Statements(context, documents.length);
    let n = 0;
    let unrecorded = 0;
    // One record for all that was stored since the last one, written in the same turn as the documents.
    const record = (end: number) => {
      if (unrecorded > 0) statements.record(end - unrecorded, DONE, unrecorded);
      unrecorded = 0;
    };
    for (let i = 0; i < documents.length; i++) {
      if (operation.due) {
        record(i);
        await operation.pause();
      }
      try {
        if (statements.recorded(i)) {
          record(i);
          n++;
          continue;
        }
        const document = prepareDocument(documents[i]);
        const collection = context.create(db, name);
        checkDocument(collection, document, command);
        view.insert(collection, document);
        unrecorded++;
        n++;
      } catch (error) {
        record(i);
        if (statements.failed(i, error)) break;
      }
    }
    record(documents.length);
    await server.store.durable();
    return statements.reply({ n: integer(n) });
  },
});

const DONE: Doc = new Map([['n', 1]]);
