import { badInput } from '../errors/api-error.ts';

/** How many rows a page has when nothing is said, and at most. */
export const DEFAULT_PAGE = 50;
export const LARGEST_PAGE = 200;

/** The arguments of a list. */
export interface PageArgs {
  first?: number | null;
  after?: string | null;
}

/** A page to be read: up to `limit` rows after the row whose cursor has these parts. Read one row more than that. */
export interface Page {
  limit: number;
  after: string[] | null;
}

/** A page as the graph shows it. */
export interface Connection<Row> {
  edges: { cursor: string; node: Row }[];
  nodes: Row[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

/** Makes a cursor of what a list is ordered by. It is opaque to callers, who hand it back as it is. */
export const encodeCursor = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');

/** @returns null for what is no cursor of ours */
export function decodeCursor(cursor: string): string[] | null {
  if (!/^[\w-]+$/.test(cursor)) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const sound = Array.isArray(parts) && parts.length > 0 && parts.every((part) => typeof part === 'string');
    // Only the one spelling that encodeCursor gives: two cursors are equal where their rows are.
    return sound && encodeCursor(parts) === cursor ? parts : null;
  } catch {
    return null;
  }
}

/**
 * Reads the arguments of a list: 50 rows when nothing is said, 200 at most, whatever is asked for.
 * @throws BAD_USER_INPUT when `first` is below 1 or `after` is no cursor
 */
export function pageArgs({ first, after }: PageArgs): Page {
  if (first !== null && first !== undefined && (!Number.isInteger(first) || first < 1)) {
    throw badInput('first', 'must be at least 1');
  }
  const parts = after === null || after === undefined ? null : decodeCursor(after);
  if (parts === null && after !== null && after !== undefined) throw badInput('after', 'is no cursor of this list');
  return { limit: Math.min(first ?? DEFAULT_PAGE, LARGEST_PAGE), after: parts };
}

/**
 * Makes a page of rows.
 * @param rows up to `limit + 1` of them: the one too many tells that there is a next page
 */
export function toConnection<Row>(
  rows: readonly Row[],
  options: { limit: number; cursorOf(row: Row): string[]; totalCount: number; after?: string[] | null },
): Connection<Row> {
  const { limit, cursorOf, totalCount, after } = options;
  const nodes = rows.slice(0, limit);
  const edges = nodes.map((node) => ({ cursor: encodeCursor(cursorOf(node)), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > limit,
      hasPreviousPage: after !== null && after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

/** Parts that are both whole numbers compare as numbers, others as texts. */
function compareCursors(a: readonly string[], b: readonly string[]): number {
  for (const [place, part] of a.entries()) {
    const other = b[place];
    if (other === undefined) return 1;
    if (part === other) continue;
    const numbers = /^\d{1,15}$/.test(part) && /^\d{1,15}$/.test(other);
    return (numbers ? Number(part) < Number(other) : part < other) ? -1 : 1;
  }
  return a.length < b.length ? -1 : 0;
}

/**
 * A page of a list that is whole in memory, ordered by its cursors, upwards or downwards. A row that has gone since its
 * cursor was given does not hold up the reader: the list goes on where it would stand.
 * @param order told by the first and the last row where it is not given, which one row alone cannot tell
 * @throws BAD_USER_INPUT as `pageArgs`
 */
export function pageOfArray<Row>(
  all: readonly Row[],
  args: PageArgs,
  cursorOf: (row: Row) => string[],
  order?: 'UPWARDS' | 'DOWNWARDS',
): Connection<Row> {
  const { limit, after } = pageArgs(args);
  let start = 0;
  if (after) {
    const cursors = all.map(cursorOf);
    const found = cursors.findIndex((cursor) => compareCursors(cursor, after) === 0);
    start = found >= 0 ? found + 1 : placeOf(after, cursors, order);
  }
  return toConnection(all.slice(start, start + limit + 1), { limit, cursorOf, totalCount: all.length, after });
}

/** Where the row of a cursor would stand in an ordered list. */
function placeOf(after: string[], cursors: string[][], order?: 'UPWARDS' | 'DOWNWARDS'): number {
  const downwards = order
    ? order === 'DOWNWARDS'
    : cursors.length > 1 && compareCursors(cursors[0]!, cursors.at(-1)!) > 0;
  const place = cursors.findIndex((cursor) =>
    downwards ? compareCursors(cursor, after) < 0 : compareCursors(cursor, after) > 0,
  );
  return place < 0 ? cursors.length : place;
}
