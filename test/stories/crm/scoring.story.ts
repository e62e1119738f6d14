/** Every month is scored, and every card equals the formulas recomputed from the files. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CrmHouse } from './crm-house.ts';
import { cardsOf, type ExpectedCard, type Fraction, group, halfEven } from './recalculation.ts';

export interface Card {
  score: string | null;
  rank: number | null;
  peers: number;
  indicators: { metric: string; actual: string | null; target: string | null; attainment: string | null }[];
}

interface Run {
  id: string;
  state: string;
  revision: number;
  outputsHash: string;
  shards: { total: number; done: number; failed: number };
}

const CARD = '{ score rank peers indicators { metric actual target attainment } }';
const CARDS_A_CALL = 12;

/** Scores a month and waits for its end. */
export async function scored({ graph, ask }: CrmHouse, period: string): Promise<Run> {
  const { scorePeriod } = await ask<{ scorePeriod: { id: string } }>(
    'monthly-scoring',
    { period },
    { name: 'ScorePeriod' },
  );
  return graph.waitUntil(async () => {
    const { scoreRun } = await ask<{ scoreRun: Run }>('monthly-scoring', { id: scorePeriod.id }, { name: 'ScoreRun' });
    if (scoreRun.state === 'FAILED') throw new Error(`The run of ${period} failed`);
    return ['PUBLISHED', 'SUPERSEDED'].includes(scoreRun.state) ? scoreRun : null;
  }, 60_000);
}

/** Cards of some subjects of a month, a few a call. */
async function cards({ graph }: CrmHouse, field: 'employee' | 'unit', codes: string[], period: string) {
  const found = new Map<string, Card | null>();
  for (let start = 0; start < codes.length; start += CARDS_A_CALL) {
    const some = codes.slice(start, start + CARDS_A_CALL);
    const fields = some.map(
      (code, i) => `c${i}: ${field}(code: ${JSON.stringify(code)}) { scorecard(period: "${period}") ${CARD} }`,
    );
    const { data, errors } = await graph.as('administrator').query(`{ ${fields.join('\n')} }`);
    expect(errors).toBeUndefined();
    for (const [i, code] of some.entries()) {
      found.set(code, (data as Record<string, { scorecard: Card | null }>)[`c${i}`]!.scorecard);
    }
  }
  return found;
}

const exactly = (value: Fraction | null, places: number) => (value === null ? null : halfEven(value, places));
/** A number of either side with 6 places, as the graph rounds it: to round it once more would differ now and then. */
const shortened = (text: string | null) => (text === null ? null : Number(text).toFixed(6));

const seen = (subject: string, card: Card | null | undefined) => ({
  subject,
  ...card,
  indicators: card?.indicators.map(({ metric, actual, target, attainment }) => ({
    metric,
    actual: shortened(actual),
    target: shortened(target),
    attainment,
  })),
});

const wanted = ({ subject, score, rank, peers, indicators }: ExpectedCard) => ({
  subject,
  score: score === null ? null : (score / 100).toFixed(2),
  rank,
  peers,
  indicators: indicators.map(({ metric, actual, target, attainment }) => ({
    metric,
    actual: shortened(exactly(actual, 6)),
    target: shortened(exactly(target, 6)),
    attainment: exactly(attainment, 6),
  })),
});

export function scoringStory(house: () => CrmHouse): void {
  describe('scoring', () => {
    const runs = new Map<string, Run>();

    beforeAll(async () => {
      const startedAt = performance.now();
      for (const period of house().months) runs.set(period, await scored(house(), period));
      const seconds = (performance.now() - startedAt) / 1000;
      process.stderr.write(`scored ${runs.size} months in ${seconds.toFixed(1)} s\n`);
    }, 300_000);

    test('every shard of every month is done', () => {
      for (const { shards } of runs.values()) {
        expect(shards.total).toBeGreaterThan(0);
        expect(shards).toMatchObject({ done: shards.total, failed: 0 });
      }
    });

    test('the cards of all agents in all months equal the formulas recomputed from the files', async () => {
      const { crm, months } = house();
      for (const period of months) {
        const expected = cardsOf(crm, period).agents;
        const found = await cards(
          house(),
          'employee',
          expected.map(({ subject }) => subject),
          period,
        );
        expect(expected.map(({ subject }) => seen(subject, found.get(subject)))).toEqual(expected.map(wanted));
      }
    }, 120_000);

    test('the cards of teams, regions, the department and the company do as well', async () => {
      const { crm, months } = house();
      for (const period of months) {
        const { teams, regions, company, department } = cardsOf(crm, period);
        const expected = [...teams, ...regions, ...company, ...department];
        const found = await cards(
          house(),
          'unit',
          expected.map(({ subject }) => subject),
          period,
        );
        expect(expected.map(({ subject }) => seen(subject, found.get(subject)))).toEqual(expected.map(wanted));
      }
    }, 120_000);

    test('most agents have a score and the scores differ', () => {
      const { crm, months } = house();
      const scores = cardsOf(crm, months[0]!).agents.flatMap(({ score }) => score ?? []);
      expect(scores.length).toBeGreaterThan(crm.agents.length / 2);
      expect(new Set(scores).size).toBeGreaterThan(3);
    });

    test('a month scored again has the same outputs under a new revision', async () => {
      for (const period of house().months.slice(0, 3)) {
        const first = runs.get(period)!;
        const again = await scored(house(), period);
        expect(again.id).not.toBe(first.id);
        expect(again.revision).toBeGreaterThan(first.revision);
        expect(again.outputsHash).toBe(first.outputsHash);
        expect(again.outputsHash).toMatch(/^[0-9a-f]{32,}$/);
      }
    }, 60_000);

    test('the leaderboard lists every agent with the true rank, those without a deal too', async () => {
      const { crm, months, ask } = house();
      for (const period of months) {
        const { leaderboard } = await ask<{
          leaderboard: {
            totalCount: number;
            nodes: { rank: number | null; score: string | null; employee: { code: string; unit: { code: string } } }[];
          };
        }>('leaderboard', { period, first: 200 });
        const expected = cardsOf(crm, period).agents;
        expect(leaderboard.totalCount).toBe(crm.agents.length);
        const rows = leaderboard.nodes.map(({ rank, score, employee }) => [
          employee.code,
          rank,
          score,
          employee.unit.code,
        ]);
        expect(Object.fromEntries(rows.map(([code, ...rest]) => [code, rest]))).toEqual(
          Object.fromEntries(
            expected.map(({ subject, rank, score }) => [
              subject,
              [
                rank,
                score === null ? null : (score / 100).toFixed(2),
                crm.agents.find(({ name }) => name === subject)!.team,
              ],
            ]),
          ),
        );
        const ranks = leaderboard.nodes.map(({ rank }) => rank ?? Number.POSITIVE_INFINITY);
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }
    });

    test('a score opens down to its deals, customers and dates', async () => {
      const { crm, months, graph, ask } = house();
      const period = months[0]!;
      const won = crm.deals.filter((deal) => deal.won && deal.closedOn.startsWith(period));
      const [name] = [...group(won, ({ agent }) => agent)]
        .filter(([, row]) => row.won <= 50)
        .sort((a, b) => b[1].won - a[1].won)[0]!;
      const found = await graph
        .as('administrator')
        .query<{ employee: { id: string } }>('query($code: String!) { employee(code: $code) { id } }', { code: name });
      interface Credit {
        amount: { amount: string };
        share: string;
        businessDate: string;
        opportunity: { code: string; customer: { name: string } | null };
      }
      const { employee } = await ask<{
        employee: {
          scorecard: { run: Record<string, unknown>; indicators: { metric: string; credits: { nodes: Credit[] } }[] };
        };
      }>('explain-score', { employee: found.data!.employee.id, period });
      const { run, indicators } = employee.scorecard;
      const credits = indicators.find(({ metric }) => metric === 'SALES_AMOUNT')!.credits.nodes;
      const deals = won.filter(({ agent }) => agent === name);
      expect(credits).toHaveLength(deals.length);
      expect(
        Object.fromEntries(
          credits.map(({ amount, businessDate, opportunity }) => [
            opportunity.code,
            [amount.amount, businessDate, opportunity.customer?.name ?? null],
          ]),
        ),
      ).toEqual(
        Object.fromEntries(
          deals.map(({ code, amount, closedOn, account }) => [code, [(amount / 100).toFixed(2), closedOn, account]]),
        ),
      );
      expect(run).toMatchObject({
        formula: { name: 'sales-engineer', version: 1 },
        inputsHash: expect.stringMatching(/^[0-9a-f]{32,}$/),
        outputsHash: expect.stringMatching(/^[0-9a-f]{32,}$/),
      });
    });
  });
}
