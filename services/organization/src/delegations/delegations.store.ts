/** Reads who stands in for whom; it is written on the record of the one who stands in. */
import type { Delegation } from '../people/assignments.ts';
import type { PeopleStore } from '../people/people.store.ts';

/** A delegation with the one who stands in. */
export type Representation = Delegation & { toId: string };

/** Who stands in for each of some people, past and future too, in order of time: one read. */
export async function representationsOf(
  people: PeopleStore['model'],
  absentIds: readonly string[],
): Promise<Map<string, Representation[]>> {
  const wanted = new Set(absentIds);
  const rows = await people
    .find({ 'delegations.fromId': { $in: [...wanted] } }, { delegations: 1 })
    .lean<{ _id: string; delegations: Delegation[] }[]>();
  const found = rows
    .flatMap(({ _id, delegations }) => delegations.map((one) => ({ ...one, toId: _id })))
    .filter(({ fromId }) => wanted.has(fromId))
    .sort((a, b) => (a.from === b.from ? (a.toId < b.toId ? -1 : 1) : a.from < b.from ? -1 : 1));
  return Map.groupBy(found, ({ fromId }) => fromId);
}
