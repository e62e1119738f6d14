/** What the resolvers of leadership are given, and what they have in common. */
import type { Viewer } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { formatRatio } from '@salesgraph/service-kit';
import type { Directory, PersonOnDay, UnitOnDay } from '../directory.ts';
import type { LeadershipLoaders } from './leadership.loaders.ts';

export interface LeadershipContext {
  viewer: Viewer;
  loaders: Directory & { leadership: LeadershipLoaders };
}

/** What is read without the rows of units whose founding was cancelled. */
export type Founded = <Row extends { unitId: string }>(read: Promise<Row[]>) => Promise<Row[]>;

/** A person of whom the record says something, as of a day. @throws Error for nobody on record */
export async function personOn(id: string, day: Day, { loaders }: LeadershipContext): Promise<PersonOnDay> {
  const person = await loaders.person.load(id);
  if (!person) throw new Error(`The person ${id} is gone`);
  return { person, day };
}

/** A unit of which the record says something, as of a day. @throws Error for a unit that is not on record */
export async function unitOn(id: string, day: Day, { loaders }: LeadershipContext): Promise<UnitOnDay> {
  const unit = (await loaders.units()).get(id);
  if (!unit) throw new Error(`The unit ${id} is gone`);
  return { unit, day };
}

/** Hundredths as a decimal: 8765 is `87.65`. */
export const shownHundredths = (hundredths: number | null): string | null =>
  hundredths === null ? null : formatRatio(BigInt(hundredths), 100n, 2);
