import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { document, outcome } from '../../test/notation.ts';
import { compileSort } from './sort.ts';

type Fields = Record<string, unknown>;

function order(rows: Fields[], spec: Fields): unknown[] {
  const sort = compileSort(document(spec));
  return rows
    .map(document)
    .sort(sort.compare)
    .map((row) => row.get('_id'));
}

describe('sort', () => {
  const rows = [
    { _id: 1, a: [1, 9] },
    { _id: 2, a: 5 },
    { _id: 3, a: [] },
    { _id: 4 },
    { _id: 5, a: null },
    { _id: 6, a: [4, 'x'] },
  ];

  it('takes the lowest element of an array going up, the highest going down', () => {
    expect(order(rows, { a: 1, _id: 1 })).toEqual([3, 4, 5, 1, 6, 2]);
    expect(order(rows, { a: -1, _id: 1 })).toEqual([6, 1, 2, 4, 5, 3]);
  });

  it('reads paths through arrays, absent fields as null', () => {
    const items = [
      { _id: 1, i: [{ q: 5 }, { q: 1 }] },
      { _id: 2, i: [{ q: 2 }] },
      { _id: 3, i: [{ q: 9 }, {}] },
    ];
    expect(order(items, { 'i.q': 1 })).toEqual([3, 1, 2]);
    expect(order(items, { 'i.q': -1 })).toEqual([3, 1, 2]);
  });

  it.each<[Fields, string]>([
    [{ a: 2 }, 'code 15975'],
    [{ a: 'x' }, 'code 15974'],
    [{ a: { $meta: 'textScore' } }, 'code 40218'],
    [{ 'a.': 1 }, 'code 40353'],
  ])('refuses %j', (spec, code) => {
    expect(
      outcome(() => {
        compileSort(document(spec));
        return null;
      }),
    ).toBe(code);
  });

  it('is the reverse order when every direction is turned, but for arrays', () => {
    const scalar = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', null, true));
    fc.assert(
      fc.property(fc.array(fc.tuple(scalar, scalar)), (pairs) => {
        const documents = pairs.map(([a, b], _id) => ({ _id, a, b }));
        expect(order(documents, { a: 1, b: -1, _id: 1 })).toEqual(order(documents, { a: -1, b: 1, _id: -1 }).reverse());
      }),
    );
  });
});
