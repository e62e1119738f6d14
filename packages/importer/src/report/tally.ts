import type { Reject } from '../checking.ts';
import type { Sent } from '../graph/sending.ts';
import type { Target } from '../mapping/mapping.ts';

/** What became of the rows of one kind. */
export interface Counts {
  accepted: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  warnings: number;
}

/** A line of the summary: the rows of a file that became rows of one kind. */
export interface TallyLine extends Counts {
  file: string;
  title: string;
}

export interface WarningKind {
  file: string;
  field: string;
  message: string;
  count: number;
}

const NONE: Counts = { accepted: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, warnings: 0 };

/** Adds up what became of every row. */
export class Tally {
  readonly #lines = new Map<string, TallyLine>();
  readonly #warnings = new Map<string, WarningKind>();
  #rejected = 0;

  /** Names a line before its rows arrive, so that the summary has the order of the import. */
  open(file: string, title: string): TallyLine {
    const key = `${file}\n${title}`;
    let line = this.#lines.get(key);
    if (!line) {
      line = { file, title, ...NONE };
      this.#lines.set(key, line);
    }
    return line;
  }

  /** A row that did not get past the check. */
  rejected({ file }: Reject, title: string): void {
    this.open(file, title).rejected += 1;
    this.#rejected += 1;
  }

  /** A row that passed the check of a dry run. */
  passed(file: string, title: string): void {
    this.open(file, title).accepted += 1;
  }

  /** A row that the graph answered for. */
  sent(file: string, { title }: Pick<Target, 'title'>, { outcome, warnings }: Sent): void {
    const line = this.open(file, title);
    if (outcome === 'REJECTED') {
      line.rejected += 1;
      this.#rejected += 1;
      return;
    }
    line.accepted += 1;
    if (outcome === 'CREATED') line.created += 1;
    if (outcome === 'UPDATED') line.updated += 1;
    if (outcome === 'UNCHANGED') line.unchanged += 1;
    line.warnings += warnings.length;
    for (const { field, message } of warnings) {
      const key = `${file}\n${field}\n${message}`;
      const kind = this.#warnings.get(key) ?? { file, field, message, count: 0 };
      kind.count += 1;
      this.#warnings.set(key, kind);
    }
  }

  get rejectedRows(): number {
    return this.#rejected;
  }

  get lines(): TallyLine[] {
    return [...this.#lines.values()];
  }

  get warnings(): WarningKind[] {
    return [...this.#warnings.values()].sort((a, b) => b.count - a.count);
  }
}
