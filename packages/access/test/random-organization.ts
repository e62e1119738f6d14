/** Companies at random, as far as access is concerned, and a view of them in memory. */
import { addDays, covers } from '@salesgraph/calendar';
import fc from 'fast-check';
import { type KnownPerson, type OrganizationView, ROLES } from '../src/index.ts';

export const TODAY = '2026-03-16';

/** A unit's number is above those of the units below it; the root is 0. */
export interface Organization {
  parents: number[];
  people: KnownPerson[];
}

const within = fc.record({ start: fc.integer({ min: -3, max: 1 }), days: fc.integer({ min: 1, max: 4 }) });
const time = ({ start, days }: { start: number; days: number }) => ({
  from: addDays(TODAY, start),
  to: addDays(TODAY, start + days),
});

export const organizations: fc.Arbitrary<Organization> = fc
  .record({ units: fc.integer({ min: 1, max: 8 }), people: fc.integer({ min: 1, max: 8 }) })
  .chain(({ units, people }) =>
    fc.record({
      parents: fc.tuple(...Array.from({ length: units }, (_, n) => fc.nat(Math.max(0, n - 1)))),
      people: fc.tuple(
        ...Array.from({ length: people }, (_, n) =>
          fc.record({
            id: fc.constant(`p${n}`),
            code: fc.constant(`P${n}`),
            assignments: fc.array(
              fc
                .record({ unit: fc.nat(units - 1), role: fc.constantFrom(...ROLES), when: within })
                .map(({ unit, role, when }) => ({ unitId: `u${unit}`, role, ...time(when) })),
              { maxLength: 3 },
            ),
            delegations: fc.array(
              fc
                .record({ whom: fc.nat(people), when: within })
                .map(({ whom, when }) => ({ fromId: `p${whom}`, ...time(when) })),
              { maxLength: 2 },
            ),
          }),
        ),
      ),
    }),
  );

export function viewOf({ parents, people }: Organization) {
  const upwards = (unitId: string): string[] => {
    const at = Number(unitId.slice(1));
    return at === 0 ? [unitId] : [unitId, ...upwards(`u${parents[at]}`)];
  };
  const units = parents.map((_, n) => `u${n}`);
  const byId = (ids: readonly string[]) =>
    new Map(people.filter(({ id }) => ids.includes(id)).map((person) => [person.id, person]));
  const view: OrganizationView = {
    personByCode: async (code) => people.find((person) => person.code === code) ?? null,
    peopleByIds: async (ids) => byId(ids),
    units: async () => ({ subtree: (top) => units.filter((unit) => upwards(unit).includes(top)) }),
    peopleIn: async (unitIds, day) =>
      people.filter(({ assignments }) => assignments.some((one) => unitIds.includes(one.unitId) && covers(one, day))),
  };
  return { view, upwards, byId, units };
}
