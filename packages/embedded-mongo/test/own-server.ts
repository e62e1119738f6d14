import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { type EmbeddedMongo, type EmbeddedMongoOptions, startEmbeddedMongo } from '../src/index.ts';

/** An instance of a test's own, with its folder and a connected client. */
export interface OwnServer {
  server: EmbeddedMongo;
  client: MongoClient;
  dir: string;
  stop(): Promise<void>;
}

export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'embedded-mongo-'));
}

/** For what must be seen from inside or cannot be asked of a MongoDB that others use too. */
export async function ownServer(options: Partial<EmbeddedMongoOptions> = {}): Promise<OwnServer> {
  const dir = options.dataDir ?? (await temporaryFolder());
  const server = await startEmbeddedMongo({ port: 0, ...options, dataDir: dir });
  const client = await MongoClient.connect(server.uri);
  return {
    server,
    client,
    dir,
    async stop() {
      await client.close();
      await server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
