#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
/** `embedded-mongo --port P --dir D`: one instance, until it is told to end. */
import { parseArgs } from 'node:util';
import { startEmbeddedMongo } from './index.ts';

const USAGE = `usage: embedded-mongo --dir FOLDER [--port 27017] [--host 127.0.0.1] [--test-commands]

Serves FOLDER as a MongoDB on that port. Not for production: it refuses NODE_ENV=production
unless EMBEDDED_MONGO_IN_PRODUCTION=yes.`;

function fault(message: string): never {
  process.stderr.write(`embedded-mongo: ${message}\n`);
  process.exit(1);
}

function options() {
  try {
    return parseArgs({
      options: {
        dir: { type: 'string' },
        port: { type: 'string', default: '27017' },
        host: { type: 'string', default: '127.0.0.1' },
        'ttl-seconds': { type: 'string', default: '60' },
        'test-commands': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return fault(`${(error as Error).message}\n${USAGE}`);
  }
}

const { dir, port, host, help, 'ttl-seconds': ttlSeconds, 'test-commands': testCommands } = options();
if (help) {
  process.stdout.write(`${USAGE}\n`);
  process.exit(0);
}
if (!dir) fault(`--dir is missing\n${USAGE}`);
if (!/^\d{1,5}$/.test(port)) fault(`--port ${port} is not a port`);
if (!(Number(ttlSeconds) > 0)) fault(`--ttl-seconds ${ttlSeconds} is not a number of seconds`);

try {
  const server = await startEmbeddedMongo({
    dataDir: dir,
    port: Number(port),
    host,
    ttlSeconds: Number(ttlSeconds),
    testCommands,
  });
  const stop = async () => {
    await server.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  process.stdout.write(`embedded-mongo serves ${dir} at ${server.uri}\n`);
  process.send?.({ ready: true });
} catch (error) {
  fault((error as Error).message);
}
