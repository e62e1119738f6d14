import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal, document, outcome, text, value } from '../../test/notation.ts';
import { DateTime, double, type Value } from '../bson/values.ts';
import { compileExpression } from './compile.ts';
import './operators.ts';
import { Scope } from './scope.ts';

function evaluate(expression: unknown, fields: Record<string, unknown> = {}): Value {
  return compileExpression(value(expression), Scope.root())(document(fields));
}

type Case = [expression: unknown, result: string, fields?: Record<string, unknown>];

function table(name: string, cases: Case[]): void {
  describe(name, () => {
    for (const [expression, result, fields] of cases) {
      it(`${text(value(expression))} is ${result}`, () =>
        expect(outcome(() => evaluate(expression, fields))).toBe(result));
    }
  });
}

const at = new Date('2024-03-10T06:30:15.123Z');

table('numbers', [
  [{ $add: [2147483647, 1] }, '2147483648L'],
  [{ $add: [2n ** 63n - 1n, 1] }, '9223372036854776000.0'],
  [{ $add: [decimal('1.10'), 2] }, '3.10m'],
  [{ $add: ['$d', 1000] }, '2024-03-10T06:30:16.123Z', { d: at }],
  [{ $add: [1, 'x'] }, 'code 14'],
  [{ $divide: [6, 3] }, '2.0'],
  [{ $divide: [1, 0] }, 'code 2'],
  [{ $mod: [-7, 3] }, '-1'],
  [{ $round: [1.015, 2] }, '1.01'],
  [{ $round: [2.5] }, '2.0'],
  [{ $round: [1250, -2] }, '1200'],
  [{ $round: [decimal('2'), 2] }, '2.00m'],
  [{ $pow: [2, 63] }, '9223372036854776000.0'],
  [{ $sqrt: decimal('2') }, '1.414213562373095048801688724209698m'],
  [{ $abs: -2147483648 }, '2147483648L'],
  [{ $sum: [[1, 'x', 2n]] }, '3L'],
  [{ $avg: [1, null, 2] }, '1.5'],
  [{ $bitAnd: [7, 3n] }, '3L'],
]);

table('arrays and sets', [
  [{ $arrayElemAt: [[1, 2], -1] }, '2'],
  [{ $arrayElemAt: [[1, 2], 5] }, 'missing'],
  [{ $slice: [[1, 2, 3, 4], -3, 2] }, '[2, 3]'],
  [{ $filter: { input: [1, 2, 3], cond: { $gt: ['$$this', 1] }, limit: 1 } }, '[2]'],
  [{ $map: { input: [1], in: '$nope' } }, '[null]'],
  [{ $reduce: { input: [1, 2], initialValue: [], in: { $concatArrays: ['$$value', ['$$this']] } } }, '[1, 2]'],
  [
    { $map: { input: [1, 2], as: 'x', in: { $map: { input: [10], in: { $add: ['$$x', '$$this'] } } } } },
    '[[11], [12]]',
  ],
  [{ $zip: { inputs: [[1, 2], [3]], useLongestLength: true } }, '[[1, 3], [2, null]]'],
  [{ $sortArray: { input: [3, 'a', null, 1], sortBy: 1 } }, '[null, 1, 3, "a"]'],
  [
    {
      $setUnion: [
        [3, 1],
        [double(1), 2],
      ],
    },
    '[1, 2, 3]',
  ],
  [{ $setDifference: [[3, 1, 1, 2], [2]] }, '[3, 1]'],
  [{ $range: [5, 0, -2] }, '[5, 3, 1]'],
  ['$l.a', '[1, 3]', { l: [{ a: 1 }, 5, {}, { a: 3 }] }],
  [{ $size: '$nope' }, 'code 17124'],
  [{ $in: [1, 5] }, 'code 40081'],
]);

table('text', [
  [{ $concat: ['a', null] }, 'null'],
  [{ $concat: ['a', 1] }, 'code 16702'],
  [{ $toUpper: 'éa' }, '"éA"'],
  [{ $substrCP: ['a😀b', 1, 1] }, '"😀"'],
  [{ $substrBytes: ['é', 1, 1] }, 'code 28656'],
  [{ $indexOfBytes: ['cafétéria', 'é', 4] }, '6'],
  [{ $split: ['-a-', '-'] }, '["", "a", ""]'],
  [{ $trim: { input: 'xxabyx', chars: 'xy' } }, '"ab"'],
  [{ $replaceOne: { input: 'abab', find: 'b', replacement: { $literal: '$&' } } }, '"a$&ab"'],
  [{ $regexFind: { input: 'a😀b', regex: '(b)|(c)' } }, '{match: "b", idx: 2, captures: ["b", null]}'],
  [{ $regexMatch: { input: 'abc', regex: 'B', options: 'i' } }, 'true'],
]);

table('objects and conditions', [
  [{ $mergeObjects: [{ a: 1 }, null, { b: 2, a: 3 }] }, '{a: 3, b: 2}'],
  [{ $objectToArray: { a: 1 } }, '[{k: "a", v: 1}]'],
  [
    {
      $arrayToObject: [
        [
          ['a', 1],
          ['b', 2],
        ],
      ],
    },
    '{a: 1, b: 2}',
  ],
  [{ $getField: 'a.b' }, '5', { 'a.b': 5 }],
  [{ $setField: { field: 'a', input: { a: 1, b: 2 }, value: '$$REMOVE' } }, '{b: 2}'],
  [{ $eq: [null, '$nope'] }, 'false'],
  [{ $gt: [null, '$nope'] }, 'true'],
  [{ $cond: ['', 1, 2] }, '1'],
  [{ $ifNull: ['$nope', null, 0] }, '0'],
  [{ $let: { vars: { x: 5, y: '$a' }, in: ['$$x', '$$y'] } }, '[5, 1]', { a: 1 }],
  [{ $switch: { branches: [] } }, 'code 40068'],
  [{ $cond: [1, 2] }, 'code 16020'],
  ['$$nope', 'code 17276'],
  [{ $foo: 1 }, 'code 168'],
]);

table('conversion', [
  [{ $toInt: '5.5' }, 'code 241'],
  [{ $toInt: 5.9 }, '5'],
  [{ $toLong: 2147483648 }, '2147483648L'],
  [{ $toDecimal: 0.1 }, '0.100000000000000m'],
  [{ $toDate: '2024-02-30' }, 'code 241'],
  [{ $toDate: 5 }, 'code 241'],
  [{ $toDate: 5n }, '1970-01-01T00:00:00.005Z'],
  [{ $toString: double(1) }, '"1"'],
  [{ $toBool: 'false' }, 'true'],
  [{ $convert: { input: 'x', to: 'int', onError: 'bad' } }, '"bad"'],
  [{ $convert: { input: null, to: 'int', onNull: 'none' } }, '"none"'],
]);

table('dates', [
  [{ $hour: { date: '$d', timezone: 'America/New_York' } }, '1', { d: at }],
  [{ $isoWeekYear: new Date('2021-01-01') }, '2020L'],
  [{ $week: new Date('2021-01-01') }, '0'],
  [{ $dateToString: { date: at, format: '%Y-%j %H:%M %z', timezone: 'Asia/Kolkata' } }, '"2024-070 12:00 +0530"'],
  [{ $dateFromString: { dateString: '2018-W03-2', format: '%G-W%V-%u' } }, '2018-01-16T00:00:00.000Z'],
  [{ $dateFromParts: { year: 2024, month: 14, day: 0 } }, '2025-01-31T00:00:00.000Z'],
  // The clock skips half past two on that day, and shows half past one twice in November.
  [
    { $dateFromParts: { year: 2024, month: 3, day: 10, hour: 2, minute: 30, timezone: 'America/New_York' } },
    '2024-03-10T07:30:00.000Z',
  ],
  [
    { $dateFromParts: { year: 2024, month: 11, day: 3, hour: 1, minute: 30, timezone: 'America/New_York' } },
    '2024-11-03T05:30:00.000Z',
  ],
  [{ $dateAdd: { startDate: new Date('2024-01-31'), unit: 'month', amount: 1 } }, '2024-02-29T00:00:00.000Z'],
  [{ $dateAdd: { startDate: at, unit: 'day', amount: 1, timezone: 'America/New_York' } }, '2024-03-11T05:30:15.123Z'],
  [{ $dateAdd: { startDate: at, unit: 'hour', amount: 24, timezone: 'America/New_York' } }, '2024-03-11T06:30:15.123Z'],
  [
    {
      $dateDiff: {
        startDate: new Date('2024-03-10T05:00Z'),
        endDate: new Date('2024-03-11T04:00Z'),
        unit: 'hour',
        timezone: 'America/New_York',
      },
    },
    '23L',
  ],
  [{ $dateTrunc: { date: at, unit: 'week', binSize: 2, startOfWeek: 'monday' } }, '2024-02-26T00:00:00.000Z'],
  [{ $dateTrunc: { date: at, unit: 'hour', timezone: 'Asia/Kolkata' } }, '2024-03-10T06:30:00.000Z'],
  [{ $year: { date: at, timezone: 'Bad/Zone' } }, 'code 40485'],
]);

describe('laws of dates', () => {
  const moment = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2060, 0) });
  const unit = fc.constantFrom('year', 'quarter', 'month', 'week', 'day', 'hour', 'minute');
  const timezone = fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', '+03:30');
  const date = (v: Value) => (v as DateTime).ms;

  it('truncation goes back to a boundary and no further', () => {
    fc.assert(
      fc.property(moment, unit, timezone, (ms, u, zone) => {
        const truncate = (v: DateTime) => evaluate({ $dateTrunc: { date: v, unit: u, timezone: zone } });
        const start = truncate(new DateTime(ms));
        expect(date(start)).toBeLessThanOrEqual(ms);
        expect(date(truncate(start as DateTime))).toBe(date(start));
        expect(evaluate({ $dateDiff: { startDate: start, endDate: new DateTime(ms), unit: u, timezone: zone } })).toBe(
          0n,
        );
      }),
    );
  });

  it('what is added is the difference', () => {
    fc.assert(
      fc.property(moment, unit, timezone, fc.integer({ min: -40, max: 40 }), (ms, u, zone, amount) => {
        const start = new DateTime(ms);
        const end = evaluate({ $dateAdd: { startDate: start, unit: u, amount, timezone: zone } });
        expect(evaluate({ $dateDiff: { startDate: start, endDate: end, unit: u, timezone: zone } })).toBe(
          BigInt(amount),
        );
      }),
    );
  });

  it('parts make the date again', () => {
    fc.assert(
      fc.property(moment, timezone, fc.boolean(), (ms, zone, iso8601) => {
        const parts = evaluate({ $dateToParts: { date: new DateTime(ms), timezone: zone, iso8601 } }) as Map<
          string,
          Value
        >;
        const again = date(
          compileExpression(new Map([['$dateFromParts', new Map([...parts, ['timezone', zone]])]]), Scope.root())(null),
        );
        // An hour that the clock shows twice is read as the first.
        expect([0, 1_800_000, 3_600_000]).toContain(ms - again);
      }),
    );
  });

  it('text in the zone reads back', () => {
    fc.assert(
      fc.property(moment, timezone, (ms, zone) => {
        const format = '%Y-%m-%dT%H:%M:%S.%L%z';
        const written = evaluate({ $dateToString: { date: new DateTime(ms), format, timezone: zone } });
        expect(date(evaluate({ $dateFromString: { dateString: written, format } }))).toBe(ms);
        expect(date(evaluate({ $toDate: written }))).toBe(ms);
      }),
    );
  });
});
