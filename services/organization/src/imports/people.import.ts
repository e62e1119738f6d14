/** Takes over people from another system. */
import { checkImportSize, importResultOf } from '@salesgraph/service-kit';
import { remembering, unwritten } from '../audit.ts';
import { unitsLed } from '../people/assignments.ts';
import type { StoredPerson } from '../people/people.store.ts';
import type { Stores } from '../stores.ts';
import { type EmployeeRow, judgePeople, personOf } from './people-rows.ts';
import { type ImportResult, overtaken } from './rows.ts';

/** Upserts people by code; see the SDL for what becomes of a row. @throws BAD_USER_INPUT for too many rows, UNAVAILABLE */
export function importEmployees(rows: EmployeeRow[], actor: string, stores: Stores): Promise<ImportResult> {
  checkImportSize(rows);
  const given = rows.map(personOf);
  return stores.turns.inTurn(async (turn) => {
    const led = [...new Set(given.flatMap(unitsLed))];
    const [units, present, leaders] = await Promise.all([
      stores.units.all(),
      stores.people.byIds([...new Set(given.map(({ id }) => id))]),
      led.length > 0 ? stores.people.leadersOf(led) : [],
    ]);
    const recorded = new Map(present.map((person) => [person.id, person]));
    // What a row does not speak of stays as it is.
    const people = given.map((person) => {
      const { leftOn = null, titles = [], delegations = [] } = recorded.get(person.id) ?? {};
      return { ...person, leftOn, titles, delegations };
    });
    const outcomes = judgePeople(people, units, recorded, leaders);

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
