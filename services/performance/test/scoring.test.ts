/** A month from its facts and targets to published cards, through the graph and with real jobs. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse } from './house.ts';
import { finished, holdSchedule, type Run, score } from './score-runs.ts';

const MONTH = '2026-02';
const CARD = `{ score rank peers period
  indicators { metric weight cap actual target attainment points } }`;

let house: House;
let run: Run;

beforeAll(async () => {
  house = await openHouse();
  await holdSchedule(house);
  const on = { closedOn: '2026-02-11', engagedOn: '2026-01-12' };
  await house.deals([
    { code: 'D1', owner: 'Sun', amount: 900, ...on },
    { code: 'D2', owner: 'Sun', amount: 5, status: 'LOST', ...on },
    { code: 'D3', owner: 'Li', amount: 300, ...on, splits: { Li: 5000, Zhou: 5000 } },
    { code: 'D4', owner: 'Zhou', amount: 450, ...on, closedOn: '2026-02-02' },
    { code: 'D5', owner: 'Sun', amount: 70, ...on, closedOn: '2026-03-01' },
  ]);
  const of = (subjectCode: string, metric: string, target: string, subjectKind = 'EMPLOYEE') => ({
    ...{ month: MONTH, subjectKind, subjectCode, metric, target },
  });
  await house.targets([
    ...[of('Sun', 'SALES_AMOUNT', '1000'), of('Sun', 'WIN_RATE', '0.4'), of('Sun', 'CYCLE_DAYS', '24')],
    ...[of('Li', 'SALES_AMOUNT', '300'), of('Zhou', 'SALES_AMOUNT', '600'), of('East', 'SALES_AMOUNT', '2000', 'UNIT')],
  ]);
  run = await finished(house, await score(house, MONTH));
});
afterAll(() => house?.close());

const cardOf = async (type: 'Employee' | 'OrgUnit', id: string, fields = CARD, args = `(period: "${MONTH}")`) => {
  const document = `query($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { scorecard${args} ${fields} } } }`;
  const { _entities } = await house.answer<{ _entities: [{ scorecard: Record<string, unknown> | null }] }>(
    'administrator',
    document,
    { of: [{ __typename: type, id }] },
  );
  return _entities[0].scorecard;
};

describe('a run', () => {
  test('is published with every shard done and both hashes', () => {
    expect(run).toMatchObject({ period: MONTH, revision: 1, state: 'PUBLISHED', failure: null });
    expect(run.shards.total).toBeGreaterThan(2);
    expect(run.shards).toEqual({ total: run.shards.total, done: run.shards.total, failed: 0 });
    expect(run.inputsHash).toMatch(/^[0-9a-f]{64}$/);
    expect(run.outputsHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('made again gives the same results under the next revision, and takes the place of the first', async () => {
    const again = await finished(house, await score(house, MONTH));
    expect(again).toMatchObject({ revision: run.revision + 1, state: 'PUBLISHED', outputsHash: run.outputsHash });
    expect(again.inputsHash).toBe(run.inputsHash);
    expect(again.changes.totalCount).toBe(0);
    expect((await finished(house, run.id)).state).toBe('SUPERSEDED');
    const { period } = await house.answer<{ period: unknown }>(
      'administrator',
      `query($month: Month!) { period(month: $month) { month state currentRun { id } activeRun { id } runs { totalCount nodes { revision } } } }`,
      { month: MONTH },
    );
    expect(period).toEqual({
      ...{ month: MONTH, state: 'OPEN', currentRun: { id: again.id }, activeRun: null },
      runs: { totalCount: 2, nodes: [{ revision: 2 }, { revision: 1 }] },
    });
  });

  test('asked for many times at once is one run', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => score(house, MONTH)));
    for (const id of new Set(ids)) await finished(house, id);
    const { period } = await house.answer<{ period: { runs: { nodes: { state: string }[] } } }>(
      'administrator',
      'query($month: Month!) { period(month: $month) { runs { nodes { state } } } }',
      { month: MONTH },
    );
    const states = period.runs.nodes.map(({ state }) => state);
    expect(states).toEqual(['PUBLISHED', ...states.slice(1).map(() => 'SUPERSEDED')]);
  });

  test('is answered with by a repeat of the call that started it', async () => {
    const document = 'mutation($key: String) { scorePeriod(period: "2026-02", idempotencyKey: $key) { id } }';
    const start = async () =>
      (await house.answer<{ scorePeriod: { id: string } }>('Wang', document, { key: 'phone-1' })).scorePeriod.id;
    const id = await start();
    await finished(house, id);
    expect(await start()).toBe(id);
  });

  test.each([
    ['a month without facts and targets', 'Wang', '2019-01', 'NOT_FOUND'],
    ['no month', 'Wang', '2026-13', 'BAD_USER_INPUT'],
    ['a leader', 'Zhao', MONTH, 'FORBIDDEN'],
    ['a sales engineer', 'Sun', MONTH, 'FORBIDDEN'],
  ])('is refused for %s', async (_, caller, period, code) => {
    const document = 'mutation($period: Month!) { scorePeriod(period: $period) { id } }';
    expect(await house.refusal(caller, document, { period })).toContain(code);
  });
});

test('a published period is told to others', async () => {
  await house.service.drainEvents();
  const { performanceEvents } = await house.answer<{
    performanceEvents: { produced: { type: string; count: number }[] };
  }>('administrator', '{ performanceEvents { produced { type count } } }');
  const told = performanceEvents.produced.find(({ type }) => type === 'performance.period.changed');
  expect(told?.count).toBeGreaterThan(0);
});

describe('a card', () => {
  test('of a sales engineer has the formula, the figures and the place among all sales engineers', async () => {
    expect(await cardOf('Employee', house.person('Sun'))).toEqual({
      // (5000 x 0.9 + 2000 x 1.25 + 1000 x 0.8) / 8000 = 0.975
      ...{ score: '97.50', rank: 2, peers: 4, period: MONTH },
      indicators: [
        {
          ...{ metric: 'SALES_AMOUNT', weight: '0.500000', cap: '1.500000' },
          ...{ actual: '900.00', target: '1000.00', attainment: '0.900000', points: '56.25' },
        },
        {
          ...{ metric: 'WIN_RATE', weight: '0.200000', cap: '1.500000' },
          ...{ actual: '0.500000', target: '0.400000', attainment: '1.250000', points: '31.25' },
        },
        {
          ...{ metric: 'CYCLE_DAYS', weight: '0.100000', cap: '1.500000' },
          ...{ actual: '30.000000', target: '24.000000', attainment: '0.800000', points: '10.00' },
        },
        {
          ...{ metric: 'CSAT', weight: '0.200000', cap: '1.200000' },
          ...{ actual: null, target: null, attainment: null, points: null },
        },
      ],
    });
  });

  test('of a unit counts every deal of its people once, by share', async () => {
    const fields = '{ score rank peers indicators { metric actual target attainment } }';
    expect(await cardOf('OrgUnit', house.unit('East'), fields)).toEqual({
      ...{ score: '52.50', rank: 2, peers: 2 },
      indicators: [
        { metric: 'SALES_AMOUNT', actual: '1050.00', target: '2000.00', attainment: '0.525000' },
        { metric: 'WIN_RATE', actual: '0.666667', target: null, attainment: null },
      ],
    });
    expect(await cardOf('OrgUnit', house.unit('COMPANY'), fields)).toMatchObject({
      ...{ rank: 1, peers: 1 },
      indicators: [
        { metric: 'SALES_AMOUNT', actual: '1650.00', target: '1900.00' },
        { metric: 'WIN_RATE', actual: '0.750000' },
      ],
    });
  });

  test('of somebody without any data is there, without score and rank', async () => {
    expect(await cardOf('Employee', house.person('Zheng'), '{ score rank peers }')).toEqual({
      ...{ score: null, rank: null, peers: 4 },
    });
  });

  test('knows the place within a unit', async () => {
    const unit = house.unit('East');
    const fields = `{ rank(within: "${unit}") peers(within: "${unit}") elsewhere: rank(within: "${house.unit('West')}") }`;
    expect(await cardOf('Employee', house.person('Sun'), fields)).toEqual({ rank: 1, peers: 3, elsewhere: null });
  });

  test('is the latest published one when no month is named', async () => {
    expect(await cardOf('Employee', house.person('Sun'), '{ period score }', '')).toEqual({
      ...{ period: MONTH, score: '97.50' },
    });
    expect(await cardOf('Employee', house.person('Sun'), '{ period }', '(period: "2026-03")')).toBeNull();
    expect(await cardOf('Employee', house.person('Wang'), '{ period }')).toBeNull();
  });

  test('opens into run, formula, indicators and deals', async () => {
    const card = await cardOf(
      'Employee',
      house.person('Zhou'),
      `{ run { formula { name version } inputsHash outputsHash publishedAt }
         indicators { metric credits(first: 1) { totalCount pageInfo { hasNextPage endCursor }
           nodes { amount { amount currency } share businessDate opportunity { id } outlet { id } } } } }`,
    );
    expect(card).toMatchObject({
      run: {
        formula: { name: 'sales-engineer', version: 1 },
        outputsHash: run.outputsHash,
        inputsHash: run.inputsHash,
      },
    });
    const indicators = card!.indicators as { metric: string; credits: { totalCount: number; nodes: unknown[] } }[];
    expect(indicators.map(({ metric, credits }) => [metric, credits.totalCount])).toEqual([
      ['SALES_AMOUNT', 2],
      ['WIN_RATE', 1],
      ['CYCLE_DAYS', 1],
      ['CSAT', 0],
    ]);
    expect(indicators[0]!.credits.nodes).toEqual([
      {
        ...{ amount: { amount: '450.00', currency: 'CNY' }, share: '1.000000', businessDate: '2026-02-02' },
        ...{ opportunity: { id: expect.any(String) }, outlet: null },
      },
    ]);
    expect(indicators[1]!.credits.nodes).toMatchObject([{ amount: null, businessDate: '2026-02-02' }]);
  });

  test('pages through its deals to the end', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const fields: string = `{ indicators { credits(first: 1${after ? `, after: "${after}"` : ''}) {
        pageInfo { hasNextPage endCursor } nodes { amount { amount } } } } }`;
      const card = await cardOf('Employee', house.person('Zhou'), fields);
      const [{ credits }] = card!.indicators as [
        { credits: { pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: { amount: { amount: string } }[] } },
      ];
      seen.push(...credits.nodes.map(({ amount }) => amount.amount));
      after = credits.pageInfo.hasNextPage ? credits.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(['450.00', '150.00']);
  });
});

describe('the leaderboard', () => {
  const document = `query($unit: ID, $metric: Metric, $first: Int, $after: String) {
    leaderboard(period: "${MONTH}", unit: $unit, metric: $metric, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { rank value score employee { id } } } }`;
  interface Board {
    leaderboard: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      nodes: { rank: number | null; value: string | null; score: string | null; employee: { id: string } }[];
    };
  }
  const board = async (caller: string, variables: object = {}) =>
    (await house.answer<Board>(caller, document, variables)).leaderboard;
  const rows = async (caller: string, variables: object = {}) => {
    const { nodes } = await board(caller, variables);
    const names = new Map(['Sun', 'Li', 'Zheng', 'Zhou'].map((name) => [house.person(name), name]));
    return nodes.map(({ rank, value, employee }) => [names.get(employee.id), rank, value]);
  };

  test('lists all sales engineers by score, those without data last', async () => {
    expect(await rows('administrator')).toEqual([
      ['Zhou', 1, '100.00'],
      ['Sun', 2, '97.50'],
      ['Li', 3, '50.00'],
      ['Zheng', null, null],
    ]);
  });

  test('goes by a metric, and where lower is better the lowest is first', async () => {
    expect(await rows('administrator', { metric: 'SALES_AMOUNT' })).toEqual([
      ['Sun', 1, '900.00'],
      ['Zhou', 2, '600.00'],
      ['Li', 3, '150.00'],
      ['Zheng', null, null],
    ]);
    expect(await rows('administrator', { metric: 'CYCLE_DAYS' })).toEqual([
      ['Zhou', 1, '21.000000'],
      ['Li', 2, '30.000000'],
      ['Sun', 2, '30.000000'],
      ['Zheng', null, null],
    ]);
    expect(await rows('administrator', { metric: 'DEALS_WON' })).toEqual([
      ['Zhou', 1, '2'],
      ['Li', 2, '1'],
      ['Sun', 2, '1'],
      ['Zheng', null, null],
    ]);
  });

  test('ranks within a unit', async () => {
    expect(await rows('administrator', { unit: house.unit('East') })).toEqual([
      ['Sun', 1, '97.50'],
      ['Li', 2, '50.00'],
      ['Zheng', null, null],
    ]);
  });

  test('shows each caller those in reach, with their true ranks', async () => {
    expect(await rows('Zhou')).toEqual([['Zhou', 1, '100.00']]);
    expect(await rows('Sun')).toEqual([['Sun', 2, '97.50']]);
    expect((await board('Sun')).totalCount).toBe(1);
    expect(await rows('Qian')).toEqual([
      ['Sun', 2, '97.50'],
      ['Li', 3, '50.00'],
    ]);
    expect(await rows('Feng')).toEqual([['Zhou', 1, '100.00']]);
  });

  test('pages to the end, those without a rank too', async () => {
    const seen: (number | null)[] = [];
    let after: string | null = null;
    do {
      const page: Board['leaderboard'] = await board('administrator', { first: 1, after });
      seen.push(...page.nodes.map(({ rank }) => rank));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([1, 2, 3, null]);
  });

  test('is empty for a month that is not published, and refuses what is no metric and no page', async () => {
    const other = '{ leaderboard(period: "2026-03") { totalCount nodes { rank } } }';
    expect(await house.answer('administrator', other)).toEqual({ leaderboard: { totalCount: 0, nodes: [] } });
    expect(await house.refusal('administrator', document, { metric: 'luck' })).toBe('BAD_USER_INPUT metric');
    expect(await house.refusal('administrator', document, { first: 0 })).toBe('BAD_USER_INPUT first');
    expect(await house.refusal('Chen', document)).toBe('FORBIDDEN');
  });
});

describe('a period', () => {
  test('exists once it holds a fact or a target; the latest is first', async () => {
    const document = `query($first: Int, $after: String) { periods(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { month state currentRun { state } } } }`;
    interface Periods {
      periods: { totalCount: number; pageInfo: { endCursor: string }; nodes: { month: string }[] };
    }
    const { periods } = await house.answer<Periods>('Sun', document, { first: 1 });
    expect(periods).toMatchObject({ totalCount: 2, nodes: [{ month: '2026-03', state: 'OPEN', currentRun: null }] });
    const { periods: rest } = await house.answer<Periods>('Sun', document, { after: periods.pageInfo.endCursor });
    expect(rest.nodes).toEqual([{ month: MONTH, state: 'OPEN', currentRun: { state: 'PUBLISHED' } }]);
    expect(await house.answer('Sun', '{ period(month: "2019-01") { month } }')).toEqual({ period: null });
  });

  test('that is locked takes no run any more, and keeps the one it has', async () => {
    const lock = `mutation { lockPeriod(period: "${MONTH}") { id month state lockedAt currentRun { id revision } } }`;
    const { lockPeriod } = await house.answer<{ lockPeriod: { id: string; currentRun: { id: string } } }>('Wang', lock);
    expect(lockPeriod).toMatchObject({ month: MONTH, state: 'LOCKED', currentRun: { revision: expect.any(Number) } });
    expect((await house.answer<{ lockPeriod: object }>('Wang', lock)).lockPeriod).toEqual(lockPeriod);
    expect(await house.refusal('Wang', `mutation { scorePeriod(period: "${MONTH}") { id } }`)).toBe('PERIOD_LOCKED');
    expect(await house.refusal('Wang', 'mutation { lockPeriod(period: "2026-03") { id } }')).toBe('PERIOD_NOT_DUE');
    const { _entities } = await house.answer<{ _entities: unknown[] }>(
      'Wang',
      'query($of: [_Any!]!) { _entities(representations: $of) { ... on Period { month state } ... on ScoreRun { run: state } } }',
      {
        of: [
          { __typename: 'Period', id: lockPeriod.id },
          { __typename: 'ScoreRun', id: lockPeriod.currentRun.id },
        ],
      },
    );
    expect(_entities).toEqual([{ month: MONTH, state: 'LOCKED' }, { run: 'PUBLISHED' }]);
  });
});
