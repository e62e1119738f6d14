/** The number of database calls of a question about scores does not grow with the rows of its answer. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type House, openHouse } from './house.ts';
import { leastReads } from './reads.ts';
import { finished, holdSchedule, score } from './score-runs.ts';

const SELLERS = ['Sun', 'Li', 'Zheng', 'Zhou'];
const MONTHS = ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'];
const LEADERS = ['Zhao', 'Feng', 'Qian', 'Wang'];
const SIZE = 200;

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await holdSchedule(house);
  await house.deals(
    Array.from({ length: 2 * SIZE }, (_, n) => ({
      ...{ code: `D${n}`, owner: SELLERS[n % 4]!, amount: n, closedOn: `${MONTHS[n % 6]}-11`, engagedOn: '2025-08-01' },
      ...(n % 5 === 0 && { splits: { Sun: 5000, Zhou: 5000 } }),
    })),
  );
  for (const month of MONTHS) await finished(house, await score(house, month));
});
afterAll(() => house?.close());

const CARD = `score rank peers period run { revision formula { name } shards { done } }
  indicators { metric actual target attainment points credits(first: 5) { totalCount nodes { amount { amount } opportunity { id } } } }`;
/** One after the other, and again from the first: each size asks for as many, the smaller ones for some of them. */
const people = (size: number) =>
  Array.from({ length: size }, (_, n) => ({ __typename: 'Employee', id: house.person(SELLERS[n] ?? `P${n}`) }));

const QUESTIONS: [string, string, (size: number) => object][] = [
  [
    'cards of people, of a month, down to the deals',
    `query($of: [_Any!]!) { _entities(representations: $of) { ... on Employee { scorecard(period: "2026-02") { ${CARD} } } } }`,
    (size) => ({ of: people(size) }),
  ],
  [
    'latest cards of people with their place in a unit',
    `query($of: [_Any!]!, $unit: ID!) { _entities(representations: $of) { ... on Employee {
      scorecard { score rank(within: $unit) peers(within: $unit) } } } }`,
    (size) => ({ of: people(size), unit: house.unit('East') }),
  ],
  [
    "cards of leaders' units",
    `query($of: [_Any!]!) { _entities(representations: $of) { ... on LeaderProfile {
      scorecards { score rank peers } then: scorecards(period: "2026-02") { score } } } }`,
    (size) => ({
      of: Array.from({ length: size }, (_, n) => ({
        __typename: 'LeaderProfile',
        id: house.person(LEADERS[n] ?? `L${n}`),
      })),
    }),
  ],
  [
    'the leaderboard',
    'query($first: Int) { leaderboard(period: "2026-02", first: $first) { totalCount nodes { rank value score employee { id } } } }',
    (first) => ({ first }),
  ],
  [
    'periods with their runs',
    `query($first: Int) { periods(first: $first) { totalCount nodes { month state currentRun { id shards { done } formulas { name } }
      activeRun { id } runs(first: 2) { totalCount nodes { revision } } adjustments { totalCount } } } }`,
    (first) => ({ first }),
  ],
  [
    'formulas',
    'query($first: Int) { formulas(first: $first) { totalCount nodes { name indicators { cap } } } }',
    (first) => ({ first }),
  ],
];

test.each(QUESTIONS)('for %s', async (_, document, variables) => {
  const reads = (size: number) => leastReads(house, () => house.answer('administrator', document, variables(size)));
  const few = await reads(2);
  expect(few).toBeGreaterThan(0);
  expect([await reads(10), await reads(SIZE)]).toEqual([few, few]);
  expect(few).toBeLessThan(15);
});
