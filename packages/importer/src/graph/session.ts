import type { GraphClient } from './client.ts';

/** While a session is open no period is closed, since its facts are still on their way. */
export interface ImportSession {
  id: string;
  /** Also after a failure. A session that is never closed ends by itself when its heartbeat stops. */
  close(): Promise<void>;
}

const HEARTBEAT_MS = 10_000;

/** Opens a session in performance and keeps it alive. @throws GraphFault */
export async function openSession(client: GraphClient, name: string): Promise<ImportSession> {
  const { openImport } = await client.ask<{ openImport: { id: string } }>(
    'mutation OpenImport($name: String!) { openImport(name: $name) { id } }',
    { name },
  );
  const { id } = openImport;
  const heartbeat = setInterval(() => {
    // A lost heartbeat is made up for by the next one.
    client
      .tell('mutation HeartbeatImport($id: ID!) { heartbeatImport(id: $id) { id } }', { id })
      .catch(() => undefined);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    id,
    async close() {
      clearInterval(heartbeat);
      await client.tell('mutation CloseImport($id: ID!) { closeImport(id: $id) { id } }', { id });
    },
  };
}
