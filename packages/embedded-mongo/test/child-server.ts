import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A server in a process of its own, as `npx embedded-mongo` starts it. */
export interface ChildServer {
  uri: string;
  process: ChildProcess;
  /** What it has written to its standard error. */
  errors(): string;
  /** Ends it with a signal and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts the command on a folder. Rejects with what it wrote to stderr when it ends instead of serving. */
export async function startChild(dir: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<ChildServer> {
  const main = join(import.meta.dirname, '../src/main.ts');
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, '--dir', dir, '--port', '0', ...args],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '', ...env } },
  );
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', () => reject(new Error(errors.trim())));
  });
  return {
    uri: line.slice(line.indexOf('mongodb://')),
    process: child,
    errors: () => errors,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
    },
  };
}
