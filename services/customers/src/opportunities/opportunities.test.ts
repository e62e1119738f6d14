import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstProcess } from '../process/process.ts';
import {
  close,
  creditsOf,
  idleDays,
  listPosition,
  missingFields,
  move,
  type Opportunity,
  opportunityFaults,
  peopleOf,
  recorded,
  reopen,
  sameRecord,
  splitFaults,
  withStage,
} from './opportunities.ts';

const stamp = { at: new Date('2026-03-10T02:00:00Z'), today: '2026-03-10', actor: 'wang' };

const deal: Opportunity = {
  id: 'opp-1',
  code: 'D-1',
  ownerId: 'emp-1',
  splits: [{ employeeId: 'emp-1', shareBp: 10_000 }],
  status: 'OPEN',
  stage: 'PROSPECTING',
  amountMinor: 120_000,
  currency: 'CNY',
  customerId: 'cus-1',
  productCode: null,
  outletId: null,
  source: null,
  engagedOn: null,
  expectedCloseOn: '2026-04-01',
  closedOn: null,
  lostReason: null,
  history: [{ stage: 'PROSPECTING', at: stamp.at, on: '2026-03-01', actor: 'wang', correction: false }],
};
const won = close(
  deal,
  firstProcess,
  { status: 'WON', closedOn: '2026-03-09', amountMinor: null, currency: null },
  stamp,
);
const code = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    const { extensions } = error as { extensions: { code: string; fields?: { field: string }[] } };
    return [extensions.code, ...(extensions.fields ?? []).map(({ field }) => field)].join(' ');
  }
  return 'no error';
};

describe('an opportunity', () => {
  test('is valid as people record it', () => {
    expect(opportunityFaults(deal, firstProcess)).toEqual([]);
    expect(opportunityFaults(won, firstProcess)).toEqual([]);
  });

  test.each([
    ['closed without a day', { ...won, closedOn: null }, 'closedOn'],
    ['closed before it was engaged', { ...won, engagedOn: '2026-03-10' }, 'closedOn'],
    ['won without an amount', { ...won, amountMinor: null }, 'amount'],
    ['worth less than nothing', { ...deal, amountMinor: -1 }, 'amount'],
    ['open with a closing day', { ...deal, closedOn: '2026-03-01' }, 'closedOn'],
    ['in a stage of another status', { ...deal, stage: 'WON' }, 'stage'],
    ['open with a reason for its loss', { ...deal, lostReason: 'price' }, 'lostReason'],
    ['credited to others only', { ...deal, splits: [{ employeeId: 'emp-2', shareBp: 10_000 }] }, 'splits'],
  ])('is refused when %s', (_, opportunity, field) => {
    expect(opportunityFaults(opportunity, firstProcess).map((fault) => fault.field)).toEqual([field]);
  });

  test('lacks only what an open one needs', () => {
    const bare = { ...deal, amountMinor: null, customerId: null, expectedCloseOn: null };
    expect(missingFields(bare)).toEqual(['amount', 'customer', 'expectedCloseOn']);
    expect(missingFields({ ...bare, status: 'LOST' })).toEqual([]);
  });
});

describe('credits', () => {
  test('go wholly to the owner when nobody shares', () => {
    expect(creditsOf('emp-1', [])).toEqual([{ employeeId: 'emp-1', shareBp: 10_000 }]);
    expect(peopleOf(deal)).toEqual(['emp-1']);
  });

  test('are taken exactly when they are positive, distinct, with the owner, and sum to the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 10_005 }), { minLength: 1, maxLength: 4 }), (shares) => {
        const rest = 10_000 - shares.reduce((sum, share) => sum + share, 0);
        const all = [rest, ...shares];
        const splits = all.map((shareBp, i) => ({ employeeId: `emp-${i}`, shareBp }));
        const fine = all.every((share) => share > 0);
        return (splitFaults('emp-0', splits).length === 0) === fine && splitFaults('emp-9', splits).length > 0;
      }),
    );
  });

  test.each([9_999, 10_001])('that sum to %i basis points are refused', (sum) => {
    const splits = [
      { employeeId: 'emp-1', shareBp: 5_000 },
      { employeeId: 'emp-2', shareBp: sum - 5_000 },
    ];
    expect(splitFaults('emp-1', splits)).toEqual([{ field: 'splits', message: 'does not sum to exactly 1' }]);
  });

  test('never name a person twice', () => {
    const half = { employeeId: 'emp-1', shareBp: 5_000 };
    expect(splitFaults('emp-1', [half, half])).toEqual([{ field: 'splits', message: 'names a person twice' }]);
  });
});

describe('moving through the process', () => {
  test('reaching the last open stage engages the customer', () => {
    const engaged = move(deal, firstProcess, 'ENGAGING', '2026-03-05', stamp);
    expect(engaged).toMatchObject({ stage: 'ENGAGING', status: 'OPEN', engagedOn: '2026-03-05' });
    expect(engaged.history.at(-1)).toEqual({
      stage: 'ENGAGING',
      at: stamp.at,
      on: '2026-03-05',
      actor: 'wang',
      correction: false,
    });
    expect(deal.stage).toBe('PROSPECTING');
  });

  test('winning keeps the recorded amount or takes the one given', () => {
    expect(won).toMatchObject({ status: 'WON', stage: 'WON', amountMinor: 120_000, closedOn: '2026-03-09' });
    const end = { status: 'WON', closedOn: '2026-03-09', amountMinor: 5, currency: 'CNY' } as const;
    expect(close(deal, firstProcess, end, stamp).amountMinor).toBe(5);
  });

  test('losing keeps the reason, reopening clears it and returns to the last open stage', () => {
    const lost = close(
      move(deal, firstProcess, 'ENGAGING', '2026-03-05', stamp),
      firstProcess,
      { status: 'LOST', closedOn: '2026-03-09', reason: 'price' },
      stamp,
    );
    expect(lost).toMatchObject({ status: 'LOST', lostReason: 'price' });
    expect(reopen(lost, firstProcess, null, stamp)).toMatchObject({
      status: 'OPEN',
      stage: 'ENGAGING',
      closedOn: null,
      lostReason: null,
    });
    expect(reopen(lost, firstProcess, 'PROSPECTING', stamp).stage).toBe('PROSPECTING');
  });

  test('refuses what the state or the process does not allow', () => {
    const lose = { status: 'LOST', closedOn: '2026-03-09', reason: 'price' } as const;
    expect(code(() => close(won, firstProcess, lose, stamp))).toBe('BAD_USER_INPUT id');
    expect(code(() => move(won, firstProcess, 'ENGAGING', '2026-03-09', stamp))).toBe('BAD_USER_INPUT id');
    expect(code(() => move(deal, firstProcess, 'WON', '2026-03-09', stamp))).toBe('BAD_USER_INPUT stage');
    expect(code(() => move(deal, firstProcess, 'PROSPECTING', '2026-03-09', stamp))).toBe('BAD_USER_INPUT stage');
    expect(code(() => reopen(deal, firstProcess, null, stamp))).toBe('BAD_USER_INPUT id');
    expect(code(() => reopen(won, firstProcess, 'LOST', stamp))).toBe('BAD_USER_INPUT stage');
  });

  test('a history that is full takes no more', () => {
    const full = { ...deal, history: Array.from({ length: 200 }, () => deal.history[0]!) };
    expect(code(() => withStage(full, 'ENGAGING', '2026-03-05', stamp))).toBe('TOO_MANY');
  });
});

describe('what another system records', () => {
  const { history: _, ...values } = { ...won, engagedOn: '2026-02-01' };

  test('a new closed deal has both its steps', () => {
    expect(recorded(null, values, firstProcess, stamp).history.map(({ stage, on }) => [stage, on])).toEqual([
      ['ENGAGING', '2026-02-01'],
      ['WON', '2026-03-09'],
    ]);
  });

  test('the same record again leaves the history alone', () => {
    const first = recorded(null, values, firstProcess, stamp);
    const again = recorded(first, values, firstProcess, { ...stamp, today: '2026-05-01' });
    expect(again).toEqual(first);
    expect(sameRecord(first, again)).toBe(true);
    expect(sameRecord(first, { ...again, source: 'fair' })).toBe(false);
  });

  test('a stage that no move leads to, or another closing day, is taken as a correction', () => {
    const first = recorded(null, values, firstProcess, stamp);
    const lost = { ...values, status: 'LOST', stage: 'LOST' } as const;
    expect(recorded(first, lost, firstProcess, stamp).history.at(-1)).toMatchObject({
      stage: 'LOST',
      correction: true,
    });
    const later = recorded(first, { ...values, closedOn: '2026-03-10' }, firstProcess, stamp);
    expect(later.history.at(-1)).toMatchObject({ stage: 'WON', on: '2026-03-10', correction: true });
  });
});

test('idle days count from the last change of stage and end with the deal', () => {
  expect(idleDays(deal, '2026-03-10')).toBe(9);
  expect(idleDays(deal, '2026-02-01')).toBe(0);
  expect(idleDays(won, '2026-03-10')).toBe(0);
});

test('a list begins with the open deals that close soonest and ends with those closed first', () => {
  const deals: Opportunity[] = [
    { ...won, id: 'old', closedOn: '2025-01-01' },
    { ...deal, id: 'unknown', expectedCloseOn: null },
    { ...won, id: 'new', closedOn: '2026-01-01' },
    { ...deal, id: 'later', expectedCloseOn: '2026-09-01' },
    { ...deal, id: 'soon', expectedCloseOn: '2026-03-11' },
  ];
  const order = deals.toSorted((a, b) => (listPosition(a) < listPosition(b) ? -1 : 1)).map(({ id }) => id);
  expect(order).toEqual(['soon', 'later', 'unknown', 'new', 'old']);
});
