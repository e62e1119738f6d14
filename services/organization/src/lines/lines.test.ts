/** Reporting lines against the rule stated person by person. */
import { describe, expect, test } from '@jest/globals';
import { unitTree } from '@salesgraph/organization-model';
import fc from 'fast-check';
import { managerAmong } from '../people/assignments.ts';
import type { Unit } from '../units/units.ts';
import { chartCursor, chartOf } from './chart.ts';
import { chainAmong, directReportsIn, type Leader, superiorsIn } from './lines.ts';

const DAY = '2026-03-16';

/** A tree of which each unit names the place of the one above among those before it. */
const treeOf = (above: readonly number[]) =>
  unitTree(
    [null, ...above].map(
      (parent, place): Unit => ({
        ...{
          id: `u${place}`,
          code: `U${place}`,
          kind: place === 0 ? 'COMPANY' : 'REGION',
          currency: null,
          origins: [],
        },
        records: [
          {
            ...{ name: 'x', reason: null, by: null },
            parentId: parent === null ? null : `u${parent}`,
            from: '2020-01-01',
            to: null,
          },
        ],
      }),
    ),
  ).on(DAY);

const people =
  (leaders: Record<string, [who: string, homeId: string | null]>) =>
  (unitId: string): Leader | null => {
    const found = leaders[unitId];
    return found ? { id: found[0], code: found[0], homeId: found[1] } : null;
  };

/** A tree, who leads which of its units, and where everybody is at home. */
const COMPANIES = fc
  .integer({ min: 1, max: 25 })
  .chain((size) =>
    fc.record({
      above: fc.tuple(...Array.from({ length: size - 1 }, (_, place) => fc.nat({ max: place }))),
      leaders: fc.array(fc.option(fc.nat({ max: 7 }), { nil: null }), { minLength: size, maxLength: size }),
      homes: fc.array(fc.option(fc.nat({ max: size - 1 }), { nil: null, freq: 6 }), { minLength: 20, maxLength: 20 }),
    }),
  )
  .map(({ above, leaders, homes }) => {
    const tree = treeOf(above);
    const homeOf = (person: number) => (homes[person] === null ? null : `u${homes[person]}`);
    const leaderOf = (unitId: string): Leader | null => {
      const person = leaders[Number(unitId.slice(1))] ?? null;
      return person === null ? null : { id: `p${person}`, code: `p${person}`, homeId: homeOf(person) };
    };
    const persons = homes.map((_, person) => ({ id: `p${person}`, homeId: homeOf(person) }));
    const managerOf = ({ id, homeId }: { id: string; homeId: string | null }) =>
      homeId === null ? null : (managerAmong(id, tree.upwards(homeId).map(leaderOf))?.id ?? null);
    return { tree, leaderOf, persons, managerOf };
  });

describe('reporting lines', () => {
  test('a vacant unit reports to the next leader above, a leader to the one above the own units', () => {
    // u0 Ann > u1 vacant > u2 Ben > u3 Ben: Ben leads two units in a row.
    const tree = treeOf([0, 1, 2]);
    const leaderOf = people({ u0: ['Ann', 'u0'], u2: ['Ben', 'u3'], u3: ['Ben', 'u3'] });
    const superiors = superiorsIn(tree, leaderOf);
    expect(['u0', 'u1', 'u2', 'u3'].map((id) => superiors(id))).toEqual([
      { nearest: 'Ann', next: null },
      { nearest: 'Ann', next: null },
      { nearest: 'Ben', next: 'Ann' },
      { nearest: 'Ben', next: 'Ann' },
    ]);
    const reports = directReportsIn(tree, tree.subtree('u0'), leaderOf);
    expect(reports.get('Ann')).toEqual({ unitIds: ['u0', 'u1'], leaders: [{ id: 'Ben', code: 'Ben', homeId: 'u3' }] });
    expect(reports.get('Ben')).toEqual({ unitIds: ['u2', 'u3'], leaders: [] });
  });

  test('who leads without belonging is nobody there, and reports where the primary assignment is', () => {
    const tree = treeOf([0, 0]);
    const leaderOf = people({ u0: ['Ann', 'u0'], u1: ['Deputy', 'u0'], u2: ['Deputy', 'u0'] });
    const reports = directReportsIn(tree, tree.subtree('u0'), leaderOf);
    expect(reports.get('Deputy')).toEqual({ unitIds: ['u1', 'u2'], leaders: [] });
    expect(reports.get('Ann')).toEqual({ unitIds: ['u0'], leaders: [] });
  });

  test('direct reports are exactly those whose manager a person is', () => {
    fc.assert(
      fc.property(COMPANIES, ({ tree, leaderOf, persons, managerOf }) => {
        const units = tree.subtree('u0');
        const reports = directReportsIn(tree, units, leaderOf);
        for (const superior of persons) {
          const { unitIds, leaders } = reports.get(superior.id) ?? { unitIds: [], leaders: [] };
          const listed = persons
            .filter(({ id, homeId }) => id !== superior.id && homeId !== null && unitIds.includes(homeId))
            .map(({ id }) => id);
          const found = [...listed, ...leaders.map(({ id }) => id)].sort();
          expect(found).toEqual(
            persons
              .filter((one) => managerOf(one) === superior.id)
              .map(({ id }) => id)
              .sort(),
          );
        }
      }),
    );
  });

  test('the chain of command begins with the manager and names nobody twice', () => {
    fc.assert(
      fc.property(COMPANIES, ({ tree, leaderOf, persons, managerOf }) => {
        for (const person of persons) {
          const upwards = person.homeId === null ? [] : tree.upwards(person.homeId);
          const chain = chainAmong(person.id, upwards.map(leaderOf)).map(({ id }) => id);
          expect(chain[0] ?? null).toBe(managerOf(person));
          expect(new Set(chain).size).toBe(chain.length);
          expect(chain).not.toContain(person.id);
        }
      }),
    );
  });
});

describe('an org chart', () => {
  test('goes branch by branch in code order, no deeper than asked for', () => {
    // u0 > u1 > u3; u0 > u2 > u4 > u5
    const tree = treeOf([0, 0, 1, 2, 4]);
    const shown = (depth?: number) =>
      chartOf(tree, 'u0', depth)?.map(({ unit, depth: level }) => `${level} ${unit.code}`);
    expect(shown()).toEqual(['0 U0', '1 U1', '2 U3', '1 U2', '2 U4', '3 U5']);
    expect(shown(1)).toEqual(['0 U0', '1 U1', '1 U2']);
    expect(shown(0)).toEqual(['0 U0']);
    expect(chartOf(tree, 'u2')?.map(({ unit }) => unit.code)).toEqual(['U2', 'U4', 'U5']);
    expect(chartOf(tree, 'u9')).toBeNull();
  });

  test('is in the order of its cursors', () => {
    fc.assert(
      fc.property(COMPANIES, ({ tree }) => {
        const cursors = chartOf(tree, 'u0')!.map((place) => chartCursor(place)[0]!);
        expect(cursors).toEqual([...cursors].sort());
      }),
    );
  });
});
