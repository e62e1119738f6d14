import { z } from 'zod';
import { day } from './fields.ts';

/** An outlet with its life cycle over time. */
export const outletChanged = z.object({
  id: z.string().min(1),
  code: z.string().min(1),
  name: z.string(),
  unitId: z.string().nullable(),
  kinds: z.array(z.enum(['SALES', 'AFTER_SALES', 'PARTS_DEPOT'])),
  records: z.array(
    z.object({
      status: z.enum(['PLANNED', 'BUILDING', 'OPEN', 'SUSPENDED', 'CLOSED']),
      from: day,
      to: day.nullable(),
    }),
  ),
  /** WGS84 degrees. */
  point: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
});
