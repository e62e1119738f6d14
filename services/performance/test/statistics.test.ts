/** Statistics through the graph, held against a recalculation of the same deals that shares no code with the service. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Deal, type House, openHouse } from './house.ts';

/** On this day Zheng goes from East Two to West One. */
const MOVED = '2026-02-10';
const PLACES: Record<string, (day: string) => [team: string | null, region: string | null]> = {
  Sun: () => ['East One', 'East'],
  Li: () => ['East One', 'East'],
  Zheng: (day) => (day < MOVED ? ['East Two', 'East'] : ['West One', 'West']),
  Zhou: () => ['West One', 'West'],
  Zhao: () => ['East', 'East'],
  Stranger: () => [null, null],
};

/** Deals of half a year in a fixed pattern: shared and alone, won, lost and open, with and without dates, products, sources. */
const DEALS: Deal[] = fc
  .sample(
    fc.record({
      owner: fc.constantFrom(...Object.keys(PLACES)),
      amount: fc.integer({ min: 0, max: 5_000_000 }).map((cents) => cents / 100),
      status: fc.constantFrom('WON', 'WON', 'LOST', 'OPEN'),
      month: fc.integer({ min: 1, max: 6 }),
      day: fc.integer({ min: 1, max: 28 }),
      cycle: fc.option(fc.nat(200), { freq: 5 }),
      product: fc.option(fc.constantFrom('GTX', 'MG', 'GTX Pro')),
      source: fc.option(fc.constantFrom('WEB', 'FAIR')),
      mates: fc.option(fc.tuple(fc.constantFrom('Sun', 'Zhou', 'Zheng'), fc.integer({ min: 1, max: 9999 })), {
        nil: null,
      }),
    }),
    { numRuns: 400, seed: 20260316 },
  )
  .map(({ owner, amount, status, month, day, cycle, product, source, mates }, n): Deal => {
    const closedOn = `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const engagedOn =
      cycle === null ? null : new Date(Date.parse(closedOn) - cycle * 86_400_000).toISOString().slice(0, 10);
    const splits =
      mates && mates[0] !== owner && n % 3 === 0 ? { [owner]: 10_000 - mates[1], [mates[0]]: mates[1] } : undefined;
    return {
      code: `D${n}`,
      owner,
      amount,
      status: status as Deal['status'],
      closedOn,
      engagedOn,
      product,
      source,
      splits,
    };
  });

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.move('Zheng', 'East Two', 'West One', MOVED);
  await house.deals(DEALS);
});
afterAll(() => house?.close());

interface Row {
  month: string | null;
  quarter: string | null;
  year: number | null;
  unit: { id: string } | null;
  region: { id: string } | null;
  employee: { id: string } | null;
  product: string | null;
  source: string | null;
  wonAmount: { amount: string; currency: string };
  wonCount: number;
  lostCount: number;
  winRate: string | null;
  averageDealAmount: { amount: string } | null;
  averageDaysToClose: string | null;
}
const DOCUMENT = `query($from: Month!, $to: Month!, $by: [StatisticsDimension!]!, $filter: StatisticsFilter, $first: Int, $after: String) {
  salesStatistics(from: $from, to: $to, by: $by, filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { month quarter year unit { id } region { id } employee { id } product source wonAmount { amount currency }
      wonCount lostCount winRate averageDealAmount { amount } averageDaysToClose } } }`;
const RANGE = { from: '2026-01', to: '2026-06' };

async function rows(
  by: string[],
  { caller = 'Wang', first = 200, ...variables }: Record<string, unknown> = {},
): Promise<Row[]> {
  const all: Row[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const {
      salesStatistics,
    }: {
      salesStatistics: { totalCount: number; nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    } = await house.answer(String(caller), DOCUMENT, { ...RANGE, by, first, after, ...variables });
    all.push(...salesStatistics.nodes);
    ({ endCursor: after, hasNextPage: more } = salesStatistics.pageInfo);
    if (!more) expect(salesStatistics.totalCount).toBe(all.length);
  }
  return all;
}

/** Whole cents of each person's part; with two people the larger remainder takes the odd cent. */
function parts({ owner, amount = 0, splits }: Deal): [person: string, cents: number][] {
  const cents = Math.round(amount * 100);
  if (!splits) return [[owner, cents]];
  const shares = Object.entries(splits).map(([person, bp]) => ({
    person,
    floor: Math.floor((cents * bp) / 10_000),
    rest: (cents * bp) % 10_000,
  }));
  const left = cents - shares.reduce((sum, { floor }) => sum + floor, 0);
  const [first] = shares.toSorted(
    (a, b) => b.rest - a.rest || (house.person(a.person) < house.person(b.person) ? -1 : 1),
  );
  return shares.map(({ person, floor }) => [person, floor + (person === first!.person ? left : 0)]);
}

interface Figures {
  cents: number;
  won: Set<string>;
  lost: Set<string>;
  owned: [won: number, lost: number];
  days: number[];
}

/** The figures of some deals by a key of person and deal. */
function recalculated(keyOf: (person: string, deal: Deal & { closedOn: string }) => string | null, deals = DEALS) {
  const figures: Record<string, Figures> = {};
  for (const deal of deals) {
    if (deal.status === 'OPEN') continue;
    const take = (person: string): Figures | null => {
      const key = keyOf(person, deal as Deal & { closedOn: string });
      if (key === null) return null;
      figures[key] ??= { cents: 0, won: new Set(), lost: new Set(), owned: [0, 0], days: [] };
      figures[key][deal.status === 'LOST' ? 'lost' : 'won'].add(deal.code);
      return figures[key];
    };
    for (const [person, cents] of parts(deal)) {
      const row = take(person);
      if (row && deal.status !== 'LOST') row.cents += cents;
    }
    const row = take(deal.owner);
    if (!row) continue;
    row.owned[deal.status === 'LOST' ? 1 : 0] += 1;
    if (deal.status !== 'LOST' && deal.engagedOn) {
      row.days.push((Date.parse(deal.closedOn!) - Date.parse(deal.engagedOn)) / 86_400_000);
    }
  }
  return Object.fromEntries(
    Object.entries(figures).map(
      ([
        key,
        {
          cents,
          won,
          lost,
          owned: [ownedWon, ownedLost],
          days,
        },
      ]) => [
        key,
        {
          cents,
          won: won.size,
          lost: lost.size,
          winRate: ownedWon + ownedLost === 0 ? null : (ownedWon / (ownedWon + ownedLost)).toFixed(5),
          days: days.length === 0 ? null : (days.reduce((sum, one) => sum + one, 0) / days.length).toFixed(9),
          average: won.size === 0 ? null : Math.abs(cents / won.size),
        },
      ],
    ),
  );
}
const shown = ({ wonAmount, wonCount, lostCount, winRate, averageDealAmount, averageDaysToClose }: Row) => ({
  cents: Math.round(Number(wonAmount.amount) * 100),
  won: wonCount,
  lost: lostCount,
  winRate: winRate === null ? null : Number(winRate).toFixed(5),
  days: averageDaysToClose === null ? null : Number(averageDaysToClose).toFixed(9),
  average: averageDealAmount === null ? null : Number(averageDealAmount.amount) * 100,
});
function agree(found: Row[], keyOf: (row: Row) => unknown, expected: ReturnType<typeof recalculated>) {
  const table = Object.fromEntries(found.map((row) => [String(keyOf(row)), shown(row)]));
  expect(Object.keys(table).sort()).toEqual(Object.keys(expected).sort());
  for (const [key, { average, ...figures }] of Object.entries(expected)) {
    const { average: told, ...others } = table[key]!;
    expect({ key, ...others }).toEqual({ key, ...figures });
    if (average === null) expect(told).toBeNull();
    else expect(Math.abs(told! - average)).toBeLessThanOrEqual(0.5 + 1e-6);
  }
}
const unitOf = (name: string | null) => (name === null ? 'undefined' : house.unit(name));

describe('statistics agree with the deals', () => {
  test('as a whole', async () => {
    agree(
      await rows([]),
      () => 'all',
      recalculated(() => 'all'),
    );
  });
  test('by month, quarter and year', async () => {
    agree(
      await rows(['MONTH']),
      ({ month }) => month,
      recalculated((_, { closedOn }) => closedOn.slice(0, 7)),
    );
    agree(
      await rows(['YEAR', 'QUARTER']),
      ({ year, quarter }) => `${year} ${quarter}`,
      recalculated((_, { closedOn }) => (closedOn < '2026-04' ? '2026 2026-Q1' : '2026 2026-Q2')),
    );
  });
  test('by person', async () => {
    agree(
      await rows(['EMPLOYEE']),
      ({ employee }) => employee?.id,
      recalculated((person) => house.person(person)),
    );
  });
  test('by unit as of the day, at its own level and rolled up', async () => {
    agree(
      await rows(['UNIT']),
      ({ unit }) => unit?.id,
      recalculated((person, { closedOn }) => unitOf(PLACES[person]!(closedOn)[0])),
    );
    const byRegion = recalculated((person, { closedOn }) => unitOf(PLACES[person]!(closedOn)[1]));
    agree(await rows(['UNIT'], { filter: { unitLevel: 'REGION' } }), ({ unit }) => unit?.id, byRegion);
    agree(await rows(['REGION']), ({ region }) => region?.id, byRegion);
    agree(
      await rows(['UNIT'], { filter: { unitLevel: 'TEAM' } }),
      ({ unit }) => unit?.id,
      recalculated((person, { closedOn }) => {
        const [team, region] = PLACES[person]!(closedOn);
        return unitOf(team === region ? null : team);
      }),
    );
  });
  test('by product and source', async () => {
    agree(
      await rows(['PRODUCT', 'SOURCE']),
      ({ product, source }) => `${product} ${source}`,
      recalculated((_, { product, source }) => `${product} ${source}`),
    );
  });
  test('by month, region and person, page by page', async () => {
    const found = await rows(['MONTH', 'REGION', 'EMPLOYEE'], { first: 7 });
    agree(
      found,
      ({ month, region, employee }) => `${month} ${region?.id} ${employee?.id}`,
      recalculated(
        (person, { closedOn }) =>
          `${closedOn.slice(0, 7)} ${unitOf(PLACES[person]!(closedOn)[1])} ${house.person(person)}`,
      ),
    );
    const months = found.map(({ month }) => month);
    expect(months).toEqual(months.toSorted());
  });
  test('within units, people and products', async () => {
    const west = recalculated((person, { closedOn }) =>
      PLACES[person]!(closedOn)[1] === 'West' ? house.person(person) : null,
    );
    agree(await rows(['EMPLOYEE'], { filter: { unit: house.unit('West') } }), ({ employee }) => employee?.id, west);
    agree(
      await rows(['EMPLOYEE'], { filter: { employees: [house.person('Sun')], products: ['GTX'] } }),
      ({ employee }) => employee?.id,
      recalculated((person, { product }) => (person === 'Sun' && product === 'GTX' ? house.person(person) : null)),
    );
    agree(
      await rows([], { from: '2026-02', to: '2026-03' }),
      () => 'all',
      recalculated((_, { closedOn }) => (/-0[23]-/.test(closedOn) ? 'all' : null)),
    );
  });
  test("in the reach of a regional manager: the region's as of the day, and the people of today", async () => {
    agree(
      await rows(['EMPLOYEE'], { caller: 'Feng' }),
      ({ employee }) => employee?.id,
      recalculated((person) => (['Zhou', 'Zheng'].includes(person) ? house.person(person) : null)),
    );
    agree(
      await rows(['EMPLOYEE'], { caller: 'Zhao' }),
      ({ employee }) => employee?.id,
      recalculated((person, { closedOn }) => (PLACES[person]!(closedOn)[1] === 'East' ? house.person(person) : null)),
    );
    agree(
      await rows([], { caller: 'Sun' }),
      () => 'all',
      recalculated((person) => (person === 'Sun' ? 'all' : null)),
    );
  });
});

describe('events', () => {
  test('in any order, late and twice, give the same figures', async () => {
    const all = () => Promise.all([rows([]), rows(['MONTH', 'EMPLOYEE', 'PRODUCT'])]);
    const before = await all();
    await house.deals(DEALS.toReversed());
    await house.deals(DEALS.slice(0, 100));
    expect(await all()).toEqual(before);
  });

  test('of a deal that is reopened take it out, and a late older one does not bring it back', async () => {
    const deal = { code: 'REOPENED', owner: 'Sun', amount: 7, closedOn: '2025-03-10' };
    const year = { from: '2025-01', to: '2025-12' };
    await house.deals([{ ...deal, seq: 3 }]);
    expect(await rows([], year)).toMatchObject([{ wonCount: 1, wonAmount: { amount: '7.00', currency: 'CNY' } }]);
    await house.deals([{ ...deal, status: 'OPEN', seq: 4 }]);
    await house.deals([
      { ...deal, seq: 2 },
      { ...deal, amount: 9, seq: 1 },
    ]);
    expect(await rows([], year)).toMatchObject([
      {
        wonCount: 0,
        lostCount: 0,
        winRate: null,
        averageDealAmount: null,
        averageDaysToClose: null,
        wonAmount: { amount: '0.00' },
      },
    ]);
    expect(await rows(['EMPLOYEE'], year)).toEqual([]);
    await house.deals([{ ...deal, amount: 11, closedOn: '2025-04-01', seq: 5 }]);
    expect(await rows(['MONTH'], year)).toMatchObject([{ month: '2025-04', wonAmount: { amount: '11.00' } }]);
  });
});

test.each<[object, string]>([
  [{ from: '2026-02', to: '2026-01' }, 'BAD_USER_INPUT to'],
  [{ from: '2016-01', to: '2026-01' }, 'BAD_USER_INPUT to'],
  [{ by: ['MONTH', 'UNIT', 'MONTH'] }, 'BAD_USER_INPUT by'],
  [{ first: 0 }, 'BAD_USER_INPUT first'],
  [{ after: 'nonsense!' }, 'BAD_USER_INPUT after'],
  [{ filter: { unit: 'a', units: ['b'] } }, 'BAD_USER_INPUT filter.unit'],
  [{ filter: { products: Array.from({ length: 201 }, String) } }, 'TOO_MANY filter.products'],
])('%j is refused', async (variables, told) => {
  expect(await house.refusal('Wang', DOCUMENT, { ...RANGE, by: ['MONTH'], ...variables })).toBe(told);
});
