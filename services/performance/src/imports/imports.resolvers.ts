import { badInput, conflict, notFound, type PageArgs, pageArgs, toConnection } from '@salesgraph/service-kit';
import type { PerformanceContext } from '../loaders.ts';
import type { Stores } from '../stores.ts';
import type { ImportSession } from './imports.store.ts';
import { importTargets, type TargetRow } from './targets.import.ts';

const MOST_CHARACTERS = 200;

function textOf(field: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MOST_CHARACTERS) {
    throw badInput(field, `must have 1 to ${MOST_CHARACTERS} characters`);
  }
  return trimmed;
}

export const importResolvers = (stores: Stores) => ({
  Query: {
    imports: async (_: unknown, args: PageArgs & { open?: boolean | null }) => {
      const page = pageArgs(args);
      const open = args.open ?? null;
      const rows = await stores.imports.page(open, page);
      const cursorOf = ({ openedAt, id }: ImportSession) => [openedAt.toISOString(), id];
      return {
        ...toConnection(rows, { limit: page.limit, cursorOf, totalCount: 0, after: page.after }),
        totalCount: () => stores.imports.count(open),
      };
    },
  },
  Mutation: {
    importTargets: (_: unknown, { rows }: { rows: TargetRow[] }, { viewer }: PerformanceContext) =>
      importTargets(rows, viewer.subject, stores),
    openImport: (
      _: unknown,
      { name, idempotencyKey }: { name: string; idempotencyKey?: string | null },
      { viewer }: PerformanceContext,
    ) => {
      const key =
        idempotencyKey === null || idempotencyKey === undefined ? null : textOf('idempotencyKey', idempotencyKey);
      return stores.imports.open(textOf('name', name), viewer.subject, key);
    },
    heartbeatImport: async (_: unknown, { id }: { id: string }) => {
      const session = await stores.imports.heartbeat(id);
      if (session) return session;
      throw (await stores.imports.byId(id)) ? conflict('The import has ended.') : notFound('import');
    },
    closeImport: async (_: unknown, { id }: { id: string }) => {
      const session = await stores.imports.close(id);
      if (!session) throw notFound('import');
      return session;
    },
  },
  ImportSession: { open: (session: ImportSession) => stores.imports.isOpen(session) },
});
