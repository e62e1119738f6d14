/** A mapping of one's own: a module anywhere, given by its path. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type GraphStandIn, standInForGraph } from './graph-stand-in.ts';
import { start } from './running.ts';

let graph: GraphStandIn;
beforeEach(async () => {
  graph = await standInForGraph();
});
afterEach(() => graph.close());

/** Kept equal to the example in the README. */
const DEALERS = `export default ({ text, decimal, oneOf, optional, file, anyFile, fromEach }) => {
  const goods = file('goods', {
    columns: {
      number: text('article number'),
      name: text('designation'),
      price: optional(decimal('price')),
      kind: oneOf('kind', { car: 'CAR', part: 'PART' }),
    },
    codeOf: ({ number }) => number,
    check: ({ kind, price }) =>
      kind === 'CAR' && price === null ? [{ column: 'price', reason: 'is required for a car' }] : [],
  });
  return {
    name: 'dealers',
    files: [anyFile(goods)],
    ignored: {},
    phases: [
      {
        title: 'products',
        targets: [
          fromEach(
            goods,
            { title: 'products', mutation: 'importProducts', columnOf: { code: 'article number', listPrice: 'price' } },
            ({ number, name, price }) => ({ code: number, name, listPrice: price, currency: 'CNY' }),
          ),
        ],
        settle: [],
      },
    ],
  };
};
`;

async function imported(module: string) {
  const folder = await mkdtemp(join(tmpdir(), 'salesgraph-mapping-'));
  await writeFile(join(folder, 'dealers.mjs'), module);
  await writeFile(join(folder, 'goods.csv'), 'Article number,designation,price,kind\nC1,Coupe,99.5,Car\nC2,Van,,car\n');
  const env = { SALESGRAPH_URL: graph.url, SALESGRAPH_TOKEN: 'a-token' };
  const args = ['.', '--mapping', './dealers.mjs', '--rejects', 'out.ndjson'];
  return start(args, env, { cwd: folder }).done;
}

test('a module that is a function of the toolkit imports its files', async () => {
  const { code, out, err } = await imported(DEALERS);
  expect(err).toBe('');
  expect(code).toBe(2);
  expect(out).toContain('goods.csv line 3: price is required for a car');
  expect([...graph.kept.get('importProducts')!.values()]).toEqual([
    { code: 'C1', name: 'Coupe', listPrice: '99.5', currency: 'CNY' },
  ]);
});

test.each([
  ['that cannot be loaded', 'export default (', 'cannot be loaded'],
  ['without a mapping', 'export const a = 1', 'is not one: its default export'],
  [
    'with a mutation that does not exist',
    DEALERS.replace('importProducts', 'importCars'),
    'phases.0.targets.0.mutation',
  ],
])('a module %s is refused in one line', async (_, module, words) => {
  const { code, err } = await imported(module);
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain(words);
});
