import { Decimal } from '../bson/decimal.ts';
import { exp, ln, log10, power, squareRoot } from '../bson/decimal-functions.ts';
import { type AngleFunction, angleFunction, arcTangentOf } from '../bson/decimal-trigonometry.ts';
import * as numbers from '../bson/numbers.ts';
import { isDouble, isInt32, isNumeric, type Numeric, toDecimal, toNumber } from '../bson/numbers.ts';
import { DateTime, double, isNullish, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { nullable, operator } from './arguments.ts';
import { register } from './registry.ts';

function numeric(name: string, v: Value, code = 28765): Numeric {
  if (!isNumeric(v)) fail(code, `${name} only supports numeric types, not ${typeName(v)}`);
  return v;
}

function addAll(args: Value[]): Value {
  let sum: Numeric = 0;
  let date: DateTime | undefined;
  for (const arg of args) {
    if (isNullish(arg)) return null;
    if (arg instanceof DateTime) {
      if (date) fail(16612, 'only one date allowed in an $add expression');
      date = arg;
    } else if (isNumeric(arg)) sum = numbers.add(sum, arg);
    else fail(14, `$add only supports numeric or date types, not ${typeName(arg)}`);
  }
  return date ? shifted(date, sum) : sum;
}

function shifted(date: DateTime, by: Numeric): DateTime {
  const ms = date.ms + Math.round(toNumber(by));
  if (!Number.isFinite(ms)) fail(15, 'date overflow');
  return new DateTime(ms);
}

function subtractTwo([a, b]: Value[]): Value {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof DateTime) {
    if (b instanceof DateTime) return BigInt(a.ms - b.ms);
    if (isNumeric(b)) return shifted(a, -Math.trunc(toNumber(b)));
  }
  if (!isNumeric(a) || !isNumeric(b)) fail(14, `can't $subtract ${typeName(b)} from ${typeName(a)}`);
  return numbers.subtract(a, b);
}

function multiplyAll(args: Value[]): Value {
  let product: Numeric = 1;
  for (const arg of args) {
    if (isNullish(arg)) return null;
    if (!isNumeric(arg)) fail(14, `$multiply only supports numeric types, not ${typeName(arg)}`);
    product = numbers.multiply(product, arg);
  }
  return product;
}

function binary(name: string, code: number, apply: (a: Numeric, b: Numeric) => Value) {
  return operator(name, 2, 2, ([a, b]) => {
    if (isNullish(a) || isNullish(b)) return null;
    if (!isNumeric(a) || !isNumeric(b))
      fail(code, `${name} only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
    return apply(a, b);
  });
}

function unary(
  name: string,
  onDouble: (n: number) => number,
  onDecimal: (d: Decimal) => Decimal,
  check?: (n: number) => void,
) {
  return nullable(name, (v) => {
    const n = numeric(name, v);
    check?.(toNumber(n));
    return n instanceof Decimal ? onDecimal(n) : double(onDouble(toNumber(n)));
  });
}

/** `$floor` and `$ceil`: integers stay as they are. */
function toWhole(name: string, apply: (n: number) => number, mode: 'floor' | 'ceil') {
  return nullable(name, (v) => {
    const n = numeric(name, v);
    if (n instanceof Decimal) return n.quantize(0, mode);
    return isDouble(n) ? double(apply(toNumber(n))) : n;
  });
}

function rounding(name: string, mode: 'halfEven' | 'truncate') {
  return operator(name, 1, 2, ([v, placesValue]) => {
    if (isNullish(v)) return null;
    const n = numeric(name, v, 51081);
    let places = 0;
    if (placesValue !== undefined) {
      if (placesValue === null) return null;
      places = isNumeric(placesValue) ? toNumber(placesValue) : Number.NaN;
      if (!Number.isInteger(places)) fail(51082, `precision argument to ${name} must be an integral value`);
      if (places < -20 || places > 100)
        fail(51083, `cannot apply ${name} with precision value ${places}, it must be in [-20, 100]`);
    }
    return roundTo(n, places, mode);
  });
}

function roundTo(n: Numeric, places: number, mode: 'halfEven' | 'truncate'): Value {
  if (n instanceof Decimal) return n.quantize(places, mode);
  if (isDouble(n)) {
    const value = toNumber(n);
    if (!Number.isFinite(value)) return n;
    if (places > 17) return n;
    const exact = Decimal.exact(value);
    // As MongoDB: by way of the decimal of 34 digits, so 1.015, which is a little less, goes down.
    return double(Decimal.of(exact.negative, exact.coefficient, exact.exponent).round(places, mode).toNumber());
  }
  if (places >= 0) return n;
  const rounded = Decimal.fromBigInt(BigInt(n as number | bigint))
    .round(places, mode)
    .toBigInt();
  if (isInt32(n) && rounded >= -2147483648n && rounded <= 2147483647n) return Number(rounded);
  if (numbers.fitInt64(rounded) === undefined) fail(51080, `invalid conversion from Decimal128 result in ${mode}`);
  return rounded;
}

function raise(base: Numeric, exponent: Numeric): Value {
  if (toNumber(base) === 0 && toNumber(exponent) < 0)
    fail(28764, '$pow cannot take a base of 0 and a negative exponent');
  if (base instanceof Decimal || exponent instanceof Decimal) return power(toDecimal(base), toDecimal(exponent));
  if (isDouble(base) || isDouble(exponent)) return double(toNumber(base) ** toNumber(exponent));
  const whole = BigInt(base);
  const times = BigInt(exponent);
  let exact: bigint | undefined;
  if (whole >= -1n && whole <= 1n) exact = times === 0n || (whole !== 0n && times % 2n === 0n) ? 1n : whole;
  else if (times >= 0n && times <= 63n) exact = numbers.fitInt64(whole ** times);
  if (exact === undefined) return double(Number(base) ** Number(exponent));
  const long = typeof base === 'bigint' || typeof exponent === 'bigint';
  return !long && exact >= -2147483648n && exact <= 2147483647n ? Number(exact) : exact;
}

function absolute(v: Value): Value {
  const n = numeric('$abs', v);
  if (n instanceof Decimal) return n.abs();
  if (isDouble(n)) return double(Math.abs(toNumber(n)));
  if (typeof n === 'bigint') {
    if (n === -(2n ** 63n)) fail(28680, "can't take $abs of long long min");
    return n < 0n ? -n : n;
  }
  const abs = Math.abs(n as number);
  return isInt32(abs) ? abs : BigInt(abs);
}

function positive(name: string, code: number) {
  return (n: number) => {
    if (n <= 0) fail(code, `${name}'s argument must be a positive number, but is ${n}`);
  };
}

/** A function of angles, or to angles, by its name in `Math`. The ends of its range are part of it if they are finite. */
function angular(
  name: AngleFunction,
  low = Number.NEGATIVE_INFINITY,
  high = Number.POSITIVE_INFINITY,
  apply: (n: number) => number = Math[name as 'sin'],
) {
  return unary(
    `$${name}`,
    apply,
    (d) => angleFunction(name, d, apply),
    (n) => {
      if (n < low || n > high) fail(50989, `cannot apply $${name} to ${n}, value must be in [${low},${high}]`);
    },
  );
}

/** Of an infinite angle there is no sine. */
const periodic = (name: 'sin' | 'cos' | 'tan') => angular(name, -Number.MAX_VALUE, Number.MAX_VALUE);

register({
  $add: operator('$add', 0, Number.POSITIVE_INFINITY, addAll),
  $subtract: operator('$subtract', 2, 2, subtractTwo),
  $multiply: operator('$multiply', 0, Number.POSITIVE_INFINITY, multiplyAll),
  $divide: binary('$divide', 14, numbers.divide),
  $mod: binary('$mod', 16611, numbers.remainder),
  $abs: nullable('$abs', absolute),
  $ceil: toWhole('$ceil', Math.ceil, 'ceil'),
  $floor: toWhole('$floor', Math.floor, 'floor'),
  $round: rounding('$round', 'halfEven'),
  $trunc: rounding('$trunc', 'truncate'),
  $pow: binary('$pow', 28762, raise),
  $sqrt: unary('$sqrt', Math.sqrt, squareRoot, (n) => {
    if (n < 0) fail(28714, "$sqrt's argument must be greater than or equal to 0");
  }),
  $exp: unary('$exp', Math.exp, exp),
  $ln: unary('$ln', Math.log, ln, positive('$ln', 28766)),
  $log10: unary('$log10', Math.log10, log10, positive('$log10', 28761)),
  $log: binary('$log', 28756, (a, b) => {
    if (toNumber(a) <= 0) fail(28758, "$log's argument must be a positive number");
    if (toNumber(b) <= 0 || toNumber(b) === 1) fail(28759, "$log's base must be a positive number not equal to 1");
    if (a instanceof Decimal || b instanceof Decimal) return ln(toDecimal(a)).divide(ln(toDecimal(b)));
    return double(Math.log(toNumber(a)) / Math.log(toNumber(b)));
  }),
  $sin: periodic('sin'),
  $cos: periodic('cos'),
  $tan: periodic('tan'),
  $asin: angular('asin', -1, 1),
  $acos: angular('acos', -1, 1),
  $atan: angular('atan'),
  $sinh: angular('sinh'),
  $cosh: angular('cosh'),
  $tanh: angular('tanh'),
  $asinh: angular('asinh'),
  $acosh: angular('acosh', 1),
  $atanh: angular('atanh', -1, 1),
  $atan2: binary('$atan2', 51044, (y, x) =>
    y instanceof Decimal || x instanceof Decimal
      ? arcTangentOf(toDecimal(y), toDecimal(x))
      : double(Math.atan2(toNumber(y), toNumber(x))),
  ),
  $degreesToRadians: conversion('$degreesToRadians', 'toRadians', Math.PI / 180),
  $radiansToDegrees: conversion('$radiansToDegrees', 'toDegrees', 180 / Math.PI),
  $bitAnd: bitwise('$bitAnd', -1n, (a, b) => a & b),
  $bitOr: bitwise('$bitOr', 0n, (a, b) => a | b),
  $bitXor: bitwise('$bitXor', 0n, (a, b) => a ^ b),
  $bitNot: nullable('$bitNot', (v) => {
    if (isInt32(v)) return ~v;
    if (typeof v !== 'bigint') fail(14, `$bitNot only supports int and long, not: ${typeName(v)}.`);
    return ~v;
  }),
});

function conversion(name: string, way: AngleFunction, factor: number) {
  const apply = (n: number) => n * factor;
  return unary(name, apply, (d) => angleFunction(way, d, apply));
}

function bitwise(name: string, start: bigint, apply: (a: bigint, b: bigint) => bigint) {
  return operator(name, 0, Number.POSITIVE_INFINITY, (args) => {
    let long = false;
    let result = start;
    for (const arg of args) {
      if (isNullish(arg)) return null;
      if (typeof arg === 'bigint') long = true;
      else if (!isInt32(arg)) fail(14, `${name} only supports int and long operands, not ${typeName(arg)}`);
      result = apply(result, BigInt(arg as number));
    }
    return long ? result : Number(result);
  });
}
