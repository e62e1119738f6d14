/** Lists that are paged, and what each seat finds in them. */
import { idFromCode } from '@salesgraph/service-kit';
import { CURRENT, OWNERS, SCORED, UNITS, type UnitCode } from './company.ts';
import { KINDS, type Kind, type Records } from './records.ts';
import { columnOf, type Seat } from './seats.ts';
import { isRefused, type Of, ROWS } from './table.ts';

/** What of a node tells which record it is of. */
export interface Node {
  id?: string;
  employee?: { id: string } | null;
  unit?: { id: string } | null;
  opportunity?: { id: string } | null;
}

export interface List {
  name: string;
  /** Rows of the table and the records that are listed by them. */
  rows: { action: string; of: Of; kind: Kind }[];
  /** Pages by `$first` and `$after`. */
  document: string;
  /** Where in the data the list is. */
  path: string[];
  idOf(node: Node): string | undefined;
  /** Whether figures are listed of those too who belonged to the units on the day that they are of. */
  former: boolean;
}

const PART = (node: string) =>
  `{ totalCount nodes { ${node} } edges { cursor node { ${node} } } pageInfo { hasNextPage startCursor endCursor } }`;

/** @param fields from the root field to the list, whose arguments hold `PAGE` */
function list(
  name: string,
  rows: List['rows'],
  fields: string[],
  node = 'id',
  idOf: List['idOf'] = ({ id }) => id,
  former = false,
): List {
  const paged = fields.map((field) => field.replace('PAGE', 'first: $first, after: $after'));
  const body = paged.reduceRight((inner, field) => `${field} ${inner === '' ? PART(node) : `{ ${inner} }`}`, '');
  return {
    ...{ name, rows, idOf, former },
    document: `query($first: Int!, $after: String) { ${body} }`,
    path: fields.map((field) => /^\w+/.exec(field)![0]),
  };
}

const ofDeals = { action: 'opportunity.read', of: 'person' } as const;
const deals: List['rows'] = [
  { ...ofDeals, kind: 'openDeal' },
  { ...ofDeals, kind: 'wonDeal' },
];
const cards: List['rows'] = [{ action: 'score.read', of: 'person', kind: 'card' }];
const bySubject: List['idOf'] = ({ employee, unit }) => (employee ?? unit)?.id;
const SUBJECT = 'employee { id } unit { id }';

export const LISTS: readonly List[] = [
  list('opportunities', deals, ['opportunities(PAGE)']),
  list('open opportunities', [deals[0]!], ['opportunities(filter: { status: OPEN }, PAGE)']),
  list('customers', [{ action: 'customer.read', of: 'person', kind: 'customer' }], ['customers(PAGE)']),
  list(
    'warnings',
    [deals[0]!],
    ['dataQualityWarnings(PAGE)'],
    'opportunity { id }',
    ({ opportunity }) => opportunity?.id,
  ),
  list(
    'targets',
    [
      { action: 'target.read', of: 'person', kind: 'target' },
      { action: 'target.read', of: 'unit', kind: 'unitTarget' },
    ],
    ['targets(PAGE)'],
  ),
  list('leaderboard', cards, [`leaderboard(period: "${SCORED}", PAGE)`], 'employee { id }', bySubject),
  list(
    'changes of a run',
    [...cards, { action: 'score.read', of: 'unit', kind: 'unitCard' }],
    [`period(month: "${SCORED}")`, 'currentRun', 'changes(PAGE)'],
    SUBJECT,
    bySubject,
  ),
  list(
    'adjustments',
    [{ action: 'score.read', of: 'person', kind: 'employee' }],
    [`period(month: "${CURRENT}")`, 'adjustments(PAGE)'],
    'employee { id }',
    bySubject,
  ),
  list(
    'statistics by person',
    [{ action: 'statistics.read', of: 'person', kind: 'employee' }],
    [`salesStatistics(from: "${SCORED}", to: "${SCORED}", by: [EMPLOYEE], PAGE)`],
    'employee { id }',
    bySubject,
    true,
  ),
  list(
    'channels',
    [
      { action: 'channel.read', of: 'person', kind: 'channel' },
      { action: 'channel.read', of: 'unit', kind: 'unitChannel' },
    ],
    ['channels(PAGE)'],
  ),
  list('people', [{ action: 'directory.read', of: 'person', kind: 'employee' }], ['employees(PAGE)']),
  list('units', [{ action: 'directory.read', of: 'unit', kind: 'unit' }], ['units(PAGE)']),
  list('outlets', [{ action: 'outlet.read', of: 'unit', kind: 'outlet' }], ['outlets(PAGE)']),
  list('outlets of the company', [{ action: 'outlet.read', of: 'unit', kind: 'outlet' }], ['company', 'outlets(PAGE)']),
];

/** The unit and all above it. */
const above = (unit: UnitCode): UnitCode[] => {
  const next = UNITS[unit].above as UnitCode | null;
  return next === null ? [unit] : [unit, ...above(next)];
};

/** Whose records of a kind a seat sees, by the letters of its row. */
function codesSeen(letters: string, kind: Kind, seat: Seat, former: boolean): readonly string[] {
  const isOfUnit = (KINDS.unit as readonly Kind[]).includes(kind);
  if (letters === 'yyyy') return isOfUnit ? Object.keys(UNITS) : OWNERS;
  if (kind === 'unitChannel') {
    return letters === '....' ? [] : [...new Set(seat.unitsOfDay.flatMap(above))];
  }
  if (letters === 'yy..') {
    return isOfUnit ? seat.reach.units : [...seat.reach.people, ...(former ? seat.former : [])];
  }
  return letters === 'y...' && !isOfUnit ? [seat.code] : [];
}

/** The ids that a seat finds in a list; null where the list is refused. Nil and BARE are listed among people and units. */
export function expectedIn({ rows, former }: List, seat: Seat, records: Records): Set<string> | null {
  if (rows.every(({ action }) => isRefused(action, seat))) return null;
  return new Set(
    rows.flatMap(({ action, of, kind }) => {
      const letters = ROWS.get(`${action} ${of}`)!.get(columnOf(seat, action)!)!;
      const found = codesSeen(letters, kind, seat, former).flatMap((code) => {
        const listed = records[kind].get(code) && records[idsOf(kind)].get(code);
        return listed ? [listed.id] : [];
      });
      if (letters !== 'yyyy') return found;
      return [
        ...found,
        ...(kind === 'employee' && action === 'directory.read' ? [idFromCode('emp', 'Nil')] : []),
        ...(kind === 'unit' ? [idFromCode('unit', 'BARE')] : []),
      ];
    }),
  );
}

/** Cards are listed by whom they are of; whoever has one is listed. */
function idsOf(kind: Kind): Kind {
  if (kind === 'card') return 'employee';
  return kind === 'unitCard' ? 'unit' : kind;
}
