import type { Counts, Tally, TallyLine, WarningKind } from './tally.ts';

export interface SummaryOptions {
  dryRun: boolean;
  /** Whether a dry run asked the graph what it would do. */
  tried: boolean;
  seconds: number;
  rejectsPath: string | null;
  notices: string[];
  /** Styles a heading or a fault; left as it is where there is no terminal. */
  paint: {
    bold(text: string): string;
    red(text: string): string;
    yellow(text: string): string;
    dim(text: string): string;
  };
}

const number = (value: number) => value.toLocaleString('en-US');
const COLUMNS = ['accepted', 'created', 'updated', 'unchanged', 'rejected', 'warnings'] as const;
const BY_FILES_ALONE = ['accepted', 'rejected'] as const;

/** Rows that were merged into others have a column where there are any. */
const columnsOf = (tally: Tally, alone: boolean): (keyof Counts)[] => [
  ...(alone ? BY_FILES_ALONE : COLUMNS),
  ...(tally.lines.some(({ merged }) => merged > 0) ? (['merged'] as const) : []),
];

const ENDINGS = {
  imported: 'Imported.',
  tried: 'Tried; nothing was written.',
  checked: 'Checked; nothing was sent.',
} as const;

/** A table with the first two columns to the left and figures to the right. */
function table(rows: string[][]): string[] {
  const widths = rows[0]!.map((_, place) => Math.max(...rows.map((row) => row[place]!.length)));
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, place) => (place < 2 ? cell.padEnd(widths[place]!) : cell.padStart(widths[place]!)))
        .join('   ')
        .trimEnd()}`,
  );
}

/** What became of everything, for people: a table by file, the warnings by kind, and what is to be known besides. */
export function summaryOf(
  tally: Tally,
  { dryRun, tried, seconds, rejectsPath, notices, paint }: SummaryOptions,
): string {
  const alone = dryRun && !tried;
  const columns = columnsOf(tally, alone);
  const heading = ['file', 'as', ...columns.map((name) => (alone && name === 'accepted' ? 'good' : name))];
  const cells = (line: TallyLine) => [line.file, line.title, ...columns.map((name) => number(line[name]))];
  const [head, ...lines] = table([heading, ...tally.lines.map(cells)]);
  const out = ['', paint.bold(head!), ...lines];

  const { warnings } = tally;
  if (warnings.length > 0) {
    const total = warnings.reduce((sum, { count }) => sum + count, 0);
    out.push('', paint.bold(`  ${number(total)} warnings: taken over, and worth a look`));
    const said = ({ message, varies }: WarningKind) => (varies ? `${message}, and the like` : message);
    out.push(...table(warnings.map((kind) => [`${kind.file} ${kind.field}`, said(kind), number(kind.count)])));
  }
  if (notices.length > 0) out.push('', ...notices.map((notice) => paint.dim(`  ${notice}`)));
  if (tally.rejectedRows > 0) {
    const where = rejectsPath === null ? '' : `: ${rejectsPath} says why`;
    out.push('', paint.red(`  ${number(tally.rejectedRows)} rows were rejected${where}`));
  }
  const done = ENDINGS[!dryRun ? 'imported' : tried ? 'tried' : 'checked'];
  out.push('', `${done} ${seconds.toFixed(1)} s`, '');
  return out.join('\n');
}
