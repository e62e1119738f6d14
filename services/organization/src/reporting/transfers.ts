/** Who came, went and moved. Pure functions over plain data. */
import type { Role } from '@salesgraph/access';
import { covers, type Day, dayBefore } from '@salesgraph/calendar';
import { type Assignment, primaryOn } from '../people/assignments.ts';
import type { Coverage } from './coverage.ts';
import type { SeatedPerson } from './seats.store.ts';

export const TRANSFER_KINDS = ['JOINED', 'LEFT', 'TRANSFERRED', 'PROMOTED', 'ROLE_CHANGED', 'SECONDED'] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

/** What became of one person's place on one day. */
export interface Transfer {
  personId: string;
  code: string;
  kind: TransferKind;
  on: Day;
  /** The primary assignment before; null for who joined. */
  before: Assignment | null;
  /** The assignment since; null for who left. */
  after: Assignment | null;
}

/** Where a transfer stands in a list: in order of time, then of people, and no two alike. */
export const placeOf = ({ on, code, kind, after }: Transfer): string => [on, code, kind, after?.id ?? ''].join(' ');

/** How senior a role is; those that lead nobody are alike. */
const SENIORITY: Partial<Record<Role, number>> = {
  SALES_DIRECTOR: 4,
  DEPUTY_DIRECTOR: 3,
  REGIONAL_MANAGER: 2,
  TEAM_LEADER: 1,
};
const seniority = (role: Role): number => SENIORITY[role] ?? 0;

/** What a change from one primary assignment to another one is; null when neither unit nor role changes. */
export function kindOf(before: Assignment | null, after: Assignment | null): TransferKind | null {
  if (before === null) return after === null ? null : 'JOINED';
  if (after === null) return 'LEFT';
  if (seniority(after.role) > seniority(before.role)) return 'PROMOTED';
  if (after.unitId !== before.unitId) return 'TRANSFERRED';
  return after.role === before.role ? null : 'ROLE_CHANGED';
}

/** Everything that became of a person's place from a day up to but not including another one, in order of time. */
export function transfersOf(person: SeatedPerson, { from, to }: { from: Day; to: Day }): Transfer[] {
  const { id: personId, code, assignments } = person;
  const isWithin = (day: Day) => from <= day && day < to;
  const primaries = assignments.filter(({ primary }) => primary);
  const days = new Set(
    primaries.flatMap((one) => (one.to === null ? [one.from] : [one.from, one.to])).filter(isWithin),
  );
  const found = [...days].flatMap((on): Transfer[] => {
    const [before, after] = [primaryOn(person, dayBefore(on)), primaryOn(person, on)];
    const kind = kindOf(before, after);
    return kind === null ? [] : [{ personId, code, kind, on, before, after }];
  });
  const seconded = assignments.flatMap((after): Transfer[] => {
    const on = after.from;
    if (after.primary || after.to === null || !isWithin(on)) return [];
    const home = primaryOn(person, on);
    const wasThere = assignments.some((one) => one.unitId === after.unitId && covers(one, dayBefore(on)));
    if (!home || home.unitId === after.unitId || wasThere) return [];
    return [{ personId, code, kind: 'SECONDED', on, before: home, after }];
  });
  return [...found, ...seconded].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The units of a report that somebody comes to or goes from by a transfer; null for those that are none of the report. */
export interface Crossing {
  outOf: string | null;
  into: string | null;
}

/** What a transfer is to a report: the unit before as of the day before, the unit since as of the day itself. */
export function crossingOf({ on, before, after }: Transfer, covers: (unitId: string, day: Day) => boolean): Crossing {
  return {
    outOf: before && covers(before.unitId, dayBefore(on)) ? before.unitId : null,
    into: after && covers(after.unitId, on) ? after.unitId : null,
  };
}

/** How many came to a unit and went from it. */
export interface Balance {
  in: number;
  out: number;
}

/** The transfers of a report, in order of time and code, and what they mean to its units. */
export interface Transfers {
  transfers: Transfer[];
  balances: Map<string, Balance>;
}

/** @param people everybody who may have moved; whose move is none of the report is left out */
export function transfersIn(
  people: readonly SeatedPerson[],
  interval: { from: Day; to: Day },
  coverage: Pick<Coverage, 'on'>,
): Transfers {
  const sets = new WeakMap<readonly string[], Set<string>>();
  const isCovered = (unitId: string, day: Day): boolean => {
    const units = coverage.on(day);
    const set = sets.get(units) ?? new Set(units);
    sets.set(units, set);
    return set.has(unitId);
  };
  const balances = new Map<string, Balance>();
  const balanceOf = (unitId: string): Balance => {
    const balance = balances.get(unitId) ?? { in: 0, out: 0 };
    balances.set(unitId, balance);
    return balance;
  };
  const transfers = people
    .flatMap((person) => transfersOf(person, interval))
    .filter((transfer) => {
      const { outOf, into } = crossingOf(transfer, isCovered);
      // Who is seconded, or takes another role, stays where they are.
      if (transfer.kind !== 'SECONDED' && transfer.before?.unitId !== transfer.after?.unitId) {
        if (outOf !== null) balanceOf(outOf).out += 1;
        if (into !== null) balanceOf(into).in += 1;
      }
      return outOf !== null || into !== null;
    })
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return { transfers, balances };
}
