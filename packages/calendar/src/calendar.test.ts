import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  activeDays,
  addDays,
  addMonths,
  compareDays,
  covers,
  type Day,
  dayAfterMonth,
  dayBefore,
  dayOf,
  daysBetween,
  daysInMonth,
  fakeClock,
  firstDay,
  isDay,
  isMonth,
  isZone,
  lastDay,
  monthOf,
  monthsFrom,
  overlaps,
  parseDay,
  startOfDay,
  systemClock,
} from './index.ts';

/** Days by an arithmetic of their own: the day numbers of `Date.UTC`. */
const MS = 86_400_000;
const dayFromNumber = (number: number): Day => new Date(number * MS).toISOString().slice(0, 10);
const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MS;
const days = fc.integer({ min: numberOf('1900-01-01'), max: numberOf('2199-12-31') }).map(dayFromNumber);
const months = days.map((day) => day.slice(0, 7));
const intervals = fc.record({ from: days, to: fc.option(days) });

describe('a day', () => {
  test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-04-31',
    '2024-2-9',
    '20240229',
    '0000-01-01',
    '2024-01-01T00:00',
    ' 2024-01-01',
    '10000-01-01',
    '',
    20240101,
    null,
    undefined,
    ['2024-01-01'],
  ])('%p does not', (value) => {
    expect(isDay(value)).toBe(false);
  });

  test('is moved and measured as day numbers are', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
        const moved = addDays(day, count);
        expect(numberOf(moved)).toBe(numberOf(day) + count);
        expect(daysBetween(day, moved)).toBe(count);
      }),
    );
  });

  test('is ordered as time is', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(Math.sign(compareDays(a, b))).toBe(Math.sign(numberOf(a) - numberOf(b)));
      }),
    );
  });

  test('that does not exist is refused by name', () => {
    expect(() => addDays('2023-02-29', 1)).toThrow(new RangeError('Not a day (YYYY-MM-DD): "2023-02-29"'));
    expect(() => daysBetween('2023-01-01', 'soon')).toThrow('"soon"');
    expect(() => addDays('9999-12-31', 1)).toThrow('0001 to 9999');
    expect(() => addDays('0001-01-01', -1)).toThrow('0001 to 9999');
  });
});

describe('a month', () => {
  test.each(['2024-02', '0001-01', '9999-12'])('%s exists', (text) => expect(isMonth(text)).toBe(true));
  test.each(['2024-2', '2024-13', '2024-00', '0000-01', '2024', '2024-01-01', 202401, null])('%p does not', (value) =>
    expect(isMonth(value)).toBe(false),
  );

  test('holds its days and no other', () => {
    fc.assert(
      fc.property(months, (month) => {
        expect(daysBetween(firstDay(month), dayAfterMonth(month))).toBe(daysInMonth(month));
        expect(addDays(lastDay(month), 1)).toBe(dayAfterMonth(month));
        expect(monthOf(firstDay(month))).toBe(month);
        expect(monthOf(lastDay(month))).toBe(month);
        expect(monthOf(dayAfterMonth(month))).toBe(addMonths(month, 1));
      }),
    );
  });

  test('is listed from one to another, both included', () => {
    expect(monthsFrom('2017-11', '2018-02')).toEqual(['2017-11', '2017-12', '2018-01', '2018-02']);
    expect(monthsFrom('2017-11', '2017-11')).toEqual(['2017-11']);
    expect(monthsFrom('2017-11', '2017-10')).toEqual([]);
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 60 }), (month, count) => {
        const list = monthsFrom(month, addMonths(month, count));
        expect(list).toHaveLength(count + 1);
        expect(list).toEqual([...list].sort());
      }),
    );
  });

  test('has as many days as the calendar says', () => {
    expect(['2023-02', '2024-02', '1900-02', '2000-02', '2024-04'].map(daysInMonth)).toEqual([28, 29, 28, 29, 30]);
  });

  test('that does not exist is refused by name', () => {
    expect(() => firstDay('2024-13')).toThrow('Not a month (YYYY-MM): "2024-13"');
    expect(() => monthOf('2024-02-30')).toThrow('"2024-02-30"');
    expect(() => addMonths('9999-12', 1)).toThrow('0001 to 9999');
  });
});

describe('an interval', () => {
  /** Day by day, in a window that is wide enough. */
  const holds = ({ from, to }: { from: Day; to: Day | null }, number: number) =>
    number >= numberOf(from) && (to === null || number < numberOf(to));

  test('includes its first day and excludes its last', () => {
    expect(covers({ from: '2024-01-01', to: '2024-02-01' }, '2024-01-01')).toBe(true);
    expect(covers({ from: '2024-01-01', to: '2024-02-01' }, '2024-02-01')).toBe(false);
    expect(covers({ from: '2024-01-01', to: null }, '9999-01-01')).toBe(true);
    expect(covers({ from: '2024-01-01', to: '2024-01-01' }, '2024-01-01')).toBe(false);
  });

  test('overlaps another where a day lies in both', () => {
    const near = fc.integer({ min: 0, max: 12 }).map((offset) => dayFromNumber(numberOf('2024-01-01') + offset));
    const short = fc.record({ from: near, to: fc.option(near) });
    fc.assert(
      fc.property(short, short, (a, b) => {
        const window = Array.from({ length: 20 }, (_, offset) => numberOf('2024-01-01') + offset);
        const expected = window.some((number) => holds(a, number) && holds(b, number));
        expect(overlaps(a, b)).toBe(expected);
        expect(overlaps(b, a)).toBe(expected);
      }),
    );
  });

  test('counts its days in a month', () => {
    expect(activeDays({ from: '2024-02-10', to: '2024-02-20' }, '2024-02')).toBe(10);
    expect(activeDays({ from: '2023-01-01', to: null }, '2024-02')).toBe(29);
    expect(activeDays({ from: '2024-03-01', to: null }, '2024-02')).toBe(0);
    fc.assert(
      fc.property(intervals, months, (interval, month) => {
        const first = numberOf(firstDay(month));
        const within = Array.from({ length: daysInMonth(month) }, (_, offset) => first + offset);
        expect(activeDays(interval, month)).toBe(within.filter((number) => holds(interval, number)).length);
      }),
    );
  });
});

describe('the business time zone', () => {
  test('decides which day it is', () => {
    const instant = new Date('2024-01-31T16:00:00Z');
    expect(dayOf(instant, 'Asia/Shanghai')).toBe('2024-02-01');
    expect(dayOf(new Date(instant.getTime() - 1), 'Asia/Shanghai')).toBe('2024-01-31');
    expect(dayOf(instant, 'UTC')).toBe('2024-01-31');
  });

  test('decides when a day begins, also where midnight does not exist', () => {
    expect(startOfDay('2024-02-01', 'Asia/Shanghai')).toEqual(new Date('2024-01-31T16:00:00Z'));
    // Clocks went from 24:00 on November 3rd to 01:00.
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toEqual(new Date('2018-11-04T03:00:00Z'));
  });

  test.each(['Asia/Shanghai', 'UTC', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'])(
    'begins a day in %s with its first instant',
    (zone) => {
      const existing = days.filter((day) => !(zone === 'Pacific/Apia' && day === '2011-12-30'));
      fc.assert(
        fc.property(existing, (day) => {
          const start = startOfDay(day, zone);
          expect(dayOf(start, zone)).toBe(day);
          expect(dayOf(new Date(start.getTime() - 1), zone) < day).toBe(true);
        }),
      );
    },
  );

  test('must be known', () => {
    expect(isZone('Asia/Shanghai')).toBe(true);
    expect(isZone('Asia/Atlantis')).toBe(false);
    expect(() => dayOf(new Date(), 'Asia/Atlantis')).toThrow(RangeError);
    expect(() => dayOf(new Date(Number.NaN), 'UTC')).toThrow(RangeError);
  });
});

describe('a written day', () => {
  test.each([
    ['2017-02-09', '2017-02-09'],
    ['2/9/2017', '2017-02-09'],
    ['02/09/2017', '2017-02-09'],
    ['12/31/2017', '2017-12-31'],
    ['2/29/2016', '2016-02-29'],
  ])('%s is %s', (text, day) => {
    expect(parseDay(text, ['YYYY-MM-DD', 'M/D/YYYY'])).toBe(day);
  });

  test.each([
    '',
    ' 2/9/2017',
    '2/9/2017 ',
    '13/1/2017',
    '2/29/2017',
    '2/0/2017',
    '0/2/2017',
    '2/9/17',
    '2-9-2017',
    '2/9/2017 00:00',
    '2017/02/09',
    '002/9/2017',
    '２/9/2017',
    'NaN/1/2017',
  ])('%p is none', (text) => {
    expect(parseDay(text, ['YYYY-MM-DD', 'M/D/YYYY'])).toBeNull();
  });

  test('is read only in the forms that were asked for', () => {
    expect(parseDay('2/9/2017')).toBeNull();
    expect(parseDay('2017-02-09', ['M/D/YYYY'])).toBeNull();
    expect(parseDay('2017/02/09', ['YYYY/M/D'])).toBe('2017-02-09');
    expect(parseDay('2017/02/30', ['YYYY/M/D', 'M/D/YYYY'])).toBeNull();
  });

  test('comes back from each form', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year, month, date] = day.split('-').map(Number);
        expect(parseDay(day)).toBe(day);
        expect(parseDay(`${month}/${date}/${year}`, ['M/D/YYYY'])).toBe(day);
        expect(parseDay(`${year}/${month}/${date}`, ['M/D/YYYY', 'YYYY/M/D'])).toBe(day);
      }),
    );
  });
});

describe('a clock', () => {
  test('of a test stands still until it is told otherwise', () => {
    const clock = fakeClock('2026-03-16T04:00:00Z');
    expect(clock.now()).toEqual(new Date('2026-03-16T04:00:00Z'));
    clock.now().setFullYear(1999);
    clock.advance(1500);
    expect(clock.now()).toEqual(new Date('2026-03-16T04:00:01.500Z'));
    clock.set(new Date('2026-04-01T00:00:00Z'));
    expect(clock.now()).toEqual(new Date('2026-04-01T00:00:00Z'));
    expect(() => clock.set('tomorrow')).toThrow('Not an instant: "tomorrow"');
  });

  test('of the machine goes with the time', () => {
    expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1000);
  });
});

test('the day before the first day is the first day', () => {
  expect([dayBefore('2024-03-01'), dayBefore('0001-01-02'), dayBefore('0001-01-01')]).toEqual([
    '2024-02-29',
    '0001-01-01',
    '0001-01-01',
  ]);
});
