import { z } from 'zod';
import { day } from './fields.ts';

/** A unit with its whole history: names and places in the tree over time. */
export const unitChanged = z.object({
  id: z.string().min(1),
  code: z.string().min(1),
  kind: z.enum(['COMPANY', 'DEPARTMENT', 'DIVISION', 'REGION', 'TEAM']),
  /** Of the root only: the currency the company reports in. */
  currency: z.string().nullable(),
  records: z.array(z.object({ name: z.string(), parentId: z.string().nullable(), from: day, to: day.nullable() })),
});

/** A person with all assignments, past and future ones too. */
export const employeeChanged = z.object({
  id: z.string().min(1),
  code: z.string().min(1),
  name: z.string(),
  hiredOn: day.nullable(),
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
        'EMPLOYEE',
      ]),
      primary: z.boolean(),
      leader: z.boolean(),
      from: day,
      to: day.nullable(),
    }),
  ),
});
