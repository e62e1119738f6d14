import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { redisAnswers } from '../processes/ready.ts';
import type { RedisProgram } from './program.ts';

export interface RedisOptions {
  port: number;
  /** Folder of the append-only file; it survives restarts. */
  dataDir: string;
  logFile: string;
  /** Tests keep nothing. */
  durable?: boolean;
}

export interface RunningRedis {
  url: string;
  pid: number;
  process: ChildProcess;
  /** Asks the server to save and end; ends it outright after five seconds. */
  stop(): Promise<void>;
}

/** Bound to this machine only, never evicting (a queue must not lose keys), durable to the second. */
export function redisArguments({ port, dataDir, durable = true }: Omit<RedisOptions, 'logFile'>): string[] {
  return [
    ['--port', String(port)],
    ['--bind', '127.0.0.1'],
    ['--dir', dataDir],
    ['--maxmemory-policy', 'noeviction'],
    ['--appendonly', durable ? 'yes' : 'no'],
    ['--appendfsync', 'everysec'],
    ['--save', ''],
    ['--daemonize', 'no'],
    ['--loglevel', 'notice'],
    ['--stop-writes-on-bgsave-error', 'no'],
  ].flat();
}

/**
 * Starts a private server and waits until it answers.
 * @throws Error with the last line of the server's log when it ends or does not answer within 30 s
 */
export async function startRedis(program: RedisProgram, options: RedisOptions): Promise<RunningRedis> {
  await mkdir(options.dataDir, { recursive: true });
  await mkdir(join(options.logFile, '..'), { recursive: true });
  const log = await open(options.logFile, 'a');
  const child = spawn(program.file, redisArguments(options), {
    stdio: ['ignore', log.fd, log.fd],
    env: { ...process.env, ...(program.libraryPath ? { LD_LIBRARY_PATH: program.libraryPath } : {}) },
    // Ctrl-C is for the launcher, which stops Redis last.
    detached: true,
  });
  let failure: string | undefined;
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', (code, signal) => {
    failure ??= `it ended with ${signal ?? code}`;
  });
  await log.close();

  for (const deadline = Date.now() + 30_000; ; await wait(25)) {
    if (failure !== undefined || Date.now() > deadline) {
      child.kill('SIGKILL');
      const lines = (await readFile(options.logFile, 'utf8').catch(() => '')).trim().split('\n');
      throw new Error(`Redis did not start on port ${options.port}: ${failure ?? 'no answer'} (${lines.at(-1) ?? ''})`);
    }
    if (await redisAnswers(options.port, child.pid)) break;
  }
  return {
    url: `redis://127.0.0.1:${options.port}`,
    pid: child.pid as number,
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await Promise.race([ended, wait(5000, undefined, { ref: false })]);
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    },
  };
}
