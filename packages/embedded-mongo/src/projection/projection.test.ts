import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { document, outcome, text } from '../../test/notation.ts';
import { Scope } from '../expressions/scope.ts';
import { compileProjection } from './projection.ts';

type Fields = Record<string, unknown>;
const fields = { _id: 1, a: { b: [{ c: 1, d: 2 }, { c: 3 }, 4], e: 5 }, n: [1, 2, 3], s: 'x' };

function project(spec: Fields, kind: 'find' | 'aggregate', positional?: number): string {
  return outcome(() => compileProjection(document(spec), Scope.root(), { kind }).apply(document(fields), positional));
}

describe.each(['find', 'aggregate'] as const)('projections of %s', (kind) => {
  it.each<[Fields, string]>([
    [{ s: 1 }, '{_id: 1, s: "x"}'],
    [{ s: 1, _id: 0 }, '{s: "x"}'],
    [{ _id: 0, a: 0, n: false }, '{s: "x"}'],
    [{ 'a.b.c': 1 }, '{_id: 1, a: {b: [{c: 1}, {c: 3}]}}'],
    [{ a: { b: { c: 0 } }, n: 0 }, '{_id: 1, a: {b: [{d: 2}, {}, 4], e: 5}, s: "x"}'],
    [{ 's.x': 1 }, '{_id: 1}'],
    [{ t: { $toUpper: '$s' }, n: 1 }, '{_id: 1, n: [1, 2, 3], t: "X"}'],
    [{ 'n.z': '$s' }, '{_id: 1, n: [{z: "x"}, {z: "x"}, {z: "x"}]}'],
    [{ 'a.z': '$s', 'a.e': 1 }, '{_id: 1, a: {e: 5, z: "x"}}'],
    [{ q: '$nope', s: '$$REMOVE' }, '{_id: 1}'],
    [{ s: 1, n: 0 }, 'code 31254'],
    [{ s: 0, n: 1 }, 'code 31253'],
    [{ a: 1, 'a.e': 1 }, 'code 31249'],
    [{ 'a.e': 1, a: 1 }, 'code 31250'],
    [{ s: { $foo: 1 } }, 'code 31325'],
    [{ a: {} }, 'code 51270'],
    [{ 'a.': 1 }, 'code 40353'],
  ])('%j', (spec, result) => expect(project(spec, kind)).toBe(result));
});

describe('what only find has', () => {
  it.each<[Fields, string]>([
    [{ n: { $slice: 1 }, a: 0 }, '{_id: 1, n: [1], s: "x"}'],
    [{ n: { $slice: [-2, 1] }, s: 1 }, '{_id: 1, n: [2], s: "x"}'],
    [{ n: { $slice: ['$n', 1] } }, '{_id: 1, n: [1]}'],
    [{ n: { $elemMatch: { $gt: 1 } } }, '{_id: 1, n: [2]}'],
    [{ n: { $elemMatch: { $gt: 9 } }, s: 1 }, '{_id: 1, s: "x"}'],
    [{ 'a.b': { $elemMatch: { c: 1 } } }, 'code 31275'],
    [{ 'n.$': 1 }, '{_id: 1, n: [2]}'],
    [{ 'a.b.$': 1 }, '{_id: 1, a: {b: [{c: 3}]}}'],
    [{ 'n.$.x': 1 }, 'code 31394'],
    [{ 'n.$': 1, 'a.$': 1 }, 'code 31276'],
    [{ n: { $slice: 'x' } }, 'code 28667'],
  ])('%j', (spec, result) => expect(project(spec, 'find', 1)).toBe(result));

  it('refuses a positional projection without a match', () => {
    expect(project({ 'n.$': 1 }, 'find')).toBe('code 51246');
  });
});

describe('laws', () => {
  const paths = fc.uniqueArray(fc.constantFrom('a', 'n', 's'), { minLength: 1 });

  it('what is kept and what is dropped make the whole', () => {
    fc.assert(
      fc.property(paths, (names) => {
        const apply = (keep: 0 | 1) =>
          compileProjection(
            document({ _id: 0, ...Object.fromEntries(names.map((name) => [name, keep])) }),
            Scope.root(),
            { kind: 'find' },
          ).apply(document(fields));
        const together = new Map([...apply(1), ...apply(0)]);
        expect([...together.keys()].sort()).toEqual(['a', 'n', 's']);
        expect(apply(1).size + apply(0).size).toBe(3);
      }),
    );
  });

  it('projecting twice is projecting once', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('a.b.c', 'a.e', 'n', 's', 'zz'), { minLength: 1 }),
        fc.constantFrom(0, 1),
        (names, keep) => {
          const projection = compileProjection(
            document(Object.fromEntries(names.map((name) => [name, keep]))),
            Scope.root(),
            { kind: 'aggregate' },
          );
          const once = projection.apply(document(fields));
          expect(text(projection.apply(once))).toBe(text(once));
        },
      ),
    );
  });
});
