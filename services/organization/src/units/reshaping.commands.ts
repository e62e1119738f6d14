/** How units are split and merged: several units and people written together, or none of them. */
import type { Day } from '@salesgraph/calendar';
import { badInput, fail, notFound, requestOf } from '@salesgraph/service-kit';
import { type Audited, hasAnswered, memoryIn, remembering, unwritten } from '../audit.ts';
import { type Fault, reasonFaults, reasonOf, refusal } from '../faults.ts';
import { judge } from '../judging.ts';
import type { StoredPerson } from '../people/people.store.ts';
import type { Stores } from '../stores.ts';
import type { Turn } from '../turn.store.ts';
import { MAX_PASSED_ON, merge, type Part, type Reshaped, split } from './reshaping.ts';
import { checkVersion, founded, type NewUnit, placeFor } from './units.commands.ts';
import type { StoredUnit } from './units.store.ts';
import { recordOn, type Unit, type UnitKind } from './units.ts';

interface Explained {
  from: Day;
  reason: string;
  idempotencyKey?: string | null;
}

type NewBelow = Omit<NewUnit, 'kind' | 'currency'> & { kind?: UnitKind | null; parentId?: string | null };

export interface SplitOrgUnit extends Explained {
  id: string;
  into: (NewBelow & {
    childIds?: string[] | null;
    memberIds?: string[] | null;
    leaderId?: string | null;
    rest: boolean;
  })[];
  ends: boolean;
  expectedVersion: number;
}

export interface MergeOrgUnits extends Explained {
  units: { id: string; expectedVersion: number }[];
  into: { id?: string | null; expectedVersion?: number | null; unit?: NewBelow | null };
  leaderId?: string | null;
}

/** How many units one call may make or merge. */
const MAX_UNITS = 50;

type Recorded = ReadonlyMap<string, StoredUnit>;

/** Refuses lists that are empty or too long. */
function checkSize(field: string, list: readonly unknown[]): void {
  if (list.length === 0) throw badInput(field, 'must not be empty');
  if (list.length > MAX_UNITS) throw fail('TOO_MANY', `${field} has more than ${MAX_UNITS} units.`);
}

function checkReason({ reason }: Explained): string {
  const faults = reasonFaults(reason, { required: true });
  if (faults.length > 0) throw refusal(faults);
  return reasonOf(reason)!;
}

/** A unit that exists or will. @throws NOT_FOUND */
function known(id: string, units: Recorded): StoredUnit {
  const unit = units.get(id);
  if (!unit || unit.records.length === 0) throw notFound('unit');
  return unit;
}

async function everIn(unitIds: string[], stores: Stores): Promise<StoredPerson[]> {
  const people = await stores.people.everIn(unitIds);
  if (people.length > MAX_PASSED_ON)
    throw fail('TOO_MANY', `More than ${MAX_PASSED_ON} people would have to go along; move some of them first.`);
  return people;
}

/**
 * Judges a change of shape and writes it in one transaction.
 * @param fieldOf which field of the input a fault of a unit or a person belongs to
 */
async function write(
  { units, people }: Reshaped,
  recorded: Recorded,
  known: readonly StoredPerson[],
  given: { action: string; reason: string; actor: string; turn: Turn; memory: ReadonlyMap<string, Audited> },
  fieldOf: (id: string, field: string) => string,
  stores: Stores,
): Promise<void> {
  const { action, reason, actor, turn, memory } = given;
  if (units.length > MAX_PASSED_ON + MAX_UNITS)
    throw fail('TOO_MANY', `More than ${MAX_PASSED_ON} units would have to go along; move some of them first.`);
  const found = await judge({ units, people }, recorded, stores);
  if (found.length > 0) {
    throw refusal(
      found.map(({ id, code, fault }): Fault => {
        const field = fieldOf(id, fault.field);
        return { ...fault, field, message: `of ${code}: ${fault.field} ${fault.message}` };
      }),
    );
  }
  const before = new Map<string, Audited>([...recorded, ...known.map((person) => [person.id, person] as const)]);
  const stored = <Entity extends { id: string }>(entity: Entity) => {
    const place = before.get(entity.id) ?? unwritten;
    const memorized = memory.get(entity.id) ?? { ...memoryIn(place), ...remembering(place, { action, reason }) };
    return { ...entity, ...memorized };
  };
  await stores.atomically(turn, async (session) => {
    await stores.units.saveAll(units.map(stored), actor, session);
    await stores.people.saveAll(people.map(stored), actor, session);
  });
}

/**
 * Splits a unit.
 * @returns the unit that was split; what it became are its successors
 * @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT, TOO_MANY
 */
export function splitOrgUnit(input: SplitOrgUnit, actor: string, stores: Stores): Promise<StoredUnit> {
  const request = requestOf('splitOrgUnit', actor, input);
  checkSize('into', input.into);
  return stores.turns.inTurn(async (turn) => {
    const units = await stores.units.all();
    const present = known(input.id, units);
    if (hasAnswered(present, request)) return present;
    checkVersion(present, input.expectedVersion);
    const reason = checkReason(input);
    const now = recordOn(present, input.from);
    if (!now) throw badInput('from', 'is no day on which the unit exists');
    const begun = { reason, by: actor };
    const parts = input.into.map((part, place): Part => {
      const kind = part.kind ?? present.kind;
      const unit = founded({ ...part, kind }, part.parentId ?? now.parentId, input.from, begun);
      placeFor(unit, units, `into.${place}.code`);
      const { childIds, memberIds, leaderId, rest } = part;
      return { unit, childIds: childIds ?? [], memberIds: memberIds ?? [], leaderId: leaderId ?? null, rest };
    });
    if (new Set(parts.map(({ unit }) => unit.id)).size < parts.length) throw badInput('into', 'has one code twice');

    const people = await everIn([present.id], stores);
    const reshaping = { from: input.from, ...begun };
    const next = split(present, parts, reshaping, input.ends, units.values(), people);
    if (Array.isArray(next)) throw refusal(next);
    const action = 'unit.split';
    const remembered = { ...memoryIn(present), ...remembering(present, { action, reason }, request) };
    const memory = new Map([[present.id, remembered]]);
    const places = new Map(parts.map(({ unit }, place) => [unit.id, place]));
    const fieldOf = (id: string, field: string) => {
      const place = places.get(id);
      if (place === undefined) return id === present.id ? 'from' : 'into';
      return `into.${place}.${field === 'parent' ? 'parentId' : field}`;
    };
    await write(next, units, people, { action, reason, actor, turn, memory }, fieldOf, stores);
    return { ...next.units[0]!, ...remembered, version: present.version + 1 };
  });
}

/** The unit that others are merged into: one that exists, at its version, or a new one. */
function targetOf({ into, from }: MergeOrgUnits, actor: string, reason: string, units: Recorded): Unit {
  if ((into.id ?? null) === null && !into.unit) throw badInput('into', 'must name a unit or say what a new one is');
  if (into.id && into.unit) throw badInput('into', 'must not name a unit and say what a new one is');
  if (into.id) {
    const target = known(into.id, units);
    if (into.expectedVersion === null || into.expectedVersion === undefined)
      throw badInput('into.expectedVersion', 'is required with the id');
    checkVersion(target, into.expectedVersion, 'into.expectedVersion');
    return target;
  }
  const said = into.unit!;
  if (!said.kind) throw badInput('into.unit.kind', 'is required');
  const unit = founded({ ...said, kind: said.kind }, said.parentId ?? null, from, { reason, by: actor });
  placeFor(unit, units, 'into.unit.code');
  return unit;
}

/**
 * Merges units into another one.
 * @returns the unit that goes on
 * @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT, TOO_MANY
 */
export function mergeOrgUnits(input: MergeOrgUnits, actor: string, stores: Stores): Promise<StoredUnit> {
  const request = requestOf('mergeOrgUnits', actor, input);
  checkSize('units', input.units);
  return stores.turns.inTurn(async (turn) => {
    const units = await stores.units.all();
    const answered = [...units.values()].find((unit) => hasAnswered(unit, request));
    if (answered) return answered;
    const merged = input.units.map(({ id, expectedVersion }, place) => {
      const unit = known(id, units);
      checkVersion(unit, expectedVersion, `units.${place}.expectedVersion`);
      return unit;
    });
    const reason = checkReason(input);
    const target = targetOf(input, actor, reason, units);

    const people = await everIn(
      merged.map(({ id }) => id),
      stores,
    );
    const reshaping = { from: input.from, reason, by: actor };
    const next = merge(merged, target, input.leaderId ?? null, reshaping, units.values(), people);
    if (Array.isArray(next)) throw refusal(next);
    const action = 'unit.merge';
    const before = units.get(target.id) ?? unwritten;
    const remembered = { ...memoryIn(before), ...remembering(before, { action, reason }, request) };
    const memory = new Map([[target.id, remembered]]);
    const fieldOf = (id: string, field: string) => {
      if (id !== target.id) return field.endsWith('.leader') ? 'leaderId' : 'from';
      return input.into.unit ? `into.unit.${field === 'parent' ? 'parentId' : field}` : 'into.id';
    };
    await write(next, units, people, { action, reason, actor, turn, memory }, fieldOf, stores);
    const written = next.units.find(({ id }) => id === target.id)!;
    return { ...written, ...remembered, version: before.version + 1 };
  });
}
