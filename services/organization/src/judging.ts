/**
 * Judges what a change would make of units and people together, against everything it touches: the tree at any time, a unit
 * under every assignment, one primary assignment a person, one leader a unit.
 */
import { contradiction, type Fault } from './faults.ts';
import { leaderFaults, type Person, personFaults, placementFaults, unitsLed } from './people/assignments.ts';
import type { Stores } from './stores.ts';
import { coverAll, treeFaults, type Unit, unitFaults } from './units/units.ts';

/** Something that would be wrong, and of which unit or person. */
export interface Objection {
  /** The id of the unit or the person to blame. */
  id: string;
  code: string;
  fault: Fault;
}

interface Proposal {
  units?: readonly Unit[];
  people?: readonly Person[];
}

const objections = ({ id, code }: { id: string; code: string }, faults: readonly Fault[] | undefined): Objection[] =>
  (faults ?? []).map((fault) => ({ id, code, fault }));

/** Whether a unit would exist on fewer days than before. */
const shrinks = (unit: Unit, before: Unit | undefined): boolean =>
  (before?.records ?? []).some((record) => !coverAll(unit.records, record));

/** That somebody else would be assigned to a changed unit on days on which it does not exist. */
function stranded(unit: Unit, people: readonly Person[], changed: ReadonlySet<string>): Fault[] {
  for (const { id, code, assignments } of people) {
    if (changed.has(id)) continue;
    const left = assignments.find((one) => one.unitId === unit.id && !coverAll(unit.records, one));
    const period = left && `from ${left.from} to ${left.to ?? 'an unknown day'}`;
    if (period) return [contradiction('to', `leaves ${code} assigned ${period} to a unit that does not exist then`)];
  }
  return [];
}

/**
 * What is wrong with units and people as they would be; nothing when the whole stays sound at every time.
 * @param recorded all units as recorded
 */
export async function judge(
  { units = [], people = [] }: Proposal,
  recorded: ReadonlyMap<string, Unit>,
  stores: Pick<Stores, 'people'>,
): Promise<Objection[]> {
  // A unit whose founding was cancelled has no record: nothing is wrong with it, and nothing may stand on it.
  const founded = units.filter((unit) => unit.records.length > 0 || !recorded.has(unit.id));
  const alone = [
    ...founded.flatMap((unit) => objections(unit, unitFaults(unit))),
    ...people.flatMap((person) => objections(person, personFaults(person))),
  ];
  if (alone.length > 0) return alone;

  const tree = new Map<string, Unit>([...recorded, ...units.map((unit) => [unit.id, unit] as const)]);
  const shrinking = units.filter((unit) => shrinks(unit, recorded.get(unit.id)));
  const led = [...new Set(people.flatMap(unitsLed))];
  const [assigned, leaders] = await Promise.all([
    shrinking.length > 0 ? stores.people.everIn(shrinking.map(({ id }) => id)) : [],
    led.length > 0 ? stores.people.leadersOf(led) : [],
  ]);
  const inTree = treeFaults(tree, new Set(units.map(({ id }) => id)));
  const own = new Set(people.map(({ id }) => id));
  const twoLeaders = leaderFaults(people, leaders);
  return [
    ...units.flatMap((unit) => objections(unit, inTree.get(unit.id))),
    ...shrinking.flatMap((unit) => objections(unit, stranded(unit, assigned, own))),
    ...people.flatMap((person) => [
      ...objections(person, placementFaults(person, tree)),
      ...objections(person, twoLeaders.get(person.id)),
    ]),
  ];
}
