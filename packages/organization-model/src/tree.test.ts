/** The tree of units on any day, held against walking the records by hand. */
import { describe, expect, test } from '@jest/globals';
import { addDays, type Day } from '@salesgraph/calendar';
import fc from 'fast-check';
import { primaryAssignmentOn, type Unit, unitTree } from './index.ts';

const START = '2026-01-01';
const DAYS = 12;
const dayAt = (n: number): Day => addDays(START, n);

type Record = Unit['records'][number];
const unit = (code: string, records: Record[], kind: Unit['kind'] = 'TEAM', currency: string | null = null): Unit => ({
  ...{ id: `u-${code}`, code, kind, currency, records },
});
const since = (from: Day, parent: string | null, to: Day | null = null, name = 'name'): Record => ({
  ...{ name, parentId: parent === null ? null : `u-${parent}`, from, to },
});

const company = unit('company', [since(START, null)], 'COMPANY', 'CNY');
const east = unit('east', [
  since(START, 'company', '2026-01-10', 'East'),
  since('2026-01-10', 'company', null, 'Far East'),
]);
const west = unit('west', [since(START, 'company')]);
const moving = unit('moving', [since('2026-01-03', 'east', '2026-01-10'), since('2026-01-10', 'west', '2026-01-20')]);
const tree = unitTree([west, moving, company, east]);

describe('a unit', () => {
  test('has name and place as of the day', () => {
    expect(tree.byId('u-east', '2026-01-09')).toMatchObject({ code: 'east', name: 'East', parentId: 'u-company' });
    expect(tree.byCode('east', '2026-01-10')).toMatchObject({ id: 'u-east', name: 'Far East' });
    expect(tree.upwards('u-moving', '2026-01-09')).toEqual(['u-moving', 'u-east', 'u-company']);
    expect(tree.upwards('u-moving', '2026-01-10')).toEqual(['u-moving', 'u-west', 'u-company']);
    expect(tree.ancestors('u-moving', '2026-01-10').map(({ code }) => code)).toEqual(['west', 'company']);
    expect(tree.subtree('u-company', '2026-01-10')).toEqual(['u-company', 'u-east', 'u-west', 'u-moving']);
    expect(tree.subtree('u-east', '2026-01-09')).toEqual(['u-east', 'u-moving']);
  });

  test('is in no answer on a day on which it does not exist', () => {
    for (const day of ['2026-01-02', '2026-01-20']) {
      expect(tree.byId('u-moving', day)).toBeNull();
      expect(tree.byCode('moving', day)).toBeNull();
      expect(tree.upwards('u-moving', day)).toEqual([]);
      expect(tree.subtree('u-moving', day)).toEqual([]);
      expect(tree.subtree('u-company', day)).not.toContain('u-moving');
    }
    expect(tree.get('u-moving')).toEqual(moving);
    expect(tree.get('u-nothing')).toBeNull();
  });

  test('is listed in code order; the currency is the company’s', () => {
    expect(tree.all().map(({ code }) => code)).toEqual(['company', 'east', 'moving', 'west']);
    expect(tree.currency).toBe('CNY');
    expect(unitTree([]).currency).toBeNull();
  });
});

describe('the tree of a day', () => {
  const east = unit('east', [since(START, 'company')], 'REGION');
  const units = [
    company,
    east,
    unit('west', [since(START, 'company')], 'REGION'),
    unit('sub', [since(START, 'east')], 'REGION'),
    unit('t2', [since(START, 'east', '2026-01-10'), since('2026-01-10', 'west')]),
    unit('t1', [since(START, 'sub')]),
  ];
  const history = unitTree(units);
  const before = history.on('2026-01-09');
  const codes = (some: readonly { code: string }[]) => some.map(({ code }) => code);

  test('answers in code order: direct children, and the topmost of a kind anywhere below', () => {
    expect(before.root()?.code).toBe('company');
    expect(codes(before.all())).toEqual(['company', 'east', 'sub', 't1', 't2', 'west']);
    expect(codes(before.children('u-company'))).toEqual(['east', 'west']);
    expect(codes(before.topmost('u-company', 'REGION'))).toEqual(['east', 'west']);
    expect(codes(before.topmost('u-company', 'TEAM'))).toEqual(['t1', 't2']);
    expect(before.subtree('u-east')).toEqual(['u-east', 'u-sub', 'u-t1', 'u-t2']);
    expect(before.parent('u-east')?.code).toBe('company');
    expect(before.get('u-east')).toBe(east);
    expect(before.byCode('east')).toBe(east);
  });

  test('moves with the day', () => {
    expect(history.on('2026-01-10').upwards('u-t2')).toEqual(['u-t2', 'u-west', 'u-company']);
    expect(history.on('2025-12-31').root()).toBeNull();
    expect(history.on('2025-12-31').subtree('u-company')).toEqual([]);
    expect(history.on('2025-12-31').byCode('east')).toBeNull();
  });
});

test('any history is answered as its records say, also one of which parts are missing or that has a ring', () => {
  const record = (parents: number) =>
    fc.record({
      parent: fc.option(fc.nat(parents)),
      from: fc.nat(DAYS),
      length: fc.option(fc.integer({ min: 1, max: DAYS })),
    });
  const units = fc
    .array(record(7), { minLength: 1, maxLength: 7 })
    .map((drawn) =>
      drawn.map(({ parent, from, length }, n) =>
        unit(`c${n}`, [
          since(dayAt(from), parent === null ? null : `c${parent}`, length === null ? null : dayAt(from + length)),
        ]),
      ),
    );
  fc.assert(
    fc.property(units, fc.nat(2 * DAYS), (all, n) => {
      const day = dayAt(n);
      const parents = new Map(
        all.flatMap(({ id, records: [{ from, to, parentId } = since(START, null)] }) =>
          from <= day && (to === null || day < to) ? [[id, parentId] as const] : [],
        ),
      );
      const climb = (id: string): string[] => {
        const line: string[] = [];
        for (let at: string | null = id; at !== null && parents.has(at) && !line.includes(at); at = parents.get(at)!)
          line.push(at);
        return line;
      };
      const built = unitTree(all);
      for (const { id } of all) {
        expect(built.byId(id, day) !== null).toBe(parents.has(id));
        expect(built.upwards(id, day)).toEqual(climb(id));
        const below = parents.has(id) ? [...parents.keys()].filter((other) => climb(other).includes(id)) : [];
        expect([...built.subtree(id, day)].sort()).toEqual(below.sort());
        expect(built.on(day).upwards(id)).toEqual(climb(id));
      }
    }),
    { numRuns: 300, seed: Number(process.env.TEST_SEED ?? 1) },
  );
});

test('a person’s primary assignment is that of the day', () => {
  const held = (unitId: string, primary: boolean, from: Day, to: Day | null) => ({
    ...{ id: unitId, unitId, role: 'SALES_ENGINEER' as const, primary, leader: false, from, to },
  });
  const person = {
    assignments: [
      held('a', false, START, null),
      held('b', true, START, '2026-02-01'),
      held('c', true, '2026-02-01', null),
    ],
  };
  expect(primaryAssignmentOn(person, '2026-01-31')?.unitId).toBe('b');
  expect(primaryAssignmentOn(person, '2026-02-01')?.unitId).toBe('c');
  expect(primaryAssignmentOn(person, '2025-12-31')).toBeNull();
});
