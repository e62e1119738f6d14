/** Who sees whose cards: the same question asked by each role, the answers written down by hand. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idFromCode } from '@salesgraph/service-kit';
import { type House, openHouse } from './house.ts';
import { leastReads } from './reads.ts';
import { finished, holdSchedule, score } from './score-runs.ts';

const MONTH = '2026-02';
const SELLERS = ['Li', 'Sun', 'Zheng', 'Zhou'];
const UNITS = ['COMPANY', 'East', 'East One', 'East Two', 'SALES', 'West', 'West One'];

/** Who leads which unit. */
const LEADERS = { Wang: 'SALES', Zhao: 'East', Qian: 'East One', Wu: 'East Two', Feng: 'West' };

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await holdSchedule(house);
  await house.deals(SELLERS.map((owner) => ({ code: `D ${owner}`, owner, amount: 100, closedOn: '2026-02-10' })));
  await finished(house, await score(house, MONTH));
});
afterAll(() => house?.close());

/** Whose cards each sees, and which units'. */
const SEES: Record<string, [people: string[], units: string[]]> = {
  administrator: [SELLERS, UNITS],
  Wang: [SELLERS, UNITS],
  Zhao: [
    ['Li', 'Sun', 'Zheng'],
    ['East', 'East One', 'East Two'],
  ],
  Feng: [['Zhou'], ['West', 'West One']],
  Qian: [['Li', 'Sun'], ['East One']],
  Wu: [['Zheng'], ['East Two']],
  Sun: [['Sun'], []],
  Zhou: [['Zhou'], []],
  Chen: [[], []],
  importer: [[], []],
};

const CARDS = `query($people: [_Any!]!, $units: [_Any!]!) {
  people: _entities(representations: $people) { ... on Employee { id scorecard(period: "${MONTH}") { id rank } } }
  units: _entities(representations: $units) { ... on OrgUnit { id scorecard { id peers } } } }`;
interface Card {
  id: string;
  scorecard: { id: string } | null;
}
const cards = (caller: string) =>
  house.answer<{ people: Card[]; units: Card[] }>(caller, CARDS, {
    people: SELLERS.map((code) => ({ __typename: 'Employee', id: house.person(code) })),
    units: UNITS.map((code) => ({ __typename: 'OrgUnit', id: house.unit(code) })),
  });

describe.each(Object.entries(SEES))('%s', (caller, [people, units]) => {
  test('sees the cards in reach and no other', async () => {
    const seen = await cards(caller);
    const withCard = (rows: Card[], names: string[]) => names.filter((_, place) => rows[place]!.scorecard !== null);
    expect(withCard(seen.people, SELLERS)).toEqual(people);
    expect(withCard(seen.units, UNITS)).toEqual(units);
  });

  test('sees the cards of those who lead units in reach and no other', async () => {
    const { _entities } = await house.answer<{ _entities: { scorecards: { unit: { id: string } }[] | null }[] }>(
      caller,
      `query($of: [_Any!]!) { _entities(representations: $of) { ... on LeaderProfile {
        scorecards(period: "${MONTH}") { unit { id } } } } }`,
      { of: Object.keys(LEADERS).map((code) => ({ __typename: 'LeaderProfile', id: house.person(code) })) },
    );
    expect(_entities.map(({ scorecards }) => (scorecards ?? []).map(({ unit }) => unit.id))).toEqual(
      Object.values(LEADERS).map((unit) => (units.includes(unit) ? [house.unit(unit)] : [])),
    );
  });

  test('finds no other card by its id either', async () => {
    const all = await cards('administrator');
    const ids = [...all.people, ...all.units].map(({ scorecard }) => scorecard!.id);
    const { _entities } = await house.answer<{ _entities: ({ id: string } | null)[] }>(
      caller,
      'query($of: [_Any!]!) { _entities(representations: $of) { ... on Scorecard { id score } } }',
      { of: ids.map((id) => ({ __typename: 'Scorecard', id })) },
    );
    expect(_entities.filter((entity) => entity !== null)).toHaveLength(people.length + units.length);
  });
});

test('a hidden card looks like one that is not there, and takes the same number of calls', async () => {
  const document = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Employee { scorecard(period: "${MONTH}") { score } } } }`;
  const ask = async (id: string) => {
    const question = () => house.answer('Sun', document, { of: [{ __typename: 'Employee', id }] });
    return { answer: await question(), reads: await leastReads(house, question) };
  };
  expect(await ask(house.person('Zhou'))).toEqual(await ask(house.person('Nobody')));
});

test('of the deals that a card rests on those out of reach are not named', async () => {
  const document = `query($of: [_Any!]!) { _entities(representations: $of) {
    ... on OrgUnit { scorecard(period: "${MONTH}") { indicators { credits { totalCount nodes { opportunity { id } } } } } } } }`;
  interface Card {
    scorecard: { indicators: { credits: { totalCount: number; nodes: { opportunity: { id: string } | null }[] } }[] };
  }
  const dealsOf = async (caller: string) => {
    const of = [{ __typename: 'OrgUnit', id: house.unit('West One') }];
    const { _entities } = await house.answer<{ _entities: Card[] }>(caller, document, { of });
    const { totalCount, nodes } = _entities[0]!.scorecard.indicators[0]!.credits;
    return [totalCount, nodes.map(({ opportunity }) => opportunity?.id ?? null)];
  };
  // Zhou won the deal in West One and sells in East Two by now.
  await house.move('Zhou', 'West One', 'East Two', '2026-03-01');
  expect(await dealsOf('Feng')).toEqual([1, [null]]);
  expect(await dealsOf('Wang')).toEqual([1, [idFromCode('opp', 'D Zhou')]]);
  await house.move('Zhou', 'West One', 'West One', '2026-03-01');
});

test('what a revision changed is told to each as far as they may see it', async () => {
  await house.deals([{ code: 'LATE', owner: 'Zhou', amount: 500, closedOn: '2026-02-20' }]);
  await house.targets([
    { month: MONTH, subjectKind: 'EMPLOYEE', subjectCode: 'Zhou', metric: 'SALES_AMOUNT', target: '1000' },
  ]);
  const { id, changes } = await finished(house, await score(house, MONTH));
  const zhou = changes.nodes.find(({ employee }) => employee?.id === house.person('Zhou'));
  expect(zhou).toMatchObject({ scoreBefore: null, scoreAfter: '60.00', rankBefore: null, rankAfter: 1 });
  const document = 'query($id: ID!) { scoreRun(id: $id) { state changes { nodes { employee { id } unit { id } } } } }';
  const seen = async (caller: string) => {
    type Seen = {
      scoreRun: { changes: { nodes: { employee: { id: string } | null; unit: { id: string } | null }[] } };
    };
    const { scoreRun } = await house.answer<Seen>(caller, document, { id });
    return scoreRun.changes.nodes.map(({ employee, unit }) => employee?.id ?? unit?.id).sort();
  };
  expect(await seen('Zhou')).toEqual([house.person('Zhou')]);
  expect(await seen('Sun')).toEqual([]);
  expect(await seen('Feng')).toEqual([house.person('Zhou'), house.unit('West'), house.unit('West One')].sort());
});

test.each(['Zhao', 'Sun', 'importer'])('%s can neither score nor lock a month', async (caller) => {
  for (const field of ['scorePeriod', 'lockPeriod']) {
    expect(await house.refusal(caller, `mutation { ${field}(period: "${MONTH}") { id } }`)).toBe('FORBIDDEN');
  }
});
