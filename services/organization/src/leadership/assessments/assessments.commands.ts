/** What assessors do: each gives every criterion of a candidate a mark, and may revise it until the shortlist is closed. */
import type { Viewer } from '@salesgraph/access';
import { fail, notFound, requestOf } from '@salesgraph/service-kit';
import { hasAnswered, remembering, unwritten } from '../../audit.ts';
import { badValue, contradiction, type Fault, refusal, textFaults, unknown } from '../../faults.ts';
import { callerOf, mustReach } from '../callers.ts';
import { stale, unitOfOpening } from '../openings/changing.ts';
import type { Criterion } from '../openings/criteria.ts';
import type { StoredOpening } from '../openings/openings.store.ts';
import { candidateOf, MAX_ASSESSORS, type Opening, stands } from '../openings/openings.ts';
import type { LeadershipStores } from '../stores.ts';
import { assessmentId } from './assessments.store.ts';
import type { Mark } from './results.ts';

export interface AssessCandidate {
  openingId: string;
  employeeId: string;
  marks: Mark[];
  expectedVersion?: number | null;
  idempotencyKey?: string | null;
}

const MAX_COMMENT = 2_000;

/** What is wrong with marks: one of every criterion, 0 to 100, each with a comment. */
export function markFaults(criteria: readonly Criterion[], marks: readonly Mark[]): Fault[] {
  const faults = marks.flatMap(({ criterion, mark, comment }, place) => [
    ...(criteria.some(({ key }) => key === criterion)
      ? []
      : [unknown(`marks.${place}.criterion`, 'names no criterion of the opening')]),
    ...(marks.findIndex((one) => one.criterion === criterion) === place
      ? []
      : [badValue(`marks.${place}.criterion`, 'is marked already')]),
    ...(Number.isInteger(mark) && mark >= 0 && mark <= 100
      ? []
      : [badValue(`marks.${place}.mark`, 'must be 0 to 100')]),
    ...textFaults(`marks.${place}.comment`, comment, MAX_COMMENT),
  ]);
  const missing = criteria.filter(({ key }) => !marks.some(({ criterion }) => criterion === key));
  if (missing.length > 0) faults.push(badValue('marks', `leave out ${missing.map(({ key }) => key).join(', ')}`));
  return faults;
}

/** What is wrong with a candidate to be assessed. */
function candidateFaults(opening: Opening, employeeId: string): Fault[] {
  if (opening.state !== 'OPEN') return [contradiction('state', `is ${opening.state}, in which nobody is assessed`)];
  const candidate = candidateOf(opening, employeeId);
  if (!candidate) return [unknown('employeeId', 'names no candidate of the opening')];
  return stands(candidate)
    ? []
    : [contradiction('employeeId', `names a candidate who is ${candidate.state} and not assessed any more`)];
}

/**
 * Gives, or gives anew, the caller's marks for a candidate.
 * @returns the opening, whose results have changed
 * @throws NOT_FOUND, FORBIDDEN (who is in for the position, accounts), CONFLICT, BAD_USER_INPUT, TOO_MANY
 */
export async function assessCandidate(
  input: AssessCandidate,
  viewer: Viewer,
  stores: LeadershipStores,
): Promise<StoredOpening> {
  const request = requestOf('assessCandidate', viewer.subject, input);
  const caller = await callerOf(viewer);
  return stores.turns.inTurn(async (turn) => {
    const [opening] = await stores.openings.byIds([input.openingId], caller.scopes['opening.read']);
    if (!opening) throw notFound('opening');
    const assessorId = caller.employeeId;
    if (assessorId === null) throw fail('FORBIDDEN', 'A mark is the judgement of a person, not of an account.');
    const unit = unitOfOpening(opening, await stores.units.all());
    mustReach(caller, 'assessment.write', opening, unit, stores.today());
    const given = (await stores.assessments.ofOpenings([opening.id])).filter(
      ({ employeeId }) => employeeId === input.employeeId,
    );
    const present = given.find((one) => one.assessorId === assessorId) ?? null;
    if (hasAnswered(present, request)) return opening;
    if ((present?.version ?? null) !== (input.expectedVersion ?? null)) {
      throw stale('assessment', present?.version ?? null);
    }
    const faults = [...candidateFaults(opening, input.employeeId), ...markFaults(opening.criteria, input.marks)];
    if (faults.length > 0) throw refusal(faults);
    if (!present && given.length >= MAX_ASSESSORS) {
      throw fail('TOO_MANY', `A candidate has ${MAX_ASSESSORS} assessors at most.`);
    }
    const before = present ?? unwritten;
    const change = { action: present ? 'assessment.revise' : 'assessment.give', reason: null };
    const marks = opening.criteria.map(({ key }): Mark => {
      const { mark, comment } = input.marks.find(({ criterion }) => criterion === key)!;
      return { criterion: key, mark, comment: comment.trim() };
    });
    const stored = {
      ...before,
      id: assessmentId(opening.id, input.employeeId, assessorId),
      ...{ openingId: opening.id, employeeId: input.employeeId, assessorId, marks, at: stores.clock.now() },
      ...remembering(before, change, request),
    };
    await turn.extend({ units: false });
    await (present
      ? stores.assessments.save(stored, viewer.subject)
      : stores.assessments.insert(stored, viewer.subject));
    return opening;
  });
}
