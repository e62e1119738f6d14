const MAX_DIGITS = 34;
const MAX_COEFFICIENT = 10n ** 34n - 1n;
const MIN_EXPONENT = -6176;
const MAX_EXPONENT = 6111;
const BIAS = 6176;

/** 10 to the power of `n`, as a bigint. */
export function pow10(n: number): bigint {
  return 10n ** BigInt(n);
}

/** Decimal128: a sign, up to 34 digits and an exponent, or an infinity or NaN. Arithmetic rounds half to even. */
export class Decimal {
  readonly kind = 'decimal' as const;
  readonly form: 'finite' | 'infinity' | 'nan';
  readonly negative: boolean;
  readonly coefficient: bigint;
  readonly exponent: number;

  private constructor(form: 'finite' | 'infinity' | 'nan', negative: boolean, coefficient: bigint, exponent: number) {
    this.form = form;
    this.negative = negative;
    this.coefficient = coefficient;
    this.exponent = exponent;
  }

  static readonly NAN = new Decimal('nan', false, 0n, 0);

  static infinity(negative: boolean): Decimal {
    return new Decimal('infinity', negative, 0n, 0);
  }

  /** The decimal nearest to `coefficient * 10^exponent`, within 34 digits and the exponent range. */
  static of(negative: boolean, coefficient: bigint, exponent: number, sticky = false): Decimal {
    let c = coefficient;
    let e = exponent;
    const digits = c === 0n ? 1 : c.toString().length;
    const drop = Math.max(digits - MAX_DIGITS, MIN_EXPONENT - e, 0);
    if (drop > 0) {
      c = roundAway(c, drop, sticky);
      e += drop;
      if (c > MAX_COEFFICIENT) {
        c /= 10n;
        e++;
      }
    }
    if (c === 0n) return new Decimal('finite', negative, 0n, Math.min(Math.max(e, MIN_EXPONENT), MAX_EXPONENT));
    while (e > MAX_EXPONENT) {
      c *= 10n;
      e--;
      if (c > MAX_COEFFICIENT) return Decimal.infinity(negative);
    }
    return new Decimal('finite', negative, c, e);
  }

  static fromBigInt(n: bigint): Decimal {
    return Decimal.of(n < 0n, n < 0n ? -n : n, 0);
  }

  /** From a double, to 15 significant digits as MongoDB converts. */
  static fromDouble(n: number): Decimal {
    if (Number.isNaN(n)) return Decimal.NAN;
    if (!Number.isFinite(n)) return Decimal.infinity(n < 0);
    if (n === 0) return Decimal.of(Object.is(n, -0), 0n, 0);
    return Decimal.parse(n.toExponential(14)) as Decimal;
  }

  /** From a double, exactly (every double is a finite decimal); may exceed 34 digits, so for comparison only. */
  static exact(n: number): Decimal {
    if (Number.isNaN(n)) return Decimal.NAN;
    if (!Number.isFinite(n)) return Decimal.infinity(n < 0);
    let scaled = Math.abs(n);
    let twos = 0;
    while (!Number.isInteger(scaled)) {
      scaled *= 2;
      twos++;
    }
    return new Decimal('finite', n < 0, BigInt(scaled) * 5n ** BigInt(twos), -twos);
  }

  /** Undefined when the text is not a number. */
  static parse(text: string): Decimal | undefined {
    const match = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d+))?$/.exec(text);
    if (!match) {
      if (/^[+-]?(inf|infinity)$/i.test(text)) return Decimal.infinity(text.startsWith('-'));
      return /^[+-]?nan$/i.test(text) ? Decimal.NAN : undefined;
    }
    const fraction = match[3] ?? match[4] ?? '';
    return Decimal.of(
      match[1] === '-',
      BigInt(`${match[2] ?? ''}${fraction}`),
      Number(match[5] ?? 0) - fraction.length,
    );
  }

  static fromBits(low: bigint, high: bigint): Decimal {
    const negative = high >> 63n === 1n;
    const combination = Number((high >> 58n) & 31n);
    if (combination === 31) return Decimal.NAN;
    if (combination === 30) return Decimal.infinity(negative);
    if (combination >> 3 === 3) {
      // The second form only encodes coefficients above 34 digits, which count as zero.
      return new Decimal('finite', negative, 0n, Number((high >> 47n) & 0x3fffn) - BIAS);
    }
    const coefficient = ((high & 0x1ffffffffffffn) << 64n) | low;
    const exponent = Number((high >> 49n) & 0x3fffn) - BIAS;
    return new Decimal('finite', negative, coefficient > MAX_COEFFICIENT ? 0n : coefficient, exponent);
  }

  toBits(): [low: bigint, high: bigint] {
    const sign = this.negative ? 1n << 63n : 0n;
    if (this.form === 'nan') return [0n, 0x7c00000000000000n];
    if (this.form === 'infinity') return [0n, sign | 0x7800000000000000n];
    const high = sign | (BigInt(this.exponent + BIAS) << 49n) | (this.coefficient >> 64n);
    return [this.coefficient & 0xffffffffffffffffn, high];
  }

  get isZero(): boolean {
    return this.form === 'finite' && this.coefficient === 0n;
  }

  get signed(): bigint {
    return this.negative ? -this.coefficient : this.coefficient;
  }

  toNumber(): number {
    return this.form === 'nan' ? Number.NaN : Number(this.toString());
  }

  /** The integer part, truncated toward zero. */
  toBigInt(): bigint {
    const c = this.exponent >= 0 ? this.coefficient * pow10(this.exponent) : this.coefficient / pow10(-this.exponent);
    return this.negative ? -c : c;
  }

  negate(): Decimal {
    return new Decimal(this.form, !this.negative, this.coefficient, this.exponent);
  }

  abs(): Decimal {
    return this.negative ? this.negate() : this;
  }

  add(other: Decimal): Decimal {
    if (this.form === 'nan' || other.form === 'nan') return Decimal.NAN;
    if (this.form === 'infinity') {
      return other.form === 'infinity' && other.negative !== this.negative ? Decimal.NAN : this;
    }
    if (other.form === 'infinity') return other;
    // Digits further apart than the precision cannot change the result beyond its rounding.
    if (!this.isZero && !other.isZero && Math.abs(this.exponent - other.exponent) > 200) {
      const [big, small] = this.adjusted > other.adjusted ? [this, other] : [other, this];
      if (big.adjusted - small.adjusted > 80) {
        return Decimal.of(big.negative, big.coefficient * pow10(40), big.exponent - 40, true);
      }
    }
    const exponent = Math.min(this.exponent, other.exponent);
    const sum = this.signed * pow10(this.exponent - exponent) + other.signed * pow10(other.exponent - exponent);
    const negative = sum === 0n ? this.negative && other.negative : sum < 0n;
    return Decimal.of(negative, sum < 0n ? -sum : sum, exponent);
  }

  subtract(other: Decimal): Decimal {
    return this.add(other.negate());
  }

  multiply(other: Decimal): Decimal {
    const negative = this.negative !== other.negative;
    if (this.form === 'nan' || other.form === 'nan') return Decimal.NAN;
    if (this.form === 'infinity' || other.form === 'infinity') {
      return this.isZero || other.isZero ? Decimal.NAN : Decimal.infinity(negative);
    }
    return Decimal.of(negative, this.coefficient * other.coefficient, this.exponent + other.exponent);
  }

  divide(other: Decimal): Decimal {
    const negative = this.negative !== other.negative;
    if (this.form === 'nan' || other.form === 'nan') return Decimal.NAN;
    if (this.form === 'infinity') return other.form === 'infinity' ? Decimal.NAN : Decimal.infinity(negative);
    if (other.form === 'infinity') return Decimal.of(negative, 0n, MIN_EXPONENT);
    if (other.isZero) return this.isZero ? Decimal.NAN : Decimal.infinity(negative);
    const ideal = this.exponent - other.exponent;
    if (this.isZero) return Decimal.of(negative, 0n, ideal);
    const shift = MAX_DIGITS + 3 + other.coefficient.toString().length;
    const numerator = this.coefficient * pow10(shift);
    let quotient = numerator / other.coefficient;
    let exponent = ideal - shift;
    if (quotient * other.coefficient !== numerator) return Decimal.of(negative, quotient, exponent, true);
    // An exact result is given with the exponent nearest to the ideal one.
    while (exponent < ideal && quotient % 10n === 0n) {
      quotient /= 10n;
      exponent++;
    }
    return Decimal.of(negative, quotient, exponent);
  }

  /** The remainder of truncating division; it has the sign of the dividend. */
  remainder(other: Decimal): Decimal {
    if (this.form !== 'finite' || other.form === 'nan' || other.isZero) return Decimal.NAN;
    if (other.form === 'infinity') return this;
    const exponent = Math.min(this.exponent, other.exponent);
    const rest =
      (this.coefficient * pow10(this.exponent - exponent)) % (other.coefficient * pow10(other.exponent - exponent));
    return Decimal.of(this.negative, rest, exponent);
  }

  /** Rounded to `places` digits after the point. */
  round(places: number, mode: 'halfEven' | 'truncate' | 'floor' | 'ceil'): Decimal {
    if (this.form !== 'finite' || this.exponent >= -places) return this;
    const drop = -places - this.exponent;
    const unit = pow10(Math.min(drop, 7000));
    let c = this.coefficient / unit;
    const rest = this.coefficient % unit;
    if (mode === 'halfEven') c = roundAway(this.coefficient, drop, false);
    else if (rest !== 0n && mode === (this.negative ? 'floor' : 'ceil')) c++;
    return Decimal.of(this.negative, c, -places);
  }

  /** Rounded to exactly `places` digits after the point, zeros added where it has fewer and they fit. */
  quantize(places: number, mode: 'halfEven' | 'truncate' | 'floor' | 'ceil'): Decimal {
    if (this.form !== 'finite' || this.exponent <= -places) return this.round(places, mode);
    const coefficient = this.coefficient * pow10(this.exponent + places);
    return coefficient > MAX_COEFFICIENT ? this : Decimal.of(this.negative, coefficient, -places);
  }

  /** The exponent of the leading digit. */
  get adjusted(): number {
    return this.exponent + this.coefficient.toString().length - 1;
  }

  /** -1, 0 or 1 by value; NaN equals NaN and is below everything. */
  compare(other: Decimal): number {
    if (this.form === 'nan' || other.form === 'nan') return Number(this.form !== 'nan') - Number(other.form !== 'nan');
    const sign = this.sign;
    if (sign !== other.sign) return sign < other.sign ? -1 : 1;
    if (sign === 0) return 0;
    if (this.form === 'infinity' || other.form === 'infinity') {
      return this.form === other.form ? 0 : this.form === 'infinity' ? sign : -sign;
    }
    if (this.adjusted !== other.adjusted) return this.adjusted < other.adjusted ? -sign : sign;
    const exponent = Math.min(this.exponent, other.exponent);
    const a = this.coefficient * pow10(this.exponent - exponent);
    const b = other.coefficient * pow10(other.exponent - exponent);
    return a === b ? 0 : a < b ? -sign : sign;
  }

  get sign(): number {
    if (this.form === 'nan' || this.isZero) return 0;
    return this.negative ? -1 : 1;
  }

  toString(): string {
    if (this.form === 'nan') return 'NaN';
    const sign = this.negative ? '-' : '';
    if (this.form === 'infinity') return `${sign}Infinity`;
    const digits = this.coefficient.toString();
    const adjusted = this.exponent + digits.length - 1;
    if (this.exponent > 0 || adjusted < -6) {
      const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
      return `${sign}${mantissa}E${adjusted >= 0 ? '+' : ''}${adjusted}`;
    }
    if (this.exponent === 0) return sign + digits;
    const point = digits.length + this.exponent;
    if (point > 0) return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
    return `${sign}0.${'0'.repeat(-point)}${digits}`;
  }
}

/** `coefficient / 10^drop`, half to even; `sticky` says that further digits were already cut off. */
function roundAway(coefficient: bigint, drop: number, sticky: boolean): bigint {
  if (drop > 7000) return 0n;
  const unit = pow10(drop);
  const quotient = coefficient / unit;
  const twice = (coefficient % unit) * 2n;
  const up = twice > unit || (twice === unit && (sticky || quotient % 2n === 1n));
  return up ? quotient + 1n : quotient;
}
