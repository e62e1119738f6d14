/** How a cell becomes a value. Each reader says in words what is wrong with a cell that it cannot read. */
import { type Day, type DayFormat, isMonth, parseDay } from '@salesgraph/calendar';

/** What became of a cell: its value, or what is wrong with it. */
export type Reading<T> = { value: T } | { fault: string };

/** A column of a file and how its cells are read. An empty cell never reaches `read`. */
export interface Column<T> {
  /** The header, compared without case. */
  column: string;
  /** Other headers under which the column is known, say in another language. */
  also?: readonly string[];
  /** Whether a cell may be empty, or the whole column absent. */
  optional: boolean;
  read(cell: string): Reading<T>;
}

const LONGEST_TEXT = 1_000;

/**
 * Text, blanks around it removed.
 * @param aliases words to be written otherwise, compared without case: `{ technolgy: 'technology' }`
 */
export function text(
  column: string,
  { aliases = {}, longest = 200 }: { aliases?: Record<string, string>; longest?: number } = {},
): Column<string> {
  const known = new Map(Object.entries(aliases).map(([from, to]) => [from.toLowerCase(), to]));
  return {
    column,
    optional: false,
    read: (cell) =>
      cell.length > longest
        ? { fault: `has more than ${longest} characters` }
        : { value: known.get(cell.toLowerCase()) ?? cell },
  };
}

/** A calendar day, given as M/D/YYYY or YYYY-MM-DD. It is a business date: no time zone is involved. */
export function day(column: string, formats: DayFormat[] = ['YYYY-MM-DD', 'M/D/YYYY']): Column<Day> {
  return {
    column,
    optional: false,
    read(cell) {
      const value = parseDay(cell, formats);
      return value === null ? { fault: `is no day of the form ${formats.join(' or ')}: ${quoted(cell)}` } : { value };
    },
  };
}

/** A calendar day, or one that stands for an end that is not known: `9999-01-01` becomes null. */
export function openDay(column: string, open: Day, formats?: DayFormat[]): Column<Day | null> {
  const { read, ...rest } = day(column, formats);
  return { ...rest, read: (cell) => (cell === open ? { value: null } : read(cell)) };
}

/** A month of the form YYYY-MM. */
export const month = (column: string): Column<string> => ({
  column,
  optional: false,
  read: (cell) => (isMonth(cell) ? { value: cell } : { fault: `is no month of the form YYYY-MM: ${quoted(cell)}` }),
});

/** An exact decimal number as a string, at least 0, in canonical form (`007.50` is `7.5`). No thousands separators, no exponent. */
export const decimal = (column: string, { places = 2 }: { places?: number } = {}): Column<string> => ({
  column,
  optional: false,
  read: (cell) => readDecimal(cell, places),
});

const LARGEST_WHOLE_PART = 15;

/** @returns the number as written, without needless zeros */
export function readDecimal(cell: string, places: number): Reading<string> {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(cell);
  if (!match) return { fault: `is no decimal number: ${quoted(cell)}` };
  const whole = match[2]!.replace(/^0+(?=\d)/, '');
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > places) return { fault: `has more than ${places} decimal places: ${cell}` };
  if (whole.length > LARGEST_WHOLE_PART) return { fault: `is too large: ${cell}` };
  const value = fraction ? `${whole}.${fraction}` : whole;
  if (match[1] && value !== '0') return { fault: `must be at least 0: ${cell}` };
  return { value };
}

/** One of a few words, compared without case: `{ Won: 'WON', Lost: 'LOST' }`. */
export function oneOf<T extends string>(column: string, words: Record<string, T>): Column<T> {
  const known = new Map(Object.entries(words).map(([word, value]) => [word.toLowerCase(), value]));
  return {
    column,
    optional: false,
    read(cell) {
      const value = known.get(cell.toLowerCase());
      return value === undefined ? { fault: `must be ${Object.keys(words).join(', ')}: ${quoted(cell)}` } : { value };
    },
  };
}

/** A column whose cells may be empty (null), and which may be absent from the file. */
export const optional = <T>(column: Column<T>): Column<T | null> => ({ ...column, optional: true });

/** A column that is known under other headers too, in any case: `named(text('code'), '编号')`. */
export const named = <T>(column: Column<T>, ...also: string[]): Column<T> => ({ ...column, also });

/** The headers under which a column is known, in lower case, its own first. */
export const headersOf = ({ column, also = [] }: Pick<Column<unknown>, 'column' | 'also'>): string[] =>
  [column, ...also].map((name) => name.toLowerCase());

/** A cell that becomes a value. The blanks around it do not count. */
export function readCell<T>({ optional: mayBeEmpty, read }: Column<T>, cell: string | undefined): Reading<T> {
  const trimmed = cell?.trim() ?? '';
  // An optional column is typed `Column<T | null>`, so null is one of its values.
  if (trimmed === '') return mayBeEmpty ? { value: null as T } : { fault: 'is required' };
  if (trimmed.length > LONGEST_TEXT) return { fault: `has more than ${LONGEST_TEXT} characters` };
  return read(trimmed);
}

const LONGEST_QUOTE = 40;
const quoted = (cell: string) =>
  JSON.stringify(cell.length > LONGEST_QUOTE ? `${cell.slice(0, LONGEST_QUOTE)}…` : cell);
