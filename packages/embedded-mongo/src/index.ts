import { Server } from './server.ts';
import { MEMORY_LIMIT } from './sort/spill.ts';
import { startInThread } from './thread-host.ts';

export { withSupportTable } from './support.ts';

export interface EmbeddedMongoOptions {
  /** The folder that holds everything; created if need be. One instance at a time may use it. */
  dataDir: string;
  /** 0 takes a free port. */
  port: number;
  host?: string;
  /** Runs the instance in a worker thread, so that several in one process do not wait for one another. */
  thread?: boolean;
  /** Seconds between two rounds of removing what TTL indexes call expired; 60 unless given, as MongoDB's. */
  ttlSeconds?: number;
  /** The most that a sort or another stage may hold, in bytes; 100 MB unless given, as MongoDB's. */
  memoryLimit?: number;
  /** Allows `configureFailPoint`, for conformance tests. */
  testCommands?: boolean;
}

/** A running instance. */
export interface EmbeddedMongo {
  /** For the driver, mongoose and mongosh. */
  uri: string;
  port: number;
  /** Ends connections, writes everything to disk and lets go of the folder. */
  close(): Promise<void>;
}

/**
 * Starts a MongoDB-compatible server on a data directory.
 * @throws Error with one line when the directory or the port cannot be used, or under NODE_ENV=production
 */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  if (process.env.NODE_ENV === 'production' && process.env.EMBEDDED_MONGO_IN_PRODUCTION !== 'yes') {
    throw new Error(
      'embedded-mongo is not for production: use MongoDB, or set EMBEDDED_MONGO_IN_PRODUCTION=yes if you mean it',
    );
  }
  if (options.thread) return startInThread(options);
  const {
    dataDir,
    port,
    host = '127.0.0.1',
    ttlSeconds = 60,
    memoryLimit = MEMORY_LIMIT,
    testCommands = false,
  } = options;
  const server = await Server.start({ dataDir, port, host, ttlSeconds, memoryLimit, testCommands });
  return { uri: uriOf(host, server.port), port: server.port, close: () => server.close() };
}

function uriOf(host: string, port: number): string {
  return `mongodb://${host.includes(':') ? `[${host}]` : host}:${port}/?directConnection=true`;
}
