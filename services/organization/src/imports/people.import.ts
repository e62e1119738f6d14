/** Takes over people from another system. */
import { badInput, checkImportSize, importResultOf } from '@salesgraph/service-kit';
import { remembering, unwritten } from '../audit.ts';
import { unitsLed } from '../people/assignments.ts';
import type { StoredPerson } from '../people/people.store.ts';
import type { Stores } from '../stores.ts';
import type { StoredUnit } from '../units/units.store.ts';
import type { Unit } from '../units/units.ts';
import { type EmployeeRow, judgePeople, type PersonOutcome, personOf } from './people-rows.ts';
import { type ImportResult, overtaken } from './rows.ts';
import { changes, type OrgUnitRow, proposeUnits } from './unit-rows.ts';

/** How people are judged besides their rows. */
export interface Judging {
  /** Judges everything and writes nothing. */
  dryRun: boolean;
  /** Units that a dry run takes for recorded. */
  assumedUnits?: OrgUnitRow[] | null;
}

/** The tree as recorded, with what a dry run assumes on top of it as far as that is sound. */
function assuming(recorded: ReadonlyMap<string, StoredUnit>, rows: OrgUnitRow[]): ReadonlyMap<string, Unit> {
  const sound = proposeUnits(rows, recorded).filter(changes);
  return new Map<string, Unit>([...recorded, ...sound.map(({ unit }) => [unit.id, unit] as const)]);
}

/** Upserts people by code; see the SDL for what becomes of a row. @throws BAD_USER_INPUT for too many rows, UNAVAILABLE */
export function importEmployees(
  rows: EmployeeRow[],
  { dryRun, assumedUnits }: Judging,
  actor: string,
  stores: Stores,
): Promise<ImportResult> {
  checkImportSize(rows);
  checkImportSize(assumedUnits ?? [], 'assumedUnits');
  if (assumedUnits && !dryRun) throw badInput('assumedUnits', 'can only be given for a dry run');
  const judge = async (): Promise<{ outcomes: PersonOutcome[]; recorded: Map<string, StoredPerson> }> => {
    const given = rows.map((row) => personOf(row));
    const led = [...new Set(given.flatMap(unitsLed))];
    const [units, present, leaders] = await Promise.all([
      stores.units.all(),
      stores.people.byIds([...new Set(given.map(({ id }) => id))]),
      led.length > 0 ? stores.people.leadersOf(led) : [],
    ]);
    const recorded = new Map(present.map((person) => [person.id, person]));
    const people = rows.map((row, place) => personOf(row, recorded.get(given[place]!.id), actor));
    const tree = assumedUnits ? assuming(units, assumedUnits) : units;
    return { outcomes: judgePeople(people, tree, recorded, leaders), recorded };
  };
  if (dryRun) return judge().then(({ outcomes }) => importResultOf(outcomes.map(({ row }) => row)));
  return stores.turns.inTurn(async (turn) => {
    const { outcomes, recorded } = await judge();
    const writes = outcomes.flatMap(({ row, write }) => (write ? [{ row, write }] : []));
    if (writes.length > 0) {
      await turn.extend();
      const stored = writes.map(({ write }): StoredPerson => {
        const before = recorded.get(write.id) ?? unwritten;
        return { ...before, ...write, ...remembering(before, { action: 'employee.import', reason: null }) };
      });
      const results = await stores.people.writeMany(stored, actor);
      for (const [place, { ok }] of results.entries()) {
        if (!ok) Object.assign(writes[place]!.row, { outcome: 'REJECTED', faults: [overtaken()], warnings: [] });
      }
    }
    return importResultOf(outcomes.map(({ row }) => row));
  });
}
