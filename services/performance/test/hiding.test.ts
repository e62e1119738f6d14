/** What is hidden looks like what is absent: the same answer, and the same number of database calls. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { tracesOf } from '@salesgraph/testing';
import { type House, openHouse } from './house.ts';
import { finished, holdSchedule, score } from './score-runs.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await holdSchedule(house);
  await house.deals([
    { code: 'D1', owner: 'Zhou', amount: 100, closedOn: '2026-02-10', splits: { Zhou: 5_000, Feng: 5_000 } },
    { code: 'D2', owner: 'Sun', amount: 100, closedOn: '2026-02-10' },
  ]);
  const target = (subjectKind: string, subjectCode: string) => ({
    ...{ subjectKind, subjectCode, metric: 'SALES_AMOUNT', month: '2026-02', target: '100' },
  });
  await house.targets([target('EMPLOYEE', 'Zhou'), target('UNIT', 'West')]);
  await finished(house, await score(house, '2026-02'));
});
afterAll(() => house?.close());

const entity = (typename: string, fields: string) =>
  `query($id: ID!) { _entities(representations: [{ __typename: "${typename}", id: $id }]) { ... on ${typename} { ${fields} } } }`;
const statistics = (
  filter: string,
) => `query($id: ID!) { salesStatistics(from: "2026-01", to: "2026-03", by: [EMPLOYEE], filter: { ${filter} }) {
  totalCount nodes { wonCount employee { id } } pageInfo { hasNextPage endCursor } } }`;
const CARD = 'scorecard(period: "2026-02") { score }';

test.each<[string, string, string, 'person' | 'unit']>([
  ['the scorecard of a person', 'Qian', entity('Employee', CARD), 'person'],
  ['the latest scorecard of a person', 'Sun', entity('Employee', 'scorecard { score }'), 'person'],
  ['the scorecard of a unit', 'Qian', entity('OrgUnit', CARD), 'unit'],
  ['the targets of a person', 'Qian', entity('Employee', 'targets(month: "2026-02") { value }'), 'person'],
  ['the targets of a unit', 'Qian', entity('OrgUnit', 'targets(month: "2026-02") { value }'), 'unit'],
  [
    'targets in a list',
    'Qian',
    'query($id: ID!) { targets(filter: { subjects: [$id] }) { totalCount nodes { value } } }',
    'person',
  ],
  ['the statistics of a person', 'Qian', statistics('employees: [$id]'), 'person'],
  ['the statistics of a person, asked by a neighbour', 'Sun', statistics('employees: [$id]'), 'person'],
  ['the statistics of a unit', 'Qian', statistics('unit: $id'), 'unit'],
  [
    'a target of a person',
    'Zhao',
    `mutation($id: ID!) { setTarget(input: { subjectKind: EMPLOYEE, subjectId: $id, metric: "SALES_AMOUNT", month: "2026-02", value: "1", expectedVersion: 9 }) { id } }`,
    'person',
  ],
  [
    'a target of a unit',
    'Zhao',
    `mutation($id: ID!) { setTarget(input: { subjectKind: UNIT, subjectId: $id, metric: "SALES_AMOUNT", month: "2026-02", value: "1", expectedVersion: 9 }) { id } }`,
    'unit',
  ],
])('%s', async (_, caller, document, kind) => {
  const { hidden, absent } = await tracesOf(house.service, caller, document, {
    hidden: { id: kind === 'person' ? house.person('Zhou') : house.unit('West') },
    absent: { id: 'none' },
  });
  expect(hidden).toEqual(absent);
});
