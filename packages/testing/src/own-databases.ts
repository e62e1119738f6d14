import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';

const SERVICES = ['organization', 'sales-network', 'customers', 'performance', 'collaboration'];

/** Databases of one house on a given server, so that several tests share it without meeting. */
export function ownDatabases(server: string): { env: Record<string, string>; drop(): Promise<void> } {
  const run = `test_${randomBytes(6).toString('hex')}`;
  const env: Record<string, string> = {};
  const names: string[] = [];
  for (const service of SERVICES) {
    const address = new URL(server);
    const name = `${run}_${service}`;
    names.push(name);
    address.pathname = `/${name}`;
    env[`${service.toUpperCase().replaceAll('-', '_')}_MONGODB_URI`] = address.href;
  }
  return {
    env,
    async drop() {
      const client = await MongoClient.connect(server);
      for (const name of names) await client.db(name).dropDatabase();
      await client.close();
    },
  };
}
