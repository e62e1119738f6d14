import { isNumeric, toNumber } from '../bson/numbers.ts';
import { type Doc, doc, integer } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { again } from '../planner/found.ts';
import { collationOf, collectionName, hintOf, onlyFields, requiredArray, requiredDoc, scopeOf } from './arguments.ts';
import type { CommandContext } from './context.ts';
import { register } from './registry.ts';
import { findAll, targetOf, withFirst } from './update-one.ts';
import { numberIn, Statements } from './write-errors.ts';

function limitOf(statement: Doc): number {
  const v = statement.get('limit');
  if (v === undefined) fail(40414, "BSON field 'delete.deletes.limit' is missing but a required field");
  const limit = isNumeric(v) ? toNumber(v) : Number.NaN;
  if (limit !== 0 && limit !== 1) fail(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  return limit;
}

function checkStatement(statement: Doc): void {
  onlyFields(statement, 'delete.deletes', ['q', 'limit', 'hint', 'collation']);
  requiredDoc(statement, 'q');
  limitOf(statement);
}

async function runStatement(
  context: CommandContext,
  name: string,
  statement: Doc,
  record: (n: number) => void,
): Promise<number> {
  const limit = limitOf(statement);
  if (limit === 0 && context.retry) fail(72, 'Cannot use (or request) retryable writes with limit=0');
  const query = requiredDoc(statement, 'q');
  const collection = context.find(context.db, name);
  const target = targetOf(
    query,
    scopeOf(context.command).collated(collationOf(statement)),
    undefined,
    hintOf(collection, statement),
  );
  if (!collection) {
    record(0);
    return 0;
  }
  if (limit === 1) {
    const removed = await withFirst(context, collection, target, (found) => {
      context.view.remove(collection, found, found.document);
      record(1);
    });
    return removed ? 1 : 0;
  }
  let n = 0;
  for (const row of await findAll(context, collection, target)) {
    if (context.operation.due) await context.operation.pause();
    const current = again(context.view, collection, row, target.filter);
    if (!current) continue;
    context.view.remove(collection, current, current.document);
    n++;
  }
  return n;
}

register({
  name: 'delete',
  summary: 'removes documents',
  options: ['deletes', 'ordered', 'let'],
  inTransaction: true,
  retryable: true,
  async run(context) {
    const name = collectionName(context);
    const deletes = requiredArray(context.command, 'deletes');
    const statements = new Statements(context, deletes.length);
    let n = 0;
    const asDoc = (count: number) => doc({ n: integer(count) });
    await statements.each(
      deletes,
      checkStatement,
      async (statement, i) =>
        asDoc(await runStatement(context, name, statement, (count) => statements.record(i, asDoc(count)))),
      (outcome) => {
        n += numberIn(outcome, 'n');
      },
    );
    return statements.reply({ n: integer(n) });
  },
});
