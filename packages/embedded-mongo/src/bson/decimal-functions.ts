import { Decimal, pow10 } from './decimal.ts';

/* Roots, powers and logarithms of decimals, in fixed-point arithmetic with 60 digits and rounded to 34 at the end. */
const DIGITS = 60;
export const ONE = pow10(DIGITS);

export function toFixed(d: Decimal): bigint {
  const shift = d.exponent + DIGITS;
  return shift >= 0 ? d.signed * pow10(shift) : d.signed / pow10(-shift);
}

export function fromFixed(n: bigint, exponent = 0): Decimal {
  return Decimal.of(n < 0n, n < 0n ? -n : n, exponent - DIGITS, true);
}

export function squareRoot(d: Decimal): Decimal {
  if (d.form !== 'finite' || d.isZero) return d;
  const ideal = Math.floor(d.exponent / 2);
  const odd = d.exponent - 2 * ideal;
  const scaled = d.coefficient * pow10(odd) * pow10(80);
  const root = integerRoot(scaled);
  if (root * root !== scaled) return Decimal.of(false, root, ideal - 40, true);
  return trimmed(root, ideal - 40, ideal);
}

/** Removes trailing zeros down to the ideal exponent of an exact result. */
function trimmed(coefficient: bigint, exponent: number, ideal: number): Decimal {
  let c = coefficient;
  let e = exponent;
  while (e < ideal && c % 10n === 0n) {
    c /= 10n;
    e++;
  }
  return Decimal.of(c < 0n, c < 0n ? -c : c, e);
}

function integerRoot(n: bigint): bigint {
  let x = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

/** The square root of a fixed-point number. */
export function root(n: bigint): bigint {
  return n === 0n ? 0n : integerRoot(n * ONE);
}

/** ln of a fixed-point number, by the series of artanh. */
export function fixedLn(x: bigint): bigint {
  // Near 1 the series is short.
  if (x > 2n * ONE || 2n * x < ONE) return 2n * fixedLn(root(x));
  const y = ((x - ONE) * ONE) / (x + ONE);
  const squared = (y * y) / ONE;
  let term = y;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += term / k;
    term = (term * squared) / ONE;
  }
  return 2n * sum;
}

const LN10 = fixedLn(10n * ONE);

export function ln(d: Decimal): Decimal {
  if (d.form !== 'finite') return d;
  const scale = d.adjusted;
  const mantissa = (d.coefficient * ONE) / pow10(d.coefficient.toString().length - 1);
  const result = fixedLn(mantissa) + BigInt(scale) * LN10;
  return result === 0n ? Decimal.fromBigInt(0n) : fromFixed(result);
}

export function log10(d: Decimal): Decimal {
  if (d.form !== 'finite') return d;
  if (/^10*$/.test(d.coefficient.toString())) return Decimal.fromBigInt(BigInt(d.adjusted));
  return fromFixed((toFixedLn(d) * ONE) / LN10);
}

function toFixedLn(d: Decimal): bigint {
  const mantissa = (d.coefficient * ONE) / pow10(d.coefficient.toString().length - 1);
  return fixedLn(mantissa) + BigInt(d.adjusted) * LN10;
}

export function exp(d: Decimal): Decimal {
  if (d.form === 'nan') return d;
  if (d.form === 'infinity') return d.negative ? Decimal.fromBigInt(0n) : d;
  if (d.isZero) return Decimal.fromBigInt(1n);
  if (d.adjusted > 4) return d.negative ? Decimal.of(false, 0n, -6176) : Decimal.infinity(false);
  const { mantissa, tens } = scaledExp(toFixed(d));
  return fromFixed(mantissa, tens);
}

/** e to the power of a fixed-point number, as one. */
export function fixedExp(x: bigint): bigint {
  const { mantissa, tens } = scaledExp(x);
  return tens < 0 ? mantissa / pow10(-tens) : mantissa * pow10(tens);
}

function scaledExp(x: bigint): { mantissa: bigint; tens: number } {
  let tens = x / LN10;
  if (x < 0n) tens -= 1n;
  const rest = x - tens * LN10;
  let term = ONE;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k++) {
    sum += term;
    term = (term * rest) / ONE / k;
  }
  return { mantissa: sum, tens: Number(tens) };
}

export function power(base: Decimal, exponent: Decimal): Decimal {
  if (base.form === 'nan' || exponent.form === 'nan') return Decimal.NAN;
  if (exponent.isZero) return Decimal.fromBigInt(1n);
  const whole = exponent.form === 'finite' && exponent.round(0, 'truncate').compare(exponent) === 0;
  if (whole && exponent.adjusted < 6 && base.form === 'finite') return wholePower(base, Number(exponent.toBigInt()));
  if (base.form !== 'finite' || exponent.form !== 'finite')
    return Decimal.fromDouble(base.toNumber() ** exponent.toNumber());
  if (base.isZero) return Decimal.fromBigInt(0n);
  if (base.negative) return Decimal.NAN;
  const { mantissa, tens } = scaledExp((toFixedLn(base) * toFixed(exponent)) / ONE);
  return fromFixed(mantissa, tens);
}

function wholePower(base: Decimal, n: number): Decimal {
  const times = Math.abs(n);
  // Exact while it fits; squaring with rounding beyond that.
  if (base.coefficient.toString().length * times < 4000) {
    const result = Decimal.of(
      base.negative && times % 2 === 1,
      base.coefficient ** BigInt(times),
      base.exponent * times,
    );
    return n < 0 ? Decimal.fromBigInt(1n).divide(result) : result;
  }
  let result = Decimal.fromBigInt(1n);
  let square = base;
  for (let k = times; k > 0; k = Math.floor(k / 2)) {
    if (k % 2 === 1) result = result.multiply(square);
    square = square.multiply(square);
  }
  return n < 0 ? Decimal.fromBigInt(1n).divide(result) : result;
}
