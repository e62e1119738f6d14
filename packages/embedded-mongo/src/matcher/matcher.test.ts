import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal, document, outcome } from '../../test/notation.ts';
import { double, type Value } from '../bson/values.ts';
import { Scope } from '../expressions/scope.ts';
import { parseFilter } from './parse.ts';

type Fields = Record<string, unknown>;

const rows: Fields[] = [
  { _id: 1, a: null },
  { _id: 2 },
  { _id: 3, a: [] },
  { _id: 4, a: [null] },
  { _id: 5, a: [1, 2] },
  { _id: 6, a: [[1, 2]] },
  { _id: 7, a: { b: 1 } },
  { _id: 8, a: [{ b: 1 }, { b: 2 }] },
  { _id: 9, a: [{ b: [1, 2] }] },
  { _id: 10, a: 'x' },
  { _id: 11, a: double(1) },
  { _id: 12, a: decimal('1.5') },
];

function matches(filter: Fields): string {
  return outcome(() => {
    const { test } = parseFilter(document(filter), Scope.root());
    return rows
      .map(document)
      .filter(test)
      .map((row) => row.get('_id'));
  });
}

describe('queries', () => {
  it.each<[Fields, string]>([
    [{ a: null }, '[1, 2, 4]'],
    [{ a: { $ne: null } }, '[3, 5, 6, 7, 8, 9, 10, 11, 12]'],
    [{ a: { $exists: false } }, '[2]'],
    [{ a: 1 }, '[5, 11]'],
    [{ a: [1, 2] }, '[5, 6]'],
    [{ a: [] }, '[3]'],
    [{ 'a.b': 1 }, '[7, 8, 9]'],
    [{ 'a.0': 1 }, '[5, 6]'],
    [{ 'a.b.0': 1 }, '[9]'],
    [{ 'a.b': null }, '[1, 2, 10, 11, 12]'],
    [{ a: { $gt: 0 } }, '[5, 11, 12]'],
    [{ a: { $not: { $gt: 0 } } }, '[1, 2, 3, 4, 6, 7, 8, 9, 10]'],
    [{ a: { $gte: null } }, '[1, 2, 4]'],
    [{ a: { $in: [null, [1, 2]] } }, '[1, 2, 4, 5, 6]'],
    [{ a: { $nin: [1, null] } }, '[3, 6, 7, 8, 9, 10, 12]'],
    [{ a: { $all: [1, 2] } }, '[5]'],
    [{ a: { $all: [] } }, '[]'],
    [{ a: { $size: 1 } }, '[4, 6, 9]'],
    [{ a: { $type: 'number' } }, '[5, 11, 12]'],
    [{ a: { $elemMatch: { b: 1 } } }, '[8, 9]'],
    [{ a: { $elemMatch: { $gt: 1 } } }, '[5]'],
    [{ a: { $elemMatch: { $elemMatch: { $eq: 1 } } } }, '[6]'],
    [{ a: { $mod: [2, 0] } }, '[5]'],
    [{ a: { $bitsAllSet: 1 } }, '[5, 11]'],
    [{ $nor: [{ a: null }, { 'a.b': { $exists: true } }] }, '[3, 5, 6, 10, 11, 12]'],
    [{ $expr: { $eq: ['$a', null] } }, '[1]'],
    [{ a: { $regex: '^X', $options: 'i' } }, '[10]'],
    [{ $jsonSchema: { required: ['a'], properties: { a: { bsonType: ['number', 'string'] } } } }, '[10, 11, 12]'],
  ])('%j', (filter, found) => expect(matches(filter)).toBe(found));

  it.each<[Fields, string]>([
    [{ $foo: 1 }, 'code 2'],
    [{ a: { $foo: 1 } }, 'code 2'],
    [{ a: { $in: 5 } }, 'code 2'],
    [{ $or: [] }, 'code 2'],
    [{ a: { $mod: [0, 1] } }, 'code 2'],
    [{ a: { $size: -1 } }, 'code 9'],
    [{ a: { $regex: '(' } }, 'code 51091'],
    [{ $text: { $search: 'x' } }, 'code 27'],
    [{ $jsonSchema: { $ref: 'x' } }, 'code 9'],
  ])('%j is refused', (filter, code) => expect(matches(filter)).toBe(code));
});

describe('$jsonSchema', () => {
  const accepts = (schema: Fields, fields: Fields) =>
    parseFilter(document({ $jsonSchema: schema }), Scope.root()).test(document(fields));

  it.each<[string, Fields, Fields, Fields]>([
    ['bounds', { properties: { n: { minimum: 1, maximum: 3, exclusiveMaximum: true } } }, { n: 1 }, { n: 3 }],
    ['lengths', { properties: { s: { minLength: 2, pattern: '^a' } } }, { s: 'ab' }, { s: 'a' }],
    ['enum', { properties: { s: { enum: ['x', null] } } }, { s: null }, { s: 'y' }],
    ['items', { properties: { l: { items: { bsonType: 'int' }, uniqueItems: true } } }, { l: [1, 2] }, { l: [1, 1] }],
    [
      'items by place',
      { properties: { l: { items: [{ type: 'string' }], additionalItems: false } } },
      { l: ['a'] },
      { l: ['a', 1] },
    ],
    [
      'additional',
      { properties: { a: {} }, patternProperties: { '^x': {} }, additionalProperties: false },
      { a: 1, xy: 2 },
      { b: 1 },
    ],
    ['one of', { oneOf: [{ required: ['a'] }, { required: ['b'] }] }, { a: 1 }, { a: 1, b: 1 }],
    ['not', { not: { required: ['a'] } }, { b: 1 }, { a: 1 }],
    ['dependencies', { dependencies: { a: ['b'] } }, { a: 1, b: 1 }, { a: 1 }],
    ['multiples', { properties: { n: { multipleOf: 0.5 } } }, { n: 1.5 }, { n: 1.2 }],
  ])('%s', (_, schema, good, bad) => {
    expect(accepts(schema, good)).toBe(true);
    expect(accepts(schema, bad)).toBe(false);
  });
});

describe('laws', () => {
  const leaf = fc.constantFrom<unknown>(0, 1, double(1), 'a', null, true, undefined);
  const fields = fc.record({ a: fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })), b: leaf });
  const test = (filter: Fields, row: Fields) =>
    parseFilter(document(filter), Scope.root()).test(document(row) as Value);
  const operand = fc.constantFrom<unknown>(0, 1, 'a', null, true);

  it('ne, nin, nor and not are the opposites of eq, in, or and themselves', () => {
    fc.assert(
      fc.property(fields, operand, operand, (row, x, y) => {
        expect(test({ a: { $ne: x } }, row)).toBe(!test({ a: x }, row));
        expect(test({ a: { $nin: [x, y] } }, row)).toBe(!test({ a: { $in: [x, y] } }, row));
        expect(test({ $nor: [{ a: x }, { b: y }] }, row)).toBe(!test({ $or: [{ a: x }, { b: y }] }, row));
        expect(test({ a: { $not: { $gte: x } } }, row)).toBe(!test({ a: { $gte: x } }, row));
      }),
    );
  });

  it('in is the or of equalities, gte of gt and eq', () => {
    fc.assert(
      fc.property(fields, operand, operand, (row, x, y) => {
        expect(test({ a: { $in: [x, y] } }, row)).toBe(test({ $or: [{ a: x }, { a: y }] }, row));
        expect(test({ a: { $gte: x } }, row)).toBe(test({ $or: [{ a: { $gt: x } }, { a: x }] }, row));
      }),
    );
  });
});
