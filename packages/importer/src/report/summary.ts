import type { Tally, TallyLine } from './tally.ts';

export interface SummaryOptions {
  dryRun: boolean;
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
export function summaryOf(tally: Tally, { dryRun, seconds, rejectsPath, notices, paint }: SummaryOptions): string {
  const columns = dryRun ? (['accepted', 'rejected'] as const) : COLUMNS;
  const heading = ['file', 'as', ...columns.map((name) => (dryRun && name === 'accepted' ? 'good' : name))];
  const cells = (line: TallyLine) => [line.file, line.title, ...columns.map((name) => number(line[name]))];
  const [head, ...lines] = table([heading, ...tally.lines.map(cells)]);
  const out = ['', paint.bold(head!), ...lines];

  const { warnings } = tally;
  if (warnings.length > 0) {
    const total = warnings.reduce((sum, { count }) => sum + count, 0);
    out.push('', paint.bold(`  ${number(total)} warnings: taken over, and worth a look`));
    out.push(...table(warnings.map(({ file, field, message, count }) => [`${file} ${field}`, message, number(count)])));
  }
  if (notices.length > 0) out.push('', ...notices.map((notice) => paint.dim(`  ${notice}`)));
  if (tally.rejectedRows > 0) {
    const where = rejectsPath === null ? '' : `: ${rejectsPath} says why`;
    out.push('', paint.red(`  ${number(tally.rejectedRows)} rows were rejected${where}`));
  }
  const done = dryRun ? 'Checked; nothing was sent.' : 'Imported.';
  out.push('', `${done} ${seconds.toFixed(1)} s`, '');
  return out.join('\n');
}
