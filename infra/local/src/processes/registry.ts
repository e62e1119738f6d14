import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LaunchFault } from '../fault.ts';

/** A process that is told apart from a later one with the same number by when it started. */
export interface ProcessIdentity {
  pid: number;
  /** Clock ticks since boot on Linux, a date elsewhere; null when the system does not tell. */
  startedAt: string | null;
}

export interface RegisteredProcess extends ProcessIdentity {
  name: string;
  role: string;
}

interface RegistryFile {
  launcher: ProcessIdentity;
  processes: RegisteredProcess[];
}

/** When a process started, or null when there is no such process. */
export function startOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in parentheses may hold spaces; the fields after it are plain. A zombie has ended.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? null : (fields[19] ?? null);
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

export const identify = (pid: number): ProcessIdentity => ({ pid, startedAt: startOf(pid) });

/** Whether exactly this process still runs. */
export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  return startedAt !== null && startOf(pid) === startedAt;
}

/** Writes down which processes belong to a data folder, so the next start finds what a killed launcher left behind. */
export class ProcessRegistry {
  readonly #file: string;
  readonly #processes = new Map<string, RegisteredProcess>();

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Ends what an earlier launcher left running.
   * @returns the names of what was ended
   * @throws LaunchFault when that launcher itself still runs
   */
  async clearOrphans(dataDir: string, graceMs = 8000): Promise<string[]> {
    const left = this.#read();
    if (!left) return [];
    if (isAlive(left.launcher)) {
      throw new LaunchFault(
        `Salesgraph already runs on ${dataDir} (process ${left.launcher.pid}): stop it first, or choose another folder with --data or SALESGRAPH_DATA.`,
      );
    }
    const orphans = left.processes.filter(isAlive);
    const signal = (name: NodeJS.Signals) => {
      for (const orphan of orphans.filter(isAlive)) {
        try {
          process.kill(orphan.pid, name);
        } catch {
          // It ended in this moment.
        }
      }
    };
    signal('SIGTERM');
    for (const deadline = Date.now() + graceMs; orphans.some(isAlive) && Date.now() < deadline; ) await wait(50);
    signal('SIGKILL');
    for (const deadline = Date.now() + 2000; orphans.some(isAlive) && Date.now() < deadline; ) await wait(20);
    return orphans.map(({ name }) => name);
  }

  /** From here on this process is the launcher. */
  open(): void {
    this.#write();
  }

  add(name: string, role: string, pid: number): void {
    this.#processes.set(`${name} ${role}`, { name, role, ...identify(pid) });
    this.#write();
  }

  remove(name: string, role: string): void {
    this.#processes.delete(`${name} ${role}`);
    this.#write();
  }

  close(): void {
    rmSync(this.#file, { force: true });
  }

  #read(): RegistryFile | undefined {
    if (!existsSync(this.#file)) return undefined;
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as RegistryFile;
    } catch {
      return undefined;
    }
  }

  #write(): void {
    const content: RegistryFile = { launcher: identify(process.pid), processes: [...this.#processes.values()] };
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, `${JSON.stringify(content, null, 2)}\n`);
    renameSync(`${this.#file}.new`, this.#file);
  }
}
