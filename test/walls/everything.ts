/** All that the services keep, a line a document: equal lines before and after mean that nothing was changed. */
import type { Graph } from '@salesgraph/testing';
import { SERVICES } from './records.ts';

export { differences } from '../faults/dump.ts';

/** What services write by themselves: who holds the relay, who read units last, what was told and heard. */
const OWN_BOOKS = /^(relay_lease|org_stamps|reconciled|rebuilds|inbox|event_log)$/;

export async function everything(graph: Graph): Promise<string[]> {
  const lines = await Promise.all(
    SERVICES.map((service) =>
      graph.withDatabase(service, async (database) => {
        const collections = (await database.listCollections({}, { nameOnly: true }).toArray()).filter(
          ({ name }) => !OWN_BOOKS.test(name) && !name.startsWith('system.'),
        );
        const documents = await Promise.all(
          collections.map(async ({ name }) =>
            (await database.collection(name).find({}).toArray()).map(
              ({ outbox: _, ...document }) => `${service} ${name} ${JSON.stringify(document)}`,
            ),
          ),
        );
        return documents.flat();
      }),
    ),
  );
  return lines.flat().sort();
}
