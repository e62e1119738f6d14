import { closeSync, openSync, writeSync } from 'node:fs';
import type { Reject } from '../checking.ts';

/** Rows that were not taken over, one JSON object a line. Written as they come, so that a killed import leaves what it knew. */
export interface RejectsFile {
  path: string;
  /** Whether there is anything in it. */
  readonly written: number;
  add(reject: Reject): void;
  close(): void;
}

/** @param always make the file even if nothing is rejected, so that its reader need not ask */
export function openRejects(path: string, { always }: { always: boolean }): RejectsFile {
  let descriptor = always ? openSync(path, 'w') : undefined;
  let written = 0;
  return {
    path,
    get written() {
      return written;
    },
    add(reject) {
      descriptor ??= openSync(path, 'w');
      writeSync(descriptor, `${JSON.stringify(reject)}\n`);
      written += 1;
    },
    close() {
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
    },
  };
}
