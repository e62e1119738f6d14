import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { idFromCode, loader } from './index.ts';

/** Base32 of RFC 4648 in another way: over one large number. */
function base32(bytes: Buffer): string {
  let bits = BigInt(`0x${bytes.toString('hex')}`)
    .toString(2)
    .padStart(bytes.length * 8, '0');
  bits = bits.padEnd(Math.ceil(bits.length / 5) * 5, '0');
  return bits.replace(/.{5}/g, (five) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five, 2)]!);
}

test('an id follows from type and code alone', () => {
  fc.assert(
    fc.property(fc.constantFrom('unit', 'emp', 'opp'), fc.string({ unit: 'grapheme' }), (prefix, code) => {
      const digest = createHash('sha256').update(`${prefix}:${code}`).digest();
      expect(idFromCode(prefix, code)).toBe(`${prefix}-${base32(digest).slice(0, 20)}`);
    }),
  );
  expect(idFromCode('emp', 'Wang')).not.toBe(idFromCode('unit', 'Wang').replace('unit', 'emp'));
});

test('what is asked for piece by piece is read together, and each piece once', async () => {
  const reads: string[][] = [];
  const letters = loader<{ letter: string }, string, string>(
    async (keys) => {
      reads.push(keys.map(({ letter }) => letter));
      return keys.map(({ letter }) => letter.toUpperCase());
    },
    ({ letter }) => letter,
  );
  const asked = ['a', 'b', 'a'].map((letter) => letters.load({ letter }));
  expect(await Promise.all(asked)).toEqual(['A', 'B', 'A']);
  expect(await letters.load({ letter: 'b' })).toBe('B');
  expect(reads).toEqual([['a', 'b']]);
});
