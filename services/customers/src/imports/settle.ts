/** Brings together what an import meant to write and what was written. */
import type { WriteResult } from '@salesgraph/events';
import { checkImportSize, fail, importResultOf } from '@salesgraph/service-kit';
import type { ImportResult, ImportRow } from './rows.ts';

/** A record to write, with the row it came from. */
export interface Write<T> {
  index: number;
  value: T;
  expectedVersion: number | null;
}

/** How often rows are tried that somebody else wrote to at the same moment. */
const TRIES = 5;

const conflict = {
  field: 'code',
  message: 'It changed at the same moment; send the row again.',
  code: 'CONFLICT',
} as const;

/**
 * The rows with those marked that somebody else wrote to at the same moment.
 * @throws UNAVAILABLE when too many changes of a record still wait to be told; sending the rows again loses nothing
 */
export function marked<T>(rows: ImportRow[], writes: Write<T>[], results: WriteResult[]): ImportRow[] {
  if (results.some((result) => !result.ok && result.code === 'UNAVAILABLE')) {
    throw fail('UNAVAILABLE', 'Earlier changes are still being told to others; send the rows again in a moment.');
  }
  const failed = new Set(writes.filter((_, place) => !results[place]!.ok).map(({ index }) => index));
  return rows.map((row) =>
    failed.has(row.index) ? { ...row, outcome: 'REJECTED', warnings: [], faults: [conflict] } : row,
  );
}

/**
 * Imports rows, and those again that met a write of somebody else: an import that was killed and started anew finds its
 * own earlier call still at work, and its rows are then simply unchanged.
 */
export async function settled<Row>(rows: Row[], attempt: (rows: Row[]) => Promise<ImportRow[]>): Promise<ImportResult> {
  checkImportSize(rows);
  const outcomes = await attempt(rows);
  for (let tries = 1; tries < TRIES; tries++) {
    const left = outcomes.filter(({ faults }) => faults.includes(conflict)).map(({ index }) => index);
    if (left.length === 0) break;
    const again = await attempt(left.map((index) => rows[index]!));
    for (const [place, index] of left.entries()) outcomes[index] = { ...again[place]!, index };
  }
  return importResultOf(outcomes);
}
