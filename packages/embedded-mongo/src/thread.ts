/** The worker thread of one instance: starts it, reports, and ends when told so. */
import { parentPort, workerData } from 'node:worker_threads';
import { type EmbeddedMongoOptions, startEmbeddedMongo } from './index.ts';
import type { ThreadMessage } from './thread-host.ts';

const report = (message: ThreadMessage) => parentPort?.postMessage(message);

try {
  const { uri, port, close } = await startEmbeddedMongo(workerData as EmbeddedMongoOptions);
  parentPort?.once('message', async () => {
    await close();
    parentPort?.close();
  });
  report({ ready: { uri, port } });
} catch (error) {
  report({ fault: (error as Error).message });
  parentPort?.close();
}
