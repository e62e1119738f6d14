import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 20;

/**
 * The id that goes with a code, always the same: `emp-` and 20 characters of the base32 (RFC 4648, lower case) of the
 * SHA-256 of `emp:<code>`. So an import that is repeated or was killed gives equal ids, and no two services need to agree.
 * 100 bits: a collision among a million codes has a probability below 10^-18.
 * @param prefix of the type: unit, emp, cus, opp, prd, out
 */
export function idFromCode(prefix: string, code: string): string {
  const digest = createHash('sha256').update(`${prefix}:${code}`, 'utf8').digest();
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of digest) {
    bits = (bits << 8) | byte;
    for (held += 8; held >= 5; held -= 5) text += ALPHABET[(bits >>> (held - 5)) & 31];
    bits &= (1 << held) - 1;
    if (text.length >= LENGTH) break;
  }
  return `${prefix}-${text.slice(0, LENGTH)}`;
}
