import { type Db, MongoClient } from 'mongodb';

/** A service's database. */
export type Database = Db;

/**
 * Works on the database of a service.
 * @param uri as the service has it; where it names no database, that is `salesgraph-<service>`
 */
export async function withDatabase<T>(
  uri: string,
  service: string,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const client = await MongoClient.connect(uri);
  try {
    return await work(client.db(new URL(uri).pathname.slice(1) || `salesgraph-${service}`));
  } finally {
    await client.close();
  }
}
