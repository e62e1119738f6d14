import { z } from 'zod';

/** A business date, `YYYY-MM-DD`. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A business month, `YYYY-MM`. */
export const month = z.string().regex(/^\d{4}-\d{2}$/);
/** Money in the currency's smallest unit. */
export const minor = z.int();
/** What the last write of an aggregate was and why; events from before it was told have none. */
export const change = z.object({ action: z.string().min(1), reason: z.string().nullable() }).optional();
