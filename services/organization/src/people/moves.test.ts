import { describe, expect, test } from '@jest/globals';
import { addDays } from '@salesgraph/calendar';
import fc from 'fast-check';
import { type Assignment, identified, type Person, personFaults, primaryOn, samePerson } from './assignments.ts';
import { employedOn } from './employment.ts';
import { leadingFrom, left, promoted, rehired, seconded, transferred, withoutPlan } from './moves.ts';
import { passedOn } from './passing-on.ts';

const BEGUN = { reason: 'why', by: 'Wang' };
const TODAY = '2026-03-16';
const codeOf = (id: string) => id;

const held = (unitId: string, from: string, to: string | null = null, more: Partial<Assignment> = {}): Assignment =>
  identified('P', { unitId, role: 'SALES_ENGINEER', primary: true, leader: false, from, to, ...more });
const person = (...assignments: Assignment[]): Person => ({
  ...{ id: 'P', code: 'P', name: 'P', hiredOn: '2020-01-01', leftOn: null, assignments, titles: [], delegations: [] },
});
const told = (next: Person | { field: string }) =>
  'field' in next
    ? next.field
    : next.assignments.map(
        ({ unitId, primary, leader, from, to }) =>
          `${primary ? '' : 'beside '}${unitId}${leader ? ' leads' : ''} ${from}..${to ?? ''}`,
      );

const place = (unitId: string, from: string, more: object = {}) => ({
  ...{ unitId, from, role: 'SALES_ENGINEER' as const, leader: false },
  ...more,
});

describe('a transfer', () => {
  const leader = person(held('A', '2020-01-01', null, { leader: true }));

  test.each<[string, Parameters<typeof transferred>, string | string[]]>([
    [
      'goes on until the present assignment would have ended',
      [person(held('A', '2020-01-01', '2028-01-01')), place('B', '2024-01-01'), null, codeOf, BEGUN, TODAY],
      ['A 2020-01-01..2024-01-01', 'B 2024-01-01..2028-01-01'],
    ],
    [
      'leaves what is planned after it',
      [
        person(held('A', '2020-01-01', '2025-01-01'), held('C', '2025-01-01')),
        place('B', '2024-01-01'),
        null,
        codeOf,
        BEGUN,
        TODAY,
      ],
      ['A 2020-01-01..2024-01-01', 'B 2024-01-01..2025-01-01', 'C 2025-01-01..'],
    ],
    [
      'of a leader must say what becomes of the unit',
      [leader, place('B', '2024-01-01'), null, codeOf, BEGUN, TODAY],
      'leadership',
    ],
    [
      'of a leader may leave it vacant',
      [leader, place('B', '2024-01-01'), 'END', codeOf, BEGUN, TODAY],
      ['A leads 2020-01-01..2024-01-01', 'B 2024-01-01..'],
    ],
    [
      'of a leader may keep it',
      [leader, place('B', '2024-01-01'), 'KEEP', codeOf, BEGUN, TODAY],
      ['A leads 2020-01-01..2024-01-01', 'B 2024-01-01..', 'beside A leads 2024-01-01..'],
    ],
    ['on the first day is a correction', [leader, place('B', '2020-01-01'), 'END', codeOf, BEGUN, TODAY], 'from'],
    [
      'before the first day has nothing to begin with',
      [leader, place('B', '2019-01-01'), 'END', codeOf, BEGUN, TODAY],
      'from',
    ],
    [
      'of nobody who leads says nothing of it',
      [person(held('A', '2020-01-01')), place('B', '2024-01-01'), 'END', codeOf, BEGUN, TODAY],
      'leadership',
    ],
  ])('%s', (_, given, expected) => {
    expect(told(transferred(...given))).toEqual(expected);
  });

  test('keeps why and by whom with the new interval alone', () => {
    const next = transferred(
      person(held('A', '2020-01-01')),
      place('B', '2024-01-01'),
      null,
      codeOf,
      BEGUN,
      TODAY,
    ) as Person;
    expect(next.assignments.map(({ reason, by }) => [reason, by])).toEqual([
      [null, null],
      ['why', 'Wang'],
    ]);
  });
});

describe('a second change on one day', () => {
  const moved = person(held('A', '2020-01-01', '2024-01-01'), held('B', '2024-01-01'));
  const transfer = (
    who: Person,
    to: ReturnType<typeof place>,
    today = TODAY,
    leadership: 'END' | 'KEEP' | null = null,
  ) => transferred(who, to, leadership, codeOf, BEGUN, today);
  const roles = (next: ReturnType<typeof transferred>) =>
    'field' in next ? next.field : next.assignments.map(({ unitId, role, from }) => `${unitId} ${role} ${from}`);

  test('holds beside the first one where that changed something else', () => {
    const both = ['A SALES_ENGINEER 2020-01-01', 'B TEAM_LEADER 2024-01-01'];
    expect(roles(promoted(moved, { role: 'TEAM_LEADER', from: '2024-01-01' }, null, codeOf, BEGUN, TODAY))).toEqual(
      both,
    );
    const risen = person(held('A', '2020-01-01', '2024-01-01'), held('A', '2024-01-01', null, { role: 'TEAM_LEADER' }));
    expect(roles(transfer(risen, place('B', '2024-01-01', { role: 'TEAM_LEADER' })))).toEqual(both);
  });

  test('replaces the first one while the day is to come, and no longer on the day itself', () => {
    const eve = '2023-12-31';
    expect(told(transfer(moved, place('C', '2024-01-01'), eve))).toEqual([
      'A 2020-01-01..2024-01-01',
      'C 2024-01-01..',
    ]);
    expect(told(transfer(moved, place('A', '2024-01-01'), eve))).toEqual(['A 2020-01-01..']);
    const back = { role: 'TEAM_LEADER' as const, unitId: 'A', from: '2024-01-01' };
    expect(roles(promoted(moved, back, null, codeOf, BEGUN, eve))).toEqual([
      'A SALES_ENGINEER 2020-01-01',
      'A TEAM_LEADER 2024-01-01',
    ]);
    for (const unitId of ['A', 'B', 'C']) {
      expect(told(transfer(moved, place(unitId, '2024-01-01'), '2024-01-01'))).toBe('from');
    }
    expect(told(transfer(person(held('A', '2020-01-01')), place('B', '2020-01-01'), '2019-12-31'))).toEqual([
      'B 2020-01-01..',
    ]);
  });

  test('must say what becomes of a unit that is led before, and nothing of one that was only to be led', () => {
    const eve = '2023-12-31';
    const toLead = person(held('A', '2020-01-01', '2024-01-01'), held('B', '2024-01-01', null, { leader: true }));
    expect(told(transfer(toLead, place('C', '2024-01-01'), eve))).toEqual([
      'A 2020-01-01..2024-01-01',
      'C 2024-01-01..',
    ]);
    expect(told(transfer(toLead, place('C', '2024-01-01'), eve, 'END'))).toEqual([
      'A 2020-01-01..2024-01-01',
      'C 2024-01-01..',
    ]);
    const leads = person(
      held('A', '2020-01-01', '2024-01-01', { leader: true }),
      held('A', '2024-01-01', null, { leader: true, role: 'TEAM_LEADER' }),
    );
    expect(told(transfer(leads, place('C', '2024-01-01'), eve))).toBe('leadership');
    expect(told(transfer(leads, place('C', '2024-01-01'), eve, 'END'))).toEqual([
      'A leads 2020-01-01..2024-01-01',
      'C 2024-01-01..',
    ]);
    expect(told(transfer(leads, place('C', '2024-01-01'), eve, 'KEEP'))).toEqual([
      'A leads 2020-01-01..2024-01-01',
      'C 2024-01-01..',
      'beside A leads 2024-01-01..',
    ]);
  });
});

test('a promotion in the same unit keeps what is led', () => {
  const leader = person(held('A', '2020-01-01', null, { leader: true }));
  const next = promoted(leader, { role: 'TEAM_LEADER', from: '2024-01-01' }, null, codeOf, BEGUN, TODAY);
  expect(told(next)).toEqual(['A leads 2020-01-01..2024-01-01', 'A leads 2024-01-01..']);
  expect(told(promoted(leader, { role: 'SALES_ENGINEER', from: '2024-01-01' }, null, codeOf, BEGUN, TODAY))).toBe(
    'role',
  );
});

test('a secondment stands beside the primary assignment', () => {
  const next = seconded(
    person(held('A', '2020-01-01')),
    place('B', '2024-01-01', { to: '2024-07-01' }) as never,
    BEGUN,
  );
  expect(told(next)).toEqual(['A 2020-01-01..', 'beside B 2024-01-01..2024-07-01']);
});

test('a successor leads from the day on, as what they are', () => {
  expect(told(leadingFrom(person(held('A', '2020-01-01')), 'A', '2024-01-01', BEGUN))).toEqual([
    'A 2020-01-01..2024-01-01',
    'A leads 2024-01-01..',
  ]);
  expect(told(leadingFrom(person(held('A', '2020-01-01')), 'B', '2024-01-01', BEGUN))).toBe('successorId');
});

describe('leaving', () => {
  const busy = {
    ...person(
      held('A', '2020-01-01', '2027-01-01'),
      held('B', '2027-01-01'),
      held('C', '2025-01-01', null, { primary: false }),
    ),
    titles: [{ title: 'Engineer', from: '2020-01-01', to: null }],
    delegations: [{ id: 'd', fromId: 'Q', from: '2026-03-01', to: '2026-12-01', ...BEGUN }],
  };

  test('ends everything and cancels what would begin later', () => {
    const gone = left(busy, '2026-06-01', TODAY) as Person;
    expect(told(gone)).toEqual(['A 2020-01-01..2026-06-01', 'beside C 2025-01-01..2026-06-01']);
    expect(gone).toMatchObject({
      leftOn: '2026-06-01',
      titles: [{ to: '2026-06-01' }],
      delegations: [{ to: '2026-06-01' }],
    });
    expect(personFaults(gone)).toEqual([]);
  });

  test.each([
    ['twice', { ...busy, leftOn: '2026-04-01' }, '2026-06-01'],
    ['before the day of hiring', busy, '2020-01-01'],
    ['before what began', busy, '2024-12-31'],
  ])('%s is refused', (_, who, on) => {
    expect(left(who, on, TODAY)).toMatchObject({ field: 'on' });
  });

  test('and coming back leave a time between them', () => {
    const gone = left(person(held('A', '2020-01-01')), '2022-01-01', TODAY) as Person;
    expect(told(rehired(gone, place('B', '2021-12-31'), BEGUN))).toBe('from');
    const back = rehired(gone, place('B', '2024-01-01'), BEGUN) as Person;
    const days = ['2019-12-31', '2020-01-01', '2021-12-31', '2022-01-01', '2023-12-31', '2024-01-01'];
    expect(days.map((day) => employedOn(back, day))).toEqual([false, true, true, false, false, true]);
    const between = {
      ...back,
      assignments: [...back.assignments, held('C', '2023-01-01', '2023-02-01', { primary: false })],
    };
    expect(personFaults(between)).toMatchObject([{ field: 'assignments.2.to', code: 'CONFLICT' }]);
  });
});

const from = fc.integer({ min: 1, max: 300 }).map((days) => addDays(TODAY, days));
const planned = fc.constantFrom<'transfer' | 'keep' | 'leave'>('transfer', 'keep', 'leave');

test('a plan that is taken back leaves everything as it was', () => {
  fc.assert(
    fc.property(from, planned, fc.boolean(), (on, plan, leads) => {
      const before = person(held('A', '2020-01-01', null, { leader: leads || plan === 'keep' }));
      const after =
        plan === 'leave'
          ? left(before, on, TODAY)
          : transferred(before, place('B', on), plan === 'keep' ? 'KEEP' : leads ? 'END' : null, codeOf, BEGUN, TODAY);
      if ('field' in after) throw new Error(after.message);
      expect(samePerson(after, before)).toBe(false);
      const undone = withoutPlan(after, on, TODAY);
      if ('field' in undone) throw new Error(undone.message);
      expect(samePerson(undone, before)).toBe(true);
    }),
    { numRuns: 100, seed: Number(process.env.TEST_SEED ?? 1) },
  );
  expect(withoutPlan(person(held('A', '2020-01-01')), TODAY, TODAY)).toMatchObject({ field: 'on' });
});

test('what passes to another unit holds on the same days, the primary one too, and is sound', () => {
  const day = fc.integer({ min: 0, max: 20 }).map((n) => addDays('2026-01-01', n));
  const some = fc.array(
    fc.record({
      unitId: fc.constantFrom('A', 'B', 'T', 'X'),
      primary: fc.boolean(),
      from: day,
      days: fc.integer({ min: 1, max: 12 }),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(some, day, fc.boolean(), (drawn, on, leads) => {
      const before = person(
        ...drawn.map(({ unitId, primary, from: begins, days }) =>
          held(unitId, begins, addDays(begins, days), { primary }),
        ),
      );
      fc.pre(personFaults({ ...before, hiredOn: null }).length === 0);
      const after = passedOn(before, ['A', 'B'], 'T', leads, { from: on, ...BEGUN });
      expect(personFaults({ ...after, hiredOn: null })).toEqual([]);
      for (let n = 0; n < 40; n += 1) {
        const at = addDays('2026-01-01', n);
        const was = primaryOn(before, at)?.unitId ?? null;
        const expected = at >= on && (was === 'A' || was === 'B') ? 'T' : was;
        expect(primaryOn(after, at)?.unitId ?? null).toBe(expected);
      }
      expect(after.assignments.filter(({ leader }) => leader).length).toBeLessThanOrEqual(leads ? 1 : 0);
    }),
    { numRuns: 300, seed: Number(process.env.TEST_SEED ?? 1) },
  );
});
