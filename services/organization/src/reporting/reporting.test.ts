/** The reports against a recount, person by person and day by day. */
import { describe, expect, test } from '@jest/globals';
import { addDays, covers, type Day } from '@salesgraph/calendar';
import { unitTree } from '@salesgraph/organization-model';
import fc from 'fast-check';
import { type Assignment, managerAmong, primaryOn } from '../people/assignments.ts';
import { recordOn, type Unit } from '../units/units.ts';
import { coverageOf, topsOf } from './coverage.ts';
import { countsOn, stepsOf } from './head-count.ts';
import { leadersOn, termsOf } from './leadership-terms.ts';
import type { SeatedPerson, Stretch } from './seats.store.ts';
import { medianOf, spansOf } from './span.ts';
import { kindOf, transfersIn, transfersOf } from './transfers.ts';
import { vacancyOf } from './vacancies.ts';

const FIRST = '2020-01-01';
const dayAt = (place: number): Day => addDays(FIRST, place);
const DAYS = Array.from({ length: 31 }, (_, place) => dayAt(place));

const unit = (id: string, ...records: [parentId: string | null, from: Day, to: Day | null][]): Unit => ({
  ...{ id, code: id, kind: id === 'u0' ? 'COMPANY' : 'REGION', currency: null, origins: [] },
  records: records.map(([parentId, from, to]) => ({ name: id, parentId, from, to, reason: null, by: null })),
});

const seat = (unitId: string, from: Day, to: Day | null, more: Partial<Assignment> = {}): Assignment => ({
  ...{ id: `${unitId} ${from}`, unitId, role: 'SALES_ENGINEER', primary: true, leader: false, from, to },
  ...{ reason: null, by: null },
  ...more,
});
const person = (code: string, ...assignments: Assignment[]): SeatedPerson => ({ id: code, code, assignments });

/** Twenty days in which units move about and people with them; who leads what does not overlap. */
const COMPANIES = fc
  .record({
    units: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 19 })), { minLength: 2, maxLength: 8 }),
    people: fc.array(
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 19 }), fc.nat({ max: 3 })), { maxLength: 4 }),
      { maxLength: 15 },
    ),
  })
  .map(({ units: drawn, people: careers }) => {
    // Above a unit stands one before it in the list, another one from some day on.
    const units = [
      unit('u0', [null, FIRST, null]),
      ...drawn.map(([before, after, moved], place) =>
        unit(
          `u${place + 1}`,
          [`u${before % (place + 1)}`, FIRST, dayAt(moved)],
          [`u${after % (place + 1)}`, dayAt(moved), null],
        ),
      ),
    ];
    const led = new Map<string, Day>();
    const people = careers.map((career, place) => {
      const starts = [...new Map(career.map((one) => [one[1], one])).values()].sort((a, b) => a[1] - b[1]);
      const assignments = starts.map(([at, start, what], nth): Assignment => {
        const unitId = `u${at % units.length}`;
        const to = starts[nth + 1]
          ? dayAt(starts[nth + 1]![1] - (what === 3 ? 1 : 0))
          : what === 2
            ? dayAt(start + 3)
            : null;
        const from = dayAt(start);
        const leader = what === 1 && !led.has(unitId);
        if (leader) led.set(unitId, from);
        return seat(unitId, from, to, { leader, role: leader ? 'TEAM_LEADER' : 'SALES_ENGINEER' });
      });
      return person(`p${place}`, ...assignments.filter(({ from, to }) => to === null || from < to));
    });
    return { history: unitTree(units), units, people };
  });

/** Whether a unit stands below another one or is it, by climbing. */
function isBelow(units: readonly Unit[], id: string, top: string, day: Day): boolean {
  for (let at: string | null | undefined = id; at; ) {
    if (at === top) return true;
    const here = units.find((one) => one.id === at);
    at = here && recordOn(here, day)?.parentId;
  }
  return false;
}

const stretchesOf = (people: readonly SeatedPerson[]): Stretch[] =>
  people.flatMap(({ assignments }) =>
    assignments.filter(({ primary }) => primary).map(({ unitId, from, to }) => ({ unitId, from, to, count: 1 })),
  );

describe('coverage', () => {
  test('is on every day what stands below the top on that day', () => {
    fc.assert(
      fc.property(COMPANIES, fc.nat({ max: 8 }), ({ history, units }, nth) => {
        const top = `u${nth % units.length}`;
        const coverage = coverageOf(history, [top]);
        for (const day of DAYS) {
          const below = units.filter(({ id }) => isBelow(units, id, top, day)).map(({ id }) => id);
          expect([...coverage.on(day)].sort()).toEqual(below.sort());
          expect(coverage.ever).toEqual(expect.arrayContaining(below));
        }
      }),
    );
  });

  test('reaches what the scope reaches, and what is hidden looks like what is absent', () => {
    const isUnit = (id: string) => id !== 'nowhere';
    const limited = { kind: 'LIMITED' as const, employeeIds: [], unitIds: ['east'] };
    expect(topsOf({ kind: 'COMPANY' }, null, isUnit)).toBeNull();
    expect(topsOf({ kind: 'COMPANY' }, 'west', isUnit)).toEqual(['west']);
    expect(topsOf({ kind: 'COMPANY' }, 'nowhere', isUnit)).toBeUndefined();
    expect(topsOf(limited, null, isUnit)).toEqual(['east']);
    expect(topsOf(limited, 'east', isUnit)).toEqual(['east']);
    expect(topsOf(limited, 'west', isUnit)).toBeUndefined();
    expect(topsOf(limited, 'nowhere', isUnit)).toBeUndefined();
  });
});

describe('span of control', () => {
  test('counts those whose manager the leader is', () => {
    fc.assert(
      fc.property(COMPANIES, fc.nat({ max: 20 }), ({ history, people }, place) => {
        const day = dayAt(place);
        const tree = history.on(day);
        const leaderOf = leadersOn(people, day);
        const members = (unitId: string) => people.filter((one) => primaryOn(one, day)?.unitId === unitId).length;
        const spans = spansOf(tree, tree.subtree('u0'), leaderOf, members);
        const managers = people.flatMap((one) => {
          const home = primaryOn(one, day);
          return home ? (managerAmong(one.id, tree.upwards(home.unitId).map(leaderOf))?.id ?? []) : [];
        });
        const leaders = people.filter(({ assignments }) => assignments.some((one) => one.leader && covers(one, day)));
        expect(spans.map(({ leader, directReports }) => [leader.id, directReports]).sort()).toEqual(
          leaders.map(({ id }) => [id, managers.filter((manager) => manager === id).length]).sort(),
        );
        const widths = spans.map(({ directReports }) => directReports);
        expect(widths).toEqual([...widths].sort((a, b) => b - a));
      }),
    );
  });

  test.each([
    [[], null],
    [[4], '4'],
    [[6, 4], '5'],
    [[7, 4], '5.5'],
    [[9, 3, 1], '3'],
  ])('the median of %j is %s', (ordered, median) => expect(medianOf(ordered)).toBe(median));
});

describe('vacancies', () => {
  const east = unit('East', ['u0', '2020-01-01', '2020-06-01'], ['u0', '2020-06-01', '2021-01-01']);
  const term = (personId: string, from: Day, to: Day | null) => ({ unitId: 'East', personId, from, to });
  const ann = term('Ann', '2020-01-01', '2020-03-01');

  test.each([
    ['nobody ever led it', [], '2020-02-01', { kind: 'VACANT', since: '2020-01-01', lastLeaderId: null, next: null }],
    ['somebody leads it', [term('Ann', '2020-01-01', null)], '2020-02-01', null],
    [
      'on the last day of a term that ends soon',
      [ann],
      '2020-02-29',
      { kind: 'SOON_VACANT', since: '2020-03-01', lastLeaderId: 'Ann', next: null },
    ],
    [
      'on the day after the last one',
      [ann],
      '2020-03-01',
      { kind: 'VACANT', since: '2020-03-01', lastLeaderId: 'Ann', next: null },
    ],
    [
      'just within the time looked ahead',
      [ann],
      '2020-01-31',
      { kind: 'SOON_VACANT', since: '2020-03-01', lastLeaderId: 'Ann', next: null },
    ],
    ['just beyond it', [ann], '2020-01-30', null],
    ['somebody follows at once', [ann, term('Ben', '2020-03-01', null)], '2020-02-29', null],
    [
      'somebody follows at once who does not stay',
      [ann, term('Ben', '2020-03-01', '2020-03-10')],
      '2020-02-29',
      { kind: 'SOON_VACANT', since: '2020-03-10', lastLeaderId: 'Ben', next: null },
    ],
    [
      'somebody follows later',
      [ann, term('Ben', '2020-04-01', null)],
      '2020-03-15',
      { kind: 'VACANT', since: '2020-03-01', lastLeaderId: 'Ann', next: term('Ben', '2020-04-01', null) },
    ],
    ['the unit ends with the term', [term('Ann', '2020-01-01', '2021-01-01')], '2020-12-31', null],
  ])('%s', (_, terms, day, expected) => {
    expect(vacancyOf(east, terms, day, 30)).toEqual(expected && { unit: east, ...expected });
  });

  test('a unit that was founded again is vacant since then', () => {
    const again = unit('East', ['u0', '2020-01-01', '2020-02-01'], ['u0', '2020-05-01', null]);
    expect(vacancyOf(again, [term('Ann', '2020-01-01', '2020-02-01')], '2020-06-01', 0)?.since).toBe('2020-05-01');
  });

  test('a unit is vacant on a day exactly when nobody leads it', () => {
    fc.assert(
      fc.property(COMPANIES, ({ units, people }) => {
        const terms = termsOf(people);
        for (const day of DAYS) {
          const leaderOf = leadersOn(people, day);
          for (const one of units) {
            const vacancy = vacancyOf(one, terms.get(one.id) ?? [], day, 0);
            expect(vacancy?.kind === 'VACANT').toBe(leaderOf(one.id) === null);
            if (vacancy?.kind !== 'VACANT') continue;
            const led = DAYS.filter((each) => each <= day && leadersOn(people, each)(one.id) !== null);
            expect(vacancy.since).toBe(led.length > 0 ? addDays(led.at(-1)!, 1) : FIRST);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('head count', () => {
  test.each([
    ['MONTH', '2020-01-15', '2020-03-01', ['2020-01-15 2020-02-01', '2020-02-01 2020-03-01']],
    ['MONTH', '2020-01-31', '2020-03-02', ['2020-01-31 2020-02-01', '2020-02-01 2020-03-01', '2020-03-01 2020-03-02']],
    [
      'QUARTER',
      '2020-02-01',
      '2020-08-01',
      ['2020-02-01 2020-04-01', '2020-04-01 2020-07-01', '2020-07-01 2020-08-01'],
    ],
    ['YEAR', '2019-12-31', '2021-01-01', ['2019-12-31 2020-01-01', '2020-01-01 2021-01-01']],
    ['DAY', '2020-02-28', '2020-03-01', ['2020-02-28 2020-02-29', '2020-02-29 2020-03-01']],
    ['YEAR', '9998-07-01', '9999-12-31', ['9998-07-01 9999-01-01', '9999-01-01 9999-12-31']],
  ] as const)('by %s from %s to %s', (by, from, to, expected) => {
    expect(stepsOf({ from, to }, by)?.map((step) => `${step.from} ${step.to}`)).toEqual(expected);
  });

  test('has 400 steps at most', () => {
    expect(stepsOf({ from: '2020-01-01', to: addDays('2020-01-01', 400) }, 'DAY')).toHaveLength(400);
    expect(stepsOf({ from: '2020-01-01', to: addDays('2020-01-01', 401) }, 'DAY')).toBeNull();
  });

  test('is what is counted person by person', () => {
    fc.assert(
      fc.property(COMPANIES, fc.nat({ max: 8 }), ({ history, units, people }, nth) => {
        const top = `u${nth % units.length}`;
        const counts = countsOn(DAYS, stretchesOf(people), coverageOf(history, [top]));
        const recount = DAYS.map((day) => {
          const homes = people.flatMap((one) => primaryOn(one, day)?.unitId ?? []);
          return homes.filter((home) => isBelow(units, home, top, day)).length;
        });
        expect(counts).toEqual(recount);
      }),
    );
  });
});

describe('transfers', () => {
  const engineer = seat('East', '2020-01-01', null);
  test.each([
    ['nobody before', null, engineer, 'JOINED'],
    ['nobody after', engineer, null, 'LEFT'],
    ['another unit', engineer, seat('West', '2020-01-01', null), 'TRANSFERRED'],
    ['a more senior role', engineer, seat('East', '2020-01-01', null, { role: 'TEAM_LEADER' }), 'PROMOTED'],
    ['a more senior role elsewhere', engineer, seat('West', '2020-01-01', null, { role: 'TEAM_LEADER' }), 'PROMOTED'],
    ['a role alike', engineer, seat('East', '2020-01-01', null, { role: 'EMPLOYEE' }), 'ROLE_CHANGED'],
    ['the same', engineer, seat('East', '2020-02-01', null, { leader: true }), null],
  ])('%s', (_, before, after, kind) => expect(kindOf(before, after)).toBe(kind));

  test('count from the first day and not on the day after the last one', () => {
    const moved = person('p', seat('East', '2020-01-01', '2020-02-01'), seat('West', '2020-02-01', '2020-03-01'));
    const on = (from: Day, to: Day) => transfersOf(moved, { from, to }).map(({ kind, on: day }) => `${kind} ${day}`);
    expect(on('2020-02-01', '2020-03-01')).toEqual(['TRANSFERRED 2020-02-01']);
    expect(on('2020-02-02', '2020-03-02')).toEqual(['LEFT 2020-03-01']);
    expect(on('2020-01-01', '2020-02-01')).toEqual(['JOINED 2020-01-01']);
  });

  test('a secondment is told when it begins, once', () => {
    const home = seat('East', '2020-01-01', null);
    const guest = (from: Day, to: Day | null) => seat('West', from, to, { primary: false });
    const all = (...more: Assignment[]) =>
      transfersOf(person('p', home, ...more), { from: '2020-01-02', to: '2021-01-01' });
    expect(all(guest('2020-02-01', '2020-03-01')).map(({ kind, on }) => [kind, on])).toEqual([
      ['SECONDED', '2020-02-01'],
    ]);
    expect(all(guest('2020-02-01', '2020-03-01'), guest('2020-03-01', '2020-04-01'))).toHaveLength(1);
    // Without an end it is a second assignment, not a secondment.
    expect(all(guest('2020-02-01', null))).toEqual([]);
  });

  test('balances are the change of the head count wherever the tree stands still', () => {
    fc.assert(
      fc.property(
        COMPANIES,
        fc.nat({ max: 8 }),
        fc.nat({ max: 15 }),
        fc.nat({ max: 15 }),
        (company, nth, start, length) => {
          const { people, units } = company;
          const interval = { from: dayAt(start + 1), to: dayAt(start + 2 + length) };
          // The same tree for ever: that of the first day.
          const still = unitTree(units.map((one) => ({ ...one, records: [{ ...one.records[0]!, to: null }] })));
          const coverage = coverageOf(still, [`u${nth % units.length}`]);
          const { balances, transfers } = transfersIn(people, interval, coverage);
          const sum = [...balances.values()].reduce((net, one) => net + one.in - one.out, 0);
          const [before, after] = countsOn(
            [addDays(interval.from, -1), addDays(interval.to, -1)],
            stretchesOf(people),
            coverage,
          );
          expect(sum).toBe(after! - before!);
          for (const [unitId, balance] of balances) {
            const alone = coverageOf(still, [unitId], false);
            const [then, now] = countsOn(
              [addDays(interval.from, -1), addDays(interval.to, -1)],
              stretchesOf(people),
              alone,
            );
            expect(balance.in - balance.out).toBe(now! - then!);
          }
          const ins = transfers.filter(({ kind, after: to }) => kind === 'JOINED' && to).length;
          expect(ins).toBeLessThanOrEqual([...balances.values()].reduce((all, one) => all + one.in, 0));
        },
      ),
    );
  });
});
