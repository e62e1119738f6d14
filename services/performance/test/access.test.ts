/** Who sees and sets what: the same question asked by each role, the answers written down by hand. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse } from './house.ts';

const SELLERS = ['Li', 'Sun', 'Zheng', 'Zhou'];
const UNITS = ['COMPANY', 'East', 'East One', 'East Two', 'SALES', 'West', 'West One'];

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.deals(SELLERS.map((owner) => ({ code: `D ${owner}`, owner, amount: 100 })));
  await house.deals([{ code: 'SHARED', owner: 'Sun', amount: 100, splits: { Sun: 6000, Zhou: 4000 } }]);
  const row = { month: '2026-03', metric: 'SALES_AMOUNT', target: '1000' };
  await house.targets([
    ...SELLERS.map((subjectCode) => ({ ...row, subjectKind: 'EMPLOYEE', subjectCode })),
    ...UNITS.map((subjectCode) => ({ ...row, subjectKind: 'UNIT', subjectCode })),
  ]);
});
afterAll(() => house?.close());

/** Whose figures each sees, and which units'. */
const SEES: Record<string, [people: string[], units: string[]]> = {
  administrator: [SELLERS, UNITS],
  importer: [SELLERS, UNITS],
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
};
/** Who sets targets, for whom. */
const SETS: Record<string, string[]> = {
  administrator: SELLERS,
  importer: SELLERS,
  Wang: SELLERS,
  Zhao: ['Li', 'Sun', 'Zheng'],
  Feng: ['Zhou'],
};

const STATISTICS = `query($by: [StatisticsDimension!]!, $filter: StatisticsFilter) {
  salesStatistics(from: "2026-01", to: "2026-12", by: $by, filter: $filter) {
    totalCount nodes { employee { id } unit { id } wonAmount { amount } wonCount winRate } } }`;
interface Answer {
  salesStatistics: {
    totalCount: number;
    nodes: {
      employee: { id: string } | null;
      wonAmount: { amount: string };
      wonCount: number;
      winRate: string | null;
    }[];
  };
}

describe.each(Object.entries(SEES))('%s', (caller, [people, units]) => {
  const share: Record<string, number> = { Li: 100, Sun: 160, Zheng: 100, Zhou: 140 };

  test('adds up the credits in reach', async () => {
    const { salesStatistics } = await house.answer<Answer>(caller, STATISTICS, { by: ['EMPLOYEE'] });
    expect(salesStatistics.nodes.map(({ employee, wonAmount }) => [employee?.id, Number(wonAmount.amount)])).toEqual(
      people.map((name) => [house.person(name), share[name]]),
    );
    const total = await house.answer<Answer>(caller, STATISTICS, { by: [] });
    const sum = people.reduce((all, name) => all + share[name]!, 0);
    const shared = people.includes('Sun') || people.includes('Zhou') ? 1 : 0;
    expect(total.salesStatistics.nodes).toMatchObject([{ wonCount: people.length + shared }]);
    expect(Number(total.salesStatistics.nodes[0]!.wonAmount.amount)).toBe(sum);
  });

  test('finds nothing of others by asking for them', async () => {
    for (const name of SELLERS) {
      const filter = { employees: [house.person(name)] };
      const { salesStatistics } = await house.answer<Answer>(caller, STATISTICS, { by: ['EMPLOYEE'], filter });
      expect(salesStatistics.totalCount).toBe(people.includes(name) ? 1 : 0);
    }
  });

  test('lists the targets in reach, by id and as entities too', async () => {
    const { targets } = await house.answer<{
      targets: { nodes: { id: string; employee: { id: string } | null; unit: { id: string } | null }[] };
    }>(caller, '{ targets(first: 200) { nodes { id employee { id } unit { id } } } }');
    const subjects = targets.nodes.map(({ employee, unit }) => (employee ?? unit)!.id).sort();
    expect(subjects).toEqual([...people.map(house.person), ...units.map(house.unit)].sort());

    const everything = await house.answer<{ targets: { nodes: { id: string }[] } }>(
      'Wang',
      '{ targets(first: 200) { nodes { id } } }',
    );
    const ids = everything.targets.nodes.map(({ id }) => id);
    const { _entities } = await house.answer<{ _entities: ({ id: string } | null)[] }>(
      caller,
      'query($of: [_Any!]!) { _entities(representations: $of) { ... on Target { id } } }',
      { of: ids.map((id) => ({ __typename: 'Target', id })) },
    );
    expect(_entities.flatMap((entity) => (entity ? [entity.id] : [])).sort()).toEqual(
      targets.nodes.map(({ id }) => id).sort(),
    );
    const fields = await house.answer<{ _entities: { targets: unknown[] }[] }>(
      caller,
      'query($of: [_Any!]!) { _entities(representations: $of) { ... on Employee { targets(month: "2026-03") { id } } } }',
      { of: SELLERS.map((name) => ({ __typename: 'Employee', id: house.person(name) })) },
    );
    expect(fields._entities.map((one) => one.targets.length)).toEqual(
      SELLERS.map((name) => (people.includes(name) ? 1 : 0)),
    );
  });

  test('sets the targets that are his to set', async () => {
    const document = 'mutation($input: SetTargetInput!) { setTarget(input: $input) { version } }';
    const may = SETS[caller];
    for (const name of [...SELLERS, 'Nobody']) {
      const input = {
        ...{
          subjectKind: 'EMPLOYEE',
          subjectId: house.person(name),
          metric: 'DEALS_WON',
          month: '2027-01',
          value: '3',
        },
        idempotencyKey: `${caller} ${name}`,
        // The version of another's target is not known: all that matters is how far the call gets.
        expectedVersion: 99,
      };
      expect(await house.refusal(caller, document, { input })).toBe(
        !may ? 'FORBIDDEN' : may.includes(name) ? 'CONFLICT expectedVersion' : 'BAD_USER_INPUT subjectId',
      );
    }
  });
});

test('staff outside of sales and strangers see no figures', async () => {
  for (const caller of ['Chen', 'Stranger']) {
    expect(await house.refusal(caller, STATISTICS, { by: [] })).toBe('FORBIDDEN');
    expect(await house.refusal(caller, '{ targets { totalCount } }')).toBe('FORBIDDEN');
  }
});

test('hidden and absent subjects cost the same', async () => {
  const document = 'mutation($input: SetTargetInput!) { setTarget(input: $input) { version } }';
  const calls = async (name: string) => {
    const before = house.service.commands();
    const input = {
      subjectKind: 'EMPLOYEE',
      subjectId: house.person(name),
      metric: 'CSAT',
      month: '2027-01',
      value: '3',
    };
    const told = await house.refusal('Zhao', document, { input });
    return [told, house.service.commands() - before];
  };
  await calls('Zhou');
  expect(await calls('Zhou')).toEqual(await calls('Nobody'));
});
