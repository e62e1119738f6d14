/** Targets through the graph: set, read, refused, and taken over from another system. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse } from './house.ts';
import { finished, score } from './score-runs.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

interface Target {
  id: string;
  value: string;
  version: number;
  month: string;
  metric: string;
  updatedBy: string;
  employee: { id: string } | null;
  unit: { id: string } | null;
}
const FIELDS = 'id value version month metric updatedBy subjectKind employee { id } unit { id }';
const SET = `mutation($input: SetTargetInput!) { target: setTarget(input: $input) { ${FIELDS} } }`;
const SET_MANY = `mutation($input: SetTargetsInput!) { targets: setTargets(input: $input) { ${FIELDS} } }`;

const input = (fields: object = {}) => ({
  subjectKind: 'EMPLOYEE',
  subjectId: house.person('Sun'),
  metric: 'SALES_AMOUNT',
  month: '2026-01',
  value: '30000',
  ...fields,
});
const set = async (fields: object, caller = 'Wang') =>
  (await house.answer<{ target: Target }>(caller, SET, { input: input(fields) })).target;
const list = async (caller: string, filter: object) =>
  (
    await house.answer<{ targets: { totalCount: number; nodes: Target[] } }>(
      caller,
      `query($filter: TargetFilter) { targets(filter: $filter, first: 200) { totalCount nodes { ${FIELDS} } } }`,
      { filter },
    )
  ).targets;

describe('a target', () => {
  test('is set for the first time, then anew at the version that was read', async () => {
    const first = await set({ value: '30000.50' });
    expect(first).toMatchObject({ value: '30000.5', version: 1, updatedBy: 'Wang', unit: null });
    expect(first.employee).toEqual({ id: house.person('Sun') });
    const second = await set({ value: '31000', expectedVersion: 1 }, 'Zhao');
    expect(second).toMatchObject({ id: first.id, value: '31000', version: 2, updatedBy: 'Zhao' });
    for (const expectedVersion of [null, 1, 3]) {
      expect(await house.refusal('Wang', SET, { input: input({ value: '1', expectedVersion }) })).toBe(
        'CONFLICT expectedVersion',
      );
    }
    const other = input({ month: '2026-02', expectedVersion: 1 });
    expect(await house.refusal('Wang', SET, { input: other })).toBe('CONFLICT expectedVersion');
    expect((await list('Wang', { subjects: [house.person('Sun')] })).nodes).toEqual([second]);
  });

  test('that is set by a repeated call is set once', async () => {
    const call = { month: '2026-03', idempotencyKey: 'k1' };
    const first = await set(call);
    expect(await set(call)).toEqual(first);
    expect(await house.refusal('Wang', SET, { input: input({ ...call, value: '5' }) })).toBe(
      'BAD_USER_INPUT idempotencyKey',
    );
    const both = await Promise.all([1, 2, 3].map(() => set({ month: '2026-04', idempotencyKey: 'k2' })));
    expect(both.map(({ version }) => version)).toEqual([1, 1, 1]);
  });

  test('is set by one of two who read the same version', async () => {
    await set({ month: '2026-05' });
    const outcomes = await Promise.all(
      ['1', '2'].map((value) =>
        house.refusal('Wang', SET, { input: input({ month: '2026-05', value, expectedVersion: 1 }) }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.startsWith('taken'))).toHaveLength(1);
    expect(outcomes).toContain('CONFLICT expectedVersion');
  });

  test.each<[object, string]>([
    [{ value: '-1' }, 'value'],
    [{ value: '1.005' }, 'value'],
    [{ metric: 'WIN_RATE', value: '60' }, 'value'],
    [{ metric: 'MARKET_SHARE', value: '0.1' }, 'metric'],
    [{ subjectId: 'nobody' }, 'subjectId'],
    [{ subjectKind: 'UNIT' }, 'subjectId'],
    [{ subjectId: 'nobody', value: '-1' }, 'value subjectId'],
    [{ idempotencyKey: '' }, 'idempotencyKey'],
  ])('with %j is refused and nothing is set', async (fields, fault) => {
    const wrong = { input: input({ month: '2026-06', ...fields }) };
    expect(await house.refusal('Wang', SET, wrong)).toBe(`BAD_USER_INPUT ${fault}`);
    expect(await list('Wang', { from: '2026-06', to: '2026-06' })).toEqual({ totalCount: 0, nodes: [] });
  });
});

describe('several targets', () => {
  const targets = () =>
    ['Sun', 'Li'].map((name) => ({ ...input({ month: '2026-07' }), subjectId: house.person(name) }));

  test('are set together, or none of them', async () => {
    const call = { targets: targets(), idempotencyKey: 'many' };
    const first = await house.answer<{ targets: Target[] }>('Zhao', SET_MANY, { input: call });
    expect(first.targets.map(({ employee, version }) => [employee?.id, version])).toEqual([
      [house.person('Sun'), 1],
      [house.person('Li'), 1],
    ]);
    expect(await house.answer('Zhao', SET_MANY, { input: call })).toEqual(first);
    const [sun, li] = targets();
    const later = [
      { ...sun, month: '2026-08' },
      { ...li, month: '2026-08', expectedVersion: 4 },
    ];
    expect(await house.refusal('Zhao', SET_MANY, { input: { targets: later } })).toBe(
      'CONFLICT targets.1.expectedVersion',
    );
    expect(await house.refusal('Zhao', SET_MANY, { input: { targets: [later[0], later[0]] } })).toBe(
      'BAD_USER_INPUT targets.1.metric',
    );
    expect(await house.refusal('Zhao', SET_MANY, { input: { targets: [] } })).toBe('BAD_USER_INPUT targets');
    expect((await list('Wang', { from: '2026-08' })).totalCount).toBe(0);
  });
});

describe('an import of targets', () => {
  const row = (fields: object = {}) => ({
    subjectKind: 'EMPLOYEE',
    subjectCode: 'Zhou',
    month: '2017-03',
    metric: 'SALES_AMOUNT',
    target: '30000',
    ...fields,
  });
  interface Result {
    rows: { outcome: string; code: string; faults: Fault[]; warnings: Fault[] }[];
    [count: string]: unknown;
  }
  interface Fault {
    field: string;
    code: string;
  }
  const FAULT = '{ field message code }';
  const COUNTS = 'accepted created updated unchanged rejected warnings';
  const IMPORT = `mutation($rows: [TargetRow!]!) { result: importTargets(rows: $rows) { ${COUNTS}
    rows { index code outcome faults ${FAULT} warnings ${FAULT} } } }`;
  const take = async (rows: object[]) => (await house.answer<{ result: Result }>('importer', IMPORT, { rows })).result;

  test('creates, leaves alone and changes, and says which', async () => {
    const rows = [
      row(),
      row({ subjectKind: 'UNIT', subjectCode: 'West' }),
      row({ metric: 'WIN_RATE', target: '0.60' }),
    ];
    expect(await take(rows)).toMatchObject({ accepted: 3, created: 3, rejected: 0, warnings: 0 });
    const before = await list('Wang', { from: '2017-01', to: '2017-12' });
    expect(before.nodes.map(({ value, version }) => [value, version]).sort()).toEqual([
      ['0.6', 1],
      ['30000', 1],
      ['30000', 1],
    ]);
    expect(await take([...rows, ...rows])).toMatchObject({ accepted: 6, unchanged: 6 });
    expect(await take([row({ target: '30000.00' })])).toMatchObject({ unchanged: 1 });
    expect(await list('Wang', { from: '2017-01', to: '2017-12' })).toEqual(before);
    expect(await take([row({ target: '31000' })])).toMatchObject({ updated: 1 });
  });

  test('rejects bad rows with their reasons and takes the others', async () => {
    const result = await take([
      row({ subjectCode: 'Nobody' }),
      row({ subjectKind: 'UNIT' }),
      row({ metric: 'sales amount' }),
      row({ target: '1.005' }),
      row({ metric: 'KUDOS', target: '3' }),
      row({ metric: 'KUDOS', target: '4' }),
    ]);
    expect(
      result.rows.map(({ outcome, faults }) => [outcome, ...faults.map(({ field, code }) => `${field} ${code}`)]),
    ).toEqual([
      ['REJECTED', 'subjectCode UNKNOWN_REFERENCE'],
      ['REJECTED', 'subjectCode UNKNOWN_REFERENCE'],
      ['REJECTED', 'metric BAD_VALUE'],
      ['REJECTED', 'target BAD_VALUE'],
      ['CREATED'],
      ['REJECTED', 'target DUPLICATE'],
    ]);
    expect(result.rows[4]!.warnings).toMatchObject([{ field: 'metric', code: 'NO_FACTS' }]);
    expect(result).toMatchObject({ accepted: 1, created: 1, rejected: 5, warnings: 1 });
  });

  test('takes 500 rows at most, from those who may import', async () => {
    const rows = Array.from({ length: 501 }, () => row());
    expect(await house.refusal('importer', IMPORT, { rows })).toBe('BAD_USER_INPUT rows');
    expect(await house.refusal('Wang', IMPORT, { rows: [] })).toBe('FORBIDDEN');
  });

  test('that meets itself ends as if it had been alone', async () => {
    const rows = Array.from({ length: 12 }, (_, n) => row({ month: `2018-${String(n + 1).padStart(2, '0')}` }));
    const results = await Promise.all([take(rows), take(rows), take(rows)]);
    for (const result of results) expect(result).toMatchObject({ accepted: 12, rejected: 0 });
    expect(results.reduce((sum, { created }) => sum + Number(created), 0)).toBe(12);
    expect((await list('Wang', { from: '2018-01', to: '2018-12' })).nodes.every(({ version }) => version === 1)).toBe(
      true,
    );
  });
});

describe('the list', () => {
  test('is paged by month without losing or repeating one', async () => {
    const document = `query($after: String) { targets(first: 4, after: $after) {
      totalCount nodes { id month } pageInfo { hasNextPage endCursor } } }`;
    type Answer = {
      targets: {
        totalCount: number;
        nodes: { id: string; month: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    const seen: { id: string; month: string }[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { targets }: Answer = await house.answer<Answer>('Wang', document, { after });
      seen.push(...targets.nodes);
      ({ endCursor: after, hasNextPage: more } = targets.pageInfo);
      if (!more) expect(targets.totalCount).toBe(seen.length);
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.map(({ month }) => month)).toEqual(seen.map(({ month }) => month).sort());
    expect(seen.length).toBeGreaterThan(8);
  });

  test('of a person or a unit is in the order of the metrics', async () => {
    await set({ month: '2026-09', metric: 'WIN_RATE', value: '0.5' });
    await set({ month: '2026-09' });
    await set({ month: '2026-09', subjectKind: 'UNIT', subjectId: house.unit('East') });
    const { _entities } = await house.answer<{ _entities: { targets: { metric: string }[] }[] }>(
      'Wang',
      `query($of: [_Any!]!) { _entities(representations: $of) {
        ... on Employee { targets(month: "2026-09") { metric } } ... on OrgUnit { targets(month: "2026-09") { metric } } } }`,
      {
        of: [
          { __typename: 'Employee', id: house.person('Sun') },
          { __typename: 'Employee', id: house.person('Li') },
          { __typename: 'OrgUnit', id: house.unit('East') },
        ],
      },
    );
    expect(_entities.map(({ targets }) => targets.map(({ metric }) => metric))).toEqual([
      ['SALES_AMOUNT', 'WIN_RATE'],
      [],
      ['SALES_AMOUNT'],
    ]);
  });
});

test('a month whose scores are final takes no other targets', async () => {
  const month = '2015-03';
  const row = { subjectKind: 'EMPLOYEE', subjectCode: 'Sun', month, metric: 'SALES_AMOUNT', target: '100' };
  await house.targets([row]);
  await finished(house, await score(house, month));
  await house.answer('Wang', 'mutation($month: Month!) { lockPeriod(period: $month) { state } }', { month });

  expect(await house.refusal('Wang', SET, { input: input({ month, expectedVersion: 1 }) })).toBe('PERIOD_LOCKED month');
  const { result } = await house.answer<{ result: { rows: { outcome: string; faults: { code: string }[] }[] } }>(
    'importer',
    'mutation($rows: [TargetRow!]!) { result: importTargets(rows: $rows) { rows { outcome faults { code } } } }',
    { rows: [row, { ...row, metric: 'DEALS_WON' }, { ...row, subjectCode: 'Li', target: '200' }] },
  );
  expect(result.rows).toEqual([
    { outcome: 'UNCHANGED', faults: [] },
    { outcome: 'REJECTED', faults: [{ code: 'PERIOD_LOCKED' }] },
    { outcome: 'REJECTED', faults: [{ code: 'PERIOD_LOCKED' }] },
  ]);
  expect((await list('Wang', { from: month, to: month })).nodes).toMatchObject([{ value: '100', version: 1 }]);
});
