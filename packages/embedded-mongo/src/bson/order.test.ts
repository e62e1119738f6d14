import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, identical } from './compare.ts';
import { Decimal } from './decimal.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { hashKey, valueKey } from './keys.ts';
import { add, isNumeric, multiply, Sum, toDecimal } from './numbers.ts';
import { DateTime, type Doc, double, integer, ObjectId, type Value } from './values.ts';

const numeric: fc.Arbitrary<Value> = fc.oneof(
  fc.integer(),
  fc.integer({ min: -5, max: 5 }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.integer({ min: -5, max: 5 }).map(BigInt),
  fc.double().map(double),
  fc.integer({ min: -5, max: 5 }).map(double),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }), fc.integer({ min: -40, max: 40 }))
    .map(([n, exponent]) => Decimal.of(n < 0n, n < 0n ? -n : n, exponent)),
  fc.constantFrom(
    Decimal.NAN,
    Decimal.infinity(true),
    Decimal.parse('1.00') as Decimal,
    double(Number.NaN),
    double(-0),
  ),
);

const scalar: fc.Arbitrary<Value> = fc.oneof(
  numeric,
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map((ms) => new DateTime(ms)),
  fc
    .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 24, maxLength: 24 })
    .map((hex) => ObjectId.fromHex(hex)),
);

const { value: anyValue } = fc.letrec<{ value: Value; doc: Value }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, scalar, fc.array(tie('value'), { maxLength: 4 }), tie('doc')),
  doc: fc
    .array(fc.tuple(fc.constantFrom('a', 'b', '1', 'é'), tie('value')), { maxLength: 3 })
    .map((pairs) => new Map(pairs)),
}));

const sign = (n: number) => Math.sign(n);

describe('the order of BSON values', () => {
  it('is antisymmetric and transitive', () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, (a, b, c) => {
        expect(sign(compare(a, b))).toBe(-sign(compare(b, a)) + 0);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('is that of the bytes of index keys, either way', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(anyValue, anyValue), fc.tuple(numeric, numeric)), ([a, b]) => {
        const expected = sign(compare(a, b));
        expect(sign(Buffer.compare(valueKey(a), valueKey(b)))).toBe(expected);
        expect(sign(Buffer.compare(valueKey(a, -1), valueKey(b, -1)))).toBe(-expected + 0);
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with the keys of groups and sets on what is equal', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(anyValue, anyValue), fc.tuple(numeric, numeric)), ([a, b]) => {
        expect(hashKey(a) === hashKey(b)).toBe(compare(a, b) === 0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('bytes', () => {
  it('give back what was encoded, to the type', () => {
    fc.assert(
      fc.property(anyValue, (v) => {
        const document: Doc = new Map([['v', v]]);
        expect(identical(decode(encode(document)), document)).toBe(true);
      }),
    );
  });
});

describe('numbers', () => {
  const whole = fc.oneof(fc.integer(), fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n - 1n }));

  it('keep integers exact while they fit 64 bits', () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(compare(add(a, b), BigInt(a) + BigInt(b))).toBe(0);
        const product = BigInt(a) * BigInt(b);
        if (product === BigInt.asIntN(64, product)) expect(compare(multiply(a, b), product)).toBe(0);
        else expect(typeof multiply(a, b)).not.toBe('bigint');
      }),
    );
  });

  it('sum to the same in any order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            whole,
            fc.integer({ min: -1000, max: 1000 }).map((n) => Decimal.of(n < 0, BigInt(Math.abs(n)), -2)),
          ),
        ),
        (list) => {
          const total = (values: Value[]) => {
            const sum = new Sum();
            for (const v of values) sum.add(v);
            return sum.result();
          };
          expect(compare(total(list), total(list.toReversed()))).toBe(0);
        },
      ),
    );
  });

  it('round decimals like integers of their digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 6 }), (n, places) => {
        const d = Decimal.of(n < 0n, n < 0n ? -n : n, -8);
        const unit = 10n ** BigInt(8 - places);
        const truncated = d.round(places, 'truncate');
        expect(truncated.compare(Decimal.of(n < 0n, (n < 0n ? -n : n) / unit, -places))).toBe(0);
        const error = d.subtract(d.round(places, 'halfEven')).abs();
        expect(error.compare(Decimal.of(false, 5n, -places - 1))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('are int32 where they fit', () => {
    expect(integer(2147483647)).toBe(2147483647);
    expect(integer(2147483648)).toBe(2147483648n);
    expect(isNumeric(double(1)) && toDecimal(double(1)).toString()).toBe('1.00000000000000');
  });
});
