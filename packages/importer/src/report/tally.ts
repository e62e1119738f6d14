import type { Reject } from '../checking.ts';
import type { Outcome } from '../graph/sending.ts';

/** What became of the rows of one kind. */
export interface Counts {
  accepted: number;
  /** Rows that became parts of a row of the graph. */
  merged: number;
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
  /** That of the first one, where messages name what differs from row to row. */
  message: string;
  /** Whether others of the kind say something else. */
  varies: boolean;
  count: number;
}

/** Something that is taken over and worth a look. */
export interface Warning {
  field: string;
  message: string;
  /** Equal codes are of one kind. */
  code: string;
}

const NONE: Counts = { accepted: 0, merged: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, warnings: 0 };

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
  answered(file: string, title: string, outcome: Outcome): void {
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
  }

  /** A row that became a part of one that was accepted. */
  merged(file: string, title: string): void {
    this.open(file, title).merged += 1;
  }

  warned(file: string, title: string, { field, message, code }: Warning): void {
    this.open(file, title).warnings += 1;
    const key = `${file}\n${field}\n${code}`;
    const kind = this.#warnings.get(key) ?? { file, field, message, varies: false, count: 0 };
    kind.count += 1;
    kind.varies ||= kind.message !== message;
    this.#warnings.set(key, kind);
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
