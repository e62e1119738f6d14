/** What becomes of rows of units: pure, over the tree as recorded. */
import type { Day } from '@salesgraph/calendar';
import { idFromCode } from '@salesgraph/service-kit';
import { badValue, type Fault, unknown } from '../faults.ts';
import {
  isFounded,
  sameUnit,
  treeFaults,
  type Unit,
  type UnitKind,
  type UnitRecord,
  unitFaults,
  withRecord,
} from '../units/units.ts';

/** A row of `importOrgUnits`. */
export interface OrgUnitRow {
  code: string;
  name: string;
  kind: UnitKind;
  parentCode?: string | null;
  from: Day;
  to?: Day | null;
  currency?: string | null;
}

/** The rows of one unit taken together. */
export interface UnitProposal {
  /** As the unit would be; the recorded one while nothing is accepted. */
  unit: Unit;
  before: Unit | null;
  /** The faults of each of its rows by index; empty for a sound row. */
  rows: Map<number, Fault[]>;
}

const unitIdOf = (code: string) => idFromCode('unit', code);

/** The field of a row that a fault of a unit belongs to. */
const rowField = (field: string) => (field === 'parent' ? 'parentCode' : field);
const ofRow = (faults: readonly Fault[]): Fault[] =>
  faults.map((fault) => ({ ...fault, field: rowField(fault.field) }));

/** The record that a row stands for. What is recorded already keeps why and by whom it began. */
function recordOf(row: OrgUnitRow, before: Unit | null, by: string | null): UnitRecord {
  const parentCode = row.parentCode?.trim() || null;
  const [name, parentId, from] = [row.name.trim(), parentCode === null ? null : unitIdOf(parentCode), row.from];
  const known = before?.records.find((one) => one.name === name && one.parentId === parentId && one.from === from);
  const begun = known ? { reason: known.reason ?? null, by: known.by ?? null } : { reason: null, by };
  return { name, parentId, from, to: row.to ?? null, ...begun };
}

/** A row's faults when taken alone, against what is recorded of its unit. */
function faultsAlone(row: OrgUnitRow, record: UnitRecord, present: Unit | null): Fault[] {
  const code = row.code.trim();
  const currency = row.currency ?? present?.currency ?? null;
  const faults = unitFaults({ id: '', code, kind: row.kind, currency, records: [record], origins: [] });
  if (present && present.kind !== row.kind) faults.push(badValue('kind', `must stay ${present.kind}`));
  if (present && currency !== present.currency && row.kind === 'COMPANY') {
    faults.push(badValue('currency', `is fixed at the founding: ${present.currency}`));
  }
  return ofRow(faults);
}

/**
 * Reads rows against the tree as recorded: what each unit would become, and which rows cannot be taken. A unit whose rows
 * together do not fit the tree loses them all, and what stood on it is judged again.
 * @param by who imports the rows, and so begins what is new in them
 */
export function proposeUnits(
  rows: readonly OrgUnitRow[],
  recorded: ReadonlyMap<string, Unit>,
  by: string | null = null,
): UnitProposal[] {
  const proposals = new Map<string, UnitProposal>();
  for (const [index, row] of rows.entries()) {
    const code = row.code.trim();
    const id = unitIdOf(code);
    const there = recorded.get(id);
    // The code of a unit whose founding was cancelled is free again.
    const before = there && isFounded(there) ? there : null;
    const proposal = proposals.get(id) ?? {
      unit: before ?? { id, code, kind: row.kind, currency: row.currency ?? null, records: [], origins: [] },
      before,
      rows: new Map(),
    };
    proposals.set(id, proposal);
    const record = recordOf(row, before, by);
    const said = proposal.unit.records.length > 0 ? proposal.unit : before;
    const faults = faultsAlone(row, record, said);
    proposal.rows.set(index, faults);
    if (faults.length > 0) continue;
    const { kind, currency } = said ?? { kind: row.kind, currency: row.currency ?? null };
    proposal.unit = { ...proposal.unit, kind, currency, records: withRecord(proposal.unit.records, record) };
  }
  const all = [...proposals.values()];
  for (const proposal of all) {
    if (proposal.unit.records.length > 0) reject(proposal, ofRow(unitFaults(proposal.unit)));
  }
  rejectMisfits(all, rows, recorded);
  return all;
}

/** Rejects every row of a unit that was sound so far and puts the unit back to what is recorded. */
export function reject(proposal: UnitProposal, faults: Fault[]): void {
  if (faults.length === 0) return;
  for (const [index, found] of proposal.rows) if (found.length === 0) proposal.rows.set(index, faults);
  proposal.unit = proposal.before ?? { ...proposal.unit, records: [] };
}

/** Whether a proposal changes what is recorded. */
export const changes = ({ unit, before }: UnitProposal): boolean =>
  unit.records.length > 0 && (before === null || !sameUnit(unit, before));

/** Rejects, until the rest fits, what does not fit the tree that would come of all proposals. */
export function rejectMisfits(
  proposals: UnitProposal[],
  rows: readonly OrgUnitRow[],
  recorded: ReadonlyMap<string, Unit>,
): void {
  for (;;) {
    const changed = proposals.filter(changes);
    const tree = new Map([...recorded, ...changed.map(({ unit }) => [unit.id, unit] as const)]);
    const faults = treeFaults(tree, new Set(changed.map(({ unit }) => unit.id)));
    const misfits = changed.filter(({ unit }) => faults.has(unit.id));
    if (misfits.length === 0) return;
    for (const proposal of misfits) {
      const missing = [...proposal.rows.keys()].map((index) => rows[index]!.parentCode?.trim()).find(Boolean);
      const found = ofRow(faults.get(proposal.unit.id)!).map((fault) =>
        fault.code === 'UNKNOWN_REFERENCE' && proposal.rows.size === 1
          ? unknown(fault.field, `names no unit that exists: ${missing}`)
          : fault,
      );
      reject(proposal, found);
    }
  }
}
