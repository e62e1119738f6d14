/** The rules of titles: what a person is called over time, a record of its own that does not split assignments. */
import { covers, type Day, type Interval, overlaps } from '@salesgraph/calendar';
import { badValue, type Fault, intervalFaults, textFaults } from '../faults.ts';
import type { Person, Title } from '../people/assignments.ts';
import { inOrder } from '../units/units.ts';

/** How many titles a person may have over time. */
export const MAX_TITLES = 200;
const MAX_TITLE = 200;

type Titled = Pick<Person, 'titles'>;

const period = ({ from, to }: Interval) => `from ${from} to ${to ?? 'an unknown day'}`;

/** The title that holds on a day. */
export const titleOn = ({ titles }: Titled, day: Day): Title | null =>
  titles.find((title) => covers(title, day)) ?? null;

/** What is wrong with titles taken together: each must say something and hold a day, and no day has two. */
export function titleFaults(titles: readonly Title[]): Fault[] {
  const faults = titles.flatMap((one, place) => [
    ...textFaults(`titles.${place}.title`, one.title, MAX_TITLE),
    ...intervalFaults(`titles.${place}.to`, one),
  ]);
  if (titles.length > MAX_TITLES) faults.push(badValue('titles', `has more than ${MAX_TITLES}`));
  if (faults.length > 0) return faults;
  const ordered = inOrder(titles);
  const second = ordered.find((one, place) => place > 0 && overlaps(ordered[place - 1]!, one));
  return second ? [badValue('titles', `hold a second title at the same time, ${period(second)}`)] : [];
}

/** A person with another title from a day on; the title that holds on that day ends there. */
export function entitled<P extends Titled>(person: P, title: Title): P | Fault {
  const present = titleOn(person, title.from);
  if (present?.from === title.from) {
    return badValue('from', 'is the first day of the present title: what that says can only be corrected');
  }
  const before = person.titles.map((one) => (one === present ? { ...one, to: title.from } : one));
  return { ...person, titles: inOrder([...before, title]) };
}

/** A person whose title ends on a day, before its end if it has one. */
export function untitled<P extends Titled>(person: P, to: Day): P | Fault {
  // The last day of a title is the one before it ends, so the title in question holds on an earlier day.
  const present = person.titles.find((one) => one.from < to && (one.to === null || to < one.to));
  if (!present) return badValue('to', 'is within no title: there is none that could end on this day');
  return { ...person, titles: person.titles.map((one) => (one === present ? { ...one, to } : one)) };
}
