/** The organization as every service sees it: people and units with their whole history, plain data. */
import { covers, type Day } from '@salesgraph/calendar';
import type { EventData } from '@salesgraph/events';

type ToldPerson = EventData['organization.employee.changed'];
type ToldUnit = EventData['organization.unit.changed'];
type Untold = 'reason' | 'by';

/** The time in which a person holds a role in a unit. */
export type Assignment = Omit<ToldPerson['assignments'][number], Untold>;

/** The time in which a person stands in for another one. */
export type Delegation = Omit<NonNullable<ToldPerson['delegations']>[number], Untold>;

/** A person with all assignments, past and future ones too. */
export type Person = Pick<ToldPerson, 'id' | 'code' | 'name' | 'hiredOn'> & {
  /** The first day on which the person no longer belongs to the company. */
  leftOn?: string | null;
  assignments: Assignment[];
  /** For whom the person stands in, and when. */
  delegations?: Delegation[];
};

/** A unit with its whole history: names and places in the tree over time. */
export type Unit = Pick<ToldUnit, 'id' | 'code' | 'kind' | 'currency'> & {
  records: Omit<ToldUnit['records'][number], Untold>[];
};

export type UnitKind = Unit['kind'];

/** A unit as it stands on one day. */
export interface UnitOnDay {
  id: string;
  code: string;
  kind: UnitKind;
  name: string;
  /** Null for the root. */
  parentId: string | null;
}

/** The primary assignment of a person on a day; null when there is none. */
export const primaryAssignmentOn = (person: Pick<Person, 'assignments'>, day: Day): Assignment | null =>
  person.assignments.find((assignment) => assignment.primary && covers(assignment, day)) ?? null;
