import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { document, outcome, value } from '../../test/notation.ts';
import { compileExpression } from '../expressions/compile.ts';
import { Scope } from '../expressions/scope.ts';
import { parseFilter } from '../matcher/parse.ts';
import { compileSort } from '../sort/sort.ts';
import { Collation } from './collation.ts';
import type { Value } from './values.ts';

const english = (strength: number) => Collation.of(document({ locale: 'en_US', strength })) as Collation;
const scope = Scope.root([], english(2));

describe('a collation', () => {
  it('decides which strings are equal', () => {
    expect(english(1).compare('résumé', 'RESUME')).toBe(0);
    expect(english(2).compare('resume', 'RESUME')).toBe(0);
    expect(english(2).compare('résumé', 'resume')).not.toBe(0);
    expect(english(3).compare('resume', 'RESUME')).not.toBe(0);
    const numeric = Collation.of(document({ locale: 'en', numericOrdering: true }));
    expect(numeric?.compare('a10', 'a9')).toBeGreaterThan(0);
  });

  it('is used by queries, sorts and comparisons', () => {
    const { test } = parseFilter(document({ x: 'PING', l: { $in: ['A', 5] }, d: { $eq: { s: 'b' } } }), scope);
    expect(test(document({ x: 'pIng', l: ['a'], d: { s: 'B' } }))).toBe(true);
    expect(test(document({ x: 'pong', l: ['a'], d: { s: 'B' } }))).toBe(false);
    const sort = compileSort(document({ s: 1 }), scope);
    const rows = ['b', 'A', 'a', 'B', 'c'].map((s) => document({ s }));
    expect(rows.sort(sort.compare).map((row) => row.get('s'))).toEqual(['A', 'a', 'b', 'B', 'c']);
    expect(compileExpression(value({ $eq: ['a', 'A'] }), scope)(null)).toBe(true);
  });

  it('keeps the planner from the order of bytes', () => {
    expect(parseFilter(document({ x: 'a' }), scope).node.kind).toBe('other');
    expect(parseFilter(document({ x: 5 }), scope).node.kind).toBe('compare');
  });

  it('gives equal strings one key, and different ones different keys', () => {
    const collation = english(2);
    const word = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'é', 'É', 'e'), maxLength: 3 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(collation.key(a) === collation.key(b)).toBe(collation.compare(a, b) === 0);
      }),
    );
  });

  it.each<[Record<string, unknown>, string]>([
    [{ locale: 'simple' }, 'missing'],
    [{}, 'missing'],
    [{ strength: 2 }, 'code 40414'],
    [{ locale: 'en', foo: 1 }, 'code 40415'],
    [{ locale: 'en', strength: 9 }, 'code 2'],
    [{ locale: 'no-such-locale-at-all' }, 'code 2'],
  ])('%j gives %s', (spec, result) => {
    expect(outcome(() => Collation.of(document(spec)) as Value)).toBe(result);
  });
});
