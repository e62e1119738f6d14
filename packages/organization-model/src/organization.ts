/** The organization as every service sees it: people and units with their whole history, plain data. */
import { covers, type Day } from '@salesgraph/calendar';
import type { EventData } from '@salesgraph/events';

/** A person with all assignments, past and future ones too. */
export type Person = EventData['organization.employee.changed'];

/** The time in which a person holds a role in a unit. */
export type Assignment = Person['assignments'][number];

/** A unit with its whole history: names and places in the tree over time. */
export type Unit = EventData['organization.unit.changed'];

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
