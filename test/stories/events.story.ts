/** How a change in customers reaches performance, and what becomes of an event that cannot be taken. */
import { describe, expect, test } from '@jest/globals';
import type { Graph } from '@salesgraph/testing';
import { AGENTS } from './company.ts';
import type { CrmHouse } from './crm/crm-house.ts';
import { scored } from './crm/scoring.story.ts';

interface Row {
  wonAmount: { amount: string };
  wonCount: number;
  lostCount: number;
}

interface DeadLetter {
  id: string;
  reason: string;
  replayedBy: string | null;
  settledAt: string | null;
}

const cents = (amount: string): number => Math.round(Number(amount) * 100);

/** An open deal of somebody, by id. */
async function openDealOf(graph: Graph, code: string): Promise<string> {
  const { data } = await graph
    .as(code)
    .query<{ opportunities: { nodes: { id: string }[] } }>(
      '{ opportunities(filter: { status: OPEN, stage: "ENGAGING" }, first: 1) { nodes { id } } }',
    );
  return data!.opportunities.nodes[0]!.id;
}

async function change<T>(graph: Graph, as: string, document: string, variables: Record<string, unknown>): Promise<T> {
  const { data, errors } = await graph.as(as).query<T>(document, variables);
  expect(errors).toBeUndefined();
  return data as T;
}

const WIN = 'mutation($input: WinOpportunityInput!) { winOpportunity(input: $input) { status amount { amount } } }';
const REOPEN = 'mutation($input: ReopenOpportunityInput!) { reopenOpportunity(input: $input) { status } }';

export function eventsStory(house: () => CrmHouse): void {
  /** What performance says of the last month. */
  const figures = async (as: string): Promise<Row> => {
    const month = house().months.at(-1);
    const { salesStatistics } = await house().ask<{ salesStatistics: { nodes: Row[] } }>(
      'sales-statistics',
      { from: month, to: month, by: [] },
      { as },
    );
    return salesStatistics.nodes[0]!;
  };

  describe('a deal that is won', () => {
    test('shows in the figures of performance, counts in the score, and is gone when it is reopened', async () => {
      const { graph, months } = house();
      const month = months.at(-1)!;
      const id = await openDealOf(graph, AGENTS.self);
      const before = await figures(AGENTS.self);
      const card =
        'query($month: Month!) { me { scorecard(period: $month) { run { outputsHash } indicators { metric actual } } } }';
      interface Mine {
        me: { scorecard: { run: { outputsHash: string }; indicators: { metric: string; actual: string }[] } };
      }
      const sales = ({ me }: Mine) =>
        cents(me.scorecard.indicators.find(({ metric }) => metric === 'SALES_AMOUNT')!.actual);
      const cardBefore = await change<Mine>(graph, AGENTS.self, card, { month });

      const input = { id, closedOn: `${month}-30`, amount: '12345.67' };
      await change(graph, AGENTS.self, WIN, { input });
      const won = await graph.waitUntil(async () => {
        const now = await figures(AGENTS.self);
        return now.wonCount === before.wonCount + 1 ? now : null;
      });
      expect(cents(won.wonAmount.amount)).toBe(cents(before.wonAmount.amount) + 1_234_567);
      await scored(house(), month);
      const cardThen = await change<Mine>(graph, AGENTS.self, card, { month });
      expect(sales(cardThen)).toBe(sales(cardBefore) + 1_234_567);

      await change(graph, AGENTS.self, REOPEN, { input: { id } });
      await graph.waitUntil(async () => (await figures(AGENTS.self)).wonCount === before.wonCount);
      expect(await figures(AGENTS.self)).toEqual(before);
      await scored(house(), month);
      const cardAfter = await change<Mine>(graph, AGENTS.self, card, { month });
      // The same facts give the same scores, whatever happened in between.
      expect(cardAfter.me.scorecard.run.outputsHash).toBe(cardBefore.me.scorecard.run.outputsHash);
      expect(sales(cardAfter)).toBe(sales(cardBefore));
    }, 90_000);

    test('is lost with a reason and counts among the lost', async () => {
      const { graph, months } = house();
      const before = await figures(AGENTS.stranger);
      const input = { id: await openDealOf(graph, AGENTS.stranger), closedOn: `${months.at(-1)}-30`, reason: 'price' };
      await change(
        graph,
        AGENTS.stranger,
        'mutation($input: LoseOpportunityInput!) { loseOpportunity(input: $input) { status } }',
        {
          input,
        },
      );
      await graph.waitUntil(async () => (await figures(AGENTS.stranger)).lostCount === before.lostCount + 1);
    });
  });

  describe('an event that cannot be taken', () => {
    test('becomes a dead letter with its reason, and is taken when an administrator replays it', async () => {
      const { graph, months } = house();
      const owner = AGENTS.neighbour;
      const code = 'IN-THE-WAY';
      const letters = async () => {
        const answer = await graph.as('administrator').query<{
          performanceEvents: { deadLetters: { nodes: DeadLetter[] } };
        }>('{ performanceEvents { deadLetters(first: 200) { nodes { id reason replayedBy settledAt } } } }');
        return answer.data!.performanceEvents.deadLetters.nodes;
      };
      // A fault that only people can mend: another document holds a value that must be unique.
      await graph.withDatabase('performance', async (database) => {
        await database.createIndex('facts', { code: 1 }, { name: 'in_the_way', unique: true });
        await database.collection<{ _id: string; code: string }>('facts').insertOne({ _id: 'in-the-way', code });
      });
      const before = await figures(owner);

      const row = { code, ownerCode: owner, stage: 'WON', amount: '10', closedOn: `${months.at(-1)}-29` };
      const importing = 'mutation($rows: [OpportunityRow!]!) { importOpportunities(rows: $rows) { accepted } }';
      await change(graph, 'importer', importing, { rows: [row] });
      const letter = await graph.waitUntil(
        async () => (await letters()).find(({ settledAt }) => settledAt === null),
        60_000,
      );
      expect(letter.reason).toMatch(/duplicate key/);
      expect(letter.replayedBy).toBeNull();
      expect((await figures(owner)).wonCount).toBe(before.wonCount);

      await graph.withDatabase('performance', async (database) => {
        await database.collection<{ _id: string }>('facts').deleteOne({ _id: 'in-the-way' });
        await database.collection('facts').dropIndex('in_the_way');
      });
      const replaying = 'mutation($id: ID!) { replayPerformanceDeadLetter(id: $id) { id replayedBy } }';
      await change(graph, 'administrator', replaying, { id: letter.id });
      await graph.waitUntil(async () => (await figures(owner)).wonCount === before.wonCount + 1, 60_000);
      const settled = await graph.waitUntil(async () =>
        (await letters()).find(({ id, settledAt }) => id === letter.id && settledAt !== null),
      );
      expect(settled.replayedBy).toBe('administrator');
    }, 150_000);
  });
}
