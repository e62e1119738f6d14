/** Adds deals up by any dimensions. The database has summed what it can; whose unit is whose is decided here. */
import type { Scope } from '@salesgraph/access';
import type { Day, Month } from '@salesgraph/calendar';
import type { Placement } from '../metrics/participations.ts';

export const DIMENSIONS = [
  'MONTH',
  'QUARTER',
  'YEAR',
  'UNIT',
  'REGION',
  'EMPLOYEE',
  'PRODUCT',
  'OUTLET',
  'SOURCE',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export type UnitKind = 'COMPANY' | 'DEPARTMENT' | 'DIVISION' | 'REGION' | 'TEAM';

/** What deals have in common that are added up together. A field that was not asked for is absent. */
export interface Common {
  /** The day they were closed on; absent where no unit is asked for. */
  day?: Day;
  month?: Month;
  product?: string | null;
  outlet?: string | null;
  source?: string | null;
}

/** Deals that belong to one person alone, summed. */
export interface SoloDeals extends Common {
  employeeId: string;
  won: number;
  lost: number;
  /** Of those won, in minor units. */
  amountMinor: number;
  /** Sum of whole days from engaged to won, and over how many deals. */
  days: number;
  dayDeals: number;
}

/** One deal that several people share, or that is credited to others than its owner. */
export interface SharedDeal extends Common {
  ownerId: string;
  credits: { employeeId: string; amountMinor: number }[];
  won: boolean;
  days: number | null;
}

/** What one row adds up. */
export interface Sums {
  amountMinor: number;
  /** Different deals in the row. */
  won: number;
  lost: number;
  /** Deals whose owner is in the row. */
  ownedWon: number;
  ownedLost: number;
  days: number;
  dayDeals: number;
}

/** A row: its place in each dimension in the order asked for, null where there is none. */
export interface StatisticsRow extends Sums {
  key: (string | null)[];
}

export interface Cut {
  by: readonly Dimension[];
  unitLevel: UnitKind | null;
  /** Only people who belonged to one of these units, or to one below, on the day; null for everybody. */
  unitIds: ReadonlySet<string> | null;
  employeeIds: ReadonlySet<string> | null;
  scope: Scope;
}

/** Where people belong, and what units are. */
export interface Ground {
  placement: Placement;
  kindOf(unitId: string): UnitKind | null;
}

/** Whether the day of a deal matters: only then deals of different days are kept apart. */
export const needsDays = ({ by, unitIds, scope }: Cut): boolean =>
  by.includes('UNIT') ||
  by.includes('REGION') ||
  unitIds !== null ||
  (scope.kind === 'LIMITED' && scope.unitIds.length > 0);

/** The quarter of a month, such as `2017-Q1`. */
export const quarterOf = (month: Month): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

const emptySums = (): Sums => ({
  amountMinor: 0,
  won: 0,
  lost: 0,
  ownedWon: 0,
  ownedLost: 0,
  days: 0,
  dayDeals: 0,
});

function add(to: Sums, more: Sums): void {
  to.amountMinor += more.amountMinor;
  to.won += more.won;
  to.lost += more.lost;
  to.ownedWon += more.ownedWon;
  to.ownedLost += more.ownedLost;
  to.days += more.days;
  to.dayDeals += more.dayDeals;
}

/** Decides for a person and a deal whether it counts, and in which row. @returns null when it does not count */
function rowFinder(cut: Cut, { placement, kindOf }: Ground) {
  const { by, unitLevel, unitIds, employeeIds, scope } = cut;
  const withUnits = needsDays(cut);
  const own = scope.kind === 'LIMITED' ? new Set(scope.employeeIds) : new Set<string>();
  const led = scope.kind === 'LIMITED' ? new Set(scope.unitIds) : new Set<string>();

  const counts = (employeeId: string, above: readonly string[]): boolean => {
    // What a unit in reach did counts, also by those who have left it; so do the people in reach, wherever they were.
    const reached = scope.kind === 'COMPANY' || own.has(employeeId) || above.some((id) => led.has(id));
    const wanted = unitIds === null || above.some((id) => unitIds.has(id));
    return reached && wanted && (employeeIds === null || employeeIds.has(employeeId));
  };

  const placeIn = (dimension: Dimension, employeeId: string, above: readonly string[], common: Common) => {
    switch (dimension) {
      case 'MONTH':
        return common.month!;
      case 'QUARTER':
        return quarterOf(common.month!);
      case 'YEAR':
        return common.month!.slice(0, 4);
      case 'UNIT':
        return (unitLevel === null ? above[0] : above.find((id) => kindOf(id) === unitLevel)) ?? null;
      case 'REGION':
        return above.find((id) => kindOf(id) === 'REGION') ?? null;
      case 'EMPLOYEE':
        return employeeId;
      case 'PRODUCT':
        return common.product ?? null;
      case 'OUTLET':
        return common.outlet ?? null;
      case 'SOURCE':
        return common.source ?? null;
    }
  };

  return (employeeId: string, common: Common): (string | null)[] | null => {
    const above = withUnits ? placement.unitsAbove(employeeId, common.day!) : [];
    if (scope.kind === 'NONE' || !counts(employeeId, above)) return null;
    return by.map((dimension) => placeIn(dimension, employeeId, above, common));
  };
}

/**
 * The rows of a cut, in no particular order; always the one of the total when it is cut by nothing.
 * A shared deal adds each credit where its person is, counts once in each row that it is in, and wins, losses and days
 * for the row of its owner.
 */
export function cutDeals(
  solo: Iterable<SoloDeals>,
  shared: Iterable<SharedDeal>,
  cut: Cut,
  ground: Ground,
): StatisticsRow[] {
  const rowOf = rowFinder(cut, ground);
  const rows = new Map<string, StatisticsRow>();
  const addTo = (key: (string | null)[], sums: Sums) => {
    const name = JSON.stringify(key);
    const row = rows.get(name) ?? { key, ...emptySums() };
    rows.set(name, row);
    add(row, sums);
  };
  if (cut.by.length === 0) addTo([], emptySums());

  for (const { employeeId, won, lost, amountMinor, days, dayDeals, ...common } of solo) {
    const key = rowOf(employeeId, common);
    if (key) addTo(key, { amountMinor, won, lost, ownedWon: won, ownedLost: lost, days, dayDeals });
  }

  for (const { ownerId, credits, won, days, ...common } of shared) {
    const parts = new Map<string, { key: (string | null)[]; sums: Sums }>();
    const partOf = (employeeId: string): Sums | null => {
      const key = rowOf(employeeId, common);
      if (!key) return null;
      const name = JSON.stringify(key);
      const part = parts.get(name) ?? { key, sums: { ...emptySums(), [won ? 'won' : 'lost']: 1 } };
      parts.set(name, part);
      return part.sums;
    };
    for (const { employeeId, amountMinor } of credits) {
      const sums = partOf(employeeId);
      if (sums && won) sums.amountMinor += amountMinor;
    }
    const owned = partOf(ownerId);
    if (owned) {
      owned[won ? 'ownedWon' : 'ownedLost'] += 1;
      if (won && days !== null) {
        owned.days += days;
        owned.dayDeals += 1;
      }
    }
    for (const { key, sums } of parts.values()) addTo(key, sums);
  }
  return [...rows.values()];
}

/** Everybody whose deals are among these. */
export const peopleIn = (solo: readonly SoloDeals[], shared: readonly SharedDeal[]): string[] => [
  ...new Set([
    ...solo.map(({ employeeId }) => employeeId),
    ...shared.flatMap(({ ownerId, credits }) => [ownerId, ...credits.map(({ employeeId }) => employeeId)]),
  ]),
];

/** The name by which a place in a dimension is sorted: codes where there are any. */
export type Naming = (dimension: Dimension, place: string) => string;

/** A row's cursor: a part for each dimension. Marks in front keep places apart from none, which comes last. */
export function cursorOf({ key }: StatisticsRow, by: readonly Dimension[], nameOf: Naming): string[] {
  if (by.length === 0) return ['total'];
  return key.map((place, at) => (place === null ? '~' : `:${nameOf(by[at]!, place)} ${place}`));
}

/** Rows in the order of their dimensions. */
export function inOrder(rows: readonly StatisticsRow[], by: readonly Dimension[], nameOf: Naming): StatisticsRow[] {
  return rows
    .map((row) => ({ row, cursor: cursorOf(row, by, nameOf) }))
    .sort((a, b) => {
      const at = a.cursor.findIndex((part, place) => part !== b.cursor[place]);
      return at < 0 ? 0 : a.cursor[at]! < b.cursor[at]! ? -1 : 1;
    })
    .map(({ row }) => row);
}
