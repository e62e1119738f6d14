/** Ways to get at one record: what is asked, and how to tell whether the answer shows it. */
import { CURRENT, SCORED } from './company.ts';
import type { Key, Kind, ServiceName } from './records.ts';
import type { Question } from './shapes.ts';
import type { Of } from './table.ts';

export const PATHS = ['root', 'code', 'nested', 'connection', 'entity'] as const;
export type Path = (typeof PATHS)[number];

/** What is asked for: the record, the person or unit it belongs to, and other records of the same person or unit. */
export interface Asked {
  record: Key;
  subject: Key;
  other(kind: Kind): Key;
}

export interface Lookup {
  name: string;
  path: Path;
  /** The row of the table: an action of the matrix or, where that is not enough, a name of the table's own. */
  action: string;
  of: Of;
  kind: Kind;
  /** A record of the same person that the way leads through: it must be seen too, and be there. */
  through?: Row;
  question(asked: Asked): Question;
  variables?(asked: Asked): object;
  /** Of entities: the subgraph that is asked. */
  service?: ServiceName;
  seen(value: unknown, asked: Asked): boolean;
}

const text = JSON.stringify;
const holds = (value: unknown, id: string): boolean => value !== null && text(value).includes(id);
/** The record's id stands in the answer. */
const byId: Lookup['seen'] = (value, { record }) => holds(value, record.id);
/** The id of whom it belongs to stands in the answer. */
const bySubject: Lookup['seen'] = (value, { subject }) => holds(value, subject.id);

/** Whether a field, however deep, has a value. */
const given =
  (...path: string[]): Lookup['seen'] =>
  (value) =>
    path.reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name] ?? null, value) !== null;

/** A row of the table and the records that it is tried on. */
interface Row {
  action: string;
  of: Of;
  kind: Kind;
}
type AskFor = (asked: Asked) => string;

const lookup =
  (path: Path) =>
  (row: Row, type: string, field: AskFor, selection: string | AskFor, seen: Lookup['seen'] = byId): Lookup => ({
    ...{ ...row, path, seen, name: '' },
    question: (asked) => ({
      ...{ type, field: field(asked) },
      selection: typeof selection === 'string' ? selection : selection(asked),
    }),
  });
const root = lookup('root');
const code = lookup('code');
const nested = lookup('nested');
const listed = lookup('connection');

const through = (row: Row, one: Lookup): Lookup => ({ ...one, through: row });

/** A reference to what a subgraph resolves, as the gateway would send it. */
function entity(
  row: Row,
  service: ServiceName,
  typename: string,
  selection: string,
  seen: Lookup['seen'] = byId,
  idOf: (asked: Asked) => Key = ({ record }) => record,
): Lookup {
  return {
    ...{ ...row, path: 'entity', service, seen, name: '' },
    question: () => ({
      ...{ head: 'query($of: [_Any!]!)', field: '_entities(representations: $of)', type: '_Entity' },
      selection: `__typename ... on ${typename} { ${selection} }`,
    }),
    variables: (asked) => ({ of: [{ __typename: typename, id: idOf(asked).id }] }),
  };
}
const ofEntity =
  (...path: string[]): Lookup['seen'] =>
  (value, asked) =>
    given(...path)((value as unknown[] | null)?.[0] ?? null, asked);

const ofSubject = ({ subject }: Asked): Key => subject;
const person: AskFor = ({ subject }) => `employee(id: ${text(subject.id)})`;
const unit: AskFor = ({ subject }) => `unit(id: ${text(subject.id)})`;
const withId =
  (field: string): AskFor =>
  ({ record }) =>
    `${field}(id: ${text(record.id)})`;
const withCode =
  (field: string): AskFor =>
  ({ record }) =>
    `${field}(code: ${text(record.code)})`;
/** Below another record of the same person. */
const below =
  (field: string, kind: Kind): AskFor =>
  ({ other }) =>
    `${field}(id: ${text(other(kind).id)})`;

/** The rows. */
const people: Row = { action: 'directory.read', of: 'person', kind: 'employee' };
const units: Row = { action: 'directory.read', of: 'unit', kind: 'unit' };
const permissions: Row = { action: 'permissions.read', of: 'person', kind: 'employee' };
const corrections: Row = { action: 'organization.write', of: 'person', kind: 'employee' };
const unitCorrections: Row = { action: 'organization.write', of: 'unit', kind: 'unit' };
const outlets: Row = { action: 'outlet.read', of: 'unit', kind: 'outlet' };
const customers: Row = { action: 'customer.read', of: 'person', kind: 'customer' };
const deals: Row = { action: 'opportunity.read', of: 'person', kind: 'openDeal' };
const wonDeals: Row = { action: 'opportunity.read', of: 'person', kind: 'wonDeal' };
const pipelines: Row = { action: 'pipeline.read', of: 'person', kind: 'employee' };
const unitPipelines: Row = { action: 'pipeline.read', of: 'unit', kind: 'unit' };
const products: Row = { action: 'product.read', of: 'person', kind: 'employee' };
const cards: Row = { action: 'score.read', of: 'person', kind: 'card' };
const scored: Row = { action: 'score.read', of: 'person', kind: 'employee' };
const unitCards: Row = { action: 'score.read', of: 'unit', kind: 'unitCard' };
const targets: Row = { action: 'target.read', of: 'person', kind: 'target' };
const unitTargets: Row = { action: 'target.read', of: 'unit', kind: 'unitTarget' };
const facts: Row = { action: 'statistics.read', of: 'person', kind: 'employee' };
const formulas: Row = { action: 'formula.read', of: 'person', kind: 'employee' };
const periods: Row = { action: 'period.read', of: 'person', kind: 'employee' };
const channels: Row = { action: 'channel.read', of: 'person', kind: 'channel' };
const unitChannels: Row = { action: 'channel.read', of: 'unit', kind: 'unitChannel' };
const messages: Row = { action: 'channel.read', of: 'message', kind: 'message' };
const discussions: Row = { action: 'discussion', of: 'person', kind: 'discussion' };

const period = `period(month: "${SCORED}")`;
const ALL = 'first: 200';

const DIRECTORY: Lookup[] = [
  root(people, 'Employee', withId('employee'), 'id code name'),
  code(people, 'Employee', withCode('employee'), 'id code name'),
  listed(people, 'EmployeeConnection', () => `employees(${ALL})`, 'nodes { id code } edges { node { id } }'),
  through(
    deals,
    nested(people, 'Opportunity', below('opportunity', 'openDeal'), 'owner { id code } splits { employee { id } }'),
  ),
  through(customers, nested(people, 'Customer', below('customer', 'customer'), 'owner { id code }')),
  entity(people, 'organization', 'Employee', 'id code name'),
  root(units, 'OrgUnit', withId('unit'), 'id code name'),
  code(units, 'OrgUnit', withCode('unit'), 'id code name'),
  listed(units, 'OrgUnitConnection', () => `units(${ALL})`, 'nodes { id code } edges { node { id } }'),
  nested(units, 'OrgUnit', () => 'company', 'id code children { id code children { id code children { id code } } }'),
  through(outlets, nested(units, 'Outlet', below('outlet', 'outlet'), 'unit { id code }')),
  entity(units, 'organization', 'OrgUnit', 'id code name'),
];

const INNER: Lookup[] = [
  nested(permissions, 'Employee', person, 'permissions', given('permissions')),
  nested(corrections, 'Employee', person, 'corrections { version }', given('corrections')),
  entity(corrections, 'organization', 'Employee', 'corrections { version }', ofEntity('corrections'), ofSubject),
  nested(unitCorrections, 'OrgUnit', unit, 'corrections { version }', given('corrections')),
  entity(unitCorrections, 'organization', 'OrgUnit', 'corrections { version }', ofEntity('corrections'), ofSubject),
];

const OUTLETS: Lookup[] = [
  root(outlets, 'Outlet', withId('outlet'), 'id code name status'),
  code(outlets, 'Outlet', withCode('outlet'), 'id code name status'),
  listed(outlets, 'OutletConnection', ({ subject }) => `outlets(unit: ${text(subject.id)})`, 'totalCount nodes { id }'),
  listed(outlets, 'OutletDistance', () => `nearestOutlets(latitude: 31, longitude: 121, ${ALL})`, 'outlet { id code }'),
  nested(outlets, 'OrgUnit', unit, `outlets(${ALL}) { totalCount nodes { id } edges { node { id } } }`),
  entity(outlets, 'sales-network', 'Outlet', 'id code'),
  entity(outlets, 'sales-network', 'OrgUnit', 'outlets { nodes { id } }', byId, ofSubject),
];

const DEALS = `totalCount nodes { id code } edges { cursor node { id } } pageInfo { hasNextPage }`;
const CUSTOMERS: Lookup[] = [
  root(customers, 'Customer', withId('customer'), 'id code name'),
  code(customers, 'Customer', withCode('customer'), 'id code name'),
  nested(customers, 'Opportunity', below('opportunity', 'openDeal'), 'customer { id code }'),
  through(discussions, nested(customers, 'Channel', below('channel', 'discussion'), 'customer { id name }')),
  listed(customers, 'CustomerConnection', () => `customers(${ALL})`, 'nodes { id code } edges { node { id } }'),
  entity(customers, 'customers', 'Customer', 'id code'),
  root(deals, 'Opportunity', withId('opportunity'), 'id code stage amount { amount }'),
  code(deals, 'Opportunity', withCode('opportunity'), 'id code stage amount { amount }'),
  nested(deals, 'Employee', person, `opportunities(open: true, ${ALL}) { ${DEALS} }`),
  nested(deals, 'Customer', below('customer', 'customer'), `opportunities(${ALL}) { ${DEALS} }`),
  listed(
    deals,
    'OpportunityConnection',
    ({ subject }) => `opportunities(filter: { owner: ${text(subject.id)}, status: OPEN })`,
    DEALS,
  ),
  listed(
    deals,
    'DataQualityWarningConnection',
    () => `dataQualityWarnings(${ALL})`,
    'nodes { field opportunity { id code } } edges { node { opportunity { id } } }',
  ),
  entity(deals, 'customers', 'Opportunity', 'id code'),
  entity(deals, 'customers', 'Employee', `opportunities { ${DEALS} }`, byId, ofSubject),
  through(
    cards,
    nested(
      wonDeals,
      'Employee',
      person,
      `scorecard(period: "${SCORED}") { indicators { credits { nodes { opportunity { id code } } } } }`,
    ),
  ),
  through(
    cards,
    nested(
      wonDeals,
      'Employee',
      person,
      `scorecard(period: "${SCORED}") { indicators { credits { nodes { opportunity { id } } } } }`,
    ),
  ),
  nested(
    wonDeals,
    'Period',
    () => `period(month: "${CURRENT}")`,
    `adjustments(${ALL}) { nodes { opportunity { id code } } }`,
  ),
];

const PIPELINE = 'pipeline { openCount openAmount { amount } weightedAmount { amount } withoutAmount }';
const PIPELINES: Lookup[] = [
  nested(pipelines, 'Employee', person, PIPELINE, given('pipeline')),
  entity(pipelines, 'customers', 'Employee', PIPELINE, ofEntity('pipeline'), ofSubject),
  nested(unitPipelines, 'OrgUnit', unit, PIPELINE, given('pipeline')),
  entity(unitPipelines, 'customers', 'OrgUnit', PIPELINE, ofEntity('pipeline'), ofSubject),
  through(
    deals,
    nested(products, 'Opportunity', below('opportunity', 'openDeal'), 'product { code }', given('product')),
  ),
];

const CHANGES = `currentRun { changes(${ALL}) { totalCount nodes { employee { id } unit { id } scoreAfter } } }`;
const CARD = `scorecard(period: "${SCORED}") { id score rank peers indicators { actual target points } }`;
const SCORES: Lookup[] = [
  nested(cards, 'Employee', person, CARD),
  nested(cards, 'Employee', person, 'scorecard { id score }'),
  listed(
    cards,
    'LeaderboardConnection',
    () => `leaderboard(period: "${SCORED}", ${ALL})`,
    'totalCount nodes { rank value score employee { id } } edges { node { employee { id } } }',
    bySubject,
  ),
  nested(cards, 'Period', () => period, CHANGES, bySubject),
  nested(
    scored,
    'Period',
    () => `period(month: "${CURRENT}")`,
    `adjustments(${ALL}) { totalCount nodes { employee { id } amount { amount } } }`,
  ),
  entity(cards, 'performance', 'Scorecard', 'id score'),
  entity(cards, 'performance', 'Employee', CARD, byId, ofSubject),
  nested(unitCards, 'OrgUnit', unit, CARD),
  nested(unitCards, 'OrgUnit', unit, 'scorecard { id score }'),
  nested(unitCards, 'Period', () => period, CHANGES, bySubject),
  entity(unitCards, 'performance', 'Scorecard', 'id score'),
  entity(unitCards, 'performance', 'OrgUnit', CARD, byId, ofSubject),
];

const TARGETS = `targets(month: "${SCORED}") { id value }`;
const targetsOf: AskFor = ({ subject }) => `targets(filter: { subjects: [${text(subject.id)}] })`;
const FIGURES: Lookup[] = [
  nested(targets, 'Employee', person, TARGETS),
  listed(targets, 'TargetConnection', targetsOf, 'totalCount nodes { id value }'),
  entity(targets, 'performance', 'Target', 'id value'),
  entity(targets, 'performance', 'Employee', TARGETS, byId, ofSubject),
  nested(unitTargets, 'OrgUnit', unit, TARGETS),
  listed(unitTargets, 'TargetConnection', targetsOf, 'totalCount nodes { id value }'),
  entity(unitTargets, 'performance', 'Target', 'id value'),
  entity(unitTargets, 'performance', 'OrgUnit', TARGETS, byId, ofSubject),
  listed(
    facts,
    'StatisticsConnection',
    ({ subject }) =>
      `salesStatistics(from: "${SCORED}", to: "${SCORED}", by: [EMPLOYEE], filter: { employees: [${text(subject.id)}] })`,
    'totalCount nodes { employee { id } wonAmount { amount } wonCount }',
  ),
];

const WORKINGS: Lookup[] = [
  nested(formulas, 'Period', () => period, 'currentRun { formula { id name } }', given('currentRun', 'formula')),
  nested(
    formulas,
    'Period',
    () => period,
    'currentRun { formulas { id name } }',
    (value) => holds(value, 'sales-engineer'),
  ),
  root(
    periods,
    'Period',
    () => period,
    'id month state',
    (value) => value !== null,
  ),
  nested(
    periods,
    'Period',
    () => period,
    'currentRun { id } activeRun { id } runs { nodes { id } }',
    given('currentRun'),
  ),
];

const allChannels = () => `channels(${ALL})`;
const CHANNELS: Lookup[] = [
  root(channels, 'Channel', withId('channel'), 'id name members { totalCount nodes { id } }'),
  listed(channels, 'ChannelConnection', allChannels, 'nodes { id name } edges { node { id } }'),
  entity(channels, 'collaboration', 'Channel', 'id name unreadCount'),
  root(unitChannels, 'Channel', withId('channel'), 'id name unit { id }'),
  listed(unitChannels, 'ChannelConnection', allChannels, 'nodes { id name } edges { node { id } }'),
  entity(unitChannels, 'collaboration', 'Channel', 'id name'),
  through(
    channels,
    nested(
      messages,
      'Channel',
      below('channel', 'channel'),
      'id lastMessage { id text } messages { totalCount nodes { id text channel { id } } edges { cursor } }',
    ),
  ),
  entity(messages, 'collaboration', 'Message', 'id text author { id }'),
  root(discussions, 'Channel', withId('channel'), 'id name messages { totalCount }'),
  through(customers, nested(discussions, 'Customer', below('customer', 'customer'), 'discussion { id name }')),
  entity(discussions, 'collaboration', 'Channel', 'id name'),
  entity(discussions, 'collaboration', 'Customer', 'discussion { id name }', byId, ({ other }) => other('customer')),
  through(
    deals,
    nested(
      { ...discussions, kind: 'openDeal' },
      'Opportunity',
      withId('opportunity'),
      'discussion { id name opportunity { id code } }',
      given('discussion'),
    ),
  ),
  entity(
    { ...discussions, kind: 'openDeal' },
    'collaboration',
    'Opportunity',
    'discussion { id name }',
    ofEntity('discussion'),
  ),
];

/** Every way, each with a name of its own. */
export const LOOKUPS: readonly Lookup[] = [
  ...DIRECTORY,
  ...INNER,
  ...OUTLETS,
  ...CUSTOMERS,
  ...PIPELINES,
  ...SCORES,
  ...FIGURES,
  ...WORKINGS,
  ...CHANNELS,
].map((one, place) => ({ ...one, name: `${place} ${one.action} ${one.of} ${one.path} ${one.kind}` }));
