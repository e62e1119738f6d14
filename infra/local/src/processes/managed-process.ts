import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { LaunchFault } from '../fault.ts';
import { LogFile } from './log-file.ts';
import type { ProcessRegistry } from './registry.ts';

const TETHER = pathToFileURL(`${import.meta.dirname}/tether.ts`).href;
/** Often enough not to be noticed, seldom enough not to slow down what is being waited for. */
const POLL_MS = 100;
const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 5000;
/** A process that ran this long has recovered: the next restart is immediate again. */
const STABLE_MS = 10_000;

/** One process of the house: what to run and how to tell that it is ready. */
export interface ProcessSpec {
  name: string;
  /** `api`, `worker`, `all`, or what else distinguishes two processes of one name. */
  role: string;
  /** A script run on this Node, or another program. */
  run: { script: string; args?: string[] } | { program: string; args: string[] };
  env: Record<string, string | undefined>;
  isReady(child: ChildProcess): Promise<boolean>;
  /** What to say when it does not start; receives the reason found in its log. */
  faultAdvice?(reason: string): string;
  startTimeoutMs?: number;
  stopTimeoutMs?: number;
}

interface Surroundings {
  logs: string;
  registry: ProcessRegistry;
  /** Told about every end that nobody asked for. */
  onRestart(line: string): void;
}

/** Starts a process, keeps its log, starts it again when it dies, and stops it. */
export class ManagedProcess {
  readonly spec: ProcessSpec;
  readonly #surroundings: Surroundings;
  readonly #log: LogFile;
  #child: ChildProcess | undefined;
  #state: 'starting' | 'running' | 'stopping' = 'starting';
  #restarts = 0;
  #startedAt = 0;
  #restartTimer: NodeJS.Timeout | undefined;

  constructor(spec: ProcessSpec, surroundings: Surroundings) {
    this.spec = spec;
    this.#surroundings = surroundings;
    const suffix = spec.role === 'all' ? '' : `-${spec.role}`;
    this.#log = new LogFile(`${surroundings.logs}/${spec.name}${suffix}.log`);
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get #label(): string {
    return this.spec.role === 'all' ? this.spec.name : `${this.spec.name} ${this.spec.role}`;
  }

  /** Resolves when the process is ready. @throws LaunchFault with the reason from its log */
  async start(): Promise<void> {
    this.#spawn();
    const deadline = Date.now() + (this.spec.startTimeoutMs ?? 60_000);
    for (;;) {
      const child = this.#child;
      if (this.#state === 'stopping') throw new LaunchFault(`${this.#label} was stopped while it started.`);
      if (!child || hasEnded(child)) throw this.#fault(child);
      if (await this.spec.isReady(child).catch(() => false)) break;
      if (Date.now() > deadline) throw this.#fault(child, 'it was not ready in time');
      await wait(POLL_MS);
    }
    this.#state = 'running';
  }

  /** SIGTERM, and SIGKILL to what has not ended in time. */
  async stop(): Promise<void> {
    this.#state = 'stopping';
    clearTimeout(this.#restartTimer);
    const child = this.#child;
    if (child && !hasEnded(child)) {
      const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
      child.kill('SIGTERM');
      const limit = setTimeout(() => child.kill('SIGKILL'), this.spec.stopTimeoutMs ?? 10_000);
      await ended;
      clearTimeout(limit);
    }
    await this.#log.close();
  }

  /** Ends the process at once; for a second Ctrl-C. */
  kill(): void {
    this.#state = 'stopping';
    clearTimeout(this.#restartTimer);
    this.#child?.kill('SIGKILL');
  }

  #spawn(): void {
    const { run, env } = this.spec;
    const script = 'script' in run;
    const command = script ? process.execPath : run.program;
    const args = script
      ? ['--disable-warning=ExperimentalWarning', `--import=${TETHER}`, run.script, ...(run.args ?? [])]
      : run.args;
    const child = spawn(command, args, {
      // A group of its own: Ctrl-C reaches the launcher alone, which stops everything in order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', ...(script ? (['ipc'] as const) : [])],
      env,
    });
    this.#child = child;
    this.#startedAt = Date.now();
    if (child.stdout) this.#log.take(child.stdout);
    if (child.stderr) this.#log.take(child.stderr);
    child.once('error', (error) => this.#log.write(`cannot start ${command}: ${error.message}`));
    child.once('close', (code, signal) => this.#ended(child, signal ?? `exit code ${code}`));
    if (child.pid) this.#surroundings.registry.add(this.spec.name, this.spec.role, child.pid);
  }

  #ended(child: ChildProcess, how: string): void {
    if (child !== this.#child) return;
    this.#log.write(`-- ended with ${how}`);
    if (this.#state === 'stopping') this.#surroundings.registry.remove(this.spec.name, this.spec.role);
    if (this.#state !== 'running') return;

    if (Date.now() - this.#startedAt > STABLE_MS) this.#restarts = 0;
    const delay = Math.min(FIRST_DELAY_MS * 2 ** this.#restarts, LONGEST_DELAY_MS);
    this.#restarts += 1;
    this.#surroundings.onRestart(`${this.#label} ended with ${how}; starting it again (see ${this.#log.path})`);
    this.#restartTimer = setTimeout(() => this.#spawn(), delay);
  }

  #fault(child: ChildProcess | undefined, how?: string): LaunchFault {
    const reason = this.#log.reason();
    const outcome = how ?? `it ended with ${child?.signalCode ?? `exit code ${child?.exitCode}`}`;
    const advice = this.spec.faultAdvice?.(reason) ?? '';
    return new LaunchFault(
      `${this.#label} did not start: ${outcome}: ${reason.replace(/[.\s]+$/, '')}. ${advice}(log: ${this.#log.path})`,
    );
  }
}

const hasEnded = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
