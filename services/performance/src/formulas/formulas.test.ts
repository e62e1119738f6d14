import { describe, expect, test } from '@jest/globals';
import { metricOf } from '../metrics/metrics.ts';
import { DEFAULT_FORMULAS, type FormulaInput, formulaFor, formulaOf, hashOf, readFormula } from './formulas.ts';

const input: FormulaInput = {
  name: 'sales-engineer',
  groups: ['SALES_ENGINEER'],
  missing: 'ZERO',
  effectiveFrom: '2017-05',
  indicators: [
    { metric: 'SALES_AMOUNT', weightBp: 7000, cap: '1.5' },
    { metric: 'CYCLE_DAYS', weightBp: 3000, cap: '1.2500' },
  ],
};
const [first, second] = input.indicators as [FormulaInput['indicators'][number], FormulaInput['indicators'][number]];
const read = (change: Partial<FormulaInput>) => readFormula({ ...input, ...change }, 2, metricOf);

describe('a formula', () => {
  test('the defaults are the rules of the field, with weights that sum to the whole', () => {
    const told = DEFAULT_FORMULAS.map(({ name, version, groups, missing, indicators }) => [
      ...[`${name}@${version}`, groups.join(' '), missing],
      ...indicators.map(({ metric, weightBp, capBp, lowerIsBetter }) =>
        [metric, weightBp, capBp, ...(lowerIsBetter ? ['lower'] : [])].join(' '),
      ),
    ]);
    expect(told).toEqual([
      [
        ...['sales-engineer@1', 'SALES_ENGINEER', 'EXCLUDE'],
        ...['SALES_AMOUNT 5000 15000', 'WIN_RATE 2000 15000', 'CYCLE_DAYS 1000 15000 lower', 'CSAT 2000 12000'],
      ],
      ['unit@1', 'COMPANY DEPARTMENT REGION TEAM', 'EXCLUDE', 'SALES_AMOUNT 6000 15000', 'WIN_RATE 4000 15000'],
    ]);
    for (const { indicators } of DEFAULT_FORMULAS) {
      expect(indicators.reduce((sum, { weightBp }) => sum + weightBp, 0)).toBe(10_000);
    }
  });

  test('is read into basis points and knows where lower is better', () => {
    expect(read({}).terms?.indicators).toEqual([
      { metric: 'SALES_AMOUNT', weightBp: 7000, capBp: 15_000, lowerIsBetter: false },
      { metric: 'CYCLE_DAYS', weightBp: 3000, capBp: 12_500, lowerIsBetter: true },
    ]);
  });

  test.each<[string, Partial<FormulaInput>, string[]]>([
    ['a name with a blank', { name: 'Sales Engineer' }, ['name']],
    ['no group', { groups: [] }, ['groups']],
    ['no indicator', { indicators: [] }, ['indicators']],
    ['weights that do not sum to the whole', { indicators: [first] }, ['indicators']],
    ['a metric that does not exist', { indicators: [first, { ...second, metric: 'LUCK' }] }, ['indicators.1.metric']],
    ['a metric twice', { indicators: [first, { ...first, weightBp: 3000 }] }, ['indicators.1.metric']],
    [
      'a metric of units for people',
      { indicators: [first, { ...second, metric: 'MARKET_SHARE' }] },
      ['indicators.1.metric'],
    ],
    [
      'a weight of 0',
      {
        indicators: [
          { ...first, weightBp: 10_000 },
          { ...second, weightBp: 0 },
        ],
      },
      ['indicators.1.weightBp'],
    ],
    ['a cap of 0', { indicators: [{ ...first, cap: '0' }, second] }, ['indicators.0.cap']],
    ['a cap above 10', { indicators: [{ ...first, cap: '10.0001' }, second] }, ['indicators.0.cap']],
    ['a cap with too many places', { indicators: [{ ...first, cap: '1.00001' }, second] }, ['indicators.0.cap']],
    ['several faults at once', { name: '', groups: [] }, ['name', 'groups']],
  ])('with %s is refused, and the field is named', (_, change, fields) => {
    expect(read(change).faults?.map(({ field }) => field)).toEqual(fields);
  });

  test('has a hash over what it says, whatever order the groups are named in', () => {
    const { terms } = read({ groups: ['TEAM', 'REGION'], indicators: [{ ...first, weightBp: 10_000 }] });
    const { terms: other } = read({ groups: ['REGION', 'TEAM'], indicators: [{ ...first, weightBp: 10_000 }] });
    expect(hashOf(terms!)).toBe(hashOf(other!));
    expect(hashOf({ ...terms!, version: 3 })).not.toBe(hashOf(terms!));
    expect(hashOf(terms!)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('computes the months from its first one on, until a later one takes over', () => {
    const made = formulaOf(read({}).terms!, new Date('2026-01-01'), 'Wang');
    const all = [made, ...DEFAULT_FORMULAS];
    const nameOf = (month: string) => {
      const formula = formulaFor('SALES_ENGINEER', month, all);
      return formula && `${formula.name}@${formula.version}`;
    };
    expect([nameOf('2017-04'), nameOf('2017-05'), nameOf('2018-01')]).toEqual([
      'sales-engineer@1',
      'sales-engineer@2',
      'sales-engineer@2',
    ]);
    expect(formulaFor('TEAM', '2017-05', [made])).toBeNull();
  });
});
