import { Worker } from 'node:worker_threads';
import type { EmbeddedMongo, EmbeddedMongoOptions } from './index.ts';

/** What the thread reports. */
export type ThreadMessage = { ready: { uri: string; port: number } } | { fault: string };

/** Starts an instance in a worker thread of its own. Rejects with the thread's one-line fault. */
export function startInThread(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { ...options, thread: false } });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread of the instance ended with code ${code}`)));
    worker.once('message', (message: ThreadMessage) => {
      if ('fault' in message) return reject(new Error(message.fault));
      resolve({
        ...message.ready,
        close: () => {
          worker.postMessage('close');
          return ended;
        },
      });
    });
  });
}
