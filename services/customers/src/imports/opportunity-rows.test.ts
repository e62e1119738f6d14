import { describe, expect, test } from '@jest/globals';
import { idFromCode, importResultOf } from '@salesgraph/service-kit';
import { firstProcess } from '../process/process.ts';
import { codesIn, type OpportunityRow, type References, readOpportunityRow, shareToBp } from './opportunity-rows.ts';
import { repeats } from './rows.ts';

const known: References = {
  people: new Map([
    ['Wang', 'emp-1'],
    ['Li', 'emp-2'],
  ]),
  customers: new Map([['ACME', 'cus-1']]),
  outlets: new Map([['O-1', 'out-1']]),
  products: new Set(['GTX Pro']),
  process: firstProcess,
  currency: 'USD',
};
const row: OpportunityRow = {
  code: ' D-1 ',
  ownerCode: 'Wang',
  customerCode: 'ACME',
  productCode: 'GTX Pro',
  outletCode: '',
  amount: '1054.5',
  stage: 'Won',
  engagedOn: '2016-10-20',
  closedOn: '2017-03-01',
};
const read = (changes: Partial<OpportunityRow>) => readOpportunityRow({ ...row, ...changes }, known);
const faultsOf = (changes: Partial<OpportunityRow>) => {
  const result = read(changes);
  return 'faults' in result ? result.faults.map(({ field, code }) => `${field} ${code}`) : [];
};

describe('a row of opportunities', () => {
  test('becomes the record it stands for', () => {
    expect(read({})).toEqual({
      values: {
        id: idFromCode('opp', 'D-1'),
        code: 'D-1',
        ownerId: 'emp-1',
        splits: [{ employeeId: 'emp-1', shareBp: 10_000 }],
        status: 'WON',
        stage: 'WON',
        amountMinor: 105_450,
        currency: 'USD',
        customerId: 'cus-1',
        productCode: 'GTX Pro',
        outletId: null,
        source: null,
        engagedOn: '2016-10-20',
        expectedCloseOn: null,
        closedOn: '2017-03-01',
        lostReason: null,
      },
    });
  });

  test('may lack everything an open deal should have', () => {
    const bare = { customerCode: '', amount: '', engagedOn: null, closedOn: null, stage: 'prospecting' };
    expect(read(bare)).toMatchObject({
      values: { status: 'OPEN', amountMinor: null, currency: null, customerId: null },
    });
  });

  test.each<[string, Partial<OpportunityRow>, string[]]>([
    [
      'codes that nobody has',
      { ownerCode: 'Zhao', customerCode: 'X', productCode: 'GTXPro', outletCode: 'O-9' },
      [
        'ownerCode UNKNOWN_REFERENCE',
        'customerCode UNKNOWN_REFERENCE',
        'outletCode UNKNOWN_REFERENCE',
        'productCode UNKNOWN_REFERENCE',
      ],
    ],
    ['no code', { code: ' ' }, ['code BAD_VALUE']],
    ['no owner', { ownerCode: '' }, ['ownerCode BAD_VALUE']],
    ['another stage', { stage: 'Negotiating' }, ['stage BAD_VALUE']],
    ['another currency', { currency: 'EUR' }, ['currency BAD_VALUE']],
    ['an amount that is none', { amount: '12,5' }, ['amount BAD_VALUE']],
    ['an amount below zero', { amount: '-1' }, ['amount BAD_VALUE']],
    [
      'days that are none',
      { engagedOn: '2017-02-30', closedOn: '3/1/2017' },
      ['engagedOn BAD_VALUE', 'closedOn BAD_VALUE'],
    ],
    ['a closing before its engagement', { closedOn: '2016-10-19' }, ['closedOn BAD_VALUE']],
    ['a closing that is open', { stage: 'Engaging' }, ['closedOn BAD_VALUE']],
    ['shares that are not whole', { splits: [{ employeeCode: 'Wang', share: '0.5' }] }, ['splits BAD_VALUE']],
    ['shares of nobody', { splits: [{ employeeCode: 'Zhao', share: '1' }] }, ['splits UNKNOWN_REFERENCE']],
  ])('with %s is rejected, field by field', (_, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });

  test('may share the credit', () => {
    const splits = [
      { employeeCode: 'Wang', share: '0.6' },
      { employeeCode: 'Li', share: '0.4000' },
    ];
    expect(read({ splits })).toMatchObject({
      values: {
        splits: [
          { employeeId: 'emp-1', shareBp: 6_000 },
          { employeeId: 'emp-2', shareBp: 4_000 },
        ],
      },
    });
    expect(codesIn([{ ...row, splits }]).people).toEqual(['Wang', 'Li']);
  });
});

test.each([
  ['1', 10_000],
  ['1.0', 10_000],
  ['0.3333', 3_333],
  ['0.33330', 3_333],
  ['0.33333', Number.NaN],
  ['-0.5', Number.NaN],
  ['half', Number.NaN],
])('a share of %s is %p basis points', (share, basisPoints) => {
  expect(shareToBp(share)).toBe(basisPoints);
});

test('a repeated code is seen from its second row on', () => {
  expect(repeats(['a', null, 'b', 'a', null])).toEqual([false, false, false, true, false]);
});

test('a result adds up its rows', () => {
  const warning = { field: 'amount', message: '', code: 'MISSING' } as const;
  const rows = (['CREATED', 'UNCHANGED', 'REJECTED'] as const).map((outcome, index) => ({
    index,
    code: null,
    outcome,
    faults: [],
    warnings: outcome === 'CREATED' ? [warning] : [],
  }));
  expect(importResultOf(rows)).toMatchObject({
    accepted: 2,
    created: 1,
    updated: 0,
    unchanged: 1,
    rejected: 1,
    warnings: 1,
  });
});
