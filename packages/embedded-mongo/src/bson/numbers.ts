import { fail } from '../errors.ts';
import { Decimal } from './decimal.ts';
import { Double, double, type Value } from './values.ts';

/** A numeric value: int32, int64, double or Decimal128. */
export type Numeric = number | bigint | Double | Decimal;

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

export function isNumeric(v: Value): v is Numeric {
  return typeof v === 'number' || typeof v === 'bigint' || v instanceof Double || v instanceof Decimal;
}

export function isInt32(v: Value): v is number {
  return typeof v === 'number' && (v | 0) === v;
}

export function isDouble(v: Value): v is number | Double {
  return v instanceof Double || (typeof v === 'number' && (v | 0) !== v);
}

/** The nearest JavaScript number. */
export function toNumber(v: Numeric): number {
  if (typeof v === 'number') return v;
  if (typeof v === 'bigint') return Number(v);
  return v instanceof Double ? v.value : v.toNumber();
}

export function toDecimal(v: Numeric): Decimal {
  if (v instanceof Decimal) return v;
  if (typeof v === 'bigint') return Decimal.fromBigInt(v);
  if (v instanceof Double) return Decimal.fromDouble(v.value);
  return isInt32(v) ? Decimal.fromBigInt(BigInt(v)) : Decimal.fromDouble(v);
}

/** An int64 that fits, else undefined. */
export function fitInt64(n: bigint): bigint | undefined {
  return n >= INT64_MIN && n <= INT64_MAX ? n : undefined;
}

/** The integer a number stands for, or undefined where it has a fraction or does not fit 64 bits. */
export function toExactInteger(v: Value): number | undefined {
  if (!isNumeric(v)) return undefined;
  const n = toNumber(v);
  return Number.isInteger(n) && Math.abs(n) <= Number.MAX_SAFE_INTEGER ? n : undefined;
}

type Kind = 'int' | 'long' | 'double' | 'decimal';

function widest(a: Numeric, b: Numeric): Kind {
  if (a instanceof Decimal || b instanceof Decimal) return 'decimal';
  if (isDouble(a) || isDouble(b)) return 'double';
  return typeof a === 'bigint' || typeof b === 'bigint' ? 'long' : 'int';
}

/** What to do when 64 bits overflow: aggregation goes on with a double, an update operator fails. */
export type Overflow = 'toDouble' | 'fail';

function integral(result: bigint, kind: Kind, overflow: Overflow): Numeric {
  if (kind === 'int' && result >= -2147483648n && result <= 2147483647n) return Number(result);
  if (fitInt64(result) === undefined) {
    if (overflow === 'fail') fail(2, 'integer overflow: the result does not fit 64 bits');
    return double(Number(result));
  }
  return result;
}

export function add(a: Numeric, b: Numeric, overflow: Overflow = 'toDouble'): Numeric {
  if (isInt32(a) && isInt32(b)) {
    const sum = a + b;
    return (sum | 0) === sum ? sum : BigInt(sum);
  }
  const kind = widest(a, b);
  if (kind === 'decimal') return toDecimal(a).add(toDecimal(b));
  if (kind === 'double') return double(toNumber(a) + toNumber(b));
  return integral(BigInt(a as number) + BigInt(b as number), kind, overflow);
}

export function subtract(a: Numeric, b: Numeric): Numeric {
  const kind = widest(a, b);
  if (kind === 'decimal') return toDecimal(a).subtract(toDecimal(b));
  if (kind === 'double') return double(toNumber(a) - toNumber(b));
  return integral(BigInt(a as number) - BigInt(b as number), kind, 'toDouble');
}

export function multiply(a: Numeric, b: Numeric, overflow: Overflow = 'toDouble'): Numeric {
  const kind = widest(a, b);
  if (kind === 'decimal') return toDecimal(a).multiply(toDecimal(b));
  if (kind === 'double') return double(toNumber(a) * toNumber(b));
  if (kind === 'int') {
    const product = (a as number) * (b as number);
    // -0 is no integer: 0 * -5 is 0.
    if ((product | 0) === product) return product | 0;
  }
  return integral(BigInt(a as number) * BigInt(b as number), kind, overflow);
}

/** Division is a double unless a decimal takes part. */
export function divide(a: Numeric, b: Numeric): Numeric {
  if (b instanceof Decimal ? b.isZero : toNumber(b) === 0) fail(2, "can't $divide by zero");
  if (widest(a, b) === 'decimal') return toDecimal(a).divide(toDecimal(b));
  return double(toNumber(a) / toNumber(b));
}

/** The remainder with the sign of the dividend. */
export function remainder(a: Numeric, b: Numeric): Numeric {
  if (b instanceof Decimal ? b.isZero : toNumber(b) === 0) fail(16610, "can't $mod by zero");
  const kind = widest(a, b);
  if (kind === 'decimal') return toDecimal(a).remainder(toDecimal(b));
  if (kind === 'double') return double(toNumber(a) % toNumber(b));
  return integral(BigInt(a as number) % BigInt(b as number), kind, 'toDouble');
}

/** A running exact-as-MongoDB sum: integers stay integers, doubles are compensated, decimals are kept apart. */
export class Sum {
  private integers = 0n;
  private small = 0;
  private doubleSum = 0;
  private compensation = 0;
  private decimals: Decimal | undefined;
  private sawLong = false;
  private sawDouble = false;
  count = 0;

  /** Adds a number; anything else is ignored. */
  add(v: Value): void {
    if (typeof v === 'number' && (v | 0) === v) {
      this.small += v;
      // Flush long before the running number could lose precision.
      if (this.small > 4e15 || this.small < -4e15) this.flush();
    } else if (!isNumeric(v)) return;
    else if (typeof v === 'bigint') {
      this.integers += v;
      this.sawLong = true;
    } else if (v instanceof Decimal) {
      this.decimals = this.decimals ? this.decimals.add(v) : v;
    } else {
      this.sawDouble = true;
      this.addDouble(toNumber(v));
    }
    this.count++;
  }

  private flush(): void {
    this.integers += BigInt(this.small);
    this.small = 0;
  }

  private addDouble(n: number): void {
    const total = this.doubleSum + n;
    if (Number.isFinite(total)) {
      this.compensation +=
        Math.abs(this.doubleSum) >= Math.abs(n) ? this.doubleSum - total + n : n - total + this.doubleSum;
    }
    this.doubleSum = total;
  }

  result(): Numeric {
    this.flush();
    if (this.decimals) {
      let total = this.decimals.add(Decimal.fromBigInt(this.integers));
      if (this.sawDouble) total = total.add(Decimal.fromDouble(this.doubleSum + this.compensation));
      return total;
    }
    if (this.sawDouble) return double(this.asNumber());
    return integral(this.integers, this.sawLong ? 'long' : 'int', 'toDouble');
  }

  private asNumber(): number {
    this.flush();
    return Number(this.integers) + (this.doubleSum + (Number.isFinite(this.doubleSum) ? this.compensation : 0));
  }

  /** The mean, or null when nothing was added. */
  mean(): Value {
    if (this.count === 0) return null;
    if (this.decimals) return toDecimal(this.result()).divide(Decimal.fromBigInt(BigInt(this.count)));
    return double(this.asNumber() / this.count);
  }
}
