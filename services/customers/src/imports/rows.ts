/** The outcome of an import, row by row, and the checks that all kinds of rows share. */
import type * as kit from '@salesgraph/service-kit';
import type { Fault } from '../opportunities/opportunities.ts';

/** What is wrong with one field of a row; the code tells machines what the message tells people. */
export interface RowFault extends Fault {
  code: 'BAD_VALUE' | 'UNKNOWN_REFERENCE' | 'DUPLICATE' | 'MISSING' | 'CONFLICT';
}

export type ImportRow = kit.ImportRow<RowFault>;
export type ImportResult = kit.ImportResult<RowFault>;

/** A text as it is kept: trimmed, and null when nothing is left. */
export const cleaned = (text: string | null | undefined): string | null => text?.trim() || null;

export const badValue = (field: string, message: string): RowFault => ({ field, message, code: 'BAD_VALUE' });
export const unknown = (field: string, code: string): RowFault => ({
  field,
  message: `There is none with the code ${code}.`,
  code: 'UNKNOWN_REFERENCE',
});

/** The fault of a text that is too long; none when it fits or is absent. */
export const tooLong = (field: string, text: string | null, most: number): RowFault[] =>
  text !== null && text.length > most ? [badValue(field, `has more than ${most} characters`)] : [];

/** The faults of a row's own code. */
export function codeFaults(code: string | null): RowFault[] {
  if (code === null) return [badValue('code', 'is required')];
  return tooLong('code', code, 80);
}

/** Which rows repeat the code of an earlier one in the same call. */
export function repeats(codes: (string | null)[]): boolean[] {
  const seen = new Set<string>();
  return codes.map((code) => {
    if (code === null) return false;
    const repeated = seen.has(code);
    seen.add(code);
    return repeated;
  });
}

export const repeated = (): RowFault => ({
  field: 'code',
  message: 'An earlier row of this call has the same code and other values.',
  code: 'DUPLICATE',
});
