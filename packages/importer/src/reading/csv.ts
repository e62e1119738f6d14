import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type CsvError, parse } from 'csv-parse';
import { FileFault, inUtf8, LARGEST_ROW, type RawRow, REPLACEMENT } from './rows.ts';

interface Parsed {
  record: string[];
  raw: string;
  info: { lines: number };
}

const linesWithin = (raw: string) => raw.replace(/(\r\n|\n|\r)$/, '').split(/\r\n|\n|\r/).length - 1;

/** What separates cells: a comma, or what spreadsheets write where the comma is the decimal sign. */
const SEPARATORS = [',', ';', '\t'] as const;
const HEADER_BYTES = 65_536;

/** The separator that the header has most of; the comma where it has none. */
async function separatorOf(path: string): Promise<string> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(HEADER_BYTES), length: HEADER_BYTES });
    const [header = ''] = buffer
      .toString('utf8', 0, bytesRead)
      .replaceAll(/"[^"]*"/g, '')
      .trimStart()
      .split(/\r|\n/);
    const countOf = (separator: string) => header.split(separator).length;
    return SEPARATORS.reduce((most, one) => (countOf(one) > countOf(most) ? one : most));
  } finally {
    await handle.close();
  }
}

/**
 * Streams a CSV file (RFC 4180; a byte order mark, either line ending, and semicolons or tabs instead of commas are fine). Blank lines do not count as rows; a
 * row with too few or too many cells, or with a quote in the wrong place, comes out with its fault.
 * @param onColumns told the names of the columns, in lower case, before the first row
 * @throws FileFault when there is no header, one that names a column twice, or a row without an end
 */
export async function* readCsv(path: string, onColumns?: (names: string[]) => void): AsyncGenerator<RawRow> {
  const broken: RawRow[] = [];
  const parser = parse({
    bom: true,
    delimiter: await separatorOf(path),
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LARGEST_ROW,
    // The types of the library describe only the mode in which a row is an object.
    on_skip: ((error: CsvError | undefined, raw: string | undefined) => {
      const lines = Number((error as { lines?: number } | undefined)?.lines ?? 0);
      const line = Math.max(1, lines - linesWithin(raw ?? ''));
      // The parser has lost its place here and would leave out the rows that follow.
      if (error?.code === 'CSV_MAX_RECORD_SIZE') parser.destroy(tooLong(path, line));
      else broken.push({ line, cells: {}, fault: wordsFor(error) });
      return undefined;
    }) as never,
  });
  const source = createReadStream(path);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);

  let header: string[] | undefined;
  try {
    for await (const { record, raw, info } of parser as AsyncIterable<Parsed>) {
      if (!header) {
        header = checkedHeader(record, path);
        onColumns?.(header.filter((name) => name !== ''));
        continue;
      }
      yield* broken.splice(0);
      if (record.every((cell) => cell.trim() === '')) continue;
      yield inUtf8(rowOf(header, record, info.lines - linesWithin(raw)));
    }
  } finally {
    source.destroy();
  }
  if (!header) {
    const [fault] = broken;
    const why = fault ? `cannot be read: line ${fault.line} ${fault.fault}` : 'is empty';
    throw new FileFault(`${basename(path)} ${why}. Its first line must name the columns.`);
  }
  yield* broken;
}

function checkedHeader(record: string[], path: string): string[] {
  const header = record.map((name) => name.trim().toLowerCase());
  if (header.some((name) => name.includes(REPLACEMENT))) {
    throw new FileFault(`${basename(path)} is not in UTF-8. Spreadsheets write that as "CSV UTF-8".`);
  }
  const twice = header.find((name, place) => name !== '' && header.indexOf(name) !== place);
  if (twice) throw new FileFault(`${basename(path)} names the column ${twice} twice.`);
  return header;
}

function rowOf(header: string[], record: string[], line: number): RawRow {
  const cells = Object.fromEntries(header.flatMap((name, place) => (name === '' ? [] : [[name, record[place] ?? '']])));
  if (record.length === header.length) return { line, cells };
  return { line, cells, fault: `has ${record.length} cells where the header has ${header.length}` };
}

const tooLong = (path: string, line: number): FileFault =>
  new FileFault(
    `${basename(path)}: the row of line ${line} is longer than ${LARGEST_ROW} characters. Is there a quote that is never closed?`,
  );

function wordsFor(error: CsvError | undefined): string {
  switch (error?.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'has a quote that is never closed; everything after it is part of this row';
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return 'has a quote in the wrong place';
    default:
      return 'is no CSV';
  }
}
