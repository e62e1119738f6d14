/** Lists in pages: every row once, whatever the size of the pages. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Connection, decodeCursor, encodeCursor, pageArgs, pageOfArray, toConnection } from '../index.ts';

describe('arguments', () => {
  test('default to 50 rows and are clamped to 200', () => {
    expect(pageArgs({})).toEqual({ limit: 50, after: null });
    expect(pageArgs({ first: null, after: null })).toEqual({ limit: 50, after: null });
    expect(pageArgs({ first: 100_000, after: encodeCursor(['a']) })).toEqual({ limit: 200, after: ['a'] });
  });

  test.each([0, -1, 1.5])('first: %p is refused, naming the field', (first) => {
    expect(() => pageArgs({ first })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', fields: [{ field: 'first', message: expect.any(String) }] }),
    );
  });

  const foreign = [
    Buffer.from('{"a":1}').toString('base64url'),
    Buffer.from('[]').toString('base64url'),
    Buffer.from('[1]').toString('base64url'),
  ];
  test.each(['', 'a b', '%', 'abc=', ...foreign])('after: "%s" is refused, naming the field', (after) => {
    expect(() => pageArgs({ after })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', fields: [{ field: 'after', message: expect.any(String) }] }),
    );
  });

  test('a cursor is what it was made of, and has one spelling', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), (parts) => {
        expect(decodeCursor(encodeCursor(parts))).toEqual(parts);
      }),
    );
    expect(decodeCursor(`${Buffer.from('["a" ]').toString('base64url')}`)).toBeNull();
  });
});

test('the row too many tells of a next page and is not shown', () => {
  const options = { limit: 2, cursorOf: (row: string) => [row], totalCount: 9 };
  const page = toConnection(['a', 'b', 'c'], { ...options, after: ['0'] });
  expect(page.nodes).toEqual(['a', 'b']);
  expect(page.pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: true,
    startCursor: encodeCursor(['a']),
    endCursor: encodeCursor(['b']),
  });
  expect(toConnection(['a', 'b'], options).pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  expect(toConnection([], options)).toMatchObject({
    edges: [],
    totalCount: 9,
    pageInfo: { startCursor: null, endCursor: null },
  });
});

describe('a list in memory', () => {
  const walk = (
    rows: number[],
    first: number,
    downwards: boolean,
    lose: (seen: number[]) => number[] = () => [],
  ): number[] => {
    const seen: number[] = [];
    let left = rows;
    let after: string | null = null;
    for (;;) {
      const page: Connection<number> = pageOfArray(
        left,
        { first, after },
        (row) => [String(row)],
        downwards ? 'DOWNWARDS' : 'UPWARDS',
      );
      seen.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return seen;
      after = page.pageInfo.endCursor;
      const lost = new Set(lose(seen));
      left = left.filter((row) => !lost.has(row));
    }
  };
  const lists = fc.uniqueArray(fc.nat(1000), { maxLength: 60 });

  test.each([1, -1])('shows every row once, upwards or downwards (%p)', (direction) => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 9 }), (rows, first) => {
        const ordered = rows.toSorted((a, b) => direction * (a - b));
        expect(walk(ordered, first, direction < 0)).toEqual(ordered);
      }),
    );
  });

  test.each([1, -1])('goes on when the row of a cursor has gone (%p)', (direction) => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 9 }), (rows, first) => {
        const ordered = rows.toSorted((a, b) => direction * (a - b));
        expect(walk(ordered, first, direction < 0, (seen) => seen.slice(-1))).toEqual(ordered);
      }),
    );
  });
});
