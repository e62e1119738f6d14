/** The number of database calls of a question about leadership does not grow with the rows of its answer. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mutation } from './changes.ts';
import { type House, personId, TODAY, unitId } from './house.ts';
import { marksOf, OPENING, openLeadershipHouse } from './leadership.ts';

const SIZE = 200;
const places = Array.from({ length: SIZE }, (_, n) => String(n).padStart(3, '0'));

let house: House;

/** Copies of a document that was written through the graph: thousands of calls would be needed to write them all so. */
async function multiply(collection: string, filter: object, copy: (document: Doc, place: string) => object) {
  const documents = house.service.connection.collection(collection);
  const found = (await documents.find(filter).toArray()) as unknown as Doc[];
  expect(found.length).toBeGreaterThan(0);
  const copies = places.flatMap((place) =>
    found.map(({ outbox: _, requests: __, ...document }) => ({
      ...document,
      _id: `${document._id}-${place}`,
      ...copy(document as Doc, place),
    })),
  );
  await documents.insertMany(copies as never[]);
}

interface Doc {
  _id: string;
  code: string;
  openingId: string;
  candidates: object[];
  successors: object[];
  [field: string]: unknown;
}

beforeAll(async () => {
  const opened = await openLeadershipHouse();
  house = opened.house;
  await house.import(
    'importOrgUnits',
    places.map((n) => ({ code: `T${n}`, name: n, kind: 'TEAM', parentCode: 'West', from: '2016-01-01' })),
  );
  const leads = { role: 'TEAM_LEADER', primary: true, leader: true, from: '2016-01-01', to: null };
  await house.import(
    'importEmployees',
    places.map((n) => ({ code: `P${n}`, name: n, assignments: [{ unitCode: `T${n}`, ...leads }] })),
  );
  const open = await opened.published(['Sun', 'Li'], 'West One');
  for (const who of ['Wang', 'Deng', 'Feng']) {
    for (const code of ['Sun', 'Li']) await opened.assess(who, open.id, code, marksOf(80, 60));
  }
  const filled = await opened.decidedFor('Zheng', 'West One', { role: 'EMPLOYEE' });
  await opened.change('Wang', 'appointLeader', filled.id, { from: TODAY });
  const successor = (code: string) => ({ employeeId: personId(code), readiness: 'IN_ONE_YEAR', reviewedOn: TODAY });
  const plan = { unitId: unitId('West One'), role: 'TEAM_LEADER', successors: ['Sun', 'Zhou'].map(successor) };
  await house.answer('Wang', mutation('planSuccession', 'id'), { input: plan });
  await house.service.drainEvents();

  // Every team has an opening in which its leader is assessed too, one that its leader won, and a bench with its leader.
  await multiply('org_openings', { _id: open.id }, ({ code, candidates }, n) => ({
    ...{ code: `${code}-${n}`, unitId: unitId(`T${n}`) },
    candidates: [...candidates, { ...candidates[0], employeeId: personId(`P${n}`) }],
  }));
  await multiply('org_openings', { _id: filled.id }, ({ code, appointment }, n) => ({
    ...{ code: `${code}-${n}`, unitId: unitId(`T${n}`) },
    appointment: { ...(appointment as object), employeeId: personId(`P${n}`) },
  }));
  await multiply('org_assessments', { openingId: open.id }, ({ openingId }, n) => ({ openingId: `${openingId}-${n}` }));
  await multiply('org_assessments', { openingId: open.id, employeeId: personId('Sun') }, ({ _id, openingId }, n) => ({
    ...{ _id: `${_id}-${n}-leader`, openingId: `${openingId}-${n}`, employeeId: personId(`P${n}`) },
  }));
  await multiply('org_successions', {}, ({ successors }, n) => ({
    ...{ unitId: unitId(`T${n}`) },
    successors: [...successors, { ...successors[0], employeeId: personId(`P${n}`) }],
  }));
}, 60_000);
afterAll(() => house?.close());

const PROFILE = `leaderProfile { positions { unit { name } days } units { name } directReports tenureDays
  openingsWon { code unit { name } candidates { state } } assessmentResults { opening { code } result { score rank assessments { total assessor { name } } } }
  successionPlaces { place plan { unit { name } successors { employee { name } standing } } } }`;

const QUESTIONS: [string, string, (size: number) => object][] = [
  [
    'openings with candidates, results and assessments',
    `query($first: Int) { openings(states: [OPEN], first: $first) { totalCount nodes { ${OPENING} } } }`,
    (first) => ({ first }),
  ],
  [
    'openings as entities',
    `query($of: [_Any!]!) { _entities(representations: $of) { ... on Opening { ${OPENING} } } }`,
    (size) => ({ of: entities('Opening', size) }),
  ],
  [
    'units with openings and benches',
    `query($first: Int) { units(kind: TEAM, first: $first) { nodes { openings { code candidates { result { score } } }
      successionPlans { role successors { employee { name } standing note } } } } }`,
    (first) => ({ first }),
  ],
  [
    'gaps in succession',
    `query($first: Int) { successionGaps(first: $first) { totalCount nodes { unit { name } leader { name }
      plan { successors { employee { name } standing } } } } }`,
    (first) => ({ first }),
  ],
  [
    'leaders with their profiles',
    `query($first: Int) { employees(role: TEAM_LEADER, first: $first) { nodes { ${PROFILE} } } }`,
    (first) => ({ first }),
  ],
  [
    'profiles as entities',
    'query($of: [_Any!]!) { _entities(representations: $of) { ... on LeaderProfile { tenureDays openingsWon { code } } } }',
    (size) => ({ of: places.slice(0, size).map((n) => ({ __typename: 'LeaderProfile', id: personId(`P${n}`) })) }),
  ],
];

let openingIds: string[] = [];
beforeAll(async () => {
  const found = house.service.connection.collection('org_openings').find({ state: 'OPEN' });
  openingIds = (await found.toArray()).map(({ _id }) => String(_id));
});
const entities = (type: string, size: number) => openingIds.slice(0, size).map((id) => ({ __typename: type, id }));

test.each(QUESTIONS)('for %s', async (_, document, variables) => {
  const calls = async (size: number) => {
    const before = house.service.commands();
    const data = await house.answer('Wang', document, variables(size));
    return { calls: house.service.commands() - before, length: JSON.stringify(data).length };
  };
  await calls(10);
  const [few, many] = [await calls(10), await calls(SIZE)];
  expect(many.length).toBeGreaterThan(few.length * 5);
  expect(many.calls).toBe(few.calls);
  expect(many.calls).toBeLessThanOrEqual(16);
});
