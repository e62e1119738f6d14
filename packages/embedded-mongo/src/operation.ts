import { MongoError } from './errors.ts';

/** How long a command may keep the event loop before others get a turn, in milliseconds. */
const SLICE_MS = 5;

/** One running command, or the life of a cursor: its time limit, whether it was killed, and when it should let others in. */
export class Operation {
  readonly startedAt = performance.now();
  private sliceStart = performance.now();
  private deadline = Number.POSITIVE_INFINITY;
  private remaining = Number.POSITIVE_INFINITY;
  private killedBy: MongoError | undefined;

  /** @param maxTimeMS the limit in milliseconds; 0 is none */
  constructor(maxTimeMS = 0) {
    if (maxTimeMS > 0) this.remaining = maxTimeMS;
    this.resume();
  }

  /** Begins to run (again); time between the batches of a cursor does not count. */
  resume(maxTimeMS = 0): void {
    if (maxTimeMS > 0) this.remaining = maxTimeMS;
    this.sliceStart = performance.now();
    this.deadline = this.sliceStart + this.remaining;
  }

  /** Stops the clock of the time limit. */
  suspend(): void {
    if (Number.isFinite(this.remaining)) this.remaining = Math.max(0.001, this.deadline - performance.now());
  }

  kill(error: MongoError): void {
    this.killedBy ??= error;
  }

  /** Throws when the command was killed (its error) or has used up its time (code 50). */
  check(): void {
    if (this.killedBy) throw this.killedBy;
    if (performance.now() > this.deadline) throw new MongoError(50, 'operation exceeded time limit');
  }

  /** True when it is time to let other commands run. */
  get due(): boolean {
    return performance.now() - this.sliceStart > SLICE_MS;
  }

  /** Lets other commands run when the time slice is used up; checks before and after. */
  async pause(): Promise<void> {
    this.check();
    if (!this.due) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.sliceStart = performance.now();
    this.check();
  }
}
