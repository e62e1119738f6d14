/** How two states of a thing are told apart, and what of an event is shown. */
import { describe, expect, test } from '@jest/globals';
import type { DomainEvent } from '@salesgraph/events';
import fc from 'fast-check';
import { changesOf, isCorrection } from './auditing.ts';
import { differencesOf } from './differences.ts';

const shown = (before: unknown, after: unknown) =>
  differencesOf(before, after).map((one) => `${one.path}: ${one.before} -> ${one.after}`);

describe('differences', () => {
  test.each([
    ['nothing', { name: 'East' }, { name: 'East' }, []],
    ['a value', { name: 'East' }, { name: 'Far East' }, ['name: East -> Far East']],
    ['a value that is gone', { to: '2020-01-01' }, { to: null }, ['to: 2020-01-01 -> null']],
    ['null and absent alike', { to: null }, {}, []],
    [
      'numbers and truths as text',
      { n: 1, leads: false },
      { n: 2, leads: true },
      ['n: 1 -> 2', 'leads: false -> true'],
    ],
    ['something within', { a: { b: 1 } }, { a: { b: 2 } }, ['a.b: 1 -> 2']],
    ['lists by place', { a: ['x', 'y'] }, { a: ['x', 'z', 'w'] }, ['a.1: y -> z', 'a.2: null -> w']],
    [
      'a record that is divided',
      { records: [{ name: 'A', from: '2016', to: null }] },
      {
        records: [
          { name: 'A', from: '2016', to: '2020' },
          { name: 'B', from: '2020', to: null },
        ],
      },
      ['records.0.to: null -> 2020', 'records.1.name: null -> B', 'records.1.from: null -> 2020'],
    ],
    [
      'entries with an id wherever they stand',
      {
        all: [
          { id: 'a', n: 1 },
          { id: 'b', n: 1 },
        ],
      },
      {
        all: [
          { id: 'c', n: 1 },
          { id: 'a', n: 1 },
          { id: 'b', n: 2 },
        ],
      },
      ['all.0.id: null -> c', 'all.0.n: null -> 1', 'all.2.n: 1 -> 2'],
    ],
    [
      'an entry taken away, by its place before',
      {
        all: [
          { id: 'a', n: 1 },
          { id: 'b', n: 1 },
        ],
      },
      { all: [{ id: 'b', n: 1 }] },
      ['all.0.id: a -> null', 'all.0.n: 1 -> null'],
    ],
  ])('%s', (_, before, after, expected) => expect(shown(before, after)).toEqual(expected));

  const STATE = fc.letrec((tie) => ({
    value: fc.oneof(fc.string(), fc.integer(), fc.boolean(), tie('list'), tie('record')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    record: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
  })).record;

  test('of a state with itself are none, and those with nothing are all of it', () => {
    fc.assert(
      fc.property(STATE, (state) => {
        expect(differencesOf(state, structuredClone(state))).toEqual([]);
        expect(differencesOf({}, state).every(({ before }) => before === null)).toBe(true);
      }),
    );
  });

  test('backwards are the same with before and after exchanged, where lists have no ids', () => {
    fc.assert(
      fc.property(STATE, STATE, (one, other) => {
        const there = differencesOf(one, other).map(({ path, before, after }) => [path, before, after]);
        const back = differencesOf(other, one).map(({ path, before, after }) => [path, after, before]);
        expect(there.sort()).toEqual(back.sort());
      }),
    );
  });
});

describe('an event', () => {
  const event = (type: string, seq: number, data: object): DomainEvent => ({
    ...{ id: `x-${seq}`, aggregateId: 'x', seq, type, version: 1, at: new Date(0), actor: 'Wang', data },
  });
  const unit = (seq: number, name: string, action: string) =>
    event('organization.unit.changed', seq, { id: 'x', name, change: { action, reason: 'because' } });

  test('is told by what is different since the one before, and not by what was done', () => {
    const before = unit(1, 'East', 'unit.create');
    expect(changesOf(unit(2, 'Far East', 'unit.rename'), before)).toEqual([
      { path: 'name', before: 'East', after: 'Far East', masked: false },
    ]);
    expect(changesOf(before, null).map(({ path, after }) => [path, after])).toEqual([
      ['id', 'x'],
      ['name', 'East'],
    ]);
  });

  test('is a correction where something was put right', () => {
    expect(isCorrection(unit(2, 'East', 'unit.correct'))).toBe(true);
    expect(isCorrection(unit(2, 'East', 'unit.rename'))).toBe(false);
    expect(isCorrection(event('organization.unit.changed', 1, {}))).toBe(false);
  });

  test('of an assessment does not show marks and what was said of a candidate', () => {
    const assessment = (seq: number, mark: number, comment: string) =>
      event('organization.assessment.changed', seq, { id: 'x', marks: [{ criterion: 'c', mark, comment }] });
    const first = assessment(1, 2, 'weak');
    expect(changesOf(assessment(2, 4, 'strong'), first)).toEqual([
      { path: 'marks.0.mark', before: '•••', after: '•••', masked: true },
      { path: 'marks.0.comment', before: '•••', after: '•••', masked: true },
    ]);
    expect(JSON.stringify(changesOf(first, null))).not.toMatch(/weak|"2"/);
  });
});
