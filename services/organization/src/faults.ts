import { type ApiError, badInputs, conflict } from '@salesgraph/service-kit';

/** What is wrong with input, as the rules find it: the field, the fault for people and a code for machines. */
export interface Fault {
  field: string;
  message: string;
  code: 'BAD_VALUE' | 'UNKNOWN_REFERENCE' | 'DUPLICATE' | 'CONFLICT' | 'BEFORE_HIRE';
}

/** A value that cannot be taken as it is. */
export const badValue = (field: string, message: string): Fault => ({ field, message, code: 'BAD_VALUE' });

/** A value that contradicts something else on record. */
export const contradiction = (field: string, message: string): Fault => ({ field, message, code: 'CONFLICT' });

/** A reference to something that does not exist. */
export const unknown = (field: string, message: string): Fault => ({ field, message, code: 'UNKNOWN_REFERENCE' });

/** The faults of a text that must be there and have at most `most` characters. */
export function textFaults(field: string, text: string, most: number): Fault[] {
  if (text.trim() === '') return [badValue(field, 'is required')];
  return text.length > most ? [badValue(field, `has more than ${most} characters`)] : [];
}

/** The faults of a half-open interval: it must hold at least one day. */
export const intervalFaults = (field: string, { from, to }: { from: string; to: string | null }): Fault[] =>
  to !== null && to <= from
    ? [
        badValue(
          field,
          to === from ? `is empty: it begins and ends on ${from}` : `ends on ${to}, before it begins on ${from}`,
        ),
      ]
    : [];

/** How long a reason may be. */
const MAX_REASON = 1_000;

/** The reason of a change, without blanks around it; null where none is given. */
export const reasonOf = (reason: string | null | undefined): string | null => reason?.trim() || null;

/** What is wrong with the reason of a change. */
export function reasonFaults(reason: string | null | undefined, { required }: { required: boolean }): Fault[] {
  const said = reasonOf(reason);
  if (said === null) return required ? [badValue('reason', 'is required')] : [];
  return said.length > MAX_REASON ? [badValue('reason', `has more than ${MAX_REASON} characters`)] : [];
}

/**
 * The error for some faults, to be thrown: `CONFLICT` when all that is wrong contradicts what is on record, so that the same
 * input could be taken at another time, else `BAD_USER_INPUT`.
 * @param fieldOf which field of the input a fault belongs to
 */
export function refusal(faults: readonly Fault[], fieldOf: (field: string) => string = (field) => field): ApiError {
  const told = faults.map(({ field, message }) => ({ field: fieldOf(field), message }));
  if (faults.some(({ code }) => code !== 'CONFLICT')) return badInputs(told);
  return conflict(told.map(({ field, message }) => `${field} ${message}`).join('; '), told);
}
