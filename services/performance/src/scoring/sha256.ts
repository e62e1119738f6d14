import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal, for what must be known to be the same later. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
