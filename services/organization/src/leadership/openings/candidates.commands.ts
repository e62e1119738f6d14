/** What is done to candidates. */
import { covers } from '@salesgraph/calendar';
import { fail } from '@salesgraph/service-kit';
import { badValue, reasonFaults, unknown } from '../../faults.ts';
import { changeOpening, type OpeningChange } from './changing.ts';
import { candidateOf, MAX_CANDIDATES, nominated, rejected, shortlisted, withdrawn } from './openings.ts';

type OfCandidate = OpeningChange & { employeeId: string };

const reason = ({ reason: why }: { reason: string }) => why;

/**
 * Nominates somebody, or again who was rejected or has withdrawn.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT, BAD_USER_INPUT, TOO_MANY
 */
export const nominateCandidate = changeOpening<OfCandidate & { why: string }>(
  'nominateCandidate',
  'opening.nominate',
  { needs: 'opening.write' },
  async ({ opening, input, stamp, stores }) => {
    const [why] = reasonFaults(input.why, { required: true });
    if (why) return { ...why, field: 'why' };
    const [person] = await stores.people.byIds([input.employeeId]);
    if (!person || (person.leftOn !== null && person.leftOn <= opening.neededFrom)) {
      return unknown('employeeId', 'names nobody who works for the company when somebody is needed');
    }
    const leadsIt = person.assignments.some(
      (one) => one.leader && one.unitId === opening.unitId && covers(one, opening.neededFrom),
    );
    if (leadsIt) return badValue('employeeId', 'names who leads the unit on that day already');
    if (opening.candidates.length >= MAX_CANDIDATES && !candidateOf(opening, person.id)) {
      throw fail('TOO_MANY', `An opening has ${MAX_CANDIDATES} candidates at most.`);
    }
    return nominated(opening, person.id, input.why.trim(), stamp);
  },
);

/** Puts a candidate on the shortlist. */
export const shortlistCandidate = changeOpening<OfCandidate>(
  'shortlistCandidate',
  'opening.shortlistCandidate',
  { needs: 'opening.write' },
  ({ opening, input }) => shortlisted(opening, input.employeeId),
);

/** Rejects a candidate and keeps why. */
export const rejectCandidate = changeOpening<OfCandidate & { reason: string }>(
  'rejectCandidate',
  'opening.rejectCandidate',
  { needs: 'opening.write', reason },
  ({ opening, input }) => rejected(opening, input.employeeId, input.reason.trim()),
);

/** Withdraws a candidate; of themselves candidates do so too. */
export const withdrawCandidate = changeOpening<OfCandidate & { reason: string }>(
  'withdrawCandidate',
  'opening.withdrawCandidate',
  { needs: 'opening.write', ofOneself: ({ employeeId }, caller) => employeeId === caller.employeeId, reason },
  ({ opening, input }) => withdrawn(opening, input.employeeId, input.reason.trim()),
);
