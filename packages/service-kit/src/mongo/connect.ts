import mongoose, { type Connection, type ConnectOptions } from 'mongoose';
import { redactText } from '../observability/logger.ts';
import { metrics } from '../observability/metrics.ts';

/** Names the connection string without its credentials; the driver's own words may hold them. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';
}

/**
 * Connects to a database. Writes are acknowledged by a majority and journalled; indexes are made only when asked for.
 * @throws DatabaseUnreachable when nothing answers within five seconds
 */
export async function connectMongo(uri: string, dbName: string, options: ConnectOptions = {}): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    dbName,
    appName: `salesgraph-${dbName}`,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    serverSelectionTimeoutMS: 5_000,
    maxPoolSize: 20,
    autoIndex: false,
    autoCreate: false,
    monitorCommands: true,
    ...options,
  });
  try {
    await connection.asPromise();
  } catch (error) {
    await connection.close(true).catch(() => undefined);
    const fault = error instanceof Error ? redactText(error.message) : 'no answer';
    throw new DatabaseUnreachable(`MongoDB at ${redactText(uri)} cannot be used: ${fault}`);
  }
  measureCommands(connection);
  return connection;
}

function measureCommands(connection: Connection): void {
  const seconds = metrics.histogram({
    name: 'salesgraph_mongo_command_seconds',
    help: 'How long commands to MongoDB take',
    labelNames: ['command', 'outcome'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
  });
  const client = connection.getClient();
  client.on('commandSucceeded', ({ commandName, duration }) =>
    seconds.observe({ command: commandName, outcome: 'succeeded' }, duration / 1000),
  );
  client.on('commandFailed', ({ commandName, duration }) =>
    seconds.observe({ command: commandName, outcome: 'failed' }, duration / 1000),
  );
}
