/** Takes over outlets from another system. */
import type { Day } from '@salesgraph/calendar';
import { checkImportSize, idFromCode, importResultOf } from '@salesgraph/service-kit';
import { badValue, type Fault } from '../faults.ts';
import { chained, historyFaults, type OutletStatus } from '../outlets/life-cycle.ts';
import {
  kindsInOrder,
  type Outlet,
  type OutletKind,
  outletFaults,
  pointFrom,
  type StoredOutlet,
  sameOutlet,
} from '../outlets/outlets.ts';
import type { Stores } from '../stores.ts';
import type { ImportResult, ImportRow } from './rows.ts';

/** A row of `importOutlets`. */
export interface OutletRow {
  code: string;
  name: string;
  kinds: OutletKind[];
  unitCode: string;
  status: OutletStatus;
  from: Day;
  earlier?: { status: OutletStatus; from: Day }[] | null;
  address?: string | null;
  latitude?: number | null;
  longitude?: number | null;
  capacity?: number | null;
}

/** How often rows are tried that somebody else wrote to at the same moment. */
const TRIES = 5;

/** The outlet that a row stands for, and what is wrong with it. */
export function readOutletRow(
  row: OutletRow,
  unitIds: ReadonlyMap<string, string>,
): { outlet: Outlet; faults: Fault[] } {
  const code = row.code.trim();
  const unitCode = row.unitCode.trim();
  const unitId = unitIds.get(unitCode);
  const point = pointFrom(row.latitude ?? null, row.longitude ?? null);
  const halfAPoint = point !== null && 'field' in point;
  const outlet: Outlet = {
    id: idFromCode('out', code),
    code,
    name: row.name.trim(),
    kinds: kindsInOrder(row.kinds),
    unitId: unitId ?? '',
    address: row.address?.trim() || null,
    point: halfAPoint ? null : point,
    capacity: row.capacity ?? null,
    records: chained([...(row.earlier ?? []), { status: row.status, from: row.from }]),
  };
  const faults = [...outletFaults(outlet), ...historyFaults(outlet.records)];
  if (halfAPoint) faults.push(point);
  if (unitId === undefined) {
    faults.push({ field: 'unitCode', message: 'names no unit that exists today', code: 'UNKNOWN_REFERENCE' });
  }
  return { outlet, faults };
}

async function attempt(rows: { row: OutletRow; index: number }[], actor: string, stores: Stores): Promise<ImportRow[]> {
  const units = await stores.view.units();
  const day = stores.today();
  const unitIds = new Map(
    rows.flatMap(({ row }) => {
      const unit = units.byCode(row.unitCode.trim(), day);
      return unit ? [[row.unitCode.trim(), unit.id] as const] : [];
    }),
  );
  const read = rows.map(({ row, index }) => ({ index, ...readOutletRow(row, unitIds) }));
  const present = await stores.outlets.byIds([...new Set(read.map(({ outlet }) => outlet.id))], { kind: 'COMPANY' });
  const recorded = new Map(present.map((outlet) => [outlet.id, outlet]));

  const said = new Map<string, Outlet>();
  const writes: { row: ImportRow; outlet: StoredOutlet }[] = [];
  const outcomes = read.map(({ index, outlet, faults }): ImportRow => {
    const row: ImportRow = { index, code: outlet.code || null, outcome: 'REJECTED', faults, warnings: [] };
    if (faults.length > 0) return row;
    const earlier = said.get(outlet.id);
    if (earlier && !sameOutlet(earlier, outlet)) {
      const message = 'is that of an earlier row of this call with other values';
      return { ...row, faults: [{ field: 'code', message, code: 'DUPLICATE' }] };
    }
    const before = recorded.get(outlet.id);
    if (outlet.point === null)
      row.warnings.push(badValue('latitude', 'is not known: searches by nearness leave the outlet out'));
    row.outcome = earlier || (before && sameOutlet(before, outlet)) ? 'UNCHANGED' : before ? 'UPDATED' : 'CREATED';
    said.set(outlet.id, outlet);
    if (row.outcome !== 'UNCHANGED') writes.push({ row, outlet: { ...outlet, version: before?.version ?? 0 } });
    return row;
  });

  const results =
    writes.length > 0
      ? await stores.outlets.writeMany(
          writes.map(({ outlet }) => outlet),
          actor,
        )
      : [];
  for (const [place, { ok }] of results.entries()) {
    if (!ok) Object.assign(writes[place]!.row, { outcome: 'REJECTED', faults: [overtaken], warnings: [] });
  }
  return outcomes;
}

const overtaken: Fault = {
  field: 'code',
  message: 'was changed by somebody else at the same moment; send the row again',
  code: 'CONFLICT',
};

/** Upserts outlets by code; see the SDL for what becomes of a row. @throws BAD_USER_INPUT for too many rows */
export async function importOutlets(rows: OutletRow[], actor: string, stores: Stores): Promise<ImportResult> {
  checkImportSize(rows);
  const outcomes = new Map<number, ImportRow>();
  let left = rows.map((row, index) => ({ row, index }));
  for (let tries = 0; tries < TRIES && left.length > 0; tries++) {
    for (const outcome of await attempt(left, actor, stores)) outcomes.set(outcome.index, outcome);
    left = left.filter(({ index }) => outcomes.get(index)!.faults.includes(overtaken));
  }
  return importResultOf(rows.map((_, index) => outcomes.get(index)!));
}
