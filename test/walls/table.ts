/**
 * Who sees and changes which records, written by hand from what the company wants. Four places a cell: one's own records,
 * those within the own unit, those of the unit beside, those elsewhere (seats.ts says whose that is for each column).
 *
 * - `y` seen or changed
 * - `.` hidden: looks as if it were not there
 * - `x` refused: the action may not be done at all; a reference or a nested field is empty
 * One letter stands for all four. `of` says what the records belong to: a person, a unit, or something of its own kind.
 * A new action of the matrix is a new row here.
 */
import { type Account, type Action, type Reach, type Role, reachOf } from '../../packages/access/src/index.ts';
import { ABSENCE, type PersonCode, personRows, UNITS, type UnitCode } from './company.ts';
import { COLUMNS, type Column, columnOf, PLACES, type Place, SEATS, type Seat } from './seats.ts';

const TABLE = `
  action             of         director deputy regional leader engineer planner market developer care analyst liaison sysadmin employee administrator importer
  self.read          person     y        y      y        y      y        y       y      y         y    y       y       y        y        y             y
  permissions.read   person     y...     y...   y...     y...   y...     y...    y...   y...      y... y...    y...    y        y...     y             x
  delegation.write   person     y        yy..   yy..     yy..   y...     y...    y...   y...      y... y...    y...    y        y...     y             x
  directory.read     person     y        y      y        y      y        y       y      y         y    y       y       y        y        y             y
  directory.read     unit       y        y      y        y      y        y       y      y         y    y       y       y        y        y             y
  organization.write person     x        x      x        x      x        x       x      x         x    x       x       y        x        y             y
  organization.write unit       x        x      x        x      x        x       x      x         x    x       x       y        x        y             y
  organization.audit person     x        x      x        x      x        x       x      x         x    x       x       y        x        y             x
  organization.audit unit       x        x      x        x      x        x       x      x         x    x       x       y        x        y             x
  access.report      person     x        x      x        x      x        x       x      x         x    x       x       y        x        y             x
  reporting.read     unit       y        yy..   yy..     yy..   x        x       x      y         x    x       x       y        x        y             x

  opening.read       unit       y        yy..   yy..     x      x        x       x      y         x    x       x       y        x        y             x
  opening.write      unit       y        yy..   yy..     x      x        x       x      y         x    x       x       y        x        y             x
  assessment.write   unit       y        yy..   yy..     x      x        x       x      y         x    x       x       y        x        y             x
  appointment.decide unit       y        x      xy..     x      x        x       x      x         x    x       x       y        x        y             x
  succession.read    unit       y        yy..   yy..     x      x        x       x      y         x    x       x       y        x        y             x
  succession.write   unit       y        yy..   yy..     x      x        x       x      y         x    x       x       y        x        y             x

  checklist.read     person     y        yy..   yy..     yy..   y...     y...    y...   y         y... y...    y...    y        y...     y             x
  checklist.write    person     y        yy..   yy..     yy..   y...     y...    y...   y         y... y...    y...    y        y...     y             x
  skill.read         person     y        yy..   yy..     yy..   y...     y...    y...   y         y... y...    y...    y        y...     y             x
  skill.write        person     y        yy..   yy..     yy..   y...     y...    y...   y         y... y...    y...    y        y...     y             x
  team.define        person     y        x      x        x      x        x       x      y         x    x       x       y        x        y             x
  team.plan          unit       y        yy..   yy..     yy..   x        x       x      y         x    x       x       y        x        y             x
  move.propose       person     y        yy..   yy..     yy..   x        x       x      x         x    x       x       y        x        y             x
  move.approve       person     y        yy..   yy..     x      x        x       x      x         x    x       x       y        x        y             x

  outlet.read        unit       y        y      y        y      y        y       y      y         y    y       y       x        x        y             y
  outlet.write       unit       y        yy..   yy..     x      x        y       x      x         x    x       x       x        x        y             y

  customer.read      person     y        yy..   yy..     yy..   y...     x       x      x         y    x       x       x        x        y             y
  customer.write     person     y        yy..   yy..     yy..   y...     x       x      x         y    x       x       x        x        y             y
  opportunity.read   person     y        yy..   yy..     yy..   y...     x       x      x         y    x       x       x        x        y             y
  opportunity.write  person     y        yy..   yy..     yy..   y...     x       x      x         x    x       x       x        x        y             y
  pipeline.read      person     y        yy..   yy..     yy..   y...     x       y      x         x    y       x       x        x        y             x
  pipeline.read      unit       y        yy..   yy..     yy..   ....     x       y      x         x    y       x       x        x        y             x
  product.read       person     y        y      y        y      y        y       y      y         y    y       y       x        x        y             y
  product.write      person     y        x      x        x      x        x       x      x         x    x       x       x        x        y             y

  score.read         person     y        yy..   yy..     yy..   y...     x       x      y         x    y       x       x        x        y             x
  score.read         unit       y        yy..   yy..     yy..   ....     x       x      y         x    y       x       x        x        y             x
  statistics.read    person     y        yy..   yy..     yy..   y...     y       y      x         x    y       x       x        x        y             y
  target.read        person     y        yy..   yy..     yy..   y...     x       y      y         x    y       x       x        x        y             y
  target.read        unit       y        yy..   yy..     yy..   ....     x       y      y         x    y       x       x        x        y             y
  target.write       person     y        yy..   yy..     x      x        x       x      x         x    x       x       x        x        y             y
  target.write       unit       y        yy..   yy..     x      x        x       x      x         x    x       x       x        x        y             y
  formula.read       person     y        y      y        y      y        x       x      y         x    y       x       x        x        y             x
  formula.write      person     y        x      x        x      x        x       x      x         x    x       x       x        x        y             x
  period.read        person     y        y      y        y      y        y       y      y         x    y       x       x        x        y             x
  period.score       person     y        x      x        x      x        x       x      x         x    x       x       x        x        y             x
  period.lock        person     y        x      x        x      x        x       x      x         x    x       x       x        x        y             x

  channel.read       person     y...     y...   y...     y...   y...     y...    y...   y...      y... y...    y...    y...     y...     y             ....
  channel.read       message    y...     y...   y...     y...   y...     y...    y...   y...      y... y...    y...    y...     y...     ....          ....
  channel.read       unit       y..y     y..y   y..y     y...   y...     y...    y...   y...      y... y...    y...    y...     y...     y             ....
  channel.write      person     y...     y...   y...     y...   y...     y...    y...   y...      y... y...    y...    x        x        y             x
  channel.write      unit       y        yy..   yy..     yy..   ....     ....    ....   ....      .... ....    ....    x        x        y             x
  message.write      person     y...     y...   y...     y...   y...     y...    y...   y...      y... y...    y...    y...     x        x             x
  moves.decide       person     y        xx..   xx..     x      x        x       x      x         x    x       x       y        x        x             x
  discussion         person     y        yy..   yy..     yy..   y...     x       x      x         y    x       x       x        x        y             ....

  events.read        person     x        x      x        x      x        x       x      x         x    x       x       y        x        y             y
  events.replay      person     x        x      x        x      x        x       x      x         x    x       x       y        x        y             x
  import.run         person     x        x      x        x      x        x       x      x         x    x       x       y        x        y             y
`;

/** What the matrix cannot say, so that the table alone does. */
export const NOT_FROM_THE_MATRIX: Record<string, string> = {
  'self.read person': 'nobody but oneself can be asked for',
  'channel.read person': 'who belongs to a channel was added to it',
  'channel.read message': 'messages are read by those who belong to the channel; an administrator does not',
  'channel.read unit': 'the channel of a unit is for everybody in it and below it',
  'channel.write person': 'members of a topic are changed by those who belong to it',
  'message.write person': 'written where one belongs',
  'appointment.decide unit': 'who leads a unit is decided from above: one must reach the unit above it',
  'moves.decide person':
    'all moves here go to a unit that only a role for the whole company reaches, and an administrator proposed them',
  'discussion person': 'as far as the customer or the deal is seen, and an account that imports belongs to no channel',
};

export type Letter = 'y' | '.' | 'x';
export type Of = 'person' | 'unit' | 'message';

const [head = [], ...lines] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
  .filter((cells) => cells.length > 1);
if (head.slice(2).join() !== COLUMNS.join()) throw new Error('The columns of the table are not those of seats.ts');

const wide = (cell: string): string => (cell.length === 1 ? cell.repeat(PLACES.length) : cell);

/** The rows by `action of`: the letters of each column. */
export const ROWS: ReadonlyMap<string, ReadonlyMap<Column, string>> = new Map(
  lines.map(([action, of, ...cells]) => {
    if (cells.length !== COLUMNS.length) throw new Error(`The row ${action} ${of} has ${cells.length} cells`);
    return [`${action} ${of}`, new Map(cells.map((cell, place) => [COLUMNS[place]!, wide(cell)]))];
  }),
);

/** What is said of a record at a place. @throws Error that tells which row to write */
export function letterOf(action: string, of: Of, seat: Seat, place: Place): Letter {
  const row = ROWS.get(`${action} ${of}`);
  if (!row) throw new Error(`Write a row "${action} ${of}" into test/walls/table.ts`);
  const column = columnOf(seat, action);
  return column === null ? 'x' : (row.get(column)!.charAt(PLACES.indexOf(place)) as Letter);
}

/** Whether an action is refused to a seat wherever a record lies. @throws Error that tells which row to write */
export function isRefused(action: string, seat: Seat): boolean {
  const rows = [...ROWS].filter(([key]) => key.startsWith(`${action} `));
  if (rows.length === 0) throw new Error(`Write a row "${action} person" (or unit) into test/walls/table.ts`);
  const column = columnOf(seat, action);
  return column === null || rows.every(([, row]) => row.get(column) === 'xxxx');
}

/** Whether an action reaches every record there is. */
export function reachesAll(action: string, seat: Seat): boolean {
  const column = columnOf(seat, action);
  const rows = [...ROWS].filter(([key]) => key.startsWith(`${action} `));
  return column !== null && rows.every(([, row]) => row.get(column) === 'yyyy');
}

const ROLE_OF: Record<Column, Role | Account> = {
  director: 'SALES_DIRECTOR',
  deputy: 'DEPUTY_DIRECTOR',
  regional: 'REGIONAL_MANAGER',
  leader: 'TEAM_LEADER',
  engineer: 'SALES_ENGINEER',
  planner: 'NETWORK_PLANNER',
  market: 'MARKET_ANALYST',
  developer: 'TEAM_DEVELOPER',
  care: 'CUSTOMER_CARE_SPECIALIST',
  analyst: 'SALES_ANALYST',
  liaison: 'LIAISON',
  sysadmin: 'SYSTEM_ADMINISTRATOR',
  employee: 'EMPLOYEE',
  administrator: 'ADMINISTRATOR',
  importer: 'IMPORTER',
};

const above = (unit: UnitCode): UnitCode[] => {
  const next = UNITS[unit].above as UnitCode | null;
  return next === null ? [unit] : [unit, ...above(next)];
};
/** The units of somebody's assignments of the day. */
const unitsOf = (person: string): UnitCode[] =>
  (personRows.find(({ code }) => code === person)?.assignments ?? [])
    .filter(({ to }) => to === null)
    .map(({ unitCode }) => unitCode as UnitCode);

/** Whether a reach opens what belongs to a unit or to somebody. */
function opens(reach: Reach | null, { code }: Seat, target: { person?: PersonCode; unit?: UnitCode }): Letter {
  if (reach === null) return 'x';
  if (reach === 'COMPANY' || target.person === code) return 'y';
  if (reach === 'OWN') return '.';
  const tops = unitsOf(code);
  const places = target.unit ? [target.unit] : unitsOf(target.person!);
  return places.some((unit) => above(unit).some((one) => tops.includes(one))) ? 'y' : '.';
}

/** Who belongs to the units of a seat's roles, or of whom it stands in for, and those units: derived from the tree. */
export function reachedFrom({ code, column, standsFor }: Seat): { people: string[]; units: string[] } {
  const isTop = (role: Role) => reachOf('opportunity.read', role) === 'UNIT';
  const topsOf = (person: string) =>
    (personRows.find((row) => row.code === person)?.assignments ?? [])
      .filter(({ to, role }) => to === null && isTop(role))
      .map(({ unitCode }) => unitCode as UnitCode);
  const tops = [...topsOf(code), ...(standsFor ? topsOf(ABSENCE.absent) : [])];
  const within = (unit: UnitCode) => column !== null && above(unit).some((one) => tops.includes(one));
  const people = personRows.filter((row) => unitsOf(row.code).some(within) || row.code === code);
  return {
    people: people.map((row) => row.code).sort(),
    units: (Object.keys(UNITS) as UnitCode[]).filter(within).sort(),
  };
}

/** The same cell from the matrix and the tree; null where there is nothing at the place. */
export function generated(action: Action, of: 'person' | 'unit', column: Column, place: Place): Letter | null {
  const seat = SEATS[column];
  const [person, unit] = [seat.people[place], seat.units[place]];
  const target = of === 'unit' ? unit && { unit } : person && { person };
  return target ? opens(reachOf(action, ROLE_OF[column]), seat, target) : null;
}
