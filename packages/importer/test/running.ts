/** The import command, within the test or as a process of its own. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reject } from '../src/checking.ts';
import { runCommand } from '../src/command.ts';

const MAIN = join(import.meta.dirname, '../src/main.ts');

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command within the test. `env` is all it sees of the environment. */
export async function run(args: string[], env: NodeJS.ProcessEnv = {}, cwd = import.meta.dirname): Promise<Ended> {
  const ended: Ended = { code: null, out: '', err: '' };
  const into = (key: 'out' | 'err') => ({
    write: (text: string) => {
      ended[key] += text;
    },
  });
  const { signal } = new AbortController();
  ended.code = await runCommand(args, { env, cwd, out: into('out'), err: into('err'), signal });
  return ended;
}

/** Starts the command as a process. */
export function start(args: string[], env: NodeJS.ProcessEnv, options: { node?: string[]; cwd?: string } = {}) {
  const { node = [], cwd = import.meta.dirname } = options;
  const child = spawn(process.execPath, [...node, MAIN, ...args], { cwd, env: { PATH: process.env.PATH, ...env } });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    ended.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    ended.err += chunk;
  });
  const done = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ ...ended, code })));
  return { child, done };
}

/** The rejects of a run as they were written. */
export const rejectsIn = (file: string): Reject[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Reject)
    : [];
