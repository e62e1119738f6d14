/** A regional manager looks at the own region through the one graph, and sees nothing of another one. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AGENTS, PEOPLE } from './company.ts';
import type { CrmHouse } from './crm/crm-house.ts';

const REGION = 'Nord';
const OTHER = 'Süd';
/** Nothing is planned for these days but what the story plans. */
const TIME = { from: '2031-01-01', to: '2031-04-01' };

/** What is planned: one leaves the region for another one, one moves within that other one, a leader goes. */
const PLANS = {
  leaving: {
    code: 'Leif Andrade',
    from: 'Pavel Moreau',
    to: 'Chiara Nwosu',
    on: '2031-02-01',
    why: 'Wants to live in the south.',
  },
  elsewhere: { code: 'Petra Osei', from: 'Wen Haugen', to: 'Chiara Nwosu', on: '2031-02-15', why: 'To help out.' },
};

interface Balance {
  in: number;
  out: number;
  net: number;
}
interface Report {
  spanOfControl: {
    leaders: number;
    reporting: number;
    median: string;
    spans: { nodes: { leader: { code: string }; directReports: number; units: { code: string }[] }[] };
  };
  vacancies: { units: number; vacant: number; vacancies: { nodes: { unit: { code: string } }[] } };
  headCount: { steps: { from: string; count: number }[] };
  transfers: {
    kinds: { kind: string; count: number }[];
    total: Balance;
    byUnit: { nodes: (Balance & { unit: { code: string } })[] };
    transfers: { nodes: { on: string; kind: string; reason: string; by: string; employee: { code: string } }[] };
  };
}

export function reportingStory(house: () => CrmHouse): void {
  const ask = (as: string, variables: Record<string, unknown> = {}) =>
    house().ask<Report>('regional-report', { ...TIME, ...variables }, { as });
  const membersOf = (team: string) => house().crm.agents.filter((agent) => agent.team === team).length;

  const administrate = async <T>(document: string, variables: Record<string, unknown>): Promise<T> => {
    const { data, errors } = await house().graph.as('administrator').query<T>(document, variables);
    expect(errors).toBeUndefined();
    return data as T;
  };
  const known = async (code: string, unit: string) =>
    administrate<{ employee: { id: string; version: number }; unit: { id: string } }>(
      'query($code: String!, $unit: String!) { employee(code: $code) { id version } unit(code: $unit) { id } }',
      { code, unit },
    );

  describe('the report of a region', () => {
    beforeAll(async () => {
      for (const { code, to, on, why } of Object.values(PLANS)) {
        const { employee, unit } = await known(code, to);
        await administrate('mutation($input: TransferEmployeeInput!) { transferEmployee(input: $input) { id } }', {
          input: { employeeId: employee.id, unitId: unit.id, from: on, reason: why, expectedVersion: employee.version },
        });
      }
    });
    afterAll(async () => {
      for (const { code, to, on } of Object.values(PLANS)) {
        const { employee } = await known(code, to);
        await administrate(
          'mutation($input: CancelPlannedEmployeeChangeInput!) { cancelPlannedEmployeeChange(input: $input) { id } }',
          { input: { employeeId: employee.id, on, reason: 'The story is told.', expectedVersion: employee.version } },
        );
      }
    });

    test('shows the regional manager the leaders of the region and how many report to each', async () => {
      const { spanOfControl } = await ask(PEOPLE.regional);
      const shown = spanOfControl.spans.nodes.map((one) => [one.leader.code, one.directReports, one.units[0]!.code]);
      expect(shown).toEqual([
        ['Hilde Varga', membersOf('Hilde Varga'), 'Hilde Varga'],
        ['Pavel Moreau', membersOf('Pavel Moreau'), 'Pavel Moreau'],
        [PEOPLE.regional, 2, REGION],
      ]);
      expect(spanOfControl).toMatchObject({
        ...{ leaders: 3, reporting: membersOf('Hilde Varga') + membersOf('Pavel Moreau') + 2, median: '3' },
      });
    });

    test('shows no vacancy of another region', async () => {
      // Nobody leads Süd and West: the deputy only answers for them.
      const { vacancies } = await ask(PEOPLE.regional);
      expect(vacancies).toMatchObject({ units: 3, vacant: 0, vacancies: { nodes: [] } });
      const all = await ask(PEOPLE.director);
      const vacant = all.vacancies.vacancies.nodes.map(({ unit }) => unit.code);
      expect(vacant).toEqual(expect.arrayContaining(['COMPANY', 'Süd', 'West']));
    });

    test('counts the heads of the region month by month', async () => {
      const { headCount } = await ask(PEOPLE.regional);
      const before = membersOf('Hilde Varga') + membersOf('Pavel Moreau') + 3;
      expect(headCount.steps.map(({ from, count }) => [from, count])).toEqual([
        ['2031-01-01', before],
        ['2031-02-01', before - 1],
        ['2031-03-01', before - 1],
      ]);
    });

    test('tells who leaves the region, and nothing of moves elsewhere', async () => {
      const { transfers } = await ask(PEOPLE.regional);
      const { leaving } = PLANS;
      expect(transfers.transfers.nodes).toMatchObject([
        {
          on: leaving.on,
          kind: 'TRANSFERRED',
          reason: leaving.why,
          by: 'administrator',
          employee: { code: leaving.code },
        },
      ]);
      expect(transfers.total).toEqual({ in: 0, out: 1, net: -1 });
      expect(transfers.byUnit.nodes).toEqual([
        { unit: expect.objectContaining({ code: leaving.from }), in: 0, out: 1, net: -1 },
      ]);

      const all = (await ask(PEOPLE.director)).transfers;
      expect(all.transfers.nodes.map(({ employee }) => employee.code)).toEqual([leaving.code, PLANS.elsewhere.code]);
      expect(all.total).toEqual({ in: 2, out: 2, net: 0 });
    });

    test('is the same for the manager whether the region is named or not, and none of another region', async () => {
      const region = await known(AGENTS.self, REGION);
      const other = await known(AGENTS.self, OTHER);
      expect(await ask(PEOPLE.regional, { unit: region.unit.id })).toEqual(await ask(PEOPLE.regional));
      const nothing = { spanOfControl: null, vacancies: null, headCount: null, transfers: null };
      expect(await ask(PEOPLE.regional, { unit: other.unit.id })).toEqual(nothing);
      expect(await ask(PEOPLE.regional, { unit: 'unit-that-is-none' })).toEqual(nothing);
    });

    test('names nobody and no unit of another region', async () => {
      const report = JSON.stringify(await ask(PEOPLE.regional));
      const { leaving, elsewhere } = PLANS;
      for (const stranger of [AGENTS.stranger, 'Wen Haugen', 'West', elsewhere.code])
        expect(report).not.toContain(stranger);
      // The one exception: where somebody of the region goes.
      expect(report.split(leaving.to)).toHaveLength(3);
    });

    test('is refused to those who answer for nobody', async () => {
      const { errors } = await house().graph.as(PEOPLE.engineer).query('{ spanOfControl { leaders } }');
      expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    });
  });

  test('everybody reads who stands above whom, and who is below', async () => {
    const { data, errors } = await house()
      .graph.as(PEOPLE.engineer)
      .query<{
        employee: { chainOfCommand: { code: string }[] };
        regional: { reports: { totalCount: number; nodes: { code: string }[] } };
      }>(
        `query($code: String!, $regional: String!) { employee(code: $code) { chainOfCommand { code } }
          regional: employee(code: $regional) { reports { totalCount nodes { code } } } }`,
        { code: AGENTS.self, regional: PEOPLE.regional },
      );
    expect(errors).toBeUndefined();
    expect(data!.employee.chainOfCommand.map(({ code }) => code)).toEqual([
      ...['Hilde Varga', PEOPLE.regional, PEOPLE.director],
    ]);
    expect(data!.regional.reports).toEqual({
      totalCount: 2,
      nodes: [{ code: 'Hilde Varga' }, { code: 'Pavel Moreau' }],
    });
  });

  test('administrators read in the audit trail who planned what', async () => {
    const { code, on, why } = PLANS.leaving;
    const { employee } = await house().graph.waitUntil(async () => {
      const { data } = await house().graph.as('administrator').query<{
        employee: { audit: { nodes: { action: string; reason: string; changes: { nodes: { after: string }[] } }[] } };
      }>(
        'query($code: String!) { employee(code: $code) { audit { nodes { action reason changes { nodes { path before after } } } } } }',
        { code },
      );
      return data && data.employee.audit.nodes.length >= 3 ? data : null;
    });
    const planned = employee.audit.nodes.find(({ action }) => action === 'employee.transfer')!;
    expect(planned.reason).toBe(why);
    expect(planned.changes.nodes.map(({ after }) => after)).toContain(on);
    const hidden = await house()
      .graph.as(PEOPLE.director)
      .query<{ employee: { audit: object | null } }>(
        'query($code: String!) { employee(code: $code) { audit { totalCount } } }',
        { code },
      );
    expect(hidden.data!.employee.audit).toBeNull();
  });
}
