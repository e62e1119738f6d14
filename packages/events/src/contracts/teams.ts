import { z } from 'zod';
import { change, day } from './fields.ts';

const id = z.string().min(1);
const text = z.string().nullable();
/** An instant: events travel as JSON. */
const at = z.iso.datetime();

const step = {
  code: id,
  phase: z.enum(['SELECTION', 'ONBOARDING']),
  owner: z.enum(['LEADER', 'EMPLOYEE', 'TEAM_DEVELOPER']),
  ...{ title: z.string(), titleChinese: z.string() },
};

/** What is to be done when somebody takes up a role; it is told once, when it is published. */
export const checklistTemplateChanged = z.object({
  ...{ id, role: id, revision: z.int().positive(), name: z.string(), nameChinese: z.string() },
  steps: z.array(z.object({ ...step, due: z.int(), count: z.enum(['DAYS', 'BUSINESS_DAYS']) })),
  change,
});

/** What is done, and to be done, for one person who takes up a role. */
export const checklistChanged = z.object({
  ...{ id, employeeId: id, unitId: text, role: id, revision: z.int().positive(), startsOn: day },
  state: z.enum(['OPEN', 'DONE', 'CANCELLED']),
  steps: z.array(
    z.object({
      ...step,
      dueOn: day,
      /** That it was done, or undone again; the last one. */
      mark: z.object({ done: z.boolean(), by: id, at, note: text }).nullable(),
    }),
  ),
  cancelledFor: text,
  change,
});

/** A skill of the catalogue. */
export const skillChanged = z.object({
  ...{ id, code: id, name: z.string(), nameChinese: z.string(), retired: z.boolean() },
  change,
});

/** What was said of a person's skills, in the order in which it was said. */
export const skillProfileChanged = z.object({
  ...{ id, employeeId: id },
  statements: z.array(
    z.object({
      ...{ skill: id, level: z.int().min(1).max(4), on: day, by: id, at, note: text },
      /** By the person, or by whoever answers for the person. */
      kind: z.enum(['SELF', 'CONFIRMED']),
    }),
  ),
  change,
});

/** How many people a unit should have, over time. */
export const teamPlanChanged = z.object({
  ...{ id, unitId: id },
  sizes: z.array(z.object({ from: day, size: z.int().min(0).nullable(), reason: text, by: id })),
  change,
});

/** That somebody should move to another unit, and what became of it. */
export const moveChanged = z.object({
  ...{ id, employeeId: id, fromUnitId: id, toUnitId: id, fromRole: id, toRole: id, on: day, reason: z.string() },
  state: z.enum(['PROPOSED', 'APPROVED', 'DONE', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'OVERTAKEN']),
  ...{ proposedBy: id, proposedAt: at },
  /** Who decided last, and why; null before anybody did. */
  decision: z.object({ by: id, at, reason: text }).nullable(),
  /** The assignment that was planned on approval. */
  assignmentId: text,
  change,
});
