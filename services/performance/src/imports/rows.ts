/** The outcome of an import, row by row. */
import type * as kit from '@salesgraph/service-kit';

/** What is wrong with, or doubtful in, one field of a row; the code tells machines what the message tells people. */
export interface RowFault {
  field: string;
  message: string;
  code: 'BAD_VALUE' | 'UNKNOWN_REFERENCE' | 'DUPLICATE' | 'CONFLICT' | 'PERIOD_LOCKED' | 'NO_FACTS';
}

export type ImportRow = kit.ImportRow<RowFault>;
export type ImportResult = kit.ImportResult<RowFault>;
