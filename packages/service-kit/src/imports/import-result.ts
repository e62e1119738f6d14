/** What became of a batch of imported rows, as `shared.graphql` shows it. */
import { badInput } from '../errors/api-error.ts';

export type ImportOutcome = 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REJECTED';

/** What is wrong with, or doubtful in, one field of a row; the code tells machines what the message tells people. */
interface AnyFault {
  field: string;
  message: string;
  code: string;
}

/** What became of one row. A service names its own kinds of faults. */
export interface ImportRow<Fault extends AnyFault = AnyFault> {
  /** The place of the row in the batch, counted from 0. */
  index: number;
  code: string | null;
  outcome: ImportOutcome;
  faults: Fault[];
  warnings: Fault[];
}

export interface ImportResult<Fault extends AnyFault = AnyFault> {
  accepted: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  warnings: number;
  rows: ImportRow<Fault>[];
}

/** How many rows a call takes. */
const MAX_ROWS = 500;

/** @throws BAD_USER_INPUT when there are more rows than a call takes */
export function checkImportSize(rows: readonly unknown[], field = 'rows'): void {
  if (rows.length > MAX_ROWS) throw badInput(field, `has more than ${MAX_ROWS} rows`);
}

/** Adds up the rows. */
export function importResultOf<Fault extends AnyFault>(rows: ImportRow<Fault>[]): ImportResult<Fault> {
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
