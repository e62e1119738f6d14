import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  closed,
  coverAll,
  mayStandBelow,
  moved,
  recordNear,
  recordOn,
  renamed,
  treeFaults,
  UNIT_KINDS,
  type Unit,
  type UnitRecord,
  unitFaults,
  withRecord,
} from './units.ts';

const record = (
  from: string,
  to: string | null = null,
  parentId: string | null = 'COMPANY',
  name = 'A',
): UnitRecord => ({
  name,
  parentId,
  from,
  to,
});
const unit = (code: string, kind: Unit['kind'], ...records: UnitRecord[]): Unit => ({
  id: code,
  code,
  kind,
  currency: kind === 'COMPANY' ? 'CNY' : null,
  records,
  origins: [],
});
const SAID = { reason: null, by: 'Chen' };
const TODAY = '2026-03-16';
const company = unit('COMPANY', 'COMPANY', record('2016-01-01', null, null));
const faultsIn = (units: Unit[], ...changed: string[]) => {
  const found = treeFaults(new Map(units.map((one) => [one.id, one])), new Set(changed));
  return [...found].flatMap(([id, faults]) => faults.map(({ field, code }) => `${id} ${field} ${code}`));
};

describe('a unit alone', () => {
  test('is sound with a gap in its life', () => {
    expect(unitFaults(unit('S', 'DEPARTMENT', record('2016-01-01', '2017-01-01'), record('2018-01-01')))).toEqual([]);
  });

  test.each<[string, Unit, string[]]>([
    ['no code', unit(' ', 'TEAM', record('2016-01-01')), ['code']],
    ['a code that is too long', unit('x'.repeat(101), 'TEAM', record('2016-01-01')), ['code']],
    ['no name', unit('T', 'TEAM', record('2016-01-01', null, 'COMPANY', '')), ['name']],
    ['no record', unit('T', 'TEAM'), ['records']],
    ['an empty interval', unit('T', 'TEAM', record('2016-01-01', '2016-01-01')), ['to']],
    ['an end before its beginning', unit('T', 'TEAM', record('2016-01-02', '2016-01-01')), ['to']],
    ['overlapping records', unit('T', 'TEAM', record('2016-01-01'), record('2017-01-01')), ['records']],
    ['nothing above', unit('T', 'TEAM', record('2016-01-01', null, null)), ['parent']],
    ['something above the company', unit('C', 'COMPANY', record('2016-01-01')), ['parent']],
    ['a currency of its own', { ...unit('T', 'TEAM', record('2016-01-01')), currency: 'CNY' }, ['currency']],
    ['no currency for the company', { ...company, currency: null }, ['currency']],
    ['a currency that is none', { ...company, currency: 'RMB' }, ['currency']],
  ])('with %s is at fault', (_, one, fields) => {
    expect(unitFaults(one).map(({ field }) => field)).toEqual(fields);
  });
});

test('kinds nest from wide to narrow, and departments, divisions and regions in themselves', () => {
  const allowed = UNIT_KINDS.flatMap((kind) =>
    UNIT_KINDS.filter((above) => mayStandBelow(kind, above)).map((above) => `${kind}<${above}`),
  );
  expect(allowed).toEqual([
    'DEPARTMENT<COMPANY',
    'DEPARTMENT<DEPARTMENT',
    'DIVISION<COMPANY',
    'DIVISION<DEPARTMENT',
    'DIVISION<DIVISION',
    'REGION<COMPANY',
    'REGION<DEPARTMENT',
    'REGION<DIVISION',
    'REGION<REGION',
    'TEAM<COMPANY',
    'TEAM<DEPARTMENT',
    'TEAM<DIVISION',
    'TEAM<REGION',
  ]);
});

describe('the tree', () => {
  const sales = unit('SALES', 'DEPARTMENT', record('2016-01-01'));

  test('has one root', () => {
    expect(faultsIn([company, unit('OTHER', 'COMPANY', record('2016-01-01', null, null))], 'OTHER')).toEqual([
      'OTHER kind CONFLICT',
    ]);
    const both = [
      unit('A', 'COMPANY', record('2016-01-01', null, null)),
      unit('B', 'COMPANY', record('2016-01-01', null, null)),
    ];
    expect(faultsIn(both, 'A', 'B')).toEqual(['B kind CONFLICT']);
  });

  test('knows every unit above, for as long as it is above', () => {
    const region = (...records: UnitRecord[]) => unit('EAST', 'REGION', ...records);
    expect(faultsIn([company, sales, region(record('2016-01-01', null, 'SALES'))], 'EAST')).toEqual([]);
    expect(faultsIn([company, sales, region(record('2015-12-31', null, 'SALES'))], 'EAST')).toEqual([
      'EAST parent CONFLICT',
    ]);
    expect(faultsIn([company, sales, region(record('2016-01-01', null, 'NONE'))], 'EAST')).toEqual([
      'EAST parent UNKNOWN_REFERENCE',
    ]);
    const short = unit('SALES', 'DEPARTMENT', record('2016-01-01', '2020-01-01'));
    expect(faultsIn([company, short, region(record('2016-01-01', null, 'SALES'))], 'SALES')).toEqual([
      'SALES to CONFLICT',
    ]);
    expect(faultsIn([company, short, region(record('2016-01-01', '2020-01-01', 'SALES'))], 'SALES', 'EAST')).toEqual(
      [],
    );
  });

  test('nests by kind', () => {
    const team = unit('T', 'TEAM', record('2016-01-01'));
    expect(faultsIn([company, team, unit('R', 'REGION', record('2016-01-01', null, 'T'))], 'R')).toEqual([
      'R parent BAD_VALUE',
    ]);
  });

  test('has no cycle at any time, even where none stands at the beginning', () => {
    const east = unit(
      'EAST',
      'REGION',
      record('2016-01-01', '2018-01-01', 'COMPANY'),
      record('2018-01-01', null, 'WEST'),
    );
    const west = (from: string) =>
      unit('WEST', 'REGION', record('2016-01-01', from, 'COMPANY'), record(from, null, 'EAST'));
    expect(faultsIn([company, east, west('2017-01-01')], 'EAST')).toContain('EAST parent CONFLICT');
    expect(faultsIn([company, east, west('2019-01-01')], 'WEST')).toContain('WEST parent CONFLICT');
    const past = unit(
      'WEST',
      'REGION',
      record('2016-01-01', '2018-01-01', 'EAST'),
      record('2018-01-01', null, 'COMPANY'),
    );
    expect(faultsIn([company, east, past], 'WEST', 'EAST')).toEqual([]);
    expect(faultsIn([company, unit('EAST', 'REGION', record('2016-01-01', null, 'EAST'))], 'EAST')).toContain(
      'EAST parent CONFLICT',
    );
  });
});

describe('a change', () => {
  const history = unit(
    'EAST',
    'REGION',
    record('2016-01-01', '2018-01-01', 'SALES', 'East'),
    record('2018-01-01', '2020-01-01', 'NORTH', 'East'),
    record('2020-01-01', null, 'NORTH', 'Far East'),
  );

  test('of the name goes on over later moves until the next change of name, and keeps the past', () => {
    const { records } = renamed(history, 'Orient', '2017-01-01', SAID, TODAY) as Unit;
    expect(records.map(({ from, name, parentId }) => `${from} ${name} ${parentId}`)).toEqual([
      '2016-01-01 East SALES',
      '2017-01-01 Orient SALES',
      '2018-01-01 Orient NORTH',
      '2020-01-01 Far East NORTH',
    ]);
    expect(unitFaults({ ...history, records })).toEqual([]);
  });

  test('of the place goes on over later names until the next move', () => {
    const { records } = moved(history, 'SOUTH', '2019-01-01', SAID, TODAY) as Unit;
    expect(records.map(({ from, name, parentId }) => `${from} ${name} ${parentId}`)).toEqual([
      '2016-01-01 East SALES',
      '2018-01-01 East NORTH',
      '2019-01-01 East SOUTH',
      '2020-01-01 Far East SOUTH',
    ]);
  });

  test('to what is already so is none', () => {
    expect(renamed(history, 'Far East', '2024-01-01', SAID, TODAY)).toBe(history);
  });

  test('that would erase what was recorded, or lies outside the life of the unit, is refused', () => {
    expect(moved(history, 'X', '2018-01-01', SAID, TODAY)).toMatchObject({ field: 'from' });
    expect(renamed(history, 'X', '2020-01-01', SAID, TODAY)).toMatchObject({ field: 'from' });
    expect(renamed(history, 'X', '2016-01-01', SAID, TODAY)).toMatchObject({ field: 'from' });
    expect(renamed(history, 'X', '2015-01-01', SAID, TODAY)).toMatchObject({ field: 'from' });
    expect(moved(company, 'SALES', '2020-01-01', SAID, TODAY)).toMatchObject({ field: 'id' });
  });

  const told = (next: ReturnType<typeof renamed>) =>
    'field' in next
      ? next.field
      : next.records.map(({ from, to, name, parentId }) => `${from}..${to ?? ''} ${name} ${parentId}`);

  test('of the name on the day of a move leaves the move, and the other way round', () => {
    expect(told(renamed(history, 'Orient', '2018-01-01', SAID, TODAY))).toEqual([
      '2016-01-01..2018-01-01 East SALES',
      '2018-01-01..2020-01-01 Orient NORTH',
      '2020-01-01.. Far East NORTH',
    ]);
    expect(told(moved(history, 'SOUTH', '2020-01-01', SAID, TODAY))).toEqual([
      '2016-01-01..2018-01-01 East SALES',
      '2018-01-01..2020-01-01 East NORTH',
      '2020-01-01.. Far East SOUTH',
    ]);
  });

  test('on a day to come replaces what was planned for it, and on the day itself no longer', () => {
    const eve = '2019-12-31';
    expect(told(renamed(history, 'Orient', '2020-01-01', SAID, eve))).toEqual([
      '2016-01-01..2018-01-01 East SALES',
      '2018-01-01..2020-01-01 East NORTH',
      '2020-01-01.. Orient NORTH',
    ]);
    expect(told(renamed(history, 'East', '2020-01-01', SAID, eve))).toEqual([
      '2016-01-01..2018-01-01 East SALES',
      '2018-01-01.. East NORTH',
    ]);
    expect(told(renamed(history, 'Orient', '2020-01-01', SAID, '2020-01-01'))).toBe('from');
    expect(told(renamed(history, 'Orient', '2016-01-01', SAID, '2015-12-31'))).toEqual([
      '2016-01-01..2018-01-01 Orient SALES',
      '2018-01-01..2020-01-01 Orient NORTH',
      '2020-01-01.. Far East NORTH',
    ]);
  });

  test('ends the last record, once', () => {
    const done = closed(history, '2021-01-01') as Unit;
    expect(done.records.at(-1)).toMatchObject({ from: '2020-01-01', to: '2021-01-01' });
    expect(closed(done, '2021-01-01')).toMatchObject({ field: 'to' });
    expect(closed(history, '2020-01-01')).toMatchObject({ field: 'to' });
  });
});

const day = fc.integer({ min: 0, max: 40 }).map((n) => `2020-01-${String(n).padStart(2, '0')}`);
const interval = fc.tuple(day, fc.option(day, { nil: null })).map(([a, b]) => {
  const [from, to] = b !== null && b < a ? [b, a] : [a, b];
  return { from, to: to === from ? null : to };
});

describe('an imported record', () => {
  test('lasts until the next one begins, whatever the order of arrival', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(interval, { selector: ({ from }) => from, maxLength: 6 }),
        fc.gen(),
        (intervals, gen) => {
          const rows = intervals.map(({ from, to }) => record(from, to, 'COMPANY', `since ${from}`));
          const shuffled = gen(fc.shuffledSubarray, rows, { minLength: rows.length });
          const once = rows.reduce(withRecord, [] as UnitRecord[]);
          expect(shuffled.reduce(withRecord, [] as UnitRecord[])).toEqual(once);
          expect(rows.reduce(withRecord, once)).toEqual(once);
          if (rows.length > 0) expect(unitFaults(unit('T', 'TEAM', ...once))).toEqual([]);
        },
      ),
    );
  });
});

test('intervals cover another exactly when every day of it is in one of them', () => {
  const days = Array.from({ length: 45 }, (_, n) => `2020-01-${String(n).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.array(interval, { maxLength: 5 }), interval, (some, whole) => {
      const within = (one: { from: string; to: string | null }, at: string) =>
        one.from <= at && (one.to === null || at < one.to);
      const every = days.filter((at) => within(whole, at)).every((at) => some.some((one) => within(one, at)));
      expect(coverAll(some, whole)).toBe(every && (whole.to !== null || some.some(({ to }) => to === null)));
    }),
  );
});

test('a unit out of force is shown as it last was, or first will be', () => {
  const gone = unit(
    'T',
    'TEAM',
    record('2016-01-01', '2017-01-01', 'A', 'first'),
    record('2018-01-01', '2019-01-01', 'A', 'last'),
  );
  const name = (at: string) => recordNear(gone, at).name;
  expect([name('2015-01-01'), name('2017-06-01'), name('2018-01-01'), name('2020-01-01')]).toEqual([
    'first',
    'first',
    'last',
    'last',
  ]);
  expect(recordOn(gone, '2017-06-01')).toBeNull();
});
