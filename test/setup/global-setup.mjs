/**
 * One MongoDB and one Redis for the whole run: the ones given by MONGODB_URI and REDIS_URL, else private ones.
 * Every test takes a random database name and a random key prefix, so files run side by side.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export default async function globalSetup() {
  process.env.TEST_FACTOR ??= '0.1';
  if (process.env.MONGODB_URI) process.env.TEST_MONGODB_URI ??= process.env.MONGODB_URI;
  if (process.env.REDIS_URL) process.env.TEST_REDIS_URL ??= process.env.REDIS_URL;
  if (process.env.TEST_MONGODB_URI && process.env.TEST_REDIS_URL) return;

  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'servers.ts')],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  const answer = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    child.once('exit', (code) =>
      reject(new Error(`The servers for the tests could not be started (exit code ${code}).`)),
    );
  });
  globalThis.__salesgraphServers = child;
  if (answer.redis) process.env.TEST_REDIS_URL = answer.redis;
  if (answer.mongo) process.env.TEST_MONGODB_URI = answer.mongo;
  for (const fault of [answer.redisFault, answer.mongoFault]) {
    if (fault) process.stderr.write(`Tests that need this server will fail: ${fault}\n`);
  }
}
