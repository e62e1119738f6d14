/** What becomes of rows of people: pure, over what is recorded. */
import type { Role } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { idFromCode } from '@salesgraph/service-kit';
import type { Fault } from '../faults.ts';
import {
  arranged,
  identified,
  leaderFaults,
  type Person,
  personFaults,
  placementFaults,
  samePerson,
  warningsOf,
} from '../people/assignments.ts';
import { inOrder, type Unit } from '../units/units.ts';
import type { ImportRow } from './rows.ts';

/** A row of `importEmployees`. */
export interface EmployeeRow {
  code: string;
  name: string;
  hiredOn?: Day | null;
  /** Left out it stays as recorded. */
  leftOn?: Day | null;
  /** Left out they stay as recorded. */
  titles?: { title: string; from: Day; to?: Day | null }[] | null;
  assignments: { unitCode: string; role: Role; primary: boolean; leader: boolean; from: Day; to?: Day | null }[];
}

type Recorded = Pick<Person, 'hiredOn' | 'leftOn' | 'earlierEmployments' | 'titles' | 'delegations' | 'assignments'>;
const NOTHING_RECORDED: Recorded = { hiredOn: null, leftOn: null, titles: [], delegations: [], assignments: [] };

/**
 * The day of hiring that a row stands for. Another system may know nothing of somebody's coming back, or keep the day on which
 * they first came: the present employment then stays as it is recorded.
 */
function hiredOnOf({ hiredOn = null }: EmployeeRow, recorded: Recorded): Day | null {
  const earlier = recorded.earlierEmployments ?? [];
  const toldBefore = hiredOn === null ? earlier.length > 0 : earlier.some((one) => one.hiredOn === hiredOn);
  return toldBefore ? recorded.hiredOn : hiredOn;
}

/**
 * The person that a row stands for; ids follow from codes.
 * @param recorded what stays as it is where the row is silent: why and by whom an assignment began, too
 * @param by who imports the row, and so begins what is new in it
 */
export function personOf(row: EmployeeRow, recorded: Recorded = NOTHING_RECORDED, by: string | null = null): Person {
  const code = row.code.trim();
  const known = new Map(recorded.assignments.map((one) => [one.id, one]));
  return {
    id: idFromCode('emp', code),
    code,
    name: row.name.trim(),
    hiredOn: hiredOnOf(row, recorded),
    leftOn: row.leftOn === undefined ? recorded.leftOn : row.leftOn,
    ...(recorded.earlierEmployments && { earlierEmployments: recorded.earlierEmployments }),
    titles: row.titles
      ? inOrder(row.titles.map(({ title, from, to }) => ({ title: title.trim(), from, to: to ?? null })))
      : recorded.titles,
    delegations: recorded.delegations,
    assignments: row.assignments.map(({ unitCode, to, ...rest }) => {
      const said = identified(code, { ...rest, unitId: idFromCode('unit', unitCode.trim()), to: to ?? null, by });
      const before = known.get(said.id);
      return before ? { ...said, reason: before.reason, by: before.by } : said;
    }),
  };
}

/** What becomes of a row, and the person to write if any. */
export interface PersonOutcome {
  row: ImportRow;
  write: Person | null;
}

/**
 * Judges people read from rows.
 * @param recorded the people of these rows as recorded, by id
 * @param leaders everybody recorded who leads a unit that one of these people leads
 */
export function judgePeople(
  people: readonly Person[],
  units: ReadonlyMap<string, Unit>,
  recorded: ReadonlyMap<string, Person>,
  leaders: readonly Person[],
): PersonOutcome[] {
  const said = new Map<string, Person>();
  const faults = people.map((person): Fault[] => {
    const alone = personFaults(person);
    if (alone.length > 0) return alone;
    const earlier = said.get(person.id);
    if (earlier && !samePerson(earlier, person)) {
      return [
        { field: 'code', message: 'is that of an earlier row of this call with other values', code: 'DUPLICATE' },
      ];
    }
    if (!earlier) said.set(person.id, person);
    return placementFaults(person, units).map((fault) => ({
      ...fault,
      field: fault.field.replace(/\.unit$/, '.unitCode'),
    }));
  });

  // A rejected person stays as recorded, which may in turn reject another.
  for (;;) {
    const sound = people.filter((person, index) => faults[index]!.length === 0 && said.get(person.id) === person);
    const clashes = leaderFaults(sound, leaders);
    if (clashes.size === 0) break;
    for (const [index, person] of people.entries()) {
      if (faults[index]!.length === 0) faults[index] = clashes.get(person.id) ?? [];
    }
  }

  return people.map((person, index) => {
    const row = { index, code: person.code || null, faults: faults[index]!, warnings: [] as Fault[] };
    if (row.faults.length > 0) return { row: { ...row, outcome: 'REJECTED' }, write: null };
    const warnings = warningsOf(person);
    const before = recorded.get(person.id);
    if (said.get(person.id) !== person || (before && samePerson(before, person))) {
      return { row: { ...row, warnings, outcome: 'UNCHANGED' }, write: null };
    }
    const write = { ...person, assignments: arranged(person.assignments) };
    return { row: { ...row, warnings, outcome: before ? 'UPDATED' : 'CREATED' }, write };
  });
}
