/** The outcome of an import, row by row. */
import { badInput } from '@salesgraph/service-kit';
import { contradiction, type Fault } from '../faults.ts';

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
const MAX_ROWS = 500;

/** @throws BAD_USER_INPUT when there are more rows than a call takes */
export function checkSize(rows: readonly unknown[]): void {
  if (rows.length > MAX_ROWS) throw badInput('rows', `has more than ${MAX_ROWS} rows`);
}

/** Something that changed under the hands of an import although it had the turn. */
export const overtaken = (): Fault =>
  contradiction('code', 'was changed by somebody else at the same moment; send the row again');

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
