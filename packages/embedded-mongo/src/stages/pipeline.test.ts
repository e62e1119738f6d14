import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InMemory } from '../../test/in-memory.ts';
import { document, text, value } from '../../test/notation.ts';
import { compare } from '../bson/compare.ts';
import type { Doc, Value } from '../bson/values.ts';
import { MongoError } from '../errors.ts';
import { Scope } from '../expressions/scope.ts';
import { parseFilter } from '../matcher/parse.ts';
import { compilePipeline } from './pipeline.ts';

type Rows = Record<string, unknown>[];

async function run(rows: Rows, stages: unknown[], others: Record<string, Rows> = {}): Promise<string> {
  try {
    return text(await new InMemory({ c: rows, ...others }).aggregate(stages));
  } catch (error) {
    if (error instanceof MongoError) return `code ${error.code}`;
    throw error;
  }
}

const deals = [
  { _id: 1, k: 'a', v: 1 },
  { _id: 2, k: 'b', v: 2 },
  { _id: 3, k: 'a', v: 3 },
  { _id: 4, k: null },
  { _id: 5 },
];

describe('stages', () => {
  it.each<[string, Rows, unknown[], string]>([
    [
      'group takes null and missing as one',
      deals,
      [{ $group: { _id: '$k', n: { $sum: '$v' }, l: { $push: '$v' } } }],
      '[{_id: "a", n: 4, l: [1, 3]}, {_id: "b", n: 2, l: [2]}, {_id: null, n: 0, l: []}]',
    ],
    [
      'group picks by a sort',
      deals,
      [
        {
          $group: {
            _id: null,
            t: { $topN: { n: 2, sortBy: { v: -1 }, output: '$_id' } },
            b: { $bottom: { sortBy: { v: -1 }, output: '$_id' } },
          },
        },
      ],
      '[{_id: null, t: [3, 2], b: 5}]',
    ],
    [
      'unwind keeps the place of the field',
      [{ _id: 1, t: [5, 6], z: 1 }, { _id: 2 }],
      [{ $unwind: { path: '$t', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true } }],
      '[{_id: 1, t: 5, z: 1, i: 0L}, {_id: 1, t: 6, z: 1, i: 1L}, {_id: 2, i: null}]',
    ],
    ['count of nothing gives nothing', [], [{ $count: 'n' }], '[]'],
    [
      'facet looks at the same documents twice',
      deals,
      [{ $facet: { first: [{ $limit: 1 }, { $unset: 'k' }], n: [{ $count: 'n' }] } }],
      '[{first: [{_id: 1, v: 1}], n: [{n: 5}]}]',
    ],
    [
      'bucket',
      deals,
      [{ $bucket: { groupBy: '$v', boundaries: [0, 2, 4], default: 'other' } }],
      '[{_id: 0, count: 1}, {_id: 2, count: 2}, {_id: "other", count: 2}]',
    ],
    [
      'bucketAuto never parts equal values',
      [1, 1, 1, 9].map((v, _id) => ({ _id, v })),
      [{ $bucketAuto: { groupBy: '$v', buckets: 2 } }],
      '[{_id: {min: 1, max: 9}, count: 3}, {_id: {min: 9, max: 9}, count: 1}]',
    ],
    [
      'redact looks into arrays',
      [{ _id: 1, l: 1, t: [{ l: 1 }, { l: 9 }] }],
      [{ $redact: { $cond: [{ $gt: ['$l', 3] }, '$$PRUNE', '$$DESCEND'] } }],
      '[{_id: 1, l: 1, t: [{l: 1}]}]',
    ],
    [
      'windows by place',
      [3, 1, 2].map((v) => ({ _id: v, v })),
      [
        {
          $setWindowFields: {
            sortBy: { v: 1 },
            output: { s: { $sum: '$v', window: { documents: [-1, 0] } }, r: { $rank: {} } },
          },
        },
      ],
      '[{_id: 1, v: 1, s: 1, r: 1}, {_id: 2, v: 2, s: 3, r: 2}, {_id: 3, v: 3, s: 5, r: 3}]',
    ],
    [
      'densify by months keeps the end of the month',
      [{ t: new Date('2024-01-31') }, { t: new Date('2024-03-31') }],
      [{ $densify: { field: 't', range: { step: 1, unit: 'month', bounds: 'full' } } }],
      '[{t: 2024-01-31T00:00:00.000Z}, {t: 2024-02-29T00:00:00.000Z}, {t: 2024-03-31T00:00:00.000Z}]',
    ],
    [
      'fill by a line',
      [{ x: 1, v: 10 }, { x: 2 }, { x: 4, v: 40 }],
      [{ $fill: { sortBy: { x: 1 }, output: { v: { method: 'linear' } } } }],
      '[{x: 1, v: 10}, {x: 2, v: 20.0}, {x: 4, v: 40}]',
    ],
    ['documents come from nowhere', [], [{ $documents: [{ a: 1 }] }, { $set: { b: '$a' } }], '[{a: 1, b: 1}]'],
  ])('%s', async (_, rows, stages, result) => expect(await run(rows, stages)).toBe(result));

  it.each<[unknown, string]>([
    [{ $foo: 1 }, 'code 40324'],
    [{ $geoNear: {} }, 'code 40324'],
    [{ $match: {}, $limit: 1 }, 'code 40323'],
    [{ $limit: 0 }, 'code 15958'],
    [{ $limit: -1 }, 'code 5107201'],
    [{ $group: { n: { $sum: 1 } } }, 'code 15955'],
    [{ $group: { _id: 1, n: { $foo: 1 } } }, 'code 15952'],
    [{ $sort: {} }, 'code 15976'],
    [{ $unwind: 'a' }, 'code 28818'],
    [{ $lookup: { from: 'd', localField: 'a', as: 'x' } }, 'code 9'],
    [{ $facet: { a: [{ $out: 'x' }] } }, 'code 40600'],
    [{ $project: {} }, 'code 51272'],
    [{ $replaceRoot: { newRoot: '$v' } }, 'code 40228'],
  ])('%j is refused', async (stage, code) => expect(await run(deals, [stage])).toBe(code));
});

describe('looking up', () => {
  const others = { d: [{ _id: 1, k: 'a' }, { _id: 2, k: ['a', 'b'] }, { _id: 3 }, { _id: 4, k: null }] };

  it.each<[string, unknown, string]>([
    ['by equal fields', { localField: 'k', foreignField: 'k' }, '[[1, 2], [2], [1, 2], [3, 4], [3, 4]]'],
    [
      'by fields and a pipeline',
      {
        localField: 'k',
        foreignField: 'k',
        let: { v: '$v' },
        pipeline: [{ $match: { $expr: { $gt: ['$_id', '$$v'] } } }],
      },
      '[[2], [], [], [3, 4], [3, 4]]',
    ],
    [
      'by a variable',
      { let: { kk: '$k' }, pipeline: [{ $match: { $expr: { $eq: ['$k', '$$kk'] } } }] },
      '[[1], [], [1], [4], [3]]',
    ],
    ['by nothing', { pipeline: [{ $match: { _id: { $lt: 2 } } }] }, '[[1], [1], [1], [1], [1]]'],
  ])('%s', async (_, lookup, found) => {
    const stages = [{ $lookup: { from: 'd', as: 'x', ...(lookup as object) } }, { $project: { _id: 0, x: '$x._id' } }];
    expect(await run(deals, stages, others)).toBe(
      `[${found.slice(1, -1).replace(/\[[^\]]*\]/g, (list) => `{x: ${list}}`)}]`,
    );
  });

  it('reads the other collection once for all documents of a batch', async () => {
    const store = new InMemory({ c: deals, ...others });
    await store.aggregate([{ $lookup: { from: 'd', localField: 'k', foreignField: 'k', as: 'x' } }]);
    expect(store.reads.slice(1).map((filter) => text(filter))).toEqual(['{k: {$in: ["a", "b", null]}}']);
  });

  it('lets an index find what a variable is equal to', async () => {
    const store = new InMemory({ c: [{ _id: 1, k: 'a' }], ...others });
    const pipeline = [{ $match: { _id: { $gt: 0 }, $expr: { $eq: ['$k', '$$kk'] } } }];
    await store.aggregate([{ $lookup: { from: 'd', let: { kk: '$k' }, pipeline, as: 'x' } }]);
    expect(text(store.reads[1])).toBe('{$and: [{_id: {$gt: 0}}, {k: {$in: ["a"]}}]}');
  });

  it('reads a small collection once, whatever the variables', async () => {
    const store = new InMemory({ c: deals, ...others });
    const pipeline = [{ $match: { $expr: { $gt: ['$_id', '$$id'] } } }, { $count: 'n' }];
    await store.aggregate([{ $lookup: { from: 'd', let: { id: '$_id' }, pipeline, as: 'x' } }]);
    expect(store.reads).toHaveLength(2);
  });

  it('finds what a query for the value finds', async () => {
    const scalar = fc.constantFrom<unknown>(1, 2, 'a', null, undefined, [1], [1, 'a'], [], [null]);
    await fc.assert(
      fc.asyncProperty(fc.array(scalar, { maxLength: 6 }), scalar, async (foreign, local) => {
        const rows = foreign.map((k, _id) => ({ _id, k }));
        const [found] = await new InMemory({ c: [{ k: local }], d: rows }).aggregate([
          { $lookup: { from: 'd', localField: 'k', foreignField: 'k', as: 'x' } },
        ]);
        const wanted = Array.isArray(local) ? local : [local ?? null];
        const { test } = parseFilter(document({ k: { $in: wanted } }), Scope.root());
        expect(text(found.get('x'))).toBe(text(rows.map(document).filter(test)));
      }),
    );
  });

  it('follows a graph around its circles', async () => {
    const graph = [
      { _id: 1, to: 2 },
      { _id: 2, to: 3 },
      { _id: 3, to: 1 },
    ];
    const stages = [
      { $limit: 1 },
      {
        $graphLookup: {
          from: 'c',
          startWith: '$to',
          connectFromField: 'to',
          connectToField: '_id',
          as: 'x',
          depthField: 'd',
        },
      },
      { $project: { x: { $map: { input: '$x', in: ['$$this._id', '$$this.d'] } } } },
    ];
    expect(await run(graph, stages)).toBe('[{_id: 1, x: [[2, 0L], [3, 1L], [1, 2L]]}]');
  });
});

describe('writing', () => {
  it('out replaces, merge merges', async () => {
    const store = new InMemory({
      c: [
        { _id: 1, a: 1 },
        { _id: 2, a: 2 },
      ],
      d: [{ _id: 1, b: 5 }],
    });
    await store.aggregate([{ $merge: { into: 'd' } }]);
    expect(text(store.collections.get('d') as Value[])).toBe('[{_id: 1, b: 5, a: 1}, {_id: 2, a: 2}]');
    await store.aggregate([
      { $merge: { into: 'd', whenMatched: [{ $set: { b: { $add: ['$a', '$$new.a'] } } }], whenNotMatched: 'discard' } },
    ]);
    expect(text(store.collections.get('d') as Value[])).toBe('[{_id: 1, b: 2, a: 1}, {_id: 2, a: 2, b: 4}]');
    await store.aggregate([{ $match: { _id: 2 } }, { $out: 'd' }]);
    expect(text(store.collections.get('d') as Value[])).toBe('[{_id: 2, a: 2}]');
  });
});

describe('the plan of a pipeline', () => {
  it('tells what the source may do', () => {
    const stages = value([
      { $match: { a: 1 } },
      { $match: { b: 2 } },
      { $sort: { c: 1 } },
      { $skip: 2 },
      { $limit: 3 },
      { $count: 'n' },
    ]);
    const pipeline = compilePipeline(stages as Value[], new InMemory({}).context);
    expect(text(pipeline.leadingMatch)).toBe('{$and: [{a: 1}, {b: 2}]}');
    expect(text(pipeline.leadingSort)).toBe('{c: 1}');
    expect(pipeline.leadingLimit).toBe(5);
  });

  it('gives the same whether the source has filtered and sorted or not', async () => {
    const rows = fc.array(fc.record({ a: fc.integer({ min: 0, max: 2 }), b: fc.integer({ min: 0, max: 9 }) }), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 8 }), async (list, limit) => {
        const store = new InMemory({ c: list.map((row, _id) => ({ _id, ...row })) });
        const stages = [{ $match: { a: { $gt: 0 } } }, { $sort: { b: -1, _id: 1 } }, { $limit: limit }];
        const expected = (store.collections.get('c') as Doc[])
          .filter((row) => compare(row.get('a'), 0) > 0)
          .sort((x, y) => compare(y.get('b'), x.get('b')) || compare(x.get('_id'), y.get('_id')));
        expect(text(await store.aggregate(stages))).toBe(text(expected.slice(0, limit)));
        const pipeline = compilePipeline(value(stages) as Value[], store.context);
        const given: Doc[] = [];
        async function* source() {
          yield expected;
        }
        for await (const batch of pipeline.run(source(), { filtered: true, sorted: true })) given.push(...batch);
        expect(text(given)).toBe(text(expected.slice(0, limit)));
      }),
    );
  });

  it('sorts more than one run', async () => {
    const rows = Array.from({ length: 10_000 }, (_, _id) => ({ _id, v: (_id * 7919) % 10_007 }));
    const sorted = await new InMemory({ c: rows }).aggregate([{ $sort: { v: 1 } }]);
    const values = sorted.map((row) => row.get('v') as number);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values).toHaveLength(10_000);
  });
});
