import { createReadStream } from 'node:fs';
import { inUtf8, LARGEST_ROW, type RawRow } from './rows.ts';

/** Streams a file of one JSON object a line (NDJSON). Numbers, booleans and null become cells as JSON writes them. */
export async function* readNdjson(path: string): AsyncGenerator<RawRow> {
  let line = 0;
  for await (const text of linesOf(path)) {
    line += 1;
    const bare = (line === 1 ? text.replace(/^\uFEFF/, '') : text).trim();
    if (bare === '') continue;
    if (text.length > LARGEST_ROW) yield { line, cells: {}, fault: `is longer than ${LARGEST_ROW} characters` };
    else yield inUtf8(rowOf(bare, line));
  }
}

/** The lines of a file. Of a line that is too long only the beginning comes out, one character more than is allowed. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  // Not readline: it breaks lines at U+2028 too, which JSON allows inside of texts.
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!.slice(0, LARGEST_ROW + 1);
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function rowOf(text: string, line: number): RawRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line, cells: {}, fault: 'is no JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { line, cells: {}, fault: 'is no JSON object' };
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
