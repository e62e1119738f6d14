import { z } from 'zod';
import { change, day } from './fields.ts';

/** Why an interval began and who made the change that began it; unknown of imported ones. */
const begun = { reason: z.string().nullish(), by: z.string().nullish() };

/** A unit with its whole history: names and places in the tree over time. */
export const unitChanged = z.object({
  id: z.string().min(1),
  code: z.string().min(1),
  kind: z.enum(['COMPANY', 'DEPARTMENT', 'DIVISION', 'REGION', 'TEAM']),
  /** Of the root only: the currency the company reports in. */
  currency: z.string().nullable(),
  records: z.array(
    z.object({ name: z.string(), parentId: z.string().nullable(), from: day, to: day.nullable(), ...begun }),
  ),
  /** The units it was made of. */
  origins: z.array(z.object({ unitId: z.string().min(1), kind: z.enum(['SPLIT', 'MERGE']), on: day })).optional(),
  change,
});

/** A person with all assignments, past and future ones too. */
export const employeeChanged = z.object({
  id: z.string().min(1),
  code: z.string().min(1),
  name: z.string(),
  hiredOn: day.nullable(),
  /** The first day on which the person no longer belongs to the company. */
  leftOn: day.nullish(),
  /** The times in which the person belonged to the company before, oldest first. */
  earlierEmployments: z.array(z.object({ hiredOn: day.nullable(), leftOn: day })).optional(),
  assignments: z.array(
    z.object({
      id: z.string().min(1),
      unitId: z.string().min(1),
      role: z.enum([
        'SALES_DIRECTOR',
        'DEPUTY_DIRECTOR',
        'REGIONAL_MANAGER',
        'TEAM_LEADER',
        'SALES_ENGINEER',
        'NETWORK_PLANNER',
        'MARKET_ANALYST',
        'TEAM_DEVELOPER',
        'CUSTOMER_CARE_SPECIALIST',
        'SALES_ANALYST',
        'LIAISON',
        'SYSTEM_ADMINISTRATOR',
        'EMPLOYEE',
      ]),
      primary: z.boolean(),
      leader: z.boolean(),
      from: day,
      to: day.nullable(),
      ...begun,
    }),
  ),
  /** Titles over time; they do not split assignments. */
  titles: z.array(z.object({ title: z.string().min(1), from: day, to: day.nullable() })).optional(),
  /** For whom the person stands in, and when. */
  delegations: z
    .array(
      z.object({
        id: z.string().min(1),
        /** The person who is absent. */
        fromId: z.string().min(1),
        from: day,
        to: day,
        ...begun,
      }),
    )
    .optional(),
  change,
});
