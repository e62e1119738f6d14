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
