/** Answers `salesStatistics`: reads sums and the organization, in a fixed number of calls, and lays the rows out. */
import type { Viewer } from '@salesgraph/access';
import type { Month } from '@salesgraph/calendar';
import {
  badInput,
  badInputs,
  currencyPlaces,
  type FieldFault,
  fail,
  formatRatio,
  money,
} from '@salesgraph/service-kit';
import { placementFrom } from '../placement.ts';
import type { Stores } from '../stores.ts';
import type { Apart, DealFilter } from './statistics.store.ts';
import {
  type Cut,
  cutDeals,
  type Dimension,
  inOrder,
  type Naming,
  needsDays,
  peopleIn,
  type StatisticsRow,
  type UnitKind,
} from './statistics.ts';

export interface StatisticsFilter {
  unitLevel?: UnitKind | null;
  unit?: string | null;
  units?: string[] | null;
  employees?: string[] | null;
  products?: string[] | null;
  outlets?: string[] | null;
  sources?: string[] | null;
}

export interface StatisticsArgs {
  from: Month;
  to: Month;
  by: Dimension[];
  filter?: StatisticsFilter | null;
}

/** All rows of a cut in their order, with what is needed to page through them and to show them. */
export interface Statistics {
  rows: StatisticsRow[];
  by: readonly Dimension[];
  nameOf: Naming;
  currency: string;
}

const MOST_MONTHS = 120;
const MOST_ENTRIES = 200;
const LISTS = ['units', 'employees', 'products', 'outlets', 'sources'] as const;

/** Months counted from year 0. */
const ordinal = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/** @throws BAD_USER_INPUT naming the fields, TOO_MANY for a list that is too long */
function check({ from, to, by, filter }: StatisticsArgs): void {
  const faults: FieldFault[] = [];
  if (to < from) faults.push({ field: 'to', message: 'is before from' });
  else if (ordinal(to) - ordinal(from) >= MOST_MONTHS) {
    faults.push({ field: 'to', message: `makes a range of more than ${MOST_MONTHS} months` });
  }
  const twice = by.find((dimension, place) => by.indexOf(dimension) !== place);
  if (twice) faults.push({ field: 'by', message: `names ${twice} twice` });
  if (faults.length > 0) throw badInputs(faults);
  const long = LISTS.find((name) => (filter?.[name]?.length ?? 0) > MOST_ENTRIES);
  if (long) {
    const message = `has more than ${MOST_ENTRIES} entries`;
    throw fail('TOO_MANY', `filter.${long} ${message}`, [{ field: `filter.${long}`, message }]);
  }
  if (filter?.unit && filter.units) throw badInput('filter.unit', 'excludes filter.units: give one of them');
}

const setOf = (ids: readonly string[] | null | undefined): ReadonlySet<string> | null => (ids ? new Set(ids) : null);

/** Whose deals have to be read at all; undefined for everybody's. */
function peopleToRead({ scope, employeeIds }: Cut): string[] | undefined {
  if (scope.kind !== 'LIMITED' || scope.unitIds.length > 0) return employeeIds ? [...employeeIds] : undefined;
  return scope.employeeIds.filter((id) => employeeIds?.has(id) ?? true);
}

/**
 * The statistics that a caller may see.
 * @throws BAD_USER_INPUT, TOO_MANY
 */
export async function salesStatistics(args: StatisticsArgs, viewer: Viewer, stores: Stores): Promise<Statistics> {
  check(args);
  const { from, to, by, filter } = args;
  const scope = await viewer.require('statistics.read');
  const cut: Cut = {
    by,
    scope,
    unitLevel: filter?.unitLevel ?? null,
    unitIds: setOf(filter?.unit ? [filter.unit] : filter?.units),
    employeeIds: setOf(filter?.employees),
  };
  const employeeIds = peopleToRead(cut);
  const deals: DealFilter = {
    ...{ from, to },
    ...(employeeIds && { employeeIds }),
    ...(filter?.products && { products: filter.products }),
    ...(filter?.outlets && { outlets: filter.outlets }),
    ...(filter?.sources && { sources: filter.sources }),
  };
  const apart: Apart = {
    day: needsDays(cut),
    month: by.some((dimension) => dimension === 'MONTH' || dimension === 'QUARTER' || dimension === 'YEAR'),
    product: by.includes('PRODUCT'),
    outlet: by.includes('OUTLET'),
    source: by.includes('SOURCE'),
  };
  const [solo, shared, units, currency] = await Promise.all([
    stores.statistics.solo(deals, apart),
    stores.statistics.shared(deals, apart),
    stores.view.units(),
    stores.currency(),
  ]);
  // The caller is asked for as well: so it is one call, whether or not there are deals that the caller does not see.
  const caller = scope.kind === 'LIMITED' ? scope.employeeIds.slice(0, 1) : [];
  const people = await stores.view.peopleByIds([...peopleIn(solo, shared), ...caller]);
  const rows = cutDeals(solo, shared, cut, {
    placement: placementFrom(people, units),
    kindOf: (id) => units.get(id)?.kind ?? null,
  });
  const nameOf: Naming = (dimension, place) => {
    if (dimension === 'EMPLOYEE') return people.get(place)?.code ?? '';
    if (dimension === 'UNIT' || dimension === 'REGION') return units.get(place)?.code ?? '';
    return '';
  };
  return { rows: inOrder(rows, by, nameOf), by, nameOf, currency };
}

const reference = (id: string | null | undefined) => (id === null || id === undefined ? null : { id });

/** A row as the graph shows it. */
export function shownRow(row: StatisticsRow, by: readonly Dimension[], currency: string) {
  const { amountMinor, won, lost, ownedWon, ownedLost, days, dayDeals } = row;
  const place = (dimension: Dimension): string | null => row.key[by.indexOf(dimension)] ?? null;
  const year = place('YEAR');
  const places = currencyPlaces(currency);
  const perDeal = (count: number) => formatRatio(BigInt(amountMinor), BigInt(count) * 10n ** BigInt(places), places);
  const ownedClosed = ownedWon + ownedLost;
  return {
    month: place('MONTH'),
    quarter: place('QUARTER'),
    year: year === null ? null : Number(year),
    unit: reference(place('UNIT')),
    region: reference(place('REGION')),
    employee: reference(place('EMPLOYEE')),
    product: place('PRODUCT'),
    outlet: reference(place('OUTLET')),
    source: place('SOURCE'),
    wonAmount: money(amountMinor, currency),
    wonCount: won,
    lostCount: lost,
    winRate: ownedClosed === 0 ? null : formatRatio(BigInt(ownedWon), BigInt(ownedClosed)),
    averageDealAmount: won === 0 ? null : { amount: perDeal(won), currency },
    averageDaysToClose: dayDeals === 0 ? null : withoutZeros(formatRatio(BigInt(days), BigInt(dayDeals), 20)),
  };
}

/** `45.50` is `45.5`, and `45.00` is `45`. */
const withoutZeros = (decimal: string): string => decimal.replace(/\.?0+$/, '');
