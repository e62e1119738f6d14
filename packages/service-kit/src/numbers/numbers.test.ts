/** Amounts and ratios, held against plain big-integer arithmetic. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  currencyPlaces,
  formatMinor,
  formatRatio,
  isCurrency,
  money,
  parseDecimal,
  parseMinor,
  parseScaled,
  ratioHalfUp,
} from '../index.ts';

describe('an amount', () => {
  test.each([
    [1250, 'CNY', '12.50'],
    [-5, 'USD', '-0.05'],
    [0, 'EUR', '0.00'],
    [1250, 'JPY', '1250'],
    [-1, 'KWD', '-0.001'],
    [Number.MAX_SAFE_INTEGER, 'CNY', '90071992547409.91'],
  ])('of %p minor units in %s is %s', (minor, currency, text) => {
    expect(formatMinor(minor, currency)).toBe(text);
    expect(parseMinor(text, currency)).toBe(minor);
    expect(money(minor, currency)).toEqual({ amount: text, currency });
  });

  test.each([
    '',
    ' ',
    '.5',
    '5.',
    '1e3',
    '0x10',
    '1,000',
    '+5',
    '--5',
    '1.234',
    'NaN',
    '١',
    '12.5 ',
    '99999999999999999',
  ])('is not written "%s"', (text) => expect(parseMinor(text, 'CNY')).toBeNull());

  test('may have further zeros', () => {
    expect(parseMinor('12.5000', 'CNY')).toBe(1250);
    expect(parseMinor('7.000', 'JPY')).toBe(7);
    expect(parseMinor('007', 'CNY')).toBe(700);
    expect(Object.is(parseMinor('-0.00', 'CNY'), 0)).toBe(true);
  });

  test('is what it was after being written and read', () => {
    const currencies = fc.constantFrom('CNY', 'USD', 'JPY', 'KWD');
    fc.assert(
      fc.property(fc.maxSafeInteger(), currencies, (minor, currency) => {
        expect(parseMinor(formatMinor(minor, currency), currency)).toBe(minor === 0 ? 0 : minor);
      }),
    );
  });

  test('needs a whole number and a currency that exists', () => {
    expect(() => formatMinor(1.5, 'CNY')).toThrow('Not an amount in minor units: 1.5');
    expect(() => formatMinor(2 ** 53, 'CNY')).toThrow(RangeError);
    expect(() => currencyPlaces('XYZ')).toThrow('"XYZ"');
    expect([isCurrency('CNY'), isCurrency('cny'), isCurrency('YUAN')]).toEqual([true, false, false]);
  });
});

describe('a ratio', () => {
  test.each([
    [1n, 3n, '0.333333'],
    [2n, 3n, '0.666667'],
    [-2n, 3n, '-0.666667'],
    [5n, -5n, '-1.000000'],
    [1n, 2_000_000n, '0.000000'],
    [3n, 2_000_000n, '0.000002'],
    [-1n, 4_000_000n, '0.000000'],
  ])('of %p to %p is %s, rounded half to even', (numerator, denominator, text) => {
    expect(formatRatio(numerator, denominator)).toBe(text);
  });

  test.each([
    [1n, 8n, 2, '0.13'],
    [-1n, 8n, 2, '-0.13'],
    [5n, 2n, 0, '3'],
    [8765n, 100n, 2, '87.65'],
  ])('of %p to %p with %p places is %s, rounded half up', (numerator, denominator, places, text) => {
    expect(ratioHalfUp(numerator, denominator, places)).toBe(text);
  });

  test('is as near to the exact value as it can be', () => {
    const whole = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    fc.assert(
      fc.property(
        whole,
        whole.filter((one) => one !== 0n),
        fc.integer({ min: 0, max: 8 }),
        (numerator, denominator, places) => {
          for (const round of [formatRatio, ratioHalfUp]) {
            const { units } = parseDecimal(round(numerator, denominator, places))!;
            const twice = 2n * (units * denominator - numerator * 10n ** BigInt(places));
            expect((twice < 0n ? -twice : twice) <= (denominator < 0n ? -denominator : denominator)).toBe(true);
          }
        },
      ),
    );
  });

  test('over 0 has no value', () => {
    expect(() => formatRatio(1n, 0n)).toThrow(RangeError);
    expect(() => ratioHalfUp(1n, 2n, -1)).toThrow('Not a number of places: -1');
  });
});

describe('a decimal', () => {
  test.each([
    ['0.25', 4, 2500],
    ['1', 4, 10_000],
    ['-0.5', 1, -5],
    ['0.123400', 4, 1234],
  ])('"%s" with %p places is %p', (text, places, scaled) => expect(parseScaled(text, places)).toBe(scaled));

  test.each(['0.12345', '', 'one', '1.', '99999999999999'])('"%s" has no such value', (text) => {
    expect(parseScaled(text, 4)).toBeNull();
  });
});
