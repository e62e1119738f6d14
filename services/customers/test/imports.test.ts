/** Taking over what another system knows, batch by batch, as often as it likes. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

interface Result {
  accepted: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  warnings: number;
  rows: { index: number; code: string; outcome: string; faults: Fault[]; warnings: Fault[] }[];
}
interface Fault {
  field: string;
  code: string;
  message: string;
}
const RESULT = `accepted created updated unchanged rejected warnings
  rows { index code outcome faults { field code message } warnings { field code message } }`;

async function take(kind: 'Product' | 'Customer' | 'Opportunity', rows: object[]): Promise<Result> {
  const plural = kind === 'Opportunity' ? 'Opportunities' : `${kind}s`;
  const document = `mutation($rows: [${kind}Row!]!) { result: import${plural}(rows: $rows) { ${RESULT} } }`;
  return (await house.answer<{ result: Result }>('importer', document, { rows })).result;
}
const outcomes = ({ rows }: Result) => rows.map(({ outcome }) => outcome);
const faults = ({ rows }: Result) => rows.map((row) => row.faults.map(({ field, code }) => `${field} ${code}`));

describe('products', () => {
  test('are created, then unchanged, then updated', async () => {
    const row = { code: 'GTX Pro', series: 'GTX', listPrice: '4821' };
    expect(outcomes(await take('Product', [row]))).toEqual(['CREATED']);
    expect(outcomes(await take('Product', [row, row]))).toEqual(['UNCHANGED', 'UNCHANGED']);
    expect(outcomes(await take('Product', [{ ...row, listPrice: '4900' }]))).toEqual(['UPDATED']);
    const { product } = await house.answer<{ product: unknown }>(
      'Sun',
      '{ product(code: "GTX Pro") { name series version listPrice { amount currency } } }',
    );
    expect(product).toEqual({
      name: 'GTX Pro',
      series: 'GTX',
      version: 2,
      listPrice: { amount: '4900.00', currency: 'USD' },
    });
  });

  test('with a bad price, currency or code are rejected and the others go on', async () => {
    const result = await take('Product', [
      { code: 'A', listPrice: '12.345' },
      { code: 'B', currency: 'EUR' },
      { code: ' ' },
      { code: 'GTX Basic' },
    ]);
    expect(faults(result)).toEqual([['listPrice BAD_VALUE'], ['currency BAD_VALUE'], ['code BAD_VALUE'], []]);
    expect(result).toMatchObject({ accepted: 1, created: 1, rejected: 3 });
  });

  test('whose price is no number at all are refused with the place of the row, and nothing is taken', async () => {
    const fault = await house.fault(
      'importer',
      'mutation($rows: [ProductRow!]!) { importProducts(rows: $rows) { accepted } }',
      { rows: [{ code: 'Sound' }, { code: 'A', listPrice: 'much' }] },
    );
    expect(fault).toMatchObject({ code: 'BAD_USER_INPUT', fields: ['rows[1].listPrice'] });
    expect(await house.answer('Sun', '{ product(code: "Sound") { code } }')).toEqual({ product: null });
  });
});

describe('customers', () => {
  test('may name a parent of the same call in any order', async () => {
    const rows = [
      { code: 'Child', parentCode: 'Parent', sector: 'technolgy' },
      { code: 'Parent', ownerCode: 'Sun' },
    ];
    expect(outcomes(await take('Customer', rows))).toEqual(['CREATED', 'CREATED']);
    expect(outcomes(await take('Customer', rows))).toEqual(['UNCHANGED', 'UNCHANGED']);
    const { customer } = await house.answer<{ customer: unknown }>(
      'administrator',
      '{ customer(code: "Child") { version sector parent { code owner { id } } } }',
    );
    expect(customer).toEqual({
      version: 1,
      sector: 'technolgy',
      parent: { code: 'Parent', owner: { id: house.person('Sun') } },
    });
  });

  test('with unknown codes or in a circle are rejected, and so is what hangs on them', async () => {
    const result = await take('Customer', [
      { code: 'X', parentCode: 'Nobody' },
      { code: 'Y', parentCode: 'X' },
      { code: 'Z', ownerCode: 'Nobody' },
      { code: 'P', parentCode: 'Q' },
      { code: 'Q', parentCode: 'P' },
      { code: 'S', parentCode: 'S' },
    ]);
    expect(faults(result)).toEqual([
      ['parentCode UNKNOWN_REFERENCE'],
      ['parentCode UNKNOWN_REFERENCE'],
      ['ownerCode UNKNOWN_REFERENCE'],
      ['parentCode BAD_VALUE'],
      ['parentCode BAD_VALUE'],
      ['parentCode BAD_VALUE'],
    ]);
    expect(outcomes(await take('Customer', [{ code: 'Parent', ownerCode: 'Sun', parentCode: 'Child' }]))).toEqual([
      'REJECTED',
    ]);
  });
});

describe('opportunities', () => {
  const won = {
    code: 'W1',
    ownerCode: 'Sun',
    customerCode: 'Parent',
    productCode: 'GTX Pro',
    amount: '1054',
    stage: 'Won',
    engagedOn: '2016-10-20',
    closedOn: '2017-03-01',
  };
  const bare = { code: 'E1', ownerCode: 'Li', stage: 'Engaging', engagedOn: '2017-01-02', productCode: 'GTX Pro' };

  test('are taken with a warning for everything an open one lacks', async () => {
    const result = await take('Opportunity', [
      won,
      bare,
      { ...bare, code: 'P1', stage: 'Prospecting', engagedOn: null, amount: '5' },
    ]);
    expect(result).toMatchObject({ accepted: 3, created: 3, rejected: 0, warnings: 5 });
    expect(result.rows.map(({ warnings }) => warnings.map(({ field }) => field))).toEqual([
      [],
      ['amount', 'customer', 'expectedCloseOn'],
      ['customer', 'expectedCloseOn'],
    ]);
    const { dataQualityWarnings } = await house.answer<{
      dataQualityWarnings: { totalCount: number; nodes: object[] };
    }>('administrator', '{ dataQualityWarnings { totalCount nodes { field message opportunity { code } } } }');
    expect(dataQualityWarnings.totalCount).toBe(5);
    expect(dataQualityWarnings.nodes[0]).toEqual({
      field: 'amount',
      message: 'The open opportunity has no amount.',
      opportunity: { code: 'E1' },
    });
  });

  test('page through their warnings without losing or repeating one', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const {
        list,
      }: {
        list: {
          nodes: { field: string; opportunity: { code: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      } = await house.answer(
        'administrator',
        `query($after: String) { list: dataQualityWarnings(first: 2, after: $after) {
            nodes { field opportunity { code } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      seen.push(...list.nodes.map(({ field, opportunity: { code } }) => `${code} ${field}`));
      after = list.pageInfo.endCursor;
      more = list.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(['E1 amount', 'E1 customer', 'E1 expectedCloseOn', 'P1 customer', 'P1 expectedCloseOn']);
  });

  test('change nothing when sent again, and their version when they differ', async () => {
    expect(outcomes(await take('Opportunity', [won, bare]))).toEqual(['UNCHANGED', 'UNCHANGED']);
    const corrected = { ...won, stage: 'Lost', lostReason: 'price', amount: '0' };
    expect(outcomes(await take('Opportunity', [corrected, corrected]))).toEqual(['UPDATED', 'UNCHANGED']);
    const { opportunity } = await house.answer<{ opportunity: unknown }>(
      'administrator',
      '{ opportunity(code: "W1") { version status history { nodes { stage on actor correction } } } }',
    );
    expect(opportunity).toMatchObject({
      version: 2,
      status: 'LOST',
      history: {
        nodes: [
          { stage: 'ENGAGING', on: '2016-10-20', correction: false },
          { stage: 'WON', on: '2017-03-01', correction: false },
          { stage: 'LOST', on: '2017-03-01', correction: true },
        ],
      },
    });
  });

  test('with codes nobody knows are rejected, field by field, and nothing of them is kept', async () => {
    const result = await take('Opportunity', [
      { ...won, code: 'R1', ownerCode: 'Nobody', customerCode: 'None', productCode: 'GTXPro', outletCode: 'O' },
      { ...won, code: 'R2', closedOn: null },
      { ...won, code: 'R3', amount: null },
      { ...won, code: 'R4' },
      { ...won, code: 'R4', amount: '1' },
    ]);
    expect(faults(result)).toEqual([
      [
        'ownerCode UNKNOWN_REFERENCE',
        'customerCode UNKNOWN_REFERENCE',
        'outletCode UNKNOWN_REFERENCE',
        'productCode UNKNOWN_REFERENCE',
      ],
      ['closedOn BAD_VALUE'],
      ['amount BAD_VALUE'],
      [],
      ['code DUPLICATE'],
    ]);
    expect(await house.answer('administrator', '{ opportunity(code: "R1") { id } }')).toEqual({ opportunity: null });
  });

  test('sent twice at the same moment are all taken, each once', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({ ...won, code: `T${i}` }));
    const both = await Promise.all([take('Opportunity', rows), take('Opportunity', rows)]);
    expect(both.map(({ rejected }) => rejected)).toEqual([0, 0]);
    expect(both.reduce((sum, { created }) => sum + created, 0)).toBe(40);
  });

  test('whose history has no room left are rejected and the others go on', async () => {
    const row = { ...bare, code: 'FULL', stage: 'Engaging' };
    await take('Opportunity', [row]);
    const change = { stage: 'ENGAGING', at: new Date(), on: '2017-01-02', actor: 'test', correction: false };
    await house.service.connection
      .collection('opportunities')
      .updateOne({ code: 'FULL' }, { $set: { history: Array.from({ length: 199 }, () => change) } });
    const result = await take('Opportunity', [
      { ...row, stage: 'Prospecting' },
      { ...bare, code: 'NEXT' },
    ]);
    expect(faults(result)).toEqual([['stage BAD_VALUE'], []]);
    expect(outcomes(await take('Opportunity', [row]))).toEqual(['UNCHANGED']);
  });

  test('more than 500 at once are refused', async () => {
    const rows = Array.from({ length: 501 }, (_, i) => ({ ...won, code: `M${i}` }));
    const fault = await house.fault(
      'importer',
      'mutation($rows: [OpportunityRow!]!) { importOpportunities(rows: $rows) { accepted } }',
      { rows },
    );
    expect(fault).toMatchObject({ code: 'BAD_USER_INPUT', fields: ['rows'] });
  });

  test('in any order and any cut end in the same state', async () => {
    const stage = fc.constantFrom('Won', 'Lost', 'Engaging', 'Prospecting');
    const rows = fc.uniqueArray(
      fc.record({ code: fc.integer({ min: 0, max: 30 }), stage, amount: fc.integer({ min: 0, max: 10 ** 6 }) }),
      {
        selector: ({ code }) => code,
        maxLength: 20,
      },
    );
    let round = 0;
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 20 }), async (given, cut) => {
        round++;
        const all = given.map(({ code, stage, amount }) => ({
          ...won,
          code: `F${round} ${code}`,
          stage,
          amount: String(amount),
          ...(stage === 'Won' || stage === 'Lost' ? {} : { closedOn: null }),
        }));
        for (const part of [all.slice(0, cut), all.slice(cut), all.toReversed()]) {
          if (part.length > 0) expect((await take('Opportunity', part)).rejected).toBe(0);
        }
        const { list } = await house.answer<{ list: { nodes: { version: number; stage: string }[] } }>(
          'administrator',
          `{ list: opportunities(first: 200) { nodes { code version stage } } }`,
        );
        expect(list.nodes.every(({ version }) => version <= 2)).toBe(true);
      }),
      { numRuns: 5 },
    );
  });
});

test('a large company is taken over at a pace of thousands a second', async () => {
  const factor = Number(process.env.TEST_FACTOR ?? '0.1');
  const size = Math.max(500, Math.round(6_000 * factor));
  const rows = Array.from({ length: size }, (_, i) => ({
    code: `L${i}`,
    ownerCode: ['Sun', 'Li', 'Zheng', 'Zhou'][i % 4],
    customerCode: 'Parent',
    productCode: 'GTX Pro',
    amount: String(i),
    stage: 'Won',
    engagedOn: '2017-01-01',
    closedOn: '2017-03-01',
  }));
  // The CPU time of this process, caller included: other tests run beside this one.
  const begin = process.cpuUsage();
  for (let from = 0; from < size; from += 250) {
    expect((await take('Opportunity', rows.slice(from, from + 250))).rejected).toBe(0);
  }
  const { user, system } = process.cpuUsage(begin);
  const seconds = (user + system) / 1e6;
  expect((seconds / size) * 6_000).toBeLessThan(30);
});
