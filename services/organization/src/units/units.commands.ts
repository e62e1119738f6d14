/** What is done to one unit. Each command takes the turn, reads, judges the whole tree and writes. */
import type { Day } from '@salesgraph/calendar';
import { badInput, conflict, idFromCode, notFound, requestOf } from '@salesgraph/service-kit';
import { type Audited, type Begun, hasAnswered, memoryIn, remembering, unwritten } from '../audit.ts';
import { badValue, contradiction, type Fault, reasonFaults, reasonOf, refusal } from '../faults.ts';
import { judge } from '../judging.ts';
import type { Stores } from '../stores.ts';
import type { StoredUnit } from './units.store.ts';
import {
  closed,
  isFounded,
  moved,
  renamed,
  sameUnit,
  type Unit,
  type UnitKind,
  type UnitRecord,
  unplanned,
} from './units.ts';

export interface Change {
  id: string;
  reason?: string | null;
  expectedVersion: number;
  idempotencyKey?: string | null;
}

/** What is said of a unit that begins. */
export interface NewUnit {
  code: string;
  name: string;
  kind: UnitKind;
  currency?: string | null;
}

export interface CreateOrgUnit extends NewUnit {
  parentCode?: string | null;
  from: Day;
  reason?: string | null;
  idempotencyKey?: string | null;
}

/** A unit as it begins on a day below another one; its id follows from its code. */
export function founded(
  { code, name, kind, currency }: NewUnit,
  parentId: string | null,
  from: Day,
  begun: Begun,
): Unit {
  const said = code.trim();
  return {
    ...{ id: idFromCode('unit', said), code: said, kind, currency: currency ?? null },
    records: [{ name: name.trim(), parentId, from, to: null, ...begun }],
    origins: [],
  };
}

/**
 * The document that a new unit is written to: none yet, or that of a unit whose founding was cancelled.
 * @throws CONFLICT when the code is taken
 */
export function placeFor(unit: Unit, units: ReadonlyMap<string, StoredUnit>, field: string): Audited {
  const there = units.get(unit.id);
  if (there && isFounded(there)) {
    throw conflict(`The code ${unit.code} is taken.`, [{ field, message: 'is taken' }]);
  }
  return there ? memoryIn(there) : unwritten;
}

/** Refuses a version that is not the current one. @throws CONFLICT naming the field */
export function checkVersion(present: StoredUnit, expected: number, field = 'expectedVersion'): void {
  if (present.version === expected) return;
  const message = `is not the current version, ${present.version}`;
  throw conflict(`The unit ${present.code} has changed since it was read.`, [{ field, message }]);
}

/**
 * Founds a unit.
 * @throws BAD_USER_INPUT naming the field, CONFLICT when the code is taken or what is on record contradicts
 */
export function createOrgUnit(input: CreateOrgUnit, actor: string, stores: Stores): Promise<StoredUnit> {
  const request = requestOf('createOrgUnit', actor, input);
  return stores.turns.inTurn(async (turn) => {
    const units = await stores.units.all();
    const answered = [...units.values()].find((unit) => hasAnswered(unit, request));
    if (answered) return answered;
    const parentCode = input.parentCode?.trim() || null;
    const parent = [...units.values()].find((unit) => unit.code === parentCode);
    if (parentCode !== null && !parent) throw badInput('parentCode', 'names no unit that exists');
    const reason = reasonOf(input.reason);
    const unit = founded(input, parent?.id ?? null, input.from, { reason, by: actor });
    const place = placeFor(unit, units, 'code');
    const faults = [
      ...reasonFaults(input.reason, { required: false }),
      ...(await judge({ units: [unit] }, units, stores)).map(({ fault }) => fault),
    ];
    if (faults.length > 0) throw refusal(faults, (field) => (field === 'parent' ? 'parentCode' : field));
    const stored = { ...unit, ...place, ...remembering(place, { action: 'unit.create', reason }, request) };
    await turn.extend();
    await (stored.version === 0 ? stores.units.insert(stored, actor) : stores.units.save(stored, actor));
    return { ...stored, version: stored.version + 1 };
  });
}

interface ChangeOptions {
  action: string;
  /** Which field of the input a fault of the unit belongs to. */
  fields?: Record<string, string>;
  /** Whether a reason must be given. */
  explained?: true;
  /** Whether what had been recorded wrongly is replaced; the correction is kept with its reason. */
  corrects?: true;
}

/** A change of one unit: its new state by a rule, judged in the tree, written at its version. */
function change<Input extends Change>(
  name: string,
  next: (unit: Unit, input: Input, begun: Begun, today: Day) => Unit | Fault,
  { action, fields = {}, explained, corrects }: ChangeOptions,
) {
  const fieldOf = (field: string) => fields[field] ?? field;
  return (input: Input, actor: string, stores: Stores): Promise<StoredUnit> => {
    const request = requestOf(name, actor, input);
    return stores.turns.inTurn(async (turn) => {
      const units = await stores.units.all();
      const present = units.get(input.id);
      if (!present) throw notFound('unit');
      if (hasAnswered(present, request)) return present;
      if (!isFounded(present)) throw notFound('unit');
      checkVersion(present, input.expectedVersion);
      const unsaid = reasonFaults(input.reason, { required: explained ?? false });
      if (unsaid.length > 0) throw refusal(unsaid);
      const reason = reasonOf(input.reason);
      const unit = next(present, input, { reason, by: actor }, stores.today());
      if ('field' in unit) throw refusal([unit]);
      if (sameUnit(unit, present)) return present;
      const filling = isFounded(unit) ? null : await stores.openings.standingOf(unit.id);
      if (filling) throw refusal([contradiction('on', `would leave the opening ${filling.code} without its unit`)]);
      const freed = unmerged(present, unit, units.values());
      const found = await judge({ units: [unit, ...freed] }, units, stores);
      if (found.length > 0)
        throw refusal(
          found.map(({ fault }) => fault),
          fieldOf,
        );
      const correction =
        corrects && reason ? { version: present.version + 1, at: stores.clock.now(), actor, reason } : undefined;
      const said = { action, reason };
      const stored = { ...present, ...unit, ...remembering(present, said, request, correction) };
      if (freed.length === 0) {
        await turn.extend();
        await stores.units.save(stored, actor);
      } else {
        const all = [stored, ...freed.map((one) => ({ ...one, ...remembering(one, said) }))];
        await stores.atomically(turn, (session) => stores.units.saveAll(all, actor, session));
      }
      return { ...stored, version: present.version + 1 };
    });
  };
}

/** The units that are no longer made of one whose end, by which it was merged, is taken back. */
function unmerged(before: Unit, after: Unit, units: Iterable<StoredUnit>): StoredUnit[] {
  const end = before.records.at(-1)!.to;
  const hasEnd = after.records.length === 0 || after.records.at(-1)!.to === end;
  if (end === null || hasEnd) return [];
  const isOver = ({ unitId, kind, on }: Unit['origins'][number]) =>
    unitId === before.id && kind === 'MERGE' && on === end;
  return [...units].flatMap((unit) =>
    unit.origins.some(isOver) ? [{ ...unit, origins: unit.origins.filter((origin) => !isOver(origin)) }] : [],
  );
}

/** Gives a unit another name from a day on. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const renameOrgUnit = change<Change & { name: string; from: Day }>(
  'renameOrgUnit',
  (unit, { name, from }, begun, today) => renamed(unit, name.trim(), from, begun, today),
  { action: 'unit.rename' },
);

/** Puts a unit under another one from a day on. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const moveOrgUnit = change<Change & { parentId: string; from: Day }>(
  'moveOrgUnit',
  (unit, { parentId, from }, begun, today) => moved(unit, parentId, from, begun, today),
  { action: 'unit.move', fields: { parent: 'parentId' } },
);

/** Ends a unit. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const closeOrgUnit = change<Change & { to: Day }>('closeOrgUnit', (unit, { to }) => closed(unit, to), {
  action: 'unit.close',
  explained: true,
});

/** Takes back what is planned of a unit for a day to come. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const cancelPlannedUnitChange = change<Change & { on: Day }>(
  'cancelPlannedUnitChange',
  (unit, { on }, _, today) => unplanned(unit, on, today),
  { action: 'unit.cancel', fields: { parent: 'on', to: 'on', name: 'on', records: 'on' } },
);

type RecordInput = Pick<UnitRecord, 'name' | 'from'> & { parentId?: string | null; to?: Day | null };

/** Replaces the recorded history of a unit and keeps why. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const correctOrgUnit = change<Change & { records: RecordInput[] }>(
  'correctOrgUnit',
  (unit, { records }, begun) => {
    if (records.length === 0) return badValue('records', 'must not be empty');
    const known = new Map(
      unit.records.map((record) => [JSON.stringify([record.name, record.parentId, record.from]), record]),
    );
    const stated = records.map((given) => {
      const [name, parentId, to] = [given.name.trim(), given.parentId ?? null, given.to ?? null];
      // What was right keeps who made it and why.
      const { reason, by } = known.get(JSON.stringify([name, parentId, given.from])) ?? begun;
      return { name, parentId, from: given.from, to, reason: reason ?? null, by: by ?? null };
    });
    return { ...unit, records: stated.sort((a, b) => (a.from < b.from ? -1 : 1)) };
  },
  {
    action: 'unit.correct',
    explained: true,
    corrects: true,
    fields: { name: 'records', parent: 'records', to: 'records' },
  },
);
