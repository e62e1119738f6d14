import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal, document, outcome, text, value } from '../../test/notation.ts';
import { compare } from '../bson/compare.ts';
import { type Doc, double, type Value } from '../bson/values.ts';
import { Scope } from '../expressions/scope.ts';
import { parseFilter } from '../matcher/parse.ts';
import { matched } from '../matcher/paths.ts';
import { compileUpdate, upsertSeed } from './updater.ts';

type Fields = Record<string, unknown>;

function update(before: Fields, change: unknown, options: { filter?: Fields; arrayFilters?: Fields[] } = {}): string {
  const scope = Scope.root();
  const filter = document(options.filter ?? {});
  return outcome(() => {
    const compiled = compileUpdate(value(change), { scope, filter, arrayFilters: options.arrayFilters?.map(document) });
    const start = document(before);
    matched.index = undefined;
    parseFilter(filter, scope).test(start);
    const after = compiled.apply(start, { positional: matched.index, isInsert: false });
    expect(text(start)).toBe(text(document(before)));
    return after;
  });
}

describe('operators on fields', () => {
  it.each<[string, Fields, unknown, string]>([
    [
      'set adds new fields in the order of their names, numbers first',
      {},
      { $set: { z: 1, b: 2, '10': 3, '9': 4 } },
      '{9: 4, 10: 3, b: 2, z: 1}',
    ],
    ['set fills an array with null up to the index', { a: [1] }, { $set: { 'a.3': 2 } }, '{a: [1, null, null, 2]}'],
    ['set makes documents, never arrays', {}, { $set: { 'a.0.b': 1 } }, '{a: {0: {b: 1}}}'],
    ['set does not go through a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, 'code 28'],
    ['set does not go through null', { a: null }, { $set: { 'a.b': 1 } }, 'code 28'],
    ['set does not go by name into an array', { a: [1] }, { $set: { 'a.b': 1 } }, 'code 28'],
    ['unset leaves null in an array', { a: [1, 2] }, { $unset: { 'a.0': '' } }, '{a: [null, 2]}'],
    ['unset passes over a scalar', { a: 1 }, { $unset: { 'a.b': '' } }, '{a: 1}'],
    ['inc grows an int into a long', { a: 2147483647 }, { $inc: { a: 1 } }, '{a: 2147483648L}'],
    ['inc refuses to overflow a long', { a: 2n ** 63n - 1n }, { $inc: { a: 1 } }, 'code 2'],
    ['inc keeps the digits of a decimal', { a: decimal('1.10') }, { $inc: { a: 2 } }, '{a: 3.10m}'],
    ['inc by a double zero changes the type', { a: 1 }, { $inc: { a: double(0) } }, '{a: 1.0}'],
    ['mul of a missing field is a zero of the factor', {}, { $mul: { a: 3n } }, '{a: 0L}'],
    ['min and max compare by BSON order', { a: 5, b: 5 }, { $min: { a: null }, $max: { b: 'x' } }, '{a: null, b: "x"}'],
    ['rename moves to a new place', { a: 1, b: 2 }, { $rename: { a: 'c.d' } }, '{b: 2, c: {d: 1}}'],
    ['rename does not leave an array', { a: [{ b: 1 }] }, { $rename: { 'a.0.b': 'c' } }, 'code 2'],
    ['setOnInsert does nothing on an update', { a: 1 }, { $setOnInsert: { b: 1, 'a.x': 1 } }, '{a: 1}'],
    ['bit works on the type of the field', { a: 13 }, { $bit: { a: { and: 10, or: 1 } } }, '{a: 9}'],
    ['the _id stays', { _id: 1 }, { $set: { _id: 2 } }, 'code 66'],
    ['an equal _id is no change', { _id: 1 }, { $set: { _id: 1, a: 1 } }, '{_id: 1, a: 1}'],
  ])('%s', (_, before, change, after) => expect(update(before, change)).toBe(after));
});

describe('operators on arrays', () => {
  it.each<[string, Fields, unknown, string]>([
    ['push makes an array', {}, { $push: { a: [1] } }, '{a: [[1]]}'],
    [
      'push puts, sorts and slices in that order',
      { a: [3, 1] },
      { $push: { a: { $each: [2, 9], $position: 0, $sort: -1, $slice: 3 } } },
      '{a: [9, 3, 2]}',
    ],
    [
      'push counts a negative position from the end',
      { a: [1, 2] },
      { $push: { a: { $each: [9], $position: -1 } } },
      '{a: [1, 9, 2]}',
    ],
    ['push refuses null', { a: null }, { $push: { a: 1 } }, 'code 2'],
    [
      'addToSet compares numbers by value and documents by order',
      { a: [1, { x: 1, y: 2 }] },
      { $addToSet: { a: { $each: [double(1), { y: 2, x: 1 }] } } },
      '{a: [1, {x: 1, y: 2}, {y: 2, x: 1}]}',
    ],
    ['pull takes a condition on values', { a: [1, 5, 9] }, { $pull: { a: { $gt: 1, $lt: 9 } } }, '{a: [1, 9]}'],
    [
      'pull takes a query on documents',
      { a: [{ k: 1, v: 5 }, { k: 2 }, 3] },
      { $pull: { a: { k: 1 } } },
      '{a: [{k: 2}, 3]}',
    ],
    ['pull compares an array as a whole', { a: [[1, 2], 1] }, { $pull: { a: [1, 2] } }, '{a: [1]}'],
    [
      'pullAll wants equality',
      { a: [{ x: 1, y: 1 }, { x: 1 }, 2] },
      { $pullAll: { a: [{ x: 1 }, double(2)] } },
      '{a: [{x: 1, y: 1}]}',
    ],
    ['pop takes from either end', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: -1, b: 1 } }, '{a: [2, 3], b: [1]}'],
    ['pop takes 1 and -1 only', { a: [1] }, { $pop: { a: 0 } }, 'code 9'],
    ['pop wants an array', { a: 1 }, { $pop: { a: 1 } }, 'code 14'],
  ])('%s', (_, before, change, after) => expect(update(before, change)).toBe(after));
});

describe('places in arrays', () => {
  it.each<[string, Fields, unknown, { filter?: Fields; arrayFilters?: Fields[] }, string]>([
    [
      '$ is the element that the query matched',
      { a: [{ k: 1 }, { k: 2 }] },
      { $set: { 'a.$.v': 9 } },
      { filter: { 'a.k': 2 } },
      '{a: [{k: 1}, {k: 2, v: 9}]}',
    ],
    [
      '$ is the outer index',
      { a: [{ b: [1] }, { b: [1, 2] }] },
      { $set: { 'a.$.v': 9 } },
      { filter: { 'a.b': 2 } },
      '{a: [{b: [1]}, {b: [1, 2], v: 9}]}',
    ],
    [
      '$ needs a match that went through an array',
      { a: [1] },
      { $set: { 'a.$': 9 } },
      { filter: { a: { $ne: 5 } } },
      'code 2',
    ],
    [
      '$[] is every element',
      { a: [{ b: [1, 2] }, { b: [3] }] },
      { $inc: { 'a.$[].b.$[]': 1 } },
      {},
      '{a: [{b: [2, 3]}, {b: [4]}]}',
    ],
    [
      '$[id] is what its filter accepts',
      { a: [1, 5, 9] },
      { $set: { 'a.$[e]': 0 } },
      { arrayFilters: [{ e: { $gt: 4 } }] },
      '{a: [1, 0, 0]}',
    ],
    [
      'two filters may touch different elements',
      { a: [1, 2] },
      { $set: { 'a.$[x]': 5, 'a.$[y]': 6 } },
      { arrayFilters: [{ x: 1 }, { y: 2 }] },
      '{a: [5, 6]}',
    ],
    [
      'two filters may not touch the same',
      { a: [1] },
      { $set: { 'a.$[x]': 5, 'a.$[y]': 6 } },
      { arrayFilters: [{ x: 1 }, { y: 1 }] },
      'code 40',
    ],
    ['a filter must be used', { a: [1] }, { $set: { 'a.$[x]': 5 } }, { arrayFilters: [{ x: 1 }, { y: 1 }] }, 'code 9'],
    ['an identifier needs its filter', { a: [1] }, { $set: { 'a.$[x]': 5 } }, {}, 'code 2'],
    ['$[] needs an array', { a: 1 }, { $set: { 'a.$[]': 5 } }, {}, 'code 2'],
  ])('%s', (_, before, change, options, after) => expect(update(before, change, options)).toBe(after));
});

describe('what an update may not be', () => {
  it.each<[unknown, string]>([
    [{ $foo: { a: 1 } }, 'code 9'],
    [{ $set: 5 }, 'code 9'],
    [{ $set: { a: 1 }, b: 1 }, 'code 9'],
    [{ a: 1, $set: { b: 1 } }, 'code 52'],
    [{ $set: { '': 1 } }, 'code 56'],
    [{ $set: { 'a..b': 1 } }, 'code 56'],
    [{ $set: { $a: 1 } }, 'code 52'],
    [{ $set: { a: 1, 'a.b': 1 } }, 'code 40'],
    [{ $set: { a: 1 }, $inc: { a: 1 } }, 'code 40'],
    [{ $inc: { a: 'x' } }, 'code 14'],
    [{ $currentDate: { a: 'x' } }, 'code 2'],
    [[{ $match: {} }], 'code 72'],
    ['x', 'code 9'],
  ])('%j', (change, code) => expect(update({ _id: 1 }, change)).toBe(code));
});

describe('replacement and pipeline', () => {
  it('keeps the _id and puts it first', () => {
    expect(update({ _id: 1, a: 1 }, { b: 1 })).toBe('{_id: 1, b: 1}');
    expect(update({ _id: 1 }, { b: 1, _id: 1 })).toBe('{_id: 1, b: 1}');
    expect(update({ _id: 1 }, { _id: 2 })).toBe('code 66');
    expect(update({ _id: 1, a: 2 }, [{ $replaceWith: { d: '$a' } }])).toBe('{_id: 1, d: 2}');
    expect(update({ _id: 1 }, [{ $set: { _id: 2 } }])).toBe('code 66');
  });

  it('gives the same document when nothing changes', () => {
    for (const change of [{ $set: { a: 1 } }, { a: 1 }, [{ $set: { a: 1 } }], { $max: { a: double(1) } }]) {
      const start = document({ _id: 1, a: 1 });
      const compiled = compileUpdate(value(change), { scope: Scope.root(), filter: new Map() });
      expect(compiled.apply(start, { positional: undefined, isInsert: false })).toBe(start);
    }
  });
});

describe('upsert', () => {
  const upsert = (filter: Fields, change: unknown): string =>
    outcome(() => {
      const query = document(filter);
      const compiled = compileUpdate(value(change), { scope: Scope.root(), filter: query });
      return compiled.apply(upsertSeed(query), { positional: undefined, isInsert: true });
    });

  it.each<[Fields, unknown, string]>([
    [{ _id: 7, a: { $eq: 1 }, b: { $gt: 2 } }, { $setOnInsert: { c: 3 } }, '{_id: 7, a: 1, c: 3}'],
    [{ _id: 7, $and: [{ 'a.b': 1 }], $or: [{ x: 1 }] }, { $set: { 'a.c': 2 } }, '{_id: 7, a: {b: 1, c: 2}, x: 1}'],
    [{ a: 1, _id: 7 }, { b: 2 }, '{_id: 7, b: 2}'],
    [{ a: 1 }, { $set: { _id: 5 } }, '{_id: 5, a: 1}'],
    [{ _id: 7 }, { $set: { _id: 8 } }, 'code 66'],
    [{ _id: 7 }, { _id: 8 }, 'code 66'],
    [{ a: 1, 'a.b': 2 }, { $set: { c: 1 } }, 'code 54'],
    [{ $and: [{ a: 1 }, { a: 2 }] }, { $set: { c: 1 } }, 'code 54'],
  ])('%j with %j', (filter, change, made) => expect(upsert(filter, change)).toBe(made));
});

describe('laws', () => {
  const scalar = fc.oneof(fc.integer({ min: -99, max: 99 }), fc.constantFrom('a', 'b', null, true));
  const apply = (start: Doc, change: Doc): Doc =>
    compileUpdate(change, { scope: Scope.root(), filter: new Map() }).apply(start, {
      positional: undefined,
      isInsert: false,
    });

  it('a set can be read back, and setting it again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), scalar),
        fc.constantFrom('x.y', 'z', 'x'),
        scalar,
        (fields, path, wanted) => {
          const change = document({ $set: { [path]: wanted } });
          const after = apply(document({ ...fields }), change);
          let found: Value = after;
          for (const part of path.split('.')) found = (found as Doc).get(part);
          expect(text(found)).toBe(text(value(wanted)));
          expect(apply(after, change)).toBe(after);
        },
      ),
    );
  });

  it('addToSet leaves a set, whatever was pushed', () => {
    fc.assert(
      fc.property(fc.array(scalar), fc.array(scalar), (first, second) => {
        const start = apply(new Map(), document({ $addToSet: { a: { $each: first } } }));
        const list = apply(start, document({ $addToSet: { a: { $each: second } } })).get('a') as Value[];
        for (const [i, one] of list.entries())
          for (const other of list.slice(i + 1)) expect(compare(one, other)).not.toBe(0);
        for (const item of [...first, ...second])
          expect(list.some((member) => compare(member, value(item)) === 0)).toBe(true);
      }),
    );
  });
});
