/** The company at a glance, and on a day of the past: one request each. */
import { describe, expect, test } from '@jest/globals';
import type { CrmHouse } from './crm-house.ts';
import { cardsOf } from './recalculation.ts';
import type { Card } from './scoring.story.ts';

const shown = (score: number | null) => (score === null ? null : (score / 100).toFixed(2));

export function dashboardStory(house: () => CrmHouse): void {
  test('the director sees the company and its regions in one request', async () => {
    const { crm, months, ask } = house();
    const [period] = months;
    const { me, company } = await ask<{
      me: null;
      company: {
        scorecard: Card;
        children: {
          code: string;
          scorecard: Card;
          pipeline: { openCount: number; openAmount: { amount: string } };
          outlets: { totalCount: number };
        }[];
      };
    }>('director-dashboard', { period });
    const {
      regions,
      company: [whole],
    } = cardsOf(crm, period!);
    // A service account is nobody in the company.
    expect(me).toBeNull();
    expect(company.scorecard.score).toBe(shown(whole!.score));
    expect(company.children.map(({ code, scorecard }) => [code, scorecard.score, scorecard.rank])).toEqual(
      regions
        .map(({ subject, score, rank }) => [subject, shown(score), rank])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
    const open = company.children.reduce((sum, { pipeline }) => sum + pipeline.openCount, 0);
    expect(open).toBe(crm.rows - crm.deals.length);
    expect(company.children.every(({ outlets }) => outlets.totalCount === 0)).toBe(true);
  });

  describe('the organization as of a day', () => {
    interface AsOf {
      company: { children: { code: string; memberCount: number }[] } | null;
      employee: {
        assignments: { role: string; from: string; to: string | null; primary: boolean; unit: { code: string } }[];
        managerThen: { code: string } | null;
        unitThen: { code: string } | null;
      };
    }

    test('who reported to whom', async () => {
      const { crm, ask } = house();
      const [agent] = crm.agents;
      const { company, employee } = await ask<AsOf>('organization-as-of', { day: '2016-06-01', code: agent!.name });
      expect(company!.children.map(({ code }) => code)).toEqual(['SALES']);
      expect(company!.children[0]!.memberCount).toBeGreaterThanOrEqual(crm.agents.length);
      expect(employee.managerThen).toMatchObject({ code: agent!.team });
      expect(employee.unitThen).toMatchObject({ code: agent!.team });
      expect(employee.assignments).toEqual([
        {
          role: 'SALES_ENGINEER',
          from: '2016-01-01',
          to: null,
          primary: true,
          unit: expect.objectContaining({ code: agent!.team }),
        },
      ]);
    });

    test('before the company began there was nobody', async () => {
      const { crm, ask } = house();
      const { company, employee } = await ask<AsOf>('organization-as-of', {
        day: '2015-12-31',
        code: crm.agents[0]!.name,
      });
      expect(company?.children ?? []).toEqual([]);
      expect(employee.managerThen).toBeNull();
      expect(employee.unitThen).toBeNull();
    });
  });
}
