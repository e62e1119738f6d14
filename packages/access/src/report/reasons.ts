/** Who reaches a record, and why: the same grants that scopes are made of, looked at from the record. Pure functions. */
import { covers, type Day } from '@salesgraph/calendar';
import { type Grant, grantsOf, type KnownPerson } from '../grants.ts';
import { ACCOUNTS, type Account, type Action, ROLES, type Role, reachOf } from '../matrix.ts';

/** Whose a record is: the people and units by which scopes reach it. */
export interface Owned {
  employeeIds: readonly string[];
  unitIds: readonly string[];
}

/** A record as a report looks at it. */
export interface Target {
  /** The people whose record it is. */
  employeeIds: ReadonlySet<string>;
  /** Its units, those of its people, and all above. */
  unitIds: ReadonlySet<string>;
}

/** How a role reaches a record. */
export type Via = 'COMPANY_WIDE' | 'UNIT' | 'OWN_RECORD';

/** One role by which a person reaches a record. */
export interface Reason extends Grant {
  via: Via;
  /** For whom the person stands in; null when the role is the person's own. */
  standsInForId: string | null;
}

/** Somebody who stands in for others on a day, with those. */
export interface StandInOf<Person extends KnownPerson = KnownPerson> {
  person: Person;
  absent: readonly Person[];
}

/** Which people a report lists: each of these ids, and whoever holds one of the roles on the day. */
export interface Holders {
  ids: readonly string[];
  /** Roles that count wherever they are held. */
  anywhere: readonly Role[];
  /** Roles that count where they are held in one of the units. */
  within: { roles: readonly Role[]; unitIds: readonly string[] };
}

/**
 * The record with the units by which it is reached.
 * @param owners the people whose record it is, as far as they exist
 * @param upwards the id of a unit and those of all units above it on the day
 */
export function targetOf(
  { employeeIds, unitIds }: Owned,
  owners: Iterable<KnownPerson>,
  upwards: (unitId: string) => readonly string[],
  day: Day,
): Target {
  const places = [...owners].flatMap(({ assignments }) => assignments.filter((one) => covers(one, day)));
  const units = [...unitIds, ...places.map(({ unitId }) => unitId)];
  return { employeeIds: new Set(employeeIds), unitIds: new Set(units.flatMap(upwards)) };
}

function viaOf({ reach, unitId, holderId }: Grant, { employeeIds, unitIds }: Target): Via | null {
  if (reach === 'COMPANY') return 'COMPANY_WIDE';
  if (reach === 'UNIT' && unitIds.has(unitId)) return 'UNIT';
  return employeeIds.has(holderId) ? 'OWN_RECORD' : null;
}

/**
 * Why a person may do something with a record on a day; none when the record is out of reach.
 * @param absent everybody for whom the person stands in that day
 */
export const reasonsOf = (
  action: Action,
  person: KnownPerson,
  absent: Iterable<KnownPerson>,
  target: Target,
  day: Day,
): Reason[] =>
  grantsOf(action, person, absent, day).flatMap((grant) => {
    const via = viaOf(grant, target);
    return via ? [{ ...grant, via, standsInForId: grant.holderId === person.id ? null : grant.holderId }] : [];
  });

/**
 * The people who reach a record, as a database can list them: exactly those who have a reason.
 * @param owners the people whose record it is
 * @param standIns everybody who stands in for somebody on the day
 */
export function holdersOf(
  action: Action,
  target: Target,
  owners: Iterable<KnownPerson>,
  standIns: Iterable<StandInOf>,
  day: Day,
): Holders {
  const rolesOf = (reach: string) => ROLES.filter((role) => reachOf(action, role) === reach);
  const own = [...owners].filter((one) => reasonsOf(action, one, [], target, day).length > 0);
  const others = [...standIns].filter(
    ({ person, absent }) => reasonsOf(action, person, absent, target, day).length > 0,
  );
  return {
    ids: [...new Set([...own, ...others.map(({ person }) => person)].map(({ id }) => id))],
    anywhere: rolesOf('COMPANY'),
    within: { roles: rolesOf('UNIT'), unitIds: [...target.unitIds] },
  };
}

/** The accounts of services that reach every record; they have none of their own. */
export const accountsWith = (action: Action): Account[] =>
  ACCOUNTS.filter((account) => reachOf(action, account) === 'COMPANY');
