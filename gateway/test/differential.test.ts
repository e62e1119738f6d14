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

test('every feature of the language and every fault was among them', () => {
  const least = Math.min(...[...FEATURES, ...FAULTS].map((what) => counted.get(what) ?? 0));
  const shown = [...FEATURES, ...FAULTS].map((what) => `${what} ${counted.get(what) ?? 0}`).join(', ');
  console.info(`${made} operations: ${shown}`);
  expect(least).toBeGreaterThanOrEqual(factor >= 1 ? 100 : 5);
});
