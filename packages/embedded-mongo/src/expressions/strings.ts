import { compareStrings } from '../bson/compare.ts';
import { isNumeric, toNumber } from '../bson/numbers.ts';
import { DateTime, isNullish, SymbolValue, Timestamp, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { namedOperands, operator } from './arguments.ts';
import { int32, searchRange } from './arrays.ts';
import type { Expr } from './compile.ts';
import { numberText } from './convert.ts';
import { type Build, register } from './registry.ts';

/** What the older string operators make of a value: null is the empty text, numbers and dates are written out. */
function coerced(v: Value): string {
  if (isNullish(v)) return '';
  if (typeof v === 'string') return v;
  if (isNumeric(v)) return numberText(v);
  if (v instanceof DateTime) return new Date(v.ms).toISOString();
  if (v instanceof Timestamp) return new Date(v.seconds * 1000).toISOString();
  if (v instanceof SymbolValue) return v.text;
  return fail(16007, `can't convert from BSON type ${typeName(v)} to String`);
}

function concat(args: Value[]): Value {
  let result = '';
  for (const arg of args) {
    if (isNullish(arg)) return null;
    if (typeof arg !== 'string') fail(16702, `$concat only supports strings, not ${typeName(arg)}`);
    result += arg;
  }
  return result;
}

function substrBytes([text, from, count]: Value[]): Value {
  const bytes = Buffer.from(coerced(text));
  const start = truncated(from, '$substrBytes: starting index', 16034);
  const length = truncated(count, '$substrBytes: length', 16035);
  if (start < 0) fail(50752, `$substrBytes: starting index must be non-negative (got: ${start})`);
  const stop = length < 0 ? bytes.length : Math.min(bytes.length, start + length);
  if (start >= bytes.length) return '';
  if (isContinuation(bytes[start]))
    fail(28656, '$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.');
  if (stop < bytes.length && isContinuation(bytes[stop]))
    fail(28657, '$substrBytes:  Invalid range, ending index is in the middle of a UTF-8 character.');
  return bytes.toString('utf8', start, stop);
}

function truncated(v: Value, what: string, code: number): number {
  if (!isNumeric(v)) fail(code, `${what} must be a numeric type (is BSON type ${typeName(v)})`);
  return Math.trunc(toNumber(v));
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

function substrCP([text, from, count]: Value[]): Value {
  const points = [...coerced(text)];
  const start = int32(from, '$substrCP: starting index', 34450, 34451);
  const length = int32(count, '$substrCP: length', 34452, 34453);
  if (length < 0) fail(34454, '$substrCP: length must be a nonnegative integer.');
  if (start < 0) fail(34455, '$substrCP: the starting index must be a nonnegative integer.');
  return points.slice(start, start + length).join('');
}

function indexOf(name: string, codes: [number, number], split: (text: string) => ArrayLike<unknown>): Build {
  return operator(name, 2, 4, ([text, token, from, to]) => {
    if (isNullish(text)) return null;
    if (typeof text !== 'string')
      fail(codes[0], `${name} requires a string as the first argument, found: ${typeName(text)}`);
    if (typeof token !== 'string')
      fail(codes[1], `${name} requires a string as the second argument, found: ${typeName(token)}`);
    const units = split(text);
    const wanted = split(token);
    const [start, stop] = searchRange(name, from, to, units.length);
    for (let i = start; i + wanted.length <= stop; i++) {
      let j = 0;
      while (j < wanted.length && units[i + j] === wanted[j]) j++;
      if (j === wanted.length) return i;
    }
    return -1;
  });
}

function split([text, separator]: Value[]): Value {
  if (isNullish(text) || isNullish(separator)) return null;
  if (typeof text !== 'string')
    fail(
      40085,
      `$split requires an expression that evaluates to a string as a first argument, found: ${typeName(text)}`,
    );
  if (typeof separator !== 'string')
    fail(
      40086,
      `$split requires an expression that evaluates to a string as a second argument, found: ${typeName(separator)}`,
    );
  if (separator === '') fail(40087, '$split requires a non-empty separator');
  return text.split(separator);
}

const WHITE_SPACE = [
  '\0',
  ' ',
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  '\u00a0',
  '\u1680',
  ...Array.from({ length: 11 }, (_, i) => String.fromCharCode(0x2000 + i)),
];

function trim(name: string, left: boolean, right: boolean): Build {
  return (operand, scope) => {
    const { input, chars } = namedOperands(name, operand, scope, ['input'], ['chars'], {
      notObject: 50696,
      unknown: 50694,
      missing: 50695,
    });
    return (root) => {
      const text = (input as Expr)(root);
      if (isNullish(text)) return null;
      if (typeof text !== 'string')
        fail(50699, `${name} requires its input to be a string, got ${typeName(text)} instead.`);
      const set = chars ? chars(root) : undefined;
      if (chars && isNullish(set)) return null;
      if (chars && typeof set !== 'string')
        fail(50700, `${name} requires 'chars' to be a string, got ${typeName(set)} instead.`);
      const removed = new Set(chars ? (set as string) : WHITE_SPACE);
      const points = [...text];
      let start = 0;
      let stop = points.length;
      while (left && start < stop && removed.has(points[start])) start++;
      while (right && stop > start && removed.has(points[stop - 1])) stop--;
      return points.slice(start, stop).join('');
    };
  };
}

function replace(name: string, apply: (input: string, find: string, replacement: string) => string): Build {
  return (operand, scope) => {
    const { input, find, replacement } = namedOperands(name, operand, scope, ['input', 'find', 'replacement'], [], {
      notObject: 51751,
      unknown: 51750,
      missing: { input: 51749, find: 51748, replacement: 51747 },
    });
    return (root) => {
      const values = [input, find, replacement].map((expr) => (expr as Expr)(root));
      for (const [i, code] of [51746, 51745, 51744].entries()) {
        if (typeof values[i] !== 'string' && !isNullish(values[i]))
          fail(code, `${name} requires that its arguments be strings, found: ${typeName(values[i])}`);
      }
      if (values.some(isNullish)) return null;
      const [text, wanted, by] = values as string[];
      return apply(text, wanted, by);
    };
  };
}

function length(name: string, code: number, measure: (text: string) => number): Build {
  return operator(name, 1, 1, ([v]) => {
    if (typeof v !== 'string') fail(code, `${name} requires a string argument, found: ${typeName(v)}`);
    return measure(v);
  });
}

/** Only the letters of ASCII have a case here, as in MongoDB. */
function upper(text: string): string {
  return text.replace(/[a-z]+/g, (part) => part.toUpperCase());
}

function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (part) => part.toLowerCase());
}

const substr = operator('$substrBytes', 3, 3, substrBytes);

register({
  $concat: operator('$concat', 0, Number.POSITIVE_INFINITY, concat),
  $toUpper: operator('$toUpper', 1, 1, ([v]) => upper(coerced(v))),
  $toLower: operator('$toLower', 1, 1, ([v]) => lower(coerced(v))),
  $substr: substr,
  $substrBytes: substr,
  $substrCP: operator('$substrCP', 3, 3, substrCP),
  $strLenBytes: length('$strLenBytes', 34473, (text) => Buffer.byteLength(text)),
  $strLenCP: length('$strLenCP', 34471, (text) => [...text].length),
  $indexOfBytes: indexOf('$indexOfBytes', [40091, 40092], (text) => Buffer.from(text)),
  $indexOfCP: indexOf('$indexOfCP', [40093, 40094], (text) => [...text]),
  $split: operator('$split', 2, 2, split),
  $trim: trim('$trim', true, true),
  $ltrim: trim('$ltrim', true, false),
  $rtrim: trim('$rtrim', false, true),
  $strcasecmp: operator('$strcasecmp', 2, 2, ([a, b]) =>
    Math.sign(compareStrings(upper(coerced(a)), upper(coerced(b)))),
  ),
  $replaceOne: replace('$replaceOne', (input, find, replacement) => input.replace(find, () => replacement)),
  $replaceAll: replace('$replaceAll', (input, find, replacement) => input.replaceAll(find, () => replacement)),
});
