import { compare } from '../bson/compare.ts';
import { isNumeric, toExactInteger, toNumber } from '../bson/numbers.ts';
import { type Doc, doc, double, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileExpression } from '../expressions/compile.ts';
import { compileFields } from './group.ts';
import { sorted } from './sorting.ts';
import type { BuildStage } from './stage.ts';

/** `$bucketAuto`: buckets of about the same number of documents; equal values are never parted. */
export const bucketAuto: BuildStage = (operand, { scope, disk }) => {
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
    let n = 0;
    const counted = async function* () {
      for await (const batch of input) {
        n += batch.length;
        if (round) for (const document of batch) refuseUnroundable(by(document));
        yield batch;
      }
    };
    const order = {
      key: (document: Doc) => [by(document) ?? null],
      compareKeys: ([a]: Value[], [b]: Value[]) => compare(a, b),
    };
    const rows = new Rows(sorted(counted(), order, disk), (document) => by(document) ?? null);
    let previous: Value;
    try {
      for (let made = 0; made < wanted && (await rows.next()); made++) {
        const min = rows.value;
        const accumulators = fields.map(([, make]) => make());
        const take = () => {
          const { document, value } = rows.take();
          for (const accumulator of accumulators) accumulator.add(document);
          return value;
        };
        const size = made === wanted - 1 ? Number.POSITIVE_INFINITY : Math.max(1, Math.round(n / wanted));
        let max = take();
        for (let taken = 1; taken < size && (await rows.next()); taken++) max = take();
        if (round) {
          max = round(max, true);
          while ((await rows.next()) && compare(rows.value, max) < 0) take();
        } else {
          while ((await rows.next()) && compare(rows.value, max) === 0) take();
          if (await rows.next()) max = rows.value;
        }
        const low = round ? (previous ?? round(min, false)) : min;
        previous = max;
        const result: Doc = new Map<string, Value>([['_id', doc({ min: low, max })]]);
        for (const [i, [name]] of fields.entries()) result.set(name, accumulators[i].result());
        yield [result];
      }
    } finally {
      await rows.close();
    }
  };
};

function refuseUnroundable(value: Value): void {
  if (!isNumeric(value) || toNumber(value) < 0)
    fail(40260, `$bucketAuto with a granularity can only be used on non-negative numbers, found ${typeName(value)}`);
}

/** Looks one document ahead in a stream. */
class Rows {
  value: Value;
  private readonly batches: AsyncIterator<Doc[]>;
  private readonly by: (document: Doc) => Value;
  private batch: Doc[] = [];
  private at = 0;
  private looked = false;

  constructor(input: AsyncIterable<Doc[]>, by: (document: Doc) => Value) {
    this.batches = input[Symbol.asyncIterator]();
    this.by = by;
  }

  /** Is there another one? Its value is in `value`. */
  async next(): Promise<boolean> {
    if (this.looked) return true;
    while (this.at >= this.batch.length) {
      const { value, done } = await this.batches.next();
      if (done) return false;
      this.batch = value;
      this.at = 0;
    }
    this.value = this.by(this.batch[this.at]);
    this.looked = true;
    return true;
  }

  async close(): Promise<void> {
    await this.batches.return?.();
  }

  take(): { document: Doc; value: Value } {
    this.looked = false;
    return { document: this.batch[this.at++], value: this.value };
  }
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
