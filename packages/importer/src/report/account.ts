/** Says of every row of the files what became of it, whether it is a row of the graph or was merged into one. */
import { type Reject, rejectOf } from '../checking.ts';
import type { GraphRowFault, Sent } from '../graph/sending.ts';
import type { Origin, Outgoing, RowFault, SourceFile, Target } from '../mapping/mapping.ts';
import type { Tally } from './tally.ts';

export interface AccountOptions {
  target: Target;
  /** The name of a file as it is in the folder. */
  fileNameOf(source: SourceFile): string;
  tally: Tally;
  onReject(reject: Reject): void;
}

/** A row of a file together with what the graph said of it. */
interface RowWithFaults {
  origin: Origin | null;
  /** Where it stands in the row of the graph; none for the row itself. */
  path: string | null;
  faults: RowFault[];
}

/** `assignments[0].unitCode` belongs to the column of `assignments`. */
const columnFor = (field: string, columnOf: Record<string, string>): string =>
  columnOf[field] ?? columnOf[field.split(/[.[]/)[0]!] ?? field;

const same = (one: Origin | null, other: Origin) => one?.file === other.file && one.line === other.line;

/** The value at `assignments.1` of a row. */
const valueAt = (row: unknown, path: string): unknown =>
  path.split('.').reduce((value: unknown, key) => (value as Record<string, unknown> | undefined)?.[key], row);

const cellsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((value ?? {}) as object).map(([field, cell]) => [
      field,
      typeof cell === 'string' ? cell : JSON.stringify(cell),
    ]),
  );

export function createAccount({ target, fileNameOf, tally, onReject }: AccountOptions) {
  const mergingOf = (file: SourceFile) => target.merging?.find((one) => one.file === file) ?? target;
  const lineOf = (origin: Origin | null): [file: string, title: string] => {
    const file = origin?.file ?? target.file;
    return [fileNameOf(file), mergingOf(file).title];
  };

  /** The row of a file that a fault or a warning of the graph is about, and its column there. */
  function placeOf({ origin, parts = [] }: Outgoing, { field }: GraphRowFault): { at: Origin | null; column: string } {
    const part = parts.find(({ path }) => field === path || field.startsWith(`${path}.`));
    if (!part) return { at: origin, column: columnFor(field, target.columnOf) };
    const rest = field.slice(part.path.length + 1);
    return { at: part, column: columnFor(rest, mergingOf(part.file).columnOf) };
  }

  /** The rows of files that a row of the graph was made of, each once, its own first. */
  function rowsOf({ origin, parts = [] }: Outgoing): RowWithFaults[] {
    const rows: RowWithFaults[] = [{ origin, path: null, faults: [] }];
    for (const part of parts) {
      if (!rows.some((row) => same(row.origin, part))) rows.push({ origin: part, path: part.path, faults: [] });
    }
    return rows;
  }

  function reject({ outgoing, faults }: Sent): void {
    const rows = rowsOf(outgoing);
    for (const fault of faults) {
      const { at, column } = placeOf(outgoing, fault);
      const row = rows.find(({ origin }) => origin === at || (at !== null && same(origin, at))) ?? rows[0]!;
      row.faults.push({ column, reason: fault.message });
    }
    const blamed = rows.find((row) => row.faults.length > 0);
    for (const { origin, path, faults: own } of rows) {
      const [fileName, title] = lineOf(origin);
      tally.answered(fileName, title, 'REJECTED');
      const goesWith = `goes with line ${blamed?.origin?.line ?? 0} of ${lineOf(blamed?.origin ?? null)[0]}, which was rejected`;
      const code = typeof outgoing.row.code === 'string' ? outgoing.row.code : null;
      const cells = cellsOf(path === null ? outgoing.row : valueAt(outgoing.row, path));
      const told = own.length > 0 ? own : [{ column: null, reason: goesWith }];
      onReject(rejectOf(fileName, { line: origin?.line ?? 0, cells }, code, told));
    }
  }

  /** What the mapping itself found worth a look. */
  function warnOf({ warnings = [] }: Outgoing): void {
    for (const { field, message, ...origin } of warnings) {
      tally.warned(...lineOf(origin), { field, message, code: message });
    }
  }

  return {
    /** A row that passed the check of the files and was not sent. */
    passed(outgoing: Outgoing): void {
      const [own, ...parts] = rowsOf(outgoing);
      tally.passed(...lineOf(own!.origin));
      for (const { origin } of parts) tally.merged(...lineOf(origin));
      warnOf(outgoing);
    },

    /** A row that the graph answered for. */
    sent(one: Sent): void {
      if (one.outcome === 'REJECTED') {
        reject(one);
        return;
      }
      const [own, ...parts] = rowsOf(one.outgoing);
      tally.answered(...lineOf(own!.origin), one.outcome);
      for (const { origin } of parts) tally.merged(...lineOf(origin));
      for (const warning of one.warnings) {
        const { at, column } = placeOf(one.outgoing, warning);
        tally.warned(...lineOf(at), { ...warning, field: column });
      }
      warnOf(one.outgoing);
    },
  };
}
