/** Whose deals are whose: the parts that people and the units above them have in the deals of a time. */
import { type Day, daysBetween } from '@salesgraph/calendar';
import { type ClosedDeal, creditsOf } from '../facts/facts.ts';

/** Where people belong, as the organization has it; plain look-ups, no reading. */
export interface Placement {
  /** The unit that a person belonged to on a day and all units above it, nearest first; none when in no unit. */
  unitsAbove(employeeId: string, day: Day): readonly string[];
}

/** The part of one subject, a person or a unit, in one deal. */
export interface Participation {
  fact: ClosedDeal;
  /** The share of the credit: of a unit, that of all its people together. */
  shareBp: number;
  /** The credit in minor units, whether the deal was won or not. */
  amountMinor: number;
  /** Whether the owner is the person, or among the people of the unit. */
  owns: boolean;
  /** Whole days from engaged to closed; null when the deal was never engaged. */
  days: number | null;
  /** Of what is carried from a locked month: the opportunity whose credit it changes. It is no deal of this month. */
  adjusts?: string;
}

export interface Participations {
  /** In the order of the deals' ids; none for whom there is nothing. */
  ofEmployee(id: string): readonly Participation[];
  /** As `ofEmployee`; a deal is in it once, however many people of the unit share it. */
  ofUnit(id: string): readonly Participation[];
}

/**
 * Shares deals out to people and to every unit above each of them as of the day the deal was closed. An owner without a
 * share takes part with 0 basis points: won and lost count for owners.
 */
export function shareOut(facts: readonly ClosedDeal[], placement: Placement): Participations {
  const people = new Map<string, Participation[]>();
  const units = new Map<string, Participation[]>();
  const take = (book: Map<string, Participation[]>, subject: string, part: Participation) => {
    const list = book.get(subject);
    if (list) list.push(part);
    else book.set(subject, [part]);
  };

  for (const fact of facts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const days = fact.engagedOn === null ? null : daysBetween(fact.engagedOn, fact.closedOn);
    const parts = creditsOf(fact).map((credit) => ({ ...credit, owns: credit.employeeId === fact.ownerId }));
    if (!parts.some(({ owns }) => owns)) {
      parts.push({ employeeId: fact.ownerId, shareBp: 0, amountMinor: 0, owns: true });
    }
    const byUnit = new Map<string, Participation>();
    for (const { employeeId, shareBp, amountMinor, owns } of parts) {
      take(people, employeeId, { fact, shareBp, amountMinor, owns, days });
      for (const unitId of placement.unitsAbove(employeeId, fact.closedOn)) {
        const sum = byUnit.get(unitId) ?? { fact, shareBp: 0, amountMinor: 0, owns: false, days };
        sum.shareBp += shareBp;
        sum.amountMinor += amountMinor;
        sum.owns ||= owns;
        byUnit.set(unitId, sum);
      }
    }
    for (const [unitId, part] of byUnit) take(units, unitId, part);
  }
  return { ofEmployee: (id) => people.get(id) ?? [], ofUnit: (id) => units.get(id) ?? [] };
}
