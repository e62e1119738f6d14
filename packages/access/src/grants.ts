/** What a person may do on a day, and by which role of whom: the ground of every scope and of the access report. */
import { covers, type Day } from '@salesgraph/calendar';
import { ACTIONS, type Action, isDelegable, type Reach, type Role, reachOf } from './matrix.ts';

/** The time in which a person has a role in a unit: `[from, to)`. */
export interface HeldRole {
  readonly unitId: string;
  readonly role: Role;
  readonly from: Day;
  readonly to: Day | null;
}

/** The time in which a person stands in for another one, who is absent: `[from, to)`. */
export interface StandIn {
  readonly fromId: string;
  readonly from: Day;
  readonly to: Day;
}

/** A person as far as access is concerned. */
export interface KnownPerson {
  readonly id: string;
  readonly code: string;
  readonly assignments: readonly HeldRole[];
  /** For whom the person stands in, and when. */
  readonly delegations?: readonly StandIn[];
}

/** One role that lets a person do something. */
export interface Grant {
  role: Role;
  /** Where the role is held. */
  unitId: string;
  reach: Reach;
  /** Whose role it is: the person's own, or that of somebody for whom the person stands in. */
  holderId: string;
}

/** The ids of those for whom a person stands in on a day. */
export const absentOn = (person: Pick<KnownPerson, 'delegations'>, day: Day): string[] => [
  ...new Set((person.delegations ?? []).filter((one) => covers(one, day)).map(({ fromId }) => fromId)),
];

/**
 * The roles that let a person do something on a day: the own ones, and for what is delegable those of the people for whom
 * the person stands in then. A stand-in's stand-in gains nothing: only roles that the absent hold themselves count.
 * @param absent everybody for whom the person stands in that day, as `absentOn` names them
 */
export function grantsOf(action: Action, person: KnownPerson, absent: Iterable<KnownPerson>, day: Day): Grant[] {
  const holders = isDelegable(action) ? [person, ...absent] : [person];
  return holders.flatMap(({ id: holderId, assignments }) =>
    assignments.flatMap((assignment) => {
      const { role, unitId } = assignment;
      const reach = covers(assignment, day) ? reachOf(action, role) : null;
      return reach === null ? [] : [{ role, unitId, reach, holderId }];
    }),
  );
}

/** The actions that a person may do at all on a day, in alphabetical order. @param absent as for `grantsOf` */
export const permissionsOn = (person: KnownPerson, absent: readonly KnownPerson[], day: Day): Action[] =>
  ACTIONS.filter((action) => grantsOf(action, person, absent, day).length > 0);

/**
 * The actions that somebody would hand on without having them, when another's duties are given to a third person: none
 * means that nobody gains by it what who arranges it could not do alike.
 * @param arranger by the own roles of this day
 * @param absent whose roles of the other day would be handed on
 * @param upwards the id of a unit and those of all above it, as of the other day
 */
export function handedBeyond(
  arranger: { person: KnownPerson; day: Day },
  absent: { person: KnownPerson; day: Day },
  upwards: (unitId: string) => readonly string[],
): Action[] {
  const places = absent.person.assignments.filter((one) => covers(one, absent.day)).map(({ unitId }) => unitId);
  return ACTIONS.filter(isDelegable).filter((action) => {
    const own = grantsOf(action, arranger.person, [], arranger.day);
    if (own.some(({ reach }) => reach === 'COMPANY')) return false;
    const tops = new Set(own.filter(({ reach }) => reach === 'UNIT').map(({ unitId }) => unitId));
    const isBelow = (unitId: string) => upwards(unitId).some((above) => tops.has(above));
    return grantsOf(action, absent.person, [], absent.day).some(({ reach, unitId }) =>
      reach === 'COMPANY' ? true : reach === 'UNIT' ? !isBelow(unitId) : !places.some(isBelow),
    );
  });
}
