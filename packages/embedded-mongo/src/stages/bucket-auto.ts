import { compare } from '../bson/compare.ts';
import { isNumeric, toExactInteger, toNumber } from '../bson/numbers.ts';
import { type Doc, doc, double, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileExpression } from '../expressions/compile.ts';
import { compileFields } from './group.ts';
import { type BuildStage, inBatches } from './stage.ts';

interface Row {
  value: Value;
  document: Doc;
}

/** `$bucketAuto`: buckets of about the same number of documents; equal values are never parted. */
export const bucketAuto: BuildStage = (operand, { scope }) => {
  if (!(operand instanceof Map))
    fail(40240, `The argument to $bucketAuto must be an object, but found type: ${typeName(operand)}`);
  for (const key of operand.keys())
    if (!['groupBy', 'buckets', 'output', 'granularity'].includes(key))
      fail(40245, `Unrecognized option to $bucketAuto: ${key}.`);
  const groupBy = operand.get('groupBy');
  const buckets = operand.get('buckets');
  if (groupBy === undefined || buckets === undefined)
    fail(40246, "$bucketAuto requires 'groupBy' and 'buckets' to be specified.");
  if (!(groupBy instanceof Map) && !(typeof groupBy === 'string' && groupBy.startsWith('$')))
    fail(40239, "The $bucketAuto 'groupBy' field must be defined as a $-prefixed path or an expression");
  if (!isNumeric(buckets))
    fail(40241, `The $bucketAuto 'buckets' field must be a numeric value, but found type: ${typeName(buckets)}`);
  const wanted =
    toExactInteger(buckets) ?? fail(40242, "The $bucketAuto 'buckets' field must be representable as a 32-bit integer");
  if (wanted <= 0) fail(40243, `The $bucketAuto 'buckets' field must be greater than 0, but found: ${wanted}`);
  const output = operand.get('output') ?? doc({ count: { $sum: 1 } });
  if (!(output instanceof Map))
    fail(40244, `The $bucketAuto 'output' field must be an object, but found type: ${typeName(output)}`);
  const granularity = operand.get('granularity');
  const round = granularity === undefined ? undefined : roundingOf(granularity);
  const by = compileExpression(groupBy, scope);
  const fields = compileFields(output, scope);
  return async function* (input) {
    const rows: Row[] = [];
    for await (const batch of input) {
      for (const document of batch) rows.push({ value: by(document) ?? null, document });
      yield [];
    }
    if (round)
      for (const { value } of rows)
        if (!isNumeric(value) || toNumber(value) < 0)
          fail(
            40260,
            `$bucketAuto with a granularity can only be used on non-negative numbers, found ${typeName(value)}`,
          );
    rows.sort((a, b) => compare(a.value, b.value));
    yield* inBatches(
      parted(rows, wanted, round).map(({ min, max, members }) => {
        const result: Doc = new Map<string, Value>([
          [
            '_id',
            new Map([
              ['min', min],
              ['max', max],
            ]),
          ],
        ]);
        for (const [name, make] of fields) {
          const accumulator = make();
          for (const { document } of members) accumulator.add(document);
          result.set(name, accumulator.result());
        }
        return result;
      }),
    );
  };
};

interface Bucket {
  min: Value;
  max: Value;
  members: Row[];
}

function parted(rows: Row[], wanted: number, round: Rounding | undefined): Bucket[] {
  const size = Math.max(1, Math.round(rows.length / wanted));
  const buckets: Bucket[] = [];
  let at = 0;
  while (at < rows.length && buckets.length < wanted) {
    const start = at;
    at = buckets.length === wanted - 1 ? rows.length : Math.min(rows.length, at + size);
    let max = rows[at - 1].value;
    if (round) {
      max = round(max, true);
      while (at < rows.length && compare(rows[at].value, max) < 0) at++;
    } else {
      while (at < rows.length && compare(rows[at].value, max) === 0) at++;
      if (at < rows.length) max = rows[at].value;
    }
    const previous = buckets.at(-1);
    const min = round ? (previous ? previous.max : round(rows[start].value, false)) : rows[start].value;
    buckets.push({ min, max, members: rows.slice(start, at) });
  }
  return buckets;
}

type Rounding = (value: Value, up: boolean) => Value;

/** The preferred numbers of one decade. */
const SERIES: Record<string, number[]> = {
  R5: [10, 16, 25, 40, 63],
  R10: [100, 125, 160, 200, 250, 315, 400, 500, 630, 800],
  R20: [100, 112, 125, 140, 160, 180, 200, 224, 250, 280, 315, 355, 400, 450, 500, 560, 630, 710, 800, 900],
  '1-2-5': [10, 20, 50],
  E6: [10, 15, 22, 33, 47, 68],
  E12: [10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82],
  E24: [10, 11, 12, 13, 15, 16, 18, 20, 22, 24, 27, 30, 33, 36, 39, 43, 47, 51, 56, 62, 68, 75, 82, 91],
};

function roundingOf(granularity: Value): Rounding {
  if (typeof granularity !== 'string')
    fail(40261, `The $bucketAuto 'granularity' field must be a string, but found type: ${typeName(granularity)}`);
  if (granularity === 'POWERSOF2') {
    return (value, up) => {
      const n = toNumber(value as number);
      if (n === 0) return value;
      const exponent = Math.log2(n);
      return double(2 ** (up ? Math.floor(exponent) + 1 : Math.ceil(exponent) - 1));
    };
  }
  const series = SERIES[granularity] ?? fail(40257, `Unknown rounding granularity '${granularity}'`);
  return (value, up) => {
    const n = toNumber(value as number);
    if (n === 0) return value;
    let multiplier = 1;
    while (n < series[0] * multiplier) multiplier /= 10;
    while (n >= series[0] * multiplier * 10) multiplier *= 10;
    if (up) return double((series.find((step) => step * multiplier > n) ?? series[0] * 10) * multiplier);
    const below = series.findLast((step) => step * multiplier < n);
    return double(below === undefined ? (series[series.length - 1] * multiplier) / 10 : below * multiplier);
  };
}
