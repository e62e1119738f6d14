/** Takes over units from another system. */
import { checkImportSize, importResultOf } from '@salesgraph/service-kit';
import { remembering, unwritten } from '../audit.ts';
import { contradiction } from '../faults.ts';
import { placementFaults } from '../people/assignments.ts';
import type { Stores } from '../stores.ts';
import type { StoredUnit } from '../units/units.store.ts';
import { coverAll } from '../units/units.ts';
import { type ImportResult, type ImportRow, overtaken } from './rows.ts';
import { changes, type OrgUnitRow, proposeUnits, reject, rejectMisfits, type UnitProposal } from './unit-rows.ts';

/** Whether a unit would exist on fewer days than before. */
const shrinks = ({ unit, before }: UnitProposal): boolean =>
  (before?.records ?? []).some((record) => !coverAll(unit.records, record));

/** Rejects units that would no longer exist while people are assigned to them. */
async function rejectDeserted(proposals: UnitProposal[], stores: Stores): Promise<void> {
  const shrinking = proposals.filter((proposal) => changes(proposal) && shrinks(proposal));
  if (shrinking.length === 0) return;
  const people = await stores.people.everIn(shrinking.map(({ unit }) => unit.id));
  for (const proposal of shrinking) {
    const { unit } = proposal;
    const stranded = people.find((person) => {
      const here = person.assignments.filter(({ unitId }) => unitId === unit.id);
      return placementFaults({ ...person, assignments: here }, new Map([[unit.id, unit]])).length > 0;
    });
    if (stranded) {
      reject(proposal, [contradiction('to', `leaves ${stranded.code} assigned to a unit that does not exist`)]);
    }
  }
}

/**
 * Upserts units by code; see the SDL for what becomes of a row.
 * @param dryRun judges everything and writes nothing
 * @throws BAD_USER_INPUT for too many rows, UNAVAILABLE
 */
export function importOrgUnits(
  rows: OrgUnitRow[],
  { dryRun }: { dryRun: boolean },
  actor: string,
  stores: Stores,
): Promise<ImportResult> {
  checkImportSize(rows);
  const judge = async () => {
    const recorded = await stores.units.all();
    const proposals = proposeUnits(rows, recorded, actor);
    await rejectDeserted(proposals, stores);
    rejectMisfits(proposals, rows, recorded);
    return { recorded, proposals };
  };
  if (dryRun) return judge().then(({ proposals }) => resultOf(rows, proposals, proposals.filter(changes)));
  return stores.turns.inTurn(async (turn) => {
    const { recorded, proposals } = await judge();
    const written = proposals.filter(changes);
    const units = written.map(({ unit }): StoredUnit => {
      const before = recorded.get(unit.id) ?? unwritten;
      return { ...before, ...unit, ...remembering(before, { action: 'unit.import', reason: null }) };
    });
    if (units.length > 0) {
      await turn.extend();
      const results = await stores.units.writeMany(units, actor);
      for (const [place, { ok }] of results.entries()) if (!ok) reject(written[place]!, [overtaken()]);
    }
    return resultOf(rows, proposals, written);
  });
}

/** What became of each row. @param written the proposals that change what is recorded, those included that could not be written */
function resultOf(rows: OrgUnitRow[], proposals: UnitProposal[], written: UnitProposal[]): ImportResult {
  const outcomes = new Map<number, ImportRow>();
  for (const proposal of proposals) {
    let fresh = proposal.before === null;
    const changed = written.includes(proposal);
    for (const [index, faults] of proposal.rows) {
      const outcome = faults.length > 0 ? 'REJECTED' : !changed ? 'UNCHANGED' : fresh ? 'CREATED' : 'UPDATED';
      if (outcome === 'CREATED') fresh = false;
      outcomes.set(index, { index, code: rows[index]!.code.trim() || null, outcome, faults, warnings: [] });
    }
  }
  return importResultOf(rows.map((_, index) => outcomes.get(index)!));
}
