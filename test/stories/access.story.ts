/** Who sees and changes what, through the one graph: the same questions asked by the five roles, the answers written by hand. */
import { describe, expect, test } from '@jest/globals';
import { AGENTS, PEOPLE, type Who } from './company.ts';
import type { CrmHouse } from './crm/crm-house.ts';
import { cardsOf } from './crm/recalculation.ts';
import { statistics } from './crm/statistics.story.ts';

const ROLES = Object.keys(PEOPLE) as Who[];
const TEAMS = { Nord: ['Hilde Varga', 'Pavel Moreau'], Süd: ['Chiara Nwosu'], West: ['Wen Haugen'] };
const ALL_TEAMS = Object.values(TEAMS).flat();

/** Whose figures each sees, by team; the engineer's own alone. */
const TEAMS_IN_REACH: Record<Who, string[]> = {
  engineer: [],
  leader: ['Hilde Varga'],
  regional: TEAMS.Nord,
  deputy: [...TEAMS.Süd, ...TEAMS.West],
  director: ALL_TEAMS,
};

/** The units whose card each sees. */
const UNIT_CARDS: Record<Who, string[]> = {
  engineer: [],
  leader: ['Hilde Varga'],
  regional: ['Nord', ...TEAMS.Nord],
  deputy: ['Süd', 'West', ...TEAMS.Süd, ...TEAMS.West],
  director: ['COMPANY', 'SALES', 'Nord', 'Süd', 'West', ...ALL_TEAMS],
};
const ALL_UNITS = UNIT_CARDS.director;

/** What each may change; `no` is refused as such, `hidden` looks as if it were not there. */
const CHANGES: Record<string, Record<Who, 'yes' | 'no' | 'hidden'>> = {
  'own deal': { engineer: 'yes', leader: 'yes', regional: 'yes', deputy: 'hidden', director: 'yes' },
  "team mate's deal": { engineer: 'hidden', leader: 'yes', regional: 'yes', deputy: 'hidden', director: 'yes' },
  "neighbour's deal": { engineer: 'hidden', leader: 'hidden', regional: 'yes', deputy: 'hidden', director: 'yes' },
  "stranger's deal": { engineer: 'hidden', leader: 'hidden', regional: 'hidden', deputy: 'yes', director: 'yes' },
  'score a month': { engineer: 'no', leader: 'no', regional: 'no', deputy: 'no', director: 'yes' },
  'lock a month': { engineer: 'no', leader: 'no', regional: 'no', deputy: 'no', director: 'yes' },
  'import people': { engineer: 'no', leader: 'no', regional: 'no', deputy: 'no', director: 'no' },
  'import deals': { engineer: 'no', leader: 'no', regional: 'no', deputy: 'no', director: 'no' },
  'replay events': { engineer: 'no', leader: 'no', regional: 'no', deputy: 'no', director: 'no' },
};

const DEAL_OF: Record<string, string> = {
  'own deal': AGENTS.self,
  "team mate's deal": AGENTS.mate,
  "neighbour's deal": AGENTS.neighbour,
  "stranger's deal": AGENTS.stranger,
};
/** Calls that whoever may do them is told a fault of the call itself; so nothing changes. */
const CALLS: Record<string, string> = {
  'score a month': 'mutation { scorePeriod(period: "1990-01") { id } }',
  'lock a month': 'mutation { lockPeriod(period: "1990-01") { month } }',
  'import people': 'mutation { importEmployees(rows: []) { accepted } }',
  'import deals': 'mutation { importOpportunities(rows: []) { accepted } }',
  'replay events': 'mutation { replayPerformanceDeadLetter(id: "none") { id } }',
};

interface Glance {
  scorecard: object | null;
}

export function accessStory(house: () => CrmHouse): void {
  const agentsOf = (who: Who): string[] =>
    who === 'engineer'
      ? [AGENTS.self]
      : house()
          .crm.agents.filter(({ team }) => TEAMS_IN_REACH[who].includes(team))
          .map(({ name }) => name);
  const answer = async <T>(who: Who, document: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const { data, errors } = await house().graph.as(PEOPLE[who]).query<T>(document, variables);
    expect(errors).toBeUndefined();
    return data as T;
  };

  describe.each(ROLES)('the %s', (who) => {
    test('is known by name, role and permissions', async () => {
      const { me } = await answer<{ me: { code: string; permissions: string[] } }>(who, '{ me { code permissions } }');
      expect(me.code).toBe(PEOPLE[who]);
      expect(me.permissions).toContain('opportunity.read');
      expect(me.permissions.includes('period.score')).toBe(who === 'director');
    });

    test('sees everybody in the directory', async () => {
      const { employees } = await answer<{ employees: { totalCount: number } }>(
        who,
        '{ employees(first: 1) { totalCount } }',
      );
      expect(employees.totalCount).toBe(house().crm.agents.length + ALL_TEAMS.length + 3);
    });

    test('sees the deals in reach', async () => {
      const { opportunities } = await answer<{
        opportunities: { totalCount: number; nodes: { owner: { code: string } }[] };
      }>(who, '{ opportunities(first: 200) { totalCount nodes { owner { code } } } }');
      const counts = house().crm.rowsByAgent;
      const expected = agentsOf(who).reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
      expect(opportunities.totalCount).toBe(expected);
      const owners = new Set(opportunities.nodes.map(({ owner }) => owner.code));
      expect([...owners].filter((code) => !agentsOf(who).includes(code))).toEqual([]);
    });

    test('sees the rows in reach on the leaderboard, with their true ranks', async () => {
      const [period] = house().months;
      const { leaderboard } = await house().ask<{
        leaderboard: { totalCount: number; nodes: { rank: number | null; employee: { code: string } }[] };
      }>('leaderboard', { period, first: 200 }, { as: PEOPLE[who] });
      const ranks = new Map(cardsOf(house().crm, period!).agents.map(({ subject, rank }) => [subject, rank]));
      expect(Object.fromEntries(leaderboard.nodes.map(({ rank, employee }) => [employee.code, rank]))).toEqual(
        Object.fromEntries(agentsOf(who).map((name) => [name, ranks.get(name)])),
      );
      expect(leaderboard.totalCount).toBe(agentsOf(who).length);
    });

    test('sees statistics of the deals in reach', async () => {
      const rows = await statistics(house(), ['EMPLOYEE'], { as: PEOPLE[who] });
      const closing = new Set(house().crm.deals.map(({ agent }) => agent));
      expect(rows.map(({ employee }) => employee!.code).sort()).toEqual(
        agentsOf(who)
          .filter((name) => closing.has(name))
          .sort(),
      );
    });

    test('sees the cards of people in reach and none else', async () => {
      const [period] = house().months;
      const cards = await answer<Record<string, { scorecard: { peers: number } | null }>>(
        who,
        `{ ${Object.entries(AGENTS)
          .map(([key, code]) => `${key}: employee(code: "${code}") { scorecard(period: "${period}") { peers } }`)
          .join('\n')} }`,
      );
      for (const [key, code] of Object.entries(AGENTS)) {
        const card = agentsOf(who).includes(code) ? { peers: house().crm.agents.length } : null;
        expect([key, cards[key]!.scorecard]).toEqual([key, card]);
      }
    });

    test('sees the cards of units in reach and none else', async () => {
      const [period] = house().months;
      const cards = await answer<Record<string, { scorecard: { peers: number } | null }>>(
        who,
        `{ ${ALL_UNITS.map((code, i) => `u${i}: unit(code: "${code}") { scorecard(period: "${period}") { peers } }`).join('\n')} }`,
      );
      const visible = ALL_UNITS.filter((_, i) => cards[`u${i}`]!.scorecard !== null);
      expect(visible.sort()).toEqual([...UNIT_CARDS[who]].sort());
    });

    test('is shown of the company at a glance what is in reach, without an error', async () => {
      const [period] = house().months;
      const { me, company } = await house().ask<{
        me: { name: string };
        company: Glance & { children: (Glance & { code: string; name: string; pipeline: object | null })[] };
      }>('director-dashboard', { period }, { as: PEOPLE[who] });
      expect(me.name).toBe(PEOPLE[who]);
      expect(company.scorecard !== null).toBe(who === 'director');
      // Names are open to everybody, figures are not.
      expect(company.children.map(({ name }) => name)).toEqual(['Nord', 'Süd', 'West']);
      const shown = company.children.filter(({ scorecard }) => scorecard !== null).map(({ code }) => code);
      expect(shown).toEqual(Object.keys(TEAMS).filter((code) => UNIT_CARDS[who].includes(code)));
    });

    test('opens the scores in reach down to the deals, and no others', async () => {
      const [period] = house().months;
      for (const code of Object.values(AGENTS)) {
        const { employee } = await answer<{ employee: { id: string } }>(who, `{ employee(code: "${code}") { id } }`);
        const explained = await house().ask<{
          employee: {
            scorecard: { indicators: { credits: { nodes: { opportunity: { code: string } | null }[] } }[] } | null;
          };
        }>('explain-score', { employee: employee.id, period }, { as: PEOPLE[who] });
        const { scorecard } = explained.employee;
        expect([code, scorecard !== null]).toEqual([code, agentsOf(who).includes(code)]);
        for (const { credits } of scorecard?.indicators ?? []) {
          expect(credits.nodes.every(({ opportunity }) => opportunity?.code)).toBe(true);
        }
      }
    });

    test('knows who reported to whom', async () => {
      const { employee } = await house().ask<{ employee: { managerThen: { code: string } } }>(
        'organization-as-of',
        { day: '2018-01-01', code: AGENTS.stranger },
        { as: PEOPLE[who] },
      );
      expect(employee.managerThen.code).toBe('Chiara Nwosu');
    });

    test.each(Object.keys(DEAL_OF))('changes what is allowed: %s', async (what) => {
      const { graph } = house();
      const owner = DEAL_OF[what]!;
      const found = await graph
        .as('administrator')
        .query<{ employee: { id: string } }>('query($code: String!) { employee(code: $code) { id } }', { code: owner });
      const deals = await graph
        .as('administrator')
        .query<{ opportunities: { nodes: { id: string }[] } }>(
          'query($owner: ID!) { opportunities(filter: { owner: $owner, status: OPEN }, first: 1) { nodes { id } } }',
          { owner: found.data!.employee.id },
        );
      const { id } = deals.data!.opportunities.nodes[0]!;
      const { errors } = await graph
        .as(PEOPLE[who])
        .query(
          'mutation($id: ID!) { updateOpportunity(input: { id: $id, source: "fair", expectedVersion: 4711 }) { id } }',
          { id },
        );
      // A stale version is refused to those who may; so nothing changes.
      const code = CHANGES[what]![who] === 'yes' ? 'CONFLICT' : 'NOT_FOUND';
      expect(errors?.map(({ extensions }) => extensions?.code)).toEqual([code]);
    });

    test.each(Object.keys(CALLS))('changes what is allowed: %s', async (what) => {
      const { errors } = await house().graph.as(PEOPLE[who]).query(CALLS[what]!);
      const codes = errors?.map(({ extensions }) => extensions?.code) ?? [];
      if (CHANGES[what]![who] === 'no') expect(codes).toEqual(['FORBIDDEN']);
      else expect(codes).toEqual(['NOT_FOUND']);
    });

    test('what is hidden looks like what is not there', async () => {
      const { graph } = house();
      const listed = await graph
        .as('administrator')
        .query<{ opportunities: { nodes: { id: string; owner: { code: string } }[] } }>(
          '{ opportunities(first: 200) { nodes { id owner { code } } } }',
        );
      const hidden = listed.data!.opportunities.nodes.find(({ owner }) => !agentsOf(who).includes(owner.code));
      const ask = (id: string) =>
        graph.as(PEOPLE[who]).query('query($id: ID!) { opportunity(id: $id) { id code amount { amount } } }', { id });
      if (who === 'director') expect(hidden).toBeUndefined();
      else expect(await ask(hidden!.id)).toEqual(await ask('opp-does-not-exist'));
    });
  });
}
