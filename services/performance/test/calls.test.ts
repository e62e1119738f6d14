/** The number of database calls of a question does not grow with the rows of its answer. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { employeeEvent } from '@salesgraph/testing';
import { type House, openHouse } from './house.ts';
import { holdSchedule } from './score-runs.ts';

const SIZE = 200;
const SELLERS = ['Sun', 'Li', 'Zheng', 'Zhou'];
const MONTHS = Array.from(
  { length: 60 },
  (_, n) => `${2020 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
);

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await holdSchedule(house);
  await house.deals(
    Array.from({ length: 2 * SIZE }, (_, n) => ({
      ...{
        code: `D${n}`,
        owner: SELLERS[n % 4]!,
        amount: n,
        closedOn: `${MONTHS[n % 60]}-11`,
        engagedOn: '2019-12-01',
      },
      ...(n % 5 === 0 && { splits: { Sun: 5000, Zhou: 5000 } }),
    })),
  );
  await house.targets(
    MONTHS.flatMap((month) =>
      SELLERS.map((subjectCode) => ({
        month,
        subjectCode,
        subjectKind: 'EMPLOYEE',
        metric: 'SALES_AMOUNT',
        target: '5',
      })),
    ),
  );
});
afterAll(() => house?.close());

const QUESTIONS: [string, string, (size: number) => object][] = [
  [
    'statistics',
    `query($first: Int) { salesStatistics(from: "2020-01", to: "2024-12", by: [MONTH, EMPLOYEE, UNIT], first: $first) {
      totalCount nodes { month employee { id } unit { id } wonAmount { amount } winRate averageDaysToClose } } }`,
    (first) => ({ first }),
  ],
  [
    'targets',
    'query($first: Int) { targets(first: $first) { totalCount nodes { id month value employee { id } } } }',
    (first) => ({ first }),
  ],
  [
    'targets of many people and months',
    'query($of: [_Any!]!) { _entities(representations: $of) { ... on Employee { a: targets(month: "2020-01") { id } b: targets(month: "2020-02") { id } } } }',
    (size) => ({
      of: Array.from({ length: size }, (_, n) => ({ __typename: 'Employee', id: house.person(SELLERS[n] ?? `P${n}`) })),
    }),
  ],
  [
    'targets as entities',
    'query($of: [_Any!]!) { _entities(representations: $of) { ... on Target { id value employee { id } } } }',
    (size) => ({ of: Array.from({ length: size }, (_, n) => ({ __typename: 'Target', id: `tgt-${n}` })) }),
  ],
];

/** The service's own jobs look around as well: what a question itself takes is the least of some tries. */
async function fewest(ask: () => Promise<object>): Promise<{ calls: number; length: number }> {
  let calls = Number.POSITIVE_INFINITY;
  let length = 0;
  for (let tries = 0; tries < 3; tries += 1) {
    const before = house.service.commands();
    length = JSON.stringify(await ask()).length;
    calls = Math.min(calls, house.service.commands() - before);
  }
  return { calls, length };
}

test.each(QUESTIONS)('for %s', async (_, document, variables) => {
  for (const caller of ['Wang', 'Zhao']) {
    const calls = (size: number) => fewest(() => house.answer(caller, document, variables(size)));
    const [few, many] = [await calls(10), await calls(SIZE)];
    expect(many.length).toBeGreaterThan(few.length * 5);
    expect(many.calls).toBe(few.calls);
    expect(many.calls).toBeLessThanOrEqual(12);
  }
});

test('for an import', async () => {
  const document = 'mutation($rows: [TargetRow!]!) { importTargets(rows: $rows) { created rejected } }';
  const rows = (size: number, year: number) =>
    Array.from({ length: size }, (_, n) => ({
      ...{
        subjectKind: n % 2 ? 'EMPLOYEE' : 'UNIT',
        subjectCode: n % 2 ? SELLERS[n % 4] : 'East',
        metric: 'CSAT',
        target: '1',
      },
      month: `${year + n}-01`,
    }));
  let year = 1000;
  const calls = (size: number) =>
    fewest(async () => {
      year += 1000;
      const { importTargets } = await house.answer<{ importTargets: object }>('importer', document, {
        rows: rows(size, year),
      });
      expect(importTargets).toEqual({ created: size, rejected: 0 });
      return importTargets;
    });
  const [few, many] = [await calls(10), await calls(200)];
  expect(many.calls).toBe(few.calls);
});

test('for statistics of few and of many people', async () => {
  const document = `{ salesStatistics(from: "2030-01", to: "2030-12", by: [UNIT, EMPLOYEE], first: 200) {
    totalCount nodes { employee { id } unit { id } } } }`;
  const assignment = { unitCode: 'East One', role: 'SALES_ENGINEER', primary: true, leader: false } as const;
  const assignments = [{ ...assignment, from: '2016-01-01', to: null }];
  const calls = async (from: number, to: number) => {
    const codes = Array.from({ length: to - from }, (_, n) => `Q${from + n}`);
    await house.service.deliver(codes.map((code) => employeeEvent({ code, name: code, hiredOn: null, assignments })));
    await house.deals(codes.map((owner) => ({ code: `D ${owner}`, owner, amount: 1, closedOn: '2030-05-05' })));
    return fewest(() => house.answer('Zhao', document));
  };
  const [few, many] = [await calls(0, 10), await calls(10, SIZE)];
  expect(many.length).toBeGreaterThan(few.length * 5);
  expect(many.calls).toBe(few.calls);
});
