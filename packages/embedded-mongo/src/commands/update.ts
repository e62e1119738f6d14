import { type Doc, doc, integer, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { again } from '../planner/found.ts';
import {
  collationOf,
  collectionName,
  flag,
  hintOf,
  onlyFields,
  optionalDoc,
  optionalDocs,
  requiredArray,
  requiredDoc,
  scopeOf,
} from './arguments.ts';
import type { CommandContext } from './context.ts';
import { register } from './registry.ts';
import { changeDocument, findAll, insertUpsert, targetOf, updateOf, withFirst, withUpsertRetry } from './update-one.ts';
import { numberIn, Statements } from './write-errors.ts';

const STATEMENT_FIELDS = [
  'q',
  'u',
  'c',
  'upsert',
  'multi',
  'arrayFilters',
  'hint',
  'collation',
  'sort',
  'upsertSupplied',
];

interface Outcome {
  matched: number;
  modified: number;
  upserted?: Value;
}

function checkStatement(statement: Doc): void {
  onlyFields(statement, 'update.updates', STATEMENT_FIELDS);
  requiredDoc(statement, 'q');
  if (!statement.has('u')) fail(40414, "BSON field 'update.updates.u' is missing but a required field");
}

/** `record` is called in the turn of the write, so that both reach the disk together. */
async function runStatement(
  context: CommandContext,
  name: string,
  statement: Doc,
  record: (outcome: Outcome) => void,
): Promise<Outcome> {
  const query = requiredDoc(statement, 'q');
  const multi = flag(statement, 'multi');
  const sort = optionalDoc(statement, 'sort');
  if (sort && multi) fail(9, 'Cannot specify sort with multi=true');
  const scope = scopeOf(withLet(context.command, statement)).collated(collationOf(statement));
  const update = updateOf(statement.get('u'), query, scope, optionalDocs(statement, 'arrayFilters'));
  if (multi && update.kind === 'replacement') fail(9, 'multi update is not supported for replacement-style update');
  const target = () => targetOf(query, scope, sort, hintOf(context.find(context.db, name), statement));
  if (multi) return runMulti(context, name, target(), update, flag(statement, 'upsert'));
  return withUpsertRetry(async () => {
    const recorded = (outcome: Outcome) => {
      record(outcome);
      return outcome;
    };
    const collection = context.find(context.db, name);
    const aim = target();
    const changed =
      collection &&
      (await withFirst(context, collection, aim, (found) =>
        recorded({ matched: 1, modified: changeDocument(context, collection, found, update) ? 1 : 0 }),
      ));
    if (changed) return changed.result;
    if (!flag(statement, 'upsert')) return recorded({ matched: 0, modified: 0 });
    const inserted = insertUpsert(context, name, query, update);
    return recorded({ matched: 1, modified: 0, upserted: inserted.get('_id') });
  });
}

async function runMulti(
  context: CommandContext,
  name: string,
  target: ReturnType<typeof targetOf>,
  update: ReturnType<typeof updateOf>,
  upsert: boolean,
): Promise<Outcome> {
  const collection = context.find(context.db, name);
  const rows = collection ? await findAll(context, collection, target) : [];
  const outcome: Outcome = { matched: 0, modified: 0 };
  if (collection) {
    for (const row of rows) {
      if (context.operation.due) await context.operation.pause();
      const current = again(context.view, collection, row, target.filter);
      if (!current) continue;
      outcome.matched++;
      if (changeDocument(context, collection, current, update)) outcome.modified++;
    }
  }
  if (outcome.matched > 0 || !upsert) return outcome;
  return { matched: 1, modified: 0, upserted: insertUpsert(context, name, target.query, update).get('_id') };
}

/** The constants `c` of a pipeline update are variables beside the command's `let`. */
function withLet(command: Doc, statement: Doc): Doc {
  const constants = optionalDoc(statement, 'c');
  if (!constants) return command;
  if (!Array.isArray(statement.get('u'))) fail(51198, 'Constant values may only be specified for pipeline updates');
  return doc({ let: new Map([...(optionalDoc(command, 'let') ?? []), ...constants]) });
}

register({
  name: 'update',
  summary: 'changes, replaces or upserts documents',
  options: ['updates', 'ordered', 'bypassDocumentValidation', 'let'],
  inTransaction: true,
  retryable: true,
  async run(context) {
    const name = collectionName(context);
    const updates = requiredArray(context.command, 'updates');
    const statements = new Statements(context, updates.length);
    let n = 0;
    let nModified = 0;
    const upserted: Doc[] = [];
    const asDoc = ({ matched, modified, upserted: id }: Outcome) =>
      doc({ n: integer(matched), nModified: integer(modified), upserted: id });
    await statements.each(
      updates,
      checkStatement,
      async (statement, i) => {
        if (context.retry && flag(statement, 'multi'))
          fail(72, 'Cannot use (or request) retryable writes with multi=true');
        return asDoc(await runStatement(context, name, statement, (outcome) => statements.record(i, asDoc(outcome))));
      },
      (outcome, i) => {
        n += numberIn(outcome, 'n');
        nModified += numberIn(outcome, 'nModified');
        if (outcome.has('upserted')) upserted.push(doc({ index: i, _id: outcome.get('upserted') }));
      },
    );
    return statements.reply({
      n: integer(n),
      nModified: integer(nModified),
      upserted: upserted.length > 0 ? upserted : undefined,
    });
  },
});
