/** What comes late to a locked month: its scores stay, and the difference in credits is carried into the current month. */
import type { Month } from '@salesgraph/calendar';
import { idFromCode } from '@salesgraph/service-kit';
import { type ClosedDeal, creditsOf } from '../facts/facts.ts';

export interface Adjustment {
  id: string;
  lockedMonth: Month;
  carriedInto: Month;
  opportunityId: string;
  employeeId: string;
  /** To be added to the person's sales, in minor units; below 0 to be taken away. */
  amountMinor: number;
  currency: string;
  at: Date;
}

type Change = Pick<Adjustment, 'opportunityId' | 'employeeId' | 'amountMinor'>;

/** Credits of deals won, in minor units, by deal and person, with some changes of them. */
function creditsByKey(facts: readonly ClosedDeal[], changes: readonly Change[] = []): Map<string, number> {
  const credits = facts
    .filter(({ status }) => status === 'WON')
    .flatMap((fact) => creditsOf(fact).map((credit): Change => ({ ...credit, opportunityId: fact.id })));
  const sums = new Map<string, number>();
  for (const { opportunityId, employeeId, amountMinor } of [...credits, ...changes]) {
    const key = keyOf(opportunityId, employeeId);
    sums.set(key, (sums.get(key) ?? 0) + amountMinor);
  }
  return sums;
}

const keyOf = (opportunityId: string, employeeId: string) => `${opportunityId} ${employeeId}`;

/**
 * The adjustments still to be made so that what was scored plus all adjustments is what the facts say now. Each has the
 * number of those before it in its id: of two that are found at the same moment one is kept, and the next look makes up
 * for the rest.
 */
export function adjustmentsOf(given: {
  lockedMonth: Month;
  carriedInto: Month;
  scored: readonly ClosedDeal[];
  facts: readonly ClosedDeal[];
  /** What was carried into the locked month and came too late to be counted there: it is carried on. */
  missed?: readonly Change[];
  earlier: readonly Change[];
  currency: string;
  at: Date;
}): Adjustment[] {
  const { lockedMonth, carriedInto, scored, facts, missed, earlier, currency, at } = given;
  const before = creditsByKey(scored);
  const now = creditsByKey(facts, missed);
  const made = Map.groupBy(earlier, ({ opportunityId, employeeId }) => keyOf(opportunityId, employeeId));
  const keys = new Set([...before.keys(), ...now.keys(), ...made.keys()]);
  return [...keys].sort().flatMap((key): Adjustment[] => {
    const others = made.get(key) ?? [];
    const carried = others.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const amountMinor = (now.get(key) ?? 0) - (before.get(key) ?? 0) - carried;
    if (amountMinor === 0) return [];
    const [opportunityId = '', employeeId = ''] = key.split(' ');
    const id = idFromCode('adj', `${lockedMonth}/${key}/${others.length}`);
    return [{ id, lockedMonth, carriedInto, opportunityId, employeeId, amountMinor, currency, at }];
  });
}
