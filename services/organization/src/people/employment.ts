/** When a person belonged to the company: pure functions over plain data. */
import { type Day, overlaps } from '@salesgraph/calendar';
import { badValue, contradiction, type Fault } from '../faults.ts';
import type { Person } from './assignments.ts';

/** A time in which a person belonged to the company; the first day is null when it is not known. */
export interface Employment {
  hiredOn: Day | null;
  /** The first day on which the person no longer belongs to the company; null while no end is known. */
  leftOn: Day | null;
}

type Employed = Pick<Person, 'hiredOn' | 'leftOn' | 'earlierEmployments' | 'assignments'>;

/** Every time in which a person belonged, belongs or will belong to the company, oldest first. */
export const employmentsOf = ({
  hiredOn,
  leftOn,
  earlierEmployments = [],
}: Omit<Employed, 'assignments'>): Employment[] => [...earlierEmployments, { hiredOn, leftOn }];

/** Whether a person belongs to the company on a day. Who was hired on an unknown day does from the first assignment on. */
export function employedOn(person: Employed, day: Day): boolean {
  const first = person.assignments.reduce<Day | null>(
    (earliest, { from }) => (earliest === null || from < earliest ? from : earliest),
    null,
  );
  return employmentsOf(person).some(({ hiredOn, leftOn }) => {
    const since = hiredOn ?? first;
    return (since === null || since <= day) && (leftOn === null || day < leftOn);
  });
}

/**
 * What is wrong with the times in which a person belongs to the company: they follow each other, and nobody has an assignment
 * after leaving.
 */
export function employmentFaults(person: Employed): Fault[] {
  const { hiredOn, leftOn, earlierEmployments = [], assignments } = person;
  const faults: Fault[] = [];
  if (hiredOn !== null && leftOn !== null && leftOn <= hiredOn)
    faults.push(badValue('leftOn', `must be after the day of hiring, ${hiredOn}`));
  const before = earlierEmployments.at(-1);
  if (before && (hiredOn === null || hiredOn < before.leftOn)) {
    const missing = hiredOn === null ? 'is required and ' : '';
    return [
      ...faults,
      badValue('hiredOn', `${missing}must not be before ${before.leftOn}, when the person left before`),
    ];
  }
  const gaps = earlierEmployments.map(({ leftOn: from }, place) => ({
    from,
    to: earlierEmployments[place + 1]?.hiredOn ?? hiredOn,
  }));
  if (leftOn !== null) gaps.push({ from: leftOn, to: null });
  for (const [place, assignment] of assignments.entries()) {
    const gap = gaps.find((one) => overlaps(one, assignment));
    if (!gap) continue;
    const until = gap.to === null ? '' : ` and was hired again on ${gap.to}`;
    faults.push(contradiction(`assignments.${place}.to`, `is after the person left, on ${gap.from}${until}`));
  }
  return faults;
}
