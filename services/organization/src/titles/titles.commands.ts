/** What is done to titles: a change of the person, judged with everything else that is recorded of them. */
import type { Day } from '@salesgraph/calendar';
import { badValue, type Fault } from '../faults.ts';
import type { Title } from '../people/assignments.ts';
import { type Change, change } from '../people/people.commands.ts';
import { inOrder } from '../units/units.ts';
import { entitled, untitled } from './titles.ts';

type TitleInput = Omit<Title, 'to'> & { to?: Day | null };

interface TitleChange extends Change {
  employeeId: string;
  reason?: string | null;
}

const MAX_REASON = 1_000;

const stated = ({ title, from, to }: TitleInput): Title => ({ title: title.trim(), from, to: to ?? null });
const whose = ({ employeeId }: TitleChange) => employeeId;
const why = ({ reason }: TitleChange) => reason?.trim() || null;
const reasonFault = ({ reason }: TitleChange): Fault | null =>
  (reason?.length ?? 0) > MAX_REASON ? badValue('reason', `has more than ${MAX_REASON} characters`) : null;

/** A single title's faults are of the fields of the input itself. */
const bySingleInput = (field: string) => field.replace(/^titles\.\d+\./, '').replace(/^titles$/, 'from');

/** Gives a person another title from a day on. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const setTitle = change<TitleChange & TitleInput>(
  'setTitle',
  whose,
  (person, input) => reasonFault(input) ?? entitled(person, stated(input)),
  { action: 'title.set', reason: why, fieldOf: bySingleInput },
);

/** Ends a person's title. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const endTitle = change<TitleChange & { to: Day }>(
  'endTitle',
  whose,
  (person, input) => reasonFault(input) ?? untitled(person, input.to),
  { action: 'title.end', reason: why, fieldOf: bySingleInput },
);

/** Replaces the recorded titles of a person and keeps why. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const correctTitles = change<TitleChange & { titles: TitleInput[] }>(
  'correctTitles',
  whose,
  (person, input) => {
    if (why(input) === null) return badValue('reason', 'is required');
    return reasonFault(input) ?? { ...person, titles: inOrder(input.titles.map(stated)) };
  },
  { action: 'title.correct', corrects: true, reason: why },
);
