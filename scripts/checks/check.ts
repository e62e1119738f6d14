import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

/** One thing that must hold for the whole repository. It counts as one in the sum at the end of `npm test`. */
export interface Check {
  name: string;
  /** @returns what is wrong, one entry a line or block; empty when all is well */
  run(): Promise<string[]>;
}

export interface Output {
  code: number;
  text: string;
}

/** Runs a program of the repository on this Node and collects what it prints. */
export function runNode(args: readonly string[], env: Record<string, string> = {}): Promise<Output> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { cwd: ROOT, env: { ...process.env, ...env } });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({ code: code ?? 1, text: signal ? `${text}\nended by ${signal}` : text }),
    );
  });
}

/** A check that is a program: what it prints is the fault when it does not exit with 0. */
export function programCheck(name: string, args: readonly string[]): Check {
  return {
    name,
    async run() {
      const { code, text } = await runNode(args);
      return code === 0 ? [] : [text.trim() || `exit code ${code}`];
    },
  };
}
