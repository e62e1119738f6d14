import { decode } from './bson/decode.ts';
import { DateTime } from './bson/values.ts';
import { Scope } from './expressions/scope.ts';
import { parseFilter } from './matcher/parse.ts';
import { Operation } from './operation.ts';
import { candidatePages } from './planner/candidates.ts';
import { choosePlan } from './planner/plan.ts';
import type { Server } from './server.ts';
import type { Collection, Index } from './storage/catalog.ts';

/** Removes the documents that a TTL index says have expired. Dates only; of an array the earliest counts. */
export async function removeExpired(server: Server, now = Date.now()): Promise<void> {
  for (const collection of [...server.store.collections.values()]) {
    for (const index of collection.indexes) {
      if (index.expireAfter === undefined || collection.dropped) continue;
      await removeByIndex(server, collection, index, new DateTime(now - index.expireAfter * 1000));
    }
  }
}

async function removeByIndex(server: Server, collection: Collection, index: Index, limit: DateTime): Promise<void> {
  const expired = parseFilter(new Map([[index.fields[0], new Map([['$lte', limit]])]]), Scope.root());
  // The index's own filter is part of what expires.
  const accepted = (document: ReturnType<typeof decode>) =>
    expired.test(document) && (!index.partial || index.partial.test(document));
  const operation = new Operation();
  const plan = choosePlan(collection, expired, undefined);
  for (const page of candidatePages(server.direct, collection, plan)) {
    for (const row of page) {
      const document = decode(row.raw);
      if (accepted(document)) server.direct.remove(collection, row, document);
    }
    await server.store.durable();
    await operation.pause();
    if (collection.dropped) return;
  }
}
