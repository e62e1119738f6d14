/** Somebody as a leader: what is open to everybody, and what is not. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changesOf, inUnit, mutation } from './changes.ts';
import { type House, personId, TODAY, unitId } from './house.ts';
import { marksOf, openLeadershipHouse } from './leadership.ts';

let house: House;
let openings: Omit<Awaited<ReturnType<typeof openLeadershipHouse>>, 'house'>;

beforeAll(async () => {
  ({ house, ...openings } = await openLeadershipHouse());
  const { newPerson, newUnit } = changesOf(house);
  // Qin led West Two once and was appointed to it again, is in for West One, and could follow in West.
  await newUnit('West Two');
  await newPerson('Qin', [
    inUnit('West Two', { role: 'TEAM_LEADER', leader: true, from: '2020-01-01', to: '2021-01-01' }),
    inUnit('East Two', { from: '2021-01-01' }),
  ]);
  const won = await openings.decidedFor('Qin', 'West Two', { neededFrom: '2026-05-01' });
  await openings.change('Wang', 'appointLeader', won.id, { from: TODAY });
  const { id } = await openings.published(['Qin', 'Sun'], 'West One');
  for (const who of ['Wang', 'Deng']) await openings.assess(who, id, 'Qin', marksOf(90, 90));
  const successor = { employeeId: personId('Qin'), readiness: 'IN_ONE_YEAR', note: 'numbers', reviewedOn: TODAY };
  const ready = { ...successor, employeeId: personId('Sun'), readiness: 'READY_NOW' };
  const plan = { unitId: unitId('West'), role: 'REGIONAL_MANAGER', successors: [ready, successor] };
  await house.answer('Wang', mutation('planSuccession', 'id'), { input: plan });
});
afterAll(() => house?.close());

const PROFILE = `id employee { code } positions { unit { code } role from to days } units { code } directReports tenureDays
  openingsWon { unit { code } state } assessmentResults { opening { unit { code } } state result { score rank } }
  successionPlaces { plan { unit { code } role } place readiness }`;
const profileOf = async (caller: string, code: string) =>
  (
    await house.answer<{ employee: { leaderProfile: Record<string, unknown> | null } }>(
      caller,
      `query($code: String!) { employee(code: $code) { leaderProfile { ${PROFILE} } } }`,
      { code },
    )
  ).employee.leaderProfile;

test('a profile tells what was led, for how long, and what came of openings', async () => {
  expect(await profileOf('Wang', 'Qin')).toEqual({
    ...{ id: personId('Qin'), employee: { code: 'Qin' }, units: [{ code: 'West Two' }], directReports: 0 },
    positions: [
      { unit: { code: 'West Two' }, role: 'TEAM_LEADER', from: '2020-01-01', to: '2021-01-01', days: 366 },
      { unit: { code: 'West Two' }, role: 'TEAM_LEADER', from: TODAY, to: null, days: 1 },
    ],
    tenureDays: 367,
    openingsWon: [{ unit: { code: 'West Two' }, state: 'FILLED' }],
    assessmentResults: [
      { opening: { unit: { code: 'West One' } }, state: 'NOMINATED', result: { score: '90.00', rank: 1 } },
      { opening: { unit: { code: 'West Two' } }, state: 'SHORTLISTED', result: { score: '77.50', rank: 1 } },
    ],
    successionPlaces: [
      { plan: { unit: { code: 'West' }, role: 'REGIONAL_MANAGER' }, place: 2, readiness: 'IN_ONE_YEAR' },
    ],
  });
  expect(await profileOf('Wang', 'Zhao')).toMatchObject({
    units: [{ code: 'East' }],
    directReports: 2,
    openingsWon: [],
  });
});

test('who never leads has none, and a reference to one finds none', async () => {
  expect(await profileOf('Wang', 'Sun')).toBeNull();
  const document =
    'query($of: [_Any!]!) { _entities(representations: $of) { ... on LeaderProfile { id tenureDays } } }';
  const of = ['Qin', 'Sun', 'Nobody'].map((code) => ({ __typename: 'LeaderProfile', id: personId(code) }));
  expect(await house.answer('Sun', document, { of })).toEqual({
    _entities: [{ id: personId('Qin'), tenureDays: 367 }, null, null],
  });
});

/** Caller: sees the openings won, the assessments (of West One, of West Two) and the places on benches; null where refused. */
const TABLE: [string, string[] | null, string[] | null, string[] | null][] = [
  ['administrator', ['West Two'], ['West One', 'West Two'], ['West']],
  ['importer', null, null, null],
  ['Wang', ['West Two'], ['West One', 'West Two'], ['West']],
  ['Deng', ['West Two'], null, ['West']],
  ['Shen', ['West Two'], null, ['West']],
  ['Feng', ['West Two'], ['West One', 'West Two'], ['West']],
  ['Zhao', [], [], []],
  ['Qian', null, null, null],
  ['Zheng', null, null, null],
  ['Chen', null, null, null],
  ['Qin', null, null, null],
];

describe.each(TABLE)('%s', (caller, won, assessed, places) => {
  test('sees of a profile what is in reach', async () => {
    const profile = (await profileOf(caller, 'Qin')) as {
      positions: unknown[];
      openingsWon: { unit: { code: string } }[] | null;
      assessmentResults: { opening: { unit: { code: string } } }[] | null;
      successionPlaces: { plan: { unit: { code: string } } }[] | null;
    };
    expect(profile.positions).toHaveLength(2);
    expect(profile.openingsWon?.map(({ unit }) => unit.code) ?? null).toEqual(won);
    expect(profile.assessmentResults?.map(({ opening }) => opening.unit.code) ?? null).toEqual(assessed);
    expect(profile.successionPlaces?.map(({ plan }) => plan.unit.code) ?? null).toEqual(places);
  });
});

test('who is in for the same position does not see what assessors found of a rival', async () => {
  const { openings: list } = await house.answer<{ openings: { nodes: { id: string }[] } }>(
    'Wang',
    '{ openings(states: [OPEN]) { nodes { id } } }',
  );
  await openings.change('Wang', 'nominateCandidate', list.nodes[0]!.id, { employeeId: personId('Feng'), why: 'able' });
  const { assessmentResults } = (await profileOf('Feng', 'Qin')) as { assessmentResults: { opening: object }[] };
  expect(assessmentResults.map(({ opening }) => opening)).toEqual([{ unit: { code: 'West Two' } }]);
});
