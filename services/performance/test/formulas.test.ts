/** Formulas as they are read and made through the graph. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse } from './house.ts';
import { finished, holdSchedule, score } from './score-runs.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await holdSchedule(house);
});
afterAll(() => house?.close());

const CREATE = `mutation($input: CreateFormulaInput!) { createFormula(input: $input) {
  id name version hash groups missing effectiveFrom createdBy indicators { metric weight weightBp cap lowerIsBetter } } }`;
const input = {
  ...{ name: 'sales-engineer', groups: ['SALES_ENGINEER'], missing: 'ZERO', effectiveFrom: '2026-02' },
  indicators: [
    { metric: 'SALES_AMOUNT', weightBp: 6000, cap: '2' },
    { metric: 'CYCLE_DAYS', weightBp: 4000, cap: '1.25' },
  ],
};
interface Made {
  createFormula: { id: string; version: number };
}

test('a company begins with the formulas of the field', async () => {
  const { formulas } = await house.answer<{ formulas: { totalCount: number; nodes: unknown[] } }>(
    'Sun',
    '{ formulas { totalCount nodes { name version missing groups indicators { metric weightBp cap } } } }',
  );
  expect(formulas.totalCount).toBe(2);
  expect(formulas.nodes).toMatchObject([
    { name: 'sales-engineer', version: 1, groups: ['SALES_ENGINEER'], indicators: [{ weightBp: 5000 }, {}, {}, {}] },
    { name: 'unit', version: 1, missing: 'EXCLUDE', indicators: [{ metric: 'SALES_AMOUNT', cap: '1.500000' }, {}] },
  ]);
});

describe('a new version', () => {
  test('is made by the director, gets the next number, and scores the months from its first one on', async () => {
    const { createFormula } = await house.answer<Made>('Wang', CREATE, { input });
    expect(createFormula).toMatchObject({
      ...{ name: 'sales-engineer', version: 2, missing: 'ZERO', effectiveFrom: '2026-02', createdBy: 'Wang' },
      indicators: [
        { metric: 'SALES_AMOUNT', weight: '0.600000', weightBp: 6000, cap: '2.000000', lowerIsBetter: false },
        { metric: 'CYCLE_DAYS', weight: '0.400000', weightBp: 4000, cap: '1.250000', lowerIsBetter: true },
      ],
    });
    const target = (month: string) => ({
      ...{ month, subjectKind: 'EMPLOYEE', subjectCode: 'Sun', metric: 'SALES_AMOUNT', target: '100' },
    });
    await house.targets([target('2026-01'), target('2026-02')]);
    await house.deals([
      { code: 'JAN', owner: 'Sun', amount: 200, closedOn: '2026-01-05' },
      { code: 'FEB', owner: 'Sun', amount: 200, closedOn: '2026-02-05' },
    ]);
    for (const [month, version, points] of [
      ['2026-01', 1, '150.00'],
      ['2026-02', 2, '120.00'],
    ] as const) {
      await finished(house, await score(house, month));
      const { _entities } = await house.answer<{ _entities: unknown[] }>(
        'Sun',
        `query($of: [_Any!]!) { _entities(representations: $of) { ... on Employee {
          scorecard(period: "${month}") { score run { formula { version } } } } } }`,
        { of: [{ __typename: 'Employee', id: house.person('Sun') }] },
      );
      expect(_entities).toEqual([{ scorecard: { score: points, run: { formula: { version } } } }]);
    }
  });

  test('asked for twice under a key is made once', async () => {
    const make = () => house.answer<Made>('Wang', CREATE, { input: { ...input, idempotencyKey: 'k1' } });
    const first = await make();
    expect((await make()).createFormula.id).toBe(first.createFormula.id);
    const other = { ...input, missing: 'EXCLUDE', idempotencyKey: 'k1' };
    expect(await house.refusal('Wang', CREATE, { input: other })).toBe('BAD_USER_INPUT idempotencyKey');
  });

  test('made by several at once gets numbers without gaps', async () => {
    const named = { ...input, name: 'race' };
    const made = await Promise.all(
      Array.from({ length: 4 }, () => house.answer<Made>('administrator', CREATE, { input: named })),
    );
    expect(made.map(({ createFormula }) => createFormula.version).sort()).toEqual([1, 2, 3, 4]);
  });

  test('that is not sound is refused with every fault named, and nothing is made', async () => {
    const [first] = input.indicators;
    const unsound = { ...input, name: 'x', indicators: [{ ...first, metric: 'LUCK', cap: '0' }] };
    expect(await house.refusal('Wang', CREATE, { input: unsound })).toBe(
      'BAD_USER_INPUT name indicators.0.metric indicators.0.cap indicators',
    );
    const { formulas } = await house.answer<{ formulas: { totalCount: number } }>(
      'Wang',
      '{ formulas(name: "x") { totalCount } }',
    );
    expect(formulas.totalCount).toBe(0);
  });

  test.each(['Zhao', 'Qian', 'Sun', 'importer'])('is not for %s to make', async (caller) => {
    expect(await house.refusal(caller, CREATE, { input })).toBe('FORBIDDEN');
  });
});

test('versions are paged by name, the newest first', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const {
      formulas,
    }: {
      formulas: { nodes: { name: string; version: number }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    } = await house.answer(
      'Wang',
      'query($after: String) { formulas(first: 2, after: $after) { nodes { name version } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    seen.push(...formulas.nodes.map(({ name, version }) => `${name}@${version}`));
    after = formulas.pageInfo.hasNextPage ? formulas.pageInfo.endCursor : null;
  } while (after);
  expect(seen.slice(0, 4)).toEqual(['race@4', 'race@3', 'race@2', 'race@1']);
  expect(seen.slice(-2)).toEqual(['sales-engineer@1', 'unit@1']);
});
