/** The first pass over the files: every row is read and checked before anything is sent. */
import { hash } from 'node:crypto';
import { headersOf, readCell } from './mapping/columns.ts';
import { Known } from './mapping/known.ts';
import type { Mapping, RowFault, SourceFile } from './mapping/mapping.ts';
import type { FoundFile, FoundFolder } from './reading/folder.ts';
import { FileFault, type RawRow } from './reading/rows.ts';

/** A row that was not taken over, as it is written to the rejects file. */
export interface Reject {
  file: string;
  line: number;
  code: string | null;
  field: string | null;
  reason: string;
  row: Record<string, string>;
}

/** A file after the first pass. */
export interface CheckedFile {
  found: FoundFile;
  rows: number;
  rejected: ReadonlySet<number>;
}

export interface Checked {
  files: CheckedFile[];
  known: Known;
  notices: string[];
}

export interface CheckingHooks {
  onReject(reject: Reject): void;
  onRow?(fileName: string, rows: number): void;
}

/** The values of a row, or everything that is wrong with its cells. */
export function readRow<V>(
  { columns }: Pick<SourceFile<V>, 'columns'>,
  raw: RawRow,
): { values: V } | { faults: RowFault[] } {
  if (raw.fault !== undefined) return { faults: [{ column: null, reason: raw.fault }] };
  const faults: RowFault[] = [];
  const values: Record<string, unknown> = {};
  for (const key of Object.keys(columns) as (keyof V & string)[]) {
    const column = columns[key];
    const header = headersOf(column).find((name) => raw.cells[name] !== undefined);
    const reading = readCell(column, header === undefined ? undefined : raw.cells[header]);
    if ('fault' in reading) faults.push({ column: column.column, reason: reading.fault });
    else values[key] = reading.value;
  }
  return faults.length > 0 ? { faults } : { values: values as V };
}

/** The reject that a row with faults becomes: one, however many faults it has. */
export function rejectOf(fileName: string, raw: RawRow, code: string | null, faults: RowFault[]): Reject {
  const reason = faults.map(({ column, reason: why }) => (column === null ? why : `${column} ${why}`)).join('; ');
  return { file: fileName, line: raw.line, code, field: faults[0]?.column ?? null, reason, row: raw.cells };
}

/** @throws FileFault when a file lacks a column that the mapping needs */
export async function checkFolder(folder: FoundFolder, mapping: Mapping, hooks: CheckingHooks): Promise<Checked> {
  const known = new Known();
  const notices = [...folder.notices];
  const files: CheckedFile[] = [];
  for (const name of mapping.files) {
    const found = folder.files.find(({ source }) => source === name);
    if (found) files.push(await checkFile(found, known, notices, hooks));
  }
  return { files, known, notices };
}

/** The first row of a code: all that is kept of a streamed file, so that a large one fits into memory. */
interface Seen {
  line: number;
  content: string;
}

const digestOf = (values: unknown): string => hash('sha1', JSON.stringify(values), 'base64').slice(0, 16);

/** Why the second row of a code is not taken: the first one stands, and nobody can tell which of two is right. */
const repeatOf = ({ line, content }: Seen, code: string, again: string): string =>
  content === again
    ? `repeats line ${line}`
    : `has the code ${JSON.stringify(code)} of line ${line} and other values; the first one stands`;

async function checkFile(
  found: FoundFile,
  known: Known,
  notices: string[],
  hooks: CheckingHooks,
): Promise<CheckedFile> {
  const { source, fileName } = found;
  const rejected = new Set<number>();
  const seen = new Map<string, Seen>();
  const held: { raw: RawRow; code: string; values: unknown }[] = [];
  let rows = 0;

  const reject = (raw: RawRow, code: string | null, faults: RowFault[]) => {
    rejected.add(raw.line);
    hooks.onReject(rejectOf(fileName, raw, code, faults));
  };

  const placeless = new Set<string>();
  const leftOut = new Set<string>();
  const place = placesIn(source);
  for await (const raw of found.read((names) => requireColumns(source, fileName, names, notices))) {
    rows += 1;
    for (const name of Object.keys(raw.cells)) {
      if (!place.has(name)) (source.leftOut?.columns.includes(name) ? leftOut : placeless).add(name);
    }
    hooks.onRow?.(fileName, rows);
    const reading = readRow(source, raw);
    if ('faults' in reading) {
      reject(raw, codeIn(source, raw), reading.faults);
      continue;
    }
    const code = source.codeOf(reading.values);
    const content = digestOf(reading.values);
    const earlier = seen.get(code);
    if (earlier !== undefined) {
      reject(raw, code, [{ column: null, reason: repeatOf(earlier, code, content) }]);
      continue;
    }
    seen.set(code, { line: raw.line, content });
    if (source.keep) {
      known.keep(source, code, { line: raw.line, values: reading.values });
      held.push({ raw, code, values: reading.values });
      continue;
    }
    const faults = source.check(reading.values, known);
    if (faults.length > 0) reject(raw, code, faults);
  }
  if (placeless.size > 0) notices.push(`${fileName}: the mapping has no place for ${[...placeless].join(', ')}.`);
  if (leftOut.size > 0) notices.push(`${fileName}: not imported: ${[...leftOut].join(', ')}, ${source.leftOut?.why}.`);
  dropFaulty(source, known, held, reject);
  return { found, rows, rejected };
}

/** Rows of a kept file may refer to each other, so they are checked when all are known, and again while rows fall out. */
function dropFaulty(
  source: SourceFile,
  known: Known,
  held: { raw: RawRow; code: string; values: unknown }[],
  reject: (raw: RawRow, code: string, faults: RowFault[]) => void,
): void {
  let left = held;
  for (let dropped = true; dropped; ) {
    dropped = false;
    const standing: typeof held = [];
    for (const entry of left) {
      const faults = source.check(entry.values, known);
      if (faults.length === 0) {
        standing.push(entry);
        continue;
      }
      dropped = true;
      known.drop(source, entry.code);
      reject(entry.raw, entry.code, faults);
    }
    left = standing;
  }
}

/** The code of a row some of whose other cells are faulty, for the rejects file. */
function codeIn(source: SourceFile, raw: RawRow): string | null {
  const columns = source.columns as Record<string, SourceFile['columns'][never]>;
  const values = Object.fromEntries(
    Object.entries(columns).map(([key, column]: [string, { column: string; also?: string[] }]) => [
      key,
      headersOf(column)
        .map((name) => raw.cells[name]?.trim())
        .find(Boolean) ?? '',
    ]),
  );
  return source.codeOf(values).trim() || null;
}

const columnsOf = (source: SourceFile) =>
  Object.values(source.columns as Record<string, { column: string; also?: string[]; optional: boolean }>);

/** The columns that a mapping reads, in lower case. */
const placesIn = (source: SourceFile): ReadonlySet<string> => new Set(columnsOf(source).flatMap(headersOf));

function requireColumns(source: SourceFile, fileName: string, present: string[], notices: string[]): void {
  const absent = columnsOf(source).filter((column) => !headersOf(column).some((name) => present.includes(name)));
  const missing = absent.filter(({ optional }) => !optional).map(({ column }) => column);
  if (missing.length > 0) {
    throw new FileFault(`${fileName} has no column ${missing.join(', ')}; it has ${present.join(', ')}.`);
  }
  const empty = absent.map(({ column }) => column);
  if (empty.length > 0) notices.push(`${fileName} has no column ${empty.join(', ')}: left empty.`);
}
