import { z } from 'zod';
import { day, minor } from './fields.ts';

/** An opportunity as it stands; nothing about the customer beyond its id. */
export const opportunityChanged = z.object({
  id: z.string().min(1),
  code: z.string().min(1),
  ownerId: z.string().min(1),
  /** Who shares the credit, in basis points that sum to 10,000; the owner's alone when empty. */
  splits: z.array(z.object({ employeeId: z.string().min(1), shareBp: z.int().min(0).max(10_000) })),
  status: z.enum(['OPEN', 'WON', 'LOST']),
  stage: z.string(),
  amountMinor: minor.nullable(),
  currency: z.string().nullable(),
  customerId: z.string().nullable(),
  productCode: z.string().nullable(),
  outletId: z.string().nullable(),
  source: z.string().nullable(),
  engagedOn: day.nullable(),
  expectedCloseOn: day.nullable(),
  closedOn: day.nullable(),
  lostReason: z.string().nullable(),
});

/** A customer's name and owner; contact data never leaves customers. */
export const customerChanged = z.object({
  id: z.string().min(1),
  code: z.string().min(1),
  name: z.string(),
  ownerId: z.string().nullable(),
});
