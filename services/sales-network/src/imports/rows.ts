/** The outcome of an import, row by row. */
import type { Fault } from '../faults.ts';

export type ImportOutcome = 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REJECTED';

export interface ImportRow {
  index: number;
  code: string | null;
  outcome: ImportOutcome;
  faults: Fault[];
  warnings: Fault[];
}

export interface ImportResult {
  accepted: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  warnings: number;
  rows: ImportRow[];
}

/** How many rows a call takes. */
export const MAX_ROWS = 500;

/** Adds up the rows. */
export function resultOf(rows: ImportRow[]): ImportResult {
  const count = (outcome: ImportOutcome) => rows.filter((row) => row.outcome === outcome).length;
  const rejected = count('REJECTED');
  return {
    accepted: rows.length - rejected,
    created: count('CREATED'),
    updated: count('UPDATED'),
    unchanged: count('UNCHANGED'),
    rejected,
    warnings: rows.reduce((sum, { warnings }) => sum + warnings.length, 0),
    rows,
  };
}
