/** Sales statistics, cut every way, agree with the files to the cent. */
import { describe, expect, test } from '@jest/globals';
import type { CrmHouse } from './crm-house.ts';
import { type Deal, group, halfEven, type Measures } from './recalculation.ts';

interface StatisticsRow {
  month: string | null;
  unit: { code: string } | null;
  employee: { code: string } | null;
  product: string | null;
  wonAmount: { amount: string; currency: string };
  wonCount: number;
  lostCount: number;
  winRate: string | null;
  averageDealAmount: { amount: string } | null;
  averageDaysToClose: string | null;
}

interface Page {
  salesStatistics: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: StatisticsRow[];
  };
}

const MOST_PAGES = 1_000;
const quotient = (n: number, d: number, places: number) => halfEven({ n: BigInt(n), d: BigInt(d) }, places);

/** The measures as the graph prints them: money with cents, ratios with 6 places half even. */
function printed({ won, lost, amount, days, dayDeals }: Measures) {
  return {
    amount: quotient(amount, 100, 2),
    won,
    lost,
    winRate: won + lost === 0 ? null : quotient(won, won + lost, 6),
    averageDeal: won === 0 ? null : quotient(amount, won * 100, 2),
    days: dayDeals === 0 ? null : (days / dayDeals).toFixed(5),
  };
}

const read = (row: StatisticsRow) => ({
  amount: row.wonAmount.amount,
  won: row.wonCount,
  lost: row.lostCount,
  winRate: row.winRate,
  averageDeal: row.averageDealAmount?.amount ?? null,
  // Days are a mean that is not rounded: so many places are compared as both sides can have.
  days: row.averageDaysToClose === null ? null : Number(row.averageDaysToClose).toFixed(5),
});

const table = (groups: Map<string, Measures>) =>
  Object.fromEntries([...groups].map(([key, row]) => [key, printed(row)]));

/** All rows of a cut, page by page. */
export async function statistics(
  { crm, ask }: CrmHouse,
  by: string[],
  { filter = {}, first = 113, as }: { filter?: Record<string, unknown>; first?: number; as?: string } = {},
): Promise<StatisticsRow[]> {
  const closings = crm.deals.map(({ closedOn }) => closedOn.slice(0, 7)).sort();
  const rows: StatisticsRow[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const variables: Record<string, unknown> = { from: closings[0], to: closings.at(-1), by, first, after, filter };
    const { salesStatistics }: Page = await ask<Page>('sales-statistics', variables, as === undefined ? {} : { as });
    rows.push(...salesStatistics.nodes);
    if (!salesStatistics.pageInfo.hasNextPage) {
      expect(rows).toHaveLength(salesStatistics.totalCount);
      return rows;
    }
    after = salesStatistics.pageInfo.endCursor;
  }
  throw new Error('The pages do not end');
}

export function statisticsStory(house: () => CrmHouse): void {
  describe('statistics', () => {
    const monthOf = ({ closedOn }: Deal) => closedOn.slice(0, 7);
    const placeOf = (name: string) => house().crm.agents.find((agent) => agent.name === name)!;

    test.each<[string, string[], (row: StatisticsRow) => string, (deal: Deal) => string]>([
      ['by month', ['MONTH'], (row) => row.month!, monthOf],
      ['by employee', ['EMPLOYEE'], (row) => row.employee!.code, ({ agent }) => agent],
      ['by product', ['PRODUCT'], (row) => row.product!, ({ product }) => product],
      [
        'by month and employee',
        ['MONTH', 'EMPLOYEE'],
        (row) => `${row.month} ${row.employee!.code}`,
        (deal) => `${monthOf(deal)} ${deal.agent}`,
      ],
      [
        'by employee and product',
        ['EMPLOYEE', 'PRODUCT'],
        (row) => `${row.employee!.code} ${row.product}`,
        ({ agent, product }) => `${agent} ${product}`,
      ],
    ])('%s agree with the files', async (_, by, keyOf, dealKey) => {
      const rows = await statistics(house(), by);
      expect(Object.fromEntries(rows.map((row) => [keyOf(row), read(row)]))).toEqual(
        table(group(house().crm.deals, dealKey)),
      );
    });

    test.each([
      ['team', {}, 'team'],
      ['region', { unitLevel: 'REGION' }, 'region'],
    ] as const)('by unit at the level of the %s agree with the files', async (_, filter, key) => {
      const rows = await statistics(house(), ['UNIT'], { filter });
      expect(Object.fromEntries(rows.map((row) => [row.unit?.code, read(row)]))).toEqual(
        table(group(house().crm.deals, ({ agent }) => placeOf(agent)[key])),
      );
    });

    test('the total is the sum of any cut, in the currency of the company', async () => {
      const [total, ...more] = await statistics(house(), []);
      expect(more).toEqual([]);
      expect(read(total!)).toEqual(printed(group(house().crm.deals, () => 'all').get('all')!));
      expect(total!.wonAmount.currency).toBe('USD');
    });

    test('pages of any size hold the same rows in the same order', async () => {
      const whole = await statistics(house(), ['EMPLOYEE'], { first: 200 });
      expect(await statistics(house(), ['EMPLOYEE'], { first: 3 })).toEqual(whole);
    });
  });
}
