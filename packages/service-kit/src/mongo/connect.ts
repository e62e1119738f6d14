import mongoose, { type Aggregate, type Connection, type ConnectOptions, type Query, type Schema } from 'mongoose';
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
  connection.plugin(answersAtOnce);
  return connection;
}

/** So many documents come with the first answer; beyond 16 MiB the server divides them anyway. */
const BATCH = 100_000;

/** Without this a server gives 101 documents and has the rest asked for: a page of 200 would cost a call more than one of 10. */
function answersAtOnce(schema: Schema): void {
  schema.pre('find', function (this: Query<unknown, unknown>) {
    if (this.getOptions().batchSize === undefined) this.batchSize(BATCH);
  });
  schema.pre('aggregate', function (this: Aggregate<unknown>) {
    this.options.cursor ??= { batchSize: BATCH };
  });
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
