import { fail } from '../errors.ts';
import { prepareAggregate, runAggregate } from './aggregation.ts';
import { flag, naturalNumber, optionalDoc } from './arguments.ts';
import { openCursor, ready } from './cursors.ts';
import { explainAggregate } from './explain.ts';
import { register } from './registry.ts';

register({
  name: 'aggregate',
  summary: 'runs a pipeline',
  options: ['pipeline', 'cursor', 'explain', 'allowDiskUse', 'bypassDocumentValidation', 'hint', 'collation', 'let'],
  inTransaction: true,
  readsSnapshots: true,
  async run(context) {
    const { command } = context;
    if (flag(command, 'explain')) return explainAggregate(context, command, 'queryPlanner');
    const cursor = optionalDoc(command, 'cursor');
    if (!cursor) fail(9, "The 'cursor' option is required, except for aggregate with the explain argument");
    const aggregation = prepareAggregate(context, command);
    const documents = runAggregate(context, aggregation);
    const batchSize = naturalNumber(cursor, 'batchSize');
    if (!aggregation.pipeline.output) return openCursor(context, aggregation.namespace, documents, { batchSize });
    // What writes runs to its end at once, whatever the batch size.
    for await (const _ of documents);
    await context.server.store.durable();
    return openCursor(context, aggregation.namespace, ready([]), { batchSize, limited: true });
  },
});
