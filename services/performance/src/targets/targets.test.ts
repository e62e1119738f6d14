import { describe, expect, test } from '@jest/globals';
import { shortest, targetFaults, targetId, unitAmountTarget } from './targets.ts';

const faults = (fields: object, currency = 'USD') =>
  targetFaults(
    { subjectKind: 'EMPLOYEE', metric: 'SALES_AMOUNT', month: '2017-03', value: '30000', ...fields },
    currency,
  ).map(({ field, message }) => `${field} ${message}`);

describe('a target', () => {
  test('is taken when metric, month and value are sound', () => {
    for (const fields of [
      {},
      { value: '0' },
      { value: '1234.56' },
      { metric: 'WIN_RATE', value: '0.60' },
      { metric: 'CYCLE_DAYS', value: '50' },
      { metric: 'NPS', value: '-20' },
      { metric: 'KUDOS_GIVEN', value: '-3.5' },
      { metric: 'MARKET_SHARE', subjectKind: 'UNIT', value: '0.12' },
    ]) {
      expect(faults(fields)).toEqual([]);
    }
  });

  test.each([
    [{ value: 'much' }, 'value is no decimal number'],
    [{ value: '1.005' }, 'value has more than 2 decimal places'],
    [{ value: '-1' }, 'value is below 0'],
    [{ value: '100000000000000' }, 'value is too large'],
    [{ metric: 'WIN_RATE', value: '60' }, 'value is above 1'],
    [{ metric: 'WIN_RATE', value: '0.1234567' }, 'value has more than 6 decimal places'],
    [{ metric: 'CSAT', value: '101' }, 'value is above 100'],
    [{ metric: 'NPS', value: '-101' }, 'value is below -100'],
    [{ month: '2017-13' }, 'month is no month, such as 2017-03'],
    [{ metric: 'sales amount' }, 'metric is no code of a metric: capitals, digits and _, 50 at most'],
    [{ metric: 'MARKET_SHARE', value: '0.1' }, 'metric is a metric of units only'],
  ])('with %j is refused', (fields, fault) => {
    expect(faults(fields)).toEqual([fault]);
  });

  test('of an amount has the places of the currency', () => {
    expect(faults({ value: '1.5' }, 'JPY')).toEqual(['value has more than 0 decimal places']);
  });

  test('has an id that follows from subject, metric and month', () => {
    const key = { subjectKind: 'EMPLOYEE', subjectId: 'emp-1', metric: 'WIN_RATE', month: '2017-03' } as const;
    expect(targetId(key)).toBe(targetId({ ...key }));
    const others = [{ metric: 'CSAT' }, { month: '2017-04' }, { subjectId: 'emp-2' }, { subjectKind: 'UNIT' as const }];
    expect(new Set([key, ...others.map((other) => ({ ...key, ...other }))].map(targetId)).size).toBe(5);
  });
});

test.each([
  ['030.50', '30.5'],
  ['30000', '30000'],
  ['0.60', '0.6'],
  ['-0', '0'],
  ['-0.05', '-0.05'],
  ['1e3', null],
  ['', null],
])('%j in its shortest form is %j', (text, expected) => {
  expect(shortest(text)).toBe(expected);
});

test("a unit's target of an amount is its own, else the sum of its members', else none", () => {
  const members = [{ value: '0.1' }, { value: '0.2' }];
  expect(unitAmountTarget({ value: '5' }, members)?.toFraction()).toBe('5');
  expect(unitAmountTarget(null, members)?.toFraction()).toBe('3/10');
  expect(unitAmountTarget(null, [])).toBeNull();
});
