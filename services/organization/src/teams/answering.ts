/** For whom somebody answers, within how far they reach. */
import type { Scope, Viewer } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { assignmentsOn, type Person } from '../people/assignments.ts';

/**
 * Whether somebody answers for a person: reaches one of the units the person belongs to. Reaching the person's own records
 * alone, as the person does and who stands in for them, is not enough; and nobody answers for themselves.
 * @param unitIds the units of the person that count
 */
export async function answersFor(viewer: Viewer, scope: Scope, personId: string, unitIds: string[]): Promise<boolean> {
  if ((await viewer.employee())?.id === personId) return false;
  return scope.kind === 'COMPANY' || (scope.kind === 'LIMITED' && unitIds.some((id) => scope.unitIds.includes(id)));
}

/** The units a person belongs to on a day. */
export const unitsOn = (person: Pick<Person, 'assignments'>, day: Day): string[] =>
  assignmentsOn(person, day).map(({ unitId }) => unitId);
