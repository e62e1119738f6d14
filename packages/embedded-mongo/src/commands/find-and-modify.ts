import { decode } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { isNumeric, toNumber } from '../bson/numbers.ts';
import { type Doc, doc } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileProjection } from '../projection/projection.ts';
import { collectionName, flag, hintOf, optionalDoc, optionalDocs, scopeOf } from './arguments.ts';
import { register } from './registry.ts';
import { changeDocument, insertUpsert, targetOf, updateOf, withFirst, withUpsertRetry } from './update-one.ts';

register({
  name: 'findAndModify',
  aliases: ['findandmodify'],
  summary: 'changes or removes one document and returns it',
  options: [
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'bypassDocumentValidation',
    'collation',
    'arrayFilters',
    'hint',
    'let',
  ],
  inTransaction: true,
  retryable: true,
  async run(context) {
    const { command, db, view, retry } = context;
    const name = collectionName(context);
    const remove = flag(command, 'remove');
    const upsert = flag(command, 'upsert');
    const wantsNew = flag(command, 'new');
    const change = command.get('update');
    if (remove && change !== undefined) fail(9, 'Cannot specify both an update and remove=true');
    if (!remove && change === undefined) fail(9, 'Either an update or remove=true must be specified');
    if (remove && upsert) fail(9, 'Cannot specify both upsert=true and remove=true');
    if (remove && wantsNew)
      fail(9, "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document");
    if (remove && command.has('arrayFilters')) fail(9, 'Cannot specify arrayFilters and remove=true');
    const scope = scopeOf(command);
    const query = optionalDoc(command, 'query') ?? new Map();
    const fields = optionalDoc(command, 'fields');
    const projection = fields && fields.size > 0 ? compileProjection(fields, scope, { kind: 'find' }) : undefined;
    const arrayFilters = optionalDocs(command, 'arrayFilters');
    const update = remove ? undefined : updateOf(change, query, scope, arrayFilters);
    const statement = statementId(command);
    const earlier = retry?.find(statement);
    if (earlier) return decode(earlier).set('retriedStmtId', statement);
    const answer = (lastErrorObject: Record<string, unknown>, value: Doc | undefined, positional?: number): Doc => {
      const shown = value && projection ? projection.apply(value, positional) : value;
      const reply = doc({ lastErrorObject, value: shown ?? null });
      retry?.save(statement, encode(reply));
      return reply;
    };
    return withUpsertRetry(async () => {
      const collection = context.find(db, name);
      const target = targetOf(query, scope, optionalDoc(command, 'sort'), hintOf(collection, command));
      const done =
        collection &&
        (await withFirst(context, collection, target, (found) => {
          if (!update) {
            view.remove(collection, found, found.document);
            return answer({ n: 1 }, found.document, found.positional);
          }
          const after = changeDocument(context, collection, found, update) ?? found.document;
          return answer({ n: 1, updatedExisting: true }, wantsNew ? after : found.document, found.positional);
        }));
      if (done) return done.result;
      if (!update) return answer({ n: 0 }, undefined);
      if (!upsert) return answer({ n: 0, updatedExisting: false }, undefined);
      const inserted = insertUpsert(context, name, query, update);
      const upserted = inserted.get('_id');
      return answer({ n: 1, updatedExisting: false, upserted }, wantsNew ? inserted : undefined);
    });
  },
});

function statementId(command: Doc): number {
  const v = command.get('stmtId');
  return isNumeric(v) ? toNumber(v) : 0;
}
