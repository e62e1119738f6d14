/** The outcome of an import, row by row. */
import type * as kit from '@salesgraph/service-kit';
import { contradiction, type Fault } from '../faults.ts';

export type ImportRow = kit.ImportRow<Fault>;
export type ImportResult = kit.ImportResult<Fault>;

/** Something that changed under the hands of an import although it had the turn. */
export const overtaken = (): Fault =>
  contradiction('code', 'was changed by somebody else at the same moment; send the row again');
