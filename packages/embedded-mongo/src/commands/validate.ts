import { decode } from '../bson/decode.ts';
import { type Doc, doc, integer } from '../bson/values.ts';
import type { Collection } from '../storage/catalog.ts';
import type { Connection } from '../storage/connection.ts';
import type { CommandContext } from './context.ts';

const PAGE = 256;
const MOST_ERRORS = 100;

/** Reads every document and every index entry of a snapshot and compares them both ways. */
export async function validateCollection(context: CommandContext, collection: Collection): Promise<Doc> {
  const { server, operation } = context;
  const indexes = collection.indexes.filter((index) => index.ready);
  const snapshot = server.store.snapshot();
  const errors: string[] = [];
  const expected = new Map(indexes.map((index) => [index.id, 0]));
  let nrecords = 0;
  let nInvalidDocuments = 0;
  try {
    for (let after: number | undefined; ; ) {
      const page = snapshot.scan(collection.id, after, PAGE, false);
      for (const { rid, raw } of page) {
        nrecords++;
        let document: Doc;
        try {
          document = decode(raw);
        } catch (error) {
          nInvalidDocuments++;
          errors.push(`row ${rid} is not valid BSON: ${(error as Error).message}`);
          continue;
        }
        for (const index of indexes) {
          const keys = index.keysFor(document);
          expected.set(index.id, (expected.get(index.id) ?? 0) + keys.length);
          for (const key of keys) {
            const rows = snapshot.rowsAt(index.id, key);
            if (!rows.includes(rid)) errors.push(`index ${index.name} lacks an entry for row ${rid}`);
            else if (index.unique && rows.length > 1)
              errors.push(`unique index ${index.name} holds a key more than once`);
          }
        }
      }
      if (page.length < PAGE || errors.length > MOST_ERRORS) break;
      after = page[page.length - 1].rid;
      await operation.pause();
    }
    for (const index of indexes) errors.push(...surplus(snapshot, index.id, index.name, expected.get(index.id) ?? 0));
  } finally {
    server.store.release(snapshot);
  }
  return doc({
    ns: collection.namespace,
    nInvalidDocuments,
    nrecords: integer(nrecords),
    nIndexes: indexes.length,
    keysPerIndex: Object.fromEntries(indexes.map(({ id, name }) => [name, integer(expected.get(id) ?? 0)])),
    valid: errors.length === 0,
    warnings: [],
    errors: errors.slice(0, MOST_ERRORS),
  });
}

function surplus(snapshot: Connection, index: number, name: string, expected: number): string[] {
  const { count } = snapshot.indexSize(index);
  return count === expected ? [] : [`index ${name} holds ${count} entries where documents give ${expected}`];
}
