import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { inUtf8, type RawRow } from './rows.ts';

/** Streams a file of one JSON object a line (NDJSON). Numbers, booleans and null become cells as JSON writes them. */
export async function* readNdjson(path: string): AsyncGenerator<RawRow> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const bare = (line === 1 ? text.replace(/^\uFEFF/, '') : text).trim();
    if (bare !== '') yield inUtf8(rowOf(bare, line));
  }
}

function rowOf(text: string, line: number): RawRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line, cells: {}, fault: 'is no JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { line, cells: {}, fault: 'is no JSON object' };
  const cells: Record<string, string> = {};
  let fault: string | undefined;
  for (const [name, cell] of Object.entries(value)) {
    const text = cellOf(cell);
    if (text === undefined) fault ??= `${name} is neither text nor an exact number`;
    cells[name.trim().toLowerCase()] = text ?? JSON.stringify(cell);
  }
  return fault === undefined ? { line, cells } : { line, cells, fault };
}

function cellOf(cell: unknown): string | undefined {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return String(cell);
  // A larger whole number has already lost digits when JSON.parse hands it over.
  if (typeof cell === 'number' && Math.abs(cell) <= Number.MAX_SAFE_INTEGER) return String(cell);
  return undefined;
}
