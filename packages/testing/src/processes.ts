import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A process of the house, as the launcher wrote it down. */
export interface GraphProcess {
  name: string;
  /** `api` and `worker` in a split house, else `all`. */
  role: string;
  pid: number;
}

/** The processes that run now; the launcher writes the file anew with every start. */
export function readProcesses(file: string): GraphProcess[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { processes: GraphProcess[] }).processes;
}

/** Whether a process runs. One that has ended and waits to be collected by its parent does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    if (process.platform !== 'linux') return true;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return false;
  }
}

/** Sends a signal and resolves once the process has ended. @throws Error when it has not ended within 15 s */
export async function end(pid: number, signal: NodeJS.Signals): Promise<void> {
  try {
    process.kill(pid, signal);
  } catch {
    return;
  }
  for (const deadline = Date.now() + 15_000; isRunning(pid); await wait(10)) {
    if (Date.now() > deadline) throw new Error(`Process ${pid} did not end on ${signal}`);
  }
}
