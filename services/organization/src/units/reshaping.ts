/**
 * How units are split and merged: pure functions over plain data. From a day on, units below and people go from one unit to
 * another; each of them begins a new interval, and what was before stays. Whether the whole that comes of it is sound is
 * judged afterwards.
 */
import type { Day } from '@salesgraph/calendar';
import type { Begun } from '../audit.ts';
import { badValue, type Fault, unknown } from '../faults.ts';
import type { Person } from '../people/assignments.ts';
import { isThere, passedOn } from '../people/passing-on.ts';
import { closed, type Unit } from './units.ts';

/** Everything that a change of shape changes: units, those that begin included, and people. */
export interface Reshaped {
  units: Unit[];
  people: Person[];
}

/** A unit that a split makes, and who and what goes there. */
export interface Part {
  unit: Unit;
  childIds: readonly string[];
  memberIds: readonly string[];
  leaderId: string | null;
  /** Whether everything that no other part names goes there. */
  rest: boolean;
}

/** From which day, why and by whom. */
export interface Reshaping extends Begun {
  from: Day;
}

const comesLater = (from: Day) => `names somebody who comes after ${from}, so that nobody would lead the unit then`;
const goesOnAfter = (day: Day) => (interval: { to: Day | null }) => interval.to === null || interval.to > day;

/** The units that are below one at some time from a day on. */
export const childrenFrom = (parentId: string, day: Day, units: Iterable<Unit>): Unit[] =>
  [...units].filter(({ records }) =>
    records.some((record) => record.parentId === parentId && goesOnAfter(day)(record)),
  );

/** The people who are assigned to a unit at some time from a day on. */
export const membersFrom = (unitId: string, day: Day, people: readonly Person[]): Person[] =>
  people.filter(({ assignments }) => assignments.some((one) => one.unitId === unitId && goesOnAfter(day)(one)));

/** A unit that is below another one wherever it would be below the first, from a day on. */
export function reparented(unit: Unit, oldId: string, newId: string, { from, reason, by }: Reshaping): Unit {
  const records = unit.records.flatMap((record) => {
    if (record.parentId !== oldId || !goesOnAfter(from)(record)) return [record];
    const begins = record.from < from ? from : record.from;
    const next = { ...record, parentId: newId, from: begins, reason, by };
    return record.from < from ? [{ ...record, to: from }, next] : [next];
  });
  return { ...unit, records };
}

/** Where each of some units or people goes; `fault` where two parts name one, or one names what is not there. */
function destinations(
  ids: ReadonlySet<string>,
  parts: readonly Part[],
  named: (part: Part) => readonly string[],
  field: string,
): { goes: Map<string, Part>; faults: Fault[] } {
  const goes = new Map<string, Part>();
  const faults: Fault[] = [];
  for (const [place, part] of parts.entries()) {
    for (const id of named(part)) {
      if (!ids.has(id))
        faults.push(unknown(`into.${place}.${field}`, `names what is not in the unit from that day on: ${id}`));
      else if (goes.has(id)) faults.push(badValue(`into.${place}.${field}`, `names what another part has: ${id}`));
      else goes.set(id, part);
    }
  }
  const rest = parts.find((part) => part.rest);
  if (rest) for (const id of ids) if (!goes.has(id)) goes.set(id, rest);
  return { goes, faults };
}

/**
 * A unit split from a day on: into itself and new units, or, when it ends, into new units alone.
 * @param units all units as recorded
 * @param people everybody who is or will be assigned to the unit
 */
export function split(
  unit: Unit,
  parts: readonly Part[],
  reshaping: Reshaping,
  ends: boolean,
  units: Iterable<Unit>,
  people: readonly Person[],
): Reshaped | Fault[] {
  const { from } = reshaping;
  if (unit.kind === 'COMPANY') return [badValue('id', 'names the company, which cannot be split')];
  if (parts.filter(({ rest }) => rest).length > 1)
    return [badValue('into', 'has more than one part that takes the rest')];
  const below = childrenFrom(unit.id, from, units);
  const members = membersFrom(unit.id, from, people);
  const children = destinations(new Set(below.map(({ id }) => id)), parts, ({ childIds }) => childIds, 'childIds');
  const moving = destinations(new Set(members.map(({ id }) => id)), parts, ({ memberIds }) => memberIds, 'memberIds');
  const faults = [...children.faults, ...moving.faults];
  for (const [place, { leaderId, unit: made }] of parts.entries()) {
    if (leaderId === null) continue;
    const leader = members.find(({ id }) => id === leaderId);
    if (!leader || moving.goes.get(leaderId)?.unit !== made)
      faults.push(unknown(`into.${place}.leaderId`, 'names nobody who goes into the unit'));
    else if (!isThere(leader, [unit.id], from)) faults.push(badValue(`into.${place}.leaderId`, comesLater(from)));
  }
  const source = ends ? closed(unit, from) : unit;
  if ('field' in source) faults.push({ ...source, field: 'from' });
  if (faults.length > 0 || 'field' in source) return faults;

  const made = parts.map((part): Unit => ({ ...part.unit, origins: [{ unitId: unit.id, kind: 'SPLIT', on: from }] }));
  const moved = below.flatMap((child) => {
    const part = children.goes.get(child.id);
    return part ? [reparented(child, unit.id, part.unit.id, reshaping)] : [];
  });
  const passed = members.flatMap((person) => {
    const part = moving.goes.get(person.id);
    return part ? [passedOn(person, [unit.id], part.unit.id, part.leaderId === person.id, reshaping)] : [];
  });
  return { units: [source, ...made, ...moved], people: passed };
}

/**
 * Units merged into another one from a day on: they end, and what is in and below them goes there.
 * @param target the unit that goes on, which may be new
 * @param leaderId who leads it from then on; null when nobody of those who come does
 * @param units all units as recorded
 * @param people everybody who is or will be assigned to one of the units that end
 */
export function merge(
  merged: readonly Unit[],
  target: Unit,
  leaderId: string | null,
  reshaping: Reshaping,
  units: Iterable<Unit>,
  people: readonly Person[],
): Reshaped | Fault[] {
  const { from } = reshaping;
  const ids = new Set(merged.map(({ id }) => id));
  if (ids.size < merged.length) return [badValue('units', 'name one unit twice')];
  if (ids.has(target.id)) return [badValue('into', 'is one of the units that end')];
  const faults: Fault[] = [];
  const ended = merged.flatMap((unit, place) => {
    const end =
      unit.kind === 'COMPANY' ? badValue('id', 'names the company, which cannot be merged') : closed(unit, from);
    if (!('field' in end)) return [end];
    const told = `of ${unit.code}: ${end.message}`;
    faults.push({
      ...end,
      ...(end.field === 'to' ? { field: 'from', message: told } : { field: `units.${place}.id` }),
    });
    return [];
  });
  const coming = people.filter((person) => [...ids].some((id) => membersFrom(id, from, [person]).length > 0));
  const leader = coming.find(({ id }) => id === leaderId);
  if (leaderId !== null && !leader) faults.push(unknown('leaderId', 'names nobody who comes from one of the units'));
  else if (leader && !isThere(leader, [...ids], from)) faults.push(badValue('leaderId', comesLater(from)));
  if (faults.length > 0) return faults;

  const all = [...units];
  const made: Unit = {
    ...target,
    origins: [...target.origins, ...merged.map(({ id }) => ({ unitId: id, kind: 'MERGE' as const, on: from }))],
  };
  // A unit may have been, or be going to be, below several of them; it may also be the target itself.
  const states = new Map<string, Unit>([made, ...ended].map((unit) => [unit.id, unit]));
  for (const id of ids) {
    const candidates = all.filter((unit) => !ids.has(unit.id));
    for (const child of childrenFrom(id, from, candidates)) {
      states.set(child.id, reparented(states.get(child.id) ?? child, id, target.id, reshaping));
    }
  }
  const passed = coming.map((person) => passedOn(person, [...ids], target.id, person.id === leaderId, reshaping));
  return { units: [...states.values()], people: passed };
}

/** How many people, and how many units, one change of shape takes along: it is one transaction. */
export const MAX_PASSED_ON = 1_000;
