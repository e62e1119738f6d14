import { Decimal } from './decimal.ts';
import { fixedExp, fixedLn, fromFixed, ONE, root, toFixed } from './decimal-functions.ts';

/* Angles and their functions for decimals, in the same fixed-point arithmetic as roots and logarithms. */

/** With as many digits as the fixed-point numbers have. */
const PI = 3141592653589793238462643383279502884197169399375105820974944n;

const times = (a: bigint, b: bigint) => (a * b) / ONE;
const over = (a: bigint, b: bigint) => (a * ONE) / b;

function sine(x: bigint): bigint {
  const angle = x % (2n * PI);
  const square = times(angle, angle);
  let term = angle;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += term;
    term = -times(term, square) / ((k + 1n) * (k + 2n));
  }
  return sum;
}

const cosine = (x: bigint) => sine(x + PI / 2n);

function arcTangent(x: bigint): bigint {
  if (x < 0n) return -arcTangent(-x);
  if (x > ONE) return PI / 2n - arcTangent(over(ONE, x));
  // Half the angle, until the series is short.
  if (x > ONE / 10n) return 2n * arcTangent(over(x, ONE + root(ONE + times(x, x))));
  const square = times(x, x);
  let term = x;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += term / k;
    term = -times(term, square);
  }
  return sum;
}

function arcSine(x: bigint): bigint {
  const rest = ONE - times(x, x);
  if (rest <= 0n) return x < 0n ? -PI / 2n : PI / 2n;
  return arcTangent(over(x, root(rest)));
}

const hyperbolicSine = (x: bigint) => (fixedExp(x) - fixedExp(-x)) / 2n;
const hyperbolicCosine = (x: bigint) => (fixedExp(x) + fixedExp(-x)) / 2n;

const FUNCTIONS = {
  sin: sine,
  cos: cosine,
  tan: (x: bigint) => over(sine(x), cosine(x)),
  asin: arcSine,
  acos: (x: bigint) => PI / 2n - arcSine(x),
  atan: arcTangent,
  sinh: hyperbolicSine,
  cosh: hyperbolicCosine,
  tanh: (x: bigint) => over(hyperbolicSine(x), hyperbolicCosine(x)),
  asinh: (x: bigint) => fixedLn(x + root(times(x, x) + ONE)),
  acosh: (x: bigint) => fixedLn(x + root(times(x, x) - ONE)),
  atanh: (x: bigint) => fixedLn(over(ONE + x, ONE - x)) / 2n,
  toRadians: (x: bigint) => times(x, PI) / 180n,
  toDegrees: (x: bigint) => over(x * 180n, PI),
};
export type AngleFunction = keyof typeof FUNCTIONS;

/** Beyond this power of ten the digits of a decimal leave no room for those of its function. */
const LARGEST_POWER = 4;

/** A function of a decimal to 34 digits; `onDouble` is for what is no finite number of ordinary size. */
export function angleFunction(name: AngleFunction, d: Decimal, onDouble: (n: number) => number): Decimal {
  const n = onDouble(d.toNumber());
  if (d.form !== 'finite' || !Number.isFinite(n) || d.adjusted > LARGEST_POWER) return Decimal.fromDouble(n);
  if (d.isZero && n === 0) return d;
  if (d.isZero && n === 1) return Decimal.fromBigInt(1n);
  const result = FUNCTIONS[name](toFixed(d));
  return result === 0n ? Decimal.fromBigInt(0n) : fromFixed(result);
}

/** The angle of a point. */
export function arcTangentOf(y: Decimal, x: Decimal): Decimal {
  const n = Math.atan2(y.toNumber(), x.toNumber());
  if (y.form !== 'finite' || x.form !== 'finite' || y.isZero) return Decimal.fromDouble(n);
  const angle = x.isZero ? (y.negative ? -PI : PI) / 2n : arcTangent(over(toFixed(y), toFixed(x)));
  if (!x.negative || x.isZero) return fromFixed(angle);
  return fromFixed(y.negative ? angle - PI : angle + PI);
}
