import { z } from 'zod';
import { change, day } from './fields.ts';

const id = z.string().min(1);
/** An instant: events travel as JSON. */
const at = z.iso.datetime();

/** A leading position that is to be filled, with its candidates, decision and appointment; no marks. */
export const openingChanged = z.object({
  ...{ id, code: id, unitId: id, role: id, neededFrom: day },
  reason: z.enum(['VACANT', 'SOON_VACANT', 'NEW']),
  headline: z.string(),
  criteria: z.array(z.object({ key: id, name: z.string(), weightBp: z.int() })),
  requiredAssessors: z.int(),
  state: z.enum(['DRAFT', 'OPEN', 'SHORTLISTED', 'DECIDED', 'FILLED', 'CANCELLED']),
  candidates: z.array(
    z.object({
      employeeId: id,
      state: z.enum(['NOMINATED', 'SHORTLISTED', 'REJECTED', 'WITHDRAWN']),
      ...{ nominatedBy: z.string(), nominatedAt: at, why: z.string() },
      reason: z.string().nullable(),
    }),
  ),
  decision: z.object({ employeeId: id, reason: z.string(), by: z.string(), at }).nullable(),
  appointment: z
    .object({
      ...{ employeeId: id, assignmentId: id, from: day, by: z.string(), at },
      /** The end that was known when it was made; events from before there was one do not say. */
      to: day.nullable().optional(),
      /** The assignment that ends for it, with the end that it had before. */
      ended: z.object({ assignmentId: id, to: day.nullable() }).nullable(),
    })
    .nullable(),
  change,
});

/** What candidates for a role are assessed by. */
export const leadershipCriteriaChanged = z.object({
  ...{ id, role: id },
  criteria: z.array(z.object({ key: id, name: z.string(), weightBp: z.int() })),
  change,
});

/** The marks of one assessor for one candidate; each version is an event, and nobody but organization hears of it. */
export const assessmentChanged = z.object({
  ...{ id, openingId: id, employeeId: id, assessorId: id },
  marks: z.array(z.object({ criterion: id, mark: z.int(), comment: z.string() })),
  change,
});

/** Who could follow in a leading position, the first choice first. */
export const successionChanged = z.object({
  ...{ id, unitId: id, role: id },
  successors: z.array(
    z.object({
      employeeId: id,
      readiness: z.enum(['READY_NOW', 'IN_ONE_YEAR', 'IN_TWO_YEARS']),
      note: z.string().nullable(),
      reviewedOn: day,
    }),
  ),
  change,
});
