/** Facts of deals: what an opportunity means to figures and scores, and how its amount is shared out. */
import { createHash } from 'node:crypto';
import { type Day, type Month, monthOf } from '@salesgraph/calendar';
import type { EventData } from '@salesgraph/events';

export type DealStatus = 'OPEN' | 'WON' | 'LOST';

/** A part of a deal, in basis points. */
export interface Split {
  employeeId: string;
  shareBp: number;
}

/** A person's part of a deal, with the money that comes with it in minor units. */
export interface Credit extends Split {
  amountMinor: number;
}

/**
 * An opportunity as far as figures are concerned. An open one counts nowhere; it is kept so that a deal that was
 * reopened disappears. The units it counts to are not kept: they follow from the organization when it is read.
 */
export interface DealFact {
  /** The opportunity's id. */
  id: string;
  code: string;
  status: DealStatus;
  ownerId: string;
  /** Who shares the deal, in basis points that sum to 10,000; the owner alone when empty. */
  splits: Split[];
  /** What the deal is worth in minor units; 0 when no amount is known. */
  amountMinor: number;
  currency: string | null;
  engagedOn: Day | null;
  /** The business day on which it was won or lost; null while it is open. */
  closedOn: Day | null;
  /** The month of `closedOn`. */
  month: Month | null;
  productCode: string | null;
  customerId: string | null;
  outletId: string | null;
  source: string | null;
  /** The number of the event that this state is from, counted within the opportunity. */
  seq: number;
}

/** A fact that counts: a deal won or lost on a day. */
export type ClosedDeal = DealFact & { status: 'WON' | 'LOST'; closedOn: Day; month: Month };

export const WHOLE_BP = 10_000;

/** The people who have a part in a deal as it is kept, the owner alone when nobody shares it. */
const sharesOf = ({ ownerId, splits }: Pick<DealFact, 'ownerId' | 'splits'>): Split[] => {
  if (splits.length === 0) return [{ employeeId: ownerId, shareBp: WHOLE_BP }];
  const shares = new Map<string, number>();
  for (const { employeeId, shareBp } of splits) shares.set(employeeId, (shares.get(employeeId) ?? 0) + shareBp);
  return [...shares].map(([employeeId, shareBp]) => ({ employeeId, shareBp })).sort(byEmployee);
};

const byEmployee = (a: Split, b: Split): number => (a.employeeId < b.employeeId ? -1 : 1);

/**
 * Shares the amount of a deal out, whether it was won or not: amount x share, in whole minor units that sum to the amount.
 * What is left over after rounding down goes to the largest remainders, one unit each, ties in the order of the ids.
 * @returns one credit a person, in the order of the ids
 */
export function creditsOf(fact: Pick<DealFact, 'ownerId' | 'splits' | 'amountMinor'>): Credit[] {
  const shares = sharesOf(fact);
  const sign = fact.amountMinor < 0 ? -1 : 1;
  const amount = BigInt(Math.abs(fact.amountMinor));
  const whole = BigInt(shares.reduce((sum, { shareBp }) => sum + shareBp, 0));
  const parts = shares.map(({ employeeId, shareBp }) => {
    const scaled = amount * BigInt(shareBp);
    return { employeeId, shareBp, units: Number(scaled / whole), rest: scaled % whole };
  });
  let left = Number(amount) - parts.reduce((sum, { units }) => sum + units, 0);
  for (const part of parts.toSorted((a, b) => (a.rest === b.rest ? byEmployee(a, b) : a.rest > b.rest ? -1 : 1))) {
    if (left === 0) break;
    part.units += 1;
    left -= 1;
  }
  return parts.map(({ employeeId, shareBp, units }) => ({
    employeeId,
    shareBp,
    amountMinor: units === 0 ? 0 : sign * units,
  }));
}

/** Everybody who has to do with a deal: those who share it, and its owner. */
export const peopleOf = (fact: Pick<DealFact, 'ownerId' | 'splits'>): string[] => [
  ...new Set([fact.ownerId, ...fact.splits.map(({ employeeId }) => employeeId)]),
];

/** An event that contradicts itself: no repetition makes it right. */
export class UnsoundEvent extends Error {
  override readonly name = 'UnsoundEvent';
}

/**
 * The fact that an event of an opportunity tells of.
 * @throws UnsoundEvent when a closed deal has no day, or the shares do not sum to the whole
 */
export function factOf(data: EventData['customers.opportunity.changed'], seq: number): DealFact {
  const { id, code, status, ownerId, splits, amountMinor, currency, engagedOn } = data;
  const { productCode, customerId, outletId, source } = data;
  const closedOn = status === 'OPEN' ? null : data.closedOn;
  if (status !== 'OPEN' && closedOn === null) throw new UnsoundEvent(`${id} is ${status} without a day`);
  const whole = splits.reduce((sum, { shareBp }) => sum + shareBp, 0);
  if (splits.length > 0 && whole !== WHOLE_BP) throw new UnsoundEvent(`the shares of ${id} sum to ${whole}`);
  return {
    ...{ id, code, status, ownerId, splits, currency, engagedOn, productCode, customerId, outletId, source, seq },
    amountMinor: amountMinor ?? 0,
    closedOn,
    month: closedOn === null ? null : monthOf(closedOn),
  };
}

/**
 * A hash over facts, equal exactly where they are equal; the order does not matter.
 * @returns SHA-256 in hexadecimal
 */
export function hashOfFacts(facts: readonly DealFact[]): string {
  const hash = createHash('sha256');
  for (const fact of facts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { id, status, ownerId, amountMinor, currency, engagedOn, closedOn } = fact;
    const { productCode, customerId, outletId, source } = fact;
    const shares = sharesOf(fact).map(({ employeeId, shareBp }) => [employeeId, shareBp]);
    const fields = [id, status, ownerId, shares, amountMinor, currency, engagedOn, closedOn];
    hash.update(`${JSON.stringify([...fields, productCode, customerId, outletId, source])}\n`);
  }
  return hash.digest('hex');
}
