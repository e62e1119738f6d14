import { z } from 'zod';
import { month } from './fields.ts';

/** A month of scoring: whether it is open, and which run counts. */
export const periodChanged = z.object({
  id: z.string().min(1),
  month,
  state: z.enum(['OPEN', 'CLOSED', 'LOCKED']),
  currentRunId: z.string().nullable(),
});
