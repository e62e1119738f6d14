import { type LeadershipContext, personOn, shownHundredths } from '../context.ts';
import type { CandidateResult } from '../leadership.loaders.ts';
import type { CandidateOf } from '../openings/openings.resolvers.ts';
import type { StoredOpening } from '../openings/openings.store.ts';
import type { LeadershipStores } from '../stores.ts';
import type { StoredAssessment } from './assessments.store.ts';
import { type Result, totalOf } from './results.ts';

/** An assessment with the opening by whose criteria it was given. */
interface AssessmentOf {
  opening: StoredOpening;
  assessment: StoredAssessment;
}

type ResultShown = CandidateResult & { opening: StoredOpening };

export const assessmentResolvers = (stores: LeadershipStores) => ({
  Candidate: {
    result: async ({ opening, candidate }: CandidateOf, _: unknown, { loaders }: LeadershipContext) => {
      const results = await loaders.leadership.results.load(opening);
      const result = results?.get(candidate.employeeId);
      return result ? { ...result, opening } : null;
    },
  },
  CandidateResult: {
    score: ({ hundredths }: ResultShown) => shownHundredths(hundredths),
    spread: ({ spread }: ResultShown) => shownHundredths(spread),
    assessments: ({ assessments, opening }: ResultShown): AssessmentOf[] =>
      assessments.map((assessment) => ({ opening, assessment })),
  },
  CriterionResult: {
    mean: ({ mean }: Result['criteria'][number]) => shownHundredths(mean),
    lowest: ({ lowest }: Result['criteria'][number]) => shownHundredths(lowest),
    highest: ({ highest }: Result['criteria'][number]) => shownHundredths(highest),
  },
  Assessment: {
    id: ({ assessment }: AssessmentOf) => assessment.id,
    assessor: ({ assessment }: AssessmentOf, _: unknown, context: LeadershipContext) =>
      personOn(assessment.assessorId, stores.today(), context),
    marks: ({ assessment }: AssessmentOf) => assessment.marks,
    total: ({ opening, assessment }: AssessmentOf) => shownHundredths(totalOf(opening.criteria, assessment)),
    at: ({ assessment }: AssessmentOf) => assessment.at,
    version: ({ assessment }: AssessmentOf) => assessment.version,
  },
});
