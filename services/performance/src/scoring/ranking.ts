/** Places in a list of scores: competition ranking (1, 2, 2, 4). */

/** What is ranked: a value and, for a stable order among equals, a code. */
export interface Ranked<Value> {
  code: string;
  /** Null without data: listed last and without a rank. */
  value: Value | null;
}

/** A row in its place. */
export type Placed<Row> = Row & { rank: number | null };

/**
 * Puts rows in their order, best first: those without a value come last and have no rank. Equals share a rank, and the next
 * one counts them all. Equals stand in the order of their codes.
 * @param better negative when the first value is better, as for `sort`
 */
export function ranked<Value, Row extends Ranked<Value>>(
  rows: readonly Row[],
  better: (a: Value, b: Value) => number,
): Placed<Row>[] {
  const byCode = (a: Row, b: Row) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
  const sorted = [...rows].sort((a, b) => {
    if (a.value === null || b.value === null) {
      if (a.value === b.value) return byCode(a, b);
      return a.value === null ? 1 : -1;
    }
    return better(a.value, b.value) || byCode(a, b);
  });
  const placed: Placed<Row>[] = [];
  for (const [place, row] of sorted.entries()) {
    const before = placed[place - 1];
    const tied = before && before.value !== null && row.value !== null && better(before.value, row.value) === 0;
    placed.push({ ...row, rank: row.value === null ? null : tied ? before.rank : place + 1 });
  }
  return placed;
}
