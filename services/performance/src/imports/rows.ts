/** The outcome of an import, row by row. */
export type ImportOutcome = 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REJECTED';

/** What is wrong with, or doubtful in, one field of a row; the code tells machines what the message tells people. */
export interface RowFault {
  field: string;
  message: string;
  code: 'BAD_VALUE' | 'UNKNOWN_REFERENCE' | 'DUPLICATE' | 'CONFLICT' | 'PERIOD_LOCKED' | 'NO_FACTS';
}

export interface ImportRow {
  index: number;
  code: string | null;
  outcome: ImportOutcome;
  faults: RowFault[];
  warnings: RowFault[];
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
  const tally = { CREATED: 0, UPDATED: 0, UNCHANGED: 0, REJECTED: 0 };
  for (const { outcome } of rows) tally[outcome] += 1;
  return {
    accepted: rows.length - tally.REJECTED,
    created: tally.CREATED,
    updated: tally.UPDATED,
    unchanged: tally.UNCHANGED,
    rejected: tally.REJECTED,
    warnings: rows.reduce((sum, { warnings }) => sum + warnings.length, 0),
    rows,
  };
}
