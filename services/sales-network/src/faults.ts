/** What is wrong with input, as the rules find it: the field, the fault for people and a code for machines. */
export interface Fault {
  field: string;
  message: string;
  code: 'BAD_VALUE' | 'UNKNOWN_REFERENCE' | 'DUPLICATE' | 'CONFLICT';
}

/** A value that cannot be taken as it is. */
export const badValue = (field: string, message: string): Fault => ({ field, message, code: 'BAD_VALUE' });

/** The faults of a text that must be there and have at most `most` characters. */
export function textFaults(field: string, text: string, most: number): Fault[] {
  if (text.trim() === '') return [badValue(field, 'is required')];
  return text.length > most ? [badValue(field, `has more than ${most} characters`)] : [];
}
