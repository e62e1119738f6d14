/**
 * Whatever is done to the organization, it stays sound at every instant, past and to come; and whoever hears of it in any
 * order has the same organization. Made through the graph, judged by what the graph tells.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type House, openHouse } from './house.ts';
import { openNeighbour, toldBy } from './neighbour.ts';
import { historyOf, randomChanges } from './random-changes.ts';
import { type ToldHistory, turningPoints, unsound } from './soundness.ts';

const FACTOR = Number(process.env.TEST_FACTOR ?? 0.1);
const CHANGES = Math.max(40, Math.round(200 * FACTOR));
const SEQUENCES = Math.max(2, Math.round(3 * FACTOR));
/** After so many changes the whole history is judged. */
const STRIDE = 5;
/** So many days are compared between the graph and a copy; all of them where there are no more. */
const DAYS_COMPARED = 40;
const MINUTES = 60_000;

const CODES = ['COMPANY', 'SALES', 'East', 'East One', 'East Two', 'West', 'West One'];
const FIELDS = 'code name kind parent { code }';

const draws = fc.array(
  fc.record({ what: fc.nat(1_000), picks: fc.array(fc.nat(9_999), { minLength: 24, maxLength: 24 }) }),
  { minLength: CHANGES, maxLength: CHANGES },
);

/** The tree of a day as the graph answers it. */
async function treeInGraph(house: House, asOf: string) {
  interface Row {
    code: string;
    name: string;
    kind: string;
    parent: { code: string } | null;
  }
  const { units } = await house.answer<{ units: { nodes: Row[] } }>(
    'administrator',
    `query($asOf: Date!) { units(first: 200, asOf: $asOf) { nodes { ${FIELDS} } } }`,
    { asOf },
  );
  return units.nodes.map(({ code, name, kind, parent }) => ({ code, name, kind, parent: parent?.code ?? null }));
}

/** Hands every event to another service in a shuffled order, some of them twice, and compares what it knows. */
async function expectSameElsewhere(house: House, codes: readonly string[], shuffle: <T>(list: T[]) => T[]) {
  const told = await toldBy(house);
  const neighbour = await openNeighbour();
  try {
    await neighbour.deliver(shuffle([...told, ...told.filter((_, n) => n % 5 === 0)]));
    const history = await historyOf(house, codes);
    const [tree, everybody] = [await neighbour.view.units(), await neighbour.view.everybody()];
    const days = turningPoints(history);
    const step = Math.max(1, Math.ceil(days.length / DAYS_COMPARED));
    for (const day of days.filter((_, n) => n % step === 0)) {
      const copy = tree
        .on(day)
        .all()
        .map(({ id }) => tree.byId(id, day)!)
        .map(({ code, name, kind, parentId }) => ({
          ...{ code, name, kind, parent: parentId === null ? null : tree.get(parentId)!.code },
        }));
      expect({ day, units: copy }).toEqual({ day, units: await treeInGraph(house, day) });
    }
    const heard = everybody.map(({ code, hiredOn, leftOn, assignments }) => ({
      ...{ code, hiredOn, leftOn },
      assignments: assignments.map(({ id, from, to }) => ({ id, from, to })),
    }));
    const known = history.people.map(({ code, hiredOn, leftOn, assignments }) => ({
      ...{ code, hiredOn, leftOn },
      assignments: assignments.map(({ id, from, to }) => ({ id, from, to })),
    }));
    expect(heard).toEqual(known);
  } finally {
    await neighbour.close();
  }
}

test(
  `${SEQUENCES} sequences of ${CHANGES} changes of every kind leave it sound, and the same to whoever hears of them`,
  async () => {
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(draws, fc.gen(), async (sequence, gen) => {
        const house = await openHouse();
        try {
          const changes = randomChanges(house, CODES);
          for (const [place, draw] of sequence.entries()) {
            await changes.make(draw);
            if (place % STRIDE === 0 || place === sequence.length - 1)
              expect(unsound(await historyOf(house, changes.codes))).toEqual([]);
          }
          for (const [outcome, times] of changes.outcomes) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + times);
          await expectSameElsewhere(house, changes.codes, (list) =>
            gen(fc.shuffledSubarray, list, { minLength: list.length }),
          );
        } finally {
          await house.close();
        }
      }),
      { numRuns: SEQUENCES, seed: Number(process.env.TEST_SEED ?? 1), endOnFailure: true },
    );
    const count = (ending: string) =>
      [...outcomes].filter(([outcome]) => outcome.endsWith(ending)).reduce((sum, [, times]) => sum + times, 0);
    // Refusals are the caller's faults or conflicts, never ours; and enough is taken for all this to mean something.
    const allowed = /(taken|BAD_USER_INPUT|CONFLICT|NOT_FOUND)$/;
    expect([...outcomes.keys()].filter((outcome) => !allowed.test(outcome))).toEqual([]);
    expect(count('taken')).toBeGreaterThan((CHANGES * SEQUENCES) / 5);
    const kinds = [...outcomes.keys()].filter((outcome) => outcome.endsWith('taken'));
    expect(kinds.length).toBeGreaterThanOrEqual(FACTOR >= 1 ? 16 : 8);
  },
  10 * MINUTES,
);

test('the judge finds what is unsound', () => {
  const unit = (code: string, kind: string, parent: string | null, from = '2020-01-01', to: string | null = null) => ({
    ...{ code, kind },
    records: [{ name: code, from, to, parent: parent === null ? null : { code: parent } }],
  });
  const person = (code: string, leftOn: string | null, ...assignments: [string, boolean, boolean][]) => ({
    ...{ code, hiredOn: null, leftOn, employments: [{ hiredOn: null, leftOn }] },
    assignments: assignments.map(([where, primary, leader]) => ({
      ...{ role: 'EMPLOYEE', primary, leader, unit: { code: where }, from: '2020-01-01', to: null },
    })),
  });
  const company = unit('C', 'COMPANY', null);
  const found = (units: object[], people: object[] = []) =>
    unsound({ units, people } as ToldHistory).map((fault) => fault.replace(/^[\d-]+: /, ''));
  expect(found([company, unit('A', 'TEAM', 'C')], [person('P', null, ['A', true, true])])).toEqual([]);
  expect(found([company, unit('D', 'COMPANY', null)])).toEqual(['there are 2 roots: C D']);
  expect(found([company, unit('A', 'REGION', 'B'), unit('B', 'REGION', 'A')])).toEqual([
    'A is above itself',
    'B is above itself',
  ]);
  expect(found([company, unit('A', 'TEAM', 'X')])).toEqual(['A is below X, which does not exist']);
  expect(found([company, unit('A', 'TEAM', 'C'), unit('B', 'REGION', 'A')])).toEqual([
    'B, a REGION, is below A, a TEAM',
  ]);
  expect(found([company, unit('A', 'TEAM', 'C', '2019-12-31')])).toContain('A is below C, which does not exist');
  expect(found([company], [person('P', null, ['C', true, false], ['C', true, false])])).toEqual([
    'P has two primary assignments',
  ]);
  expect(found([company], [person('P', null, ['C', true, true]), person('Q', null, ['C', true, true])])).toEqual([
    'C is led by P and Q',
  ]);
  expect(found([company], [person('P', null, ['X', true, false])])).toEqual(['P works in X, which does not exist']);
  expect(found([company], [person('P', '2020-01-01', ['C', true, false])])).toEqual(['P left on 2020-01-01 and works']);
});
