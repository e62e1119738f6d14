import { type Clock, type Day, dayOf } from '@salesgraph/calendar';
import { fail } from '@salesgraph/service-kit';
import { absentOn, grantsOf, type KnownPerson, permissionsOn } from './grants.ts';
import { ACTIONS, type Account, type Action, reachOf } from './matrix.ts';
import type { CallerClaims } from './tokens.ts';

/** Which records an action reaches. The store that reads or writes applies it to every query. */
export type Scope =
  | { kind: 'COMPANY' }
  /** Records of these people, and of these units. Of oneself alone: one person, no unit. */
  | { kind: 'LIMITED'; employeeIds: string[]; unitIds: string[] }
  | { kind: 'NONE' };

/** What access asks of the organization; `organization-model` answers it. */
export interface OrganizationView<Person extends KnownPerson = KnownPerson> {
  personByCode(code: string): Promise<Person | null>;
  /** Those who exist, by id. */
  peopleByIds(ids: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  units(): Promise<{
    /** The ids of a unit and of all units below it on a day; none when it does not exist then. */
    subtree(unitId: string, day: Day): readonly string[];
  }>;
  /** Who is assigned to one of these units (not to those below) on a day. */
  peopleIn(unitIds: readonly string[], day: Day): Promise<Iterable<{ readonly id: string }>>;
}

/** Who asks, and how far they reach. Everything is read when it is first needed, and once a request. */
export interface Viewer<Person extends KnownPerson = KnownPerson> {
  /** The employee's code or the account's name: the actor of what is changed. */
  readonly subject: string;
  readonly kind: 'EMPLOYEE' | 'SERVICE';
  readonly account?: Account;
  /** The person; null for a service and for a code that the organization does not know. */
  employee(): Promise<Person | null>;
  scope(action: Action): Promise<Scope>;
  /** @throws FORBIDDEN when the scope is NONE */
  require(action: Action): Promise<Scope>;
  /** The actions the caller may do at all, in alphabetical order. */
  permissions(): Promise<Action[]>;
}

const NOTHING: Scope = { kind: 'NONE' };
const EVERYTHING: Scope = { kind: 'COMPANY' };

/**
 * The viewer of one request. Whatever it is asked, it reads the person, the units and the people of the units at most
 * once for each distinct set of units: the number of database calls does not grow with rows or fields.
 */
export function createViewer<Person extends KnownPerson>(
  { sub: subject, kind, account }: CallerClaims,
  directory: OrganizationView<Person>,
  { clock, zone }: { clock: Clock; zone: string },
): Viewer<Person> {
  const today = dayOf(clock.now(), zone);
  const scopes = new Map<Action, Promise<Scope>>();
  const reached = new Map<string, Promise<{ employeeIds: string[]; unitIds: string[] }>>();
  let person: Promise<Person | null> | undefined;

  const employee = (): Promise<Person | null> => {
    person ??= kind === 'EMPLOYEE' ? directory.personByCode(subject) : Promise.resolve(null);
    return person;
  };

  let absent: Promise<Person[]> | undefined;
  /** Those for whom the caller stands in today; one more read, and only when there are some. */
  const represented = (): Promise<Person[]> => {
    absent ??= employee().then(async (self) => {
      const ids = self ? absentOn(self, today) : [];
      return ids.length > 0 ? [...(await directory.peopleByIds(ids)).values()] : [];
    });
    return absent;
  };

  /** The units below some, and the people in them today. */
  const below = (unitIds: readonly string[]) => {
    const key = [...unitIds].sort().join(' ');
    let found = reached.get(key);
    if (!found) {
      found = readBelow(unitIds);
      reached.set(key, found);
    }
    return found;
  };

  async function readBelow(tops: readonly string[]) {
    const tree = await directory.units();
    const unitIds = [...new Set(tops.flatMap((top) => tree.subtree(top, today)))];
    const people = unitIds.length > 0 ? await directory.peopleIn(unitIds, today) : [];
    return { unitIds, employeeIds: [...people].map(({ id }) => id) };
  }

  async function find(action: Action): Promise<Scope> {
    if (kind === 'SERVICE') {
      const reach = account ? reachOf(action, account) : null;
      if (reach === null) return NOTHING;
      // A service has no records of its own.
      return reach === 'COMPANY' ? EVERYTHING : { kind: 'LIMITED', employeeIds: [], unitIds: [] };
    }
    const self = await employee();
    const grants = self ? grantsOf(action, self, await represented(), today) : [];
    if (grants.length === 0) return NOTHING;
    if (grants.some(({ reach }) => reach === 'COMPANY')) return EVERYTHING;
    const tops = grants.filter(({ reach }) => reach === 'UNIT').map(({ unitId }) => unitId);
    const { employeeIds, unitIds } = tops.length > 0 ? await below(tops) : { employeeIds: [], unitIds: [] };
    const own = grants.map(({ holderId }) => holderId);
    return { kind: 'LIMITED', employeeIds: [...new Set([...employeeIds, ...own])], unitIds: [...unitIds] };
  }

  const scope = (action: Action): Promise<Scope> => {
    let found = scopes.get(action);
    if (!found) {
      found = find(action);
      scopes.set(action, found);
    }
    return found;
  };

  return {
    subject,
    kind,
    ...(account && { account }),
    employee,
    scope,
    async require(action) {
      const found = await scope(action);
      if (found.kind === 'NONE') throw fail('FORBIDDEN', `You may not do this: it needs the permission ${action}.`);
      return found;
    },
    async permissions() {
      const [self, absentees] = await Promise.all([employee(), represented()]);
      if (account) return ACTIONS.filter((action) => reachOf(action, account) !== null);
      return self ? permissionsOn(self, absentees, today) : [];
    },
  };
}

/** Whether a scope reaches the records of a person. */
export const reachesPerson = (scope: Scope, employeeId: string): boolean =>
  scope.kind === 'COMPANY' || (scope.kind === 'LIMITED' && scope.employeeIds.includes(employeeId));

/** Whether a scope reaches a unit. */
export const reachesUnit = (scope: Scope, unitId: string): boolean =>
  scope.kind === 'COMPANY' || (scope.kind === 'LIMITED' && scope.unitIds.includes(unitId));
