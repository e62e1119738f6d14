import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../errors.ts';

/** The most that a stage may hold, in bytes, as MongoDB's. */
export const MEMORY_LIMIT = 100 * 1024 * 1024;

/** Where a command may put what does not fit into memory. */
export interface Disk {
  dir: string;
  /** False for `allowDiskUse: false`. */
  allowed: boolean;
  /** The most that may be held where the disk is no help. */
  limit: number;
}

/** What is held before the rest goes to disk: in JavaScript documents take several times the room that their bytes do. */
export function heldBeforeSpilling({ limit }: Disk): number {
  return limit / 3;
}

/** Is it time to go to disk? Code 292 where that is not allowed and the limit of memory is reached. */
export function mustSpill(what: string, bytes: number, disk: Disk): boolean {
  if (disk.allowed) return bytes > heldBeforeSpilling(disk);
  if (bytes <= disk.limit) return false;
  return fail(292, `${what} exceeded memory limit of ${disk.limit} bytes, but did not opt in to external sorting.`);
}

const BLOCK = 1 << 18;
let count = 0;

/** Records on disk, in a file that has no name any more: however the process ends, nothing of it is left. */
export class SpillFile {
  private readonly file: number;
  private readonly block = Buffer.allocUnsafe(BLOCK);
  private filled = 0;
  private written = 0;

  constructor(dir: string) {
    const path = join(dir, `spill-${process.pid}-${++count}`);
    this.file = openSync(path, 'wx+');
    unlinkSync(path);
  }

  /** The place where the next record will stand. */
  get end(): number {
    return this.written + this.filled;
  }

  append(record: Uint8Array): void {
    if (this.filled + 4 + record.length > BLOCK) this.flush();
    const head = Buffer.allocUnsafe(4);
    head.writeUInt32LE(record.length);
    if (4 + record.length > BLOCK) {
      this.write(head);
      this.write(record);
      return;
    }
    this.block.set(head, this.filled);
    this.block.set(record, this.filled + 4);
    this.filled += 4 + record.length;
  }

  /** The records from one place to another. What is appended meanwhile is not read. */
  *records(from = 0, to = this.end): Generator<Buffer> {
    this.flush();
    let waiting = Buffer.alloc(0);
    let at = from;
    for (;;) {
      while (waiting.length >= 4 && waiting.length >= 4 + waiting.readUInt32LE(0)) {
        const size = 4 + waiting.readUInt32LE(0);
        yield waiting.subarray(4, size);
        waiting = waiting.subarray(size);
      }
      if (at >= to) return;
      const wanted = waiting.length >= 4 ? 4 + waiting.readUInt32LE(0) - waiting.length : 0;
      const next = Buffer.allocUnsafe(Math.min(to - at, Math.max(BLOCK, wanted)));
      const read = readSync(this.file, next, 0, next.length, at);
      at += read;
      waiting = Buffer.concat([waiting, next.subarray(0, read)]);
    }
  }

  close(): void {
    closeSync(this.file);
  }

  private flush(): void {
    const { filled } = this;
    this.filled = 0;
    if (filled > 0) this.write(this.block.subarray(0, filled));
  }

  private write(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      from += writeSync(this.file, bytes, from, bytes.length - from, this.written + from);
    }
    this.written += bytes.length;
  }
}
