/** The embedded databases: one instance a service, each with its own port, folder and thread, in this one process. */
import { startEmbeddedMongo } from '@salesgraph/embedded-mongo';

interface Instance {
  name: string;
  port: number;
  dataDir: string;
}

const instances = JSON.parse(process.env.MONGO_INSTANCES ?? '[]') as Instance[];

const servers = await Promise.all(
  instances.map(async ({ name, port, dataDir }) => {
    try {
      return await startEmbeddedMongo({ port, dataDir, thread: true });
    } catch (error) {
      process.stderr.write(
        `error: the database of ${name} in ${dataDir} cannot be opened: ${error instanceof Error ? error.message : error}\n`,
      );
      process.exit(1);
    }
  }),
);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await Promise.all(servers.map((server) => server.close()));
  process.exit(0);
}
process.on('SIGTERM', stop).on('SIGINT', stop);

process.stdout.write(`serving ${instances.map(({ name, port }) => `${name} on ${port}`).join(', ')}\n`);
process.send?.({ ready: true });
