#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
/** `embedded-mongo --port P --dir D`: one instance, until it is told to end; with `--backup` or `--restore` a copy. */
import { parseArgs } from 'node:util';
import { backUp, restore } from './backup.ts';
import { startEmbeddedMongo } from './index.ts';

const USAGE = `usage: embedded-mongo --dir FOLDER [--port 27017] [--host 127.0.0.1] [--ttl-seconds 60] [--test-commands]
       embedded-mongo --dir FOLDER --backup FILE     (also while it is served)
       embedded-mongo --dir FOLDER --restore FILE    (into an empty FOLDER)

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
        backup: { type: 'string' },
        restore: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return fault(`${(error as Error).message}\n${USAGE}`);
  }
}

const {
  dir,
  port,
  host,
  help,
  backup,
  restore: restored,
  'ttl-seconds': ttlSeconds,
  'test-commands': testCommands,
} = options();
if (help) {
  process.stdout.write(`${USAGE}\n`);
  process.exit(0);
}
if (!dir) fault(`--dir is missing\n${USAGE}`);
if (!/^\d{1,5}$/.test(port)) fault(`--port ${port} is not a port`);
if (!(Number(ttlSeconds) > 0)) fault(`--ttl-seconds ${ttlSeconds} is not a number of seconds`);

if (backup || restored) {
  try {
    if (backup) backUp(dir, backup);
    else if (restored) restore(restored, dir);
  } catch (error) {
    fault((error as Error).message);
  }
  process.stdout.write(`${backup ? `${dir} is saved as ${backup}` : `${dir} holds what is in ${restored}`}\n`);
  process.exit(0);
}

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
