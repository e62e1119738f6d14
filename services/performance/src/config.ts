/** What performance can be told by its environment beside what every service can. */
import { z } from 'zod';

export const performanceConfig = z.object({
  /** How many days after its end a month is closed by the schedule. */
  PERIOD_CLOSE_AFTER_DAYS: z.coerce.number().int().min(0).max(365).default(3),
  /** How many days the frozen inputs of runs are kept that no longer count; scores and hashes are kept for ever. */
  SCORE_INPUTS_KEPT_DAYS: z.coerce.number().int().min(31).max(36_500).default(400),
});

/** What `performanceConfig` reads. */
export type PerformanceConfig = Readonly<z.infer<typeof performanceConfig>>;
