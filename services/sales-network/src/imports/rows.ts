/** The outcome of an import, row by row. */
import type * as kit from '@salesgraph/service-kit';
import type { Fault } from '../faults.ts';

export type ImportRow = kit.ImportRow<Fault>;
export type ImportResult = kit.ImportResult<Fault>;
