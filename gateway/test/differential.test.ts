/**
 * The compiled executor against Apollo's own: operations made at random over tricky supergraphs and the house's, with
 * subgraphs that fail in all ways; answers and errors must be the same.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import type { Fault } from './differential/mock-subgraph.ts';
import { FEATURES, type Feature, makeOperation, randomFrom } from './differential/operations.ts';
import { supergraphs } from './differential/supergraphs.ts';
import { type Faults, type TwoGateways, twoGateways } from './differential/two-gateways.ts';

const factor = Number(process.env.TEST_FACTOR ?? '0.1');
const seed = Number(process.env.TEST_SEED ?? 1);
/** Over five supergraphs; 5,500 in all at full size. */
const OPERATIONS = Math.round(1_100 * factor);
const FAULTS: Fault[] = ['NONE', 'ERRORS', 'GONE', 'GARBAGE', 'BROKEN_VALUES', 'FEW_ENTITIES'];

const graphs = supergraphs();
const counted = new Map<Feature | Fault, number>();
const count = (what: Feature | Fault) => counted.set(what, (counted.get(what) ?? 0) + 1);
let made = 0;

describe.each(graphs)('over the supergraph $name', (graph) => {
  let gateways: TwoGateways;
  beforeAll(async () => {
    gateways = await twoGateways(graph);
  });
  afterAll(() => gateways?.close());

  test('answers and errors are those of the stock executor', async () => {
    const names = Object.keys(graph.subgraphs);
    for (let n = 0; n < OPERATIONS; n += 1) {
      const random = randomFrom(seed * 100_003 + n);
      const { text, variables, features } = makeOperation(gateways.schema, random);
      if (validate(gateways.schema, parse(text)).length > 0) continue;
      const fault = FAULTS[n % 2 === 0 ? 0 : 1 + random(FAULTS.length - 1)]!;
      const faults: Faults = { of: new Map([[names[random(names.length)]!, fault]]), seed: n };
      made += 1;
      for (const feature of features) count(feature);
      count(fault);
      const [stock, ours] = [
        await gateways.stock(text, variables, faults),
        await gateways.ours(text, variables, faults),
      ];
      expect({ n, text, variables, fault: [...faults.of], ...ours }).toEqual({
        ...{ n, text, variables, fault: [...faults.of] },
        ...stock,
      });
    }
    expect(gateways.counts.fetches.ours).toBeLessThanOrEqual(gateways.counts.fetches.stock);
  }, 600_000);
});

describe('beyond chance', () => {
  let gateways: TwoGateways;
  const calm: Faults = { of: new Map(), seed: 1 };
  beforeAll(async () => {
    gateways = await twoGateways(graphs.find(({ name }) => name === 'entities')!);
  });
  afterAll(() => gateways?.close());

  const both = async (text: string, variables: object = {}) => {
    const before = { ...gateways.counts.fetches };
    const [stock, ours] = [await gateways.stock(text, variables, calm), await gateways.ours(text, variables, calm)];
    expect(ours).toEqual(stock);
    const after = gateways.counts.fetches;
    return { stock: after.stock - before.stock, ours: after.ours - before.ours };
  };

  test('what was read before a mutation is read again after it', async () => {
    const again = 'review(text: "the same") { author { name } }';
    const sent = await both(`mutation Made { a: ${again} b: stock(id: "x-1") { name } c: ${again} }`);
    expect(sent.ours).toBe(sent.stock);
  });

  test('a variable may have the name that the planner uses', async () => {
    await both('query Made($representations: ID!) { user(id: $representations) { name reviews { text } } }', {
      representations: 'id-3',
    });
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('a field may be called %s', async (name) => {
    await both(`query Made { users { ${name}: boss { karma name } } search { ... on Maker { ${name}: name } } }`);
  });

  test('a variable may be called as what objects have by themselves', async () => {
    const query =
      'query Made($constructor: Boolean!, $toString: Int) { users(first: $toString) { id @include(if: $constructor) name } }';
    await both(query, { constructor: false });
    await both(query, { constructor: true, toString: 2 });
  });
});

test('every feature of the language and every fault was among them', () => {
  const least = Math.min(...[...FEATURES, ...FAULTS].map((what) => counted.get(what) ?? 0));
  const shown = [...FEATURES, ...FAULTS].map((what) => `${what} ${counted.get(what) ?? 0}`).join(', ');
  console.info(`${made} operations: ${shown}`);
  expect(least).toBeGreaterThanOrEqual(factor >= 1 ? 100 : 5);
});
