/** A row of a file as it stands there, or why it is none. */
export type RawRow =
  | { line: number; cells: Record<string, string>; fault?: undefined }
  | { line: number; cells: Record<string, string>; fault: string };

/** A file that cannot be imported at all: the message names it. */
export class FileFault extends Error {}

/** Longer rows are refused, so that a file without line breaks cannot fill the memory. In characters. */
export const LARGEST_ROW = 1_000_000;

/** Cells that were no UTF-8 hold this character. */
export const REPLACEMENT = '\uFFFD';

/** Refuses a row that was not written in UTF-8 rather than to take over broken names. */
export function inUtf8(row: RawRow): RawRow {
  const broken = Object.entries(row.cells).find(
    ([name, cell]) => cell.includes(REPLACEMENT) || name.includes(REPLACEMENT),
  );
  return broken && row.fault === undefined ? { ...row, fault: `${broken[0]} is not in UTF-8` } : row;
}
