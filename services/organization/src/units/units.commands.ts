/** What is done to units. Each command takes the turn, reads, judges the whole tree and writes one document. */
import type { Day } from '@salesgraph/calendar';
import { badInput, badInputs, conflict, idFromCode, notFound, requestOf } from '@salesgraph/service-kit';
import { hasAnswered, remembering, unwritten } from '../audit.ts';
import type { Fault } from '../faults.ts';
import { placementFaults } from '../people/assignments.ts';
import type { Stores } from '../stores.ts';
import type { StoredUnit } from './units.store.ts';
import {
  closed,
  moved,
  renamed,
  sameUnit,
  treeFaults,
  type Unit,
  type UnitKind,
  type UnitRecord,
  unitFaults,
} from './units.ts';

interface Change {
  id: string;
  expectedVersion: number;
  idempotencyKey?: string | null;
}

export interface CreateOrgUnit {
  code: string;
  name: string;
  kind: UnitKind;
  parentCode?: string | null;
  from: Day;
  currency?: string | null;
  idempotencyKey?: string | null;
}

/** The faults of a changed unit in its tree, and of those who would be left without a place. */
async function faultsOf(unit: Unit, units: ReadonlyMap<string, StoredUnit>, stores: Stores): Promise<Fault[]> {
  const alone = unitFaults(unit);
  if (alone.length > 0) return alone;
  const changed = new Map<string, Unit>([...units, [unit.id, unit]]);
  const faults = treeFaults(changed, new Set([unit.id])).get(unit.id) ?? [];
  if (!units.has(unit.id)) return faults;
  const stranded = (await stores.people.everIn([unit.id])).find((person) => {
    const here = person.assignments.filter(({ unitId }) => unitId === unit.id);
    return placementFaults({ ...person, assignments: here }, changed).length > 0;
  });
  const message = stranded && `leaves ${stranded.code} assigned to a unit that does not exist`;
  return message ? [...faults, { field: 'to', message, code: 'CONFLICT' }] : faults;
}

/** Refuses a change whose faults are named by the field of its input. */
function refuse(faults: Fault[], fields: Record<string, string> = {}): void {
  if (faults.length > 0)
    throw badInputs(faults.map(({ field, message }) => ({ field: fields[field] ?? field, message })));
}

/**
 * Founds a unit.
 * @throws BAD_USER_INPUT naming the field, CONFLICT when the code is taken
 */
export function createOrgUnit(input: CreateOrgUnit, actor: string, stores: Stores): Promise<StoredUnit> {
  const request = requestOf('createOrgUnit', actor, input);
  return stores.turns.inTurn(async (turn) => {
    const units = await stores.units.all();
    const answered = [...units.values()].find((unit) => hasAnswered(unit, request));
    if (answered) return answered;
    const code = input.code.trim();
    const parentCode = input.parentCode?.trim() || null;
    const parent = [...units.values()].find((unit) => unit.code === parentCode);
    if (parentCode !== null && !parent) throw badInput('parentCode', 'names no unit that exists');
    const unit: Unit = {
      id: idFromCode('unit', code),
      code,
      kind: input.kind,
      currency: input.currency ?? null,
      records: [
        { name: input.name.trim(), parentId: parent?.id ?? null, from: input.from, to: null, reason: null, by: actor },
      ],
      origins: [],
    };
    if (units.has(unit.id)) throw conflict('The code is taken.', [{ field: 'code', message: 'is taken' }]);
    refuse(await faultsOf(unit, units, stores), { parent: 'parentCode' });
    const stored = {
      ...unit,
      ...unwritten,
      ...remembering(unwritten, { action: 'unit.create', reason: null }, request),
    };
    await turn.extend();
    await stores.units.insert(stored, actor);
    return { ...stored, version: 1 };
  });
}

/** A change of one unit: its new state by a rule, judged in the tree, written at its version. */
function change<Input extends Change>(
  name: string,
  next: (unit: Unit, input: Input) => Unit | Fault,
  options: { action: string; fields?: Record<string, string>; reason?: (input: Input) => string },
) {
  return (input: Input, actor: string, stores: Stores): Promise<StoredUnit> => {
    const request = requestOf(name, actor, input);
    return stores.turns.inTurn(async (turn) => {
      const units = await stores.units.all();
      const present = units.get(input.id);
      if (!present) throw notFound('unit');
      if (hasAnswered(present, request)) return present;
      if (present.version !== input.expectedVersion) {
        const message = `is not the current version, ${present.version}`;
        throw conflict('The unit has changed since it was read.', [{ field: 'expectedVersion', message }]);
      }
      const unit = next(present, input);
      if ('field' in unit) throw badInput(unit.field, unit.message);
      if (sameUnit(unit, present)) return present;
      refuse(await faultsOf(unit, units, stores), options.fields);
      const reason = options.reason?.(input) ?? null;
      const correction = reason ? { version: present.version + 1, at: stores.clock.now(), actor, reason } : undefined;
      const stored = {
        ...present,
        ...unit,
        ...remembering(present, { action: options.action, reason }, request, correction),
      };
      await turn.extend();
      await stores.units.save(stored, actor);
      return { ...stored, version: present.version + 1 };
    });
  };
}

/** Gives a unit another name from a day on. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const renameOrgUnit = change<Change & { name: string; from: Day }>(
  'renameOrgUnit',
  (unit, { name, from }) => renamed(unit, name.trim(), from),
  { action: 'unit.rename' },
);

/** Puts a unit under another one from a day on. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const moveOrgUnit = change<Change & { parentId: string; from: Day }>(
  'moveOrgUnit',
  (unit, { parentId, from }) => moved(unit, parentId, from),
  { action: 'unit.move', fields: { parent: 'parentId' } },
);

/** Ends a unit. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const closeOrgUnit = change<Change & { to: Day }>('closeOrgUnit', (unit, { to }) => closed(unit, to), {
  action: 'unit.close',
});

type RecordInput = Omit<UnitRecord, 'parentId' | 'to'> & { parentId?: string | null; to?: Day | null };

/** Replaces the recorded history of a unit and keeps why. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const correctOrgUnit = change<Change & { records: RecordInput[]; reason: string }>(
  'correctOrgUnit',
  (unit, { records, reason }) => {
    if (reason.trim() === '' || reason.length > 1_000) {
      return { field: 'reason', message: 'must have 1 to 1,000 characters', code: 'BAD_VALUE' };
    }
    const stated = records.map(({ name, parentId, from, to }) => ({
      name: name.trim(),
      parentId: parentId ?? null,
      from,
      to: to ?? null,
    }));
    return { ...unit, records: stated.sort((a, b) => (a.from < b.from ? -1 : 1)) };
  },
  {
    action: 'unit.correct',
    reason: ({ reason }) => reason.trim(),
    fields: { name: 'records', parent: 'records', to: 'records' },
  },
);
