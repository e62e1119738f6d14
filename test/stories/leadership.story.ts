/** Leaders through the one graph: who leads and how well, and how the next one is chosen beside the figures of candidates. */
import { describe, expect, test } from '@jest/globals';
import { AGENTS, PEOPLE } from './company.ts';
import type { CrmHouse } from './crm/crm-house.ts';
import { cardsOf } from './crm/recalculation.ts';

const TEAM = PEOPLE.leader;

interface Profile {
  units: { code: string }[];
  directReports: number;
  tenureDays: number;
  openingsWon: object[] | null;
  scorecards: { score: string; unit: { code: string } }[];
}

interface Opening {
  id: string;
  version: number;
  state: string;
  candidates: {
    employee: { code: string; scorecard: { score: string } | null };
    result: { score: string | null; rank: number | null } | null;
  }[];
}

/** Hundredths as the graph shows them. */
const shown = (hundredths: number | null) => hundredths !== null && (hundredths / 100).toFixed(2);

export function leadershipStory(house: () => CrmHouse): void {
  const ask = async <T>(who: string, document: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const { data, errors } = await house().graph.as(who).query<T>(document, variables);
    expect(errors).toBeUndefined();
    return data as T;
  };
  const idOf = async (code: string) =>
    (await ask<{ employee: { id: string } }>('administrator', `{ employee(code: "${code}") { id } }`)).employee.id;

  describe("a leader's profile", () => {
    const profileOf = async (who: string, code: string) =>
      (
        await ask<{ employee: { leaderProfile: Profile | null } }>(
          who,
          `query($code: String!, $period: Month) { employee(code: $code) { leaderProfile {
            units { code } directReports tenureDays openingsWon { id } scorecards(period: $period) { score unit { code } } } } }`,
          { code, period: house().months[0] },
        )
      ).employee.leaderProfile;

    test('joins what organization knows with the card of the unit', async () => {
      const team = house().crm.agents.filter((agent) => agent.team === TEAM);
      const { teams } = cardsOf(house().crm, house().months[0]!);
      const score = shown(teams.find(({ subject }) => subject === TEAM)!.score);
      const profile = await profileOf(PEOPLE.director, TEAM);
      expect(profile).toMatchObject({ units: [{ code: TEAM }], directReports: team.length, openingsWon: [] });
      expect(profile!.tenureDays).toBeGreaterThan(365);
      expect(profile!.scorecards).toEqual([{ score, unit: { code: TEAM } }]);
    });

    test('shows figures only within reach, and is none of somebody who never leads', async () => {
      expect(await profileOf(PEOPLE.leader, TEAM)).toMatchObject({ scorecards: [{ unit: { code: TEAM } }] });
      expect(await profileOf(PEOPLE.deputy, TEAM)).toMatchObject({ units: [{ code: TEAM }], scorecards: [] });
      expect(await profileOf(PEOPLE.engineer, TEAM)).toMatchObject({ openingsWon: null, scorecards: [] });
      expect(await profileOf(PEOPLE.director, AGENTS.self)).toBeNull();
    });
  });

  test('a leader is chosen by several assessors beside the figures, and not appointed while another one leads', async () => {
    const fields = `id version state candidates { employee { code scorecard(period: "${house().months[0]}") { score } } result { score rank } }`;
    let opening: Opening;
    const change = async (who: string, field: string, type: string, more: object = {}) => {
      const known = opening && {
        openingId: opening.id,
        ...(type !== 'AssessCandidateInput' && { expectedVersion: opening.version }),
      };
      const document = `mutation($input: ${type}!) { result: ${field}(input: $input) { ${fields} } }`;
      opening = (await ask<{ result: Opening }>(who, document, { input: { ...known, ...more } })).result;
    };
    const [first, second] = await Promise.all([idOf(AGENTS.self), idOf(AGENTS.mate)]);
    const { unit } = await ask<{ unit: { id: string } }>('administrator', `{ unit(code: "${TEAM}") { id } }`);
    const criteria = [
      { key: 'RESULTS', name: 'Results', weightBp: 6000 },
      { key: 'PEOPLE', name: 'People', weightBp: 4000 },
    ];
    await change(PEOPLE.director, 'createOpening', 'CreateOpeningInput', {
      ...{ unitId: unit.id, role: 'TEAM_LEADER', neededFrom: '2030-01-01', reason: 'SOON_VACANT', criteria },
      headline: 'Leads the team on',
    });
    await change(PEOPLE.regional, 'publishOpening', 'OpeningInput');
    for (const employeeId of [first, second]) {
      await change(PEOPLE.regional, 'nominateCandidate', 'NominateCandidateInput', { employeeId, why: 'able' });
    }
    const marks = (results: number, people: number) => [
      { criterion: 'RESULTS', mark: results, comment: 'figures' },
      { criterion: 'PEOPLE', mark: people, comment: 'talks' },
    ];
    const given = [
      [PEOPLE.director, first, marks(90, 60)],
      [PEOPLE.regional, first, marks(85, 61)],
      [PEOPLE.director, second, marks(70, 90)],
      [PEOPLE.regional, second, marks(72, 91)],
    ] as const;
    for (const [who, employeeId, some] of given) {
      await change(who, 'assessCandidate', 'AssessCandidateInput', { employeeId, marks: some });
    }
    const { agents } = cardsOf(house().crm, house().months[0]!);
    const cardOf = (code: string) => ({ score: shown(agents.find(({ subject }) => subject === code)!.score) });
    // 0.6 x 87.5 + 0.4 x 60.5 and 0.6 x 71 + 0.4 x 90.5
    expect(opening!.candidates).toEqual([
      { employee: { code: AGENTS.self, scorecard: cardOf(AGENTS.self) }, result: { score: '76.70', rank: 2 } },
      { employee: { code: AGENTS.mate, scorecard: cardOf(AGENTS.mate) }, result: { score: '78.80', rank: 1 } },
    ]);
    await change(PEOPLE.regional, 'shortlistCandidate', 'CandidateInput', { employeeId: second });
    await change(PEOPLE.regional, 'closeShortlist', 'OpeningInput');
    await change(PEOPLE.regional, 'decideOpening', 'CandidateReasonInput', { employeeId: second, reason: 'ahead' });
    const { errors } = await house()
      .graph.as(PEOPLE.regional)
      .query('mutation($input: AppointLeaderInput!) { appointLeader(input: $input) { id } }', {
        input: { openingId: opening!.id, expectedVersion: opening!.version, from: '2030-01-01' },
      });
    expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', fields: [{ field: 'from' }] } }]);
    expect(errors![0]!.message).toContain(`${TEAM} leads the unit`);
    // Neighbours, and who is of the team, see nothing of it.
    const look = 'query($id: ID!) { opening(id: $id) { code } }';
    expect(await ask(PEOPLE.deputy, look, { id: opening!.id })).toEqual({ opening: null });
    const refused = await house().graph.as(PEOPLE.engineer).query(look, { id: opening!.id });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    await change(PEOPLE.director, 'cancelOpening', 'OpeningReasonInput', { reason: 'she stays' });
    expect(opening!.state).toBe('CANCELLED');
  });
}
