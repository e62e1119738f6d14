import { z } from 'zod';

/** A business date, `YYYY-MM-DD`. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A business month, `YYYY-MM`. */
export const month = z.string().regex(/^\d{4}-\d{2}$/);
/** Money in the currency's smallest unit. */
export const minor = z.int();
