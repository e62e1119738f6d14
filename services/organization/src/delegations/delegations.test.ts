import { describe, expect, test } from '@jest/globals';
import { addDays } from '@salesgraph/calendar';
import fc from 'fast-check';
import { identified, type Person } from '../people/assignments.ts';
import { daysOfChange, MAX_DAYS, standingIn, stoodDown } from './delegations.ts';

const TODAY = '2026-03-16';

const person = (code: string, more: Partial<Person> = {}): Person => ({
  ...{ id: code, code, name: code, hiredOn: null, leftOn: null, titles: [], delegations: [] },
  assignments: [held('2020-01-01', null)],
  ...more,
});
const held = (from: string, to: string | null) =>
  identified('P', { unitId: 'U', role: 'SALES_ENGINEER', primary: true, leader: false, from, to });

const absence = (from: string, to: string, reason: string | null = null) => ({ from, to, reason, by: 'Wang' });
const APRIL = absence('2026-04-01', '2026-05-01', 'holiday');

const [li, sun] = [person('Li'), person('Sun')];
const fieldsOf = (result: Person | { field: string }[]) =>
  Array.isArray(result) ? result.map(({ field }) => field) : result.delegations.map(({ from, to }) => `${from} ${to}`);

describe('standing in', () => {
  test('is on the record of who stands in, with who, when, why and by whom', () => {
    expect(standingIn(li, sun, APRIL, TODAY)).toEqual({
      ...li,
      delegations: [{ ...APRIL, id: expect.stringMatching(/^dlg/), fromId: 'Sun' }],
    });
  });

  test.each<[string, Person, Person, ReturnType<typeof absence>, string[]]>([
    ['from today', li, sun, absence(TODAY, '2026-03-17'), ['2026-03-16 2026-03-17']],
    ['for a year', li, sun, absence(TODAY, addDays(TODAY, MAX_DAYS)), [`${TODAY} ${addDays(TODAY, MAX_DAYS)}`]],
    ['for longer', li, sun, absence(TODAY, addDays(TODAY, MAX_DAYS + 1)), ['to']],
    ['in the past', li, sun, absence('2026-03-15', '2026-03-20'), ['from']],
    ['for no day', li, sun, absence('2026-04-01', '2026-04-01'), ['to']],
    ['for oneself', li, li, APRIL, ['toId']],
    ['with too much to say', li, sun, absence('2026-04-01', '2026-04-02', 'x'.repeat(1_001)), ['reason']],
    [
      'for somebody without a role then',
      li,
      person('Sun', { assignments: [held('2020-01-01', '2026-04-15')] }),
      APRIL,
      ['fromId'],
    ],
    ['for somebody who has left by then', li, person('Sun', { leftOn: '2026-04-30' }), APRIL, ['fromId']],
    [
      'for somebody who leaves afterwards',
      li,
      person('Sun', { leftOn: '2026-05-01' }),
      APRIL,
      ['2026-04-01 2026-05-01'],
    ],
    [
      'by somebody without a role then',
      person('Li', { assignments: [held('2026-04-02', null)] }),
      sun,
      APRIL,
      ['toId'],
    ],
    ['by somebody not hired yet', person('Li', { hiredOn: '2026-04-02' }), sun, APRIL, ['toId']],
    [
      'by somebody who changes the team meanwhile',
      person('Li', { assignments: [held('2020-01-01', '2026-04-15'), held('2026-04-15', null)] }),
      sun,
      APRIL,
      ['2026-04-01 2026-05-01'],
    ],
  ])('%s', (_, standIn, absent, time, outcome) => {
    expect(fieldsOf(standingIn(standIn, absent, time, TODAY))).toEqual(outcome);
  });

  test('happens for several at a time, but once for each', () => {
    const once = standingIn(li, sun, APRIL, TODAY) as Person;
    expect(fieldsOf(standingIn(once, sun, absence('2026-04-30', '2026-05-02'), TODAY))).toEqual(['from']);
    expect(fieldsOf(standingIn(once, sun, absence('2026-05-01', '2026-05-02'), TODAY))).toHaveLength(2);
    expect(fieldsOf(standingIn(once, person('Zhou'), APRIL, TODAY))).toHaveLength(2);
  });
});

describe('the end', () => {
  const standsIn = standingIn(li, sun, absence(TODAY, '2026-05-01'), TODAY) as Person;
  const { id } = standsIn.delegations[0]!;

  test.each([
    ['earlier', '2026-04-01', ['2026-03-16 2026-04-01']],
    ['at once, before it had an effect', TODAY, []],
  ])('%s', (_, to, left) => {
    expect(fieldsOf(stoodDown(standsIn, id, to, TODAY) as Person)).toEqual(left);
  });

  test.each([
    ['in the past', id, '2026-03-15', 'to'],
    ['later than it ends already', id, '2026-05-01', 'to'],
    ['of what is not there', 'other', '2026-04-01', 'delegationId'],
  ])('%s is refused', (_, which, to, field) => {
    expect(stoodDown(standsIn, which, to, TODAY)).toMatchObject({ field });
  });

  test('takes back one that has not begun', () => {
    const planned = standingIn(li, sun, APRIL, TODAY) as Person;
    expect(fieldsOf(stoodDown(planned, planned.delegations[0]!.id, '2026-03-20', TODAY) as Person)).toEqual([]);
  });
});

test('roles may change on the days on which assignments begin', () => {
  const assignments = [held('2020-01-01', '2026-04-10'), held('2026-04-10', null), held('2026-05-01', null)];
  expect(daysOfChange({ assignments }, APRIL)).toEqual(['2026-04-01', '2026-04-10']);
});

test('nobody ever stands in twice at a time for the same person, nor longer than a year', () => {
  const asked = fc.record({
    who: fc.constantFrom('Sun', 'Zhou'),
    start: fc.nat(500),
    days: fc.nat(500),
    end: fc.nat(900),
  });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 30 }), (steps) => {
      let standIn = li;
      for (const { who, start, days, end } of steps) {
        const from = addDays(TODAY, start);
        const begun = standingIn(standIn, person(who), absence(from, addDays(from, days)), TODAY);
        if (!Array.isArray(begun)) standIn = begun;
        const some = standIn.delegations[end % (standIn.delegations.length || 1)];
        const ended = some && stoodDown(standIn, some.id, addDays(TODAY, end), TODAY);
        if (ended && !('field' in ended)) standIn = ended;
        for (const of of Map.groupBy(standIn.delegations, ({ fromId }) => fromId).values()) {
          for (const [place, one] of of.entries()) {
            expect(one.from < one.to && one.to <= addDays(one.from, MAX_DAYS)).toBe(true);
            if (place > 0) expect(of[place - 1]!.to <= one.from).toBe(true);
          }
        }
        expect(new Set(standIn.delegations.map(({ id }) => id)).size).toBe(standIn.delegations.length);
      }
    }),
    { seed: Number(process.env.TEST_SEED ?? 1) },
  );
});
