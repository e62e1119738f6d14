/**
 * A company's CRM export, imported with one command, read back through the graph, and scored month by month: every figure
 * is held against the recalculation from the CSV files beside this test.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Graph, startGraph } from '@salesgraph/testing';
import { importFolder, operation, repositoryRoot, sharedFolder } from '../story.ts';
import { type Crm, cardsOf, group, halfEven, type Measures, readCrm } from './recalculation.ts';

const folders = [
  { name: 'the small set of the repository', folder: join(repositoryRoot, 'test/fixtures/crm-small') },
  { name: 'the shared CRM set', folder: join(sharedFolder, 'data/crm') },
];
const given = folders.filter(({ folder }) => existsSync(join(folder, 'sales_pipeline.csv')));
for (const { name, folder } of folders) {
  if (!given.some((one) => one.folder === folder))
    process.stderr.write(`notice: ${name} is not there; its story is not run\n`);
}

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

/** The measures as the graph prints them. */
function printed(row: Measures) {
  const closed = row.won + row.lost;
  const decimal = (n: number, d: number, places: number) => halfEven({ n: BigInt(n), d: BigInt(d) }, places);
  return {
    amount: Number(decimal(row.amount, 100, 2)),
    won: row.won,
    lost: row.lost,
    winRate: closed === 0 ? null : decimal(row.won, closed, 6),
    averageDeal: row.won === 0 ? null : Number(decimal(row.amount, row.won * 100, 2)),
    days: row.dayDeals === 0 ? null : (row.days / row.dayDeals).toFixed(9),
  };
}

const read = (row: StatisticsRow) => ({
  amount: Number(row.wonAmount.amount),
  won: row.wonCount,
  lost: row.lostCount,
  winRate: row.winRate,
  averageDeal: row.averageDealAmount === null ? null : Number(row.averageDealAmount.amount),
  days: row.averageDaysToClose === null ? null : Number(row.averageDaysToClose).toFixed(9),
});

describe.each(given)('$name', ({ folder }) => {
  let graph: Graph;
  let crm: Crm;
  let months: string[];
  let imported: Awaited<ReturnType<typeof importFolder>>;

  beforeAll(async () => {
    crm = readCrm(folder);
    months = [...new Set([...crm.targets.keys()].map((key) => key.split('|')[2]!))].sort();
    graph = await startGraph({ demo: false });
    imported = await importFolder(graph, folder, 'crm');
  }, 300_000);

  afterAll(async () => {
    await graph?.stop();
  }, 60_000);

  const ask = async <T>(file: string, variables: Record<string, unknown>, name?: string): Promise<T> => {
    const answer = await graph.as('administrator').query(operation(file), variables, name);
    expect(answer.errors).toBeUndefined();
    return answer.data as T;
  };

  /** All rows of a cut, page by page. */
  async function statistics(by: string[], filter: Record<string, unknown> = {}): Promise<StatisticsRow[]> {
    const rows: StatisticsRow[] = [];
    let after: string | null = null;
    const closings = crm.deals.map((deal) => deal.closedOn.slice(0, 7)).sort();
    for (let page = 0; page < 1000; page++) {
      const data: {
        salesStatistics: {
          totalCount: number;
          pageInfo: { hasNextPage: boolean; endCursor: string };
          nodes: StatisticsRow[];
        };
      } = await ask('sales-statistics', { from: closings[0], to: closings.at(-1), by, first: 37, after, filter });
      rows.push(...data.salesStatistics.nodes);
      if (!data.salesStatistics.pageInfo.hasNextPage) {
        expect(rows).toHaveLength(data.salesStatistics.totalCount);
        return rows;
      }
      after = data.salesStatistics.pageInfo.endCursor;
    }
    throw new Error('the pages do not end');
  }

  const agentOf = (name: string) => crm.agents.find((agent) => agent.name === name)!;
  const table = (groups: Map<string, Measures>) =>
    Object.fromEntries([...groups].map(([key, row]) => [key, printed(row)]));

  test('takes every row, rejects none and counts each missing field of an open deal as a warning', () => {
    const { customer, amount, expectedCloseOn } = crm.warnings;
    expect(imported.exitCode).toBe(0);
    expect(imported.rejects).toEqual([]);
    expect(imported.output).toMatch(new RegExp(`\\b${crm.rows.toLocaleString('en-US')}\\b|\\b${crm.rows}\\b`));
    const total = customer + amount + expectedCloseOn;
    expect(imported.output).toMatch(new RegExp(`\\b${total.toLocaleString('en-US')}\\b|\\b${total}\\b`));
  });

  test.each([
    [
      'by month',
      ['MONTH'],
      {},
      (row: StatisticsRow) => row.month,
      (deal: { closedOn: string }) => deal.closedOn.slice(0, 7),
    ],
    [
      'by employee',
      ['EMPLOYEE'],
      {},
      (row: StatisticsRow) => row.employee?.code,
      (deal: { agent: string }) => deal.agent,
    ],
    ['by product', ['PRODUCT'], {}, (row: StatisticsRow) => row.product, (deal: { product: string }) => deal.product],
  ] as const)('statistics %s agree with the files', async (_, by, filter, keyOf, dealKey) => {
    const rows = await statistics([...by], filter);
    expect(Object.fromEntries(rows.map((row) => [keyOf(row), read(row)]))).toEqual(
      table(group(crm.deals, dealKey as (deal: Crm['deals'][number]) => string)),
    );
  });

  test.each([
    ['team', {}, 'team'],
    ['region', { unitLevel: 'REGION' }, 'region'],
  ] as const)('statistics by unit at the level of the %s agree with the files', async (_, filter, key) => {
    const rows = await statistics(['UNIT'], filter);
    expect(Object.fromEntries(rows.map((row) => [row.unit?.code, read(row)]))).toEqual(
      table(group(crm.deals, (deal) => agentOf(deal.agent)[key])),
    );
  });

  test('statistics by month and employee agree with the files, and their sum is the total', async () => {
    const rows = await statistics(['MONTH', 'EMPLOYEE']);
    expect(Object.fromEntries(rows.map((row) => [`${row.month} ${row.employee?.code}`, read(row)]))).toEqual(
      table(group(crm.deals, (deal) => `${deal.closedOn.slice(0, 7)} ${deal.agent}`)),
    );
    const [total] = await statistics([]);
    expect(read(total!)).toEqual(printed(group(crm.deals, () => 'all').get('all')!));
  });

  describe('scored', () => {
    interface Card {
      score: string | null;
      rank: number | null;
      peers: number;
      indicators: { metric: string; actual: string | null; target: string | null; attainment: string | null }[];
    }
    const cardFields = `{ score rank peers indicators { metric actual target attainment } }`;
    const runs = new Map<string, { id: string; revision: number; outputsHash: string }>();

    async function finished(period: string) {
      const { scorePeriod } = await ask<{ scorePeriod: { id: string } }>('monthly-scoring', { period }, 'ScorePeriod');
      return graph.waitUntil(async () => {
        const { scoreRun } = await ask<{
          scoreRun: {
            id: string;
            state: string;
            revision: number;
            outputsHash: string;
            shards: { total: number; done: number; failed: number };
          };
        }>('monthly-scoring', { id: scorePeriod.id }, 'ScoreRun');
        expect(scoreRun.state).not.toBe('FAILED');
        return ['PUBLISHED', 'SUPERSEDED'].includes(scoreRun.state) ? scoreRun : null;
      }, 60_000);
    }

    beforeAll(async () => {
      for (const period of months) runs.set(period, await finished(period));
    }, 300_000);

    const compare = (card: Card | null, expected: ReturnType<typeof cardsOf>['agents'][number]) => {
      const near = (text: string | null) => (text === null ? null : Number(text).toFixed(5));
      const exact = (value: { n: bigint; d: bigint } | null) =>
        value === null ? null : Number(halfEven(value, 9)).toFixed(5);
      expect({
        subject: expected.subject,
        ...card,
        indicators: card?.indicators.map((one) => ({
          metric: one.metric,
          actual: near(one.actual),
          target: near(one.target),
          attainment: one.attainment,
        })),
      }).toEqual({
        subject: expected.subject,
        score: expected.score === null ? null : (expected.score / 100).toFixed(2),
        rank: expected.rank,
        peers: expected.peers,
        indicators: expected.indicators.map((one) => ({
          metric: one.metric,
          actual: exact(one.actual),
          target: exact(one.target),
          attainment: one.attainment === null ? null : halfEven(one.attainment, 6),
        })),
      });
    };

    test('every card of every agent in every month equals the formulas recomputed from the files', async () => {
      for (const period of months) {
        const cards: Record<string, Card | null> = {};
        for (let start = 0; start < crm.agents.length; start += 10) {
          const some = crm.agents.slice(start, start + 10);
          const fields = some.map(
            ({ name }, i) =>
              `a${start + i}: employee(code: ${JSON.stringify(name)}) { scorecard(period: "${period}") ${cardFields} }`,
          );
          const answer = await graph.as('administrator').query(`{ ${fields.join('\n')} }`);
          expect(answer.errors).toBeUndefined();
          for (const [i, { name }] of some.entries())
            cards[name] = (answer.data as Record<string, { scorecard: Card | null }>)[`a${start + i}`]!.scorecard;
        }
        for (const expected of cardsOf(crm, period).agents) compare(cards[expected.subject]!, expected);
      }
    }, 120_000);

    test('the cards of teams, regions, the department and the company do as well', async () => {
      for (const period of months) {
        const { teams, regions, company, department } = cardsOf(crm, period);
        const all = [...teams, ...regions, ...company, ...department];
        const fields = all.map(
          ({ subject }, i) =>
            `u${i}: unit(code: ${JSON.stringify(subject)}) { scorecard(period: "${period}") ${cardFields} }`,
        );
        const answer = await graph.as('administrator').query(`{ ${fields.join('\n')} }`);
        expect(answer.errors).toBeUndefined();
        for (const [i, expected] of all.entries())
          compare((answer.data as Record<string, { scorecard: Card | null }>)[`u${i}`]!.scorecard, expected);
      }
    }, 120_000);

    test('the leaderboard lists every agent, those without a deal too', async () => {
      const period = months[0]!;
      const { leaderboard } = await ask<{
        leaderboard: {
          totalCount: number;
          nodes: { rank: number | null; score: string | null; employee: { code: string; unit: { code: string } } }[];
        };
      }>('leaderboard', { period, first: 200 });
      expect(leaderboard.totalCount).toBe(crm.agents.length);
      expect(leaderboard.nodes.map(({ employee }) => employee.code).sort()).toEqual(
        crm.agents.map(({ name }) => name).sort(),
      );
      const expected = new Map(cardsOf(crm, period).agents.map((card) => [card.subject, card]));
      for (const node of leaderboard.nodes) expect(node.rank).toBe(expected.get(node.employee.code)!.rank);
      const ranks = leaderboard.nodes.map(({ rank }) => rank ?? Number.POSITIVE_INFINITY);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    });

    test('most agents have a score and the scores differ', () => {
      const scores = cardsOf(crm, months[0]!)
        .agents.map(({ score }) => score)
        .filter((score) => score !== null);
      expect(scores.length).toBeGreaterThan(crm.agents.length / 2);
      expect(new Set(scores).size).toBeGreaterThan(3);
    });

    test('scoring a month again gives the same outputs hash under a new revision', async () => {
      for (const period of months.slice(0, 3)) {
        const first = runs.get(period)!;
        const again = await finished(period);
        expect(again.id).not.toBe(first.id);
        expect(again.revision).toBeGreaterThan(first.revision);
        expect(again.outputsHash).toBe(first.outputsHash);
        expect(first.outputsHash).toMatch(/^[0-9a-f]{32,}$/);
      }
    }, 60_000);

    test('a score opens down to its deals', async () => {
      const period = months[0]!;
      const counts = group(
        crm.deals.filter((deal) => deal.won && deal.closedOn.startsWith(period)),
        (deal) => deal.agent,
      );
      const [name, measures] = [...counts].filter(([, row]) => row.won <= 50).sort((a, b) => b[1].won - a[1].won)[0]!;
      const found = await graph.as('administrator').query(`{ employee(code: ${JSON.stringify(name)}) { id } }`);
      const { employee } = await ask<{
        employee: {
          scorecard: {
            score: string;
            run: Record<string, unknown>;
            indicators: {
              metric: string;
              credits: {
                nodes: {
                  amount: { amount: string };
                  businessDate: string;
                  opportunity: { code: string; customer: { name: string } | null };
                }[];
              };
            }[];
          };
        };
      }>('explain-score', { employee: (found.data as { employee: { id: string } }).employee.id, period });
      const amounts = employee.scorecard.indicators.find(({ metric }) => metric === 'SALES_AMOUNT')!.credits.nodes;
      expect(amounts).toHaveLength(measures.won);
      expect(
        Object.fromEntries(
          amounts.map((credit) => [
            credit.opportunity.code,
            [Number(credit.amount.amount), credit.businessDate, credit.opportunity.customer?.name ?? null],
          ]),
        ),
      ).toEqual(
        Object.fromEntries(
          crm.deals
            .filter((deal) => deal.won && deal.agent === name && deal.closedOn.startsWith(period))
            .map((deal) => [deal.code, [deal.amount / 100, deal.closedOn, deal.account]]),
        ),
      );
      expect(employee.scorecard.run).toMatchObject({
        formula: { name: 'sales-engineer', version: 1 },
        outputsHash: expect.any(String),
        inputsHash: expect.any(String),
      });
    });

    test('the director sees the company at a glance in one request', async () => {
      const { company } = await ask<{
        company: { scorecard: Card; children: { code: string; scorecard: Card; pipeline: { openCount: number } }[] };
      }>('director-dashboard', { period: months[0] });
      const {
        regions,
        company: [whole],
      } = cardsOf(crm, months[0]!);
      expect(Number(company.scorecard.score)).toBe(whole!.score! / 100);
      expect(company.children.map(({ code }) => code)).toEqual(regions.map(({ subject }) => subject).sort());
      const open = company.children.reduce((sum, region) => sum + region.pipeline.openCount, 0);
      expect(open).toBe(crm.rows - crm.deals.length);
    });

    test('who reported to whom on a day of the past', async () => {
      const agent = crm.agents[0]!;
      const { company, employee } = await ask<{
        company: { children: { code: string }[] };
        employee: { managerThen: { code: string }; unitThen: { code: string } };
      }>('organization-as-of', { day: '2016-06-01', code: agent.name });
      expect(company.children.map(({ code }) => code)).toContain('SALES');
      expect(employee.managerThen.code).toBe(agent.team);
      expect(employee.unitThen.code).toBe(agent.team);
    });
  });
});
